"""Voting: rounds opened, closed and shown; votes keyed by token and round; hands typed and undone."""

from __future__ import annotations

from etika_sim.classroom.events import (
    Closed,
    Counted,
    Opened,
    Reason,
    Refused,
    Shown,
    Tabled,
    Uncounted,
    Varied,
    Voted,
)
from etika_sim.classroom.free_text import cleaned, put
from etika_sim.classroom.phases import VOTING, Trait, has
from etika_sim.classroom.state import (
    FIRST_VARY,
    HANDS,
    REASON,
    VARY,
    Ballot,
    Room,
    Round,
    Stage,
    Vote,
    round_of,
    with_ballot,
    with_round,
)

MOST_VARIED = 20
"""Quick votes at one decision."""


def opened(room: Room, _event: Opened) -> Room:
    """The round of this phase takes votes, for the first time or again."""
    number = VOTING.get(room.phase)
    ballot = room.ballot
    if number is None or ballot is None or room.open_round is not None:
        raise Refused(Reason.NOT_NOW)
    return with_ballot(room, with_round(ballot, ballot.rounds[-1]._replace(stage=Stage.OPEN)))


def closed(room: Room, _event: Closed) -> Room:
    """The open round takes no more votes."""
    if room.open_round is None:
        raise Refused(Reason.NOT_NOW)
    return quiet(room)


def quiet(room: Room) -> Room:
    """The room with no round open."""
    ballot, one = room.ballot, room.open_round
    if ballot is None or one is None:
        return room
    return with_ballot(room, with_round(ballot, one._replace(stage=Stage.CLOSED)))


def shown(room: Room, _event: Shown) -> Room:
    """The result of the last quick vote is shown; it closes with that."""
    ballot = room.ballot
    if ballot is None or not ballot.rounds or ballot.rounds[-1].asks != VARY:
        raise Refused(Reason.NOT_NOW)
    if ballot.rounds[-1].stage is Stage.SHOWN:
        raise Refused(Reason.DUPLICATE)
    return with_ballot(room, with_round(ballot, ballot.rounds[-1]._replace(stage=Stage.SHOWN)))


def varied(room: Room, event: Varied) -> Room:
    """A quick vote begins: what if something were different? It stands open at once."""
    ballot, text = room.ballot, cleaned(event.text)
    if not has(room.phase, Trait.VARIES) or ballot is None or not is_shown(ballot):
        raise Refused(Reason.NOT_NOW)
    number = max(FIRST_VARY, ballot.rounds[-1].number + 1)
    if number >= FIRST_VARY + MOST_VARIED:
        raise Refused(Reason.TOO_MANY)
    room = quiet(room)
    assert room.ballot is not None
    rounds = (*room.ballot.rounds, Round(number, VARY, text, Stage.OPEN))
    return with_ballot(room, room.ballot._replace(rounds=rounds))


def is_shown(ballot: Ballot) -> bool:
    """Whether the class has seen what it decided here."""
    return bool(ballot.rounds) and ballot.rounds[0].stage is Stage.SHOWN


# --- votes of phones and tables ---------------------------------------------------------------


def voted(room: Room, event: Voted) -> Room:
    """One person's vote, first or changed."""
    ballot, one = _asked(room, event)
    seat = room.seats[event.token]
    if seat.people:
        raise Refused(Reason.NOT_THIS_WAY)
    if event.option not in ballot.options:
        raise Refused(Reason.NOT_OFFERED)
    counts = tuple(int(option == event.option) for option in ballot.options)
    room = _kept(room, event, one, counts, event.option)
    if not event.reason.strip():
        return room
    slot = f"{ballot.number}.{one.number}"
    return put(room, REASON, event.token, slot, event.reason, ballot.number)


def tabled(room: Room, event: Tabled) -> Room:
    """A table's votes: how many of its people for each option, never more than sit there."""
    ballot, one = _asked(room, event)
    seat, counts = room.seats[event.token], event.counts
    if not seat.people:
        raise Refused(Reason.NOT_THIS_WAY)
    if len(counts) != len(ballot.options) or not 1 <= sum(counts) <= seat.people:
        raise Refused(Reason.WRONG_COUNT)
    return _kept(room, event, one, counts, None)


def _asked(room: Room, event: Voted | Tabled) -> tuple[Ballot, Round]:
    """The ballot and the open round that a vote is meant for.

    A sending that was counted once is a duplicate for ever, wherever the class stands by now.
    """
    number = event.decision
    if number > len(room.ballots):
        raise Refused(Reason.OTHER_DECISION)
    meant = room.ballots[number - 1]
    one = round_of(meant, event.round)
    if one and event.token in one.votes and event.nonce in one.votes[event.token].nonces:
        raise Refused(Reason.DUPLICATE)
    if number < len(room.ballots):
        raise Refused(Reason.OTHER_DECISION)
    if one is None or one.stage is not Stage.OPEN:
        raise Refused(Reason.ROUND_CLOSED)
    return meant, one


def _kept(room: Room, event: Voted | Tabled, one: Round, counts: tuple[int, ...], option: str | None) -> Room:
    token, ballot = event.token, room.ballot
    assert ballot is not None
    before = one.votes[token].nonces if token in one.votes else ()
    vote = Vote(counts, option, (*before, event.nonce))
    return with_ballot(room, with_round(ballot, one._replace(votes={**one.votes, token: vote})))


# --- hands ------------------------------------------------------------------------------------


def counted(room: Room, event: Counted) -> Room:
    """Hands counted and typed by the trainer, in the order of the letters; they replace the last count."""
    ballot, one = _counting(room, event)
    if HANDS not in room.settings.ways:
        raise Refused(Reason.NOT_THIS_WAY)
    if len(event.counts) != len(ballot.options):
        raise Refused(Reason.WRONG_COUNT)
    typed = (*one.hands, event.counts)
    return with_ballot(room, with_round(ballot, one._replace(hands=typed)))


def uncounted(room: Room, event: Uncounted) -> Room:
    """The last count of hands is taken back; the one before it holds again."""
    ballot, one = _counting(room, event)
    if not one.hands:
        raise Refused(Reason.NOTHING_TO_UNDO)
    return with_ballot(room, with_round(ballot, one._replace(hands=one.hands[:-1])))


def _counting(room: Room, event: Counted | Uncounted) -> tuple[Ballot, Round]:
    """The round that hands are counted for: any that has begun here, until the class goes on.

    Papers are often counted while the class talks already, and a slip is seen when the bars are.
    """
    ballot = room.ballot
    if ballot is None or ballot.number != event.decision:
        raise Refused(Reason.OTHER_DECISION)
    one = round_of(ballot, event.round)
    if one is None or (ballot.decided and one.asks != VARY):
        raise Refused(Reason.ROUND_CLOSED)
    return ballot, one
