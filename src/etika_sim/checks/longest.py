"""The longest road: the play that meets the most different decisions, or the heaviest ones.

Parts of the story that cannot be walked in circles are added up from the endings back. Within a
part that can, every spot is looked at together with the decisions met so far; as that may be too
much, there is a limit, beyond which only a bound is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from etika_sim.checks.spots import Spots
from etika_sim.play.program import DECISION

MOST_WALKED = 50_000
"""How many pairs of a spot and the decisions met so far are looked at in one case."""


class Longest(NamedTuple):
    """The sum of the weights of the decisions met, and a play that meets them, by its choices.

    Where that could not be worked out, no play exceeds `value`, and `choices` is None.
    """

    value: int
    choices: tuple[str, ...] | None


class Rest(NamedTuple):
    """The best way on from a spot: what it is worth, its choices up to `then`, where others take over."""

    value: int
    choices: tuple[str, ...]
    then: int | None
    exact: bool = True


Walked = dict[tuple[int, int], tuple[tuple[int, int], str | None] | None]
"""Spots with the set of decisions met so far: from which such pair, and by which choice."""


def longest(spots: Spots, weights: Mapping[str, int] | None = None) -> Longest:
    """The longest road of a case without faults; `weights` gives what each decision counts, else 1."""
    if weights is None:
        weights = {name: 1 for name, row in spots.program.scenes.items() if row.kind == DECISION}
    return _Search(spots, weights).found()


class _Search:
    def __init__(self, spots: Spots, weights: Mapping[str, int]) -> None:
        self.spots, self.weights = spots, weights
        self.rest: dict[int, Rest] = {}
        self.left = MOST_WALKED

    def found(self) -> Longest:
        entered = self._entered()
        for part, circular in self.spots.parts:
            if circular:
                self._walk(part, entered)
            else:
                for spot in part:
                    self.rest[spot] = self._best(spot)
        first = self.rest[0]
        return Longest(first.value, self._choices() if first.exact else None)

    def _entered(self) -> set[int]:
        """The start, and the spots that are reached from some other part of the story."""
        part_of = {spot: n for n, (part, _circular) in enumerate(self.spots.parts) for spot in part}
        return {0} | {
            target
            for spot, ways in enumerate(self.spots.ways)
            for _move, target in ways
            if part_of[spot] != part_of[target]
        }

    def _best(self, spot: int) -> Rest:
        """From a spot whose ways on are all known."""
        weight = self.weights.get(self.spots.scenes[spot], 0)
        best = Rest(weight, (), None)
        for move, target in self.spots.ways[spot]:
            value = weight + self.rest[target].value
            if best.then is None or value > best.value:
                taken = () if move.id is None else (move.id,)
                best = Rest(value, taken, target, self.rest[target].exact)
        return best

    def _walk(self, part: list[int], entered: set[int]) -> None:
        scenes = dict.fromkeys(self.spots.scenes[spot] for spot in part)
        counted = [scene for scene in scenes if self.weights.get(scene)]
        bits = {scene: 1 << n for n, scene in enumerate(counted)}
        for spot in part:
            if spot in entered:
                self.rest[spot] = self._round(spot, set(part), bits) or self._bound(part, counted)

    def _round(self, entry: int, part: set[int], bits: Mapping[str, int]) -> Rest | None:
        """From a spot where a part is entered; None if there is too much to look at."""
        before: Walked = {(entry, bits.get(self.spots.scenes[entry], 0)): None}
        queue = list(before)
        best: tuple[int, tuple[int, int], str | None, int] | None = None
        for at in queue:
            for name, target, met in self._onward(at, bits):
                if target in part:
                    if (target, met) not in before:
                        before[target, met] = (at, name)
                        queue.append((target, met))
                    continue
                value = self._weight(at[1], bits) + self.rest[target].value
                if best is None or value > best[0]:
                    best = (value, at, name, target)
            if len(queue) > self.left:
                return None
        self.left -= len(queue)
        assert best is not None  # from every circle of a case without faults a way leads out
        value, at, last, then = best
        return Rest(value, _back(before, at, last), then, self.rest[then].exact)

    def _onward(self, at: tuple[int, int], bits: Mapping[str, int]) -> Iterator[tuple[str | None, int, int]]:
        spot, met = at
        for move, target in self.spots.ways[spot]:
            here = bits.get(self.spots.scenes[target], 0)
            yield move.id, target, met | here

    def _weight(self, met: int, bits: Mapping[str, int]) -> int:
        return sum(self.weights[scene] for scene, bit in bits.items() if met & bit)

    def _bound(self, part: list[int], counted: list[str]) -> Rest:
        """No play within the part is worth more than all its decisions and the best way out."""
        members = set(part)
        ways_out = [
            self.rest[target].value
            for spot in part
            for _move, target in self.spots.ways[spot]
            if target not in members
        ]
        within = sum(self.weights[scene] for scene in counted)
        return Rest(within + max(ways_out, default=0), (), None, exact=False)

    def _choices(self) -> tuple[str, ...]:
        spot: int | None = 0
        choices: list[str] = []
        while spot is not None:
            rest = self.rest[spot]
            choices += rest.choices
            spot = rest.then
        return tuple(choices)


def _back(before: Walked, at: tuple[int, int], last: str | None) -> tuple[str, ...]:
    """The choices from where the part was entered to where it was left."""
    choices = [last]
    step = before[at]
    while step is not None:
        at, choice = step
        choices.append(choice)
        step = before[at]
    return tuple(choice for choice in reversed(choices) if choice is not None)
