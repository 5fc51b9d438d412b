"""Disclosure control: the one gate from a room to what may be told of it afterwards.

Law: nothing of a group under five but its size, nothing of a round that was not revealed, no free text
that was not picked, and nothing of the sort by subtracting what is told from what is told.
"""

from __future__ import annotations

from etika_sim.analysis.decision import met
from etika_sim.analysis.summary import (
    SCALE,
    Form,
    Met,
    People,
    Picked,
    Rated,
    Side,
    Summary,
    Tried,
)
from etika_sim.classroom import case_texts
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.shown import SideData
from etika_sim.classroom.state import REASON, Room
from etika_sim.classroom.tally import FEWEST
from etika_sim.exact import holm
from etika_sim.model import PRINCIPLES, Decision, Principle, Scenario
from etika_sim.play.scoring import Tally, pool

LEVEL = 0.05
"""How often all tests of a report together may take chance for a shift (Holm's procedure)."""

USEFUL, FREE, CHANGE = range(3)
"""The questions of the exit form, in their order; the third asks for a sentence."""


def disclose(room: Room, id: str = "", day: str = "") -> Summary:
    """What may be told of a class; `id` and the ISO `day` on which it began are those of a kept one."""
    decisions = tuple(met(room, ballot) for ballot in room.ballots)
    told = [one for one in decisions if one.effective]
    return Summary(
        id=id,
        day=day,
        scenario=room.scenario,
        event=room.settings.event,
        minutes=room.settings.minutes,
        is_closed=room.phase is Phase.CLOSED,
        people=_people(room, decisions),
        decisions=decisions,
        votes=sum(one.effective_n for one in told),
        principles={p: pool(one.principles[p] for one in told) for p in PRINCIPLES},
        shifts=_shifts(decisions),
        apart=_apart(decisions),
        tried=tuple(_tried(room, n) for n in range(len(room.what_ifs))),
        picked=_picked(room, decisions),
        form=_form(room),
    )


def _people(room: Room, decisions: tuple[Met, ...]) -> People:
    seats = [seat for seat in room.seats.values() if not seat.is_blocked]
    tables = [seat.people for seat in seats if seat.people]
    polls = [poll.n for one in decisions for poll in one.rounds]
    return People(len(seats) - len(tables), len(tables), sum(tables), room.settings.people, max([0, *polls]))


def _shifts(decisions: tuple[Met, ...]) -> dict[Principle, tuple[Tally, Tally]]:
    """First and second votes pooled, over the decisions that had both; empty if none had."""
    both = [one.shifts for one in decisions if one.shifts]
    if not both:
        return {}
    return {p: (pool(one[p].before for one in both), pool(one[p].after for one in both)) for p in PRINCIPLES}


def _apart(decisions: tuple[Met, ...]) -> frozenset[int]:
    tested = [
        (one.number, float(one.switch.p)) for one in decisions if one.switch and one.switch.p is not None
    ]
    found = holm([p for _number, p in tested], LEVEL)
    return frozenset(number for (number, _p), is_apart in zip(tested, found, strict=True) if is_apart)


def _tried(room: Room, n: int) -> Tried:
    told = case_texts.what_if(room, room.scenario, room.what_ifs[n])
    return Tried(told["decision"], _side(room.scenario, told["own"]), _side(room.scenario, told["other"]))


def _side(scenario: Scenario, told: SideData) -> Side:
    scene, ending = scenario.scenes[told["scene"]], told["ending"]
    title = scene.title or (scene.ask if isinstance(scene, Decision) else scene.id)
    quality = ending["quality"] if ending else None
    return Side(tuple(told["choices"]), title, quality, tuple(told["text"]))


def _picked(room: Room, decisions: tuple[Met, ...]) -> tuple[Picked, ...]:
    """The texts that the trainer picked, in the order in which they were first written.

    A reason for a vote is part of the vote: without its round it is not told.
    """
    told = {
        f"{one.number}.{poll.number}" for one in decisions for poll in one.rounds + one.quick if poll.counts
    }
    return tuple(
        Picked(said.kind, said.decision, said.text)
        for said in room.said
        if said.is_picked and (said.kind != REASON or said.slot in told)
    )


def _form(room: Room) -> Form:
    """The exit forms, without those of silenced seats."""
    forms = [answers for (token, _slot), answers in room.forms.items() if not room.seats[token].is_blocked]
    useful, free = (
        _rated([one for form in forms if isinstance(one := form[n], int)]) for n in (USEFUL, FREE)
    )
    sentences = sum(isinstance(form[CHANGE], str) for form in forms)
    return Form(len(forms), useful, free, sentences if len(forms) >= FEWEST else None)


def _rated(answers: list[int]) -> Rated:
    counts = tuple(answers.count(value) for value in SCALE)
    return Rated(len(answers), counts if len(answers) >= FEWEST else None)
