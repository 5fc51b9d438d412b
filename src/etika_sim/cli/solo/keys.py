"""Parser of typed keys: a letter, number or word in either language, as one of the things it can mean."""

from __future__ import annotations

from enum import Enum

from etika_sim.views.scene import LETTERS


class Key(Enum):
    """The things that can be meant besides an option."""

    ON = "on"
    QUIT = "quit"
    UNDO = "undo"
    LAW = "law"
    PATH = "path"
    HELP = "help"
    NOTE = "note"
    DETAILS = "details"
    NEW = "new"
    VERSION = "version"
    SKIP = "skip"
    UNKNOWN = "unknown"


# Both languages are understood everywhere; only clashes are settled by the language in use.
_WORDS = {
    "id": {
        "k": Key.QUIT,
        "m": Key.UNDO,
        "h": Key.LAW,
        "j": Key.PATH,
        "t": Key.NOTE,
        "r": Key.DETAILS,
        "b": Key.NEW,
        "v": Key.VERSION,
        "s": Key.SKIP,
    },
    "en": {
        "q": Key.QUIT,
        "u": Key.UNDO,
        "l": Key.LAW,
        "p": Key.PATH,
        "n": Key.NOTE,
        "d": Key.DETAILS,
        "b": Key.NEW,
        "v": Key.VERSION,
        "s": Key.SKIP,
    },
}
_WHOLE = {
    "": Key.ON,
    "?": Key.HELP,
    "keluar": Key.QUIT,
    "quit": Key.QUIT,
    "exit": Key.QUIT,
    "mundur": Key.UNDO,
    "undo": Key.UNDO,
    "back": Key.UNDO,
    "hukum": Key.LAW,
    "law": Key.LAW,
    "jejak": Key.PATH,
    "path": Key.PATH,
    "bantuan": Key.HELP,
    "help": Key.HELP,
    "tulis": Key.NOTE,
    "note": Key.NOTE,
    "rincian": Key.DETAILS,
    "details": Key.DETAILS,
    "baru": Key.NEW,
    "begin": Key.NEW,
    "lanjut": Key.ON,
    "next": Key.ON,
    "versi": Key.VERSION,
    "version": Key.VERSION,
    "tanpa": Key.SKIP,
    "skip": Key.SKIP,
}


def number(word: str, count: int) -> int | None:
    """The number from 1 to `count` that is typed, less 1; however many noughts stand before it."""
    digits = word.lstrip("0")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > len(str(count)):
        return None
    return int(digits) - 1 if int(digits) <= count else None


def meant(typed: str, language: str, count: int) -> int | Key:
    """The option meant (from 0, of `count`), or a Key. Letters and numbers name options."""
    word = typed.strip().lower()
    if len(word) == 1 and word.upper() in LETTERS[:count]:
        return LETTERS.index(word.upper())
    if (n := number(word, count)) is not None:
        return n
    own = _WORDS.get(language, {})
    other = {key: value for words in _WORDS.values() for key, value in words.items()}
    return _WHOLE.get(word) or own.get(word) or other.get(word) or Key.UNKNOWN
