"""All of the outside world we touch: streams, width, language, plainness, clock, chance."""

from __future__ import annotations

import os
import shutil
import sys
import time
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from etika_sim.views.page import Page

LANGUAGE_VARIABLE = "ETIKA_SIM_LANG"
HOME_VARIABLE = "ETIKA_SIM_HOME"
STORE_NAME = "etika-sim.sqlite3"
CACHE_NAME = "cache"
USUAL_WIDTH = 76


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
        "\u00a0": " ",
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


class Environment:
    """The outside world, replaceable in tests. Streams default to the process's own."""

    def __init__(
        self, stdin: TextIO | None = None, stdout: TextIO | None = None, stderr: TextIO | None = None
    ) -> None:
        self.stdin, self.stdout, self.stderr = stdin or sys.stdin, stdout or sys.stdout, stderr or sys.stderr
        if isinstance(self.stdin, TextIOWrapper):
            self.stdin.reconfigure(errors="replace")  # a byte that is no text is a wrong key, not a fault
        self.language = "id"
        self.wants_plain = False
        self._console: Console | None = None
        self._passing = False

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
        columns = shutil.get_terminal_size((USUAL_WIDTH, 24)).columns
        return columns if self.stdout.isatty() else USUAL_WIDTH

    def store_path(self) -> Path:
        """Where the laptop remembers; ETIKA_SIM_HOME names another folder."""
        home = os.environ.get(HOME_VARIABLE)
        if home:
            return Path(home) / STORE_NAME
        from platformdirs import user_data_path

        return user_data_path("etika-sim", appauthor=False) / STORE_NAME

    def cache_path(self) -> Path:
        """The folder of what can be read anew at any time; it may be missing, and may be deleted."""
        home = os.environ.get(HOME_VARIABLE)
        if home:
            return Path(home) / CACHE_NAME
        from platformdirs import user_cache_path

        return user_cache_path("etika-sim", appauthor=False)

    def show(self, page: Page) -> None:
        """Put a page on standard output."""
        if self.plain:
            from etika_sim.views.plain import text

            self.write(text(page, self.width))
            return
        from etika_sim.views.drawn import draw

        console = self.console()
        with console.capture() as capture:
            draw(page, console)
        self.write(capture.get())

    @property
    def draws(self) -> bool:
        """Whether the terminal can show more than ASCII."""
        return _fits(self.stdout, "█▓░▀│→·…")

    def write(self, text: str) -> None:
        """Put text on standard output; a character the terminal lacks becomes its ASCII twin."""
        _write(self.stdout, text)

    def say(self, sentence: str) -> None:
        """One quiet sentence, with room around it."""
        from etika_sim.views.page import Gap, Prose

        self.show((Gap(), Prose((sentence,), "quiet"), Gap()))

    def write_json(self, data: Any) -> None:
        """Put data on standard output as one JSON document; what a terminal must not get is escaped."""
        import json

        from etika_sim.prose import escaped

        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        if not _fits(self.stdout, text):
            text = json.dumps(data, indent=2) + "\n"
        self.write(escaped(text))

    def complain(self, text: str) -> None:
        """Put a message on standard error; foreign words in it are made safe here."""
        from etika_sim.prose import safe

        _write(self.stderr, f"{safe(text)}\n")

    def pass_by(self, text: str) -> None:
        """Put a passing line where an earlier one was, for somebody who waits at a terminal; "" ends it."""
        waits = self.stderr.isatty() and not self.wants_plain and os.environ.get("TERM") != "dumb"
        if waits and (text or self._passing):
            free = shutil.get_terminal_size((USUAL_WIDTH, 24)).columns - 1
            _write(self.stderr, f"\r{text[:free].ljust(free)}" if text else f"\r{' ' * free}\r")
            self.stderr.flush()
            self._passing = bool(text)

    def ask(self, prompt: str) -> str:
        """One line of input, without its end. Raises Closed when there is no more."""
        self.write(prompt)
        self.stdout.flush()
        try:
            line = self.stdin.readline()
        except KeyboardInterrupt:
            self.write("\n")  # what comes next on the screen begins a line
            raise
        if not line:
            self.write("\n")
            raise Closed
        return line.rstrip("\r\n")

    def console(self) -> Console:
        """The Rich console on standard output."""
        if self._console is None:
            from rich.console import Console

            uncoloured = os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR") == "0"
            self._console = Console(
                file=self.stdout,
                highlight=False,
                markup=False,
                emoji=False,
                no_color=True if uncoloured else None,
            )
        return self._console

    def now(self) -> str:
        """The time in UTC, ISO 8601, to the second."""
        return datetime.now(UTC).isoformat(timespec="seconds")

    def clock_seconds(self) -> float:
        """The time in seconds since 1970, with fractions."""
        return time.time()

    def choose(self, words: Sequence[str]) -> str:
        """One of them, which nobody can guess."""
        import secrets

        return secrets.choice(words)

    def clock(self) -> str:
        """The time of day here, to the second."""
        return datetime.now().astimezone().strftime("%H:%M:%S")

    def pause(self, seconds: float) -> None:
        """Do nothing for a while."""
        time.sleep(seconds)

    def days_ago(self, days: int | None) -> str:
        """The time so many days ago, as `now` gives it; empty without a number of days."""
        if days is None:
            return ""
        then = datetime.fromisoformat(self.now()) - timedelta(days=min(days, 36_500))
        return then.isoformat(timespec="seconds")


def _fits(stream: TextIO, text: str) -> bool:
    """Whether the stream's encoding has every character of the text."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeError:
        return False
    return True


def in_ascii(text: str) -> str:
    """The text with ASCII twins for what a narrow code page lacks; what has none becomes `?`."""
    return text.translate(_TWINS).encode("ascii", "replace").decode("ascii")


def _write(stream: TextIO, text: str) -> None:
    if not _fits(stream, text):
        encoding = stream.encoding or "utf-8"
        text = text.translate(_TWINS).encode(encoding, "replace").decode(encoding)
    stream.write(text)
