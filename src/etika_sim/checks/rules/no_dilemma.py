"""A decision in which one choice is best on every principle and nothing names what tempts.

Nobody has to weigh anything there: whoever knows the principles sees the answer at once.
Source: every option plausible (Haladyna, Downing and Rodriguez 2002); the threshold is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Choice, Decision


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at its choices."""
    for scene in draft.decisions:
        if any(choice.excuse for choice in scene.choices.values()):
            continue
        best = _best_everywhere(scene)
        if best is not None:
            facts = {"scene": scene.id, "choice": best.id}
            yield Diagnostic("no-dilemma", ("scenes", scene.id, "choices"), facts, "key")


def _best_everywhere(scene: Decision) -> Choice | None:
    """The choice that no other beats on any principle, if there is one and it beats some other."""
    points = [[p or 0 for p in choice.scores] for choice in scene.choices.values()]
    highest = list(map(max, *points))
    if highest not in points or points.count(highest) == len(points):
        return None
    return list(scene.choices.values())[points.index(highest)]
