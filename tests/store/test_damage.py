"""Damaged stores: never a fault of ours, never overwritten, and nothing wrong is ever read back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from laptop import Contents, everything, fill, on_disk, put, times

from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import digest_of
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


def test_damage_while_the_store_is_open(path: Path):
    """Damage that appears later is told at the next call that meets it."""
    fill(path, streams=60)
    with open_store(path) as store:
        raw = path.read_bytes()
        path.write_bytes(raw[:PAGE] + b"\xff" * (len(raw) - PAGE))

        with pytest.raises(StoreTrouble) as trouble:
            everything(store)
    assert trouble.value.reason == "damaged"
