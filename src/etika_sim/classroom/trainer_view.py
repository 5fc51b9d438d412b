"""What the trainer sees beside the projector: script, advice, the plan, what people wrote, who is here.

For a screen that is not shared: counts stand here as soon as a round is closed.
"""

from __future__ import annotations

from etika_sim.classroom import case_texts, progression
from etika_sim.classroom.advice import advice, minority
from etika_sim.classroom.results import results
from etika_sim.classroom.roles import missing
from etika_sim.classroom.shown import AdviceData, NotesView
from etika_sim.classroom.state import Ballot, Room, Stage
from etika_sim.classroom.tally import count_of_voters
from etika_sim.classroom.visibility import for_projector, voices
from etika_sim.model import Scenario

TO_THE_TRAINER = (Stage.CLOSED, Stage.SHOWN)


def for_notes(room: Room, told: Scenario | None = None) -> NotesView:
    """Everything of the projector, and what is the trainer's alone."""
    told = told or room.scenario
    ballot = room.ballot
    groups = range(1, room.cast.groups + 1) if room.cast else ()
    return {
        **for_projector(room, told),
        "agenda": [
            {"phase": step.phase.value, "minutes": step.minutes, "decision": step.decision, "how": step.how}
            for step in progression.agenda(room)
        ],
        "how_next": progression.how_next(room),
        "script": case_texts.script(told, ballot) if ballot else None,
        "closed": results(room.scenario, ballot, TO_THE_TRAINER) if ballot else None,
        "advice": _advice(room, ballot) if ballot else None,
        "hands": {str(one.number): list(one.hands[-1]) for one in ballot.rounds if one.hands}
        if ballot
        else {},
        "surplus": surplus(room),
        "trainer": room.cast.trainer if room.cast else None,
        "tasks": case_texts.tasks(room, told),
        "missing": {str(group): list(missing(room, group)) for group in groups},
        "ticks": _ticks(ballot) if ballot else {},
        "said": [
            {
                "number": one.number,
                "kind": one.kind,
                "text": one.text,
                "decision": one.decision,
                "is_hidden": one.is_hidden,
                "is_picked": one.is_picked,
            }
            for one in room.said
        ],
        "people_by_seat": [
            {"seat": seat.number, "name": seat.name, "people": seat.people, "is_blocked": seat.is_blocked}
            for seat in room.seats.values()
        ],
    }


def surplus(room: Room) -> int:
    """How many more have voted than heads were counted, or have seats: above 0 it is time to count again."""
    ballot = room.ballot
    voted = max((count_of_voters(one) for one in ballot.rounds), default=0) if ballot else 0
    seated = sum(seat.voices for seat in room.seats.values() if not seat.is_blocked)
    there = room.settings.people or voices(room)
    return max(0, max(voted, seated) - there)


def _advice(room: Room, ballot: Ballot) -> AdviceData | None:
    """What the last closed main round suggests, and whose view to ask for."""
    closed = [one for one in ballot.rounds if one.stage in TO_THE_TRAINER and one.number == 1]
    if not closed:
        return None
    one = closed[-1]
    found = advice(room.scenario, ballot, one)
    return {
        "code": found.code,
        "leaders": list(found.leaders),
        "most": found.most,
        "best": found.best,
        "n": found.n,
        "minority": minority(ballot, one),
    }


def _ticks(ballot: Ballot) -> dict[str, int]:
    """How many observers saw each principle at work."""
    counted: dict[str, int] = {}
    for seen in ballot.ticks.values():
        for principle in sorted(seen):
            counted[principle.value] = counted.get(principle.value, 0) + 1
    return counted
