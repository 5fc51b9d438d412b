"""A case as one file to hand on: a zip of it, its translations, and what it cites of the author's registers.

Law: a zip that was received is read in memory, name by name off a list of what may be there; all is
looked at before anything is written, and nothing of it decides where that will be.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from etika_sim.authoring.naming import LONGEST_ID
from etika_sim.language.reader import read

LARGEST_PARCEL, LARGEST_UNPACKED, MOST_FILES = 5 * 1024 * 1024, 20 * 1024 * 1024, 200
MOST_INFLATED = 100
"""A file may be so many times larger than it is packed; what people write shrinks to a third."""
_LEAST_WATCHED = 64 * 1024
"""Bytes below which nothing can be inflated that would harm."""

_ID = rf"[A-Za-z][A-Za-z0-9_-]{{0,{LONGEST_ID - 1}}}"
_NAME = re.compile(rf"({_ID})(?:\.([a-z]{{2}}))?\.ya?ml")
_FOLDER = re.compile(r"[^/\\\x00-\x1f:]{1,120}/")
_LEFT_OUT = re.compile(
    r"(?:__MACOSX/.*|(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini|scenario\.schema\.json))"
)
"""What systems put into a zip by themselves, and the schema, of which everybody has his own."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_REGISTERS = ("law", "channels")
_MADE = (1980, 1, 1, 0, 0, 0)
"""The date of every entry, so that the same case gives the same file."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OSError,
    OverflowError,
    IndexError,
)


class BadParcel(Exception):
    """A zip that is not taken: why, and the name in it that the reason is about.

    `reason`: "large", "no-zip", "damaged", "many", "unpacked", "inflated", "encrypted", "method",
    "link", "name", "other-file", "twice", "no-case", "orphan" or "unreadable".
    """

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason, name)
        self.reason, self.name = reason, name


class Parcel(NamedTuple):
    """What a zip holds: names and bytes of files; `cases` are the ids in it."""

    files: Mapping[str, bytes]
    cases: tuple[str, ...]


def can_be_packed(name: str) -> bool:
    """Whether a file of that name would be taken out of a zip again."""
    return _NAME.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            info.create_system = 3
            archive.writestr(info, files[name])
    return out.getvalue()


def unpacked(raw: bytes) -> Parcel:
    """What a zip holds, all of it looked at. Raises BadParcel."""
    if len(raw) > LARGEST_PARCEL:
        raise BadParcel("large")
    if not raw.startswith(b"PK"):
        raise BadParcel("no-zip")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            files = _files(archive, _wanted(archive.infolist()))
    except (NotImplementedError, RuntimeError):
        raise BadParcel("method") from None
    except _DAMAGE:
        raise BadParcel("damaged") from None
    return Parcel(files, _cases(files))


def _wanted(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries that are read, by the names their files will have. Raises BadParcel."""
    if len(entries) > MOST_FILES:
        raise BadParcel("many")
    wanted: dict[str, zipfile.ZipInfo] = {}
    folders, seen = set[str](), set[str]()
    for entry in entries:
        _allowed(entry)
        whole = entry.orig_filename
        if _LEFT_OUT.fullmatch(whole) or (whole.endswith("/") and _FOLDER.fullmatch(whole)):
            continue
        folder, name = _parts(whole)
        folders.add(folder)
        if name.casefold() in seen or len(folders) > 1:
            raise BadParcel("twice" if name.casefold() in seen else "name", whole)
        seen.add(name.casefold())
        wanted[name] = entry
    if sum(entry.file_size for entry in wanted.values()) > LARGEST_UNPACKED:
        raise BadParcel("unpacked")
    return wanted


def _allowed(entry: zipfile.ZipInfo) -> None:
    """Raises BadParcel for an entry that is no plain file, or is packed in a way that is not read."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & 0x41:
        raise BadParcel("encrypted", name)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadParcel("link", name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadParcel("method", name)
    if entry.file_size > max(_LEAST_WATCHED, MOST_INFLATED * entry.compress_size):
        raise BadParcel("inflated", name)


def _parts(whole: str) -> tuple[str, str]:
    """The one folder a name may stand in, or none, and the name of a case, a translation or a register."""
    found = _FOLDER.match(whole)
    folder = found.group() if found else ""
    name = whole[len(folder) :]
    if folder in ("./", "../") or "/" in name or "\\" in whole or ":" in whole:
        raise BadParcel("name", whole)
    match = _NAME.fullmatch(name)
    if match is None:
        raise BadParcel("other-file" if name.isprintable() and name[:1] != "." else "name", whole)
    if _DEVICE.fullmatch(name):
        raise BadParcel("name", whole)
    return folder, name


def _files(archive: zipfile.ZipFile, wanted: Mapping[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    """The bytes of the entries; what an entry says of its size is not believed. Raises BadParcel."""
    files, left = {}, LARGEST_UNPACKED
    for name, entry in wanted.items():
        with archive.open(entry) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise BadParcel("unpacked")
        files[name] = content
    return files


def _cases(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The ids of the cases among the files. Raises BadParcel if something of them cannot be."""
    for name, content in files.items():
        if read(content).data is None:
            raise BadParcel("unreadable", name)
    plain = [name for name in files if name.count(".") == 1]
    stems = {stem_of(name) for name in plain}
    for name in files:
        if stem_of(name) not in stems:
            raise BadParcel("orphan", name)
    cases = [stem for stem in map(stem_of, plain) if stem not in _REGISTERS]
    if not cases:
        raise BadParcel("no-case")
    if twice := _twice(cases):
        raise BadParcel("twice", twice)
    return tuple(sorted(cases))


def _twice(words: Iterable[str]) -> str:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            return word
        seen.add(word)
    return ""


def stem_of(name: str) -> str:
    """The id of a case or the name of a register that a file belongs to: all before the first dot."""
    return name.partition(".")[0]


def renamed(parcel: Parcel, names: Mapping[str, str]) -> Parcel:
    """The parcel with some of its cases under other ids, their translations with them."""
    files = {
        f"{names.get(stem_of(name), stem_of(name))}{name[len(stem_of(name)) :]}": content
        for name, content in parcel.files.items()
    }
    return Parcel(files, tuple(sorted(names.get(case, case) for case in parcel.cases)))
