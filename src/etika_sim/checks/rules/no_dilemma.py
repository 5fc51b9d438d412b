"""A decision in which one choice is best on every principle and nothing names what tempts.

Nobody has to weigh anything there: whoever knows the principles sees the answer at once. Source:
docs/rules.md; the flaw "no dilemma" of situational judgement items.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Choice, Decision


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at its choices."""
    for scene in draft.decisions:
        best = _best_everywhere(scene)
        if best is not None and not any(choice.excuse for choice in scene.choices.values()):
            facts = {"scene": scene.id, "choice": best.id}
            yield Diagnostic("no-dilemma", ("scenes", scene.id, "choices"), facts, "key")


def _best_everywhere(scene: Decision) -> Choice | None:
    """The choice that no other beats on any principle, if there is one."""
    columns = zip(
        *([points or 0 for points in choice.scores] for choice in scene.choices.values()), strict=True
    )
    highest = [max(column) for column in columns]
    return next(
        (choice for choice in scene.choices.values() if [p or 0 for p in choice.scores] == highest), None
    )
