"""A disk without room, as the system tells it: a write is cut short in the middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from laptop import AT, put

from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble
from etika_sim.store.whole import write_whole


@pytest.fixture
def room() -> Iterator[Callable[[int], None]]:
    """Sets how large a file may become, in bytes: a write beyond it is cut short by the system."""
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_disk_without_room(path: Path, room: Callable[[int], None]):
    """Wherever the room ends, in the middle of a page or a log, each acknowledged entry is there."""
    endless = -1
    for size in range(0, 120_000, 2_700):
        place = path.parent / f"{size}.db"
        acknowledged = 0
        room(size)
        try:
            with suppress(StoreTrouble), open_store(place) as store:
                for n in range(40):
                    store.append("play/a", n, AT, "kata " * 200)
                    acknowledged += 1
        finally:
            room(endless)

        with open_store(place, thorough=True) as store:
            assert store.set_aside is None
            assert len(store.read("play/a")) == acknowledged


def test_a_store_goes_on_when_there_is_room_again(path: Path, room: Callable[[int], None]):
    """A Store that found no room works on when there is some."""
    with open_store(path) as store:
        room(60_000)
        try:
            with pytest.raises(StoreTrouble):
                put(store, "play/a", 100)
        finally:
            room(-1)
        before = len(store.read("play/a"))
        put(store, "play/a", 5)

        assert len(store.read("play/a")) == before + 5


def test_a_file_without_room(path: Path, room: Callable[[int], None]):
    """A file that does not fit leaves the old one, and nothing else."""
    path.write_bytes(b"old")
    room(5_000)
    try:
        with pytest.raises(StoreTrouble):
            write_whole(path, b"new" * 5_000)
    finally:
        room(-1)

    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == {"store.db": b"old"}
