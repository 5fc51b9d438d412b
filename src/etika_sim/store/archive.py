"""Archive: streams in one file, to carry or to keep, as JSON under a checksum; a changed file is refused.

`{"etika-sim-archive": 1, "sha256": …, "content": {"streams": [{"name", "versions", "entries":
[[n, at, data], …]}, …], "versions": {digest: base64}}}`; the checksum is over the bytes of the content.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from etika_sim.store import rows
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

VERSION = 1

_HEAD = '{"etika-sim-archive": %d, "sha256": "%s",\n"content": '
_FORM = re.compile(
    rb'\{"etika-sim-archive": (\d{1,9}), "sha256": "([0-9a-f]{64})",\n"content": (.*)\}\n', re.DOTALL
)


class Carried(NamedTuple):
    """One stream of an archive: its name, the digests of its versions, its entries."""

    name: str
    versions: tuple[str, ...]
    entries: tuple[Entry, ...]


class Archive(NamedTuple):
    """What an archive carries: streams in the order of their last writing, and versions by digest."""

    streams: tuple[Carried, ...]
    versions: Mapping[str, bytes]


class Merged(NamedTuple):
    """The names of streams that were new, that grew, that were there already, and that differ."""

    added: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


def collect(store: Store, names: Iterable[str]) -> Archive:
    """The streams of those names that are in the store, as they all are at one moment."""
    wanted = set(names)
    streams: list[Carried] = []
    versions: dict[str, bytes] = {}
    with store.viewing() as db:
        for name in (stream.name for stream in rows.streams_of(db) if stream.name in wanted):
            digests = tuple(rows.versions_of(db, name))
            streams.append(Carried(name, digests, tuple(rows.entries_of(db, name))))
            versions.update({digest: rows.needed(db, digest) for digest in digests})
    return Archive(tuple(streams), versions)


def pack(archive: Archive) -> bytes:
    """The bytes of an archive; the same for the same content."""
    content = {
        "streams": [carried._asdict() for carried in archive.streams],
        "versions": {name: b64encode(archive.versions[name]).decode() for name in sorted(archive.versions)},
    }
    body = json.dumps(content, ensure_ascii=False)
    head = _HEAD % (VERSION, hashlib.sha256(body.encode()).hexdigest())
    return f"{head}{body}}}\n".encode()


def unpack(raw: bytes, path: Path) -> Archive:
    """The archive that these bytes of a file are; not a byte of them may differ.

    Raises StoreTrouble: changed, newer, foreign.
    """
    form = _FORM.fullmatch(raw)
    if form is None or int(form[1]) < 1:
        raise StoreTrouble("foreign", path)
    if int(form[1]) > VERSION:
        raise StoreTrouble("newer", path, f"version {int(form[1])}")
    if hashlib.sha256(form[3]).hexdigest().encode() != form[2]:
        raise StoreTrouble("changed", path)
    try:
        return _archive(json.loads(form[3].decode()))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise StoreTrouble("foreign", path, str(error)) from error


def _archive(data: Any) -> Archive:
    versions = {name: b64decode(text, validate=True) for name, text in data["versions"].items()}
    _must(all(rows.digest_of(content) == name for name, content in versions.items()), "versions")
    streams = tuple(_carried(stream) for stream in data["streams"])
    _must(len({stream.name for stream in streams}) == len(streams), "a stream is there twice")
    _must(all(name in versions for stream in streams for name in stream.versions), "a version is missing")
    return Archive(streams, versions)


def _carried(data: Any) -> Carried:
    entries = tuple(Entry(n, at, text) for n, at, text in data["entries"])
    carried = Carried(data["name"], tuple(data["versions"]), entries)
    for text in (carried.name, *carried.versions, *(text for _, *texts in entries for text in texts)):
        _must(isinstance(text, str), "a text is none")
        text.encode()
    _must(bool(entries), "a stream is empty")
    _must(all(type(entry.n) is int and entry.n == n for n, entry in enumerate(entries)), "numbers")
    return carried


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def merge(store: Store, archive: Archive) -> Merged:
    """Put an archive's streams into the store, all in one commit; what became of each.

    A stream that the store has not is added; one that the archive has longer grows; one that
    differs from the store's own is only reported, and nothing that is in the store ever changes.
    """
    merged: dict[str, list[str]] = {name: [] for name in Merged._fields}
    with store.changing() as db:
        for carried in archive.streams:
            ours, theirs = tuple(rows.entries_of(db, carried.name)), carried.entries
            if theirs == ours[: len(theirs)]:
                merged["same"].append(carried.name)
            elif ours == theirs[: len(ours)]:
                keep = [archive.versions[digest] for digest in carried.versions]
                rows.add(db, carried.name, theirs[len(ours) :], keep)
                merged["grown" if ours else "added"].append(carried.name)
            else:
                merged["differing"].append(carried.name)
    return Merged(**{name: tuple(names) for name, names in merged.items()})
