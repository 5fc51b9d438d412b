"""A disk that fails at its k-th call; what the store asks of SQLite and of the system is counted."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

# How a call fails: as SQLite says it and as the system does.
SQLITE = {"full": sqlite3.SQLITE_FULL, "other": sqlite3.SQLITE_IOERR, "read-only": sqlite3.SQLITE_READONLY}
SYSTEM = {"full": errno.ENOSPC, "other": errno.EIO, "read-only": errno.EACCES}

CALLS = ("open", "mkdir", "rename", "replace", "fsync")

# What cannot fail without undoing what it should save.
SAFE = ("ROLLBACK", "PRAGMA busy_timeout")


class Disk:
    """Counts calls; from the k-th on (or only there, if `once`) each one fails for that reason."""

    def __init__(self, reason: str, k: int, *, once: bool) -> None:
        self.reason, self.k, self.once = reason, k, once
        self.calls = 0

    @property
    def failed(self) -> bool:
        """Whether a call has failed."""
        return self.calls >= self.k

    def call(self, error: Callable[[str], BaseException]) -> None:
        """One more call; raises when it fails."""
        self.calls += 1
        if self.calls == self.k or (self.failed and not self.once):
            raise KeyboardInterrupt if self.reason == "stopped" else error(self.reason)


def _sqlite_error(reason: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(f"injected: {reason}")
    error.sqlite_errorcode = SQLITE[reason]
    return error


def _system_error(reason: str) -> OSError:
    return OSError(SYSTEM[reason], f"injected: {reason}")


class Faulty(sqlite3.Connection):
    """A connection that writes on that disk."""

    def __init__(self, *arguments: Any, disk: Disk, **options: Any) -> None:
        disk.call(_sqlite_error)
        super().__init__(*arguments, **options)
        self.disk = disk

    def execute(self, statement: str, *arguments: Any) -> sqlite3.Cursor:
        """As ever, unless the disk fails."""
        if not statement.startswith(SAFE):
            self.disk.call(_sqlite_error)
        return super().execute(statement, *arguments)

    def backup(self, *arguments: Any) -> None:
        """As ever, unless the disk fails."""
        self.disk.call(_sqlite_error)
        super().backup(*arguments)


class FaultyFile(io.FileIO):
    """A file on that disk, of which half is written when it fails."""

    disk: Disk

    def write(self, content: Any) -> int:
        """As ever, unless the disk fails."""
        try:
            self.disk.call(_system_error)
        except BaseException:
            super().write(bytes(content)[: len(content) // 2])
            raise
        return super().write(content)


@contextmanager
def failing(disk: Disk) -> Iterator[Disk]:
    """Inside, the store works on that disk."""

    def counted(call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        disk.call(_system_error)
        return call(*arguments, **options)

    def fdopen(handle: int, mode: str) -> FaultyFile:
        file = FaultyFile(handle, mode)
        file.disk = disk
        return file

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, partial(counted, getattr(os, name)))
        patch.setattr(os, "fdopen", fdopen)
        patch.setattr(time, "sleep", lambda _: None)
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=partial(Faulty, disk=disk)))
        yield disk


def every_call(reason: str, *, once: bool) -> Iterator[Disk]:
    """A disk that fails at its first call, its second, and so on until one that does not fail at all."""
    k = 1
    while True:
        disk = Disk(reason, k, once=once)
        yield disk
        if not disk.failed:
            return
        k += 1
