"""A scene over 60 words, or a choice over 15, in a decision that a class plays.

A class reads from the wall, together, in two minutes, and then hears the choices once. Counted is
the longest that the scene can be in some play, its question left out; what long-scene or long-choice
already finds too long for anybody is not said twice. Source: the screen of a class
holds about so many words at a size that is read from the back row; both limits are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.reading import most_words
from etika_sim.checks.rules import long_choice, long_scene
from etika_sim.checks.wording import words
from etika_sim.language.diagnostic import Diagnostic

MOST_IN_SCENE, MOST_IN_CHOICE = 60, 15


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a text."""
    for scene in draft.decisions:
        if scene.id not in draft.planned:
            continue
        path = ("scenes", scene.id)
        count = most_words(scene.text, draft.reached[scene.id], draft.graph.space)
        if MOST_IN_SCENE < count <= long_scene.MOST:
            facts = {"reason": "scene", "scene": scene.id, "count": count, "most": MOST_IN_SCENE}
            yield Diagnostic("long-for-class", (*path, "text"), facts, "key")
        for choice in scene.choices.values():
            count = len(words(choice.text))
            if MOST_IN_CHOICE < count <= long_choice.MOST:
                facts = {"reason": "choice", "choice": choice.id, "count": count, "most": MOST_IN_CHOICE}
                yield Diagnostic("long-for-class", (*path, "choices", choice.id, "text"), facts, "key")
