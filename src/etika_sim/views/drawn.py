"""Pages drawn for a terminal with Rich: rules, bars, colour on marks only."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from etika_sim.model import Principle
from etika_sim.prose import spans
from etika_sim.views.page import (
    MARGIN,
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

# Okabe & Ito (2008), "Color universal design": told apart with any colour vision.
COLOURS = {
    Principle.INTEGRITY: "#0072B2",
    Principle.FAIRNESS: "#009E73",
    Principle.ACCOUNTABILITY: "#E69F00",
    Principle.TRANSPARENCY: "#56B4E9",
    Principle.PROFESSIONALISM: "#CC79A7",
}
VOICES = {
    "": "",
    "question": "bold",
    "quiet": "dim",
    "alarm": "bold #D55E00",
    "error": "bold #D55E00",
    "hint": "bold",
    "em": "italic",
    "strong": "bold",
}
SIGNS = {1: "+", 0: "·", -1: "−"}
BAR = 20
LABEL_WIDTH = 11
NARROW = 50


def draw(page: Page, console: Console) -> None:
    """Draw the page on a console, at most 72 columns wide inside a margin."""
    width = min(WIDTH, console.width - MARGIN)
    for block in page:
        if isinstance(block, Source):
            _keep_columns(block, console)
            continue
        for renderable in renderables(block, width, ascii_only=console.options.ascii_only):
            for line in console.render_lines(renderable, console.options.update_width(width), pad=False):
                console.print(_trimmed(line), end="")


def _trimmed(line: list[Segment]) -> Segments:
    """A line inside the margin, without the blanks at its end: they would come along when copied."""
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Segment(last.text.rstrip(), last.style)
        kept.insert(0, Segment(" " * MARGIN))
    return Segments([*kept, Segment.line()])


def renderables(block: Block, width: int, *, ascii_only: bool) -> Iterator[RenderableType]:
    """A block as Rich draws it, so many columns wide."""
    match block:
        case Gap():
            yield Text()
        case Heading():
            yield from _heading(block, width, ascii_only=ascii_only)
        case Prose(paragraphs, voice):
            yield from _paragraphs(paragraphs, voice)
        case Labelled(label, paragraphs, voice):
            yield from _labelled(label, paragraphs, voice, narrow=width < NARROW)
        case Choices(options) | Items(options):
            yield _lettered(options, "bold" if isinstance(block, Choices) else "")
        case Moved(marks):
            yield _moved(marks, ascii_only=ascii_only)
        case Scores():
            yield _scores(block, width, ascii_only=ascii_only)


def _keep_columns(block: Source, console: Console) -> None:
    """Lines as long as they are: what is too long for the terminal goes on in its next line, uncut."""
    for line, voice in block.lines:
        console.print(Text(" " * MARGIN + line, VOICES[voice]), soft_wrap=True, highlight=False)


def _heading(block: Heading, width: int, *, ascii_only: bool) -> Iterator[RenderableType]:
    if len(block.text) + len(block.aside) + 2 <= width and block.aside:
        gap = width - len(block.text) - len(block.aside)
        yield Text.assemble((block.text, "bold"), " " * gap, (block.aside, "dim"))
    else:
        yield Text(block.text, "bold")
        if block.aside:
            yield Text(block.aside, "dim")
    yield Rule(characters="-" if ascii_only else "─", style="dim")


def styled(paragraph: str, voice: str = "") -> Text:
    """A paragraph with its emphasis, in one of the voices."""
    line = Text(style=VOICES[voice])
    for span in spans(paragraph):
        line.append(span.text, VOICES[span.voice] or None)
    return line


def _paragraphs(paragraphs: tuple[str, ...], voice: str) -> Iterator[RenderableType]:
    for n, paragraph in enumerate(paragraphs):
        if n:
            yield Text()
        yield styled(paragraph, voice)


def _grid() -> Table:
    return Table.grid(padding=(0, 2, 0, 0), pad_edge=False)


def _labelled(
    label: str, paragraphs: tuple[str, ...], voice: str, *, narrow: bool
) -> Iterator[RenderableType]:
    head = Text(label, VOICES[voice] or "bold")
    if narrow:
        yield head
        yield from _paragraphs(paragraphs, "")
        return
    grid = _grid()
    grid.add_column(min_width=LABEL_WIDTH, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for n, paragraph in enumerate(paragraphs):
        grid.add_row(head if n == 0 else Text(), styled(paragraph))
    yield grid


def _lettered(options: tuple[tuple[str, str], ...], style: str) -> RenderableType:
    grid = _grid()
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for mark, line in options:
        grid.add_row(Text(f"  {mark}", style), Text(line))
    return grid


def _moved(marks: tuple[tuple[Principle, str, str, int], ...], *, ascii_only: bool) -> Text:
    line = Text()
    for principle, code, _label, direction in marks:
        sign = SIGNS[direction]
        if ascii_only:
            sign = {"·": ".", "−": "-"}.get(sign, sign)
        line.append(f"{code} ", f"bold {COLOURS[principle]}").append(f"{sign}    ", "bold")
    line.rstrip()
    return line


def _scores(block: Scores, width: int, *, ascii_only: bool) -> RenderableType:
    bar = max(0, min(BAR, width - 50))
    grid = _grid()
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    if bar:
        grid.add_column(width=bar, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for row in block.rows:
        cells = [Text(row.code, f"bold {COLOURS[row.principle]}"), Text(row.label)]
        if bar:
            cells.append(
                _bar(row.percent, row.principle, bar, ascii_only) if row.signs == "" else Text(row.signs)
            )
        words = row.words if bar or not row.signs else f"{row.signs}, {row.words}"
        grid.add_row(*cells, Text(words))
    return grid


def _bar(percent: int | None, principle: Principle, width: int, ascii_only: bool) -> Text:
    if percent is None:
        return Text()
    filled = (percent * width + 50) // 100
    full, empty = ("#", ".") if ascii_only else ("█", "░")
    return Text.assemble((full * filled, COLOURS[principle]), (empty * (width - filled), "dim"))
