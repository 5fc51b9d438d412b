"""A play as data: what happened, in order, so that it can be saved, resumed and replayed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from etika_sim.model import Scenario
from etika_sim.play.compiled import program_of
from etika_sim.play.engine import NothingToUndo, NotOffered, NoWay, Play, choose, start, undo
from etika_sim.play.program import ground

CHOSE, UNDID, ENDED, LEFT, CLOSED = "chose", "undid", "ended", "left", "closed"
NOTED, REFLECTED, ANSWERED, COMMITTED = "noted", "reflected", "answered", "committed"
KINDS = frozenset({CHOSE, UNDID, ENDED, LEFT, CLOSED, NOTED, REFLECTED, ANSWERED, COMMITTED})


class Event(NamedTuple):
    """One thing that happened: the n-th, at an ISO time the shell gave, of a kind, with its facts."""

    n: int
    at: str
    kind: str
    facts: Mapping[str, str]


class Record(NamedTuple):
    """A play as data; `key` names the version of what routes and scores (see `key_of`)."""

    case: str
    key: str
    seed: str
    language: str
    events: tuple[Event, ...] = ()


class Stop(NamedTuple):
    """Where a replay could not go on: the event's number, the scene, and why."""

    n: int
    scene: str
    reason: str


class BadRecord(ValueError):
    """Data that are no record."""


def new(scenario: Scenario, seed: str) -> Record:
    """An empty record of a play of this scenario."""
    return Record(scenario.id, key_of(scenario), seed, scenario.language)


def chose(record: Record, scene: str, choice: str, at: str = "") -> Record:
    """The record with one more choice."""
    return add(record, CHOSE, {"scene": scene, "choice": choice}, at)


def undid(record: Record, at: str = "") -> Record:
    """The record with one step undone."""
    return add(record, UNDID, {}, at)


def add(record: Record, kind: str, facts: Mapping[str, str], at: str = "") -> Record:
    """The record with one more event."""
    event = Event(len(record.events) + 1, at, kind, facts)
    return record._replace(events=(*record.events, event))


def replay(record: Record, scenario: Scenario) -> tuple[Play, Stop | None]:
    """The play that the record tells, as far as this scenario allows it. Raises NoWay at its start."""
    play = start(scenario, record.seed)
    for event in record.events:
        try:
            play = _applied(play, event)
        except NotOffered:
            return play, Stop(event.n, play.scene, "not-offered")
        except NothingToUndo:
            return play, Stop(event.n, play.scene, "nothing-to-undo")
        except NoWay:
            return play, Stop(event.n, play.scene, "no-way")
    return play, None


def _applied(play: Play, event: Event) -> Play:
    if event.kind == UNDID:
        return undo(play)
    if event.kind != CHOSE:
        return play
    if event.facts.get("scene") != play.scene:
        raise NotOffered(event.facts.get("choice"))
    return choose(play, event.facts["choice"])


def to_data(record: Record) -> dict[str, Any]:
    """The record as plain data for JSON."""
    events = [{"n": e.n, "at": e.at, "kind": e.kind, **e.facts} for e in record.events]
    return {**record._asdict(), "events": events}


def from_data(data: Any) -> Record:
    """The record that plain data tell. Raises BadRecord with what is wrong."""
    if not isinstance(data, dict):
        raise BadRecord("not a mapping")
    head: dict[str, Any] = {name: data.get(name) for name in ("case", "key", "seed", "language")}
    events = data.get("events")
    if not all(isinstance(text, str) for text in head.values()) or not isinstance(events, list):
        raise BadRecord("a head or a list of events is missing")
    return Record(**head, events=tuple(_event(n, event) for n, event in enumerate(events, 1)))


def _event(n: int, data: Any) -> Event:
    if not isinstance(data, dict) or data.get("n") != n:
        raise BadRecord(f"event {n}")
    facts = {key: value for key, value in data.items() if key != "n"}
    if not all(isinstance(value, str) for value in facts.values()) or "at" not in facts:
        raise BadRecord(f"event {n}")
    at, kind = facts.pop("at"), facts.pop("kind", None)
    if kind not in KINDS or (kind == CHOSE and not {"scene", "choice"} <= facts.keys()):
        raise BadRecord(f"event {n}")
    return Event(n, at, kind, facts)


def key_of(scenario: Scenario) -> str:
    """SHA-256 (hex) of canonical JSON of everything in a scenario that routes or scores, no texts."""
    canonical = json.dumps(ground(program_of(scenario)), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
