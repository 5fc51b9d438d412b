"""Edge routing, the last phase of layered drawing, and all phases put together: places in pixels, curves.

Nothing here knows what the boxes mean. Edges run down in the free bands between the ranks and straight
past the boxes; back edges run up at the right of the boxes. The same boxes and lines always give the
same drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from etika_sim.reports.map.layout.coordinates import coordinates
from etika_sim.reports.map.layout.ordering import ordered
from etika_sim.reports.map.layout.ranks import Box, Line, Segment, ranked

BAND, BAND_PER_SEGMENT, WIDEST_BAND = 46.0, 2.2, 120.0
"""The height of the free band between two levels, more for every segment in it."""

SIDE, SIDE_STEP = 17.0, 5.0
"""How far right of a box lines that lead back run, and how far apart."""

ENTRY_STEP = 15.0
"""How far apart lines arrive on top of a box."""

FIRST_EXIT, EXIT_STEP = 46.0, 17.0
"""How far below the top of its box the first line that leads back leaves, and the others below it."""

ROOM_FOR_BACK = 34.0

Point = tuple[float, float]


class Stroke(NamedTuple):
    """A piece to be drawn: points from the start on; each group of three after the first is a curve.

    So points[0] is the start, points[1:4] two handles and an end, and so on. `lines` are those that
    run along here; `leaves` if it begins at a box, `arrives` if an arrow stands at the end; `back` if
    it leads back.
    """

    points: tuple[Point, ...]
    lines: tuple[int, ...]
    leaves: bool
    arrives: bool
    back: bool


class Drawing(NamedTuple):
    """The left upper corners of the boxes, the strokes, and the size of it all."""

    corners: Mapping[str, Point]
    level: Mapping[str, int]
    strokes: tuple[Stroke, ...]
    width: float
    height: float


def arrange(boxes: Sequence[Box], lines: Sequence[Line]) -> Drawing:
    """Lay out boxes and lines; the first box stands on the top level."""
    found = ranked([box.id for box in boxes], lines)
    has_back = {lines[n].source for n in found.back | found.loops} | {lines[n].target for n in found.back}
    sized = {
        box.id: box._replace(free=box.free + (ROOM_FOR_BACK if box.id in has_back else 0)) for box in boxes
    }
    widths = {box.id: box.width for box in boxes}
    rows = ordered(found.rows, found.segments, widths)
    middle = coordinates(rows, found.segments, sized)
    tops, bottoms = _heights(rows, found.segments, sized)
    return _Drafter(sized, lines, rows, middle, tops, bottoms).drawing(
        found.segments, found.level, found.loops
    )


def _heights(
    rows: Sequence[Sequence[str]],
    segments: Sequence[Segment],
    boxes: Mapping[str, Box],
) -> tuple[list[float], list[float]]:
    """Where each level begins and ends."""
    depth_of = {name: depth for depth, row in enumerate(rows) for name in row}
    crowd = [0] * len(rows)
    for one in segments:
        crowd[depth_of[one.upper]] += 1
    tops, bottoms = [], []
    at = 0.0
    for depth, row in enumerate(rows):
        tops.append(at)
        bottoms.append(at + max((boxes[name].height for name in row if name in boxes), default=0.0))
        at = bottoms[-1] + min(BAND + BAND_PER_SEGMENT * crowd[depth], WIDEST_BAND)
    return tops, bottoms


class _Drafter:
    def __init__(
        self,
        boxes: Mapping[str, Box],
        lines: Sequence[Line],
        rows: Sequence[Sequence[str]],
        middle: Mapping[str, float],
        tops: list[float],
        bottoms: list[float],
    ) -> None:
        self.boxes, self.lines, self.middle = boxes, lines, middle
        self.depth = {name: depth for depth, row in enumerate(rows) for name in row}
        self.tops, self.bottoms = tops, bottoms
        self.sides: dict[str, int] = {}

    def drawing(
        self, segments: Sequence[Segment], level: Mapping[str, int], loops: frozenset[int]
    ) -> Drawing:
        self.entries = self._entries(segments)
        strokes = [self._up(one) if one.back else self._down(one) for one in segments]
        strokes += [self._round(n) for n in sorted(loops)]
        corners = {name: (self._left(name), self.tops[self.depth[name]]) for name in self.boxes}
        right = [self._left(name) + box.width + box.free for name, box in self.boxes.items()]
        right += [x for stroke in strokes for x, _y in stroke.points]
        return Drawing(
            corners, level, tuple(strokes), max(right, default=0.0), max(self.bottoms, default=0.0)
        )

    def _left(self, box: str) -> float:
        return self.middle[box] - self.boxes[box].width / 2

    def _right(self, box: str) -> float:
        return self.middle[box] + self.boxes[box].width / 2

    def _entries(self, segments: Sequence[Segment]) -> dict[tuple[str, str, float | None], float]:
        """Where on top of its box each segment arrives: side by side, in the order they come from."""
        arriving: dict[str, list[Segment]] = {}
        for one in segments:
            if not one.back and one.lower in self.boxes:
                arriving.setdefault(one.lower, []).append(one)
        found = {}
        for box, ones in arriving.items():
            ones.sort(key=self._start_x)
            step = min(ENTRY_STEP, 0.8 * self.boxes[box].width / len(ones))
            for n, one in enumerate(ones):
                x = self.middle[box] + step * (n - (len(ones) - 1) / 2)
                found[one.upper, one.lower, one.port] = x
        return found

    def _start_x(self, one: Segment) -> float:
        if one.upper in self.boxes:
            width = self.boxes[one.upper].width
            return self._left(one.upper) + (width / 2 if one.port is None else one.port)
        return self.middle[one.upper]

    # --- strokes ---

    def _down(self, one: Segment) -> Stroke:
        """Out of a box or bend, through the band below its level, into what is next."""
        depth = self.depth[one.upper]
        x = self._start_x(one)
        y = self.tops[depth] + (self.boxes[one.upper].height if one.upper in self.boxes else 0.0)
        arrives = one.lower in self.boxes
        end_x = self.entries[one.upper, one.lower, one.port] if arrives else self.middle[one.lower]
        points = [(x, y), *_straight((x, y), (x, self.bottoms[depth]))]
        points += _curved((x, self.bottoms[depth]), (end_x, self.tops[depth + 1]))
        return Stroke(tuple(points), one.lines, one.upper in self.boxes, arrives, back=False)

    def _up(self, one: Segment) -> Stroke:
        """The other way: from the right side of a box or from a bend up to what is above."""
        low, high = self.depth[one.lower], self.depth[one.upper]
        points: list[Point] = []
        if one.lower in self.boxes:
            points += self._out_of(one.lower)
        else:
            points.append((self.middle[one.lower], self.bottoms[low]))
            points += _straight(points[-1], (points[-1][0], self.tops[low]))
        arrives = one.upper in self.boxes
        x = self._right(one.upper) + SIDE if arrives else self.middle[one.upper]
        points += _curved(points[-1], (x, self.bottoms[high]))
        if arrives:
            y = self.tops[high] + min(24.0, self.boxes[one.upper].height / 2)
            points += _straight(points[-1], (x, y + SIDE))
            points += [(x, y + SIDE / 2), (x - SIDE / 2, y), (self._right(one.upper), y)]
        return Stroke(tuple(points), one.lines, one.lower in self.boxes, arrives, back=True)

    def _out_of(self, box: str) -> Iterator[Point]:
        """From the right side of a box to the top of its level."""
        x, y = self._exit(box)
        top = self.tops[self.depth[box]]
        yield (self._right(box), y)
        yield from ((x - 4, y), (x, y - 4), (x, y - 10))
        yield from _straight((x, y - 10), (x, top))

    def _exit(self, box: str) -> Point:
        """Where the next line that leads back leaves: how far right it runs, and at what height."""
        used = self.sides[box] = self.sides.get(box, 0) + 1
        height = self.boxes[box].height
        y = self.tops[self.depth[box]] + min(FIRST_EXIT + EXIT_STEP * (used - 1), height - 6)
        return self._right(box) + SIDE + SIDE_STEP * min(used - 1, 2), y

    def _round(self, line: int) -> Stroke:
        """A line from a box to itself, at its right side."""
        box = self.lines[line].source
        x, top, height = self._right(box), self.tops[self.depth[box]], self.boxes[box].height
        _out, low = self._exit(box)
        high, out = top + min(24.0, height / 2), x + ROOM_FOR_BACK - 4
        points = ((x, low), (out, low), (out, high), (x, high))
        return Stroke(points, (line,), leaves=True, arrives=True, back=True)


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """A straight piece, written as a curve."""
    return start, end, end


def _curved(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """A curve that leaves and arrives upright."""
    half = (start[1] + end[1]) / 2
    return (start[0], half), (end[0], half), end
