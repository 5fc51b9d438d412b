"""What cases there are: one line a case, for lists and for finding one's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from etika_sim.library.files import CannotRead
from etika_sim.library.folders import cases_in, folders
from etika_sim.library.load import load
from etika_sim.model import Decision, Ending, Scenario


class Entry(NamedTuple):
    """A case as a list shows it; `scenario` is None when its file has errors."""

    id: str
    path: Path
    scenario: Scenario | None

    @property
    def decisions(self) -> int:
        """How many decisions the case has in all."""
        return self._count(Decision)

    @property
    def endings(self) -> int:
        """How many endings it has."""
        return self._count(Ending)

    def _count(self, kind: type) -> int:
        scenes = self.scenario.scenes.values() if self.scenario else ()
        return sum(isinstance(scene, kind) for scene in scenes)


def catalogue(language: str, named: Iterable[Path] = ()) -> list[Entry]:
    """All cases of all folders; of two with one id the first folder's wins. Sorted by module."""
    found: dict[str, Entry] = {}
    for path in _paths(named):
        if path.stem not in found:
            found[path.stem] = _entry(path, language)
    return sorted(found.values(), key=lambda one: (one.scenario.module if one.scenario else 9, one.id))


def _paths(named: Iterable[Path]) -> Iterator[Path]:
    for folder in folders(named):
        yield from cases_in(folder)


def _entry(path: Path, language: str) -> Entry:
    try:
        return Entry(path.stem, path, load(str(path), language).scenario)
    except CannotRead:
        return Entry(path.stem, path, None)
