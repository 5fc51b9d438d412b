"""What a participant types, as one of the things he can mean."""

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
}


def meant(typed: str, language: str, count: int) -> int | Key:
    """The option meant (from 0, of `count`), or a Key. Letters and numbers name options."""
    word = typed.strip().lower()
    if len(word) == 1 and word.upper() in LETTERS[:count]:
        return LETTERS.index(word.upper())
    if word.isdecimal() and word.isascii() and 1 <= int(word[:3]) <= count:
        return int(word) - 1
    own = _WORDS.get(language, {})
    other = {key: value for words in _WORDS.values() for key, value in words.items()}
    return _WHOLE.get(word) or own.get(word) or other.get(word) or Key.UNKNOWN
