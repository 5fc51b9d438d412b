"""A part of a text that no play shows: no state that comes there meets its condition.

Asked of scenes, outcomes and reviews, in exactly the states in which a play can be there; an outcome
and a review are read after the changes of their choice. Conditions of choices and routes are the
business of the proof. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.space import Space, image
from etika_sim.language.diagnostic import Diagnostic, Path
from etika_sim.model import Decision, Text


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a part: at its condition if its text is never shown, at its else if that never is."""
    space = draft.graph.space
    for name, scene in draft.scenario.scenes.items():
        states = draft.reached.get(name)
        if states is None:
            continue
        path = ("scenes", name)
        if _varies(scene.text):
            yield from _unseen(space, scene.text, states, states, (*path, "text"))
        if not isinstance(scene, Decision):
            continue
        for n, choice in enumerate(scene.choices.values()):
            for key, text in (("outcome", choice.outcome), ("review", choice.review)):
                if _varies(text):
                    way = draft.graph.exits[name][n]
                    before = states & way.guard
                    after = image(before, way.change)
                    yield from _unseen(space, text, before, after, (*path, "choices", choice.id, key))


def _varies(text: Text) -> bool:
    return len(text) > 1 or text[0].when is not None


def _unseen(space: Space, text: Text, before: int, after: int, path: Path) -> Iterator[Diagnostic]:
    """The parts that are not read in any of the states `after`; in those `before` nothing was changed yet."""
    for n, (_said, when, otherwise) in enumerate(text):
        if when is None:
            continue
        holds = space.where(when)
        if not after & holds:
            reason = "text-after" if before & holds else "text"
            facts = {"reason": reason, "values": space.possible(after, when)}
            yield Diagnostic("unseen-text", (*path, n, "if"), facts, "key")
        elif otherwise is not None and not after & ~holds:
            reason = "else-after" if before & ~holds else "else"
            yield Diagnostic("unseen-text", (*path, n, "else"), {"reason": reason}, "key")
