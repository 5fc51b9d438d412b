"""Ordering within the ranks: crossing reduction, the third phase of layered drawing (Sugiyama 1981).

Barycentre heuristic: rank by rank, down and up again, everything is sorted by the mean place of its
neighbours; the order with fewest crossings is kept. In small drawings neighbours are then switched
greedily while that helps (Eades and Kelly 1986).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from etika_sim.reports.map.layout.ranks import Segment

SWEEPS = 24
MOST_SWAPPED = 1_500
"""Boxes, bends and segments; in a larger drawing swapping takes too long."""

Rows = tuple[tuple[str, ...], ...]


class Places:
    """Where the ends of the segments are along their levels, in steps of one box."""

    def __init__(self, segments: Sequence[Segment], widths: Mapping[str, float]) -> None:
        self.below: dict[str, list[tuple[str, float]]] = {}
        self.above: dict[str, list[tuple[str, float]]] = {}
        for one in segments:
            width = widths.get(one.upper, 0)
            share = 0.5 if one.back and width else 0.0
            if one.port is not None and width:
                share = 0.9 * (one.port / width - 0.5)
            self.below.setdefault(one.upper, []).append((one.lower, share))
            self.above.setdefault(one.lower, []).append((one.upper, share))

    def crossings(self, upper: Sequence[str], lower: Sequence[str]) -> int:
        """How often segments cross between two neighbouring levels."""
        at = {name: n for n, name in enumerate(lower)}
        ends = sorted(
            (n + share, at[below])
            for n, name in enumerate(upper)
            for below, share in self.below.get(name, ())
        )
        count = 0
        met: list[int] = []
        for _start, end in ends:
            count += len(met) - bisect_right(met, end)
            insort(met, end)
        return count

    def total(self, rows: Sequence[Sequence[str]]) -> int:
        """How often segments cross in all."""
        return sum(self.crossings(upper, lower) for upper, lower in pairwise(rows))

    def sorted_by(self, row: Sequence[str], other: Sequence[str], *, other_is_above: bool) -> tuple[str, ...]:
        """A level in the order of what hangs together with it; what hangs on nothing stays where it is."""
        at = {name: float(n) for n, name in enumerate(other)}
        keys: dict[str, float] = {}
        for n, name in enumerate(row):
            ends = self.above.get(name, ()) if other_is_above else self.below.get(name, ())
            spots = [at[end] + (share if other_is_above else -share) for end, share in ends]
            keys[name] = sum(spots) / len(spots) if spots else n * len(other) / max(1, len(row))
        return tuple(sorted(row, key=lambda name: keys[name]))


def ordered(rows: Rows, segments: Sequence[Segment], widths: Mapping[str, float]) -> Rows:
    """The levels in an order with few crossings; the same for the same drawing, always."""
    places = Places(segments, widths)
    best, fewest = rows, places.total(rows)
    now = list(rows)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        depths = range(1, len(now)) if sweep % 2 == 0 else range(len(now) - 2, -1, -1)
        for depth in depths:
            other = now[depth - 1] if sweep % 2 == 0 else now[depth + 1]
            now[depth] = places.sorted_by(now[depth], other, other_is_above=sweep % 2 == 0)
        count = places.total(now)
        if count < fewest:
            best, fewest = tuple(now), count
    if fewest and sum(map(len, rows)) + len(segments) <= MOST_SWAPPED:
        best = _swapped(best, places)
    return best


def _swapped(rows: Rows, places: Places) -> Rows:
    """Neighbours swapped wherever that takes away crossings, until it no longer does."""
    now = [list(row) for row in rows]
    gained = True
    while gained:
        gained = False
        for depth, row in enumerate(now):
            for n in range(len(row) - 1):
                before = _around(now, depth, places)
                row[n], row[n + 1] = row[n + 1], row[n]
                if _around(now, depth, places) < before:
                    gained = True
                else:
                    row[n], row[n + 1] = row[n + 1], row[n]
    return tuple(map(tuple, now))


def _around(rows: list[list[str]], depth: int, places: Places) -> int:
    """Crossings just above and just below a level."""
    above = places.crossings(rows[depth - 1], rows[depth]) if depth else 0
    below = places.crossings(rows[depth], rows[depth + 1]) if depth + 1 < len(rows) else 0
    return above + below
