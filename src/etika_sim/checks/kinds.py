"""Kinds of cases, by module, level, practice, pressure, remedy and theme: what coverage is counted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES

MODULES = tuple(map(str, range(1, 7)))


class OfSomeKind(Protocol):
    """What a case, or an entry of a catalogue, tells of itself."""

    @property
    def module(self) -> int:
        """The module, 1 to 6."""

    @property
    def level(self) -> str:
        """The level."""

    @property
    def practices(self) -> Iterable[str]:
        """The practices that it trains."""

    @property
    def pressures(self) -> Iterable[str]:
        """The pressures in it."""

    @property
    def remedies(self) -> Iterable[str]:
        """The remedies that its debrief asks about."""

    @property
    def themes(self) -> Iterable[str]:
        """What it is about."""


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[OfSomeKind], Iterable[str]]]] = {
    "modules": (MODULES, lambda case: (str(case.module),)),
    "levels": (tuple(LEVELS), lambda case: (case.level,)),
    "practices": (tuple(PRACTICES), lambda case: case.practices),
    "pressures": (tuple(PRESSURES), lambda case: case.pressures),
    "remedies": (tuple(REMEDIES), lambda case: case.remedies),
    "themes": (tuple(THEMES), lambda case: case.themes),
}
"""By the name of a group: the kinds in it, and which of them a case has."""
