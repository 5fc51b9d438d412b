"""SVG of a map in one picture: self-contained, light, legible in grey, with words for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from etika_sim.locale import Translator
from etika_sim.play.program import DECISION, PASSAGE
from etika_sim.reports.map.boxes import BOX_STYLE, drawn, number, port, rectangle, sized, star, text, triangle
from etika_sim.reports.map.layout.ranks import Box, Line
from etika_sim.reports.map.layout.routing import Drawing, Point, Stroke, arrange
from etika_sim.reports.map.model import Chart, Link
from etika_sim.reports.map.text_width import width

MARGIN, HEAD, FOOT = 36.0, 76.0, 64.0
HEADING, NOTE = 20.0, 12.5

_STYLE = {
    "text": "font-family:'Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif;fill:#1a1a1a",
    **BOX_STYLE,
    ".paper": "fill:#fdfdfb",
    ".heading": f"font-size:{HEADING}px;font-weight:600",
    ".note": f"font-size:{NOTE}px;fill:#333",
    ".line": "fill:none;stroke:#555;stroke-width:1.4;stroke-linecap:round",
    ".maybe": "stroke-dasharray:7 5",
    ".breach": "stroke:#a33e00",
    ".back": "stroke:#6b3fa0;stroke-dasharray:2 4",
    ".halo": "fill:none;stroke:#9fd8c0;stroke-width:8;stroke-linecap:round",
    ".tip": "fill:#555",
    ".tip-back": "fill:#6b3fa0",
    ".begin": "fill:#1a1a1a",
    ".begins": "font-size:11px;font-weight:600;fill:#fff;text-anchor:middle",
}


def svg(chart: Chart, words: Translator) -> str:
    """The picture of a chart as the text of an SVG file."""
    boxes = sized(chart, words)
    drawing = arrange(
        [Box(box.node.id, box.width, box.height) for box in boxes.values()],
        [Line(link.source, link.target, port(link, boxes[link.source])) for link in chart.links],
    )
    about, key = (
        _about(chart, words),
        _Key(chart, words, returns=any(stroke.back for stroke in drawing.strokes)),
    )
    inner = max(drawing.width, key.width, width(chart.title, HEADING), width(about, NOTE))
    wide, high = inner + 2 * MARGIN, drawing.height + HEAD + FOOT + 2 * MARGIN
    name = words.gettext("Map: {title}").format(title=chart.title)
    size = f'viewBox="0 0 {number(wide)} {number(high)}" width="{number(wide)}" height="{number(high)}"'
    spoken = f'lang="{escape(chart.language)}" role="img" aria-labelledby="title about"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {spoken} {size}>',
        f'<title id="title">{escape(name)}</title>',
        f'<desc id="about">{escape(about)}</desc>',
        "<style>" + "".join(f"{name}{{{rule}}}" for name, rule in _STYLE.items()) + "</style>",
        _arrowhead("tip"),
        _arrowhead("tip-back"),
        rectangle("paper", (0, 0), (wide, high)),
        text(MARGIN, MARGIN + HEADING, chart.title, "heading"),
        text(MARGIN, MARGIN + HEADING + 22, about, "note"),
        f'<g transform="translate({number((wide - drawing.width) / 2)} {number(MARGIN + HEAD)})">',
        *_strokes(chart, drawing),
        *(part for box in boxes.values() for part in drawn(box, drawing.corners[box.node.id])),
        *_side_exits(chart, drawing),
        *_start(drawing.corners[chart.nodes[0].id], words),
        "</g>",
        f'<g transform="translate({number(MARGIN)} {number(high - MARGIN - FOOT / 2)})">',
        *key.parts,
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _about(chart: Chart, words: Translator) -> str:
    kinds = [node.kind for node in chart.nodes]
    decisions, passages = kinds.count(DECISION), kinds.count(PASSAGE)
    endings = len(kinds) - decisions - passages
    counts = (
        words.ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions),
        words.ngettext("{n} passage", "{n} passages", passages).format(n=passages),
        words.ngettext("{n} ending", "{n} endings", endings).format(n=endings),
    )
    return words.gettext("{things}; read from top to bottom.").format(things=", ".join(counts))


def _arrowhead(name: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path class="{name}" d="M0 1L10 5L0 9Z"/></marker>'
    )


def _start(corner: Point, words: Translator) -> Iterator[str]:
    """A flag on the box where every play begins."""
    x, y = corner
    said = words.gettext("start")
    wide = width(said, 11) + 16
    yield rectangle("begin", (x, y - 18), (wide, 18), 3)
    yield text(x + wide / 2, y - 5, said, "begins")


# --- lines ---


def _strokes(chart: Chart, drawing: Drawing) -> Iterator[str]:
    """Recommended roads as a broad band below, then every line."""
    for stroke in drawing.strokes:
        if any(chart.links[n].road for n in stroke.lines):
            yield f'<path class="halo" d="{_path(stroke)}"/>'
    for stroke in drawing.strokes:
        links = [chart.links[n] for n in stroke.lines]
        yield f"<g><title>{escape(_told(links))}</title>"
        yield f'<path class="{_css(stroke, links)}" d="{_path(stroke)}"{_tip(stroke)}/></g>'


def _side_exits(chart: Chart, drawing: Drawing) -> Iterator[str]:
    """The numbers of the choices that lead back, where their lines leave the box."""
    for stroke in drawing.strokes:
        if stroke.back and stroke.leaves:
            numbers = sorted({n for line in stroke.lines for n in chart.links[line].numbers})
            said = ", ".join(map(str, numbers))
            wide, (x, y) = width(said, 11) + 8, stroke.points[0]
            if said:
                yield rectangle("strip", (x - wide / 2, y - 8), (wide, 16), 3)
                yield text(x, y + 4, said, "cell")


def _told(links: list[Link]) -> str:
    """What a line stands for, where somebody points at it."""
    told = []
    for link in links:
        numbers = ", ".join(map(str, link.numbers))
        line = f"{link.source}{' ' if numbers else ''}{numbers} → {link.target}"
        told.append("; ".join((line, *link.when)))
    return "\n".join(told)


def _css(stroke: Stroke, links: list[Link]) -> str:
    css = "line"
    if stroke.back:
        return f"{css} back"
    if all(not link.sure for link in links):
        css += " maybe"
    if all(link.red_line for link in links):
        css += " breach"
    return css


def _tip(stroke: Stroke) -> str:
    if not stroke.arrives:
        return ""
    return f' marker-end="url(#{"tip-back" if stroke.back else "tip"})"'


def _path(stroke: Stroke) -> str:
    (x, y), *rest = stroke.points
    parts = [f"M{number(x)} {number(y)}"]
    for n in range(0, len(rest), 3):
        parts.append("C" + " ".join(f"{number(px)} {number(py)}" for px, py in rest[n : n + 3]))
    return "".join(parts)


class _Key:
    """What the marks and lines mean, side by side; only those that occur."""

    def __init__(self, chart: Chart, words: Translator, *, returns: bool) -> None:
        _ = words.gettext
        self.parts: list[str] = []
        self.width = 0.0
        rows = [row for node in chart.nodes for row in node.rows]
        if any(link.road for link in chart.links):
            self._line("halo", _("recommended road"))
        if any(row.recommended for row in rows):
            self._mark(star, _("recommended choice"))
        if any(row.red_line for row in rows):
            self._mark(triangle, _("red line"))
        if any(not link.sure for link in chart.links):
            self._line("line maybe", _("depends on what happened before"))
        if returns:
            self._line("line back", _("back to an earlier scene"))
        if any(not node.reached for node in chart.nodes):
            self._add('<rect class="box lost" x="{x}" y="-13" width="24" height="16"/>', _("out of reach"))

    def _line(self, css: str, said: str) -> None:
        self._add(f'<path class="{css}" d="M{{x}} -5h24"/>', said)

    def _mark(self, mark: Callable[[float, float], str], said: str) -> None:
        self._add(mark(self.width + 16, -5), said)

    def _add(self, sign: str, said: str) -> None:
        self.parts.append(sign.replace("{x}", number(self.width)))
        self.parts.append(text(self.width + 32, 0, said, "note"))
        self.width += 32 + width(said, NOTE) + 24
