"""Events as plain data for JSON, and back, strictly.

An event is `{"kind": ..., "at": seconds, ...}`: the kind is the noun's name in small letters, and
what stands at its default is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etika_sim.classroom.events import KINDS, Began, Event, Nouns, Reason, Refused, kind_of
from etika_sim.classroom.state import Settings
from etika_sim.classroom.values import BadValue, Value, moment, values_of

VALUES: Mapping[Any, Mapping[str, Value]] = {noun: values_of(noun) for noun in (*KINDS.values(), Settings)}
"""How the fields of each kind of event are read, and those of the settings of a class."""

_MISSING = object()


def fields_of(noun: type[Event]) -> dict[str, Value]:
    """The fields of a kind of event but its time; the settings of a class stand flat beside them."""
    own = {name: value for name, value in VALUES[noun].items() if name != "at"}
    return own if noun is not Began else {**own, **VALUES[Settings]}


def read(data: Any, nouns: Nouns = KINDS) -> Event:
    """The event that plain data tell.

    Raises Refused: NOT_YOURS for a kind that is not among `nouns`, MALFORMED for anything else.
    """
    if not isinstance(data, Mapping) or not isinstance(kind := data.get("kind"), str) or kind not in KINDS:
        raise Refused(Reason.MALFORMED)
    if kind not in nouns:
        raise Refused(Reason.NOT_YOURS)
    try:
        return _made(KINDS[kind], {name: data[name] for name in data if name != "kind"})
    except BadValue:
        raise Refused(Reason.MALFORMED) from None


def _made(noun: type[Event], facts: Mapping[str, Any]) -> Event:
    """The event of those facts. Raises BadValue."""
    at, said = moment(facts.get("at")), {name: facts[name] for name in facts if name != "at"}
    if noun is Began:
        settled = {name: said.pop(name) for name in Settings._fields if name in said}
        return Began(**_typed(Began, said), settings=Settings(**_typed(Settings, settled)), at=at)
    return noun(**_typed(noun, said), at=at)


def _typed(noun: type[Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as the noun types them. Raises BadValue."""
    known = {name: value for name, value in VALUES[noun].items() if name != "at"}
    if not {name for name, value in known.items() if not value.is_optional} <= said.keys() <= known.keys():
        raise BadValue
    return {name: known[name].read(value) for name, value in said.items()}


def check(event: Event) -> None:
    """Raises Refused(MALFORMED) where a field holds what it may not."""
    nouns: list[Any] = [event, event.settings] if isinstance(event, Began) else [event]
    try:
        for noun in nouns:
            for name, value in VALUES[type(noun)].items():
                held = getattr(noun, name)
                if held != noun._field_defaults.get(name, _MISSING):
                    value.read(held)
    except BadValue:
        raise Refused(Reason.MALFORMED) from None


def to_data(event: Event) -> dict[str, Any]:
    """The event as plain data for JSON, as `read` takes it."""
    facts = _said(event)
    if isinstance(event, Began):
        facts = {**_said(event.settings), **{name: facts[name] for name in facts if name != "settings"}}
    return {"kind": kind_of(event), "at": event.at, **{name: facts[name] for name in facts if name != "at"}}


def _said(noun: Any) -> dict[str, Any]:
    """The fields of a noun that are not at their defaults, tuples as lists."""
    return {
        name: list(value) if isinstance(value, tuple) and not hasattr(value, "_fields") else value
        for name, value in zip(noun._fields, noun, strict=True)
        if name not in noun._field_defaults or value != noun._field_defaults[name]
    }
