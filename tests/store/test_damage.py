"""Damaged stores: never a fault of ours, never overwritten, and nothing wrong is ever read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from laptop import AT, Contents, everything, fill, on_disk, put, times

from etika_sim.store import files, opening, rows
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry, digest_of
from etika_sim.store.trouble import StoreTrouble

PAGE = 4096


@cache
def sound() -> tuple[dict[str, bytes], Contents]:
    """The files of a store whose log of changes is not empty, and what it holds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        fill(path)
        with open_store(path) as store:
            for number in range(12):
                put(store, f"play/ani/{number:04d}", 2)
            return on_disk(path.parent), everything(store)


def cut(raw: bytes, dice: Random) -> bytes:
    """The file ends somewhere."""
    return raw[: dice.randrange(len(raw))]


def changed(count: int) -> Callable[[bytes, Random], bytes]:
    """So many bytes in a row are others."""

    def change(raw: bytes, dice: Random) -> bytes:
        place = dice.randrange(len(raw))
        return raw[:place] + dice.randbytes(count) + raw[place + count :]

    return change


def blank(raw: bytes, dice: Random) -> bytes:
    """A page is all zeros."""
    place = dice.randrange(len(raw) // PAGE) * PAGE
    return raw[:place] + bytes(PAGE) + raw[place + PAGE :]


def swapped(raw: bytes, dice: Random) -> bytes:
    """Two pages changed places."""
    pages = [raw[place : place + PAGE] for place in range(0, len(raw), PAGE)]
    one, other = dice.randrange(len(pages)), dice.randrange(len(pages))
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


DAMAGES = (cut, changed(1), changed(8), changed(64), changed(2000), blank, swapped)


def read_what_is_there(store: Store, whole: Contents) -> None:
    """Read all; a stream is told damaged or is a beginning of what was written, a version what it was."""
    for stream in store.streams():
        with suppress(StoreTrouble):
            assert whole[stream.name][: len(entries := store.read(stream.name))] == entries
        for digest in store.versions(stream.name):
            with suppress(StoreTrouble):
                assert digest_of(store.fetch(digest) or b"") in (digest, digest_of(b""))


@pytest.mark.parametrize("seed", range(times(80, 300)))
def test_a_damaged_store_is_set_aside_or_used(path: Path, seed: int):
    """Whatever the damage: opened, or set aside with all its bytes, or left alone; new plays are kept."""
    dice = Random(seed)  # noqa: S311 - the same damage for the same seed
    before, whole = sound()
    name = dice.choice(["store.db", "store.db", "store.db-wal"])
    damaged = {**before, name: DAMAGES[seed % len(DAMAGES)](before[name], dice)}
    for file, raw in damaged.items():
        path.with_name(file).write_bytes(raw)

    try:
        store = open_store(path)
    except StoreTrouble as trouble:
        reason = trouble.reason
    else:
        reason = None
    if reason:
        assert reason in {"newer", "foreign"}
        assert on_disk(path.parent)["store.db"] == damaged["store.db"]
        return
    with store, suppress(StoreTrouble):
        if store.set_aside:
            assert store.set_aside.read_bytes() == damaged["store.db"]
        read_what_is_there(store, whole)
    with open_store(path, thorough=True) as store:
        read_what_is_there(store, whole)
        assert everything(store).keys() <= whole.keys()
        put(store, "play/new", 2)


def test_a_damaged_store_keeps_all_its_bytes(path: Path):
    """The file and what SQLite had beside it are moved together to a dated name, unchanged."""
    before, _ = sound()
    raw = before["store.db"]
    damaged = {**before, "store.db": raw[:PAGE] + b"\xff" * (len(raw) - PAGE)}
    for file, raw in damaged.items():
        path.with_name(file).write_bytes(raw)

    with open_store(path) as store:
        aside = store.set_aside
        assert aside is not None
        assert aside.name.startswith("store.db.damaged-2")
        assert aside.read_bytes() == damaged["store.db"]
        assert aside.with_name(f"{aside.name}-wal").read_bytes() == damaged["store.db-wal"]


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


def test_what_lies_beside_it_is_set_aside_too(path: Path):
    """Everything SQLite would take for the store's own goes with the damaged file."""
    path.write_bytes(b"no database")
    path.with_name("store.db-journal").write_bytes(bytes(600))
    path.with_name("store.db-wal").write_bytes(b"no log")

    with open_store(path) as store:
        put(store, "play/a")
        aside = store.set_aside
        assert aside is not None
        assert aside.with_name(f"{aside.name}-journal").read_bytes() == bytes(600)
        assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"no log"
    assert path.exists()


def test_a_lost_file_beside_its_log_is_not_replaced(path: Path):
    """When only the log of changes is left it is set aside: SQLite would delete it."""
    before, _ = sound()
    path.with_name("store.db-wal").write_bytes(before["store.db-wal"])

    with open_store(path) as store:
        assert store.set_aside is not None
        aside = store.set_aside.with_name(f"{store.set_aside.name}-wal")
        assert aside.read_bytes() == before["store.db-wal"]


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


# --- damage that SQLite does not see ---

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


def test_a_stream_whose_beginning_is_lost_is_not_rescued(path: Path):
    """Entries after a lost beginning are of no use; the damaged file still has them."""
    whole = fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM entry WHERE stream LIKE '%0003' AND n < 2")

    with open_store(path, thorough=True) as store:
        assert everything(store) == {name: entries for name, entries in whole.items() if "0003" not in name}


def test_damage_while_the_store_is_open(path: Path):
    """Damage that appears later is told at the next call that meets it."""
    fill(path, streams=60)
    with open_store(path) as store:
        raw = path.read_bytes()
        path.write_bytes(raw[:PAGE] + b"\xff" * (len(raw) - PAGE))

        with pytest.raises(StoreTrouble) as trouble:
            everything(store)
    assert trouble.value.reason == "damaged"


def test_a_store_that_was_cut_is_rescued_as_far_as_it_goes(path: Path):
    """Of a file whose second half is lost, the streams go on that were in the first."""
    whole = fill(path, streams=60)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])

    with open_store(path) as store:
        rescued = everything(store)
    assert len(rescued) > 30
    assert sum(map(len, rescued.values())) > 0.3 * sum(map(len, whole.values()))
    assert all(whole[name][: len(entries)] == entries for name, entries in rescued.items())


