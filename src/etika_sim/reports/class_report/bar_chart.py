"""Grouped bar chart as SVG: readable in grey and on a narrow phone, told in words to who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from html import escape
from typing import NamedTuple

WIDTH, LEFT, LONGEST = 320, 34, 196
"""The drawing in its own units: how wide, where bars begin, how long one of 100 percent is."""

THICK, BETWEEN, APART, LEGEND = 12, 2, 10, 16

BESIDE, FIGURE = 5, 40
"""How far a figure stands from its bar, and how much room it takes."""

STRIPES, SOLID = "stripes", "solid"
LOOKS = (STRIPES, SOLID)
"""How the first and the second bar of a group look; a single bar is solid."""


class Bar(NamedTuple):
    """A bar of so many percent, and what stands behind it; None for a percentage that is not there."""

    percent: Fraction | None
    text: str


class Group(NamedTuple):
    """Bars that belong together, under a short label; `mark` is a percentage to be compared with."""

    label: str
    bars: tuple[Bar, ...]
    mark: Fraction | None = None


def drawn(name: str, told: str, series: Sequence[str], groups: Sequence[Group]) -> str:
    """The picture. `name` is a word of its own in the document, `told` says the same in words."""
    y, parts = (LEGEND * len(series) + 6 if len(series) > 1 else 4), []
    for group in groups:
        parts += _group(name, group, y, single=len(series) < len(LOOKS))
        y += len(group.bars) * (THICK + BETWEEN) + APART
    head = (
        f'<svg class="bars" viewBox="0 0 {WIDTH} {y}" role="img" aria-label="{escape(told)}" '
        'xmlns="http://www.w3.org/2000/svg" font-size="11">'
    )
    pattern = (
        f'<defs><pattern id="{name}-stripes" width="4" height="4" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/>'
        '<rect width="2" height="4" fill="#444"/></pattern></defs>'
    )
    return "".join([head, pattern, *_legend(name, series), *parts, "</svg>"])


def _legend(name: str, series: Sequence[str]) -> list[str]:
    """Which look is whose; nothing for a single one."""
    parts = []
    if len(series) > 1:
        for n, (look, said) in enumerate(zip(LOOKS, series, strict=True)):
            parts.append(_rect(name, look, LEFT, LEGEND * n + 2, 12, 9))
            parts.append(f'<text x="{LEFT + 18}" y="{LEGEND * n + 11}">{escape(said)}</text>')
    return parts


def _group(name: str, group: Group, top: int, *, single: bool) -> list[str]:
    height = len(group.bars) * (THICK + BETWEEN)
    parts = [f'<text x="0" y="{top + height / 2 + 3:g}" font-weight="bold">{escape(group.label)}</text>']
    mark = None if group.mark is None else float(LONGEST * group.mark / 100)
    for n, bar in enumerate(group.bars):
        y = top + n * (THICK + BETWEEN)
        length = 0.0 if bar.percent is None else float(LONGEST * bar.percent / 100)
        parts.append(_rect(name, SOLID if single else LOOKS[n], LEFT, y, length, THICK))
        is_in_the_way = mark is not None and length <= mark + BESIDE <= length + FIGURE
        text = LEFT + BESIDE + (mark if mark is not None and is_in_the_way else length)
        parts.append(f'<text x="{text:.4g}" y="{y + 10}">{escape(bar.text)}</text>')
    return [*parts, *([] if mark is None else _marked(LEFT + mark, top - 3, top + height + 1))]


def _marked(x: float, top: int, bottom: int) -> list[str]:
    """A dashed line, seen on white and on a dark bar."""
    place = f'x1="{x:.4g}" x2="{x:.4g}" y1="{top}" y2="{bottom}"'
    return [
        f'<line {place} stroke="#fff" stroke-width="4"/>',
        f'<line {place} stroke="#000" stroke-width="1.5" stroke-dasharray="3 2"/>',
    ]


def _rect(name: str, look: str, x: float, y: float, width: float, height: float) -> str:
    fill = "#333" if look == SOLID else f"url(#{name}-stripes)"
    place = f'x="{x:g}" y="{y:g}" width="{width:.4g}" height="{height:g}"'
    return f'<rect {place} fill="{fill}" stroke="#333" stroke-width="0.8"/>'
