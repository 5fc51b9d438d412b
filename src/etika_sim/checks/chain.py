"""Expected visits in a Markov chain, solved component by component (GTH state elimination).

What can be walked in a circle is solved, not walked: x = b + x P, by taking one spot after the
other out of the circle and letting what flowed through it flow past. With fractions that is exact;
with floats it is quicker. Source of the method: state elimination, Grassmann, Taksar & Heyman
(1985), "Regenerative analysis and steady state distributions for Markov chains".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

from etika_sim.checks.graph import components
from etika_sim.checks.spots import TooMany

N = TypeVar("N", float, Fraction)
Flows = Mapping[int, Mapping[int, N]]
"""From each spot: the spots it flows to, and which share of it."""

MOST_STEPS = 200_000
"""Multiplications that solving one circle may take."""


def circles(spots: Iterable[int], flows: Flows[N]) -> list[list[int]]:
    """The spots in the order of the flow, those together that can be walked in a circle."""
    return components(dict.fromkeys(spots), lambda spot: flows[spot])[::-1]


def visits(order: list[list[int]], flows: Flows[N], inflow: Mapping[int, N]) -> dict[int, N]:
    """How much comes by at each spot of some circles, if `inflow` comes in from outside. Raises TooMany.

    `order` is that of `circles`. From every circle something must flow out, else no number is large
    enough.
    """
    arrived: dict[int, N] = dict(inflow)
    found: dict[int, N] = {}
    for circle in order:
        coming = {spot: arrived[spot] for spot in circle if spot in arrived}
        if not coming:
            continue
        alone = len(circle) == 1 and circle[0] not in flows[circle[0]]
        solved = coming if alone else _solved(circle, flows, coming)
        found.update(solved)
        members = set(circle)
        for spot, amount in solved.items():
            for target, share in flows[spot].items():
                if target not in members:
                    _add(arrived, target, amount * share)
    return found


def _solved(circle: list[int], flows: Flows[N], inflow: Mapping[int, N]) -> dict[int, N]:
    """The visits within one circle: x_k = (b_k + sum of x_i P_ik over those taken out later) / (1 - P_kk)."""
    members = set(circle)
    onward = {spot: {to: share for to, share in flows[spot].items() if to in members} for spot in circle}
    back: dict[int, set[int]] = {spot: set() for spot in circle}
    for spot, shares in onward.items():
        for target in shares:
            back[target].add(spot)
    arrived = dict(inflow)
    taken: list[tuple[int, N | None, dict[int, N]]] = []
    steps = 0
    for spot in sorted(circle, key=lambda spot: (len(back[spot]) * len(onward[spot]), spot)):
        leaving = 1 - onward[spot].pop(spot, 0)
        sources = {
            source: onward[source].pop(spot) / leaving for source in sorted(back.pop(spot)) if source != spot
        }
        steps += len(sources) * len(onward[spot])
        if steps > MOST_STEPS:
            raise TooMany
        amount = arrived[spot] / leaving if spot in arrived else None
        for target, share in onward[spot].items():
            back[target].discard(spot)
            back[target].update(sources)
            for source, into in sources.items():
                _add(onward[source], target, into * share)
            if amount is not None:
                _add(arrived, target, amount * share)
        taken.append((spot, amount, sources))
    return _put_back(taken)


def _put_back(taken: list[tuple[int, N | None, dict[int, N]]]) -> dict[int, N]:
    """The visits, from the spot taken out last, for which all is known, to the first."""
    found: dict[int, N] = {}
    for spot, amount, sources in reversed(taken):
        if amount is not None:
            _add(found, spot, amount)
        for source, into in sources.items():
            if source in found:
                _add(found, spot, found[source] * into)
    return found


def _add(into: dict[int, N], spot: int, amount: N) -> None:
    into[spot] = into[spot] + amount if spot in into else amount
