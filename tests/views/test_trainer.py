"""The trainer's notes: whole hours as text files; counts come as soon as a round is closed, not before."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom.lesson import Lesson, guided, voting
from pages import speaking
from walls import Moment, hour, scenario

from etika_sim.classroom.advice import COMPARE, COUNTER, DISCUSS, EITHER, NOBODY, SENTENCES, SKIP
from etika_sim.classroom.phases import PHASES, Phase
from etika_sim.classroom.state import Room
from etika_sim.classroom.trainer_view import for_notes
from etika_sim.model import Role
from etika_sim.prose import UNSAFE
from etika_sim.views import plain
from etika_sim.views.trainer import notes

FILES = Path(__file__).parents[1] / "notes"


def text(room: Room, later: float = 20) -> str:
    """The page as text, some seconds after the last thing that happened."""
    return plain.text(notes(for_notes(room), room.now + later))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_notes_of_an_hour_read_as_their_file_says(language: str, request: pytest.FixtureRequest) -> None:
    """Step by step the page is the file, word for word."""
    file = FILES / f"45.{language}.txt"

    with speaking(language):
        pages = [text(one.room) for one in hour(scenario("amplop-di-loket", language)) if not one.panel]
    shown = ("-" * 72 + "\n").join(pages)

    if request.config.getoption("--update"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def test_there_is_something_to_say_in_every_phase() -> None:
    """Each phase has its row, and each advice its sentence."""
    assert set(PHASES) == set(Phase)
    assert set(SENTENCES) == {NOBODY, COMPARE, SKIP, COUNTER, DISCUSS, EITHER}


def test_counts_come_with_the_close_of_the_round() -> None:
    """While votes are taken no count stands in the notes; when the round is closed it does."""
    lesson = voting(6).vote("aabbcc")

    with speaking("id"):
        before, after = text(lesson.room), text(lesson.do("closed").room)

    assert "n = 6" not in before
    assert "A 2 · B 2 · C 2; n = 6" in after
    assert "Saran: Pendapat terbelah." in after


def test_time_over_is_told() -> None:
    """Whoever is late reads by how much."""
    with speaking("id"):
        late = text(voting(6).room, later=60 * 2 + 61)

    assert "Langkah ini lewat 2 menit." in late


def test_more_votes_than_heads_are_told() -> None:
    """Seven votes of six people ask for another count of heads."""
    lesson = voting(7, people=6).vote("aabbccc")

    with speaking("id"):
        assert "Ada 1 suara lebih banyak daripada orangnya." in text(lesson.room)


def test_the_trainer_reads_what_decides_and_what_to_answer() -> None:
    """The answer beside its excuse; which option a changed fact makes best only once votes are shown."""
    lesson = Lesson(guided()).phones(3).go("briefing", "read", "vote-1").vote("aab")
    with speaking("en"):
        before = " ".join(text(lesson.room).split())
        after = " ".join(text(lesson.do("closed").go("reveal").room).split())

    for said in (
        "What decides: He is an applicant.",
        "Listen for: all do → Who does not? only once",
        "If nobody speaks: Wait a minute.",
        "If a superior dominates: Let the youngest begin.",
    ):
        assert said in before
    letter = "ABC"[lesson.ballot.options.index("c")]
    assert "1. What if it were more?" in before
    assert "Best then" not in before
    assert f"1. What if it were more? (Best then: {letter})" in after


def test_a_role_without_a_scene_has_its_task_in_the_notes() -> None:
    """When the class plan plays none of its scenes, and only then."""
    roles = {
        name: Role(name, name, "Part", "Face", scenes=(scene,), task=f"Watch {scene}.")
        for name, scene in (("p", "d1"), ("q", "d3"), ("r", "d2"))
    }
    lesson = Lesson(guided(roles=roles)).phones(4).go("briefing", "roles")

    with speaking("en"):
        shown = text(lesson.room)
    assert "Without a scene: q: Watch d3." in shown
    assert "Watch d1" not in shown
    assert "Watch d2" not in shown


def test_a_role_that_nobody_holds_is_named() -> None:
    """Before a scene is played the notes name what a group lacks."""
    lesson = Lesson().phones(3).go("briefing", "roles").do("dealt", seed="x")
    lesson.do("passed", token="t1", why="rest")

    with speaking("id"):
        assert "kelompok 1 belum punya:" in text(lesson.room)


def test_questions_stand_with_their_numbers_and_only_as_text() -> None:
    """What a phone asks is read here by its number, made safe; a hidden commitment says so."""
    lesson = Lesson().phones(1).do("asked", token="t1", text="Boleh\x1b[2J [bold]tanya[/]?", nonce="n")

    with speaking("id"):
        shown = text(lesson.room)

    assert "1. Pertanyaan: Boleh" in shown
    assert not UNSAFE.search(shown.replace("\n", ""))
    lesson.go("debrief", "commitments").do("committed", token="t1", text="Saya mencatat.")
    lesson.do("hid", said=2, is_hidden=True)
    with speaking("id"):
        assert "Saya mencatat. (disembunyikan)" in text(lesson.room)


def test_a_moment_may_be_looked_at_at_any_time() -> None:
    """Every step of an hour has its page, whatever the clock says."""
    for one in hour(scenario("amplop-di-loket")):
        assert isinstance(one, Moment)
        for later in (-100.0, 0.0, 10_000.0):
            assert text(one.room, later)
