"""Events in, room out. Pure: knows no network, no clock, no dice, no screen and no words.

Law: a room is its events. `apply` either gives the next room or raises Refused and changes nothing;
`hear` is the same for what comes from outside and never raises; `replay` gives the same room again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.classroom import free_text, progression, roles, seats, votes
from etika_sim.classroom.events import PHONE, Event, Reason, Refused, read, to_data
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.state import Room, Settings, Word, with_seat
from etika_sim.model import Scenario
from etika_sim.play.engine import start
from etika_sim.play.record import key_of
from etika_sim.prose import safe_line

MOST_HEARD = 400
"""Events taken from one seat; nobody needs a quarter of them."""

AFTERWARDS = ("hid", "picked")
"""What the trainer may still do when the class is closed: choose texts for the report."""

Handler = Callable[[Room, Mapping[str, Any]], Room]

HANDLERS: Mapping[str, Handler] = {
    "joined": seats.joined,
    "seated": seats.seated,
    "named": seats.named,
    "passed": roles.passed,
    "voted": votes.voted,
    "tabled": votes.tabled,
    "ticked": free_text.ticked,
    "quoted": free_text.quoted,
    "asked": free_text.asked,
    "committed": free_text.committed,
    "answered": free_text.answered,
    "went": progression.went,
    "routed": progression.routed,
    "supposed": progression.supposed,
    "opened": votes.opened,
    "closed": votes.closed,
    "shown": votes.shown,
    "varied": votes.varied,
    "counted": votes.counted,
    "uncounted": votes.uncounted,
    "dealt": roles.dealt,
    "reworded": seats.reworded,
    "locked": seats.locked,
    "limited": seats.limited,
    "blocked": seats.blocked,
    "extended": progression.extended,
    "hid": free_text.hid,
    "picked": free_text.picked,
    "walled": free_text.walled,
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


def opening(scenario: Scenario, at: float, minutes: int, **settings: Any) -> Event:
    """The first event of a class on this case; raises Refused(MALFORMED) for settings out of range."""
    head = {"kind": "began", "at": at, "case": scenario.id, "key": key_of(scenario)}
    return read({**head, "minutes": minutes, **settings})


def began(scenario: Scenario, event: Event) -> Room:
    """The room that a first event opens. Raises OtherCase; Refused(NOT_NOW) for any other event."""
    if event.kind != "began":
        raise Refused(Reason.NOT_NOW)
    facts = dict(event.facts)
    if (facts["case"], facts["key"]) != (scenario.id, key_of(scenario)):
        raise OtherCase(facts["case"])
    word = Word(facts.pop("word", ""))
    facts["event"] = safe_line(facts.get("event", ""))
    if "ways" in facts:
        facts["ways"] = tuple(dict.fromkeys(facts["ways"]))
    play = start(scenario, scenario.id)
    return Room(scenario, Settings(**facts), play, (word,), now=event.at, since=event.at)


def apply(room: Room, event: Event) -> Room:
    """The room after an event. Raises Refused with the reason; the room given stays as it was.

    Time never runs backwards in a room, whatever the clock of the shell does.
    """
    if event.kind not in HANDLERS or (room.phase is Phase.CLOSED and event.kind not in AFTERWARDS):
        raise Refused(Reason.NOT_NOW if event.kind not in HANDLERS else Reason.OVER)
    earlier = room._replace(now=max(room.now, event.at), n=room.n + 1)
    if event.kind not in PHONE or event.kind == "joined":
        return HANDLERS[event.kind](earlier, event.facts)
    token = event.facts["token"]
    _check_seat(room, token)
    later = HANDLERS[event.kind](earlier, event.facts)
    seat = later.seats[token]
    return with_seat(later, token, seat._replace(heard=seat.heard + 1))


def _check_seat(room: Room, token: str) -> None:
    seat = room.seats.get(token)
    if seat is None:
        raise Refused(Reason.NO_SEAT)
    if seat.is_blocked:
        raise Refused(Reason.BLOCKED)
    if seat.heard >= MOST_HEARD:
        raise Refused(Reason.TOO_MANY)


def hear(room: Room, data: Any, kinds: Collection[str] = PHONE) -> Heard:
    """What comes of data from outside, whatever they are; only events of `kinds` are listened to.

    The server puts in the `token` it knows the phone by and the time; a phone tells neither.
    """
    try:
        event = read(data)
        if event.kind not in kinds:
            raise Refused(Reason.NOT_YOURS)
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


def as_data(event: Event) -> dict[str, Any]:
    """The event as plain data for JSON, as `replay` takes it."""
    return to_data(event)
