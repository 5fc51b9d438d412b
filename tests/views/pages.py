"""The pages that people look at, made from the shipped cases, and the two ways to paint them."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from cli.program import Stream, world
from play.roads import FALLEN
from progress_pages import PROGRESS_PAGES
from rich.console import Console

from etika_sim.checks.validate import Cited, check_case
from etika_sim.journal.plays import Kept
from etika_sim.library.catalogue import catalogue
from etika_sim.library.load import Loaded, load
from etika_sim.library.registers import registers
from etika_sim.locale import _, use
from etika_sim.play import record
from etika_sim.play.engine import Play, choose, has_ended, options, start
from etika_sim.play.record import Stop
from etika_sim.views import (
    debrief,
    findings,
    help_page,
    law,
    listing,
    menu,
    plain,
    resuming,
    scene,
    scorecard,
)
from etika_sim.views.drawn import draw
from etika_sim.views.page import Gap, Page

DATA = Path(__file__).parent.parent / "data"
DATA = Path(__file__).parents[1] / "data"
CASE = "amplop-di-loket"
LISTED = ("sepupu-di-meja-izin", "amplop-di-loket")
LANGUAGES = ("id", "en")
BROKEN = (
    ("  tekanan: {from: 0, to: 3, start: 0}", "  tekanan: {from: 3, to: 0, start: 0}"),
    ("    to: ruang-kepala\n", "    to: ruang-kepal\n"),
    ("        text: Diam dan menunggu ditanya.\n", "        teks: Diam dan menunggu ditanya.\n"),
)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The program's words in a language, for as long as a page is made and painted."""
    with world(Stream(), Stream(), Stream()):
        use(language)
        yield


@cache
def case(language: str) -> Loaded:
    """The case that the pages show."""
    return load(CASE, language)


def played(language: str, *choices: str) -> Play:
    """A play of it after some choices."""
    scenario = case(language).scenario
    assert scenario is not None
    play = start(scenario)
    for choice in choices:
        play = choose(play, choice)
    return play


def opening(language: str) -> Page:
    """What stands before the first decision."""
    return scene.opening(played(language).scenario)


def decision(language: str) -> Page:
    """A decision, its text and its options."""
    return scene.arrival(played(language, "tolak-dan-catat"))


def chosen(language: str) -> Page:
    """The option that was chosen, said again."""
    play = played(language)
    return scene.chosen(play, options(play)[0])


def consequence(language: str) -> Page:
    """What a red line led to, with law, next step and the five principles."""
    found = case(language).registers
    return scene.consequence(played(language, "terima"), found.laws, found.channels)


def ending(language: str) -> Page:
    """An ending."""
    play = played(language, *FALLEN)
    assert has_ended(play)
    return scene.arrival(play)


def scores(language: str) -> Page:
    """The scorecard, with red lines and the path."""
    return scorecard.summary(played(language, *FALLEN))


def few_scores(language: str) -> Page:
    """A scorecard after two decisions, too little for a bar."""
    return scorecard.summary(played(language, *FALLEN[:2]))


def report(_language: str) -> Page:
    """What the check finds in a case with three mistakes."""
    text = (DATA / "small.yaml").read_text(encoding="utf-8")
    for old, new in BROKEN:
        assert old in text
        text = text.replace(old, new)
    cited = Cited(frozenset({"G-06", "A-07i"}), frozenset({"UPG"}))
    return findings.report([check_case(text.encode(), "map-di-meja", "map-di-meja.yaml", cited)])


def law_entry(language: str) -> Page:
    """A law in full."""
    found = registers(language)
    return law.entry(found.laws["G-06"], found)


def case_list(language: str) -> Page:
    """Two cases as the list shows them."""
    return listing.listing(entry for entry in catalogue(language) if entry.id in LISTED)


def keys(language: str) -> Page:
    """What can be typed."""
    return help_page.playing(language)


def writing_keys(language: str) -> Page:
    """What can be typed where one's own words are asked for."""
    return help_page.writing(language)


def front_menu(_language: str) -> Page:
    """The menu that opens the program."""
    labels = [_("Practise alone"), _("My notes"), _("Law"), _("Help")]
    return menu.menu(_("etika-sim: ethics in public service"), labels)


def about(_language: str) -> Page:
    """The help of the menu."""
    return menu.about()


def shared(_language: str) -> Page:
    """The question of the first start."""
    return menu.shared_question()


def alias(_language: str) -> Page:
    """The question of every start on a shared laptop."""
    return menu.alias_question()


def kept(language: str, *choices: str) -> Kept:
    """A play that was left after some choices."""
    play = played(language, *choices)
    return Kept("play//0", record.new(play.scenario, ""), play)


def going_on(language: str) -> Page:
    """The offer to go on."""
    return resuming.offer(kept(language, *FALLEN[:2]), None)


