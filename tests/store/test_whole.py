"""Writing a file: the old one or the new one, never half of it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from laptop import on_disk

from etika_sim.store.trouble import StoreTrouble
from etika_sim.store.whole import write_whole


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it was waited, in seconds, without waiting."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


def hold(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """As if another program held the file for so many tries."""
    replace, tries = os.replace, iter(range(count))

    def held(*paths: object) -> None:
        if next(tries, None) is not None:
            raise PermissionError(13, "held")
        replace(*paths)

    monkeypatch.setattr(os, "replace", held)


def test_a_file_is_written(path: Path):
    """A new file has its bytes, and nothing lies beside it."""
    write_whole(path, b"new")

    assert on_disk(path.parent) == {"store.db": b"new"}


def test_a_file_is_replaced(path: Path):
    """An old file is replaced, a longer one as well."""
    path.write_bytes(b"old and long")
    write_whole(path, b"")

    assert on_disk(path.parent) == {"store.db": b""}


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps others out by the folder")
def test_a_file_is_its_owners_only(path: Path):
    """What is written may be read by its owner only, whatever the old file's mode was."""
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")

    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("count", range(1, 11))
def test_a_file_that_is_held_for_a_moment_is_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], count: int
):
    """Held for up to ten tries, the file is replaced all the same; each pause is longer than the last."""
    path.write_bytes(b"old")
    hold(monkeypatch, count)
    write_whole(path, b"new")

    assert on_disk(path.parent) == {"store.db": b"new"}
    assert len(pauses) == count
    assert pauses == sorted(set(pauses))


@pytest.mark.parametrize("count", [11, 12, 100])
def test_a_file_that_is_held_for_long_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], count: int
):
    """Held for more than ten tries, 2.5 s at most, the file is busy; it stays, and nothing lies beside it."""
    path.write_bytes(b"old")
    hold(monkeypatch, count)
    with pytest.raises(StoreTrouble) as trouble:
        write_whole(path, b"new")

    assert (trouble.value.reason, trouble.value.path) == ("busy", path)
    assert on_disk(path.parent) == {"store.db": b"old"}
    assert len(pauses) == 10
    assert sum(pauses) <= 2.5


def test_a_file_is_on_disk_before_it_has_its_name(path: Path, monkeypatch: pytest.MonkeyPatch):
    """The bytes are on disk before the old file goes, and the new name before the writing is done."""
    steps: list[str] = []
    for name in ("fsync", "replace"):
        call = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, call=call, name=name: (steps.append(name), call(*a)))
    write_whole(path, b"new")

    assert steps == ["fsync", "replace", "fsync"] if os.name == "posix" else ["fsync", "replace"]


def test_a_file_needs_a_folder(path: Path):
    """Where the folder is missing, that is told."""
    with pytest.raises(StoreTrouble) as trouble:
        write_whole(path / "none" / "plays.json", b"new")

    assert (trouble.value.reason, trouble.value.path) == ("missing", path / "none" / "plays.json")


def test_a_folder_is_not_replaced(path: Path):
    """A folder at the file's place stays, and nothing lies beside it."""
    path.mkdir()
    with pytest.raises(StoreTrouble):
        write_whole(path, b"new")

    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("count", range(3))
def test_a_folder_that_cannot_be_settled_is_no_trouble(
    path: Path, monkeypatch: pytest.MonkeyPatch, count: int
):
    """The file is there when its folder cannot be brought to the disk, as on Windows."""
    opened, settled = os.open, os.fsync

    def refuse(*arguments: object, **options: object) -> int:
        if count == 0 and arguments[0] == path.parent:
            raise PermissionError(13, "a folder")
        return opened(*arguments, **options)

    def fail(handle: int) -> None:
        if count == 1 and Path(f"/proc/self/fd/{handle}").is_dir():
            raise OSError(22, "a folder")
        settled(handle)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "fsync", fail)
    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
