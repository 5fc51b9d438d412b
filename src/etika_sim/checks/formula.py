"""Whether one word of a review tells its verdict, over many cases.

For each word: how many reviews one would sort rightly, into those of best choices and those of others,
by looking only whether it stands there. What that gains over always guessing the usual verdict is its
worth; "namun" in every review of a poor choice is worth a third of all. The probability that chance
alone would part the two kinds so far is Fisher's, times the number of words that were tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from etika_sim.checks.draft import Draft
from etika_sim.checks.wording import told, words
from etika_sim.exact import fisher
from etika_sim.play.goodness import best

FEWEST_REVIEWS = 20
"""With fewer reviews no word is looked for."""


class Formula(NamedTuple):
    """The most telling word: the verdicts it tells, of how many; the `usual` verdict's share; by chance."""

    word: str
    hits: int
    of: int
    usual: int
    p: float


def formula(drafts: Iterable[Draft]) -> Formula:
    """The word of reviews that tells most verdicts; of none if there are too few reviews."""
    stands: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    counts = [0, 0]
    for is_best, said in _reviews(drafts):
        stands[is_best].update(said)
        counts[is_best] += 1
    bad, good = counts
    tried = sorted(stands[0].keys() | stands[1].keys())
    if bad + good < FEWEST_REVIEWS or not tried:
        return Formula("", 0, 0, 0, 1.0)
    _hits, word = max((_sorted(stands[1][word], stands[0][word], good, bad), word) for word in tried)
    there = stands[1][word], stands[0][word]
    p = min(1.0, len(tried) * fisher(there[0], sum(there), good, good + bad))
    return Formula(word, _sorted(*there, good, bad), good + bad, max(good, bad), p)


def _sorted(good_with: int, bad_with: int, good: int, bad: int) -> int:
    """Reviews sorted rightly by whether the word stands there."""
    return max(good_with, bad_with) + max(good - good_with, bad - bad_with)


def _reviews(drafts: Iterable[Draft]) -> Iterable[tuple[bool, set[str]]]:
    """Whether a review is that of a best choice, and its words."""
    for draft in drafts:
        for scene in draft.decisions:
            good = {choice.id for choice in best(tuple(scene.choices.values()))}
            for choice in scene.choices.values():
                yield choice.id in good, set(words(told(choice.review)))
