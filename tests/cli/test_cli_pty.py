"""A play in a real terminal: resized in the middle, interrupted, left as it was found."""

from __future__ import annotations

import os
import re
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.program import Writer, clean

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


@pytest.mark.parametrize(("columns", "later"), [(80, 40), (40, 80)])
def test_a_play_follows_the_window_and_ctrl_c_ends_it(columns: int, later: int) -> None:
    """Lines fit the window before and after it is resized; Ctrl+C gives 130 and leaves no trace."""
    with terminal(columns, "play", "amplop-di-loket", "--guest") as opened:
        first = opened.until("Enter: mulai")
        opened.types("\r")
        first += opened.until(PROMPT)
        opened.resize(later)
        opened.types("a\r")
        second = opened.until("ganti pilihan")
        opened.types("\r")
        second += opened.until("Enter: lanjut")
        opened.types("\x03")
        status = opened.ends()

        assert status == 130
        assert restored(opened)
    assert widest(first) <= columns
    assert later - 15 <= widest(second) <= later
    assert "Traceback" not in opened.said


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_play_runs_in_a_real_terminal(columns: int, case_file: Writer) -> None:
    """From the first page to the farewell with one option and Enter; status 0."""
    with terminal(columns, "play", str(case_file()), "--guest") as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        for _ in range(2):
            opened.until(PROMPT)
            opened.types("1\r")
            opened.until("ganti pilihan")
            opened.types("\r")
            opened.until("Enter: lanjut")
            opened.types("\r")
        opened.until("M: mundur")
        opened.types("\r" * 6)
        status = opened.ends()

        assert (status, restored(opened)) == (0, True)
    assert "Terima kasih sudah bermain." in opened.said
    assert widest(STYLE.sub("", opened.said)) <= columns
    assert "Traceback" not in opened.said


def test_bytes_that_are_no_text_and_keys_that_are_none_are_wrong_keys() -> None:
    """Arrow keys, a pasted Latin-1 letter, a very long line: the question comes again."""
    with terminal(80, "play", "amplop-di-loket", "--guest") as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        opened.until(PROMPT)
        for typed in ("\x1b[A\x1b[B", "\udcff\udce9", "x" * 3000, "\x1b]0;judul\x07"):
            opened.types(f"{typed}\r")
            opened.until("Ketik salah satu huruf A, B, C")
            opened.until(PROMPT)
        opened.types("\x04")

        assert opened.ends() == 0
    assert "Traceback" not in opened.said


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_a_terminal_with_a_narrow_code_page_is_written_to(encoding: str) -> None:
    """No character is an error there, while playing either."""
    with terminal(80, "play", "amplop-di-loket", "--guest", PYTHONIOENCODING=encoding) as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        opened.until(PROMPT)
        opened.types("a\r")
        opened.until("ganti pilihan")
        opened.types("\r")
        opened.until("Enter: lanjut")
        opened.types("k\r")

        assert opened.ends() == 0
    assert "Traceback" not in opened.said


def test_ctrl_c_at_the_first_question_ends_the_menu(tmp_path: Path) -> None:
    """The menu, too, leaves with 130 and the terminal as it was."""
    with terminal(80, ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until("Ya (Y) atau tidak (T)")
        opened.types("\x03")

        assert opened.ends() == 130
        assert restored(opened)
    assert "Traceback" not in opened.said
