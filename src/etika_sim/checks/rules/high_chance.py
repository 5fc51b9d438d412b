"""A principle on which choosing without reading earns more than 65 percent of what there is.

Expected earned over expected range of a play in which each offered choice is as likely as another,
first answers only. Source: the formula is docs/scoring.md's chance over all plays; the limit is our
own, halfway between an even spread (50) and what is shown as consistent (85), rounded down.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.spots import TooMany
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import PRINCIPLES, Principle

MOST = 65
ROUNDING = 1e-9


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a principle, at the scenes; the decisions are named where guessing pays most."""
    if draft.blind is None:
        return
    try:
        expected = draft.blind.expected
    except TooMany:
        return
    for principle in PRINCIPLES:
        percent = expected[principle].percent
        if percent is not None and percent > MOST + ROUNDING:
            facts = {
                "principle": principle,
                "percent": int(percent),
                "scenes": tuple(_generous(draft, principle)),
            }
            yield Diagnostic("high-chance", ("scenes",), facts, "key")


def _generous(draft: Draft, principle: Principle) -> Iterator[str]:
    """The decisions that alone are over the limit on a principle, however few choices are offered."""
    n = PRINCIPLES.index(principle)
    for scene, offers in draft.offers.items():
        for offered in offers:
            points = [choice.scores[n] or 0 for choice in offered]
            low, high = min(points), max(points)
            if high > low and 100 * (sum(points) - low * len(points)) > MOST * (high - low) * len(points):
                yield scene
                break
