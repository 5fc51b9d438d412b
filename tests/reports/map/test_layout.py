"""The layered layout: nothing overlaps, lines go down or are marked as leading back, few cross."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import pytest

from etika_sim.reports.map.layout.coordinates import coordinates
from etika_sim.reports.map.layout.ordering import Places, ordered
from etika_sim.reports.map.layout.ranks import Box, Line, ranked
from etika_sim.reports.map.layout.routing import Drawing, Stroke, arrange

Case = tuple[list[Box], list[Line]]


def drawing_of(seed: int) -> Case:
    """Boxes of many sizes and lines between any two of them, most of them onward."""
    dice = Random(seed)  # noqa: S311 - the same drawing again for the same seed
    boxes = [Box(f"b{n}", dice.uniform(40, 240), dice.uniform(30, 200)) for n in range(dice.randint(1, 40))]
    lines = []
    for n, box in enumerate(boxes):
        for _ in range(dice.randint(0, 3)):
            onward = boxes[n + 1 : n + 8] if dice.random() < 0.9 else boxes
            target = dice.choice(onward or boxes)
            lines.append(Line(box.id, target.id, dice.uniform(0, box.width)))
    return boxes, lines


CASES = [drawing_of(seed) for seed in range(60)]


def along(stroke: Stroke, steps: int = 12) -> list[tuple[float, float]]:
    """Points along a stroke, its curves included."""
    found = [stroke.points[0]]
    for n in range(1, len(stroke.points), 3):
        start, (one, two, end) = found[-1], stroke.points[n : n + 3]
        for k in range(1, steps + 1):
            t = k / steps
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
            ends = (start, one, two, end)
            x, y = (sum(w * p[axis] for w, p in zip(weights, ends, strict=True)) for axis in (0, 1))
            found.append((x, y))
    return found


def rectangles(boxes: list[Box], drawn: Drawing) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of every box."""
    found = {}
    for box in boxes:
        x, y = drawn.corners[box.id]
        found[box.id] = (x, y, x + box.width, y + box.height)
    return found


@pytest.mark.parametrize("case", CASES)
def test_no_two_boxes_overlap(case: Case) -> None:
    """Between any two boxes there is a gap, beside or below each other."""
    boxes, lines = case
    places = rectangles(boxes, arrange(boxes, lines)).values()

    for one, other in combinations(places, 2):
        beside = one[2] + 20 <= other[0] or other[2] + 20 <= one[0]
        below = one[3] + 20 <= other[1] or other[3] + 20 <= one[1]
        assert beside or below


@pytest.mark.parametrize("case", CASES)
def test_every_line_leads_down_or_is_marked_as_leading_back(case: Case) -> None:
    """What is not marked ends on a lower level; its strokes never turn up, those led back end higher."""
    boxes, lines = case
    drawn = arrange(boxes, lines)
    back = {n for stroke in drawn.strokes if stroke.back for n in stroke.lines}

    for n, line in enumerate(lines):
        goes_down = drawn.level[line.source] < drawn.level[line.target]
        assert goes_down != (n in back)
    for stroke in drawn.strokes:
        if not stroke.back:
            heights = [y for _x, y in along(stroke)]
            assert all(low <= high + 1e-6 for low, high in pairwise(heights))
        elif not (stroke.leaves and stroke.arrives):
            assert stroke.points[-1][1] < stroke.points[0][1]


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_drawn_from_its_box_to_its_target(case: Case) -> None:
    """The strokes of a line hang together, one ends where the next begins; both ends touch their boxes."""
    boxes, lines = case
    drawn = arrange(boxes, lines)
    places = rectangles(boxes, drawn)

    for n, line in enumerate(lines):
        pieces = [stroke for stroke in drawn.strokes if n in stroke.lines]
        pieces.sort(key=lambda stroke: stroke.points[0][1], reverse=pieces[0].back)
        assert [stroke.leaves for stroke in pieces] == [True] + [False] * (len(pieces) - 1)
        assert [stroke.arrives for stroke in pieces] == [False] * (len(pieces) - 1) + [True]
        assert all(one.points[-1] == pytest.approx(two.points[0]) for one, two in pairwise(pieces))
        for box, (x, y) in ((line.source, pieces[0].points[0]), (line.target, pieces[-1].points[-1])):
            left, top, right, bottom = places[box]
            assert left - 1e-6 <= x <= right + 1e-6
            assert top - 1e-6 <= y <= bottom + 1e-6


