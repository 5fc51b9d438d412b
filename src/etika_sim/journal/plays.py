"""Stored plays: every event is on disk before anybody sees what it led to.

A stream `play/<owner>/<id>` begins with entry 0, which says what is played; entry n is event n of
the record. The bytes of the case, and of its translation, are kept once by their digest, so that a
play goes on, and is scored, on the version it began with.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from etika_sim.checks.validate import Cited, check_case, check_translation
from etika_sim.journal.entries import event_of, line_of, texts_of
from etika_sim.journal.owner import Owner
from etika_sim.library.load import Loaded
from etika_sim.model import Scenario
from etika_sim.play import record as records
from etika_sim.play.engine import Play, choose, start, undo
from etika_sim.play.record import Event, Record, Stop
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry, digest_of

BEGAN = "began"
OVER = (records.LEFT, records.CLOSED)
"""What is written when a play is not to be gone on with: it was given up, or all is done."""

_NEEDED = {records.CHOSE: {"scene", "choice"}, records.ENDED: {"ending"}}


class Log(Protocol):
    """Where entries go: a Store, or NullLog for a guest."""

    def extend(self, stream: str, entries: Sequence[Entry], keep: Iterable[bytes] = ()) -> None:
        """Put entries on disk, with the versions they name. Raises Taken, Gone, StoreTrouble."""


class NullLog:
    """A log that keeps nothing, for a guest."""

    def extend(self, stream: str, entries: Sequence[Entry], keep: Iterable[bytes] = ()) -> None:
        """Let them go."""


class Kept(NamedTuple):
    """A play that is kept: its stream, its record, and where it stands."""

    stream: str
    record: Record
    play: Play


class Head(NamedTuple):
    """What the first entry of a stream says: which case, in which version."""

    stream: str
    case: str
    title: str
    key: str
    seed: str
    language: str
    versions: tuple[str, ...]


class CannotResume(Exception):
    """A kept play that can no longer be read, or whose version cannot."""


def begin(log: Log, owner: Owner, loaded: Loaded, seed: str, at: str) -> Kept:
    """A new play, kept from its first moment."""
    scenario = loaded.scenario
    assert scenario is not None
    kept = Kept(_new_stream(owner), records.new(scenario, seed), start(scenario, seed))
    log.extend(kept.stream, [_head(kept, loaded, at)], loaded.sources)
    return kept


def chose(log: Log, kept: Kept, choice: str, at: str) -> Kept:
    """The play after a choice. Raises NotOffered or NoWay before anything is written, Taken after."""
    after = choose(kept.play, choice)
    record = records.chose(kept.record, kept.play.scene, choice, at)
    return _write(log, kept.stream, record, after)


def undid(log: Log, kept: Kept, at: str) -> Kept:
    """The play one step back. Raises NothingToUndo before anything is written."""
    after = undo(kept.play)
    return _write(log, kept.stream, records.undid(kept.record, at), after)


def added(log: Log, kept: Kept, kind: str, facts: Mapping[str, str], at: str) -> Kept:
    """The play with a note, a reflection, an answer, a commitment, or the sight of its ending."""
    return _write(log, kept.stream, records.add(kept.record, kind, facts, at), kept.play)


def _write(log: Log, stream: str, record: Record, play: Play) -> Kept:
    log.extend(stream, [_entry(record.events[-1])])
    return Kept(stream, record, play)


def resume(store: Store, stream: str, scenario: Scenario | None = None) -> tuple[Kept, Stop | None]:
    """A kept play, on its own version or on the scenario given, and where it had to stop, if it had.

    Raises CannotResume when the play, or the version it began with, is not to be read any more;
    NoWay when the scenario given cannot even begin.
    """
    entries = store.read(stream)
    head = head_of(stream, entries)
    events = tuple(_event(stream, entry) for entry in entries[1:])
    record = Record(head.case, head.key, head.seed, head.language, events)
    play, stop = records.replay(record, scenario or version(store, head))
    if stop is not None and scenario is None:
        raise CannotResume(stream)
    if stop is not None:
        record = record._replace(events=events[: stop.n - 1])
    return Kept(stream, record, play), stop


def version(store: Store, head: Head) -> Scenario:
    """The scenario as it was when the play began. Raises CannotResume."""
    contents = [store.fetch(digest) for digest in head.versions]
    if not contents or None in contents:
        raise CannotResume(head.stream)
    raw, *translation = (content for content in contents if content is not None)
    checked = check_case(raw, head.case, head.case, Cited(None, None), proved=True)
    if translation and checked.scenario is not None:
        checked = check_translation(translation[0], checked, head.language, head.case, Cited(None, None))
    if checked.scenario is None:
        raise CannotResume(head.stream)
    return checked.scenario


def head_of(stream: str, entries: list[Entry]) -> Head:
    """What a stream begins with. Raises CannotResume if it is no play."""
    try:
        found = json.loads(entries[0].data)
        texts = {name: str(found[name]) for name in ("case", "title", "key", "seed", "language")}
        return Head(stream, **texts, versions=tuple(map(str, found["versions"])))
    except (IndexError, KeyError, TypeError, ValueError, RecursionError):
        raise CannotResume(stream) from None


def carry_over(log: Log, owner: Owner, kept: Kept, loaded: Loaded, at: str) -> Kept:
    """Move a play to the version that is loaded: a new stream with the same events, whole or not at all."""
    scenario = loaded.scenario
    assert scenario is not None
    record = records.new(scenario, kept.record.seed)._replace(events=kept.record.events)
    moved = Kept(_new_stream(owner), record, kept.play)
    entries = [_head(moved, loaded, at), *map(_entry, record.events)]
    log.extend(moved.stream, entries, loaded.sources)
    return moved


def give_up(store: Store, stream: str, at: str) -> None:
    """Note that a play is not to be gone on with. Raises Taken, StoreTrouble."""
    n = len(store.read(stream))
    if n:
        store.extend(stream, [_entry(Event(n, at, records.LEFT, {}))])


def unfinished(store: Store, owner: Owner) -> list[Head]:
    """The owner's plays to go on with, the last played first.

    Something has happened in them, and they were neither given up nor, after an ending, closed.
    """
    found = []
    for stream, entries in _plays(store, owner):
        if len(entries) > 1 and texts_of(entries[-1]).get("kind") not in OVER:
            found.append(head_of(stream, entries))
    return found


def endings_seen(store: Store, owner: Owner, case: str) -> set[str]:
    """The ids of the endings of a case that the owner has met, in any version."""
    return {
        facts["ending"]
        for stream, entries in _plays(store, owner)
        if head_of(stream, entries).case == case
        for facts in map(texts_of, entries[1:])
        if facts.get("kind") == records.ENDED and "ending" in facts
    }


def _plays(store: Store, owner: Owner) -> Iterator[tuple[str, list[Entry]]]:
    """The owner's streams that are plays, the last written first, with their entries."""
    for stream in reversed(store.streams(owner.plays)):
        entries = store.read(stream.name)
        try:
            head_of(stream.name, entries)
        except CannotResume:
            continue
        yield stream.name, entries


def _new_stream(owner: Owner) -> str:
    return f"{owner.plays}{secrets.token_hex(8)}"


def _head(kept: Kept, loaded: Loaded, at: str) -> Entry:
    """The first entry of a stream."""
    record = kept.record
    head = {
        "kind": BEGAN,
        **{name: getattr(record, name) for name in ("case", "key", "seed", "language")},
        "title": kept.play.scenario.title,
        "versions": [digest_of(content) for content in loaded.sources],
    }
    return Entry(0, at, line_of(head))


def _entry(event: Event) -> Entry:
    assert "kind" not in event.facts, "the kind of the event would be lost"
    return Entry(event.n, event.at, line_of({"kind": event.kind, **event.facts}))


def _event(stream: str, entry: Entry) -> Event:
    """The event that an entry tells. Raises CannotResume if it tells none."""
    event = event_of(entry)
    if not event.kind or not _NEEDED.get(event.kind, set()) <= event.facts.keys():
        raise CannotResume(stream)
    return event
