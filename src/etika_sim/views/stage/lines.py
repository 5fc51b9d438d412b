"""What sheets on the wall are made of: lines that fit, parts that stay together, and how they fill sheets.

Law: nothing is cut off. What does not fit one sheet goes on to the next; a host turns them and draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from etika_sim.cells import pieces, width_of
from etika_sim.prose import paragraphs, safe_line, unmarked
from etika_sim.views import plain


class Piece(NamedTuple):
    """Some text in one voice: "", "strong", "quiet", "mark", "first", "second", "code" or "alarm"."""

    text: str
    voice: str = ""


Line = tuple[Piece, ...]
Part = tuple[Line, ...]
Sheet = tuple[Line, ...]

FRAME = 4
"""Rows of the screen that are not the sheet's: the head, the foot, and an empty row at each."""

MARGIN = 2
NARROW, WIDE = 56, 72
WIDE_FROM = 100
"""On 80 columns lines are short enough to be read from the last row; a wide screen takes more."""


def _itself(name: str) -> str:
    return name


class Look(NamedTuple):
    """The screen, and what the room cannot know: the time, the way in, the words of a law.

    `now` is in seconds of the clock of the room's events. `address` is what a phone opens, with the
    join word at its end; "" without a server. `others` counts further addresses. `cite` gives the words
    for the id of a law or channel. With `draws` False only ASCII signs are drawn. `notes` is what the
    trainer's own phone opens.
    """

    now: float = 0.0
    width: int = 80
    height: int = 24
    address: str = ""
    others: int = 0
    cite: Callable[[str], str] = _itself
    draws: bool = True
    notes: str = ""

    @property
    def columns(self) -> int:
        """How wide prose is set."""
        return max(plain.NARROWEST, min(WIDE if self.width >= WIDE_FROM else NARROW, self.width - 2 * MARGIN))

    @property
    def indent(self) -> int:
        """How far in a sheet stands: at the margin, and in the middle of a wide screen."""
        return MARGIN if self.width < WIDE_FROM else (self.width - self.columns) // 2

    @property
    def rows(self) -> int:
        """How many lines a sheet has."""
        return max(3, self.height - FRAME)


def line(text: str, voice: str = "") -> Line:
    """A line of one piece; the text must be safe."""
    return (Piece(text, voice),)


def text_of(one: Line) -> str:
    """A line without its voices."""
    return "".join(piece.text for piece in one).rstrip()


def wrapped(text: str, look: Look, voice: str = "") -> Part:
    """A foreign text on one paragraph, set to the width of the screen."""
    return tuple(line(row, voice) for row in plain.wrapped(unmarked(safe_line(text)), look.columns))


def told(texts: Iterable[str], look: Look, voice: str = "") -> list[Part]:
    """Texts of a case: a part for each paragraph."""
    return [wrapped(paragraph, look, voice) for text in texts for paragraph in paragraphs(text) if paragraph]


def marked(mark: str, text: str, look: Look, voice: str = "mark") -> Part:
    """A text behind a letter or number that stands out."""
    indent = len(mark) + 2
    rows = plain.wrapped(unmarked(safe_line(text)), look.columns - indent) or [""]
    first = (Piece(f"{mark}  ", voice), Piece(rows[0]))
    return (first, *(line(" " * indent + row) for row in rows[1:]))


def shortened(text: str, width: int) -> str:
    """A text on one line, its end left out where it is too long; for what was read in full before."""
    whole = unmarked(safe_line(text))
    return whole if width_of(whole) <= width else pieces(whole, max(2, width - 2))[0].rstrip() + " …"


def sheets(parts: Iterable[Part], look: Look) -> tuple[Sheet, ...]:
    """The parts on as few sheets as they need, an empty line between two of them; at least one sheet."""
    made: list[Sheet] = []
    now: Sheet = ()
    for part in parts:
        if now and len(now) + 1 + len(part) > look.rows:
            made.append(now)
            now = ()
        now = (*now, (), *part) if now else part
        while len(now) > look.rows:
            made.append(now[: look.rows])
            now = now[look.rows :]
    return (*made, now) if now or not made else tuple(made)
