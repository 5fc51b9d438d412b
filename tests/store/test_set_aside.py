"""A damaged store is moved with all that belongs to it, or stays; it is never overwritten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from laptop import everything, fill, on_disk, put

from etika_sim.store import opening
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble


@pytest.mark.parametrize("raw", [b"Catatan harian\n", b"\0" * 10_000, b"SQLite format 3\0", b"x"])
def test_what_is_no_database_is_set_aside(path: Path, raw: bytes):
    """A file that is no database is moved, not overwritten, and a new store is made."""
    path.write_bytes(raw)

    with open_store(path) as store:
        assert store.set_aside is not None
        assert store.set_aside.read_bytes() == raw
        put(store, "play/a")
    with open_store(path) as store:
        assert store.set_aside is None


@pytest.mark.parametrize("beside", ["-journal", "-wal"])
def test_what_lies_beside_it_is_set_aside_too(path: Path, beside: str):
    """What SQLite would take for the store's own goes with the damaged file."""
    path.write_bytes(b"no database")
    path.with_name(f"store.db{beside}").write_bytes(bytes(600))

    with open_store(path) as store:
        put(store, "play/a")
        aside = store.set_aside
        assert aside is not None
        assert aside.with_name(aside.name + beside).read_bytes() == bytes(600)


def test_a_lost_file_beside_its_log_is_not_replaced(path: Path):
    """When only the log of changes is left it is set aside: SQLite would delete it."""
    path.with_name("store.db-wal").write_bytes(b"log" * 1000)

    with open_store(path) as store:
        assert store.set_aside is not None
        aside = store.set_aside.with_name(f"{store.set_aside.name}-wal")
        assert aside.read_bytes() == b"log" * 1000


def test_a_store_without_its_tables_is_damaged(path: Path):
    """A database that bears our mark but not our tables is set aside."""
    fill(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE entry RENAME TO entrx")

    with open_store(path) as store:
        assert store.set_aside is not None
        assert store.streams() == []


@pytest.mark.parametrize("version", [0, -1])
def test_a_store_of_no_version_is_damaged(path: Path, version: int):
    """A database that bears our mark and an impossible version is set aside, and what it holds is kept."""
    whole = fill(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")

    with open_store(path) as store:
        assert store.set_aside is not None
        assert everything(store) == whole


def test_damaged_twice_in_a_second(path: Path):
    """Two damaged files of the same second get two names."""
    for raw in (b"one", b"two", b"three"):
        path.write_bytes(raw)
        open_store(path).close()

    aside = [file.read_bytes() for file in path.parent.glob("store.db.damaged-*")]
    assert sorted(aside) == [b"one", b"three", b"two"]


def test_another_window_has_set_it_aside(path: Path, monkeypatch: pytest.MonkeyPatch):
    """When another window replaces the damaged file meanwhile, its new store is used, not moved."""
    path.write_bytes(b"no database")
    opened = opening._open_once

    def meanwhile(*arguments: object) -> Store:
        monkeypatch.setattr(opening, "_open_once", opened)
        try:
            return opened(*arguments)
        finally:
            with open_store(path) as other:
                put(other, "play/a")

    monkeypatch.setattr(opening, "_open_once", meanwhile)
    with open_store(path) as store:
        assert store.set_aside is None
        assert [stream.name for stream in store.streams()] == ["play/a"]
    assert len(list(path.parent.glob("store.db.damaged-*"))) == 1


@pytest.mark.parametrize("failing", [".db-wal", ".db"])
def test_a_damaged_file_that_is_held_stays(path: Path, monkeypatch: pytest.MonkeyPatch, failing: str):
    """If a program holds a file, as Windows lets it, the store is busy and all is where it was."""
    path.write_bytes(b"no database")
    path.with_name("store.db-wal").write_bytes(b"no log")
    before = on_disk(path.parent)
    rename = Path.rename

    def held(file: Path, target: Path) -> Path:
        if file.name.endswith(failing):
            raise PermissionError(13, "held")
        return rename(file, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(StoreTrouble) as trouble:
        open_store(path)
    assert (trouble.value.reason, trouble.value.path) == ("busy", path)
    assert on_disk(path.parent) == before


def test_a_damaged_file_that_cannot_be_moved_stays(path: Path, monkeypatch: pytest.MonkeyPatch):
    """If the disk refuses to move it, that is told, and the file stays."""
    path.write_bytes(b"no database")

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreTrouble) as trouble:
        open_store(path)
    assert trouble.value.reason == "other"
    assert on_disk(path.parent) == {"store.db": b"no database"}
