"""What a page is made of. Views build blocks; `plain` and `drawn` are two ways to paint them.

Law: the same blocks go to both painters, so the words are the same. A painter adds only marks:
colour, rules, bars. Blocks hold safe text: whoever makes one passes foreign text through `prose`.
"""

from __future__ import annotations

from typing import NamedTuple

from etika_sim.model import Principle

WIDTH = 72
MARGIN = 2


class Heading(NamedTuple):
    """The head of a page or a part of it; `aside` stands at the right."""

    text: str
    aside: str = ""


class Prose(NamedTuple):
    """Paragraphs with emphasis. `voice`: "", "question", "quiet", "alarm"."""

    paragraphs: tuple[str, ...]
    voice: str = ""


class Labelled(NamedTuple):
    """A short label and the paragraphs that belong to it."""

    label: str
    paragraphs: tuple[str, ...]
    voice: str = ""


class Choices(NamedTuple):
    """Lettered options, in the order shown."""

    options: tuple[tuple[str, str], ...]


class Moved(NamedTuple):
    """How one choice expressed the principles that were at stake: +1, 0 or -1 each."""

    marks: tuple[tuple[Principle, str, str, int], ...]  # principle, code, label, direction


class Row(NamedTuple):
    """A principle on a scorecard: its percent for the bar (None: no bar), words, decisions."""

    principle: Principle
    code: str
    label: str
    percent: int | None
    words: str
    signs: str


class Scores(NamedTuple):
    """The rows of a scorecard."""

    rows: tuple[Row, ...]


class Items(NamedTuple):
    """Numbered lines, or lines with a mark of their own."""

    items: tuple[tuple[str, str], ...]


class Source(NamedTuple):
    """Lines that must keep their columns: a piece of a file, a caret. `voices` names each line's."""

    lines: tuple[tuple[str, str], ...]


class Gap(NamedTuple):
    """An empty line."""


Block = Heading | Prose | Labelled | Choices | Moved | Scores | Items | Source | Gap
Page = tuple[Block, ...]
