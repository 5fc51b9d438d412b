"""Rescue of a damaged store: what can be read exactly as it was written is put into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from etika_sim.store import rows
from etika_sim.store.connection import look
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import Taken

_ENTRIES = "SELECT seq, stream, n, at, data, sum FROM entry NOT INDEXED ORDER BY seq"
_VERSIONS = "SELECT rowid, digest, content FROM version NOT INDEXED ORDER BY rowid"
_USES = "SELECT stream, digest FROM use ORDER BY stream"


def rescue(damaged: Path, store: Store) -> int:
    """Copy streams up to their first lost entry, with their versions; how many entries.

    Streams keep the order of their last writing; one that the store has already is left as it is.
    Changes nothing in the damaged file. Raises StoreTrouble if the store cannot be written.
    """
    contents = _contents(damaged)
    uses = set(_readable(damaged, _USES))
    copied = 0
    with store.changing() as db:
        for stream, entries in _streams(damaged).items():
            keep = [content for digest, content in contents.items() if (stream, digest) in uses]
            with suppress(Taken):
                rows.add(db, stream, entries, keep)
                copied += len(entries)
    return copied


def _streams(damaged: Path) -> dict[str, list[Entry]]:
    found: dict[str, dict[int, Entry]] = {}
    for _, stream, *row in sorted(_readable(damaged, _ENTRIES), key=lambda row: row[0]):
        if entry := rows.whole(stream, *row):
            found[stream] = found.pop(stream, {})
            found[stream][entry.n] = entry
    return {
        stream: [entries[n] for n in takewhile(entries.__contains__, count())]
        for stream, entries in found.items()
    }


def _contents(damaged: Path) -> dict[str, bytes]:
    return {
        digest: content
        for _, digest, content in _readable(damaged, _VERSIONS)
        if isinstance(content, bytes) and rows.digest_of(content) == digest
    }


def _readable(damaged: Path, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows that can be had, from both ends towards the damage; some come twice."""
    for order in ("", " DESC"):
        with suppress(sqlite3.DatabaseError), closing(look(damaged)) as db:
            db.execute("PRAGMA writable_schema = ON")  # a file that was cut is read as far as it goes
            db.text_factory = lambda raw: raw.decode(errors="replace")
            yield from db.execute(query + order)
