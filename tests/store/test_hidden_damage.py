"""Damage that SQLite does not see: what was changed is never read back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from laptop import everything, fill

from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

CHANGES = (
    "UPDATE entry SET data = '{}' WHERE stream LIKE '%0003' AND n = 4",
    "UPDATE entry SET at = 'then' WHERE stream LIKE '%0003' AND n = 4",
    "UPDATE entry SET data = x'80' WHERE stream LIKE '%0003' AND n = 4",
    "UPDATE entry SET data = CAST(x'80' AS TEXT) WHERE stream LIKE '%0003' AND n = 4",
    "UPDATE entry SET n = 'four' WHERE stream LIKE '%0003' AND n = 4",
    "DELETE FROM entry WHERE stream LIKE '%0003' AND n = 4",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_entry_is_never_returned(path: Path, change: str):
    """A stream with an entry that was changed or lost is told damaged; the others are read."""
    whole = fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        assert db.execute(change).rowcount == 1

    with open_store(path) as store:
        assert store.set_aside is None
        with pytest.raises(StoreTrouble) as trouble:
            store.read("play/ani/0003")
        assert (trouble.value.reason, trouble.value.path) == ("damaged", path)
        assert store.read("play/ani/0004") == whole["play/ani/0004"]


@pytest.mark.parametrize("change", CHANGES)
def test_a_thorough_opening_keeps_what_is_whole(path: Path, change: str):
    """Opened thoroughly, such a store is set aside and all that is whole goes on: order and versions too."""
    whole = fill(path)
    with open_store(path) as store:
        versions = {name: store.versions(name) for name in whole}
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(change)

    with open_store(path, thorough=True) as store:
        assert store.set_aside is not None
        assert everything(store) == {**whole, "play/ani/0003": whole["play/ani/0003"][:4]}
        assert [s.name for s in store.streams() if not s.name.endswith("3")] == [
            name for name in whole if not name.endswith("3")
        ]
        assert {name: store.versions(name) for name in whole} == versions
        assert all(store.fetch(digest) for name in whole for digest in versions[name])
    with open_store(path, thorough=True) as store:
        assert store.set_aside is None


@pytest.mark.parametrize("column", ["stream", "at"])
@pytest.mark.parametrize("value", ["x'80'", "CAST(x'80' AS TEXT)"])
def test_a_list_that_is_no_text_is_damaged(path: Path, column: str, value: str):
    """A name or a time that is no text is told damaged in the list of streams."""
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        change = f"UPDATE entry SET {column} = {value}"  # noqa: S608 - our own words
        db.execute(f"{change} WHERE stream LIKE '%0003' AND n = 0")

    with open_store(path) as store, pytest.raises(StoreTrouble) as trouble:
        store.streams()
    assert trouble.value.reason == "damaged"


@pytest.mark.parametrize("statement", ["DELETE FROM version", "UPDATE version SET content = 'x'"])
def test_a_lost_version_is_damage(path: Path, statement: str):
    """A version that a stream plays and that is lost or changed is found by a thorough opening."""
    whole = fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)

    with open_store(path, thorough=True) as store:
        assert store.set_aside is not None
        assert everything(store) == whole
        assert {version for name in whole for version in store.versions(name)} == set()
