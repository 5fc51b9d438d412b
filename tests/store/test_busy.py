"""A store that others hold: waited for, and told in time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread, Timer
from time import monotonic

import pytest
from laptop import fill, put, trouble_of

from etika_sim.store.connection import connect, write_ahead
from etika_sim.store.opening import PATIENCE, open_store
from etika_sim.store.trouble import StoreTrouble


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_store_that_is_held_too_long_is_busy(path: Path, kind: str, journal: str):
    """When another program holds the store for longer than we wait, it is busy, and we waited no longer."""
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute(f"BEGIN {kind}")
        begin = monotonic()
        assert trouble_of(path, patience=0.3).reason == "busy"

        assert 0.2 < monotonic() - begin < 2


def test_an_open_store_that_is_held_too_long_is_busy(path: Path):
    """A write that has to wait for too long is busy, changes nothing, and works later."""
    fill(path)
    with (
        open_store(path, patience=0.2) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble) as trouble:
            put(store, "play/a")
        assert trouble.value.reason == "busy"
        assert store.read("play/a") == []

        other.execute("COMMIT")
        put(store, "play/a")
        assert len(store.read("play/a")) == 1


def test_a_store_that_is_read_by_another_program_is_busy(path: Path):
    """A program that keeps reading in its own way keeps us from writing in ours: busy."""
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = delete")
        other.execute("BEGIN")
        other.execute("SELECT * FROM entry").fetchone()

        assert trouble_of(path, patience=0.1).reason == "busy"


def test_a_short_wait_goes_unnoticed(path: Path):
    """A write waits while another window writes."""
    fill(path)
    with open_store(path) as store, closing(sqlite3.connect(path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = Thread(target=put, args=(store, "play/a"))
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        other.execute("COMMIT")
        waiting.join()

        assert len(store.read("play/a")) == 1


def test_others_have_five_seconds():
    """Unless told otherwise the store waits five seconds for others."""
    assert PATIENCE == 5.0


def test_the_way_of_writing_waits_for_its_moment(path: Path):
    """Going over to a log of changes waits while another program reads, and gives up in time."""
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("PRAGMA journal_mode = delete")
        other.execute("BEGIN")
        other.execute("SELECT * FROM entry").fetchone()
        with closing(connect(path, 0.05)) as db, pytest.raises(sqlite3.OperationalError, match="locked"):
            write_ahead(db)

        leaving = Timer(0.1, other.execute, ["COMMIT"])
        leaving.start()
        with closing(connect(path, 5)) as db:
            write_ahead(db)
            assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert db.execute("PRAGMA busy_timeout").fetchone() == (5000,)
        leaving.join()
