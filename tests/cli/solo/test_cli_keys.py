"""What is typed, and what it means."""

from __future__ import annotations

import pytest

from etika_sim.cli.solo.keys import Key, meant

OPTIONS = {"a": 0, "A": 0, " c ": 2, "1": 0, "3": 2, "03": 2}
BOTH = {
    "": Key.ON,
    "  ": Key.ON,
    "lanjut": Key.ON,
    "next": Key.ON,
    "?": Key.HELP,
    "bantuan": Key.HELP,
    "HELP": Key.HELP,
    "keluar": Key.QUIT,
    "quit": Key.QUIT,
    "exit": Key.QUIT,
    "mundur": Key.UNDO,
    "back": Key.UNDO,
    "undo": Key.UNDO,
    "hukum": Key.LAW,
    "law": Key.LAW,
    "jejak": Key.PATH,
    "path": Key.PATH,
    "tulis": Key.NOTE,
    "note": Key.NOTE,
    "rincian": Key.DETAILS,
    "details": Key.DETAILS,
    "baru": Key.NEW,
    "begin": Key.NEW,
}
LETTERS = {
    "k": Key.QUIT,
    "q": Key.QUIT,
    "m": Key.UNDO,
    "u": Key.UNDO,
    "h": Key.LAW,
    "l": Key.LAW,
    "j": Key.PATH,
    "p": Key.PATH,
    "t": Key.NOTE,
    "n": Key.NOTE,
    "r": Key.DETAILS,
    "v": Key.VERSION,
}
NOTHING = [
    "e",
    "4",
    "0",
    "00",
    "0004",
    "0011",
    "-1",
    "1.5",
    "ab",
    "aa",
    "²",
    "٣",
    "\uff11",
    "ß",
    "9" * 5000,
    "\x1b[A",
    "ya",
]
each_language = pytest.mark.parametrize("language", ["id", "en"])


@each_language
@pytest.mark.parametrize(("typed", "option"), OPTIONS.items())
def test_letters_and_numbers_name_options(typed: str, option: int, language: str) -> None:
    """A to E and 1 to 5 mean the options in the order shown, small or capital, blanks or not."""
    assert meant(typed, language, 3) == option


@each_language
@pytest.mark.parametrize(("typed", "key"), {**BOTH, **LETTERS}.items())
def test_words_and_letters_of_both_languages_are_understood(typed: str, key: Key, language: str) -> None:
    """Whole words and the letters of either language work in both."""
    assert meant(typed, language, 3) is key


@each_language
@pytest.mark.parametrize("typed", NOTHING, ids=lambda typed: ascii(typed)[:12])
def test_anything_else_is_not_understood(typed: str, language: str) -> None:
    """An option that is not offered, a digit of another script, a key sequence: no guess is made."""
    assert meant(typed, language, 3) is Key.UNKNOWN


@each_language
def test_where_no_option_is_asked_for_letters_of_options_mean_nothing(language: str) -> None:
    """After an outcome, A is a wrong key and not a choice."""
    assert [meant(typed, language, 0) for typed in ("a", "1")] == [Key.UNKNOWN, Key.UNKNOWN]


def test_a_letter_that_names_an_option_is_that_option_first() -> None:
    """Where B or D is offered it is an option; elsewhere it may mean a key."""
    assert [meant(typed, "en", 4) for typed in ("b", "d")] == [1, 3]
    assert [meant(typed, "en", 0) for typed in ("b", "d")] == [Key.NEW, Key.DETAILS]
