"""Two choices that stand together say almost the same.

Measured as the shared words over all words of the two; or one word stands in the place of another, beside
eight that are shared. A pair that differs in a "tidak" or in a number is meant so. Source: options must
differ in content (Haladyna, Downing and Rodriguez 2002); the 85 percent and the eight are our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from etika_sim.checks.draft import Draft
from etika_sim.checks.wording import words
from etika_sim.language.diagnostic import Diagnostic

MOST_ALIKE = 85
"""Of a hundred words."""
FEWEST_SHARED = 8
"""Beside so many shared words, one word in the place of another is a twin."""
TURNS = frozenset({"tidak", "tak", "tanpa", "bukan", "belum", "jangan"})
"""Words that turn a sentence round."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a pair, at the text of the second choice."""
    for scene in draft.decisions:
        said = {choice.id: frozenset(words(choice.text)) for choice in scene.choices.values()}
        told = set()
        for offered in draft.offers[scene.id]:
            for one, other in combinations(offered, 2):
                if _alike(said[one.id], said[other.id]) and (one.id, other.id) not in told:
                    told.add((one.id, other.id))
                    facts = {"scene": scene.id, "choice": other.id, "other": one.id}
                    yield Diagnostic("twin-options", ("scenes", scene.id, "choices", other.id, "text"), facts)


def _alike(here: frozenset[str], there: frozenset[str]) -> bool:
    shared, apart = len(here & there), max(len(here - there), len(there - here))
    is_one_word = apart == 1 and shared >= FEWEST_SHARED
    if not is_one_word and 100 * shared <= MOST_ALIKE * (len(here) + len(there) - shared):
        return False
    return not any(word in TURNS or word[0].isdigit() for word in here ^ there)
