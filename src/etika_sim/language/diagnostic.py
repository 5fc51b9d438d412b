"""One finding: rule, path, facts. It carries no sentence; the sentence is made at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from etika_sim.language.limits import MOST_FINDINGS
from etika_sim.model import NOTHING

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the head of a file to a value."""


class Place(NamedTuple):
    """Where something stands: line and column count from 1, `length` in characters."""

    line: int
    column: int
    length: int = 1


class Diagnostic(NamedTuple):
    """One finding in one file.

    `on` says whether the "key" or the "value" at `path` is meant, or the "remark" behind it;
    `inside` narrows it to (start, length) within a value. `place` is set where the
    reader knew it at once; the others are looked up by `locate` when there is something to say.
    """

    rule: str
    path: Path = ()
    facts: Mapping[str, Any] = NOTHING
    on: str = "value"
    inside: tuple[int, int] | None = None
    place: Place | None = None


class Findings:
    """Collects the findings of one file: the first hundred, and how many more there were."""

    def __init__(self) -> None:
        self.kept: list[Diagnostic] = []
        self.count = 0

    def add(self, finding: Diagnostic) -> None:
        """Keep the finding while there is room, and count it."""
        self.count += 1
        if len(self.kept) < MOST_FINDINGS:
            self.kept.append(finding)

    @property
    def room(self) -> bool:
        """Whether one more finding would still be kept."""
        return len(self.kept) < MOST_FINDINGS
