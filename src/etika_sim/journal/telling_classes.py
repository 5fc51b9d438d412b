"""Classes told afterwards: the room of one that is kept, in the language wanted."""

from __future__ import annotations

import json

from etika_sim.classroom.room import replay
from etika_sim.classroom.state import Room
from etika_sim.journal.classes import PREFIX, Kept, read
from etika_sim.library.files import CannotRead
from etika_sim.library.load import NoSuchCase, load
from etika_sim.model import Scenario
from etika_sim.play.record import key_of
from etika_sim.store.log import Store


def names(store: Store) -> list[str]:
    """The ids of all classes, whatever can be read of them, the one written last at the head."""
    return [stream.name.removeprefix(PREFIX) for stream in reversed(store.streams(PREFIX))]


def room_in(store: Store, session: str, language: str) -> tuple[Kept, Room]:
    """A class as it is kept, and its room with the texts of that language if they are known.

    Raises CannotTell.
    """
    kept = read(store, session)
    told = _told(kept, language)
    if told is kept.version.scenario:
        return kept, kept.room
    return kept, replay(told, [json.loads(entry.data) for entry in store.read(PREFIX + session)])


def _told(kept: Kept, language: str) -> Scenario:
    """The case in that language: out of what was kept with the class, else of a file that plays alike."""
    original = kept.version.scenario
    if language == original.language:
        return original
    if language in kept.version.told:
        return kept.version.told[language]
    try:
        found = load(original.id, language).scenario
    except (NoSuchCase, CannotRead):
        return original
    return found if found is not None and key_of(found) == key_of(original) else original
