"""Loaded words give the best choices away: the words of virtue stand in them only, those of vice never.

Source: give-away words (Haladyna, Downing and Rodriguez 2002); the list is our own, and so is the threshold:
half of the decisions, and two at least, for one honest "melaporkan" is no pattern.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance, Word
from etika_sim.language.diagnostic import Diagnostic

FEWEST = 2


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a case, at the first of the words."""
    given = [next(filter(None, map(given_away, groups)), None) for groups in draft.glances]
    hits = [(scene, choice, word) for found in given if found for scene, choice, word in [found]]
    if len(hits) < FEWEST or 2 * len(hits) < len(given):
        return
    scene, choice, word = hits[0]
    facts = {
        "count": len(hits),
        "of": len(given),
        "words": tuple(dict.fromkeys(word.text.lower() for *_place, word in hits)),
        "scenes": tuple(scene for scene, *_rest in hits),
    }
    path = ("scenes", scene, "choices", choice, "text")
    yield Diagnostic("virtue-words", path, facts, inside=word.inside)


def given_away(glance: Glance) -> tuple[str, str, Word] | None:
    """The scene, the choice and the word by which the best choices differ from the others."""
    scene = glance.scene.id
    if not glance.others:
        return None
    if not any(option.virtue for option in glance.others):
        for option in glance.best:
            if option.virtue:
                return scene, option.choice.id, option.virtue
    if not any(option.vice for option in glance.best):
        for option in glance.others:
            if option.vice:
                return scene, option.choice.id, option.vice
    return None
