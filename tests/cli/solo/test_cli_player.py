"""What the laptop remembers: who plays, and going on with a play that was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.program import Ran, Typed, Writer, program

from etika_sim.environment import STORE_NAME

CASE = "amplop-di-loket"
PRIVATE, SHARED = "t", "y"
FIRST = ("", "a", "", "")
"""From the first page to the second decision."""

QUESTION = "Apakah laptop ini dipakai beberapa orang?"
ALIAS = "Siapa yang bermain?"
LEFT = "Anda berhenti di keputusan 2"


def sitting(home: Path, *lines: str, words: tuple[str, ...] = ("play", CASE)) -> Ran:
    """The program in a terminal on a laptop that remembers in that folder."""
    env = {"ETIKA_SIM_HOME": str(home)}
    return program("--plain", *words, terminal=True, stdin=Typed(lines), env=env)


def test_the_first_start_asks_once_whether_the_laptop_is_shared(tmp_path: Path) -> None:
    """A private laptop is asked once; after that, play begins at once."""
    first, second = sitting(tmp_path, PRIVATE, "k"), sitting(tmp_path, "k")

    assert (first.out.count(QUESTION), second.out.count(QUESTION)) == (1, 0)
    assert ALIAS not in first.out + second.out


@pytest.mark.parametrize("answer", ["t", "T", "tidak", "n", "no", "2"])
def test_the_answer_can_be_given_in_either_language(answer: str, tmp_path: Path) -> None:
    """A letter, a word or a number."""
    sitting(tmp_path, "mungkin", "", answer, "k")

    assert QUESTION not in sitting(tmp_path, "k").out


def test_no_answer_is_no_fault_and_the_question_comes_again(tmp_path: Path) -> None:
    """Ctrl+D at the first question ends quietly; nothing is decided."""
    ran = sitting(tmp_path)

    assert (ran.status, ran.err) == (0, "")
    assert QUESTION in sitting(tmp_path).out


def test_a_play_that_was_left_is_offered_and_gone_on_with(tmp_path: Path) -> None:
    """Enter opens the decision where it was left, without the first page."""
    sitting(tmp_path, PRIVATE, *FIRST)

    ran = sitting(tmp_path, "", "", "j")

    assert LEFT in ran.out
    assert "Enter: mulai" not in ran.out
    assert ran.out.count("(Keputusan 2)") == 1
    assert "\n1. Amplop di atas map: " in ran.out


def test_a_play_that_was_left_can_be_begun_anew(tmp_path: Path) -> None:
    """B begins at the first page, and the old play is not offered again."""
    sitting(tmp_path, PRIVATE, *FIRST)

    ran, later = sitting(tmp_path, "b"), sitting(tmp_path)

    assert "Enter: mulai" in ran.out
    assert LEFT not in later.out


def test_a_wrong_key_at_the_offer_is_told_and_leaving_leaves_it_open(tmp_path: Path) -> None:
    """Nothing is decided by accident; K and the end of the input keep the offer for later."""
    sitting(tmp_path, PRIVATE, *FIRST)

    wrong, left, ended = sitting(tmp_path, "x", "k"), sitting(tmp_path, "k"), sitting(tmp_path)

    assert wrong.out.count("B: mulai baru") == 2
    assert [(ran.status, ran.err) for ran in (wrong, left, ended)] == [(0, "")] * 3
    assert LEFT in sitting(tmp_path).out


def test_a_play_that_has_ended_is_not_offered_again(tmp_path: Path, case_file: Writer) -> None:
    """Going on is for plays that have not reached an ending."""
    words = ("play", str(case_file()))
    sitting(tmp_path / "rumah", PRIVATE, "", "a", "", "", "a", "", "", *("",) * 8, words=words)

    ran = sitting(tmp_path / "rumah", words=words)

    assert "Anda berhenti di" not in ran.out
    assert "Enter: mulai" in ran.out


def test_endings_met_are_counted_over_several_plays(tmp_path: Path, case_file: Writer) -> None:
    """The scorecard says how many of the endings this person has met."""
    words = ("play", str(case_file()))
    lines = ("", "a", "", "", "a", "", "", "")

    first = sitting(tmp_path / "rumah", PRIVATE, *lines, words=words)

    assert "1 dari 2 akhir sudah Anda temui." in first.out


def test_on_a_shared_laptop_aliases_do_not_see_each_others_plays(tmp_path: Path) -> None:
    """Every start asks for an alias; a play is offered to the one who left it."""
    sitting(tmp_path, SHARED, "melati", *FIRST)

    other, same = sitting(tmp_path, "mawar", "k"), sitting(tmp_path, " Melati ", "k")

    assert (other.out.count(ALIAS), same.out.count(ALIAS)) == (1, 1)
    assert LEFT not in other.out
    assert LEFT in same.out


def test_without_an_alias_one_is_a_guest_and_nothing_is_kept(tmp_path: Path) -> None:
    """Enter alone at the question plays as a guest."""
    sitting(tmp_path, SHARED, "", *FIRST)

    assert LEFT not in sitting(tmp_path, "", "k").out


def test_a_guest_leaves_nothing_behind(tmp_path: Path) -> None:
    """--guest asks nothing and writes no file."""
    ran = sitting(tmp_path, *FIRST, words=("play", CASE, "--guest"))

    assert ran.status == 0
    assert QUESTION not in ran.out
    assert list(tmp_path.iterdir()) == []


def test_a_scripted_play_leaves_nothing_behind(tmp_path: Path) -> None:
    """Only who plays at a terminal is remembered."""
    program("play", CASE, "--choices", "terima", env={"ETIKA_SIM_HOME": str(tmp_path)})

    assert list(tmp_path.iterdir()) == []


def test_a_case_that_was_changed_can_be_gone_on_with_as_it_was_or_as_it_is(
    tmp_path: Path, case_file: Writer
) -> None:
    """Enter keeps the old version, V moves to the new one; the offer says where that would stand."""
    home = tmp_path / "rumah"
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, "", "a", "", "", words=words)
    case_file(("ask: Apa yang Anda katakan?", "ask: Apa yang Anda ucapkan?"))

    old = sitting(home, "", "", words=words)
    new = sitting(home, "v", "", words=words)

    assert "Sejak itu kasus ini telah diubah." in old.out
    assert "Apa yang Anda katakan?" in old.out
    assert "Apa yang Anda ucapkan?" in new.out


def test_a_damaged_store_is_set_aside_and_said(tmp_path: Path) -> None:
    """Garbage where plays are kept is no reason not to play."""
    sitting(tmp_path, PRIVATE, *FIRST)
    store = tmp_path / STORE_NAME
    store.write_bytes(b"\x00" * 100 + store.read_bytes()[100:])

    ran = sitting(tmp_path, PRIVATE, "k")

    assert ran.status == 0
    assert "Traceback" not in ran.err


def test_a_place_that_cannot_be_written_is_said_and_the_play_goes_on(tmp_path: Path) -> None:
    """A file where the folder should be: the play is not kept, and that is told."""
    home = tmp_path / "rumah"
    home.write_text("bukan folder", encoding="utf-8")

    ran = sitting(home, *FIRST, "k")

    assert ran.status == 0
    assert "tidak disimpan" in ran.err
    assert "(Keputusan 2)" in ran.out
