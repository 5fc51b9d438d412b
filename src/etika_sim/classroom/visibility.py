"""What may be seen: the one door between a room and everything that is shown or sent.

Law: before the reveal nothing that leaves here depends on which options were voted for, but for a
phone's own receipt. `for_notes` is the trainer's alone and must never be projected or sent to phones.
"""

from __future__ import annotations

from etika_sim.classroom import case_texts, progression, tally
from etika_sim.classroom.events import Closed, Opened, Routed, Shown, Went
from etika_sim.classroom.phases import AT_A_DECISION, Phase, Trait, has, is_before
from etika_sim.classroom.results import results, scorecard, seen
from etika_sim.classroom.shown import (
    AheadData,
    CommitmentData,
    DebriefData,
    FeedbackData,
    ObserveData,
    OwnView,
    PartData,
    PhoneView,
    ProjectorView,
    ReceiptData,
    RoadData,
    RoundData,
    SharedView,
)
from etika_sim.classroom.state import COMMITMENT, QUESTION, TABLES, VARY, Ballot, Room, Seat, Vote
from etika_sim.classroom.tally import count_of_voters
from etika_sim.model import Debrief, Scenario


def for_projector(room: Room, told: Scenario | None = None) -> ProjectorView:
    """What the whole class sees. `told` is the case in another language."""
    told = told or room.scenario
    debrief = told.debrief
    has_debrief = not is_before(room.phase, Phase.DEBRIEF)
    return {
        **shared(room, told),
        "word": room.words[-1].word,
        "is_locked": room.is_locked,
        "seats": sum(not seat.is_blocked for seat in room.seats.values()),
        "cap": room.settings.cap,
        "people": room.settings.people,
        "groups": room.cast.groups if room.cast else 0,
        "roles": [{"name": role.name, "part": role.part, "face": role.face} for role in told.roles.values()],
        "what_ifs": [case_texts.what_if(room, told, one) for one in room.what_ifs],
        "debrief": _debrief(debrief) if has_debrief else None,
        "office": [{"remedy": one.remedy, "ask": one.ask} for one in debrief.office] if has_debrief else [],
        "decisions": len(room.ballots),
        "planned": len({step.decision for step in progression.agenda(room) if step.decision}),
        "law": case_texts.law_of(told, room.ballot) if room.ballot else [],
        "ahead": _ahead(room),
    }


def _debrief(debrief: Debrief) -> DebriefData:
    return {**case_texts.questions(debrief), "takeaways": list(debrief.takeaways)}


def _ahead(room: Room) -> AheadData | None:
    """What Enter does now, without a time."""
    match progression.ahead(room):
        case Went(to, how):
            return {"kind": "went", "to": to.value, "how": how} if how else {"kind": "went", "to": to.value}
        case Routed(choice):
            return {"kind": "routed", "choice": choice}
        case Opened():
            return {"kind": "opened"}
        case Closed():
            return {"kind": "closed"}
        case Shown():
            return {"kind": "shown"}
        case None:
            return None


def for_phone(
    room: Room, token: str | None, told: Scenario | None = None, common: SharedView | None = None
) -> PhoneView:
    """What one phone sees: what all see, and what is its own. `told` as for the projector.

    A token without a seat, or one that was silenced, sees only whether it can come in. Who serves
    many phones makes `common = shared(room, told)` once for each `room.n` and gives it along.
    """
    told, seat = told or room.scenario, room.seats.get(token or "")
    if token is None or seat is None or seat.is_blocked:
        return {
            "v": room.n,
            "phase": room.phase.value,
            "seat": None,
            "is_blocked": bool(seat),
            "is_locked": room.is_locked,
            "needs_word": any(word.word for word in room.words),
            "ways": list(room.settings.ways),
        }
    return {**(shared(room, told) if common is None else common), **_own(room, told, token, seat)}


# --- for everybody ----------------------------------------------------------------------------


def shared(room: Room, told: Scenario | None = None) -> SharedView:
    """What is the same for everybody."""
    told = told or room.scenario
    ballot = room.ballot if room.phase in AT_A_DECISION else None
    is_varied = bool(room.ballot and room.ballot.rounds and room.ballot.rounds[-1].asks == VARY)
    voting = room.ballot if has(room.phase, Trait.SHOWS_OPTIONS) or is_varied else None
    return {
        "v": room.n,
        "phase": room.phase.value,
        "event": room.settings.event,
        "title": told.title,
        "you": told.you,
        "note": told.note,
        "since": room.since,
        "minutes": progression.minutes_here(room),
        "decision": case_texts.situation(room, told, ballot) if ballot else None,
        "options": case_texts.offered(told, voting) if voting else [],
        "round": round_now(room),
        "results": results(room.scenario, room.ballot) if room.ballot else None,
        "road": _road(room, told),
        "wall": _wall(room),
    }


