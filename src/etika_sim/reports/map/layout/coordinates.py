"""Horizontal coordinates, the fourth phase of layered drawing: edges run straight, nothing overlaps.

Each rank in turn is pulled towards its neighbours, as far as order and distances allow. That is least
squares with an order to keep: isotonic regression, solved exactly by pooling adjacent violators
(Ayer et al. 1955).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from etika_sim.reports.map.layout.ranks import Box, Segment

SWEEPS = 24
BETWEEN_BOXES, AROUND_BENDS = 42.0, 18.0
STRAIGHT, USUAL = 6.0, 1.0
"""How strongly two bends, or anything else, pull each other into one column."""


class Pull(NamedTuple):
    """What something hangs on: `other` should be `by` pixels right of its own middle."""

    other: str
    by: float
    weight: float


def coordinates(
    rows: Sequence[Sequence[str]], segments: Iterable[Segment], boxes: Mapping[str, Box]
) -> dict[str, float]:
    """The middle of every box and bend, in pixels from the left; the leftmost edge is at 0."""
    above, below = _pulls(segments, boxes)
    middle: dict[str, float] = {}
    for row in rows:
        at = 0.0
        for left, name in zip((None, *row), row, strict=False):
            at += _distance(left, name, boxes) if left is not None else 0.0
            middle[name] = at
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            if sweep >= SWEEPS - 4:
                wanted = {name: (*above.get(name, ()), *below.get(name, ())) for name in row}
            else:
                wanted = {name: tuple((above if down else below).get(name, ())) for name in row}
            _pull(row, wanted, middle, boxes)
    edge = min((middle[name] - _half(name, boxes) for name in middle), default=0.0)
    return {name: at - edge for name, at in middle.items()}


def _pulls(
    segments: Iterable[Segment], boxes: Mapping[str, Box]
) -> tuple[dict[str, list[Pull]], dict[str, list[Pull]]]:
    above: dict[str, list[Pull]] = {}
    below: dict[str, list[Pull]] = {}
    for one in segments:
        weight = USUAL if one.upper in boxes or one.lower in boxes else STRAIGHT
        leaves = _leaves(one, boxes)
        arrives = boxes[one.lower].width / 2 if one.back and one.lower in boxes else 0.0
        above.setdefault(one.lower, []).append(Pull(one.upper, leaves - arrives, weight))
        below.setdefault(one.upper, []).append(Pull(one.lower, arrives - leaves, weight))
    return above, below


def _leaves(one: Segment, boxes: Mapping[str, Box]) -> float:
    """How far right of its middle a segment leaves what is above."""
    if one.upper not in boxes:
        return 0.0
    width = boxes[one.upper].width
    if one.port is None:
        return width / 2 if one.back else 0.0
    return one.port - width / 2


def _half(name: str, boxes: Mapping[str, Box]) -> float:
    return boxes[name].width / 2 if name in boxes else 0.0


def _distance(left: str, right: str, boxes: Mapping[str, Box]) -> float:
    """How far apart the middles of two neighbours must be."""
    gap = BETWEEN_BOXES if left in boxes and right in boxes else AROUND_BENDS
    free = boxes[left].free if left in boxes else 0.0
    return _half(left, boxes) + free + gap + _half(right, boxes)


def _pull(
    row: Sequence[str],
    wanted: Mapping[str, Sequence[Pull]],
    middle: dict[str, float],
    boxes: Mapping[str, Box],
) -> None:
    """Move one level to where it is pulled, its order and distances kept."""
    pools: list[tuple[float, float, int]] = []  # where, weight, how many
    offsets: list[float] = []
    offset = 0.0
    for left, name in zip((None, *row), row, strict=False):
        offset += _distance(left, name, boxes) if left is not None else 0.0
        offsets.append(offset)
        pulls = wanted[name]
        weight = sum(pull.weight for pull in pulls)
        goal = sum((middle[pull.other] + pull.by) * pull.weight for pull in pulls) / weight if pulls else 0.0
        at, weight, many = (goal if pulls else middle[name]) - offset, weight or 0.01, 1
        while pools and pools[-1][0] > at:
            before, before_weight, before_many = pools.pop()
            at = (before * before_weight + at * weight) / (before_weight + weight)
            weight, many = weight + before_weight, many + before_many
        pools.append((at, weight, many))
    places = [at for at, _weight, many in pools for _ in range(many)]
    for name, at, offset in zip(row, places, offsets, strict=True):
        middle[name] = at + offset
