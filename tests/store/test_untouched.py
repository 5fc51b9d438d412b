"""What must be left alone: stores that are newer, foreign, write-protected or taken away."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from laptop import POSIX, everything, fill, on_disk, put, trouble_of

from etika_sim.store import schema
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

NOBODY = 65534


def marked(path: Path, identity: int, version: int, journal: str) -> Store | sqlite3.Connection:
    """Make a database with those marks, and a table."""
    db = sqlite3.connect(path, isolation_level=None)
    for statement in (
        f"journal_mode = {journal}",
        f"application_id = {identity}",
        f"user_version = {version}",
    ):
        db.execute(f"PRAGMA {statement}")
    db.execute("CREATE TABLE recipe (name)")
    return db


@pytest.mark.parametrize("journal", ["wal", "delete"])
@pytest.mark.parametrize(
    ("identity", "version", "reason"),
    [
        (schema.APPLICATION_ID, len(schema.STEPS) + 1, "newer"),
        (schema.APPLICATION_ID, 2**31 - 1, "newer"),
        (0, 0, "foreign"),
        (7, 1, "foreign"),
        (-1, 99, "foreign"),
    ],
)
def test_what_is_not_ours_stays_untouched(path: Path, identity: int, version: int, reason: str, journal: str):
    """A newer store or another program's database keeps every byte, and nothing appears beside it."""
    marked(path, identity, version, journal).close()
    before = on_disk(path.parent)

    assert trouble_of(path).reason == reason
    assert on_disk(path.parent) == before


def test_a_newer_version_in_the_log_of_changes_counts(path: Path):
    """A store that a newer program changed a moment ago is newer, though its file does not tell yet."""
    fill(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")

        assert trouble_of(path).reason == "newer"


def test_an_open_store_that_becomes_newer_is_not_written(store: Store):
    """When a newer program takes the store over, a window that is open writes no more to it."""
    put(store, "play/a")
    with closing(sqlite3.connect(store.path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")

    with pytest.raises(StoreTrouble) as trouble:
        put(store, "play/a")
    assert trouble.value.reason == "newer"
    assert len(store.read("play/a")) == 1


def test_a_folder_is_no_store(path: Path):
    """A folder at the store's place is a trouble, and stays."""
    path.mkdir()

    assert trouble_of(path).reason == "other"
    assert path.is_dir()


def test_a_file_is_no_folder(path: Path):
    """A file where the folder should be is a trouble, and stays."""
    path.write_bytes(b"text")

    assert trouble_of(path / "store.db").reason == "other"
    assert path.read_bytes() == b"text"


def test_a_name_that_is_too_long_is_a_trouble(path: Path):
    """A name longer than the system allows is a trouble."""
    assert trouble_of(path.with_name("x" * 300)).reason == "other"


# --- what cannot be written ---


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that an ordinary user owns; the test runs as such a user."""
    if not POSIX:
        pytest.skip("the modes of POSIX")
    folder = Path(mkdtemp())
    chief = os.geteuid() == 0
    if chief:
        os.chown(folder, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield folder
    finally:
        if chief:
            os.setresuid(0, 0, 0)
        folder.chmod(0o700)
        rmtree(folder)


def test_a_folder_that_may_not_be_written_has_no_store(place: Path):
    """Where no file may be made, the store is read-only."""
    place.chmod(0o500)

    assert trouble_of(place / "store.db").reason == "read-only"
    assert trouble_of(place / "deeper" / "store.db").reason == "read-only"


def test_a_store_in_a_folder_that_may_not_be_written_is_read_only(place: Path):
    """A store whose folder takes no new files cannot be used, and stays as it was."""
    fill(place / "store.db")
    before = on_disk(place)
    place.chmod(0o500)

    assert trouble_of(place / "store.db").reason == "read-only"
    assert on_disk(place) == before


def test_a_store_that_may_not_be_written_is_read_only(place: Path):
    """A store whose file is write-protected is read-only."""
    fill(place / "store.db")
    (place / "store.db").chmod(0o400)

    assert trouble_of(place / "store.db").reason == "read-only"


def test_a_store_that_may_not_be_read_is_a_trouble(place: Path):
    """A store that somebody else owns cannot be used."""
    fill(place / "store.db")
    (place / "store.db").chmod(0o000)

    assert trouble_of(place / "store.db").reason in ("read-only", "other")


# --- a file that is taken away ---


@pytest.mark.skipif(not POSIX, reason="Windows does not let an open file be moved")
def test_a_store_that_was_moved_is_not_written(store: Store):
    """An entry that would be lost with a file taken away is refused; one that comes back is used again."""
    put(store, "play/a")
    away = store.path.with_name("away.db")
    store.path.rename(away)
    with pytest.raises(StoreTrouble) as trouble:
        put(store, "play/a")
    assert trouble.value.reason == "moved"

    away.rename(store.path)
    put(store, "play/a")
    assert len(store.read("play/a")) == 2


@pytest.mark.skipif(not POSIX, reason="Windows does not let an open file be moved")
def test_a_store_that_was_replaced_is_not_written(store: Store):
    """Another file at the store's place is not taken for it."""
    store.path.rename(store.path.with_name("away.db"))
    fill(store.path)

    with pytest.raises(StoreTrouble) as trouble:
        put(store, "play/a")
    assert trouble.value.reason == "moved"
    with open_store(store.path) as other:
        assert "play/a" not in everything(other)
