"""Reading files that may be anything: too large, a folder, a pipe that never ends."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from etika_sim.language.limits import LARGEST


class CannotRead(Exception):
    """A path that cannot be read.

    `reason` is "missing", "folder", "no-cases", "special", "denied" or "other".
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


def is_folder(path: Path) -> bool:
    """Whether there is a folder at a path; a name that no file can have is no error here."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_file(path: Path) -> bool:
    """Whether there is an ordinary file at a path; a name that no file can have is no error here."""
    with suppress(OSError):
        return path.is_file()
    return False


def real(path: Path) -> Path:
    """The absolute path, links followed as far as they lead anywhere."""
    return Path(os.path.realpath(path))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file, at most one more than `largest`. Raises CannotRead."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotRead(path, "folder")
        if not stat.S_ISREG(mode):
            raise CannotRead(path, "special")
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        raise CannotRead(path, "missing") from None
    except PermissionError:
        raise CannotRead(path, "denied") from None
    except (OSError, ValueError):
        raise CannotRead(path, "other") from None
