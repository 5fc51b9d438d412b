"""Plays laid in the store: every event is on disk before anybody sees what it led to.

A stream `play/<owner>/<id>` begins with entry 0, which says what is played; entry n is event n of
the record. The bytes of the case, and of its translation, are kept once by their digest, so that a
play goes on, and is scored, on the version it began with.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from etika_sim.checks.validate import Cited, check_case, check_translation
from etika_sim.journal.owner import Owner
from etika_sim.library.load import Loaded
from etika_sim.model import Scenario
from etika_sim.play import record as records
from etika_sim.play.engine import Play, choose, start, undo
from etika_sim.play.record import Event, Record, Stop
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry, Stream, digest_of

BEGAN = "began"
_MOVES = (records.CHOSE, records.UNDID, records.ENDED, records.LEFT)


class Log(Protocol):
    """Where entries go: a Store, or Forgetful for a guest."""

    def append(self, stream: str, n: int, at: str, data: str, keep: Iterable[bytes] = ()) -> None:
        """Put an entry on disk, with the versions it names. Raises Taken, Gone, StoreTrouble."""


class Forgetful:
    """A log that keeps nothing, for a guest."""

    def append(self, stream: str, n: int, at: str, data: str, keep: Iterable[bytes] = ()) -> None:
        """Let it go."""


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
    """A kept play whose version can no longer be read."""


def begin(log: Log, owner: Owner, loaded: Loaded, seed: str, at: str) -> Kept:
    """A new play, kept from its first moment."""
    scenario = loaded.scenario
    assert scenario is not None
    stream = f"{owner.plays}{secrets.token_hex(8)}"
    record = records.new(scenario, seed)
    play = start(scenario, seed)
    head = {
        "kind": BEGAN,
        **{name: getattr(record, name) for name in ("case", "key", "seed", "language")},
        "title": scenario.title,
        "versions": [digest_of(content) for content in loaded.sources],
    }
    log.append(stream, 0, at, _json(head), loaded.sources)
    return Kept(stream, record, play)


def chose(log: Log, kept: Kept, choice: str, at: str) -> Kept:
    """The play after a choice. Raises NotOffered or NoWay before anything is written, Taken after."""
    after = choose(kept.play, choice)
    record = records.chose(kept.record, kept.play.scene, choice, at)
    return _written(log, kept.stream, record, after)


def undid(log: Log, kept: Kept, at: str) -> Kept:
    """The play one step back. Raises NothingToUndo before anything is written."""
    after = undo(kept.play)
    return _written(log, kept.stream, records.undid(kept.record, at), after)


def added(log: Log, kept: Kept, kind: str, facts: Mapping[str, str], at: str) -> Kept:
    """The play with a note, a reflection, an answer, a commitment, or the sight of its ending."""
    return _written(log, kept.stream, records.add(kept.record, kind, facts, at), kept.play)


def _written(log: Log, stream: str, record: Record, play: Play) -> Kept:
    event = record.events[-1]
    log.append(stream, event.n, event.at, _json({"kind": event.kind, **event.facts}))
    return Kept(stream, record, play)


def resume(store: Store, stream: str, scenario: Scenario | None = None) -> tuple[Kept, Stop | None]:
    """A kept play, on its own version or on the scenario given, and where it had to stop, if it had.

    Raises CannotResume when the version it began with is not to be read any more.
    """
    entries = store.read(stream)
    head = head_of(stream, entries)
    scenario = scenario or version(store, head)
    record = Record(head.case, head.key, head.seed, head.language, tuple(_events(entries)))
    play, stop = records.replay(record, scenario)
    if stop is not None:
        record = record._replace(events=record.events[: stop.n - 1])
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
    except (IndexError, KeyError, TypeError, ValueError):
        raise CannotResume(stream) from None


def _events(entries: list[Entry]) -> Iterator[Event]:
    for entry in entries[1:]:
        facts = json.loads(entry.data)
        yield Event(entry.n, entry.at, facts.pop("kind"), facts)


def carried(log: Log, owner: Owner, kept: Kept, loaded: Loaded, at: str) -> Kept:
    """A play moved to the version that is loaded: a new stream that begins with the same events."""
    begun = begin(log, owner, loaded, kept.record.seed, at)
    record = begun.record._replace(events=kept.record.events)
    for event in record.events:
        log.append(begun.stream, event.n, event.at, _json({"kind": event.kind, **event.facts}))
    return Kept(begun.stream, record, kept.play)


def unfinished(store: Store, owner: Owner) -> list[Head]:
    """The owner's plays that have not come to an ending and were not left, the last played first."""
    found = []
    for stream in _streams(store, owner):
        entries = store.read(stream.name)
        moves = [kind for entry in entries if (kind := json.loads(entry.data).get("kind")) in _MOVES]
        if moves and moves[-1] not in (records.ENDED, records.LEFT):
            found.append(head_of(stream.name, entries))
    return found


def endings_seen(store: Store, owner: Owner, case: str) -> set[str]:
    """The ids of the endings of a case that the owner has met, in any version."""
    seen = set()
    for stream in _streams(store, owner):
        head, *events = [json.loads(entry.data) for entry in store.read(stream.name)]
        if head.get("case") == case:
            seen |= {event["ending"] for event in events if event.get("kind") == records.ENDED}
    return seen


def _streams(store: Store, owner: Owner) -> list[Stream]:
    return list(reversed(store.streams(owner.plays)))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
