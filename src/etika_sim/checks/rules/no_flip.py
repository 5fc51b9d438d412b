"""A decision that a class plays, and for which no changed fact is told that would turn it round.

Where no fact could make another of the offered options best, the answer does not hang on the case but
on its wording, and whoever has not read the story finds it. The class's "what if" needs such a fact.
Source: tipping points in dilemma training ("but what if …"); see docs/rules.md. The limit is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Decision
from etika_sim.play.goodness import best


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at its name."""
    for scene in draft.decisions:
        if scene.id in draft.planned and draft.offers[scene.id] and not _tips(draft, scene):
            named = any(one.then for one in scene.facilitator.vary)
            reason = "same" if named else "none"
            yield Diagnostic("no-flip", ("scenes", scene.id), {"reason": reason, "scene": scene.id}, "key")


def _tips(draft: Draft, scene: Decision) -> bool:
    """Whether some what-if names a choice that is offered beside a better one."""
    named = {one.then for one in scene.facilitator.vary}
    for offered in draft.offers[scene.id]:
        good = {choice.id for choice in best(offered)}
        if any(choice.id in named and choice.id not in good for choice in offered):
            return True
    return False
