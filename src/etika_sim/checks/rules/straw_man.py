"""A choice so bad that nobody would take it, or a decision in which all but the best are.

An alternative that nobody weighs makes the decision easier than it looks, and lifts every score.
Points may be mild where the deed is not: a choice that goes against all five principles, be it at -1
each, is a straw man as well unless an excuse says what tempts in it.
A red line is left out: there the author has said that it is that bad. Source: Haladyna, Downing and
Rodriguez 2002 (implausible distractors); the figures are our convention.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Choice
from etika_sim.play.goodness import total

WORST, MANY = -2, 3
"""So many principles at the worst points make one choice a straw man."""

LOW_TOTAL = -6
"""At this total or below, all choices but the best are straw men together."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a choice; one a decision where only all of them together are too bad."""
    for scene in draft.decisions:
        choices = scene.choices.values()
        totals = [total(choice) for choice in choices]
        best = max(totals)
        pairs = zip(choices, totals, strict=True)
        others = [(choice, points) for choice, points in pairs if points < best and not choice.red_line]
        alone = [choice for choice, _points in others if is_straw_man(choice)]
        for choice in alone:
            worst = choice.scores.count(WORST)
            facts: dict[str, Any] = {"choice": choice.id, "count": worst}
            facts |= {} if worst >= MANY else {"reason": "mild"}
            yield Diagnostic("straw-man", ("scenes", scene.id, "choices", choice.id, "scores"), facts)
        if others and not alone and all(points <= LOW_TOTAL for _choice, points in others):
            facts = {"reason": "all", "scene": scene.id, "most": LOW_TOTAL}
            yield Diagnostic("straw-man", ("scenes", scene.id, "choices"), facts, "key")


def is_straw_man(choice: Choice) -> bool:
    """Whether a choice is at the worst points on so many principles, or against all; no red line."""
    against_all = not choice.excuse and all((points or 0) < 0 for points in choice.scores)
    return not choice.red_line and (choice.scores.count(WORST) >= MANY or against_all)
