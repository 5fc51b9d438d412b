"""All that is worked out about the roads of a case, put together for its author.

Exact up to EXACT spots; up to ROUGH spots the chances are worked out in floats, which the audit says;
beyond that, chances and the longest road are left out. States and shortest roads are always exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from etika_sim.checks.blind import Blind, Expected
from etika_sim.checks.graph import Graph
from etika_sim.checks.longest import Longest, longest
from etika_sim.checks.roads import Recommended, Road, recommended, road
from etika_sim.checks.shortest import Shortest
from etika_sim.checks.spots import Spots, TooMany
from etika_sim.model import Ending, Principle, Scenario

EXACT, ROUGH = 20_000, 400_000
SCENES = 300
LOOPS, SPOTS = "loops", "spots"
"""Why chances were left out: loops that take too long to solve, or too many spots."""


class Chances(NamedTuple):
    """What blind choosing leads to; `exact` unless worked out in floats."""

    exact: bool
    endings: Mapping[str, Fraction | float]
    expected: Mapping[Principle | None, Expected]
    by_ending: Mapping[str, Expected]
    decisions: Fraction | float


class Audit(NamedTuple):
    """The roads of a case without faults.

    `states` counts (scene, state) pairs. `distance` says after how many choices each scene can be
    reached soonest, and `ways` by which ones, unless there are more than SCENES; `soonest` holds a
    shortest road to each ending. `longest` is None if there are too many spots; `longest_road` also
    where only a bound is known. Without `chances`, `why` says why not.
    """

    scenario: Scenario
    states: int
    distance: Mapping[str, int]
    ways: Mapping[str, tuple[str, ...]]
    soonest: Mapping[str, Road]
    recommended: Recommended
    longest: Longest | None
    longest_road: Road | None
    chances: Chances | None
    why: str = ""

    @property
    def shortest(self) -> Road:
        """The shortest road to any ending."""
        return min(self.soonest.values(), key=lambda road: len(road.steps))


def audit(scenario: Scenario) -> Audit:
    """The audit of a case without faults."""
    graph = Graph(scenario)
    reached = graph.reach()
    states = sum(there.bit_count() for there in reached.values())
    ways = Shortest(graph)
    endings = [name for name, scene in scenario.scenes.items() if isinstance(scene, Ending)]
    wanted = [name for name in scenario.scenes if len(reached) <= SCENES or name in endings]
    soonest = {
        name: tuple(choice for _scene, choice in way.choices)
        for name in wanted
        if name in reached and (way := ways.way({name: reached[name]}))
    }
    spots = _spots(scenario) if states <= ROUGH else None
    most = longest(spots) if spots else None
    most_road = road(scenario, most.choices) if most and most.choices is not None else None
    chances, why = _chances(spots)
    return Audit(
        scenario=scenario,
        states=states,
        distance=_distance(ways),
        ways=soonest,
        soonest={name: road(scenario, soonest[name]) for name in endings if name in soonest},
        recommended=recommended(scenario),
        longest=most,
        longest_road=most_road,
        chances=chances,
        why=why,
    )


def _distance(ways: Shortest) -> dict[str, int]:
    found: dict[str, int] = {}
    for depth, level in enumerate(ways.levels):
        for front in level:
            for scene in front:
                found.setdefault(scene, depth)
    return found


def _spots(scenario: Scenario) -> Spots | None:
    try:
        return Spots(scenario, ROUGH)
    except TooMany:
        return None


def _chances(spots: Spots | None) -> tuple[Chances | None, str]:
    if spots is None:
        return None, SPOTS
    try:
        if len(spots.scenes) <= EXACT:
            return _worked_out(Blind(spots, Fraction(1)), exact=True), ""
        return _worked_out(Blind(spots, 1.0), exact=False), ""
    except TooMany:
        return None, LOOPS


def _worked_out(blind: Blind[Fraction] | Blind[float], *, exact: bool) -> Chances:
    return Chances(exact, blind.endings, blind.expected, blind.by_ending, blind.decisions)
