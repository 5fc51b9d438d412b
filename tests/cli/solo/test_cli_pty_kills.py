"""Killed without warning in a real terminal: what was acknowledged is kept, and gone on with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from sqlite3 import connect
from time import sleep

import pytest
from cli.laptops import WAY, kinds, memory
from cli.program import Writer
from cli.terminal import Terminal, terminal
from generate import THOROUGH

from etika_sim.environment import STORE_NAME
from etika_sim.journal import plays
from etika_sim.journal.owner import LAPTOP, MYSELF
from etika_sim.store.opening import open_store

CONFIRM, NEXT, OPTION, LINE = "M: ganti pilihan ", "Enter: lanjut ", "? bantuan): ", "  > "
QUESTIONS = (
    "Apa yang terjadi di meja loket?",
    "Kapan menolak menjadi sulit, dan mengapa?",
    "Apa yang seharusnya dicontohkan kepala seksi?",
    "Satu kalimat yang akan Anda ucapkan besok?",
)

SHOWN = (
    ("Enter: mulai ", []),
    (OPTION, []),
    (CONFIRM, []),
    (NEXT, ["chose"]),
    (OPTION, ["chose"]),
    (CONFIRM, ["chose"]),
    (NEXT, ["chose", "chose"]),
    ("M: mundur ", ["chose", "chose", "ended"]),
    ("R: rincian", ["chose", "chose", "ended"]),
    (LINE, ["chose", "chose", "ended"]),
    (NEXT, ["chose", "chose", "ended", "answered"]),
    (LINE, ["chose", "chose", "ended", "answered"]),
    (QUESTIONS[0], ["chose", "chose", "ended", "answered", "committed"]),
    (QUESTIONS[1], ["chose", "chose", "ended", "answered", "committed", "answered"]),
    (QUESTIONS[2], ["chose", "chose", "ended", "answered", "committed", *["answered"] * 2]),
    (QUESTIONS[3], ["chose", "chose", "ended", "answered", "committed", *["answered"] * 3]),
    (
        "Terima kasih sudah bermain.",
        [*["chose"] * 2, "ended", "answered", "committed", *["answered"] * 4, "closed"],
    ),
)
"""What each line of the way is answered with, and what is on disk by then."""

AGAIN = (
    *["Enter: mulai "] * 3,
    *["Pak Darto menarik amplopnya, malu."] * 3,
    "Ia mendengarkan sampai selesai.",
    *["Catatan itu menjadi contoh bagi kantor."] * 9,
    "Enter: mulai ",
)
"""What the next start shows after Enter at its offer, or at once where there is nothing to offer."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the laptop remembers."""
    return tmp_path / "rumah"


def is_whole(home: Path) -> bool:
    """Whether the database says of itself that it is in order."""
    with closing(connect(home / STORE_NAME)) as db:
        return bool(db.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


@pytest.mark.parametrize("at", range(len(WAY)))
def test_killed_after_any_key_the_next_start_goes_on_there(at: int, home: Path, case_file: Writer) -> None:
    """At every step of a whole play: what the screen acknowledged is on disk, and is shown again."""
    words = ("play", str(case_file()))
    with terminal(80, *words, ETIKA_SIM_HOME=str(home)) as opened:
        opened.until("(T): ")
        for line, (shown, _kept) in zip(WAY[: at + 1], SHOWN, strict=False):
            opened.types(f"{line}\r")
            opened.until(shown)
        opened.kill()

    kept = kinds(home)
    with terminal(80, *words, ETIKA_SIM_HOME=str(home)) as later:
        if AGAIN[at] != "Enter: mulai ":
            later.until("B: mulai baru ")
            later.types("\r")
        later.until(AGAIN[at])

    assert kept == [SHOWN[at][1]]
    assert is_whole(home)


def moments(seed: int) -> Iterator[float]:
    """Seconds after which to kill: the same each time, and many of them while something is written."""
    dice = Random(seed)  # noqa: S311 - the same moments every time
    for _ in range(40 if THOROUGH == 1 else 200):
        yield dice.choice((dice.uniform(0, 0.01), dice.uniform(0, 0.15)))


def acknowledged(said: str) -> int:
    """How many choices were confirmed and had their outcome and review shown."""
    return len(re.findall(r"M: ganti pilihan(?:(?!M: ganti pilihan).)*?Ulasan ", said, re.DOTALL))


def chosen(home: Path) -> dict[str, int]:
    """How many choices are kept of each play."""
    with memory(home) as store:
        streams = store.streams(MYSELF.plays)
        return {one.name: sum('"chose"' in e.data for e in store.read(one.name)) for one in streams}


def hasty(opened: Terminal, *, resumed: bool) -> None:
    """Somebody who types all keys at once, faster than they are answered, to the end of any case."""
    first = "\r\r" if resumed else "\r"
    opened.until("B: mulai baru " if resumed else "Enter: mulai ")
    opened.types(first + "a\r\r\r" * 8 + "\r" * 8)


def test_killed_at_any_moment_no_choice_that_was_answered_is_lost(home: Path) -> None:
    """Again and again: what the screen showed is kept, at most one choice more, and the store is in order."""
    with open_store(home / STORE_NAME) as store:
        store.append(LAPTOP, 0, "", '{"shared": false}')
    seen = 0
    for after in moments(0):
        before = chosen(home)
        with memory(home) as store:
            resumed = bool(plays.unfinished(store, MYSELF))
        with terminal(80, "play", "amplop-di-loket", ETIKA_SIM_HOME=str(home)) as opened:
            hasty(opened, resumed=resumed)
            sleep(after)
            said = opened.kill()

        now = chosen(home)
        made = sum(now.values()) - sum(before.values())
        assert acknowledged(said) <= made <= acknowledged(said) + 1
        assert all(now[stream] >= count for stream, count in before.items())
        seen += acknowledged(said)
    assert is_whole(home)
    assert seen > 10  # on a busy machine fewer are answered before the kill
