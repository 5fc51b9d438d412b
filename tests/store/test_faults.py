"""A disk that fails at any call: what was there stays, what was acknowledged is there, nothing is half."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from faults import Disk, every_call, failing
from laptop import AT, CASE, LONG, everything, export, fill, put

from etika_sim.store import archive, schema
from etika_sim.store.archive import Carried
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

STEP = ("ALTER TABLE entry ADD COLUMN place TEXT", "UPDATE entry SET place = stream")

# Once or for good; a fault that stays is told alike whatever it is, so one kind is enough as a rule.
ONCE = [(reason, True) for reason in ("full", "other", "read-only", "stopped")]
FOR_GOOD = [(reason, False) for reason, _ in (ONCE if LONG else ONCE[:1])]

faults = pytest.mark.parametrize(("reason", "once"), ONCE + FOR_GOOD)


def told(disk: Disk, work: Callable[[], object]) -> bool:
    """Do the work on that disk: done, or told by a StoreTrouble with that reason (or stopped)."""
    with failing(disk):
        try:
            work()
        except KeyboardInterrupt:
            return False
        except StoreTrouble as trouble:
            reason = trouble.reason
        else:
            return True
    # Windows says "no access" of a file that others hold: what is moved or replaced is called busy then.
    assert reason == disk.reason or (reason, disk.reason) == ("busy", "read-only")
    return False


@contextmanager
def place_for(path: Path, disk: Disk) -> Iterator[Path]:
    """A folder of its own for each try; afterwards a sound disk finds no open files in the way."""
    folder = path.parent / f"{disk.k}"
    folder.mkdir()
    yield folder / "store.db"


@faults
def test_a_disk_that_fails_while_saving(path: Path, reason: str, once: bool):
    """From a new store to its third entry: each entry that was acknowledged is there, and no part of one."""
    tries = 0
    for disk in every_call(reason, once=once):
        acknowledged: list[int] = []

        def save(place: Path, acknowledged: list[int] = acknowledged) -> None:
            with open_store(place) as store:
                for n in range(3):
                    store.append("play/a", n, AT, "{}", [CASE, CASE * 2])
                    acknowledged.append(n)

        with place_for(path, disk) as place:
            done = told(disk, lambda place=place: save(place))
            with open_store(place, thorough=True) as store:
                assert store.set_aside is None
                assert [entry.n for entry in store.read("play/a")] == acknowledged
                assert (len(acknowledged) == 3) >= done
                assert len(store.versions("play/a")) == (2 if acknowledged else 0)
        tries += 1
    assert tries > 30


@pytest.mark.parametrize(("reason", "once"), ONCE[:3] + FOR_GOOD[:3])
def test_a_store_goes_on_after_a_fault(path: Path, reason: str, once: bool):
    """A write that failed changed nothing, and the same Store works again when the disk does."""
    for disk in every_call(reason, once=once):
        place = path.with_name(f"{disk.k}.db")
        with failing(Disk(reason, 10**9, once=True)) as ready, open_store(place) as store:
            put(store, "play/a", 2)
            ready.k, ready.once, ready.calls = disk.k, once, 0
            with suppress(StoreTrouble):
                store.append("play/a", 2, AT, "first", [CASE])
            disk.calls, ready.k = ready.calls, 10**9

            written = len(store.read("play/a")) == 3
            assert written == (disk.calls < disk.k)
            store.append("play/a", 2 + written, AT, "second", [CASE])
            assert store.read("play/a")[-1].data == "second"


@faults
def test_a_disk_that_fails_while_the_version_changes(
    path: Path, reason: str, once: bool, monkeypatch: pytest.MonkeyPatch
):
    """The store has its old version or the new one; everything is in it, and no half a backup beside it."""
    steps, tries = schema.STEPS, 0
    whole = fill(path, streams=3)
    for disk in every_call(reason, once=once):
        with place_for(path, disk) as place:
            place.write_bytes(path.read_bytes())
            monkeypatch.setattr(schema, "STEPS", (*steps, STEP))
            told(disk, lambda place=place: open_store(place).close())

            for backup in place.parent.glob("store.db.version-1-*"):
                with open_store(backup) as store:
                    assert everything(store) == whole
            with open_store(place, thorough=True) as store:
                assert (store.set_aside, everything(store)) == (None, whole)
        tries += 1
    assert tries > 15


@faults
def test_a_disk_that_fails_while_forgetting(path: Path, reason: str, once: bool):
    """A stream is there whole or not at all, the others are there, and to forget again works."""
    whole = fill(path, streams=3)
    for disk in every_call(reason, once=once):
        with place_for(path, disk) as place:
            place.write_bytes(path.read_bytes())

            def forget(place: Path = place) -> None:
                with open_store(place) as store:
                    store.forget(["play/ani/0001"])

            told(disk, forget)
            with open_store(place, thorough=True) as store:
                left = everything(store)
                assert left == {name: whole[name] for name in whole if name in left}
                assert whole.keys() - left.keys() <= {"play/ani/0001"}
                store.forget(["play/ani/0001"])
                assert b"ani/0001" not in place.read_bytes()


@faults
def test_a_disk_that_fails_while_a_damaged_store_is_replaced(path: Path, reason: str, once: bool):
    """The damaged bytes are at their place or set aside, never lost; the next start has a store."""
    with open_store(path) as store:
        put(store, "play/a", 3)
    damaged = path.read_bytes()[:60] + bytes(4) + path.read_bytes()[64:]  # no version
    for disk in every_call(reason, once=once):
        with place_for(path, disk) as place:
            place.write_bytes(damaged)
            told(disk, lambda place=place: open_store(place).close())

            assert damaged in [file.read_bytes() for file in place.parent.iterdir()]
            with open_store(place) as store:
                put(store, "play/new")


@faults
@pytest.mark.parametrize("before", [b"old" * 100, None], ids=["replaced", "new"])
def test_a_disk_that_fails_while_exporting(
    path: Path, store: Store, reason: str, once: bool, before: bytes | None
):
    """The file is the old one or the new one, whole, and nothing is left beside it."""
    put(store, "play/a", 3, (CASE,))
    file = path.parent / "out" / "plays.json"
    file.parent.mkdir()
    export(store, ["play/a"], file)
    after = file.read_bytes()
    tries = 0
    for disk in every_call(reason, once=once):
        file.unlink(missing_ok=True)
        if before is not None:
            file.write_bytes(before)

        done = told(disk, lambda: export(store, ["play/a"], file))
        found = file.read_bytes() if file.exists() else None
        assert found in (before, after)
        assert not done or found == after
        assert [entry for entry in file.parent.iterdir() if entry != file] == []
        tries += 1
    assert tries > 4


@faults
def test_a_disk_that_fails_while_importing(path: Path, reason: str, once: bool):
    """All streams of an archive are in the store or none, and what was there stays."""
    entries = (Entry(0, AT, "{}"), Entry(1, AT, "{}"))
    carried = archive.Archive(tuple(Carried(f"play/{n}", (), entries) for n in range(3)), {})
    with open_store(path) as store:
        put(store, "play/other")
    for disk in every_call(reason, once=once):
        with place_for(path, disk) as place:
            place.write_bytes(path.read_bytes())

            def bring(place: Path = place) -> None:
                with open_store(place) as store:
                    archive.merge(store, carried)

            done = told(disk, bring)
            with open_store(place, thorough=True) as store:
                assert len(everything(store)) in ((4,) if done else (1, 4))