def test_a_store_with_a_hole_is_rescued_from_both_ends(path: Path):
    """When a page in the middle is lost, the streams before it and those after it go on."""
    with open_store(path) as store, store.changing() as db:
        for number in range(9):
            rows.add(db, f"play/{number}", [Entry(n, AT, f"{number}" * 1000) for n in range(12)])
    raw = path.read_bytes()
    place = raw.index(b"4" * 1000) // PAGE * PAGE + PAGE
    path.write_bytes(raw[:place] + b"\xff" * PAGE + raw[place + PAGE :])

    with open_store(path) as store:
        assert store.set_aside is not None
        lengths = {stream.name: stream.length for stream in store.streams()}
    assert lengths.pop("play/4", 0) < 12
    assert lengths == {f"play/{number}": 12 for number in range(9) if number != 4}


# --- moving it ---


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
    opened = opening._opened

    def meanwhile(*arguments: object) -> Store:
        monkeypatch.setattr(opening, "_opened", opened)
        try:
            return opened(*arguments)
        finally:
            with open_store(path) as other:
                put(other, "play/a")

    monkeypatch.setattr(opening, "_opened", meanwhile)
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


def test_a_rescue_leaves_what_is_there(path: Path):
    """Streams that the store has already are not touched by a second rescue."""
    from etika_sim.store.rescue import rescue

    fill(path)
    aside = files.set_aside(path)
    with open_store(path) as store:
        store.append("play/ani/0001", 0, AT, "other")
        count = rescue(aside, store)

        assert store.read("play/ani/0001")[0].data == "other"
        assert count == sum(stream.length for stream in store.streams()) - 1
        assert rescue(aside, store) == 0
