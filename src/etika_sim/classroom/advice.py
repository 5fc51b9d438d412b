"""What the votes of round 1 suggest: talk, go on, or hear a counter-view first. Only ever advice.

Source: the thresholds of `docs/classroom.md`, by dispersion, since in ethics often no key exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from etika_sim.classroom.state import USUAL, Ballot, Round
from etika_sim.classroom.tally import counts, leading
from etika_sim.locale import N_
from etika_sim.model import Choice, Decision, Scenario
from etika_sim.play.goodness import comparator_of, is_poor, is_sound

NOBODY, COMPARE, SKIP, COUNTER, DISCUSS, EITHER = (
    "nobody",
    "compare",
    "skip",
    "counter-view",
    "discuss",
    "either",
)
"""Nobody voted · ask what we decide · go on without a second vote · hear a counter-view first ·
talk and vote again · as time allows."""

SENTENCES: Mapping[str, str] = {
    NOBODY: N_("Nobody has voted. Ask for hands, or go on with a road of your choice."),
    COMPARE: N_("This was about what is usual. Now ask what we decide."),
    SKIP: N_("At least four in five agree on a sound option. A second vote can be left out."),
    COUNTER: N_("Most agree on an option that costs a lot. Let somebody speak for another one first."),
    DISCUSS: N_("Opinions differ. Let them talk, then vote once more."),
    EITHER: N_("Talk if there is time; else go on."),
}
"""What a trainer reads, by the code; on the screen and on a phone alike."""

SKIP_FROM, COUNTER_FROM, SPREAD_FROM, SPREAD_TO = 80, 70, 30, 70
"""Percent of the votes."""


class Advice(NamedTuple):
    """A code, the options that lead, their votes, those of the best-scored option, and all votes."""

    code: str
    leaders: tuple[str, ...]
    most: int
    best: int
    n: int


def advice(scenario: Scenario, ballot: Ballot, one: Round) -> Advice:
    """What the votes of this round suggest."""
    scene = scenario.scenes[ballot.scene]
    assert isinstance(scene, Decision)
    offered = tuple(scene.choices[option] for option in ballot.options)
    said = counts(ballot, one)
    leaders, n, most = leading(ballot, said), sum(said), max(said)
    best = said[offered.index(comparator_of(offered))]
    code = COMPARE if one.asks == USUAL and n else _code(offered, leaders, most, best, n)
    return Advice(code, leaders, most, best, n)


def _code(offered: tuple[Choice, ...], leaders: tuple[str, ...], most: int, best: int, n: int) -> str:
    if not n:
        return NOBODY
    lead = [choice for choice in offered if choice.id in leaders]
    if 100 * most >= SKIP_FROM * n and is_sound(lead[0], offered):
        return SKIP
    if 100 * most >= COUNTER_FROM * n and is_poor(lead[0], offered):
        return COUNTER
    is_spread = SPREAD_FROM * n <= 100 * most <= SPREAD_TO * n
    return DISCUSS if is_spread or 100 * best < SPREAD_TO * n else EITHER


def minority(ballot: Ballot, one: Round) -> str | None:
    """The option with the fewest votes among those that have any and do not lead: a view to ask for."""
    said = dict(zip(ballot.options, counts(ballot, one), strict=True))
    behind = [option for option in said if said[option] and option not in leading(ballot, (*said.values(),))]
    return min(behind, key=said.__getitem__, default=None)
