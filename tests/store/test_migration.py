"""From version to version: in one transaction, after a backup; what was kept is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from laptop import Contents, everything, fill, on_disk, put

from etika_sim.store import schema
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

NEXT = (
    "ALTER TABLE entry ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "UPDATE entry SET place = stream",
    "CREATE TABLE owner (name TEXT)",
)


@pytest.fixture
def whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> Contents:
    """A store of today's version, and from now on a program of the next one."""
    whole = fill(path)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, NEXT))
    return whole


def version_and_tables(path: Path) -> tuple[int, set[str]]:
    """The version of a database and the names of its tables."""
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return version, {
            name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }


def test_today_there_is_version_one(path: Path):
    """A new store has version 1 and our mark."""
    fill(path)

    assert version_and_tables(path) == (1, {"entry", "version", "use"})
    assert path.read_bytes()[68:72] == b"etik"


def test_an_older_store_is_brought_up_to_date(path: Path, whole: Contents):
    """Opened by a newer program the store has its version, and everything that was in it."""
    with open_store(path) as store:
        assert (store.set_aside, everything(store)) == (None, whole)
        put(store, "play/ani/0001")

    assert version_and_tables(path) == (2, {"entry", "version", "use", "owner"})


def test_a_new_store_has_the_latest_version(path: Path, monkeypatch: pytest.MonkeyPatch):
    """A new store goes through all steps, without a backup."""
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, NEXT))
    with open_store(path) as store:
        assert store.leftovers() == []

    assert version_and_tables(path)[0] == 2


def test_a_backup_is_made_before(path: Path, whole: Contents, monkeypatch: pytest.MonkeyPatch):
    """Beside the migrated store lies the old one, whole, which the old program can open."""
    with open_store(path) as store:
        (backup,) = store.leftovers()
    assert backup.name.startswith("store.db.version-1-2")
    assert version_and_tables(backup)[0] == 1

    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:1])
    with open_store(backup) as store:
        assert everything(store) == whole


def test_an_old_program_leaves_a_new_store(path: Path, whole: Contents, monkeypatch: pytest.MonkeyPatch):
    """While the new program runs, the old one sees that the store is newer, and changes nothing."""
    with open_store(path):
        monkeypatch.setattr(schema, "STEPS", schema.STEPS[:1])
        before = on_disk(path.parent)

        with pytest.raises(StoreTrouble) as trouble:
            open_store(path)
        assert trouble.value.reason == "newer"
        assert on_disk(path.parent) == before
    assert whole


def test_two_windows_bring_it_up_to_date_once(path: Path, whole: Contents):
    """The second window finds the work done; there is one backup."""
    with open_store(path) as store, open_store(path) as other:
        assert len(store.leftovers()) == 1
        assert everything(other) == whole


@pytest.mark.parametrize("place", range(len(NEXT) + 1))
def test_a_step_that_fails_changes_nothing(
    path: Path, whole: Contents, monkeypatch: pytest.MonkeyPatch, place: int
):
    """If any statement fails the store has its old version and contents, and the old program goes on."""
    steps = (*NEXT[:place], "SELECT broken FROM nowhere", *NEXT[place:])
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS[:1], steps))
    with pytest.raises(StoreTrouble) as trouble:
        open_store(path)
    assert trouble.value.reason == "other"

    assert version_and_tables(path) == (1, {"entry", "version", "use"})
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:1])
    with open_store(path, thorough=True) as store:
        assert (store.set_aside, everything(store)) == (None, whole)


def test_a_damaged_older_store_is_set_aside(path: Path, whole: Contents):
    """A store is looked over before its version is changed; what can be read goes into a new one."""
    raw = path.read_bytes()
    path.write_bytes(raw[:-4096])
    with open_store(path) as store:
        assert store.set_aside is not None
        assert store.set_aside.read_bytes() == raw[:-4096]
        rescued = everything(store)

    assert rescued
    assert all(whole[name][: len(entries)] == entries for name, entries in rescued.items())
    assert version_and_tables(path)[0] == 2
