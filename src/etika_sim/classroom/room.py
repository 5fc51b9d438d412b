"""Events in, room out. Pure: knows no network, no clock, no dice, no screen and no words.

Law: a room is its events. `apply` either gives the next room or raises Refused and changes nothing;
`hear` is the same and never raises; `replay` gives the same room again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.classroom import free_text, progression, roles, seats, votes
from etika_sim.classroom.event_data import check, read
from etika_sim.classroom.events import (
    Answered,
    Asked,
    Began,
    Blocked,
    Closed,
    Committed,
    Counted,
    Dealt,
    Event,
    Extended,
    Hid,
    Joined,
    Limited,
    Locked,
    Named,
    Opened,
    Passed,
    PhoneEvent,
    Picked,
    Quoted,
    Reason,
    Refused,
    Reworded,
    Routed,
    Seated,
    Shown,
    Supposed,
    Tabled,
    Ticked,
    Uncounted,
    Varied,
    Voted,
    Walled,
    Went,
)
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.state import Room, Settings, Word, with_seat
from etika_sim.model import Scenario
from etika_sim.play.engine import start
from etika_sim.play.record import key_of
from etika_sim.prose import safe_line

MOST_HEARD = 400
"""Events taken from one seat; nobody needs a quarter of them."""

AFTERWARDS = (Hid, Picked)
"""What the trainer may still do when the class is closed: choose texts for the report."""

Handler = Callable[[Room, Any], Room]
"""Takes the room and an event of its own kind."""

HANDLERS: Mapping[type[Event], Handler] = {
    Joined: seats.joined,
    Seated: seats.seated,
    Named: seats.named,
    Passed: roles.passed,
    Voted: votes.voted,
    Tabled: votes.tabled,
    Ticked: free_text.ticked,
    Quoted: free_text.quoted,
    Asked: free_text.asked,
    Committed: free_text.committed,
    Answered: free_text.answered,
    Went: progression.went,
    Routed: progression.routed,
    Supposed: progression.supposed,
    Opened: votes.opened,
    Closed: votes.closed,
    Shown: votes.shown,
    Varied: votes.varied,
    Counted: votes.counted,
    Uncounted: votes.uncounted,
    Dealt: roles.dealt,
    Reworded: seats.reworded,
    Locked: seats.locked,
    Limited: seats.limited,
    Blocked: seats.blocked,
    Extended: progression.extended,
    Hid: free_text.hid,
    Picked: free_text.picked,
    Walled: free_text.walled,
}


class OtherCase(ValueError):
    """The events tell of another case than the one given, or of another version of it."""


class Heard(NamedTuple):
    """What came of something sent: the room after it, and the event to keep, if it is news.

    `reason` says why it was refused. Without event and reason it was known already: the answer is
    the same receipt as the first time. Keep `event` on disk before `room` is shown to anybody.
    """

    room: Room
    event: Event | None = None
    reason: Reason | None = None


def opening(scenario: Scenario, at: float, settings: Settings, word: str = "") -> Began:
    """The first event of a class on this case. Raises Refused(MALFORMED) for settings out of range."""
    first = Began(scenario.id, key_of(scenario), settings, word, at)
    check(first)
    return first


def began(scenario: Scenario, event: Event) -> Room:
    """The room that a first event opens. Raises OtherCase; Refused(NOT_NOW) for any other event."""
    if not isinstance(event, Began):
        raise Refused(Reason.NOT_NOW)
    if (event.case, event.key) != (scenario.id, key_of(scenario)):
        raise OtherCase(event.case)
    settings = event.settings._replace(
        event=safe_line(event.settings.event), ways=tuple(dict.fromkeys(event.settings.ways))
    )
    play = start(scenario, scenario.id)
    return Room(scenario, event.key, settings, play, (Word(event.word),), now=event.at, since=event.at)


def apply(room: Room, event: Event) -> Room:
    """The room after an event. Raises Refused with the reason; the room given stays as it was.

    Time never runs backwards in a room, whatever the clock of the shell does.
    """
    if isinstance(event, Began):
        raise Refused(Reason.NOT_NOW)
    if room.phase is Phase.CLOSED and not isinstance(event, AFTERWARDS):
        raise Refused(Reason.OVER)
    earlier, handle = room._replace(now=max(room.now, event.at), n=room.n + 1), HANDLERS[type(event)]
    if isinstance(event, Joined) or not isinstance(event, PhoneEvent):
        return handle(earlier, event)
    _check_seat(room, event.token)
    later = handle(earlier, event)
    seat = later.seats[event.token]
    return with_seat(later, event.token, seat._replace(heard=seat.heard + 1))


def _check_seat(room: Room, token: str) -> None:
    seat = room.seats.get(token)
    if seat is None:
        raise Refused(Reason.NO_SEAT)
    if seat.is_blocked:
        raise Refused(Reason.BLOCKED)
    if seat.heard >= MOST_HEARD:
        raise Refused(Reason.TOO_MANY)


def hear(room: Room, event: Event) -> Heard:
    """What comes of an event, whoever made it; one with a value out of range is refused like any other."""
    try:
        check(event)
        return Heard(apply(room, event), event)
    except Refused as refused:
        is_known = refused.reason is Reason.DUPLICATE
        return Heard(room, reason=None if is_known else refused.reason)


def replay(scenario: Scenario, events: Iterable[Any]) -> Room:
    """The room that a journal of plain data tells; Refused or OtherCase if it is not one of ours."""
    first, *rest = events
    room = began(scenario, read(first))
    for data in rest:
        room = apply(room, read(data))
    return room
