"""The menu that opens without a command: everything can be reached with numbers and Enter."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.program import Ran, Typed, Writer, program

ALONE, NOTES, LAW, HELP = "1", "4", "5", "6"
MODULE_5, FIRST_CASE = "5", "1"
PRIVATE = "t"


def front(home: Path, *lines: str, interrupts: int | None = None) -> Ran:
    """`etika-sim` alone, in a terminal."""
    env = {"ETIKA_SIM_HOME": str(home)}
    return program("--plain", terminal=True, stdin=Typed(lines, interrupts), env=env)


@pytest.mark.parametrize("leave", ["k", "keluar", "q", "m"])
def test_the_menu_is_left_with_a_key(leave: str, tmp_path: Path) -> None:
    """A friendly word, status 0."""
    ran = front(tmp_path, PRIVATE, leave)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_enter_once_too_often_does_not_end_the_program(tmp_path: Path) -> None:
    """Enter alone at a menu is answered with the numbers there are; the menu stays."""
    ran = front(tmp_path, PRIVATE, "", ALONE, "", MODULE_5, "k")

    assert ran.out.count("Ketik nomor 1 sampai 6.") == 2
    assert "1. Amplop di Loket" in ran.out


def test_a_case_is_reached_and_played_from_the_menu(tmp_path: Path) -> None:
    """Alone, a module, a case; leaving the play leads back to the menu of the module."""
    ran = front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k")

    assert (ran.status, ran.err) == (0, "")
    assert "Amplop di Loket (Modul 5)" in ran.out
    assert ran.out.count("Modul 5: Studi Kasus Pelanggaran Etika\n\n1. Amplop di Loket") == 2


def test_a_play_that_was_left_stands_first(tmp_path: Path) -> None:
    """What one can go on with is the first line under practising alone."""
    front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k")

    ran = front(tmp_path, ALONE, "1", "", "")

    assert "\n1. Lanjutkan: Amplop di Loket\n" in ran.out
    assert "(Keputusan 2)" in ran.out


def test_the_law_is_looked_up_until_no_word_is_given(tmp_path: Path) -> None:
    """A known id shows its page, an unknown word one sentence; Enter goes back."""
    ran = front(tmp_path, PRIVATE, LAW, "G-06", "zzz", "", "k")

    assert "Perubahannya dicari sampai" in ran.out
    assert "Tidak ada yang memuat zzz" in ran.out
    assert ran.out.count("1. Belajar sendiri") == 2


def test_help_says_what_this_is_and_what_it_is_not(tmp_path: Path) -> None:
    """No pass or fail, nothing leaves the laptop."""
    ran = front(tmp_path, PRIVATE, HELP, "k")

    assert "Tidak ada lulus atau gagal." in ran.out
    assert "Tidak ada yang keluar dari laptop ini." in ran.out


WRONG = ["0", "9", "99999999999999999999", "00009", "00011", "x", "²", "-1", "1.0", "\x1b[A", "[", "j", "4 5"]


@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_number_is_answered_with_the_numbers_there_are(typed: str, tmp_path: Path) -> None:
    """The menu stays, nothing is guessed."""
    ran = front(tmp_path, PRIVATE, typed, "k")

    assert (ran.status, ran.err) == (0, "")
    assert "Ketik nomor 1 sampai 6." in ran.out


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
    ran = program("--plain", terminal=True, stdin=Typed(("n", "1", "5", "1", "k", "m", "m", "q")), env=env)

    assert (ran.status, ran.err) == (0, "")
    assert "1. Practise alone" in ran.out
    assert "An Envelope at the Counter (Module 5)" in ran.out
    assert ran.out.endswith("\nSee you again.\n")


@pytest.mark.parametrize("typed", ["01", " 1 ", "0001", "000000001"])
def test_noughts_before_a_number_do_not_matter(typed: str, tmp_path: Path) -> None:
    """However many there are, it is the same line."""
    ran = front(tmp_path, PRIVATE, typed)

    assert "Belajar sendiri\n\n1. Modul" in ran.out


@pytest.mark.parametrize("way", [(ALONE,), (ALONE, MODULE_5)], ids=["practise", "module"])
@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_number_further_inside_is_told_as_well(
    typed: str, way: tuple[str, ...], tmp_path: Path
) -> None:
    """Every menu says how many lines it has, and asks again."""
    ran = front(tmp_path, PRIVATE, *way, typed, "k")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("Ketik nomor 1 sampai ") == 1
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


@pytest.mark.parametrize("depth", range(3))
@pytest.mark.parametrize("typed", ["?", "bantuan", "help"])
def test_help_is_shown_in_every_menu(typed: str, depth: int, tmp_path: Path) -> None:
    """As the help itself promises."""
    ran = front(tmp_path, PRIVATE, *(ALONE, MODULE_5)[:depth], typed, "k")

    assert ran.out.count("Tidak ada lulus atau gagal.") == 1
    assert ran.err == ""


@pytest.mark.parametrize("depth", range(3))
@pytest.mark.parametrize("leave", ["k", "keluar", "q"])
def test_leaving_leaves_all_menus_from_wherever_one_is(leave: str, depth: int, tmp_path: Path) -> None:
    """K is the way out, once, with a friendly word."""
    ran = front(tmp_path, PRIVATE, *(ALONE, MODULE_5)[:depth], leave)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("etika-sim: etika pelayanan publik") == 1
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


@pytest.mark.parametrize("back", ["m", "mundur", "u"])
def test_going_back_leads_one_menu_up(back: str, tmp_path: Path) -> None:
    """From the module to the modules, from there to the first menu, from there out."""
    ran = front(tmp_path, PRIVATE, ALONE, MODULE_5, back, back, back)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("etika-sim: etika pelayanan publik") == 2
    assert ran.out.count("Belajar sendiri\n\n1. Modul") == 2
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


@pytest.mark.parametrize("leave", ["k", "m"])
def test_leaving_at_the_offer_leads_back_to_the_menu(leave: str, tmp_path: Path) -> None:
    """Who only looked at where a play was left is not sent away."""
    front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k")

    ran = front(tmp_path, ALONE, "1", leave, "k")

    assert ran.out.count("1. Lanjutkan: Amplop di Loket") == 2
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_a_play_that_was_just_left_is_offered_in_the_same_menu(tmp_path: Path) -> None:
    """The menu is made anew when one comes back to it."""
    ran = front(tmp_path, PRIVATE, ALONE, MODULE_5, FIRST_CASE, "", "a", "", "", "k", "m", "1")

    assert "Belajar sendiri\n\n1. Modul" in ran.out
    assert "Belajar sendiri\n\n1. Lanjutkan: Amplop di Loket\n" in ran.out
    assert "Anda berhenti di keputusan 2" in ran.out


def test_a_case_that_leads_nowhere_does_not_end_the_menu(tmp_path: Path, case_file: Writer) -> None:
    """Its fault is one sentence, and the menu comes again."""
    case_file(("- {scene: sore-hari}", "- {if: tekanan > 2, scene: sore-hari}"))
    env = {"ETIKA_SIM_HOME": str(tmp_path / "rumah"), "ETIKA_SIM_PATH": str(tmp_path)}
    lines = (PRIVATE, ALONE, MODULE_5, "4", "", "b", "", "", "b", "", "k")

    ran = program("--plain", terminal=True, stdin=Typed(lines), env=env)

    assert "Ada cacat dalam kasus ini: dari ruang-kepala" in ran.err
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_in_english_the_keys_that_are_named_are_english(tmp_path: Path) -> None:
    """Q and U, as everywhere in that language."""
    env = {"ETIKA_SIM_HOME": str(tmp_path), "ETIKA_SIM_LANG": "en"}

    ran = program("--plain", terminal=True, stdin=Typed(("n", "1", "u", "q")), env=env)

    assert "Number, then Enter (Q: leave):" in ran.out
    assert "Number, then Enter (U: back):" in ran.out
    assert ran.out.endswith("\nSee you again.\n")
