"""Two choices that stand together say almost the same.

Measured as the shared words over all words of the two. A pair that differs in a "tidak" or in a number
is meant so. Source: options must differ in content (Haladyna, Downing and Rodriguez 2002); more than
85 percent is our own threshold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from etika_sim.checks.draft import Draft
from etika_sim.checks.wording import words
from etika_sim.language.diagnostic import Diagnostic

MOST_ALIKE = 85
"""Of a hundred words."""
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
    shared = len(here & there)
    if 100 * shared <= MOST_ALIKE * (len(here) + len(there) - shared):
        return False
    return not any(word in TURNS or word[0].isdigit() for word in here ^ there)
