"""Opening: a new store, wherever it is, and how every connection is."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from laptop import POSIX, fill, on_disk, put, times

from etika_sim.store import schema
from etika_sim.store.connection import address_of
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store


def test_a_new_store_is_empty(path: Path):
    """Where nothing is, a store is made; nothing was set aside."""
    with open_store(path) as store:
        assert (store.path, store.set_aside, store.streams(), store.leftovers()) == (path, None, [], [])


def test_an_empty_file_becomes_a_store(path: Path):
    """A file of 0 bytes is filled; it is not damage."""
    path.touch()

    with open_store(path) as store:
        put(store, "play/a")
        assert store.set_aside is None


def test_a_folder_is_made(tmp_path: Path):
    """Folders on the way are made."""
    with open_store(tmp_path / "one" / "two" / "store.db") as store:
        assert store.streams() == []


@pytest.mark.skipif(not POSIX, reason="Windows allows fewer signs in a name")
@pytest.mark.parametrize(
    "name", ["a b", "é 文件 ☺", "100% #1 ?x=1&y", "file:x", "'q\"", "x" * 120 + "/" + "y" * 120]
)
def test_any_path_will_do(tmp_path: Path, name: str):
    """Spaces, other scripts and what means something in an address are plain text in a path."""
    path = tmp_path / name / "st%6Fre?mode=ro#.db"
    fill(path)

    with open_store(path) as store:
        assert len(store.streams()) == 12
    assert list(on_disk(path.parent)) == [path.name]


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A path may be relative to where the program runs."""
    monkeypatch.chdir(tmp_path)
    fill(Path("store.db"))

    with open_store(Path("store.db")) as store:
        assert len(store.streams()) == 12


@pytest.mark.skipif(not POSIX, reason="Windows keeps others out by the folder")
def test_only_its_owner_may_read_it(tmp_path: Path):
    """The files and the folder made for them are their owner's only, whatever the usual mode is."""
    usual = os.umask(0)
    try:
        with open_store(tmp_path / "etika-sim" / "store.db") as store:
            put(store, "play/a")
            modes = {file.name: file.stat().st_mode & 0o777 for file in store.path.parent.iterdir()}
    finally:
        os.umask(usual)

    assert modes == {"store.db": 0o600, "store.db-wal": 0o600, "store.db-shm": 0o600}
    assert store.path.parent.stat().st_mode & 0o777 == 0o700


def test_many_windows_begin_one_store(path: Path):
    """Windows that start together on a laptop without a store make one, and all can write."""
    for round_ in range(times(10, 100)):
        place = path.with_name(f"{round_}.db")
        barrier, done = Barrier(6), []

        def begin(
            number: int, place: Path = place, barrier: Barrier = barrier, done: list[int] = done
        ) -> None:
            barrier.wait()
            with open_store(place) as store:
                put(store, f"play/{number}")
            done.append(number)

        threads = [Thread(target=begin, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(done) == list(range(6))
        with open_store(place) as store:
            assert len(store.streams()) == 6


def test_a_beginning_that_was_cut_short_is_taken_back(path: Path, tmp_path: Path):
    """A store whose making was cut short between two pages is made anew."""
    scratch = tmp_path / "scratch.db"
    with closing(sqlite3.connect(scratch, isolation_level=None)) as db:
        for statement in ("PRAGMA cache_size = 5", "BEGIN", *schema.STEPS[0], "PRAGMA user_version = 1"):
            db.execute(statement)
        for n in range(200):
            db.execute("INSERT INTO version VALUES (?, zeroblob(5000))", (n,))
        path.with_name("store.db-journal").write_bytes(Path(f"{scratch}-journal").read_bytes())
        db.execute("COMMIT")
    path.write_bytes(scratch.read_bytes()[:4096])

    with open_store(path) as store:
        assert (store.set_aside, store.streams()) == (None, [])
        put(store, "play/a")
    assert list(on_disk(path.parent)) == ["store.db"]


@pytest.mark.usefixtures("real_disk")
def test_an_entry_is_on_the_disk_when_it_is_acknowledged(store: Store):
    """Every connection writes ahead in a log and waits until each commit is on the disk."""
    pragmas = ("journal_mode", "synchronous", "fullfsync", "temp_store", "trusted_schema")
    answers = [store._db.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]

    assert answers == ["wal", 2, 1, 2, 0]


def test_a_file_on_a_share_has_an_address():
    """A file on a Windows share is found without a server in its address, which SQLite refuses."""
    assert address_of("file://server/share/store.db") == "file:////server/share/store.db"
    assert address_of("file:///C:/store.db") == "file:///C:/store.db"


def test_opening_needs_no_network(path: Path):
    """Making, filling and forgetting open no socket."""
    seen: list[str] = []
    watching = [True]
    sys.addaudithook(
        lambda event, _: seen.append(event) if watching[0] and event.startswith("socket") else None
    )
    fill(path)
    with open_store(path) as store:
        store.forget([stream.name for stream in store.streams()])
    watching[0] = False

    assert seen == []
