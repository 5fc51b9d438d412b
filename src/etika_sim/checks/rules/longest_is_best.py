"""The best choice is by far the longest: whoever always takes the longest is right.

Source: among the most common flaws of written items, and one that did raise scores (Pham 2018);
half as long again as the median of the others, and 20 characters more, is our own threshold.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance
from etika_sim.language.diagnostic import Diagnostic

TIMES, MORE = Fraction(3, 2), 20
"""How many times as long as the median of the others, and how many characters more."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at the text of the choice."""
    for groups in draft.glances:
        yield from [found for glance in groups if (found := _found(glance))][:1]


def _found(glance: Glance) -> Diagnostic | None:
    longest = glance.longest
    if longest is None or not glance.others or not any(longest is option for option in glance.best):
        return None
    lengths = sorted(option.length for option in glance.others)
    usual = Fraction(lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2], 2)
    if longest.length < TIMES * usual or longest.length - usual < MORE:
        return None
    scene, choice = glance.scene.id, longest.choice.id
    facts = {"scene": scene, "choice": choice, "length": longest.length, "median": int(usual)}
    return Diagnostic("longest-is-best", ("scenes", scene, "choices", choice, "text"), facts)
