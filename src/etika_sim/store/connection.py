"""SQLite connections: what each is told, transactions, and waiting for other windows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

_PRAGMAS = (
    "synchronous = FULL",  # an entry is on the disk when its commit returns
    "fullfsync = ON",  # the same on macOS, where a plain fsync is not enough
    "secure_delete = ON",  # what is deleted is overwritten
    "temp_store = MEMORY",  # no copies in the folder for temporary files
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

_PAUSE = 0.005


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that waits up to `patience` seconds for others, with all that we ask of SQLite."""
    db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
    except BaseException:
        db.close()
        raise
    return db


def look(path: Path, patience: float = 0.0, *, only_file: bool = False) -> sqlite3.Connection:
    """A connection that changes nothing; `only_file` leaves the files beside it alone as well."""
    address = f"{address_of(path.absolute().as_uri())}?mode=ro{'&immutable=1' if only_file else ''}"
    return sqlite3.connect(address, timeout=patience, isolation_level=None, uri=True)


def address_of(uri: str) -> str:
    """A file's address as SQLite wants it: the server of a Windows share is part of the path."""
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


@contextmanager
def transaction(db: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """What happens inside happens as a whole or not at all; IMMEDIATE for whoever will write."""
    db.execute(f"BEGIN {kind}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # a failed commit may have rolled back by itself
            db.execute("ROLLBACK")
        raise


def write_ahead(db: sqlite3.Connection) -> None:
    """Keep changes in a log beside the file, so that a commit costs one write and readers never wait."""

    def ask() -> bool:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    if not _patiently(db, ask):
        db.execute("PRAGMA journal_mode = WAL")


def empty_the_log(db: sqlite3.Connection) -> bool:
    """Move all changes into the file and leave nothing in the log; False if others kept reading it."""
    return _patiently(db, lambda: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


def _patiently(db: sqlite3.Connection, ask: Callable[[], bool]) -> bool:
    # SQLite does not wait by itself for a change of mode; and waiting inside a checkpoint it holds
    # the lock for which the writers wait that keep it waiting, until everybody gives up.
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    until = monotonic() + patience / 1000
    db.execute("PRAGMA busy_timeout = 0")
    try:
        while not (done := ask()) and monotonic() < until:
            sleep(_PAUSE)
        return done
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")
