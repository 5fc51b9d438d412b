"""Ids made of words: a title becomes the name of a file, a sentence the id of a choice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST_ID = 64
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for devices, whatever stands behind a dot."""
_REGISTERS = frozenset({"law", "channels"})


def id_trouble(name: str) -> str:
    """Why a case cannot have this id: "form", "long" or "taken-word"; empty if it can."""
    if len(name) > LONGEST_ID:
        return "long"
    if not _ID.fullmatch(name):
        return "form"
    return "taken-word" if name in _DEVICES | _REGISTERS else ""


def id_of(words: str, most: int = LONGEST_ID) -> str:
    """The words as an id, cut between words at `most` characters; empty if no letter is left of them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    while parts and not parts[0][0].isalpha():
        parts[0] = parts[0].lstrip("0123456789")
        if not parts[0]:
            del parts[0]
    found = ""
    for part in parts:
        longer = f"{found}-{part}" if found else part[:most]
        if len(longer) > most:
            break
        found = longer
    return f"{found}-1" if found in _DEVICES | _REGISTERS else found


def free(name: str, taken: Container[str]) -> str:
    """The id, or the first of `name-2`, `name-3`, … that is not taken."""
    n, other = 1, name
    while other in taken:
        n += 1
        other = f"{name[: LONGEST_ID - 6]}-{n}"
    return other
