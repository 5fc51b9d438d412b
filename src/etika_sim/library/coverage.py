"""What the cases cover together: the cases of each module, level, practice, theme and so on, and the holes.

A hole is measured against what a library to teach with should hold: four cases a module, a third of the
cases of each level (a hole is less than a fourth), every practice, pressure and remedy in several modules,
every principle at stake in half of two dozen cases, every theme in one case. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from etika_sim.checks.kinds import KINDS
from etika_sim.library.catalogue import Entry
from etika_sim.model import PRINCIPLES

IN_A_MODULE, SEVERAL_MODULES, OF_A_PRINCIPLE, OF_A_THEME = 4, 3, 12, 1
LEVELS_PART = 4
"""A level that holds less than one case in so many is a hole."""

_PRINCIPLES = tuple(principle.value for principle in PRINCIPLES)
_GROUPS: dict[str, tuple[tuple[str, ...], Callable[[Entry], Iterable[str]]]] = {
    **{group: KINDS[group] for group in KINDS if group != "themes"},
    "principles": (_PRINCIPLES, lambda entry: entry.principles),
    "themes": KINDS["themes"],
}
GROUPS = tuple(_GROUPS)


class Share(NamedTuple):
    """One thing that cases may have, by its id in a group such as "practices"; and the cases with it."""

    group: str
    name: str
    cases: tuple[Entry, ...]

    @property
    def modules(self) -> tuple[int, ...]:
        """The modules with such a case, in order."""
        return tuple(sorted({entry.module for entry in self.cases}))

    def within(self, module: int) -> int:
        """How many of the cases belong to a module."""
        return sum(entry.module == module for entry in self.cases)


class Hole(NamedTuple):
    """A share that is too small: how many of `unit` ("cases" or "modules") there are, and are wanted."""

    share: Share
    unit: str
    found: int
    wanted: int


class Coverage(NamedTuple):
    """Sound cases, shared out over all groups; the holes; and the cases that say no theme."""

    cases: tuple[Entry, ...]
    shares: tuple[Share, ...]
    holes: tuple[Hole, ...]
    unnamed: tuple[Entry, ...]

    def of(self, group: str) -> tuple[Share, ...]:
        """The shares of one group, in the order of the language."""
        return tuple(share for share in self.shares if share.group == group)


def cover(entries: Iterable[Entry]) -> Coverage:
    """What the sound ones among the entries cover; files with errors count for nothing."""
    cases = tuple(entry for entry in entries if entry.sound)
    shares = tuple(
        Share(group, name, tuple(entry for entry in cases if name in has(entry)))
        for group, (names, has) in _GROUPS.items()
        for name in names
    )
    holes = tuple(hole for share in shares if (hole := _measured(share, len(cases))).found < hole.wanted)
    return Coverage(cases, shares, holes, tuple(entry for entry in cases if not entry.themes))


def _measured(share: Share, cases: int) -> Hole:
    """What there is of a share, against what is wanted of `cases` cases."""
    if share.group in ("practices", "pressures", "remedies"):
        return Hole(share, "modules", len(share.modules), SEVERAL_MODULES)
    wanted = {
        "modules": IN_A_MODULE,
        "levels": -(-cases // LEVELS_PART),
        "principles": OF_A_PRINCIPLE,
        "themes": OF_A_THEME,
    }
    return Hole(share, "cases", len(share.cases), wanted[share.group])
