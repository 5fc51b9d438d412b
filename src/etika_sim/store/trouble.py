"""Errors of the store, told once: every error of SQLite or of a file ends as a StoreTrouble."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import sqlite3

Reason = Literal[
    "newer",  # written by a later version of this program
    "foreign",  # some other program's file
    "read-only",  # may not be written
    "denied",  # may not be read
    "missing",  # is not there
    "full",  # no room on the disk
    "busy",  # held by another window or program for longer than we wait
    "moved",  # taken away or replaced while it was open
    "damaged",  # cannot be what was written
    "changed",  # an archive that is not what was exported
    "other",
]


class StoreTrouble(Exception):
    """The store or a file of it cannot be used.

    `path` names the file, `detail` is what the system said, in English, for those who look into it.
    """

    def __init__(self, reason: Reason, path: Path, detail: str = "") -> None:
        super().__init__(reason, path, detail)
        self.reason, self.path, self.detail = reason, path, detail


class Damaged(Exception):
    """Something read back is not what was written; becomes a StoreTrouble where the path is known."""


class Taken(Exception):
    """The n-th entry of a stream is there already: another window was faster."""

    def __init__(self, stream: str, n: int) -> None:
        super().__init__(stream, n)
        self.stream, self.n = stream, n


class Gone(Exception):
    """The entries before the n-th are not there: another window forgot the stream."""

    def __init__(self, stream: str, n: int) -> None:
        super().__init__(stream, n)
        self.stream, self.n = stream, n


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Whatever SQLite or the system raises inside becomes a StoreTrouble about `path`."""
    import sqlite3

    try:
        yield
    except Damaged as error:
        raise StoreTrouble("damaged", path, str(error)) from error
    except sqlite3.ProgrammingError:
        raise  # our own fault, such as using a closed store
    except sqlite3.DatabaseError as error:
        raise StoreTrouble(_reason_of_sqlite(error, path), path, str(error)) from error
    except OSError as error:
        raise StoreTrouble(_OF_SYSTEM.get(error.errno or 0, "other"), path, str(error)) from error


# The primary codes of sqlite.org/rescode.html that mean something to the one who plays.
_OF_SQLITE: dict[int, Reason] = {
    3: "read-only",  # PERM
    5: "busy",  # BUSY
    6: "busy",  # LOCKED
    8: "read-only",  # READONLY
    11: "damaged",  # CORRUPT
    13: "full",  # FULL
    15: "busy",  # PROTOCOL: the locks of the log could not be had
    26: "damaged",  # NOTADB
}
_CANNOT_OPEN = 14

_OF_SYSTEM: dict[int, Reason] = {
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EBUSY: "busy",
    errno.ENOENT: "missing",
}


def _reason_of_sqlite(error: sqlite3.DatabaseError, path: Path) -> Reason:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "damaged"  # Python's own complaint about a text that is no UTF-8
    if code & 0xFF == _CANNOT_OPEN:
        return "other" if os.access(path.parent, os.W_OK) else "read-only"
    return _OF_SQLITE.get(code & 0xFF, "other")
