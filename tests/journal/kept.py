"""What the tests of the journal say: the hour, a play after some choices, a log on a full disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, Owner
from etika_sim.journal.plays import Kept, Log, NullLog
from etika_sim.library.load import Loaded
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

AT = "2026-11-24T09:00:00+00:00"
MOVED = ("weight: 2", "weight: 3")
"""A change of the small case after which all choices lead where they led."""

NARROWED = ("      simpan:\n        text:", "      taruh:\n        text:")
"""A change after which the choice `simpan` is not offered any more."""

Maker = Callable[..., Loaded]


def begun(log: Log, loaded: Loaded, *choices: str, owner: Owner = MYSELF) -> Kept:
    """A play of that person after those choices."""
    kept = plays.begin(log, owner, loaded, "", AT)
    for choice in choices:
        kept = plays.chose(log, kept, choice, AT)
    return kept


class Failing(NullLog):
    """A log on a disk that has been full since the k-th writing; it remembers what it let through."""

    def __init__(self, k: int = 0) -> None:
        self.k = k
        self.kept: list[tuple[str, Entry]] = []

    def extend(self, stream: str, entries: Sequence[Entry], _keep: Iterable[bytes] = ()) -> None:
        """Fail, or let the entries through."""
        if self.k <= 0:
            raise StoreTrouble("full", Path("store.db"))
        self.k -= 1
        self.kept += [(stream, entry) for entry in entries]
