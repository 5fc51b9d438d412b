"""A class in numbers, read off its room: pure, without words and without anybody's name.

Sums on the principles are pooled by adding, never averaged. What a few said is not told: fewer than
five are never broken down, free texts stand here only when the trainer picked them, and a decision
that was not revealed stays unrevealed. Formulas: docs/scoring.md; gain: Hake 1998; McNemar 1947.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from etika_sim.classroom import case_texts
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.state import Room
from etika_sim.classroom.tally import FEWEST
from etika_sim.exact import holm
from etika_sim.model import PRINCIPLES, Decision, Principle, Scenario
from etika_sim.play.scoring import Tally, pool
from etika_sim.reports.session_decision import Met, Poll, met

LEVEL = 0.05
"""How often all tests of a report together may take chance for a shift (Holm's procedure)."""

SCALE = (1, 2, 3, 4, 5)
USEFUL, FREE, CHANGE = range(3)
"""The questions of the exit form, in their order; the third asks for a sentence."""


class Kept(NamedTuple):
    """A class as the store has it: its id, its room, and the ISO day on which it began."""

    id: str
    room: Room
    day: str


class People(NamedTuple):
    """Who took part: phones of one's own, tables and the people at them, heads counted (0: nobody did)."""

    phones: int
    tables: int
    at_tables: int
    counted: int
    most_voted: int

    @property
    def there(self) -> int:
        """How many took part at least, as far as it is known."""
        return max(self.counted, self.phones + self.at_tables, self.most_voted)


class Rated(NamedTuple):
    """Answers to one question of the exit form: how many, and how often 1 to 5; None for under five."""

    n: int
    counts: tuple[int, ...] | None


class Form(NamedTuple):
    """The exit form: how many handed it in, two scales, and how many sentences were written."""

    n: int
    useful: Rated
    free: Rated
    sentences: int


class Picked(NamedTuple):
    """A free text that the trainer picked: its kind, the decision it was about (0: none), the words."""

    kind: str
    decision: int
    text: str


class Side(NamedTuple):
    """A road: its choices, the scene it comes to and its quality if that is an ending, what is told on it."""

    choices: tuple[str, ...]
    title: str
    quality: str | None
    text: tuple[str, ...]


class Tried(NamedTuple):
    """A road tried in thought from a decision on, beside the class's own."""

    decision: int
    own: Side
    other: Side


class Summary(NamedTuple):
    """A class in numbers. `shifts` are pooled over the decisions with two votes, `votes` counts all.

    `apart` names the decisions whose shift chance alone would rarely bring about.
    """

    id: str
    day: str
    scenario: Scenario
    event: str
    minutes: int
    is_closed: bool
    people: People
    decisions: tuple[Met, ...]
    votes: int
    principles: Mapping[Principle, Tally]
    shifts: Mapping[Principle, tuple[Tally, Tally]]
    apart: frozenset[int]
    tried: tuple[Tried, ...]
    picked: tuple[Picked, ...]
    form: Form


def summary(kept: Kept) -> Summary:
    """The class in numbers."""
    room = kept.room
    decisions = tuple(met(room, ballot) for ballot in room.ballots)
    told = [one for one in decisions if one.effective]
    return Summary(
        id=kept.id,
        day=kept.day,
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
        picked=_picked(room),
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


def _side(scenario: Scenario, told: case_texts.Data) -> Side:
    scene, ending = scenario.scenes[told["scene"]], told["ending"]
    title = scene.title or (scene.ask if isinstance(scene, Decision) else scene.id)
    return Side(tuple(told["choices"]), title, ending and ending["quality"], tuple(told["text"]))


def _picked(room: Room) -> tuple[Picked, ...]:
    """The texts that the trainer picked, in the order in which they were first written."""
    return tuple(Picked(one.kind, one.decision, one.text) for one in room.said if one.is_picked)


def _form(room: Room) -> Form:
    """The exit forms, without those of silenced seats."""
    forms = [answers for (token, _slot), answers in room.forms.items() if not room.seats[token].is_blocked]
    useful, free = (
        _rated([one for form in forms if isinstance(one := form[n], int)]) for n in (USEFUL, FREE)
    )
    return Form(len(forms), useful, free, sum(isinstance(form[CHANGE], str) for form in forms))


def _rated(answers: list[int]) -> Rated:
    counts = tuple(answers.count(value) for value in SCALE)
    return Rated(len(answers), counts if len(answers) >= FEWEST else None)


def mean(rated: Rated) -> Fraction | None:
    """The mean of the answers; None for under five."""
    if rated.counts is None:
        return None
    return Fraction(sum(value * n for value, n in zip(SCALE, rated.counts, strict=True)), rated.n)


def sound(one: Met, poll: Poll) -> Fraction | None:
    """The share of votes for sound options; None where the round is not told."""
    if poll.counts is None:
        return None
    votes = sum(n for n, option in zip(poll.counts, one.options, strict=True) if option.is_sound)
    return Fraction(votes, poll.n)


def gain(before: Fraction, after: Fraction) -> Fraction | None:
    """Of what there was to gain, the share that was gained; None where nothing was left to gain."""
    return (after - before) / (1 - before) if before < 1 else None


def is_few(one: Summary) -> bool:
    """Whether so few took part that what they said can be laid at somebody's door."""
    return one.people.there < FEWEST
