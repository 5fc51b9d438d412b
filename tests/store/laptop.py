"""What the tests of the store share: a filled store, what is in one, and how often to try."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from etika_sim.store import rows
from etika_sim.store.archive import Archive, collect, pack
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble
from etika_sim.store.whole import write_whole

AT = "2026-11-24T09:00:00+00:00"
CASE = b"id: amplop\ntitle: Amplop\n"

POSIX = os.name == "posix"
LONG = bool(os.environ.get("ETIKA_SIM_LONG"))

Contents = dict[str, list[Entry]]


def times(usual: int, long: int) -> int:
    """How often to try: as usual, or longer when ETIKA_SIM_LONG is set."""
    return long if LONG else usual


def put(store: Store, stream: str, count: int = 1, keep: tuple[bytes, ...] = ()) -> None:
    """Append so many more entries to a stream."""
    first = len(store.read(stream))
    for n in range(first, first + count):
        store.append(stream, n, AT, f'{{"n": {n}, "of": "{stream}"}}', keep)


def fill(path: Path, streams: int = 12, seed: int = 0) -> Contents:
    """Make a store of several streams, written in turns, some with a version; what is in it."""
    dice = Random(seed)  # noqa: S311 - the same store for the same seed
    kept = {f"play/ani/{number:04d}": 0 for number in range(streams)}
    with open_store(path) as store:
        with store.changing() as db:
            for _ in range(streams * 25):
                name = dice.choice(list(kept))
                entry = Entry(kept[name], AT, f'{{"text": "{"kata " * dice.randrange(60)}"}}')
                rows.add(db, name, [entry], [] if kept[name] else [CASE * dice.randrange(1, 90)])
                kept[name] += 1
        return everything(store)


def everything(store: Store) -> Contents:
    """All entries of a store, by stream."""
    return {stream.name: store.read(stream.name) for stream in store.streams()}


def on_disk(path: Path) -> dict[str, bytes]:
    """All files of a folder by name, but for what SQLite keeps in memory that windows share."""
    return {file.name: file.read_bytes() for file in sorted(path.iterdir()) if file.suffix != ".db-shm"}


def trouble_of(path: Path, **options: float) -> StoreTrouble:
    """The trouble that opening raises."""
    with pytest.raises(StoreTrouble) as trouble:
        open_store(path, **options)
    assert trouble.value.path == path
    return trouble.value


def export(store: Store, names: Iterable[str], file: Path) -> Archive:
    """Write streams to a file, as a person's plays are written; what it carries."""
    archive = collect(store, names)
    write_whole(file, pack(archive))
    return archive
