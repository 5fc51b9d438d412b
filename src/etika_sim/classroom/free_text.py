"""Free text from the room: questions, quotes, reasons, commitments, the exit form. All of it made safe."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.classroom.events import (
    Answered,
    Asked,
    Committed,
    Hid,
    Picked,
    Quoted,
    Reason,
    Refused,
    Ticked,
    Walled,
)
from etika_sim.classroom.phases import AT_A_DECISION, Phase
from etika_sim.classroom.state import (
    COMMITMENT,
    FAREWELL,
    QUESTION,
    QUOTE,
    REASON,
    Ballot,
    Room,
    Said,
    with_ballot,
)
from etika_sim.locale import N_
from etika_sim.prose import safe_line

NAMES: Mapping[str, str] = {
    QUESTION: N_("Question"),
    QUOTE: N_("Heard by an observer"),
    REASON: N_("Reason for a vote"),
    COMMITMENT: N_("Commitment"),
    FAREWELL: N_("At the end"),
}
"""What a trainer reads before a text of that kind."""

LONGEST = 200
"""Letters of a free text."""

MOST_QUESTIONS, MOST_QUOTES = 10, 5
"""Questions of one seat; quotes of one observer at one decision."""


def cleaned(text: str) -> str:
    """The text safe and on one line. Raises Refused if nothing is left, or too much."""
    line = safe_line(text)
    if not line:
        raise Refused(Reason.EMPTY)
    if len(line) > LONGEST:
        raise Refused(Reason.TOO_LONG)
    return line


def put(room: Room, kind: str, token: str, slot: str, text: str, decision: int = 0) -> Room:
    """The room with that text; what the same seat said in the same slot before is replaced.

    A text that was hidden stays hidden when it is written anew; one that was picked must be
    picked again, since the trainer has not read it.
    """
    line = cleaned(text)
    old = find(room, kind, token, slot)
    if old is not None and old.text == line:
        return room
    number = old.number if old else room.numbered + 1
    new = Said(number, kind, token, slot, line, decision, is_hidden=bool(old and old.is_hidden))
    others = tuple(one for one in room.said if one is not old)
    said = tuple(sorted((*others, new)))
    return room._replace(said=said, numbered=max(room.numbered, number))


def find(room: Room, kind: str, token: str, slot: str) -> Said | None:
    """What that seat said in that slot."""
    return next((one for one in room.said if (one.kind, one.token, one.slot) == (kind, token, slot)), None)


def asked(room: Room, event: Asked) -> Room:
    """A question for the trainer's notes."""
    number = room.ballot.number if room.ballot else 0
    return _added(room, QUESTION, event, number, MOST_QUESTIONS)


def quoted(room: Room, event: Quoted) -> Room:
    """One exact sentence that an observer heard."""
    ballot = _observed(room, event)
    return _added(room, QUOTE, event, ballot.number, MOST_QUOTES)


def _added(room: Room, kind: str, event: Asked | Quoted, decision: int, most: int) -> Room:
    token, nonce = event.token, event.nonce
    if find(room, kind, token, nonce):
        raise Refused(Reason.DUPLICATE)
    mine = [one for one in room.said if one.kind == kind and one.token == token]
    if sum(one.decision == decision or kind == QUESTION for one in mine) >= most:
        raise Refused(Reason.TOO_MANY)
    return put(room, kind, token, nonce, event.text, decision)


def ticked(room: Room, event: Ticked) -> Room:
    """The principles an observer has seen at work in this decision, all of them anew."""
    ballot = _observed(room, event)
    seen = frozenset(event.principles)
    return with_ballot(room, ballot._replace(ticks={**ballot.ticks, event.token: seen}))


def _observed(room: Room, event: Ticked | Quoted) -> Ballot:
    """The decision that is observed. Raises Refused when nothing is, or to one who plays a role."""
    ballot = room.ballot
    if ballot is None or room.phase not in AT_A_DECISION:
        raise Refused(Reason.NOT_NOW)
    if ballot.number != event.decision:
        raise Refused(Reason.OTHER_DECISION)
    part = room.cast.parts.get(event.token) if room.cast else None
    if part is not None and part.role is not None:
        raise Refused(Reason.HAS_A_ROLE)
    return ballot


def committed(room: Room, event: Committed) -> Room:
    """One sentence of what somebody will do; anonymous, one for each person at a table."""
    if room.phase not in (Phase.COMMITMENTS, Phase.EXIT):
        raise Refused(Reason.NOT_NOW)
    return put(room, COMMITMENT, event.token, str(_slot(room, event)), event.text)


def answered(room: Room, event: Answered) -> Room:
    """An exit form: three answers, each a number from 1 to 5, a sentence, or nothing."""
    if room.phase is not Phase.EXIT:
        raise Refused(Reason.NOT_NOW)
    token, slot = event.token, _slot(room, event)
    answers = tuple(cleaned(one) if isinstance(one, str) else one for one in event.answers)
    keep = tuple(
        one
        for one in room.said
        if (one.kind, one.token) != (FAREWELL, token) or one.slot.partition(".")[0] != str(slot)
    )
    said = room._replace(said=keep, forms={**room.forms, (token, slot): answers})
    for n, answer in enumerate(answers):
        if isinstance(answer, str):
            said = put(said, FAREWELL, token, f"{slot}.{n}", answer)
    return said


def _slot(room: Room, event: Committed | Answered) -> int:
    if event.slot >= room.seats[event.token].voices:
        raise Refused(Reason.NONE_SUCH)
    return event.slot


def hid(room: Room, event: Hid) -> Room:
    """A text is hidden from the wall, or shown again."""
    said = _numbered(room, event.said)
    return _changed(room, said, said._replace(is_hidden=event.is_hidden))


def picked(room: Room, event: Picked) -> Room:
    """A text is picked for the report, or left out again."""
    said = _numbered(room, event.said)
    return _changed(room, said, said._replace(is_picked=event.is_picked))


def _numbered(room: Room, number: int) -> Said:
    for one in room.said:
        if one.number == number:
            return one
    raise Refused(Reason.NONE_SUCH)


def _changed(room: Room, old: Said, new: Said) -> Room:
    return room._replace(said=tuple(new if one is old else one for one in room.said))


def walled(room: Room, event: Walled) -> Room:
    """The wall of commitments is shown, or taken away."""
    return room._replace(is_walled=event.is_walled)