@pytest.mark.parametrize("case", CASES)
def test_no_line_runs_through_a_box(case: Case) -> None:
    """Along its whole way a line keeps out of every box; it only touches those at its ends."""
    boxes, lines = case
    drawn = arrange(boxes, lines)
    places = rectangles(boxes, drawn)

    for stroke in drawn.strokes:
        for x, y in along(stroke):
            for left, top, right, bottom in places.values():
                assert not (left + 1 < x < right - 1 and top + 1 < y < bottom - 1)


@pytest.mark.parametrize("case", CASES)
def test_everything_stands_inside_the_drawing(case: Case) -> None:
    """No box and no line reaches over the edges that are told."""
    boxes, lines = case
    drawn = arrange(boxes, lines)
    corners = [
        (x, y)
        for left, top, right, bottom in rectangles(boxes, drawn).values()
        for x, y in ((left, top), (right, bottom))
    ]

    for x, y in [*corners, *(point for stroke in drawn.strokes for point in along(stroke))]:
        assert -1e-6 <= x <= drawn.width + 1e-6
        assert -1e-6 <= y <= drawn.height + 1e-6


@pytest.mark.parametrize("case", CASES[:10])
def test_the_same_boxes_always_give_the_same_drawing(case: Case) -> None:
    """Nothing hangs on chance or on the order of a set."""
    boxes, lines = case

    assert arrange(list(boxes), list(lines)) == arrange(boxes, lines)


@pytest.mark.parametrize("case", CASES)
def test_sorting_never_adds_crossings(case: Case) -> None:
    """There are at most as many crossings as in the order of the file, and nothing is lost."""
    boxes, lines = case
    found = ranked([box.id for box in boxes], lines)
    widths = {box.id: box.width for box in boxes}
    rows = ordered(found.rows, found.segments, widths)
    places = Places(found.segments, widths)

    assert places.total(rows) <= places.total(found.rows)
    assert [sorted(row) for row in rows] == [sorted(row) for row in found.rows]


def test_lines_that_need_not_cross_do_not() -> None:
    """Two pairs written crosswise are put side by side."""
    boxes = [Box(name, 100, 50) for name in ("top", "a", "b", "x", "y")]
    lines = [Line("top", "a", 20), Line("top", "b", 80), Line("a", "y", 50), Line("b", "x", 50)]
    found = ranked([box.id for box in boxes], lines)
    rows = ordered(found.rows, found.segments, dict.fromkeys("abxy", 100.0) | {"top": 100.0})

    assert rows[1:] == (("a", "b"), ("y", "x"))


def test_crossings_are_counted() -> None:
    """All three pairs of three lines that turn the order round cross once each."""
    boxes = ["top", "a", "b", "c", "x", "y", "z"]
    lines = [Line("top", name, 50) for name in "abc"]
    lines += [Line(one, other, 50) for one, other in zip("abc", "zyx", strict=True)]
    places = Places(ranked(boxes, lines).segments, dict.fromkeys(boxes, 100.0))

    assert places.crossings("abc", "xyz") == 3
    assert places.crossings("abc", "zyx") == 0


def test_a_chain_stands_in_one_column() -> None:
    """Boxes of one road stand exactly below each other, however wide they are."""
    boxes = [Box("a", 60, 30), Box("b", 200, 30), Box("c", 100, 30)]
    lines = [Line("a", "b", 30), Line("b", "c", 100)]
    found = ranked(["a", "b", "c"], lines)
    middle = coordinates(found.rows, found.segments, {box.id: box for box in boxes})

    assert len({round(at, 6) for at in middle.values()}) == 1


def test_long_lines_to_the_same_box_share_their_way() -> None:
    """Three lines that pass three levels need one bend a level, not three."""
    names = ["a", "b", "c", "d", "e"]
    lines = [Line(one, other, 10) for one, other in pairwise(names)] + [
        Line("a", "e", port) for port in (20, 30, 40)
    ]
    found = ranked(names, lines)

    assert [len(row) for row in found.rows] == [1, 2, 2, 2, 1]


def test_nothing_to_draw_is_drawn() -> None:
    """One box alone is a drawing of its size, with nothing around it."""
    drawn = arrange([Box("a", 80, 40)], [])

    assert (drawn.width, drawn.height, drawn.strokes) == (80, 40, ())
