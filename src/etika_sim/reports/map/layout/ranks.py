"""Ranks: cycle removal and layer assignment, the first two phases of layered drawing (Sugiyama 1981).

A depth-first walk tells the back edges apart, which it meets on its own way; the others then all lead
down, and ranks follow by longest path. An edge over several ranks gets a bend (dummy node) on each of
them, and edges to the same box share their bends, so that many long lines become one. K. Sugiyama,
S. Tagawa, M. Toda: Methods for visual understanding of hierarchical system structures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple


class Box(NamedTuple):
    """What is to be placed, in pixels; `free` is what must stay free at its right."""

    id: str
    width: float
    height: float
    free: float = 0.0


class Line(NamedTuple):
    """A line from one box to another; it leaves `port` pixels from the left edge of its box."""

    source: str
    target: str
    port: float


class Segment(NamedTuple):
    """A piece of one line or several, from a box or bend to one on the next level down.

    `port` is where it leaves a box above, None at a bend or at the side. `back` if it is walked
    upwards; then `upper` is nearer to the line's target.
    """

    upper: str
    lower: str
    port: float | None
    lines: tuple[int, ...]
    back: bool


class Ranks(NamedTuple):
    """Boxes and bends level by level, the segments between them, and which lines lead back up.

    `loops` are lines from a box to itself; they need no segments.
    """

    level: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    segments: tuple[Segment, ...]
    back: frozenset[int]
    loops: frozenset[int]


def ranked(boxes: Sequence[str], lines: Sequence[Line]) -> Ranks:
    """The levels of some boxes; the first one is where the walk begins."""
    order, back = _walked(boxes, lines)
    loops = frozenset(n for n, line in enumerate(lines) if line.source == line.target)
    forward = [line for n, line in enumerate(lines) if n not in back and n not in loops]
    level = _levels(order, forward)
    rows: list[list[str]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for box in order:
        rows[level[box]].append(box)
    segments = list(_segments(lines, level, back, loops, rows))
    return Ranks(level, tuple(map(tuple, rows)), tuple(segments), frozenset(back), loops)


def _walked(boxes: Sequence[str], lines: Sequence[Line]) -> tuple[list[str], set[int]]:
    """The boxes so that all lines but those that lead back go onward; and those that lead back."""
    out: dict[str, list[tuple[int, str]]] = {box: [] for box in boxes}
    for n, line in enumerate(lines):
        out[line.source].append((n, line.target))
    done: list[str] = []
    seen: set[str] = set()
    on_way: set[str] = set()
    back: set[int] = set()
    for root in boxes:
        if root in seen:
            continue
        seen.add(root)
        on_way.add(root)
        stack = [(root, iter(out[root]))]
        while stack:
            box, rest = stack[-1]
            for n, target in rest:
                if target in on_way and target != box:
                    back.add(n)
                if target not in seen:
                    seen.add(target)
                    on_way.add(target)
                    stack.append((target, iter(out[target])))
                    break
            else:
                on_way.discard(box)
                done.append(box)
                stack.pop()
    return done[::-1], back


def _levels(order: list[str], lines: Iterable[Line]) -> dict[str, int]:
    """As high as the lines allow; then down, where that shortens more lines than it lengthens."""
    into: dict[str, list[str]] = {box: [] for box in order}
    out: dict[str, list[str]] = {box: [] for box in order}
    for line in lines:
        into[line.target].append(line.source)
        out[line.source].append(line.target)
    level: dict[str, int] = {}
    for box in order:
        level[box] = max((level[source] + 1 for source in into[box]), default=0)
    for box in reversed(order):
        lowest = min((level[target] for target in out[box]), default=0) - 1
        if lowest > level[box] and len(set(out[box])) > len(set(into[box])) and box != order[0]:
            level[box] = lowest
    return level


def _segments(
    lines: Sequence[Line],
    level: Mapping[str, int],
    back: set[int],
    loops: frozenset[int],
    rows: list[list[str]],
) -> Iterator[Segment]:
    """The segments of all lines, and their bends put into the rows."""
    found: dict[tuple[str, str, float | None, bool], list[int]] = {}
    bends: set[str] = set()
    for n, line in enumerate(lines):
        if n in loops:
            continue
        upper, lower = (line.target, line.source) if n in back else (line.source, line.target)
        sign = "^" if n in back else "|"
        between = [f"{line.target}{sign}{depth}" for depth in range(level[upper] + 1, level[lower])]
        for depth, bend in enumerate(between, level[upper] + 1):
            if bend not in bends:
                bends.add(bend)
                rows[depth].append(bend)
        port = None if n in back else line.port
        way = [upper, *between, lower]
        for k, (above, below) in enumerate(pairwise(way)):
            key = (above, below, port if k == 0 else None, n in back)
            found.setdefault(key, []).append(n)
    for (above, below, port, is_back), used in found.items():
        yield Segment(above, below, port, tuple(used), is_back)
