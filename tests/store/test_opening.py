"""Opening: a new store, one that is ours, and all that must be left alone."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Barrier, Thread, Timer
from time import monotonic

import pytest
from laptop import everything, fill, on_disk, put, times

from etika_sim.store import schema
from etika_sim.store.connection import address_of, connect, write_ahead
from etika_sim.store.log import Store
from etika_sim.store.opening import PATIENCE, open_store
from etika_sim.store.trouble import StoreTrouble

POSIX = os.name == "posix"
NOBODY = 65534


def trouble_of(path: Path, **options: float) -> StoreTrouble:
    """The trouble that opening raises."""
    with pytest.raises(StoreTrouble) as trouble:
        open_store(path, **options)
    assert trouble.value.path == path
    return trouble.value


# --- a new store ---


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


# --- what must be left alone ---


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


# --- what is held by others ---


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


# --- how every connection is ---


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
