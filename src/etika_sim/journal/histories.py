"""Tolerant reader of stored plays: replays what it can, counts what it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from etika_sim.journal import plays
from etika_sim.journal.entries import event_of
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import CannotResume, Head
from etika_sim.model import Scenario
from etika_sim.play.engine import NoWay, Play
from etika_sim.play.record import CHOSE, LEFT, Event, Record, replay
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

Versions = dict[tuple[str, ...], Scenario]
"""Scenarios that were read already, by the digests of their versions."""


class Told(NamedTuple):
    """What a stream tells: its head, its events, and the play, if it can still be replayed."""

    head: Head
    events: tuple[Event, ...]
    play: Play | None

    @property
    def record(self) -> Record:
        """The play as data."""
        head = self.head
        return Record(head.case, head.key, head.seed, head.language, self.events)


def tell(store: Store, owner: Owner) -> tuple[list[Told], int]:
    """The owner's plays in the order of their last writing, and how many streams tell nothing at all.

    Raises StoreTrouble.
    """
    versions: Versions = {}
    told: list[Told] = []
    lost = 0
    for stream in store.streams(owner.plays):
        try:
            told.append(_tell_stream(store, stream.name, versions))
        except CannotResume:
            lost += 1
    return told, lost


def _tell_stream(store: Store, stream: str, versions: Versions) -> Told:
    """What a stream tells. Raises CannotResume if it does not even say which case it is of."""
    with _damage_is_loss(stream):
        entries = store.read(stream)
    told = Told(plays.head_of(stream, entries), events_of(entries[1:]), None)
    with suppress(CannotResume, NoWay):
        if told.head.versions not in versions:
            with _damage_is_loss(stream):
                versions[told.head.versions] = plays.version(store, told.head)
        return told._replace(play=_replay(told.record, versions[told.head.versions]))
    return told


@contextmanager
def _damage_is_loss(stream: str) -> Iterator[None]:
    """What is damaged can no longer be read; any other trouble is one of the whole store."""
    try:
        yield
    except StoreTrouble as trouble:
        if trouble.reason != "damaged":
            raise
        raise CannotResume(stream) from trouble


def _replay(record: Record, scenario: Scenario) -> Play | None:
    """The play that a record tells, or None if it does not tell one to its end. Raises NoWay."""
    if not all(event.kind and (event.kind != CHOSE or "choice" in event.facts) for event in record.events):
        return None
    play, stop = replay(record, scenario)
    return play if stop is None else None


def events_of(entries: Iterable[Entry]) -> tuple[Event, ...]:
    """The events that the entries behind a head tell; one that tells none has an empty kind."""
    return tuple(event_of(entry) for entry in entries)


def once(told: Iterable[Told]) -> list[Told]:
    """Each play once: one that was moved to a new version is two streams, and the old one was given up."""
    told = list(told)
    last = {_beginning(one): one.head.stream for one in told}
    last |= {_beginning(one): one.head.stream for one in told if not _is_given_up(one)}
    return [one for one in told if not _is_given_up(one) or last[_beginning(one)] == one.head.stream]


def _is_given_up(told: Told) -> bool:
    return bool(told.events) and told.events[-1].kind == LEFT


def _beginning(told: Told) -> tuple[object, ...]:
    """What a play and its move to another version have in common, and no other play."""
    if not told.events:
        return (told.head.stream,)
    first = told.events[0]
    return (told.head.case, told.head.seed, first.at, first.kind, *sorted(first.facts.items()))
