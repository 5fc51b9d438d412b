"""A principle that fewer than three decisions test on the shortest play: its scorecard can say nothing.

The shortest play has the fewest choices; of several equally short ones it is one, and it is told.
Left alone are small cases, in which no play meets three decisions, and very large ones. Source: two
decisions are an anecdote, docs/scoring.md; three is our own convention, that of the scorecard.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.roads import played
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.play.scoring import FEWEST_DECISIONS, scorecard


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a case, at its scenes."""
    if draft.spots is None or draft.is_small:
        return
    steps = draft.shortest.steps
    card = scorecard(played(draft.scenario, [choice for _scene, choice in steps])[-1])
    few = tuple(principle for principle, tally in card.principles.items() if tally.k < FEWEST_DECISIONS)
    if few:
        facts = {"principles": few, "count": len(few), "play": steps}
        yield Diagnostic("untested-principle", ("scenes",), facts, "key")
