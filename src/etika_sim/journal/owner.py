"""Ownership of plays: the one person of a private laptop, an alias on a shared one, or a guest.

Law: a guest leaves nothing behind.
"""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import quote

from etika_sim.prose import UNSAFE, safe_line
from etika_sim.store.log import Store
from etika_sim.store.trouble import Taken

LAPTOP = "laptop"
LONGEST_ALIAS = 40


class Owner(NamedTuple):
    """`alias` is empty for the person of a private laptop; `keeps` is false for a guest."""

    alias: str = ""
    keeps: bool = True

    @property
    def plays(self) -> str:
        """What the names of the owner's streams of plays begin with."""
        return f"play/{quote(self.alias, safe='')}/"


MYSELF = Owner()
GUEST = Owner(keeps=False)


def known_as(name: str) -> Owner:
    """The owner of that alias, cleaned and shortened; a guest if nothing is left of it."""
    alias = unicodedata.normalize("NFC", safe_line(name)).casefold()[:LONGEST_ALIAS].strip()
    return Owner(alias) if alias else GUEST


def is_alias(name: str) -> bool:
    """Whether an alias can be found again as it was typed: no hidden characters, and not cut off."""
    readable = not UNSAFE.search(name) and not any(unicodedata.category(sign) == "Cf" for sign in name)
    return readable and len(unicodedata.normalize("NFC", safe_line(name)).casefold()) <= LONGEST_ALIAS


def is_shared(store: Store) -> bool | None:
    """Whether the laptop is shared, as somebody said last; None as long as nobody has."""
    for entry in reversed(store.read(LAPTOP)):
        with suppress(ValueError, KeyError, TypeError):
            return bool(json.loads(entry.data)["shared"])
    return None


def remember_shared(store: Store, shared: bool, at: str) -> None:
    """Keep the answer for the next start; of two windows that are asked at once the last one is heard."""
    while True:
        with suppress(Taken):
            store.append(LAPTOP, len(store.read(LAPTOP)), at, json.dumps({"shared": shared}))
            return
