"""Nodes of a map as SVG: the box of a scene, its size and its drawing.

What a scene is shows in the shape of its box and in words, never in colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from etika_sim import labels
from etika_sim.locale import Translator
from etika_sim.play.program import DECISION, PASSAGE
from etika_sim.reports.map.layout.routing import Point
from etika_sim.reports.map.model import Chart, Link, Node
from etika_sim.reports.map.text_width import lines, width

TITLE, SMALL, TEXT = 14.0, 11.0, 12.5
LEADING, PAD = 1.34, 12.0
WIDEST, NARROWEST = 230.0, 136.0
STRIP, MARK = 18.0, 16.0

Cell = tuple[tuple[int, ...], bool]
"""The numbers of choices that lead to the same scenes, and whether they are red lines."""


class Sized(NamedTuple):
    """A scene with its text broken into lines, and the size of its box.

    `rows` holds the lines of each choice; `cells` stand at the bottom, and links leave from them.
    """

    node: Node
    title: tuple[str, ...]
    below: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    width: float
    height: float


def sized(chart: Chart, words: Translator) -> dict[str, Sized]:
    """All scenes of a chart, measured."""
    cells: dict[str, dict[Cell, None]] = {}
    for link in chart.links:
        cells.setdefault(link.source, {})[link.numbers, link.red_line] = None
    return {node.id: _sized(node, tuple(cells.get(node.id, ())), words) for node in chart.nodes}


def _sized(node: Node, cells: tuple[Cell, ...], words: Translator) -> Sized:
    _ = words.gettext
    inner = WIDEST - 2 * PAD
    title = lines(node.title or node.id, TITLE, inner, 3)
    below = [node.id] if node.title else []
    if node.kind == PASSAGE:
        below.append(_("passage"))
    elif node.kind != DECISION:
        below.append(_("ending, {quality}").format(quality=labels.quality(node.kind, _)))
    if not node.reached:
        below.append(_("out of reach"))
    below = [line for text in below for line in lines(text, SMALL, inner, 2)]
    rows = [tuple(lines(row.choice, TEXT, inner - 2 * MARK, 2)) for row in node.rows]
    widest = max(
        *(width(line, TITLE) for line in title),
        *(width(line, SMALL) for line in below),
        *(width(line, TEXT) + 2 * MARK for row in rows for line in row),
        34.0 * len(cells),
        NARROWEST - 2 * PAD,
    )
    strip = cells if len(cells) > 1 else ()
    height = 2 * PAD + LEADING * (TITLE * len(title) + SMALL * len(below) + TEXT * sum(map(len, rows)))
    height += (6.0 if rows else 0.0) + (STRIP if strip else 0.0)
    return Sized(node, tuple(title), tuple(below), tuple(rows), strip, widest + 2 * PAD, height)


def port(link: Link, box: Sized) -> float:
    """How far from the left edge of its box a link leaves."""
    if not box.cells:
        return box.width / 2
    each = box.width / len(box.cells)
    return each * (box.cells.index((link.numbers, link.red_line)) + 0.5)


def drawn(box: Sized, corner: Point) -> Iterator[str]:
    """The box with all that is written in it, its left upper corner at `corner`."""
    x, y = corner
    yield f'<g transform="translate({number(x)} {number(y)})">'
    yield from _shape(box)
    at = PAD
    for line in box.title:
        at += TITLE * LEADING
        yield text(PAD, at - 4, line, "title")
    for line in box.below:
        at += SMALL * LEADING
        yield text(PAD, at - 3, line, "small")
    at += 6.0
    for row, said in zip(box.node.rows, box.rows, strict=True):
        yield text(PAD, at + TEXT * LEADING - 4, str(row.number), "row number")
        yield from _marks(box, row.recommended, row.red_line, at + TEXT * LEADING / 2)
        for line in said:
            at += TEXT * LEADING
            yield text(PAD + MARK, at - 4, line, "row")
    yield from _strip(box)
    yield "</g>"


def _marks(box: Sized, recommended: bool, red_line: bool, y: float) -> Iterator[str]:
    x = box.width - PAD - 4
    if recommended:
        yield star(x, y)
    if red_line:
        yield triangle(x - (14 if recommended else 0), y)


def _shape(box: Sized) -> Iterator[str]:
    w, h, kind = box.width, box.height, box.node.kind
    lost = "" if box.node.reached else " lost"
    css = f"box {kind}{lost}"
    if kind == "violation":
        cut = 14
        corners = (
            (cut, 0),
            (w - cut, 0),
            (w, cut),
            (w, h - cut),
            (w - cut, h),
            (cut, h),
            (0, h - cut),
            (0, cut),
        )
        yield f'<path class="{css}" d="{_closed(corners)}"/>'
    elif kind == "compromised":
        cut = 16
        yield f'<path class="{css}" d="{_closed(((0, 0), (w - cut, 0), (w, cut), (w, h), (0, h)))}"/>'
        yield f'<path class="fold" d="M{number(w - cut)} 0V{cut}H{number(w)}"/>'
    else:
        round_by = {DECISION: 4, PASSAGE: 14, "acceptable": 18, "exemplary": 26}[kind]
        yield rectangle(css, (0, 0), (w, h), round_by)
    if kind == "exemplary":
        yield rectangle(f"{kind} inside", (4, 4), (w - 8, h - 8), 22)


def _closed(corners: Sequence[Point]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"


def _strip(box: Sized) -> Iterator[str]:
    """The cells at the bottom: which choices leave where."""
    each = box.width / max(1, len(box.cells))
    for n, (numbers, red_line) in enumerate(box.cells):
        x, y = each * n, box.height - STRIP
        css = "strip red" if red_line else "strip"
        yield rectangle(css, (x, y), (each, STRIP))
        said = ", ".join(map(str, numbers))
        yield f'<text class="cell" x="{number(x + each / 2)}" y="{number(y + 13)}">{escape(said)}</text>'


def star(x: float, y: float) -> str:
    """The mark of what is recommended."""
    points = "M0 -7L2 -2.2L7 -1.9L3.2 1.4L4.4 6.4L0 3.7L-4.4 6.4L-3.2 1.4L-7 -1.9L-2 -2.2Z"
    return f'<path class="star" d="{points}" transform="translate({number(x)} {number(y)})"/>'


def triangle(x: float, y: float) -> str:
    """The mark of a red line."""
    return f'<path class="alarm" d="M0 -6.5L7 6H-7Z" transform="translate({number(x)} {number(y)})"/>'


def rectangle(css: str, corner: Point, size: Point, rounded: float = 0) -> str:
    """A rectangle."""
    (x, y), (w, h) = corner, size
    place = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
    return f'<rect class="{css}" {place} rx="{number(rounded)}"/>'


def text(x: float, y: float, said: str, css: str) -> str:
    """A line of text."""
    return f'<text class="{css}" x="{number(x)}" y="{number(y)}">{escape(said)}</text>'


def number(value: float) -> str:
    """A number as short as a picture needs it."""
    return f"{value:.1f}".removesuffix(".0")


BOX_STYLE: Mapping[str, str] = {
    ".box": "fill:#fff;stroke:#333;stroke-width:1.4",
    ".passage": "fill:#f2f2f2",
    ".exemplary": "fill:#d5efe4;stroke:#00694c;stroke-width:2",
    ".inside": "fill:none;stroke-width:1",
    ".acceptable": "fill:#dcecf8;stroke:#00588c;stroke-width:2",
    ".compromised": "fill:#fbecc8;stroke:#8a6100;stroke-width:2",
    ".fold": "fill:#fff;stroke:#8a6100;stroke-width:1.4",
    ".violation": "fill:#fbdccd;stroke:#a33e00;stroke-width:3",
    ".lost": "fill:#fff;stroke:#777;stroke-width:1.4;stroke-dasharray:3 3",
    ".strip": "fill:#eee;stroke:#333;stroke-width:1",
    ".red": "fill:#fbdccd;stroke:#a33e00",
    ".title": f"font-size:{TITLE}px;font-weight:600",
    ".small": f"font-size:{SMALL}px;fill:#4a4a4a",
    ".row": f"font-size:{TEXT}px",
    ".number": "font-weight:600",
    ".cell": "font-size:11px;font-weight:600;text-anchor:middle",
    ".star": "fill:#00694c",
    ".alarm": "fill:#a33e00",
}
"""The colours are those of Okabe & Ito (2008), darkened for edges and lightened for surfaces."""
