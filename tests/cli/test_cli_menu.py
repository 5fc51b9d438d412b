"""The menu that opens without a command: everything can be reached with numbers and Enter."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.program import Ran, Typed, program

ALONE, LAW, HELP = "1", "2", "3"
MODULE_5, FIRST_CASE = "2", "1"
PRIVATE = "t"


def front(home: Path, *lines: str, interrupts: int | None = None) -> Ran:
    """`etika-sim` alone, in a terminal."""
    env = {"ETIKA_SIM_HOME": str(home)}
    return program("--plain", terminal=True, stdin=Typed(lines, interrupts), env=env)


@pytest.mark.parametrize("leave", ["k", "keluar", "q", "", "m"])
def test_the_menu_is_left_with_a_key_or_enter(leave: str, tmp_path: Path) -> None:
    """A friendly word, status 0."""
    ran = front(tmp_path, PRIVATE, leave)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_a_case_is_reached_and_played_from_the_menu(tmp_path: Path) -> None:
    """Alone, a module, a case; leaving the play leads back to the menu of the module."""
    ran = front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k")

    assert (ran.status, ran.err) == (0, "")
    assert "Amplop di Loket (Modul 5)" in ran.out
    assert ran.out.count("Modul 5: Studi Kasus Pelanggaran Etika\n\n1. Amplop di Loket") == 2


def test_a_play_that_was_left_stands_first(tmp_path: Path) -> None:
    """What one can go on with is the first line under practising alone."""
    front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k")

    ran = front(tmp_path, ALONE, "1", "")

    assert "\n1. Lanjutkan: Amplop di Loket\n" in ran.out
    assert "(Keputusan 2)" in ran.out


def test_the_law_is_looked_up_until_no_word_is_given(tmp_path: Path) -> None:
    """A known id shows its page, an unknown word one sentence; Enter goes back."""
    ran = front(tmp_path, PRIVATE, LAW, "G-06", "zzz", "", "k")

    assert "Status hukum per" in ran.out
    assert "Tidak ada yang memuat zzz" in ran.out
    assert ran.out.count("1. Belajar sendiri") == 2


def test_help_says_what_this_is_and_what_it_is_not(tmp_path: Path) -> None:
    """No pass or fail, nothing leaves the laptop."""
    ran = front(tmp_path, PRIVATE, HELP, "k")

    assert "Tidak ada lulus atau gagal." in ran.out
    assert "Tidak ada yang keluar dari laptop ini." in ran.out


@pytest.mark.parametrize("typed", ["0", "9", "99999999999999999999", "x", "²", "-1", "1.0", "\x1b[A", "["])
def test_a_wrong_number_is_answered_with_the_numbers_there_are(typed: str, tmp_path: Path) -> None:
    """The menu stays, nothing is guessed."""
    ran = front(tmp_path, PRIVATE, typed, "k")

    assert (ran.status, ran.err) == (0, "")
    assert "Ketik nomor 1 sampai 3." in ran.out


WAY = (PRIVATE, LAW, "G-06", "", ALONE, MODULE_5, FIRST_CASE, "", "a", "", "")


@pytest.mark.parametrize("at", range(len(WAY) + 1))
def test_the_end_of_the_input_ends_quietly_wherever_it_comes(at: int, tmp_path: Path) -> None:
    """No prompt of the menu takes a closed keyboard for a fault."""
    ran = front(tmp_path, *WAY[:at])

    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("at", range(len(WAY) + 1))
def test_ctrl_c_ends_the_menu_wherever_it_comes(at: int, tmp_path: Path) -> None:
    """Status 130, no traceback."""
    ran = front(tmp_path, *WAY, interrupts=at)

    assert ran.status == 130
    assert "Traceback" not in ran.err


def test_in_english_the_menu_is_english(tmp_path: Path) -> None:
    """The whole way in the other language."""
    env = {"ETIKA_SIM_HOME": str(tmp_path), "ETIKA_SIM_LANG": "en"}
    ran = program("--plain", terminal=True, stdin=Typed(("n", "1", "2", "1", "k", "m", "m", "q")), env=env)

    assert (ran.status, ran.err) == (0, "")
    assert "1. Practise alone" in ran.out
    assert "An Envelope at the Counter (Module 5)" in ran.out
    assert ran.out.endswith("\nSee you again.\n")
