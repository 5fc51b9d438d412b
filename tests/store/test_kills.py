"""Killed at any moment: what was acknowledged is there, and the next start goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep

import pytest
from laptop import AT, everything, fill, on_disk, times
from writer import SLOW

from etika_sim.store import schema
from etika_sim.store.opening import open_store

WRITER = Path(__file__).with_name("writer.py")


@contextmanager
def killed(task: str, path: Path, after: float, *, begun: bool = True) -> Iterator[list[str]]:
    """What a window said before it was killed, so many seconds after it began to say something."""
    window = subprocess.Popen([sys.executable, WRITER, task, path], stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    said = [window.stdout.readline().strip()] if begun else []
    sleep(after)
    window.kill()
    said += window.stdout.read().split()
    window.stdout.close()
    window.wait()
    yield said


def test_no_acknowledged_entry_is_lost(path: Path):
    """A window is killed again and again; each next start finds all it said, and at most one entry more."""
    dice = Random(0)  # noqa: S311 - the same moments every time
    acknowledged = 0
    for number in range(times(40, 200)):
        begun = number % 4 != 0
        after = dice.uniform(0, 0.05) if begun else dice.uniform(0.02, 0.15)
        with killed("append", path, after, begun=begun) as said:
            acknowledged = max([acknowledged, *(int(n) + 1 for n in said)])

        with open_store(path, thorough=number % 10 == 0) as store:
            assert store.set_aside is None
            assert len(store.read("play/a")) - acknowledged in (0, 1)
            acknowledged = len(store.read("play/a"))
    assert acknowledged > times(40, 200)


def test_killed_while_it_grows(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Killed while its version changes, the store has the old one or the new one, and all that was in it."""
    dice = Random(1)  # noqa: S311 - the same moments every time
    steps = schema.STEPS
    for number in range(times(10, 60)):
        place = path.with_name(f"{number}.db")
        whole = fill(place, streams=60)
        with killed("grow", place, dice.uniform(0, 0.06)) as said:
            assert said[0] == "begin"

        monkeypatch.setattr(schema, "STEPS", (*steps, SLOW))
        with open_store(place, thorough=True) as store:
            assert (store.set_aside, everything(store)) == (None, whole)
        monkeypatch.setattr(schema, "STEPS", steps)


def test_killed_while_it_forgets(path: Path):
    """Killed while forgetting, no stream that was said to be gone is there, or in any file; the rest is."""
    dice = Random(2)  # noqa: S311 - the same moments every time
    for number in range(times(8, 60)):
        place = path.parent / str(number) / "store.db"
        whole = fill(place, streams=30)
        with killed("forget", place, dice.uniform(0, 0.08)) as said:
            gone = set(said)

        assert not [
            file for file, raw in on_disk(place.parent).items() for name in gone if name.encode() in raw
        ]
        with open_store(place, thorough=True) as store:
            left = everything(store)
            assert len(whole) - len(left) - len(gone) in (0, 1)
            assert left == {name: whole[name] for name in whole if name in left}
            assert not gone & left.keys()
            store.append("play/new", 0, AT, "{}")


def test_killed_while_it_replaces_a_file(path: Path):
    """Killed while a file is replaced, the file is one of those that were written, whole."""
    dice = Random(3)  # noqa: S311 - the same moments every time
    for _ in range(times(10, 60)):
        with killed("replace", path, dice.uniform(0, 0.03)) as said:
            assert said

        raw = path.read_bytes()
        assert raw == raw[:1] * 300_000
