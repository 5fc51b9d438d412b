"""Export and import of one player's plays: carried away whole, brought back as those of who brings them.

Law: only plays are carried; what an archive holds besides is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from etika_sim.journal.histories import events_of
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import CannotResume, head_of
from etika_sim.store.archive import Archive, Carried
from etika_sim.store.log import Store
from etika_sim.store.rows import Stream

_PLAY = re.compile(r"play/[^/]*/([0-9a-f]{1,64})")
_SCHEMA_VERSION = 1


class Size(NamedTuple):
    """How much is kept of a person: plays, and entries in all of them."""

    plays: int
    entries: int


def names_of(store: Store, owner: Owner) -> list[str]:
    """The names of all streams about the owner. Raises StoreTrouble."""
    return [stream.name for stream in store.streams(owner.plays)]


def plays_of(store: Store, owner: Owner, before: str = "") -> list[Stream]:
    """The owner's streams; with `before`, an ISO time in UTC, those last written earlier.

    Raises StoreTrouble.
    """
    return [stream for stream in store.streams(owner.plays) if not before or stream.last < before]


def size_of(streams: Iterable[Stream]) -> Size:
    """How much some streams hold."""
    lengths = [stream.length for stream in streams]
    return Size(len(lengths), sum(lengths))


def adopted(archive: Archive, owner: Owner) -> tuple[Archive, int]:
    """The archive with its plays under the owner's name, and how many streams of it are no plays."""
    streams = tuple(
        carried._replace(name=f"{owner.plays}{match[1]}")
        for carried in archive.streams
        if (match := _PLAY.fullmatch(carried.name)) and _is_play(carried)
    )
    return archive._replace(streams=streams), len(archive.streams) - len(streams)


def _is_play(carried: Carried) -> bool:
    """Whether every entry says what a play's would, and the versions it names are carried along."""
    try:
        head = head_of(carried.name, list(carried.entries))
    except CannotResume:
        return False
    events = events_of(carried.entries[1:])
    return set(head.versions) <= set(carried.versions) and all(event.kind for event in events)


def readable(archive: Archive, alias: str, about: dict[str, str]) -> dict[str, Any]:
    """All that is kept about a person, to be read; `about` says what each field means."""
    return {
        "schema_version": _SCHEMA_VERSION,
        "about": about,
        "alias": alias,
        "plays": [_play(carried) for carried in archive.streams],
    }


def _play(carried: Carried) -> dict[str, Any]:
    first, *rest = carried.entries
    try:
        told = head_of(carried.name, [first])._asdict()
    except CannotResume:
        told = {"stream": carried.name, "data": first.data}
    return {**told, "began": first.at, "events": list(_events(carried, rest))}


def _events(carried: Carried, entries: Iterable[Any]) -> Iterable[dict[str, Any]]:
    for entry, event in zip(entries, events_of(carried.entries[1:]), strict=True):
        facts = event.facts if event.kind else {"data": entry.data}
        yield {"n": event.n, "at": event.at, "kind": event.kind, **facts}
