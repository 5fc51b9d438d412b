"""A red line that does not say which law it crosses.

"This may be a breach of law" is a heavy word; whoever reads it must be able to look it up. Source:
our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a choice, at its red line."""
    for scene in draft.decisions:
        for choice in scene.choices.values():
            if choice.red_line and not choice.law:
                path = ("scenes", scene.id, "choices", choice.id, "red_line")
                yield Diagnostic("red-line-without-law", path, {"choice": choice.id}, "key")