def going_on_changed(language: str) -> Page:
    """The same, when the case has another version in which one stands as far."""
    return resuming.offer(kept(language, *FALLEN[:2]), (kept(language, *FALLEN[:2]), None))


def going_on_stopped(language: str) -> Page:
    """The same, when the choices end in an ending, and lead less far in the new version."""
    stop = Stop(2, "meja-rina", "not-offered")
    return resuming.offer(kept(language, *FALLEN), (kept(language, *FALLEN[:1]), stop))


def going_on_lost(language: str) -> Page:
    """The same, when the old version is not to be read any more."""
    return resuming.offer(None, (kept(language, *FALLEN[:2]), None))


def last_choice(language: str) -> Page:
    """What was chosen last and what it led to, when a play goes on."""
    play = played(language, *FALLEN[:1])
    return *resuming.last_choice(play), *scene.outcome(play)


def scores_kept(language: str) -> Page:
    """A scorecard of somebody who has met some endings."""
    return scorecard.summary(played(language, *FALLEN), 2)


def details(language: str) -> Page:
    """The numbers behind a scorecard."""
    return scorecard.details(played(language, *FALLEN))


def late_feedback(language: str) -> Page:
    """The why of two decisions, for those who wanted it at the end."""
    found = case(language).registers
    return scene.all_feedback(played(language, *FALLEN[:2]), found.laws, found.channels)


def model_line(language: str) -> debrief.ModelLine:
    """The line of a play that went wrong."""
    found = debrief.model_line(played(language, *FALLEN))
    assert found is not None
    return found


def say_aloud(language: str) -> Page:
    """The invitation to say it in one's own words."""
    return debrief.say_aloud(model_line(language))


def model_answer(language: str) -> Page:
    """One way to say it, and what to hold one's own against."""
    return debrief.model_answer(model_line(language))


def commitment(_language: str) -> Page:
    """The invitation to one commitment."""
    return debrief.commitment()


def questions(language: str) -> Page:
    """The debrief's questions, the first one answered before the play was cut off."""
    first, second, *_more = debrief.questions(played(language).scenario)
    answer = debrief.answered("Saya diam terlalu lama." if language == "id" else "I kept quiet too long.")
    return *debrief.invitation(keeps=True), *debrief.asked(first), *answer, Gap(), *debrief.asked(second)


def guest_questions(_language: str) -> Page:
    """What stands before the questions when nothing is kept."""
    return debrief.invitation(keeps=False)


def farewell(language: str) -> Page:
    """What to take home, and the twin."""
    play = played(language, *FALLEN)
    scenario = dataclasses.replace(play.scenario, twin="sepupu-di-meja-izin")
    twin = load("sepupu-di-meja-izin", language).scenario
    assert twin is not None
    return debrief.farewell(play._replace(scenario=scenario), twin.title)


PAGES: dict[str, Callable[[str], Page]] = {
    "pembuka": opening,
    "keputusan": decision,
    "dipilih": chosen,
    "akibat": consequence,
    "akhir": ending,
    "hasil": scores,
    "hasil-singkat": few_scores,
    "pemeriksaan": report,
    "hukum": law_entry,
    "daftar": case_list,
    "tombol": keys,
    "tombol-menulis": writing_keys,
    "menu": front_menu,
    "menu-bantuan": about,
    "laptop-bersama": shared,
    "nama-samaran": alias,
    "lanjutkan": going_on,
    "lanjutkan-berubah": going_on_changed,
    "lanjutkan-terhenti": going_on_stopped,
    "lanjutkan-hilang": going_on_lost,
    "pilihan-terakhir": last_choice,
    "hasil-tersimpan": scores_kept,
    "rincian": details,
    "ulasan-di-akhir": late_feedback,
    "ucapkan": say_aloud,
    "contoh-ucapan": model_answer,
    "komitmen": commitment,
    "renungan": questions,
    "renungan-tamu": guest_questions,
    "pamit": farewell,
    **PROGRESS_PAGES,
}
"""The pages by the names of their golden files."""

KEEPS_COLUMNS = {"pemeriksaan"}
"""Pages with pieces of a file, whose lines are as long as they are."""


class Ascii(io.StringIO):
    """A stream that has ASCII only."""

    encoding = "ascii"


def drawn(page: Page, width: int = 80, *, colours: str | None = None, ascii_only: bool = False) -> str:
    """The page drawn in a terminal of that width; without colours there are no escape sequences."""
    file = Ascii() if ascii_only else io.StringIO()
    console = Console(
        file=file,
        width=width,
        color_system=colours,  # type: ignore[arg-type]
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    draw(page, console)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def painted(page: Page, width: int = 80) -> str:
    """The page as plain text."""
    return plain.text(page, width)
