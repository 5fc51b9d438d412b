"""Roles, dealt per group: one full set each, everybody else observes, nobody plays his own job."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from etika_sim.classroom.events import Dealt, Passed, Reason, Refused
from etika_sim.classroom.phases import Trait, has
from etika_sim.classroom.state import Cast, Part, Room, Seat, with_seat


def dealt(room: Room, event: Dealt) -> Room:
    """Roles dealt anew to all phones; a table's device is a group of its own and gets no role.

    There are as many groups as settled, or as leave an observer in each; never more than can be
    given a full set. The order is by SHA-256 of "seed/token".
    """
    _check_time(room)
    roles, trainer = room.scenario.roles, event.trainer
    if not roles:
        raise Refused(Reason.NO_ROLES)
    if trainer is not None and trainer not in roles:
        raise Refused(Reason.NONE_SUCH)
    seats = {token: seat for token, seat in room.seats.items() if not seat.is_blocked}
    phones = [token for token, seat in seats.items() if not seat.people]
    phones.sort(key=lambda token: (seats[token].rests, _rank(event.seed, token)))
    played = [role for role in roles if role != trainer]
    players = sum(not seats[token].rests for token in phones)
    wanted = room.settings.groups or players // (len(played) + 1)
    groups = max(1, min(wanted, players // max(1, len(played))))
    parts: dict[str, Part] = {}
    for group in range(groups):
        parts |= _filled(group + 1, phones[group::groups], played, {}, seats)
    for group, token in enumerate((token for token, seat in seats.items() if seat.people), groups + 1):
        parts[token] = Part(group, None)
    return room._replace(cast=Cast(event.seed, groups, parts, trainer))


def passed(room: Room, event: Passed) -> Room:
    """Somebody passes his role on: it is his own job (another may be his), or he would rather not play."""
    _check_time(room)
    token, cast = event.token, room.cast
    seat, part = room.seats[token], cast.parts.get(token) if cast else None
    if event.why == "rest":
        if seat.rests:
            raise Refused(Reason.DUPLICATE)
        seat = seat._replace(rests=True)
    elif part is None or part.role is None:
        raise Refused(Reason.NONE_SUCH)
    else:
        seat = seat._replace(never=seat.never | {part.role})
    room = with_seat(room, token, seat)
    if cast is None or part is None or part.role is None:
        return room
    given_up = cast._replace(parts={**cast.parts, token: part._replace(role=None)})
    return room._replace(cast=_refilled(room, given_up, part.group))


def placed(room: Room, token: str) -> Room:
    """The room with somebody new to the cast: in the smallest group, with a role that is still missing."""
    cast = room.cast
    if cast is None:
        return room
    others = {name: part for name, part in cast.parts.items() if name != token}
    used = [part.group for part in others.values()]
    if room.seats[token].people:
        group = max([cast.groups, *used]) + 1
        return room._replace(cast=cast._replace(parts={**others, token: Part(group, None)}))
    group = min(range(1, cast.groups + 1), key=used.count)
    joined = cast._replace(parts={**others, token: Part(group, None)})
    is_in_time = has(room.phase, Trait.DEALS)
    return room._replace(cast=_refilled(room, joined, group) if is_in_time else joined)


def missing(room: Room, group: int) -> tuple[str, ...]:
    """The roles of a group that nobody plays, in the order of the case."""
    cast = room.cast
    if cast is None:
        return ()
    held = {part.role for part in cast.parts.values() if part.group == group}
    return tuple(role for role in room.scenario.roles if role not in held and role != cast.trainer)


def _check_time(room: Room) -> None:
    if not has(room.phase, Trait.DEALS):
        raise Refused(Reason.NOT_NOW)


def _refilled(room: Room, cast: Cast, group: int) -> Cast:
    members = [token for token, part in cast.parts.items() if part.group == group]
    held = {role: token for token in members if (role := cast.parts[token].role) is not None}
    members.sort(key=lambda token: (cast.parts[token].role is not None, _rank(cast.seed, token)))
    played = [role for role in room.scenario.roles if role != cast.trainer]
    parts = _filled(group, members, played, held, room.seats)
    return cast._replace(parts={**cast.parts, **parts})


def _filled(
    group: int, members: list[str], played: Iterable[str], held: dict[str, str], seats: Mapping[str, Seat]
) -> dict[str, Part]:
    """The parts of a group after every role that can be filled is, moving holders where that helps.

    Kuhn's augmenting paths: a role without a player takes one whose own role another can take.
    """

    def find(role: str, tried: set[str]) -> bool:
        holders = {token: name for name, token in held.items()}
        for token in members:
            if token in tried or seats[token].rests or role in seats[token].never:
                continue
            tried.add(token)
            if token not in holders or find(holders[token], tried):
                held[role] = token
                return True
        return False

    for role in played:
        if role not in held:
            find(role, set())
    roles = {token: role for role, token in held.items()}
    return {token: Part(group, roles.get(token)) for token in members}


def _rank(seed: str, token: str) -> str:
    return hashlib.sha256(f"{seed}/{token}".encode()).hexdigest()
