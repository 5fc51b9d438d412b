"""Whose plays they are: the first question, an alias on a shared laptop, a guest."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.laptops import ALIAS, FIRST, LEFT, PRIVATE, QUESTION, SHARED, flat, kinds, memory, sitting

from etika_sim.journal.owner import LAPTOP, known_as

NOT_UNDERSTOOD = "Ketik Y untuk ya atau T untuk tidak, lalu Enter. K: keluar."
OTHER_NAME = "Pakailah huruf dan angka, paling banyak 40, supaya dapat Anda ketik lagi."
GUEST = "Anda bermain sebagai tamu; tidak ada yang disimpan."


def said(home: Path) -> list[str]:
    """What was answered about the laptop."""
    with memory(home) as store:
        return [entry.data for entry in store.read(LAPTOP)]


@pytest.mark.parametrize("typed", ["", "mungkin", "?", "m", "3", "yt", "yaa", "\x1b[A", "y" * 4000])
def test_an_answer_that_is_none_is_told_and_asked_for_again(typed: str, tmp_path: Path) -> None:
    """Neither yes nor no is guessed from it."""
    ran = sitting(tmp_path, typed, PRIVATE, "k")

    assert ran.out.count(NOT_UNDERSTOOD) == 1
    assert ran.out.count("Ya (Y) atau tidak (T):") == 2
    assert said(tmp_path) == ['{"shared": false}']


@pytest.mark.parametrize("typed", ["y", "Y", " ya ", "YA", "yes", "1"])
def test_yes_can_be_said_in_either_language(typed: str, tmp_path: Path) -> None:
    """A letter, a word or a number; the alias is asked for at once."""
    ran = sitting(tmp_path, typed, "melati", "k")

    assert ALIAS in ran.out
    assert said(tmp_path) == ['{"shared": true}']


@pytest.mark.parametrize("leave", ["k", "K", "keluar", "q", "exit"])
@pytest.mark.parametrize("words", [(), ("play", "amplop-di-loket")], ids=["menu", "play"])
def test_the_first_question_can_be_left(words: tuple[str, ...], leave: str, tmp_path: Path) -> None:
    """A friendly word, nothing decided: the next start asks again."""
    ran = sitting(tmp_path, leave, words=words)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.rstrip().endswith("Sampai jumpa lagi.")
    assert said(tmp_path) == []
    assert QUESTION in sitting(tmp_path).out


@pytest.mark.parametrize("words", [(), ("play", "amplop-di-loket")], ids=["menu", "play"])
def test_the_question_for_an_alias_can_be_left(words: tuple[str, ...], tmp_path: Path) -> None:
    """K is no alias; that the laptop is shared is known from then on."""
    ran = sitting(tmp_path, SHARED, "k", words=words)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.rstrip().endswith("Sampai jumpa lagi.")
    assert said(tmp_path) == ['{"shared": true}']


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("words", [(), ("play", "amplop-di-loket")], ids=["menu", "play"])
def test_ctrl_c_at_the_questions_ends_with_130(words: tuple[str, ...], at: int, tmp_path: Path) -> None:
    """Nothing but the status and the end of the prompt's line."""
    ran = sitting(tmp_path, SHARED, "melati", words=words, interrupts=at)

    assert (ran.status, ran.err.strip()) == (130, "")
    assert len(said(tmp_path)) == at


@pytest.mark.parametrize("typed", ["melati\x1b[D", "a" * 41, "a" * 4000, "a\u200bb", "\x00"])
def test_an_alias_that_could_not_be_typed_again_is_asked_for_again(typed: str, tmp_path: Path) -> None:
    """Arrow keys leave hidden characters, and of a very long name only the beginning would be known."""
    ran = sitting(tmp_path, SHARED, typed, "melati", *FIRST)

    assert flat(ran).count(OTHER_NAME) == 1
    assert "Anda bermain sebagai melati." in ran.out
    assert kinds(tmp_path, known_as("melati")) == [["chose"]]


@pytest.mark.parametrize("typed", ["/", "..", "a/b", "%2F", "50%", "'; --", "\U0001f33a", "play/melati"])
def test_any_visible_signs_make_an_alias(typed: str, tmp_path: Path) -> None:
    """Its plays are found again, and those of others are not."""
    sitting(tmp_path, SHARED, "melati", *FIRST)
    sitting(tmp_path, typed, *FIRST)

    same, other = sitting(tmp_path, typed, "k"), sitting(tmp_path, f"{typed}x", "k")

    assert f"Anda bermain sebagai {typed.casefold()}." in same.out
    assert (LEFT in same.out, LEFT in other.out) == (True, False)


def test_help_tells_again_what_an_alias_is_for(tmp_path: Path) -> None:
    """A question mark is no alias."""
    ran = sitting(tmp_path, SHARED, "?", "melati", "k")

    assert ran.out.count(ALIAS) == 2
    assert "Anda bermain sebagai melati." in ran.out


def test_an_alias_is_said_as_it_was_understood(tmp_path: Path) -> None:
    """A slip of the hand is seen before anything is kept under it."""
    ran = sitting(tmp_path, SHARED, "  Bu   MELATI ", "k")

    assert "Anda bermain sebagai bu melati." in ran.out


def test_a_guest_on_a_shared_laptop_is_told_so_and_leaves_nothing(tmp_path: Path) -> None:
    """Enter alone: only the answer about the laptop is in the store."""
    ran = sitting(tmp_path, SHARED, "", *FIRST, "t", "Rahasia.", "k")

    assert GUEST in ran.out
    assert "Tersimpan" not in ran.out
    with memory(tmp_path) as store:
        assert [stream.name for stream in store.streams()] == [LAPTOP]
    assert not [file for file in tmp_path.iterdir() if b"Rahasia" in file.read_bytes()]


def test_in_the_menu_a_guest_has_nothing_to_go_on_with(tmp_path: Path) -> None:
    """Neither the own play of a moment ago nor that of an alias."""
    sitting(tmp_path, SHARED, "melati", *FIRST)

    ran = sitting(tmp_path, "", "1", "1", "1", *FIRST, "k", "m", words=())

    assert "Lanjutkan:" not in ran.out


def test_two_windows_that_start_for_the_first_time_at_once_both_play(tmp_path: Path) -> None:
    """The other window answered while this one asked: both answers are heard, nothing fails."""

    def elsewhere() -> None:
        sitting(tmp_path, SHARED, "melati", "k")

    ran = sitting(tmp_path, PRIVATE, *FIRST, meddling=(0, elsewhere))

    assert (ran.status, ran.err) == (0, "")
    assert said(tmp_path) == ['{"shared": true}', '{"shared": false}']
    assert ["chose"] in kinds(tmp_path)


def test_in_english_the_questions_are_english(tmp_path: Path) -> None:
    """Y and N, Q leaves, and the words around them."""
    ran = sitting(tmp_path, "t?", "y", "Jasmine", "q", lang="en")

    assert "Do several people use this laptop?" in ran.out
    assert "Type Y for yes or N for no, then Enter. Q leaves." in ran.out
    assert "You play as jasmine." in ran.out
