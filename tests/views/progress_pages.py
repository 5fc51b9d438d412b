"""The pages of a participant's own notes, made from hand-made plays of the shipped cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from play.roads import FALLEN

from etika_sim.journal.progress import Finished, Met, Progress, Written, before, looks
from etika_sim.library.load import load
from etika_sim.model import Ending, Principle
from etika_sim.play import record as records
from etika_sim.play.record import ANSWERED, COMMITTED, NOTED, REFLECTED, Event, replay
from etika_sim.play.scoring import scorecard
from etika_sim.views import progress, scene
from etika_sim.views.page import Page

ADVISED = (
    "tulis-nota",
    "pecah-putaran",
    "antar-ke-loket",
    "tukar-beban",
    "tulis-urutan",
    "minta-tenggat",
    "beri-tanggal",
)
SMALL = str(Path(__file__).parents[1] / "data" / "small.yaml")
ROADS = {
    "2026-11-20": ("amplop-di-loket", FALLEN),
    "2026-11-21": ("sepupu-di-meja-izin", ADVISED),
    "2026-11-24": (SMALL, ("kembalikan", "ceritakan")),
}
WORDS = (
    (NOTED, {"scene": "loket", "text": "Antrean membuat saya terburu-buru."}),
    (REFLECTED, {"scene": "loket", "view": "would", "sure": "4"}),
    (ANSWERED, {"question": "say", "text": "Terima kasih, Pak, layanan ini gratis."}),
    (ANSWERED, {"question": "Kapan menolak menjadi sulit?", "text": "Ketika *semua* orang melihat."}),
    (COMMITTED, {"text": "Mencatat setiap penolakan di buku tamu."}),
)


@cache
def finished(day: str, language: str) -> Finished:
    """The play that came to its ending on that day."""
    case, choices = ROADS[day]
    scenario = load(case, language).scenario
    assert scenario is not None
    record = records.new(scenario, "")
    for choice in choices:
        record = records.chose(record, replay(record, scenario)[0].scene, choice)
    play, stop = replay(record, scenario)
    assert stop is None
    return Finished(f"{day}T05:00:00+00:00", day, record, play, scorecard(play))


def met(one: Finished, *untested: Principle) -> Met:
    """Its case, with the one ending that was met."""
    endings = [scene for scene in one.play.scenario.scenes.values() if isinstance(scene, Ending)]
    return Met(one.play.scenario, (one.play.scene,), len(endings), untested)


def found(language: str) -> Progress:
    """Three plays, the words written in the first, one play left and one that is lost."""
    plays = tuple(finished(day, language) for day in ROADS)
    title = plays[0].play.scenario.title
    written = tuple(
        Written("play//01", "amplop-di-loket", title, _scene(plays[0], facts), "2026-11-20", event)
        for event, facts in ((Event(n, "", kind, facts), facts) for n, (kind, facts) in enumerate(WORDS, 1))
    )
    cases = (met(plays[1]), met(plays[2], Principle.TRANSPARENCY), met(plays[0]))
    return Progress(plays, cases, written, unfinished=1, unreadable=2)


def _scene(one: Finished, facts: dict[str, str]) -> str:
    return one.play.scenario.scenes[facts["scene"]].title or "" if "scene" in facts else ""


def notes(language: str) -> Page:
    """All of it."""
    return progress.page(found(language))


def few_notes(language: str) -> Page:
    """After one short play."""
    one = finished("2026-11-24", language)
    return progress.page(Progress((one,), (met(one),)))


def no_notes(_language: str) -> Page:
    """Before the first ending."""
    return progress.page(Progress(unfinished=1))


def practice(language: str) -> Page:
    """A decision that is tried again."""
    look = looks(found(language).finished)[0]
    return *scene.arrival(before(look).play), *progress.first_answer(look)


PROGRESS_PAGES: dict[str, Callable[[str], Page]] = {
    "catatan": notes,
    "catatan-pertama": few_notes,
    "catatan-kosong": no_notes,
    "coba-lagi": practice,
}
"""The pages by the names of their golden files."""
