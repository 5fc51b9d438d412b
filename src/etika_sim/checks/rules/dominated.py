"""A choice for which nothing speaks: another is at least as good on every principle, and no excuse tempts.

Whoever reads the choices crosses it out at once. It is looked at as it is offered: where it can be
offered without the better one, it is not dominated. Source: our convention, after the score audit of
branching scenarios; a named excuse counts as something that speaks for a choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import ge

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.straw_man import is_straw_man
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Choice, Decision


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a choice, at its points; what other rules say already of a decision is left out."""
    for scene in draft.decisions:
        choices = list(scene.choices.values())
        points = [[one or 0 for one in choice.scores] for choice in choices]
        if not any(choice.excuse for choice in choices) and list(map(max, *points)) in points:
            continue  # no-dilemma says it of all of them
        pairs = list(zip(choices, points, strict=True))
        for choice, own in pairs:
            if choice.excuse or is_straw_man(choice):
                continue
            better = [one for one, theirs in pairs if theirs != own and all(map(ge, theirs, own))]
            if better and _always_beside(draft, scene, choice, better):
                facts = {"choice": choice.id, "better": better[0].id}
                yield Diagnostic("dominated", ("scenes", scene.id, "choices", choice.id, "scores"), facts)


def _always_beside(draft: Draft, scene: Decision, choice: Choice, better: list[Choice]) -> bool:
    """Whether some better choice is offered wherever this one is."""
    where = draft.graph.space.where
    alone = draft.reached[scene.id] & where(choice.when)
    for one in better:
        alone &= ~where(one.when)
    return not alone
