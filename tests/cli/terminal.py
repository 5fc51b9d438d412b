"""A program at the other end of a pseudo-terminal; tests that need one are skipped where there is none."""

from __future__ import annotations

import os
import re
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from cli.program import clean

if sys.platform == "win32":
    pytest.skip("no such terminals there", allow_module_level=True)

import fcntl
import pty
import select
import termios

STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PROMPT = "? bantuan): "
PATIENCE = 15.0


class Terminal:
    """A program at the other end of a pseudo-terminal."""

    def __init__(self, columns: int, words: tuple[str, ...], env: dict[str, str]) -> None:
        self.said = self.unheard = ""
        self.pid, self.door = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "etika_sim", *words], env)  # noqa: S606
        self.resize(columns)
        self.before = termios.tcgetattr(self.door)

    def resize(self, columns: int) -> None:
        """Give the window 24 lines of that many columns."""
        fcntl.ioctl(self.door, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def until(self, wanted: str) -> str:
        """What the program says until it has said that; what comes behind it is kept for later."""
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.unheard:
            ready, _out, _err = select.select([self.door], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"{wanted!r} was not said, but {self.unheard[-500:]!r}"
            self.listen()
        heard, _wanted, self.unheard = self.unheard.partition(wanted)
        return heard + wanted

    def listen(self) -> None:
        """Take in what is there to be read."""
        said = self.read()
        self.said += said
        self.unheard = STYLE.sub("", self.unheard + said)

    def read(self) -> str:
        """What is there to be read; nothing once the program has gone."""
        try:
            return os.read(self.door, 65536).decode("utf-8", "replace")
        except OSError:
            return ""

    def types(self, text: str) -> None:
        """Press some keys."""
        os.write(self.door, text.encode("utf-8", "surrogateescape"))

    def kill(self) -> str:
        """End the program at once, without a word; all that it has said."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.pid = 0
        while select.select([self.door], [], [], 0)[0] and (said := self.read()):
            self.said += said
        return STYLE.sub("", self.said)

    def ends(self) -> int:
        """The exit status, once the program has ended."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if select.select([self.door], [], [], 0.02)[0]:
                self.listen()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program does not end")


@contextmanager
def terminal(columns: int, *words: str, **env: str) -> Iterator[Terminal]:
    """The program in a terminal of that width; whatever happens, it is gone afterwards."""
    clean_env = {name: value for name, value in clean(env).items() if name != "COLUMNS"}
    opened = Terminal(columns, words, clean_env)
    try:
        yield opened
    finally:
        if opened.pid:
            os.kill(opened.pid, signal.SIGKILL)
            os.waitpid(opened.pid, 0)
        os.close(opened.door)


def widest(said: str) -> int:
    """The longest line of what was said, what was typed left out."""
    return max(len(line.rstrip()) for line in said.replace("\r", "").split("\n"))


def restored(opened: Terminal) -> bool:
    """Whether the terminal's attributes are those from before."""
    return termios.tcgetattr(opened.door) == opened.before
