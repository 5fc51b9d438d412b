"""The whole program in this process, with streams, a terminal and an environment of the test's making."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from etika_sim import locale
from etika_sim.cli.app import run
from etika_sim.cli.context import replace_environment

_HOME = tempfile.TemporaryDirectory(prefix="etika-sim-tests-")
"""Somebody's home with nothing in it; it goes when the tests end."""

Writer = Callable[..., Path]
"""Writes a case with some of its text replaced, and gives its file."""

_OURS = ("ETIKA_SIM_", "XDG_", "LC_", "TTY_")
_OTHERS = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "LINES",
    "LANG",
    "LANGUAGE",
    "PYTHONUTF8",
    "PYTHONIOENCODING",
)


def clean(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a fresh laptop with an 80-column terminal, and `more`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_OURS) and name not in _OTHERS
    }
    home = {"HOME": _HOME.name, "USERPROFILE": _HOME.name, "ETIKA_SIM_HOME": _HOME.name}
    return {**kept, **home, "TERM": "xterm-256color", "COLUMNS": "80", "LANG": "C.UTF-8", **(more or {})}


class Stream(io.StringIO):
    """A text stream that is a terminal or not."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(text)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Whether it says it is a terminal."""
        return self.terminal


class Typed(Stream):
    """The keyboard of a terminal: `interrupts` raises at the n-th line asked for (from 0)."""

    def __init__(self, lines: tuple[str, ...], interrupts: int | None = None) -> None:
        super().__init__("".join(f"{line}\n" for line in lines), terminal=True)
        self.interrupts, self.asked = interrupts, 0

    def readline(self, *_size: Any) -> str:
        """The next line; Ctrl+C where the test wants it."""
        self.asked += 1
        if self.asked - 1 == self.interrupts:
            raise KeyboardInterrupt
        return super().readline()


class Ran(NamedTuple):
    """What a run left: its exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@contextmanager
def world(stdin: Any, stdout: Any, stderr: Any, env: Mapping[str, str] | None = None) -> Iterator[None]:
    """The process's streams and environment replaced; language and all put back afterwards."""
    streams, words = (sys.stdin, sys.stdout, sys.stderr), locale._words
    sys.stdin, sys.stdout, sys.stderr = stdin, stdout, stderr
    replace_environment(None)
    try:
        with mock.patch.dict(os.environ, clean(env), clear=True):
            yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        replace_environment(None)
        locale._words = words


def program(
    *words: str, terminal: bool = False, stdin: Any = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run one command line; the input is empty unless the test gives one."""
    out, err = Stream(terminal=terminal), Stream(terminal=terminal)
    with world(stdin or Stream(), out, err, env):
        status = run(list(words))
    return Ran(status, out.getvalue(), err.getvalue())


def typing(
    *lines: str,
    case: str = "amplop-di-loket",
    words: tuple[str, ...] = ("--plain",),
    interrupts: int | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Play a case as a guest in a terminal where somebody types those lines; then the input ends."""
    return program(*words, "play", case, "--guest", terminal=True, stdin=Typed(lines, interrupts), env=env)
