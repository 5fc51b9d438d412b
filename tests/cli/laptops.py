"""A laptop that remembers between one start of the program and the next, and what can happen to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cli.program import Ran, Typed, program

from etika_sim.environment import STORE_NAME
from etika_sim.journal import plays
from etika_sim.journal.entries import texts_of
from etika_sim.journal.owner import MYSELF, Owner
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store

CASE = "amplop-di-loket"
PRIVATE, SHARED = "t", "y"
FIRST = ("", "a", "", "")
"""From the first page to the second decision."""

WAY = (
    PRIVATE,
    "",
    "a",
    "",
    "",
    "a",
    "",
    "",
    "",
    "",
    "Terima kasih, Pak.",
    "",
    "Mencatat hari itu juga.",
    "Sebuah map.",
    "Saat antrean panjang.",
    "Kepala seksi mencatat juga.",
    "Layanan ini gratis.",
)
"""The small case on a new private laptop, from the first question to the farewell."""

QUESTION = "Apakah laptop ini dipakai beberapa orang?"
ALIAS = "Siapa yang bermain?"
LEFT = "Anda berhenti di "


class Meddling(Typed):
    """A keyboard at which something happens elsewhere just before the n-th line is typed (from 0)."""

    def __init__(self, lines: tuple[str, ...], at: int, happens: Callable[[], object]) -> None:
        super().__init__(lines)
        self.at, self.happens = at, happens

    def readline(self, *size: Any) -> str:
        """The next line, once that has happened."""
        if self.asked == self.at:
            self.happens()
        return super().readline(*size)


def sitting(
    home: Path,
    *lines: str,
    words: tuple[str, ...] = ("play", CASE),
    lang: str = "id",
    meddling: tuple[int, Callable[[], object]] | None = None,
    interrupts: int | None = None,
) -> Ran:
    """The program in a terminal on a laptop that remembers in that folder."""
    keyboard = Typed(lines, interrupts) if meddling is None else Meddling(lines, *meddling)
    env = {"ETIKA_SIM_HOME": str(home)}
    return program("--plain", "--lang", lang, *words, terminal=True, stdin=keyboard, env=env)


def flat(ran: Ran) -> str:
    """What was shown, on one line: where lines break is not what a test is about."""
    return " ".join(ran.out.split())


def memory(home: Path) -> Store:
    """What the laptop remembers, opened from another window."""
    return open_store(home / STORE_NAME)


def events(home: Path, owner: Owner = MYSELF) -> list[list[dict[str, str]]]:
    """What has happened in each play of an owner, the last written play first."""
    with memory(home) as store:
        found = reversed(store.streams(owner.plays))
        return [list(map(texts_of, store.read(stream.name)[1:])) for stream in found]


def kinds(home: Path, owner: Owner = MYSELF) -> list[list[str]]:
    """The kinds of those events."""
    return [[event["kind"] for event in play] for play in events(home, owner)]


def places(home: Path) -> list[str]:
    """The titles of the plays that can be gone on with."""
    with memory(home) as store:
        return [head.title for head in plays.unfinished(store, MYSELF)]
