"""Entries of a stream as JSON: one object a line, read with patience, for anything may stand in a store."""

from __future__ import annotations

import json
from typing import Any

from etika_sim.play.record import Event
from etika_sim.store.rows import Entry


def line_of(data: object) -> str:
    """Data as one line of JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def fields_of(entry: Entry) -> dict[str, Any]:
    """The fields of an entry; none if it holds no JSON object."""
    try:
        found = json.loads(entry.data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def texts_of(entry: Entry) -> dict[str, str]:
    """Those fields of an entry that are texts: what an event of a play is made of."""
    return {name: value for name, value in fields_of(entry).items() if isinstance(value, str)}


def event_of(entry: Entry) -> Event:
    """The event of a play that an entry holds; its kind is empty if it holds none."""
    texts = texts_of(entry)
    return Event(entry.n, entry.at, texts.pop("kind", ""), texts)
