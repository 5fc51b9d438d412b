"""A decision that a class plays, and that says too little to the one who leads it.

In full it needs a word on how to enact it and a question to ask; quickly, a question. Cases without a
class plan are left alone. Source: a full decision is enacted and discussed, a quick one is discussed;
see docs/rules.md. The limit is our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at its name."""
    for scene in draft.decisions:
        notes = scene.facilitator
        if scene.id not in draft.planned:
            continue
        unplayed = draft.planned[scene.id] and not notes.enact
        if unplayed or not notes.probe:
            reason = "probe" if not unplayed else "enact" if notes.probe else "both"
            facts = {"reason": reason, "scene": scene.id}
            yield Diagnostic("no-facilitation", ("scenes", scene.id), facts, "key")
