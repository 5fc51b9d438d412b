"""What choosing blindly leads to: at every decision each choice offered is taken as often as another.

Over all plays, loops included, and with first answers only, as the scorecard weighs them:

    chance of an ending   the share of plays that arrive there
    earned, range         expected sums of w * (mean e - min e) and w * (max e - min e) at the first
                          answer of each decision, over the choices offered there and then

For someone who chooses blindly the expected earned is what docs/scoring.md calls chance.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Generic, NamedTuple

from etika_sim.checks.chain import N, circles, visits
from etika_sim.checks.spots import Spots, TooMany, Ways
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.program import CHANCES, ScoringRow
from etika_sim.play.scoring import OVERALL, scoring_row

MOST_FLOWS = 2_000_000
"""How often flows may be followed for the first answers within parts that can be walked in circles."""


class Expected(NamedTuple):
    """Expected sums: `earned` of `range`; exact where they are fractions."""

    earned: Fraction | float
    range: Fraction | float

    @property
    def percent(self) -> Fraction | float | None:
        """Expected earned over expected range, in percent; None if nothing is at stake."""
        return 100 * self.earned / self.range if self.range else None


_COLUMNS: tuple[Principle | None, ...] = (*PRINCIPLES, None)


class Blind(Generic[N]):
    """Blind choosing over the spots of a case without faults; `one` says whether exactly or in floats.

    Everything raises TooMany where loops would take too long to solve.
    """

    def __init__(self, spots: Spots, one: N) -> None:
        self.spots = spots
        self.one: N = one
        self._rows: dict[tuple[str, tuple[str | None, ...]], ScoringRow] = {}
        self.flows: dict[int, dict[int, N]] = {
            spot: self._shares(ways) for spot, ways in enumerate(spots.ways)
        }
        self.order = circles(self.flows, self.flows)

    def _shares(self, ways: Ways) -> dict[int, N]:
        shares: dict[int, N] = {}
        for _move, target in ways:
            share = self.one / len(ways)
            shares[target] = shares[target] + share if target in shares else share
        return shares

    @cached_property
    def _visited(self) -> dict[int, N]:
        """How often each spot is visited on average."""
        return visits(self.order, self.flows, {0: self.one})

    @cached_property
    def _first(self) -> dict[int, N]:
        """The chance that a decision is met for the first time at each of its spots."""
        first: dict[int, N] = {}
        for part, circular in self.spots.parts:
            visited = {spot: self._visited[spot] for spot in part}
            first.update(self._first_within(part) if circular else visited)
        return first

    def _inflow(self, part: list[int]) -> dict[int, N]:
        """How much comes into a part from outside."""
        members = set(part)
        inflow = {0: self.one} if 0 in members else {}
        for spot, amount in self._visited.items():
            if spot not in members:
                for target in self.flows[spot].keys() & members:
                    more = amount * self.flows[spot][target]
                    inflow[target] = inflow[target] + more if target in inflow else more
        return inflow

    def _first_within(self, part: list[int]) -> dict[int, N]:
        """First arrivals within a part walked in circles: each decision in turn lets nothing pass."""
        first: dict[int, N] = {}
        scenes = dict.fromkeys(self.spots.scenes[spot] for spot in part if self.spots.decision(spot))
        if len(scenes) * sum(len(self.flows[spot]) for spot in part) > MOST_FLOWS:
            raise TooMany
        inflow = self._inflow(part)
        for scene in scenes:
            here = {spot for spot in part if self.spots.scenes[spot] == scene}
            stopping = {spot: {} if spot in here else self.flows[spot] for spot in part}
            found = visits(circles(part, stopping), stopping, inflow)
            first.update({spot: found[spot] for spot in here if spot in found})
        return first

    @cached_property
    def endings(self) -> dict[str, N]:
        """The chance of each ending that a play can reach, in the order of the file."""
        scenes = self.spots.program.scenes
        chances: dict[str, N] = {}
        for spot, scene in enumerate(self.spots.scenes):
            if scenes[scene].is_ending:
                chances[scene] = (
                    chances[scene] + self._visited[spot] if scene in chances else self._visited[spot]
                )
        return {scene: chances[scene] for scene in scenes if scene in chances}

    @cached_property
    def decisions(self) -> Fraction | float:
        """How many different decisions a play meets on average."""
        return sum((chance for _spot, chance, _row in self._met), start=0 * self.one)

    @cached_property
    def _met(self) -> list[tuple[int, N, ScoringRow]]:
        """The spots of decisions, the chance that the decision is first met there, what is at stake."""
        met = []
        for spot, chance in self._first.items():
            scene = self.spots.decision(spot)
            if scene is not None:
                offered = [move for move, _to in self.spots.ways[spot]]
                key = (self.spots.scenes[spot], tuple([move.id for move in offered]))
                if key not in self._rows:
                    self._rows[key] = scoring_row(scene.weight, offered)
                met.append((spot, chance, self._rows[key]))
        return met

    @cached_property
    def expected(self) -> dict[Principle | None, Expected]:
        """Expected earned and range on each principle, and under None on all of them together."""
        earned, span = [0 * self.one] * len(_COLUMNS), [0 * self.one] * len(_COLUMNS)
        for _spot, chance, row in self._met:
            for n, of in enumerate(row.ranges):
                if of:
                    earned[n] += chance * row.chances[n] / CHANCES
                    span[n] += chance * of
        return {column: Expected(earned[n], span[n]) for n, column in enumerate(_COLUMNS)}

    @cached_property
    def by_ending(self) -> dict[str, Expected]:
        """For each ending: expected earned and range of the plays that end there, all principles together.

        What each first answer gains flows on from where it leads, and is counted where it arrives.
        """
        gained: dict[int, N] = {}
        at_stake: dict[int, N] = {}
        for spot, chance, row in self._met:
            span = row.ranges[OVERALL]
            if not span:
                continue
            share = chance / len(row.gains)
            for (_move, target), gains in zip(self.spots.ways[spot], row.gains, strict=True):
                gained[target] = gained.get(target, 0 * self.one) + share * gains[OVERALL]
                at_stake[target] = at_stake.get(target, 0 * self.one) + share * span
        earned, span_of = (visits(self.order, self.flows, inflow) for inflow in (gained, at_stake))
        sums = dict.fromkeys(self.endings, (0 * self.one, 0 * self.one))
        for spot, scene in enumerate(self.spots.scenes):
            if scene in sums and spot in span_of:
                sums[scene] = (sums[scene][0] + earned[spot], sums[scene][1] + span_of[spot])
        return {scene: Expected(*pair) for scene, pair in sums.items()}
