"""The log as rows of a database: what a stream, an entry and a version are on disk.

The entries of a stream are numbered from 0 without a gap, and each carries a checksum: SQLite has none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from etika_sim.store.trouble import Damaged, Gone, Taken

if TYPE_CHECKING:
    from sqlite3 import Connection


class Entry(NamedTuple):
    """The n-th thing that happened in a stream; `at` is the shell's ISO time, `data` is JSON, opaque here."""

    n: int
    at: str
    data: str


class Stream(NamedTuple):
    """A stream, how many entries long it is, and the times of its first and last one."""

    name: str
    length: int
    first: str
    last: str


def digest_of(content: bytes) -> str:
    """The name under which a version is kept: its SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def checksum(stream: str, entry: Entry) -> int:
    """CRC-32 of an entry and its stream's name. Raises ValueError for text that is no Unicode."""
    return crc32(f"{stream}\0{entry.n}\0{entry.at}\0{entry.data}".encode())


def add(db: Connection, stream: str, entries: Sequence[Entry], contents: Iterable[bytes] = ()) -> None:
    """Write entries at the end of a stream, and the versions it plays. Raises Taken or Gone.

    A version belongs to a stream: it is kept as long as any stream it belongs to.
    """
    (last,) = db.execute("SELECT max(n) FROM entry WHERE stream = ?", (stream,)).fetchone()
    for n, entry in enumerate(entries, 0 if last is None else last + 1):
        if entry.n != n:
            raise (Taken if entry.n < n else Gone)(stream, entry.n)
        row = (stream, *entry, checksum(stream, entry))
        db.execute("INSERT INTO entry (stream, n, at, data, sum) VALUES (?, ?, ?, ?, ?)", row)
    for content in contents if entries else ():
        digest = digest_of(content)
        db.execute("INSERT OR IGNORE INTO version (digest, content) VALUES (?, ?)", (digest, content))
        db.execute("INSERT OR IGNORE INTO use (stream, digest) VALUES (?, ?)", (stream, digest))


def entries_of(db: Connection, stream: str) -> list[Entry]:
    """The entries of a stream, in order; none if there is no such stream. Raises Damaged."""
    rows = db.execute("SELECT n, at, data, sum FROM entry WHERE stream = ? ORDER BY n", (stream,))
    entries: list[Entry] = []
    for n, row in enumerate(rows):
        entry = whole(stream, *row)
        if entry is None or entry.n != n:
            raise Damaged(f"entry {n} of stream {stream!r}")
        entries.append(entry)
    return entries


def whole(stream: Any, n: Any, at: Any, data: Any, total: Any) -> Entry | None:
    """The entry that a row tells, or None if that is not what was written."""
    sound = all(isinstance(text, str) for text in (stream, at, data)) and isinstance(n, int)
    entry = Entry(n, at, data)
    return entry if sound and checksum(stream, entry) == total else None


def streams_of(db: Connection) -> list[Stream]:
    """All streams, the one that was written last at the end. Raises Damaged."""
    rows = db.execute(
        "SELECT grouped.stream, length, first.at, last.at"
        " FROM (SELECT stream, count(*) AS length, min(n) AS n, max(seq) AS seq FROM entry GROUP BY stream)"
        " AS grouped JOIN entry AS last ON last.seq = grouped.seq"
        " JOIN entry AS first ON first.stream = grouped.stream AND first.n = grouped.n"
        " ORDER BY grouped.seq"
    )
    streams = [Stream(*row) for row in rows]
    if not all(isinstance(text, str) for name, _, *times in streams for text in (name, *times)):
        raise Damaged("the list of streams")
    return streams


def versions_of(db: Connection, stream: str) -> list[str]:
    """The digests of the versions that belong to a stream, sorted."""
    rows = db.execute("SELECT digest FROM use WHERE stream = ? ORDER BY digest", (stream,))
    return [digest for (digest,) in rows]


def content_of(db: Connection, digest: str) -> bytes | None:
    """The bytes kept under a digest, or None. Raises Damaged if they are others than were kept."""
    row = db.execute("SELECT content FROM version WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        return None
    content = row[0]
    if not isinstance(content, bytes) or digest_of(content) != digest:
        raise Damaged(f"version {digest}")
    return content


def needed(db: Connection, digest: str) -> bytes:
    """The bytes of a version that a stream plays. Raises Damaged if they are lost."""
    content = content_of(db, digest)
    if content is None:
        raise Damaged(f"version {digest} is lost")
    return content


def drop(db: Connection, streams: Iterable[str]) -> int:
    """Delete streams and the versions that belong to no other; how many streams were there."""
    count = 0
    for stream in streams:
        count += db.execute("DELETE FROM entry WHERE stream = ?", (stream,)).rowcount > 0
        db.execute("DELETE FROM use WHERE stream = ?", (stream,))
    db.execute("DELETE FROM version WHERE digest NOT IN (SELECT digest FROM use)")
    return count


def examine(db: Connection) -> None:
    """Read everything back. Raises Damaged at the first thing that is not what was written."""
    for stream in streams_of(db):
        entries_of(db, stream.name)
        for digest in versions_of(db, stream.name):
            needed(db, digest)
