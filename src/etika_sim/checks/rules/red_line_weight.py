"""A decision with a red line that counts no more than any other.

A long, good road after a breach lifts the score above that of somebody who only hesitated once; a
weight keeps the breach in sight. Source: docs/scoring.md, "dilution"; the weight 2 is our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic

LEAST = 2


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at its weight or else at its name."""
    for scene in draft.decisions:
        lines = tuple(choice.id for choice in scene.choices.values() if choice.red_line)
        if lines and scene.weight < LEAST:
            facts = {"scene": scene.id, "lines": lines, "weight": scene.weight, "least": LEAST}
            yield Diagnostic("red-line-weight", ("scenes", scene.id, "weight"), facts)
