"""All of the outside world we touch: streams, width, language, plainness, clock."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, TextIO

from etika_sim.views import plain
from etika_sim.views.page import MARGIN, WIDTH, Page

if TYPE_CHECKING:
    from rich.console import Console

LANGUAGE_VARIABLE = "ETIKA_SIM_LANG"


class ExitStatus(IntEnum):
    """How a run ended."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    INTERRUPTED = 130


class Closed(Exception):
    """There is no more input."""


# What a narrow code page shows instead of a character it lacks.
_TWINS = str.maketrans(
    {
        "·": ".",
        "−": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "→": "->",
        "│": "|",
        "─": "-",
        "█": "#",
        "░": ".",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "×": "x",
        "•": "*",
    }
)


@dataclass
class Environment:
    """The outside world, replaceable in tests."""

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    language: str = "id"
    wants_plain: bool = False
    _console: Console | None = None

    @property
    def plain(self) -> bool:
        """Whether pages are painted plainly: asked for, not a terminal, or a dumb one."""
        if self.wants_plain or os.environ.get("TERM") == "dumb":
            return True
        forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
        return not (self.stdout.isatty() or forced)

    @property
    def interactive(self) -> bool:
        """Whether somebody can answer: both ends are a terminal."""
        return self.stdin.isatty() and self.stdout.isatty()

    @property
    def width(self) -> int:
        """Columns of the terminal now; the usual width when there is none."""
        columns = shutil.get_terminal_size((WIDTH + 2 * MARGIN, 24)).columns
        return columns if self.stdout.isatty() else WIDTH

    def show(self, page: Page) -> None:
        """Put a page on standard output."""
        if self.plain:
            self.write(plain.text(page, self.width))
            return
        from etika_sim.views.drawn import draw

        console = self.console()
        with console.capture() as capture:
            draw(page, console)
        self.write(capture.get())

    def write(self, text: str) -> None:
        """Put text on standard output; a character the terminal lacks becomes its ASCII twin."""
        _write(self.stdout, text)

    def complain(self, text: str) -> None:
        """Put a message on standard error."""
        _write(self.stderr, f"{text}\n")

    def ask(self, prompt: str) -> str:
        """One line of input, without its end. Raises Closed when there is no more."""
        self.write(prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        if not line:
            self.write("\n")
            raise Closed
        return line.rstrip("\r\n")

    def console(self) -> Console:
        """The Rich console on standard output."""
        if self._console is None:
            from rich.console import Console

            no_color = True if os.environ.get("NO_COLOR") else None
            self._console = Console(
                file=self.stdout, highlight=False, markup=False, emoji=False, no_color=no_color
            )
        return self._console

    def now(self) -> str:
        """The time in UTC, ISO 8601, to the second."""
        return datetime.now(UTC).isoformat(timespec="seconds")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeError:
        text = text.translate(_TWINS).encode(encoding, "replace").decode(encoding)
    stream.write(text)
