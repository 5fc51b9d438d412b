"""A choice that takes too long to read while others wait beside it.

All choices are held in mind together; a long one is remembered by its length. Source: guidance for
plain Indonesian and for the options of test items; the 25 words are our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.sentences import count_words, may_exceed
from etika_sim.language.diagnostic import Diagnostic

MOST = 25


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a choice, at its text."""
    for scene in draft.decisions:
        for choice in scene.choices.values():
            if may_exceed(choice.text, MOST) and (count := count_words(choice.text)) > MOST:
                path = ("scenes", scene.id, "choices", choice.id, "text")
                facts = {"choice": choice.id, "count": count, "most": MOST}
                yield Diagnostic("long-choice", path, facts)
