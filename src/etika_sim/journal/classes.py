"""Stored classes: the events of a room, and the version of the case that it plays.

A stream `class/<id>` holds the events of the room as they are, entry n being event n; entry 0 is
`began`. The bytes of the case and of its translations are kept beside it by their digest, so that a
class goes on, and is told, on the version it began with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from etika_sim.checks.validate import Checked, Cited, check_case, check_translation
from etika_sim.classroom.events import Refused
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.room import OtherCase, replay
from etika_sim.classroom.state import Room
from etika_sim.journal.entries import fields_of, line_of
from etika_sim.journal.plays import Log
from etika_sim.languages import TRANSLATIONS
from etika_sim.library.files import CannotRead
from etika_sim.library.load import NoSuchCase, load
from etika_sim.model import Scenario
from etika_sim.play.record import key_of
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

PREFIX = "class/"
ANY = Cited(None, None)


class CannotTell(Exception):
    """A class that is not there, that cannot be read, or whose version of the case cannot."""


class Session(NamedTuple):
    """A class in the store: its id, when it began and went on last (ISO), and what its first event says."""

    id: str
    began: str
    last: str
    length: int
    case: str
    event: str


class Version(NamedTuple):
    """A case as a class plays it: in its own language, and in others by their code; the bytes of it all."""

    scenario: Scenario
    told: Mapping[str, Scenario]
    sources: tuple[bytes, ...]


class Kept(NamedTuple):
    """A class read back: its session, its room, and the case it plays."""

    session: Session
    room: Room
    version: Version


class Journal:
    """Writes the events of one class, as `Live` wants it; `keep` raises StoreTrouble, Taken or Gone.

    When the trainer has decided to go on without the disk (`waits`), what cannot be written is held
    and written as soon as it can be, in order.
    """

    def __init__(self, log: Log, session: str, now: Callable[[], str], sources: Sequence[bytes] = ()) -> None:
        self._log, self._stream, self._now, self._sources = log, PREFIX + session, now, sources
        self._held: list[Entry] = []
        self.waits = False

    def keep(self, first: int, events: Sequence[dict[str, Any]]) -> None:
        """Put events on disk, the first of them under that number."""
        at = self._now()
        entries = [Entry(first + n, at, line_of(event)) for n, event in enumerate(events)]
        try:
            self._log.extend(self._stream, [*self._held, *entries], self._sources if not first else ())
        except StoreTrouble:
            if not self.waits:
                raise
            self._held += entries
            return
        self._held = []

    @property
    def holds(self) -> int:
        """How many events are not on disk."""
        return len(self._held)


def sessions(store: Store) -> list[Session]:
    """The classes in the store, the one that went on last first; those that cannot be read are left out."""
    found = []
    for stream in reversed(store.streams(PREFIX)):
        head = fields_of(store.read(stream.name)[0])
        if head.get("kind") == "began":
            case, event = str(head.get("case", "")), str(head.get("event", ""))
            name = stream.name.removeprefix(PREFIX)
            found.append(Session(name, stream.first, stream.last, stream.length, case, event))
    return found


def read(store: Store, session: str) -> Kept:
    """A class as it stands in the store. Raises CannotTell."""
    found = next((one for one in sessions(store) if one.id == session), None)
    if found is None:
        raise CannotTell(session)
    events = [fields_of(entry) for entry in store.read(PREFIX + session)]
    kept = version(store, session, str(events[0].get("key", "")))
    try:
        return Kept(found, replay(kept.scenario, events), kept)
    except (Refused, OtherCase):
        raise CannotTell(session) from None


def names(store: Store) -> list[str]:
    """The ids of all classes, whatever can be read of them, the one written last at the head."""
    return [stream.name.removeprefix(PREFIX) for stream in reversed(store.streams(PREFIX))]


def room_in(store: Store, session: str, language: str) -> tuple[Kept, Room]:
    """A class as it is kept, and its room with the texts of that language if they are known.

    Raises CannotTell.
    """
    kept = read(store, session)
    told = _in_language(kept, language)
    if told is kept.version.scenario:
        return kept, kept.room
    return kept, replay(told, [fields_of(entry) for entry in store.read(PREFIX + session)])


def phase_of(store: Store, session: str) -> Phase:
    """The phase that a class stands in, as its last steps tell, without playing it again."""
    for entry in reversed(store.read(PREFIX + session)):
        event = fields_of(entry)
        if event.get("kind") == "routed":
            return Phase.ROUTE
        if event.get("kind") == "went":
            return Phase(event["to"])
    return Phase.LOBBY


def version(store: Store, session: str, key: str) -> Version:
    """The case that a class plays, out of what is kept for it. Raises CannotTell."""
    contents = [store.fetch(digest) for digest in store.versions(PREFIX + session)]
    case = fields_of(store.read(PREFIX + session)[0]).get("case", "")
    sources = tuple(content for content in contents if content is not None)
    for n, source in enumerate(sources):
        checked = check_case(source, str(case), str(case), ANY, proved=True)
        if checked.scenario is not None and key_of(checked.scenario) == key:
            others = (*sources[:n], *sources[n + 1 :])
            return Version(checked.scenario, _translations(checked, others), (source, *others))
    raise CannotTell(session)


def _translations(checked: Checked, sources: Iterable[bytes]) -> dict[str, Scenario]:
    """The case in other languages, out of those sources that are translations of it."""
    told = {}
    for source in sources:
        for language in TRANSLATIONS:
            laid = check_translation(source, checked, language, language, ANY)
            if laid.scenario is not None:
                told[language] = laid.scenario
    return told


def _in_language(kept: Kept, language: str) -> Scenario:
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
