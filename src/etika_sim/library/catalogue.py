"""What cases there are: one entry a case, for lists and for finding one's way.

Law: YAML is parsed only for what has changed since the index was written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from etika_sim import __version__
from etika_sim.languages import ORIGINAL
from etika_sim.library.files import CannotRead, is_file, read_bytes, real
from etika_sim.library.folders import REGISTER_NAMES, cases_in, folders, shipped, translation_of
from etika_sim.library.index import Index, stamp
from etika_sim.model import PRINCIPLES, Decision, Ending, Scenario

if TYPE_CHECKING:
    from etika_sim.checks.validate import Cited

LAST = 9
"""Where files with errors are sorted: behind every module."""


class Entry(NamedTuple):
    """A case as lists show it, in one language; of a file with errors only the first four are told.

    `own`: it is not one of the shipped cases. `principles` are those that some decision puts at
    stake, `remedies` those that the debrief asks about; `decisions` and `endings` are counted.
    """

    id: str
    path: Path
    own: bool
    sound: bool
    title: str = ""
    summary: str = ""
    note: str | None = None
    you: str = ""
    module: int = LAST
    level: str = ""
    minutes: int | None = None
    practices: tuple[str, ...] = ()
    pressures: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    decisions: int = 0
    endings: int = 0
    language: str = ""


_KNOWN = 3
"""How many fields of an entry are known from its path; an index keeps the others."""


class Wanted(NamedTuple):
    """What a case must have to be listed, all of it; None or nothing asks for nothing.

    `minutes`: it says how long it takes, and that is no longer.
    """

    module: int | None = None
    level: str | None = None
    minutes: int | None = None
    principles: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    pressures: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def fits(self, entry: Entry) -> bool:
        """Whether an entry has it all; a file with errors has nothing."""
        if self == Wanted():
            return True
        several = ("principles", "practices", "pressures", "remedies", "themes")
        return (
            entry.sound
            and self.module in (None, entry.module)
            and self.level in (None, entry.level)
            and (self.minutes is None or (entry.minutes is not None and entry.minutes <= self.minutes))
            and all(set(getattr(self, name)) <= set(getattr(entry, name)) for name in several)
        )


def catalogue(language: str, named: Iterable[Path] = (), cache: Path | None = None) -> list[Entry]:
    """All cases of all folders; of two with one id the first folder's wins. Sorted by module.

    `cache` is the folder of the index; without one every file is read.
    """
    reader = _Reader(language, _index(cache))
    found: dict[str, Entry] = {}
    for path in _paths(named):
        name = path.stem
        if name not in found:
            found[name] = reader.entry(name, path)
    reader.index.save()
    return sorted(found.values(), key=lambda entry: (entry.module, entry.id))


def law_ids(cache: Path | None = None) -> list[str]:
    """The ids of the shipped registers, laws first, then channels."""
    index, home = _index(cache), shipped()
    seen = " ".join(stamp(str(home / f"{name}.yaml")) for name in REGISTER_NAMES)
    ids = index.get(str(home), "", seen)
    if ids is None:
        from etika_sim.library.registers import registers

        found = registers()
        ids = [*found.laws, *found.channels]
        index.put(str(home), "", seen, ids)
        index.save()
    return list(ids)


def _index(cache: Path | None) -> Index:
    return Index(cache, " ".join(("etika-sim", __version__, *Entry._fields[_KNOWN:])))


def _paths(named: Iterable[Path]) -> Iterator[Path]:
    for folder in folders(named):
        yield from cases_in(folder)


class _Folder(NamedTuple):
    """What the cases of a folder share: where they are, whether they are shipped, their registers' stamps."""

    name: str
    own: bool
    registers: str


class _Reader:
    """Entries in one language, from the index where it knows them, else from their files."""

    def __init__(self, language: str, index: Index) -> None:
        self.language, self.index = language, index
        self._folders: dict[Path, _Folder] = {}
        self._cited: dict[Path, Cited] = {}

    def entry(self, name: str, path: Path) -> Entry:
        """The entry of the case in that file."""
        home = self._folder(path.parent)
        file = f"{home.name}{os.sep}{path.name}"
        seen = self._stamps(home, file, path)
        kept = self.index.get(file, self.language, seen)
        if kept is not None:
            values = (tuple(value) if isinstance(value, list) else value for value in kept)
            return Entry._make((name, path, home.own, *values))
        entry = Entry(name, path, home.own, sound=False)
        try:
            scenario = self._scenario(path)
        except CannotRead:
            return entry
        if scenario is not None:
            entry = _described(entry, scenario)
        self.index.put(file, self.language, seen, entry[_KNOWN:])
        return entry

    def _folder(self, path: Path) -> _Folder:
        if path not in self._folders:
            self._folders[path] = _folder(real(path))
        return self._folders[path]

    def _stamps(self, home: _Folder, file: str, path: Path) -> str:
        """The stamps of all that the case is read from; registers are looked for beside the file itself."""
        near = self._folder(real(path).parent) if path.is_symlink() else home
        translated = f"{file.removesuffix(path.suffix)}.{self.language}{path.suffix}"
        return f"{stamp(file)} {stamp(translated)} {near.registers}"

    def _scenario(self, path: Path) -> Scenario | None:
        """The case with its translation laid over it, None if it has errors. Raises CannotRead."""
        from etika_sim.checks.validate import check_case, check_translation

        cited = self._citable(path)
        checked = check_case(read_bytes(path), path.stem, str(path), cited, proved=True)
        translated = translation_of(path, self.language)
        if checked.scenario is None or self.language == ORIGINAL or not is_file(translated):
            return checked.scenario
        laid = check_translation(read_bytes(translated), checked, self.language, str(translated), cited)
        return laid.scenario or checked.scenario

    def _citable(self, path: Path) -> Cited:
        from etika_sim.checks.validate import Cited
        from etika_sim.library.registers import registers

        folder = real(path).parent
        if folder not in self._cited:
            found = registers(beside=path)
            self._cited[folder] = Cited(frozenset(found.laws), frozenset(found.channels))
        return self._cited[folder]


def _folder(path: Path) -> _Folder:
    home = shipped()
    near = (home, path, path.parent)
    registers = " ".join(stamp(str(one / f"{name}.yaml")) for one in near for name in REGISTER_NAMES)
    return _Folder(str(path), home not in (path, *path.parents), registers)


def _described(entry: Entry, scenario: Scenario) -> Entry:
    """The entry with what lists tell of a case."""
    decisions = [scene for scene in scenario.scenes.values() if isinstance(scene, Decision)]
    told = ("title", "summary", "note", "you", "module", "level", "minutes", "language")
    same = (*told, "practices", "pressures", "themes")
    return entry._replace(
        sound=True,
        remedies=tuple(dict.fromkeys(one.remedy for one in scenario.debrief.office)),
        principles=tuple(_at_stake(decisions)),
        decisions=len(decisions),
        endings=sum(isinstance(scene, Ending) for scene in scenario.scenes.values()),
        **{name: getattr(scenario, name) for name in same},
    )


def _at_stake(decisions: list[Decision]) -> Iterator[str]:
    """The principles on which the choices of some decision differ."""
    for n, principle in enumerate(PRINCIPLES):
        if any(len({choice.scores[n] or 0 for choice in one.choices.values()}) > 1 for one in decisions):
            yield principle.value
