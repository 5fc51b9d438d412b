"""Classes laid in the store, and the room that each of them tells.

A stream `class/<id>` holds the events of a room as JSON, entry n the n-th of them; entry 0 is `began`
and names the case and its key. The bytes of the case, and of its translation, are kept for the stream
by their digest, so that a class is told on the version that it played, whatever became of the file.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from etika_sim.checks.validate import Checked, Cited, check_case, check_translation
from etika_sim.classroom.events import TRAINER, Refused
from etika_sim.classroom.nouns import Room
from etika_sim.classroom.room import OtherCase, replay
from etika_sim.library.files import CannotRead
from etika_sim.library.load import NoSuchCase, load
from etika_sim.library.registers import ORIGINAL
from etika_sim.model import Scenario
from etika_sim.play.record import key_of
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry, Stream

PREFIX = "class/"

_SETTINGS = {name.rstrip("?") for name in TRAINER["began"]} | {"kind", "at"}


class Head(NamedTuple):
    """What is known of a class without its case: id, case, key, event, minutes, times, length."""

    id: str
    case: str
    key: str
    event: str
    minutes: int
    first: str
    last: str
    length: int


class CannotTell(Exception):
    """A class that can no longer be read, or whose case, as it was then, is not to be had."""


def stream_of(id: str) -> str:
    """The name of a class's stream."""
    return f"{PREFIX}{id}"


def classes(store: Store) -> list[Head]:
    """The classes that are kept, the one written last at the head; what is no class is left out."""
    found = []
    for stream in reversed(store.streams(PREFIX)):
        try:
            found.append(_head(stream, store.read(stream.name)))
        except CannotTell:
            continue
    return found


def ids(store: Store) -> list[str]:
    """The ids of all classes, whatever can be read of them, the one written last at the head."""
    return [stream.name.removeprefix(PREFIX) for stream in reversed(store.streams(PREFIX))]


def room_of(store: Store, id: str, language: str = ORIGINAL) -> Room:
    """The room as it stands after all that was kept, in that language if it is known. Raises CannotTell."""
    entries = store.read(stream_of(id))
    if not entries:
        raise CannotTell(id)
    events = [_data(id, entry) for entry in entries]
    events[0] = {name: value for name, value in events[0].items() if name in _SETTINGS}
    scenario = _scenario(store, id, str(events[0].get("case")), str(events[0].get("key")), language)
    try:
        return replay(scenario, events)
    except (Refused, OtherCase):
        raise CannotTell(id) from None


def _head(stream: Stream, entries: list[Entry]) -> Head:
    id = stream.name.removeprefix(PREFIX)
    data = _data(id, entries[0])
    try:
        texts = (str(data["case"]), str(data["key"]), str(data.get("event", "")))
        return Head(id, *texts, int(data["minutes"]), stream.first, stream.last, stream.length)
    except (KeyError, TypeError, ValueError):
        raise CannotTell(id) from None


def _data(id: str, entry: Entry) -> dict[str, Any]:
    """The event that an entry holds. Raises CannotTell."""
    try:
        data = json.loads(entry.data)
    except (ValueError, RecursionError):
        raise CannotTell(id) from None
    if not isinstance(data, dict):
        raise CannotTell(id)
    return data


def _scenario(store: Store, id: str, case: str, key: str, language: str) -> Scenario:
    """The case as it was played: from the bytes kept with the class, else from a file that plays alike."""
    contents = [content for name in store.versions(stream_of(id)) if (content := store.fetch(name))]
    for raw in contents:
        checked = check_case(raw, case, case, Cited(None, None), proved=True)
        if checked.scenario is not None and key_of(checked.scenario) == key:
            others = [content for content in contents if content is not raw]
            return _told(checked, others, language) or _of_library(case, key, language) or checked.scenario
    found = _of_library(case, key, language)
    if found is None:
        raise CannotTell(id)
    return found


def _told(original: Checked, others: list[bytes], language: str) -> Scenario | None:
    """The case in that language, if the bytes kept with it are enough."""
    if language == ORIGINAL:
        return original.scenario
    for raw in others:
        laid = check_translation(raw, original, language, original.name, Cited(None, None))
        if laid.scenario is not None:
            return laid.scenario
    return None


def _of_library(case: str, key: str, language: str) -> Scenario | None:
    """The case of that id as it is found now, if it plays like the one that was played."""
    try:
        scenario = load(case, language).scenario
    except (NoSuchCase, CannotRead):
        return None
    return scenario if scenario is not None and key_of(scenario) == key else None
