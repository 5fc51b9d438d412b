"""A word without exception ("selalu", "semua", "hanya") stands only in choices that are not best.

Source: absolutes are a known cue to what is not keyed (Haladyna, Downing and Rodriguez 2002); any
asymmetry counts. What law itself says without exception ("wajib", "dilarang") is not on the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance
from etika_sim.language.diagnostic import Diagnostic


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at the first such word."""
    for groups in draft.glances:
        yield from [found for glance in groups if (found := _found(glance))][:1]


def _found(glance: Glance) -> Diagnostic | None:
    if any(option.absolute for option in glance.best):
        return None
    for option in glance.others:
        if option.absolute:
            scene, choice = glance.scene.id, option.choice.id
            facts = {"scene": scene, "choice": choice, "word": option.absolute.text.lower()}
            path = ("scenes", scene, "choices", choice, "text")
            return Diagnostic("absolutes", path, facts, inside=option.absolute.inside)
    return None
