"""Schema of the database behind the log: what marks it as ours, how it is looked over, and how it grows.

A change of version is one transaction after a backup: either all of it happened or none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from etika_sim.store import files
from etika_sim.store.connection import look, transaction, write_ahead
from etika_sim.store.rows import examine
from etika_sim.store.trouble import Damaged, StoreTrouble

APPLICATION_ID = 0x6574696B  # "etik"

# What leads from each version to the next; the version of a database is how many it went through.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE entry (
            seq INTEGER PRIMARY KEY,  -- the order of writing
            stream TEXT NOT NULL,
            n INTEGER NOT NULL,
            at TEXT NOT NULL,
            data TEXT NOT NULL,
            sum INTEGER NOT NULL,  -- CRC-32 of the others
            UNIQUE (stream, n)
        )""",
        "CREATE TABLE version (digest TEXT PRIMARY KEY, content BLOB NOT NULL)",
        """CREATE TABLE use (  -- which versions a stream plays
            stream TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (stream, digest)
        ) WITHOUT ROWID""",
        f"PRAGMA application_id = {APPLICATION_ID}",
    ),
)

_SHAPE = (
    "SELECT seq, stream, n, at, data, sum FROM entry LIMIT 1",
    "SELECT digest, content FROM version LIMIT 1",
    "SELECT stream, digest FROM use LIMIT 1",
)


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """The version of an opened database, 0 for an empty one. Raises StoreTrouble: foreign, newer."""
    (identity,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if identity != APPLICATION_ID:
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if identity or version or tables:
            raise StoreTrouble("foreign", path, f"application_id {identity:#x}")
        return 0
    if version > len(STEPS):
        raise StoreTrouble("newer", path, f"version {version}")
    if version < 1:
        raise Damaged(f"version {version}")
    return int(version)


def inspect(path: Path, patience: float, *, thorough: bool) -> None:
    """Look an existing file over without changing it. Raises Damaged, StoreTrouble, sqlite3 errors.

    A foreign or newer file is told by its own bytes, before anything is created beside it. That is
    all they can tell: while changes are moved into it from the log, the file alone is half old.
    """
    if files.is_empty(path):
        raise Damaged("the file is lost, its log of changes is there")
    with closing(look(path, only_file=True)) as db, suppress(Damaged, sqlite3.DatabaseError):
        version_of(db, path)
    if files.half_written(path):
        return  # a beginning was cut short: SQLite takes it back when it opens for writing
    with closing(look(path, patience)) as db:
        version = version_of(db, path)
        if not version:
            raise Damaged("no database")
        found = db.execute("PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise Damaged(str(found))
        if version == len(STEPS):
            _check_shape(db)
            if thorough:
                examine(db)


def _check_shape(db: sqlite3.Connection) -> None:
    for query in _SHAPE:
        try:
            db.execute(query)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            raise Damaged(str(error)) from error


def settle(db: sqlite3.Connection, path: Path) -> None:
    """Bring an opened database to the version of this program. Raises StoreTrouble, sqlite3 errors."""
    with transaction(db):
        version = version_of(db, path)
        if version:
            db.execute("DELETE FROM use WHERE 0")  # a file that may only be read opens as well
        if 0 < version < len(STEPS):
            _back_up(path, version)
        if version < len(STEPS):
            for statement in (statement for step in STEPS[version:] for statement in step):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {len(STEPS)}")
    write_ahead(db)


def _back_up(path: Path, version: int) -> None:
    # The writer holds its lock, so a second connection reads exactly what the steps begin with.
    backup = files.dated(path, f"version-{version}")
    files.create(backup)
    try:
        with closing(look(path)) as source, closing(sqlite3.connect(backup)) as target:
            source.backup(target)
    except BaseException:
        backup.unlink(missing_ok=True)
        raise
