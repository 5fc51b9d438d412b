"""Who is in the room: joining by the word on the screen, tables, and keeping a room in order."""

from __future__ import annotations

from etika_sim.classroom.events import (
    Blocked,
    Joined,
    Limited,
    Locked,
    Named,
    Reason,
    Refused,
    Reworded,
    Seated,
)
from etika_sim.classroom.roles import placed
from etika_sim.classroom.state import PHONES, TABLES, Room, Seat, Stage, Word, with_ballot, with_seat
from etika_sim.prose import safe_line

WORD_LASTS = 180.0
"""Seconds for which a join word is good after another has taken its place on the screen."""

LONGEST_NAME = 20


def joined(room: Room, event: Joined) -> Room:
    """A new seat for a new token; the server gave both the token and the pair of words as a name."""
    people = event.people
    if event.token in room.seats:
        raise Refused(Reason.DUPLICATE)
    if room.is_locked:
        raise Refused(Reason.LOCKED)
    if not _is_good(room, event.word):
        raise Refused(Reason.WRONG_WORD)
    _check_way(room, people)
    if sum(not seat.is_blocked for seat in room.seats.values()) >= room.settings.cap:
        raise Refused(Reason.FULL)
    seat = Seat(len(room.seats) + 1, safe_line(event.name), people)
    return placed(with_seat(room, event.token, seat), event.token)


def seated(room: Room, event: Seated) -> Room:
    """A device says how many sit at its table, or with 0 that it is a phone of one's own."""
    token, people = event.token, event.people
    _check_way(room, people)
    seat = room.seats[token]
    changed = with_seat(room, token, seat._replace(people=people))
    return placed(changed, token) if bool(people) != bool(seat.people) else changed


def named(room: Room, event: Named) -> Room:
    """A nickname, where the trainer allows them."""
    name = safe_line(event.name)
    if not room.settings.nicknames:
        raise Refused(Reason.NO_NICKNAMES)
    if not name:
        raise Refused(Reason.EMPTY)
    if len(name) > LONGEST_NAME:
        raise Refused(Reason.TOO_LONG)
    return with_seat(room, event.token, room.seats[event.token]._replace(name=name))


def reworded(room: Room, event: Reworded) -> Room:
    """Another join word; the one before stays good for three minutes."""
    good = tuple(word for word in room.words if word.until is None or word.until >= room.now)
    until = room.now + WORD_LASTS
    aged = tuple(word._replace(until=until) if word.until is None else word for word in good)
    return room._replace(words=(*aged, Word(event.word)))


def locked(room: Room, event: Locked) -> Room:
    """Nobody new comes in; who has a seat keeps it."""
    return room._replace(is_locked=event.is_locked)


def limited(room: Room, event: Limited) -> Room:
    """The number of seats, or of heads counted, set anew."""
    settings = room.settings
    cap = settings.cap if event.cap is None else event.cap
    people = settings.people if event.people is None else event.people
    return room._replace(settings=settings._replace(cap=cap, people=people))


def blocked(room: Room, event: Blocked) -> Room:
    """A seat is silenced, or let back in; silencing takes back its votes in rounds not yet shown."""
    found = [(token, seat) for token, seat in room.seats.items() if seat.number == event.seat]
    if not found:
        raise Refused(Reason.NONE_SUCH)
    ((token, seat),) = found
    room = with_seat(room, token, seat._replace(is_blocked=event.is_blocked))
    ballot = room.ballot
    if ballot is None or not event.is_blocked:
        return room
    rounds = tuple(
        one
        if one.stage is Stage.SHOWN
        else one._replace(votes={key: vote for key, vote in one.votes.items() if key != token})
        for one in ballot.rounds
    )
    return with_ballot(room, ballot._replace(rounds=rounds))


def _is_good(room: Room, typed: str) -> bool:
    """Whether a typed word is on the screen, or was until three minutes ago; no word, no check."""
    good = [one.word for one in room.words if one.until is None or one.until >= room.now]
    return not any(good) or typed.strip().casefold() in [word.casefold() for word in good]


def _check_way(room: Room, people: int) -> None:
    if (TABLES if people else PHONES) not in room.settings.ways:
        raise Refused(Reason.NOT_THIS_WAY)
