"""Putting new files into an author's folder: never over one that is there, and never half of it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from etika_sim.authoring.template import SCHEMA_NAME
from etika_sim.language.schema import schema
from etika_sim.library.files import CannotRead, is_file, read_bytes
from etika_sim.store.trouble import troubles
from etika_sim.store.whole import write_whole

_OURS = "etika-sim"
"""How the title of our schema begins."""


class IsThere(Exception):
    """Something of that name is there already; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def is_there(path: Path) -> bool:
    """Whether anything has that name, a link to nowhere included."""
    with suppress(OSError, ValueError):
        return os.path.lexists(path)
    return False


def folder_made(folder: Path) -> Path:
    """The folder, made if it was not there. Raises StoreTrouble."""
    with troubles(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def put(path: Path, content: bytes) -> None:
    """Write a new file, whole or not at all. Raises IsThere, StoreTrouble."""
    with troubles(path):
        try:
            file = path.open("xb")
        except FileExistsError:
            raise IsThere(path) from None
        try:
            with file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


def put_folder(home: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write the files into a new folder of `home`; all of them are there at once. Raises StoreTrouble.

    If the name is taken, `name-2` or the next free one is used.
    """
    folder_made(home)
    with troubles(home):
        waiting = Path(tempfile.mkdtemp(prefix=".etika-sim-", suffix=".part", dir=home))
        try:
            for file, content in files.items():
                put(waiting / file, content)
            waiting.chmod(0o755)
            return _moved(waiting, home, name)
        except BaseException:
            shutil.rmtree(waiting, ignore_errors=True)
            raise


def _moved(waiting: Path, home: Path, name: str) -> Path:
    n = 1
    while True:
        target = home / (name if n == 1 else f"{name}-{n}")
        if not is_there(target):
            with suppress(FileExistsError):
                return waiting.rename(target)
        n += 1


def put_schema(folder: Path) -> bool:
    """See that the schema of this program lies in a folder; whether it does now. Raises StoreTrouble.

    An older one of ours is replaced; a file of that name that is none of ours is left as it is.
    """
    path, current = folder / SCHEMA_NAME, schema_bytes()
    if is_there(path):
        found = _content(path)
        if found == current or not _is_ours(found):
            return found == current
    write_whole(path, current)
    return True


def schema_bytes() -> bytes:
    """The schema as a file."""
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode()


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path) if is_file(path) else b""
    except CannotRead:
        return b""


def _is_ours(content: bytes) -> bool:
    try:
        data = json.loads(content)
    except ValueError:
        return False
    title = data.get("title") if isinstance(data, dict) else None
    return isinstance(title, str) and title.startswith(_OURS)
