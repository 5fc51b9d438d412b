"""Which choices count as good, side by side, since each question asks for another of them.

- The *comparator* is one choice: what the author would have taken here, to weigh an answer against.
- The *best* are all choices that somebody may be sent to: an eye that guesses hits one of them.
- A *sound* choice is one a class may go on with unasked; a *poor* one wants a counter-view first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from etika_sim.model import Choice
from etika_sim.play.program import MoveRow

Rated = Choice | MoveRow
"""What carries points: a choice of a scenario, or its row in a program."""

R = TypeVar("R", bound=Choice | MoveRow)


def total(choice: Rated) -> int:
    """All points of a choice together; a principle left out counts 0."""
    return sum(points or 0 for points in choice.scores)


def comparator_of(offered: Sequence[R]) -> R:
    """The recommended offered choice with the most points, else the one with the most points."""
    return max([choice for choice in offered if choice.recommended] or offered, key=total)


def best(offered: Sequence[R]) -> tuple[R, ...]:
    """The recommended among the choices offered, else those with most points."""
    recommended = tuple(choice for choice in offered if choice.recommended)
    if recommended:
        return recommended
    totals = list(map(total, offered))
    most = max(totals)
    return tuple(choice for choice, points in zip(offered, totals, strict=True) if points == most)


def is_sound(choice: Rated, offered: Sequence[Rated]) -> bool:
    """Whether a choice is recommended, or has the most points; never one that crosses a red line."""
    return not choice.red_line and (choice.recommended or total(choice) == max(map(total, offered)))


def is_poor(choice: Rated, offered: Sequence[Rated]) -> bool:
    """Whether a choice crosses a red line, or is not sound and no better than the mean of the others."""
    if choice.red_line:
        return True
    return not is_sound(choice, offered) and total(choice) * len(offered) <= sum(map(total, offered))
