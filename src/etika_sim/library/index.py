"""What was read of files before, in the user's cache folder, so that only changed files are read again.

Law: the index may be deleted at any moment. One that is damaged, foreign or of another version is
passed over, one that cannot be written is done without; neither is ever a fault.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

NAME = "index.json"
_TICK, _LONG_TICK = 50_000_000, 2_000_000_000
_SECOND = 1_000_000_000


class Index:
    """Facts read from files, each with the stamp of what it was read from.

    `folder` is where it is kept; None keeps nothing. `maker` names who reads and what: an index that
    another maker wrote counts as none. `name` is that of its file.
    """

    def __init__(self, folder: Path | None, maker: str, name: str = NAME) -> None:
        self._file = None if folder is None else folder / name
        self._maker = maker
        self._kept = {} if self._file is None else _read(self._file, maker)
        self._asked: set[str] = set()
        self._changed = False

    def get(self, file: str, language: str, stamp: str) -> Any:
        """What is kept of a file in a language, if nothing has changed since; else None."""
        self._asked.add(file)
        found = self._kept.get(file, {}).get(language)
        return found[1] if found is not None and found[0] == stamp else None

    def put(self, file: str, language: str, stamp: str, facts: Any) -> None:
        """Keep what was read of a file: data of JSON, not None."""
        self._asked.add(file)
        self._kept.setdefault(file, {})[language] = [stamp, facts]
        self._changed = True

    def save(self) -> None:
        """Write what is new, whole or not at all; files that are gone are forgotten."""
        if self._file is None or not self._changed:
            return
        gone = [file for file in self._kept if file not in self._asked and not os.path.lexists(file)]
        for file in gone:
            del self._kept[file]
        body = json.dumps(self._kept, separators=(",", ":")).encode("ascii") + b"}\n"
        with suppress(OSError):
            _write(self._file, _head(self._maker, body) + body)
            self._changed = False


def stamp(file: str) -> str:
    """What tells the state of a file from any other: its size and time; "-" where there is none.

    A file that has only just been written can be written again within one tick of its disk's clock:
    its stamp is like no other. (Two seconds on a FAT disk, whose times are whole seconds.)
    """
    try:
        status = os.stat(file)  # noqa: PTH116 - there may be thousands, and a Path takes twice as long
    except (OSError, ValueError):
        return "-"
    size, written, now = status.st_size, status.st_mtime_ns, time.time_ns()
    tick = _TICK if written % _SECOND else _LONG_TICK
    return f"{size}:{written}" if abs(now - written) >= tick else f"{size}:{written}@{now}"


def _head(maker: str, body: bytes) -> bytes:
    """The first line of an index: whose it is, and the checksum of the rest."""
    return f'{{"maker":{json.dumps(maker)},"sum":{crc32(body)},"files":\n'.encode("ascii")


def _read(file: Path, maker: str) -> dict[str, dict[str, Any]]:
    with suppress(OSError):
        head, newline, body = file.read_bytes().partition(b"\n")
        if head + newline == _head(maker, body):
            return dict(json.loads(body[: -len(b"}\n")]))
    return {}


def _write(file: Path, content: bytes) -> None:
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
