"""Whose plays they are: the one person of a private laptop, an alias on a shared one, or a guest.

Law: a guest leaves nothing behind.
"""

from __future__ import annotations

import json
import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote

from etika_sim.prose import safe_line
from etika_sim.store.log import Store

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


def is_shared(store: Store) -> bool | None:
    """Whether the laptop is shared, as somebody said at the first start; None before that."""
    entries = store.read(LAPTOP)
    return None if not entries else bool(json.loads(entries[-1].data)["shared"])


def remember_shared(store: Store, shared: bool, at: str) -> None:
    """Keep the answer for the next start."""
    store.append(LAPTOP, len(store.read(LAPTOP)), at, json.dumps({"shared": shared}))


def alias_of(stream: str) -> str:
    """The alias in a stream's name."""
    return unquote(stream.split("/")[1])
