"""What can happen in a room: every kind of event, described once, and reading one strictly.

An event is plain data for JSON: `{"kind": ..., "at": seconds, ...}`. Phones may send those of
PHONE, always with the `token` that the server knows them by; the rest is the trainer's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from etika_sim.classroom.phases import Phase
from etika_sim.classroom.plan import FULL, LONGEST, QUICK, SHORTEST
from etika_sim.classroom.state import WAYS
from etika_sim.model import PRINCIPLES


class Reason(StrEnum):
    """Why an event was refused; `docs/classroom.md` says when each is given."""

    MALFORMED = "malformed"
    NOT_YOURS = "not-yours"
    OVER = "over"
    NOT_NOW = "not-now"
    NO_SEAT = "no-seat"
    BLOCKED = "blocked"
    TOO_MANY = "too-many"
    WRONG_WORD = "wrong-word"
    LOCKED = "locked"
    FULL = "full"
    NOT_THIS_WAY = "not-this-way"
    NO_NICKNAMES = "no-nicknames"
    DUPLICATE = "duplicate"
    OTHER_DECISION = "other-decision"
    ROUND_CLOSED = "round-closed"
    NOT_OFFERED = "not-offered"
    WRONG_COUNT = "wrong-count"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NO_ROLES = "no-roles"
    HAS_A_ROLE = "has-a-role"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NONE_SUCH = "none-such"
    ENDED = "ended"
    NO_WAY = "no-way"


class Refused(Exception):
    """An event that may not be; the room stays as it was."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Event(NamedTuple):
    """One thing that happened, at a time in seconds, with its facts."""

    kind: str
    at: float
    facts: Mapping[str, Any]


Check = Callable[[Any], bool]

MOST_LETTERS, MOST_TEXT, MOST_COUNT, MOST_OPTIONS = 200, 2000, 9999, 26
TABLE_MOST = 20
"""People at a table that shares one device."""


def _is_int(low: int, high: int) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_text(shortest: int, longest: int) -> Check:
    return lambda value: (
        isinstance(value, str) and shortest <= len(value) <= longest and not _has_surrogates(value)
    )


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _is_one_of(*words: str) -> Check:
    return lambda value: isinstance(value, str) and value in words


def _is_list(item: Check, shortest: int, longest: int) -> Check:
    return lambda value: (
        isinstance(value, list | tuple) and shortest <= len(value) <= longest and all(map(item, value))
    )


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool)


def _is_time(value: Any) -> bool:
    return (isinstance(value, float) and math.isfinite(value)) or _is_int(-(10**15), 10**15)(value)


def _is_answer(value: Any) -> bool:
    return value is None or _is_int(1, 5)(value) or _written(value)


_name, _written, _mark = _is_text(1, MOST_LETTERS), _is_text(0, MOST_TEXT), _is_text(1, 64)
_number = _is_int(1, 10**6)
_counts = _is_list(_is_int(0, MOST_COUNT), 1, MOST_OPTIONS)
_slot = _is_int(0, TABLE_MOST - 1)
_voted = {"decision": _number, "round": _number, "nonce": _mark}

PHONE: Mapping[str, Mapping[str, Check]] = {
    "joined": {"name": _name, "word?": _is_text(0, 64), "people?": _is_int(0, TABLE_MOST)},
    "seated": {"people": _is_int(0, TABLE_MOST)},
    "named": {"name": _written},
    "passed": {"why": _is_one_of("job", "rest")},
    "voted": {**_voted, "option": _name, "reason?": _written},
    "tabled": {**_voted, "counts": _counts},
    "ticked": {"decision": _number, "principles": _is_list(_is_one_of(*PRINCIPLES), 0, len(PRINCIPLES))},
    "quoted": {"decision": _number, "text": _written, "nonce": _mark},
    "asked": {"text": _written, "nonce": _mark},
    "committed": {"text": _written, "slot?": _slot},
    "answered": {"answers": _is_list(_is_answer, 3, 3), "slot?": _slot},
}
"""What a phone may tell; a key with `?` may be missing. Each also carries its `token`."""

TRAINER: Mapping[str, Mapping[str, Check]] = {
    "began": {
        "case": _name,
        "key": _name,
        "minutes": _is_int(SHORTEST, LONGEST),
        "event?": _is_text(0, MOST_LETTERS),
        "groups?": _is_int(0, 100),
        "ways?": _is_list(_is_one_of(*WAYS), 1, len(WAYS)),
        "usual?": _is_bool,
        "cap?": _is_int(1, 5000),
        "people?": _is_int(0, 5000),
        "nicknames?": _is_bool,
        "word?": _is_text(0, 64),
    },
    "went": {"to": _is_one_of(*Phase), "how?": _is_one_of(FULL, QUICK)},
    "routed": {"choice": _name, "reason?": _written},
    "supposed": {"decision": _number, "choices": _is_list(_name, 1, 100)},
    "opened": {},
    "closed": {},
    "shown": {},
    "varied": {"text": _written},
    "counted": {"decision": _number, "round": _number, "counts": _counts},
    "uncounted": {"decision": _number, "round": _number},
    "dealt": {"seed": _mark, "trainer?": _name},
    "reworded": {"word": _mark},
    "locked": {"is_locked": _is_bool},
    "limited": {"cap?": _is_int(1, 5000), "people?": _is_int(0, 5000)},
    "blocked": {"seat": _number, "is_blocked": _is_bool},
    "extended": {"minutes": _is_int(-60, 60)},
    "hid": {"said": _number, "is_hidden": _is_bool},
    "picked": {"said": _number, "is_picked": _is_bool},
    "walled": {"is_walled": _is_bool},
}
"""What the trainer does, at the projector or from the notes."""

_TOKEN = {"token": _mark}
KINDS: Mapping[str, Mapping[str, Check]] = {
    **TRAINER,
    **{kind: {**_TOKEN, **fields} for kind, fields in PHONE.items()},
}


def read(data: Any) -> Event:
    """The event that plain data tell. Raises Refused(MALFORMED) for anything else whatever."""
    if not isinstance(data, Mapping):
        raise Refused(Reason.MALFORMED)
    kind, at = data.get("kind"), data.get("at", "")
    fields = KINDS.get(kind) if isinstance(kind, str) else None
    facts = {key: value for key, value in data.items() if key not in ("kind", "at")}
    if fields is None or not _is_time(at) or not _fits(facts, fields):
        raise Refused(Reason.MALFORMED)
    return Event(str(kind), float(at), facts)


def _fits(facts: Mapping[str, Any], fields: Mapping[str, Check]) -> bool:
    checks = {name.rstrip("?"): check for name, check in fields.items()}
    needed = {name for name in fields if not name.endswith("?")}
    return needed <= facts.keys() <= checks.keys() and all(
        checks[name](value) for name, value in facts.items()
    )


def to_data(event: Event) -> dict[str, Any]:
    """The event as plain data for JSON."""
    return {"kind": event.kind, "at": event.at, **event.facts}
