"""A cut of power: whatever part of the log of changes reached the disk, the store is a state it once had."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from laptop import AT, CASE, Contents, everything, on_disk, times

from etika_sim.store.opening import open_store

TRIES = times(100, 200)


@cache
def written() -> tuple[dict[str, bytes], list[Contents]]:
    """The files of a store in use, and every state it had, the last at the end."""
    dice = Random(0)  # noqa: S311 - the same store every time
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with open_store(path) as store:
            states = [everything(store)]
            for number in range(60):
                name = f"play/{dice.randrange(4)}"
                text = "kata " * dice.choice([1, 20, 2000])
                keep = [CASE * number] if dice.random() < 0.2 else []
                store.append(name, len(store.read(name)), AT, text, keep)
                states.append(everything(store))
            return on_disk(path.parent), states


@pytest.mark.parametrize("number", range(TRIES))
def test_a_log_cut_short_gives_an_earlier_state(path: Path, number: int):
    """Cut anywhere, the log of changes gives the state after some whole number of appends, never a part."""
    files, states = written()
    log = files["store.db-wal"]
    length = len(log) * number // (TRIES - 1)
    path.write_bytes(files["store.db"])
    path.with_name("store.db-wal").write_bytes(log[:length])

    with open_store(path, thorough=True) as store:
        assert store.set_aside is None
        state = everything(store)
        assert state in states
        assert number < TRIES - 1 or state == states[-1]
        store.append("play/new", 0, AT, "{}")


@pytest.mark.parametrize("seed", range(times(40, 200)))
def test_a_log_half_on_the_disk_gives_an_earlier_state(path: Path, seed: int):
    """A page of the log that never reached the disk ends what is known there; what was before it holds."""
    dice = Random(seed)  # noqa: S311 - the same cut for the same seed
    files, states = written()
    log = bytearray(files["store.db-wal"])
    place = dice.randrange(32, len(log)) // 512 * 512
    log[place : place + 512] = bytes(512)
    path.write_bytes(files["store.db"])
    path.with_name("store.db-wal").write_bytes(log[: len(files["store.db-wal"])])

    with open_store(path, thorough=True) as store:
        assert store.set_aside is None
        assert everything(store) in states


@cache
def moved() -> bytes:
    """The file of that store after all changes were moved into it from the log."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        for name, raw in written()[0].items():
            path.with_name(name).write_bytes(raw)
        open_store(path).close()
        return path.read_bytes()


@pytest.mark.parametrize("seed", range(times(40, 200)))
def test_a_log_half_moved_into_the_file_is_no_damage(path: Path, seed: int):
    """While changes are moved from the log the file alone is half old, half new; with the log it is whole."""
    dice = Random(seed)  # noqa: S311 - the same pages for the same seed
    files, states = written()
    old, new = files["store.db"], moved()
    pages = [place for place in range(0, len(new), 4096) if seed and dice.random() < 0.5] or [0]
    with path.open("wb") as file:
        file.write(old)
        for place in pages:
            file.seek(place)
            file.write(new[place : place + 4096])
    path.with_name("store.db-wal").write_bytes(files["store.db-wal"])

    with open_store(path, thorough=True) as store:
        assert store.set_aside is None
        assert everything(store) == states[-1]
