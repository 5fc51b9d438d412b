"""Page breaking: blocks of a known height, laid on pages so that none overflows."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from etika_sim.prose import unmarked

PER_LINE = {"title": 52, "head": 70, "item": 82, "option": 74, "small": 88}
"""Characters that surely fit on a line of 170 mm, by kind of block."""

USUAL = 84
ABOVE = {"title": 1.4, "head": 1.1, "text": 0.5, "option": 0.5}
"""Lines of white space above a block."""

LINES = {"a4": 51, "f4": 57}
"""Lines of text that surely fit on a page: A4 (297 mm) and F4 (330 mm), margins taken off."""


class Block(NamedTuple):
    """A piece of a sheet: its kind, what it says, and a short lead that stands before it.

    Kinds: title, head, text, item, option, small, marks (a row of boxes), rule.
    """

    kind: str
    text: str = ""
    lead: str = ""

    @property
    def lines(self) -> float:
        """How many lines of a page it takes, rather too many than too few."""
        per_line = PER_LINE.get(self.kind, USUAL)
        length = len(unmarked(self.text)) + len(self.lead) + 2
        return max(1, ceil(length / per_line)) * (1.5 if self.kind == "title" else 1) + ABOVE.get(
            self.kind, 0.15
        )


Leaf = tuple[Block, ...]
"""What stands on one page."""


def paged(groups: Iterable[tuple[Block, ...]], paper: str) -> tuple[Leaf, ...]:
    """Groups of blocks on pages; a group stays together unless it is longer than a page."""
    leaves: list[list[Block]] = [[]]
    left = float(LINES[paper])
    for group in groups:
        needed = sum(block.lines for block in group)
        if needed > left and leaves[-1]:
            leaves.append([])
            left = LINES[paper]
        for block in group:
            if block.lines > left and leaves[-1]:
                leaves.append([])
                left = LINES[paper]
            leaves[-1].append(block)
            left -= block.lines
    return tuple(tuple(leaf) for leaf in leaves if leaf)
