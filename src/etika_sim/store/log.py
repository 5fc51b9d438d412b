"""The store as its users see it. An entry is on disk before it is acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, Self

from etika_sim.store import files, rows
from etika_sim.store.rows import Entry, Stream
from etika_sim.store.trouble import StoreTrouble, troubles

if TYPE_CHECKING:
    from sqlite3 import Connection


class Forgotten(NamedTuple):
    """What went: how many streams, and which backups and damaged files."""

    streams: int
    files: tuple[Path, ...]


class Store:
    """Streams of entries, and the versions of cases they play; made by `open_store`.

    `path` is its file. `set_aside` is where a damaged file was moved that stood at its place,
    or None; what could be read of it is in the store again.

    Several windows may use one store, and several threads one Store; each call is whole.
    Every method raises StoreTrouble when the disk or the file fails it; a failed write changed
    nothing, and the Store can still be used.
    """

    def __init__(self, db: Connection, path: Path, set_aside: Path | None = None) -> None:
        self.path, self.set_aside = path, set_aside
        self._db = db
        self._identity = files.identity(path)
        self._lock = RLock()

    def append(self, stream: str, n: int, at: str, data: str, keep: Iterable[bytes] = ()) -> None:
        """Write one entry; it is on disk when this returns. See `extend`."""
        self.extend(stream, [Entry(n, at, data)], keep)

    def extend(self, stream: str, entries: Sequence[Entry], keep: Iterable[bytes] = ()) -> None:
        """Write entries at the end of a stream in one commit; on disk when this returns.

        The entries of a stream are numbered from 0 without a gap. `keep`: the bytes of the versions
        that the entries name by `digest_of`; they reach the disk together with them, are kept once,
        and stay as long as a stream they were kept for. Raises Taken if an entry is there already,
        Gone if the one before it is not; ValueError for text that is no Unicode.
        """
        with self.changing() as db:
            rows.add(db, stream, entries, keep)

    def read(self, stream: str) -> list[Entry]:
        """The entries of a stream, in order; none if there is no such stream."""
        with self.viewing() as db:
            return rows.entries_of(db, stream)

    def streams(self, prefix: str = "") -> list[Stream]:
        """The streams whose names begin so, in the order of their last writing, whatever the clock said."""
        with self.viewing() as db:
            return [stream for stream in rows.streams_of(db) if stream.name.startswith(prefix)]

    def versions(self, stream: str) -> list[str]:
        """The digests of the versions kept for a stream, sorted."""
        with self.viewing() as db:
            return rows.versions_of(db, stream)

    def fetch(self, digest: str) -> bytes | None:
        """The version kept under a digest, or None if there is none."""
        with self.viewing() as db:
            return rows.content_of(db, digest)

    def forget(self, names: Iterable[str]) -> Forgotten:
        """Delete streams so that nothing of them or of their names is left in any file of the store.

        Versions that no other stream plays go with them, and so do all backups and damaged files
        beside the store (`leftovers`), since nothing can be taken out of those. If it fails halfway
        the streams may be gone and traces left: to forget them again finishes the work.
        """
        from etika_sim.store.connection import empty_the_log

        with self.changing() as db:
            count = rows.drop(db, names)
        with self._lock, troubles(self.path):
            # Pages keep old copies of rows that moved, out of reach of secure_delete: write all anew.
            self._db.execute("VACUUM")
            if not empty_the_log(self._db):
                raise StoreTrouble("busy", self.path, "traces are left in the log of changes")
        gone = self.leftovers()
        for file in gone:
            with troubles(file):
                file.unlink(missing_ok=True)
        return Forgotten(count, tuple(gone))

    def leftovers(self) -> list[Path]:
        """Backups and damaged files beside the store, sorted by name; `forget` removes them."""
        with troubles(self.path.parent):
            return files.left_beside(self.path)

    def close(self) -> None:
        """Let go of the files; closing twice is fine."""
        with self._lock, troubles(self.path):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One transaction for whoever writes rows. Raises StoreTrouble (moved) if the file is not ours."""
        from etika_sim.store.connection import transaction
        from etika_sim.store.schema import version_of

        with self._lock, troubles(self.path):
            # On POSIX a file can be taken away while it is open: what we wrote then would be lost.
            if files.identity(self.path) != self._identity:
                raise StoreTrouble("moved", self.path)
            with transaction(self._db):
                version_of(self._db, self.path)
                yield self._db

    @contextmanager
    def viewing(self) -> Iterator[Connection]:
        """One transaction for whoever reads rows: all of it sees the same moment."""
        from etika_sim.store.connection import transaction

        with self._lock, troubles(self.path), transaction(self._db, "DEFERRED"):
            yield self._db
