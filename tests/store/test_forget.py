"""Forgetting: nothing of a stream is left in any file of the store."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest
from laptop import AT, CASE, everything, fill, on_disk, put, times

from etika_sim.store import rows
from etika_sim.store.log import Forgotten, Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import Gone, StoreTrouble


def traces(folder: Path, *words: str) -> list[str]:
    """The files of a folder that hold one of the words."""
    files = on_disk(folder)
    return [name for name, raw in files.items() if any(word.encode() in raw for word in words)]


def test_forgotten_streams_are_gone(store: Store):
    """The streams named are deleted and counted, the others stay."""
    for name in ("play/a", "play/ab", "room/1"):
        put(store, name, 3)

    assert store.forget(["play/a", "room/1", "play/never"]) == Forgotten(2, ())
    assert [stream.name for stream in store.streams()] == ["play/ab"]


@pytest.mark.parametrize("seed", range(times(8, 40)))
def test_no_file_holds_a_forgotten_name(path: Path, seed: int):
    """While the store is still open, no file of it holds the names or words of what was forgotten.

    Rows of many sizes, written in turns, so that pages are split and rows move.
    """
    dice = Random(seed)  # noqa: S311 - the same store for the same seed
    names = [f"play/{dice.getrandbits(64):016x}/1" for _ in range(30)]
    lengths = dict.fromkeys(names, 0)
    store = open_store(path)
    for _ in range(40):
        with store.changing() as db:
            for name in dice.sample(names, 15):
                text = f"{name} {'x' * dice.choice([9, 90, 900, 5000])}"
                rows.add(db, name, [Entry(lengths[name], AT, text)])
                lengths[name] += 1

    gone = dice.sample(names, 12)
    store.forget(gone)
    assert traces(path.parent, *gone) == []
    assert {stream.name for stream in store.streams()} == set(names) - set(gone)
    store.close()
    assert traces(path.parent, *gone) == []


def test_a_forgotten_version_leaves_no_trace(store: Store):
    """The bytes of a version nobody plays any more are in no file."""
    put(store, "play/a", keep=(CASE,))
    store.forget(["play/a"])

    assert traces(store.path.parent, "title: Amplop") == []


def test_backups_and_damaged_files_go_too(path: Path):
    """Nothing can be taken out of a backup or a damaged file, so forgetting removes them, and says so."""
    fill(path)
    path.write_bytes(path.read_bytes()[:9000])
    with open_store(path) as store:
        backup = path.with_name("store.db.version-1-20261124-090000")
        backup.write_text("play/ani/0001", encoding="utf-8")
        notes = path.with_name("store.db.txt")
        notes.write_text("not ours", encoding="utf-8")
        beside = store.leftovers()
        assert {backup, store.set_aside} <= set(beside)

        assert store.forget([stream.name for stream in store.streams()]).files == tuple(beside)
        assert traces(path.parent, "play/ani") == []
        assert notes.exists()


def test_forgetting_again_finishes_the_work(store: Store):
    """When another window still reads, traces may be left: it is told, and to forget again removes them."""
    store.close()
    with open_store(store.path, patience=0.1) as here, open_store(store.path) as other:
        put(here, "play/ani")
        put(here, "play/budi")
        with other.viewing() as reading:
            reading.execute("SELECT * FROM entry").fetchone()
            with pytest.raises(StoreTrouble) as trouble:
                here.forget(["play/ani"])
        assert trouble.value.reason == "busy"

        assert here.forget(["play/ani"]) == Forgotten(0, ())
        assert traces(store.path.parent, "play/ani") == []


def test_a_window_that_plays_on_is_told(store: Store):
    """Another window cannot go on with a stream that was forgotten: half a play is not begun anew."""
    put(store, "play/a", 3)
    store.forget(["play/a"])

    with pytest.raises(Gone):
        store.append("play/a", 3, AT, "{}")


def test_forgetting_keeps_the_rest_as_it_was(path: Path):
    """Other streams, their order and their versions are untouched."""
    before = fill(path)
    names = list(before)
    with open_store(path) as store:
        versions = {name: store.versions(name) for name in names}
        store.forget(names[::2])

        assert everything(store) == {name: before[name] for name in names[1::2]}
        assert [stream.name for stream in store.streams()] == names[1::2]
        for name in names[1::2]:
            assert store.versions(name) == versions[name]
            assert None not in [store.fetch(digest) for digest in versions[name]]


def test_a_file_that_cannot_be_removed_is_named(store: Store):
    """If a backup cannot be removed, the trouble names it."""
    backup = store.path.with_name("store.db.version-1-20261124-090000")
    backup.mkdir()

    with pytest.raises(StoreTrouble) as trouble:
        store.forget([])
    assert trouble.value.path == backup


def test_deleted_rows_are_overwritten(store: Store):
    """Every connection overwrites what it deletes, even before the file is written anew."""
    (answer,) = store._db.execute("PRAGMA secure_delete").fetchone()

    assert answer == 1
    assert sqlite3.sqlite_version_info >= (3, 31)
