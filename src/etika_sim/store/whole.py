"""Atomic write of a file: it is the old one or the new one, never half of it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from etika_sim.store.trouble import StoreTrouble, troubles

# Windows refuses to replace a file while an indexer or a virus scanner looks into it: mostly for
# some milliseconds. Seconds between the tries, 2.0 in all.
_PAUSES = tuple(0.002 * 2**n for n in range(10))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, replacing one that is there; on disk when this returns, its owner's only (POSIX).

    Raises StoreTrouble: busy if another program kept hold of the old file, missing if there is no
    such folder, read-only, full, other. The old file is then as it was, and nothing is left beside it.
    """
    import tempfile

    with troubles(path):
        handle, name = tempfile.mkstemp(prefix=".etika-sim-", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _replace(Path(name), path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        _settle(path.parent)


def _replace(new: Path, old: Path) -> None:
    for pause in _PAUSES:
        with suppress(PermissionError):
            new.replace(old)
            return
        time.sleep(pause)
    try:
        new.replace(old)
    except PermissionError as error:
        raise StoreTrouble("busy", old, str(error)) from error


def _settle(folder: Path) -> None:
    # The new name is on disk when its folder is; Windows knows no such step.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