def round_now(room: Room) -> RoundData | None:
    """The round that was begun last: what it asks, how far it is, how many of how many have voted."""
    ballot = room.ballot
    if ballot is None or not ballot.rounds or not is_before(room.phase, Phase.COMMITMENTS):
        return None
    one = ballot.rounds[-1]
    return {
        "decision": ballot.number,
        "round": one.number,
        "asks": one.asks,
        "text": one.text,
        "stage": one.stage.value,
        "voted": count_of_voters(one),
        "voices": voices(room),
    }


def voices(room: Room) -> int:
    """How many could vote: the heads counted, or else those at phones, tables and counted hands."""
    ballot = room.ballot
    typed = [sum(one.hands[-1]) for one in (ballot.rounds if ballot else ()) if one.hands]
    seated = sum(seat.voices for seat in room.seats.values() if not seat.is_blocked)
    return room.settings.people or seated + (typed[-1] if typed else 0)


def _road(room: Room, told: Scenario) -> RoadData | None:
    """The road that was taken, while the class reads what came of it."""
    ballot = room.ballot
    if room.phase is not Phase.ROUTE or ballot is None or ballot.decided is None:
        return None
    choice = ballot.decided.choice
    before = progression.play_before(room, ballot.number)
    return {
        "letter": case_texts.letter(ballot, choice),
        "option": choice,
        "by": ballot.decided.by,
        **case_texts.consequences(told, before, [choice]),
    }


def _wall(room: Room) -> list[CommitmentData]:
    """The commitments that may be read by all, in an order that tells nothing of who wrote them."""
    texts = [one for one in room.said if one.kind == COMMITMENT and not one.is_hidden and room.is_walled]
    return [{"said": one.number, "text": one.text} for one in sorted(texts, key=lambda one: one.text)]


# --- for one phone ----------------------------------------------------------------------------


def _own(room: Room, told: Scenario, token: str, seat: Seat) -> OwnView:
    ballot = room.ballot if room.phase in AT_A_DECISION else None
    is_late = not is_before(room.phase, Phase.COMMITMENTS)
    shown = [seen(one) for one in room.ballots]
    return {
        "seat": seat.number,
        "name": seat.name,
        "people": seat.people,
        "is_table": bool(seat.people),
        "has_tables": TABLES in room.settings.ways,
        "part": _part(room, told, token),
        "observe": _observe(room, told, token),
        "receipts": _receipts(room.ballot, token),
        "feedback": _feedback(room, told, ballot, token),
        "questions": sum(one.kind == QUESTION and one.token == token for one in room.said),
        "commitments": _commitments(room, token),
        "has_answered": (token, 0) in room.forms,
        "scorecard": scorecard(tally.own_card(room, token, shown)) if is_late else None,
    }


def _commitments(room: Room, token: str) -> dict[str, str]:
    """One's own commitments by their slot: one for a phone, one a person for a table."""
    return {one.slot: one.text for one in room.said if (one.kind, one.token) == (COMMITMENT, token)}


def _part(room: Room, told: Scenario, token: str) -> PartData | None:
    """The role dealt to this phone, with what only its holder may know; a table holds all the cards."""
    part = room.cast.parts.get(token) if room.cast else None
    if room.cast is None or part is None or not has(room.phase, Trait.SHOWS_ROLES):
        return None
    is_table = bool(room.seats[token].people)
    table = [role for role in told.roles if role != room.cast.trainer] if is_table else []
    return {
        "group": part.group,
        "card": case_texts.card(room, told, part.role) if part.role else None,
        "cards": [case_texts.card(room, told, role) for role in table],
    }


def _observe(room: Room, told: Scenario, token: str) -> ObserveData | None:
    """The checklist of an observer, with the ticks made so far; None for who plays a role."""
    part = room.cast.parts.get(token) if room.cast else None
    ballot = room.ballot
    if ballot is None or room.phase not in AT_A_DECISION or (part and part.role):
        return None
    return {
        "asks": {principle.value: ask for principle, ask in told.observe.items()},
        "ticks": sorted(principle.value for principle in ballot.ticks.get(token, ())),
    }


def _receipts(ballot: Ballot | None, token: str) -> list[ReceiptData]:
    """What is recorded of this phone at the last decision, round by round."""
    rounds = ballot.rounds if ballot else ()
    return [_receipt(ballot, one.number, one.votes[token]) for one in rounds if ballot and token in one.votes]


def _receipt(ballot: Ballot, number: int, vote: Vote) -> ReceiptData:
    option = vote.option
    return {
        "round": number,
        "option": option,
        "letter": case_texts.letter(ballot, option) if option else None,
        "counts": None if option else list(vote.counts),
    }


def _feedback(room: Room, told: Scenario, ballot: Ballot | None, token: str) -> FeedbackData | None:
    """Feedback on one's own effective vote, once it has been shown what the class voted."""
    vote = tally.effective(seen(ballot)).get(token) if ballot else None
    if ballot is None or vote is None or vote.option is None:
        return None
    return case_texts.feedback(room, told, ballot, vote.option)
