"""Pages as plain text: one line after another, good to read aloud. Nothing here draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etika_sim.cells import pieces, width_of
from etika_sim.locale import _
from etika_sim.prose import unmarked
from etika_sim.views.page import (
    WIDTH,
    Block,
    Choices,
    Gap,
    Heading,
    Items,
    Labelled,
    Moved,
    Page,
    Prose,
    Scores,
    Source,
)

SIGNS = {1: "+", 0: "0", -1: "-"}
NARROWEST = 20
_WORD = re.compile(r"[^ \t\n\v\f\r]+")
"""What a line may not be broken within: a space that must not break stands inside a word."""


def text(page: Page, width: int = WIDTH) -> str:
    """The page as text, wrapped at `width` columns, with a newline at its end."""
    lines = [line for block in page for line in _lines(block, max(min(width, WIDTH), NARROWEST))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Gap():
            yield ""
        case Heading(head, aside):
            yield from wrapped(f"{head} ({aside})" if aside else head, width)
            yield ""
        case Prose(paragraphs, _voice):
            yield from _paragraphs(paragraphs, width)
        case Labelled(label, paragraphs, _voice):
            first, *rest = paragraphs or ("",)
            yield from _paragraphs((f"{label}: {first}", *rest), width)
        case Choices(options) | Items(options):
            for mark, line in options:
                head = _marked(mark, is_numbered=isinstance(block, Choices) or mark.isdecimal())
                yield from wrapped(head + line, width, indent=width_of(head))
        case Source(lines):
            yield from (line for line, _voice in lines)
        case Moved() | Scores():
            yield from _principles(block, width)


def _marked(mark: str, *, is_numbered: bool) -> str:
    """The mark before a line: `A. `, `2. `, `G-06: `, `* `."""
    if not mark:
        return ""
    dot = "." if is_numbered else ":" if mark.strip("*- ") else ""
    return f"{mark}{dot} "


def _principles(block: Moved | Scores, width: int) -> Iterator[str]:
    if isinstance(block, Moved):
        marks = ", ".join(f"{label} {SIGNS[direction]}" for _p, _code, label, direction in block.marks)
        yield from wrapped(_("Principles: {marks}").format(marks=marks), width)
        return
    for row in block.rows:
        parts = [part for part in (row.signs, row.words) if part]
        yield from wrapped(f"{row.label}: {', '.join(parts)}", width, indent=2)


def _paragraphs(paragraphs: tuple[str, ...], width: int) -> Iterator[str]:
    for n, paragraph in enumerate(paragraphs):
        if n:
            yield ""
        yield from wrapped(unmarked(paragraph), width)


def wrapped(line: str, width: int, indent: int = 0) -> list[str]:
    """A paragraph in lines of at most `width` cells; later lines stand `indent` columns in.

    Only a word longer than `width` is broken, into lines of its own; one that is too long for the
    indent stands less far in.
    """
    lines: list[str] = []
    begun = ""
    for word in _WORD.findall(line):
        if begun and width_of(begun) + 1 + width_of(word) <= width:
            begun += f" {word}"
            continue
        if begun:
            lines.append(begun)
        *broken, rest = pieces(word, width)
        lines += broken
        begun = " " * min(indent if lines else 0, width - width_of(rest)) + rest
    return [*lines, begun] if begun else lines
