"""The files of the store: the database, what SQLite keeps beside it, backups, and damaged ones set aside."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from etika_sim.store.trouble import StoreTrouble

# What SQLite keeps beside a database and must move with it. The database itself is always moved
# last: alone at its place with another database's log it would be mistaken for its owner.
_BESIDE = ("-journal", "-shm", "-wal", "")

_KINDS = ("damaged", "version")


def create(path: Path) -> None:
    """Make an empty file that only its owner may read (POSIX), and its folder. Raises OSError.

    On Windows the folder of the user's profile keeps others out; the mode means nothing there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def is_empty(path: Path) -> bool:
    """Whether the file is missing or has no contents."""
    return _size(path) == 0


def is_new(path: Path) -> bool:
    """Whether nothing was ever written here; an empty file beside a log of changes has lost its contents."""
    return _size(path) + _size(_with(path, "-wal")) == 0


def half_written(path: Path) -> bool:
    """Whether a transaction was cut short in a way that only a connection for writing can take back."""
    return _size(_with(path, "-journal")) > 0


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another one at the same place; None if there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def dated(path: Path, kind: str) -> Path:
    """A free name beside the store that tells its kind and the moment, in UTC."""
    from datetime import UTC, datetime

    name = f"{path.name}.{kind}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    count = 1
    aside = path.with_name(name)
    while any(_with(aside, suffix).exists() for suffix in _BESIDE):
        count += 1
        aside = path.with_name(f"{name}-{count}")
    return aside


def set_aside(path: Path) -> Path:
    """Move a damaged store and what is beside it to a dated name, all or nothing; that name.

    Raises StoreTrouble (busy) if another program holds a file, as Windows lets it; OSError.
    """
    aside = dated(path, "damaged")
    moved: list[str] = []
    try:
        for suffix in _BESIDE:
            with suppress(FileNotFoundError):
                _with(path, suffix).rename(_with(aside, suffix))
                moved.append(suffix)
    except OSError as error:
        for suffix in moved:
            with suppress(OSError):
                _with(aside, suffix).rename(_with(path, suffix))
        if isinstance(error, PermissionError) and os.access(path.parent, os.W_OK):
            raise StoreTrouble("busy", path, str(error)) from error
        raise
    return aside


def left_beside(path: Path) -> list[Path]:
    """Backups and damaged files beside the store, sorted by name."""
    names = tuple(f"{path.name}.{kind}-" for kind in _KINDS)
    return sorted(file for file in path.parent.iterdir() if file.name.startswith(names))


def _with(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
