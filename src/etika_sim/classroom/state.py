"""What a room is made of. Nouns only, frozen: an event makes a new room and leaves the old one.

The mappings are plain dicts that nobody changes; they stand in the order of the events.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, NamedTuple

from etika_sim.classroom.phases import Phase
from etika_sim.classroom.plan import LONGEST, SHORTEST
from etika_sim.classroom.values import many, one_of, text, truth, whole
from etika_sim.model import Principle, Scenario
from etika_sim.play.engine import Play

PHONES, TABLES, HANDS = "phones", "tables", "hands"
WAYS = (PHONES, TABLES, HANDS)
"""The ways to take part; all of them together make one tally."""

SHOULD, USUAL, VARY = "should", "usual", "vary"
"""What a round asks: what we decide, what most colleagues would do, what if something were different."""

MAIN_ROUNDS = 2
FIRST_VARY = 3
"""Rounds 1 and 2 decide; quick votes on "what if …" are counted from 3."""

MAJORITY, TIE, TRAINER = "majority", "tie", "trainer"
"""Who chose the road: most votes, the trainer after a tie, the trainer for a reason of his own."""

QUESTION, QUOTE, REASON, COMMITMENT, FAREWELL = "question", "quote", "reason", "commitment", "farewell"
"""Kinds of free text: to the trainer, an observer's, why a vote, for the wall, from the exit form."""


class Settings(NamedTuple):
    """What is settled when a class begins; `people` is 0 while nobody has counted heads."""

    minutes: Annotated[int, whole(SHORTEST, LONGEST)]
    event: Annotated[str, text(0, 200)] = ""
    groups: Annotated[int, whole(0, 100)] = 0
    ways: Annotated[tuple[str, ...], many(one_of(*WAYS), 1, len(WAYS))] = WAYS
    usual: Annotated[bool, truth] = False
    cap: Annotated[int, whole(1, 5000)] = 60
    people: Annotated[int, whole(0, 5000)] = 0
    nicknames: Annotated[bool, truth] = False


class Word(NamedTuple):
    """A join word, good until `until` (seconds); None while it is the one on the screen."""

    word: str
    until: float | None = None


class Seat(NamedTuple):
    """A place in the room, held by whoever has its token.

    `people` is 0 for a phone of one's own, else how many sit at the table that shares it. `heard`
    counts the events accepted from here; `never` names roles this person will not play, and with
    `rests` it is none at all.
    """

    number: int
    name: str
    people: int = 0
    is_blocked: bool = False
    heard: int = 0
    never: frozenset[str] = frozenset()
    rests: bool = False

    @property
    def voices(self) -> int:
        """How many people speak through this seat."""
        return self.people or 1


class Part(NamedTuple):
    """What somebody was dealt: a group, counted from 1, and a role; None is an observer."""

    group: int
    role: str | None


class Cast(NamedTuple):
    """Roles as they were dealt; `trainer` is the role the trainer plays in every group, if any."""

    seed: str
    groups: int
    parts: Mapping[str, Part]
    trainer: str | None = None


class Stage(StrEnum):
    """How far a round has come; only what is SHOWN may be seen by anybody but the trainer."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    SHOWN = "shown"


class Vote(NamedTuple):
    """What one seat says in one round: a count per option, and the option of a phone of one's own.

    `nonces` are the sendings that made it, so that a late repetition changes nothing.
    """

    counts: tuple[int, ...]
    option: str | None
    nonces: tuple[str, ...]


class Round(NamedTuple):
    """One vote of the class; of the counts of `hands` the last holds, and undo brings back the one before."""

    number: int
    asks: str
    text: str = ""
    stage: Stage = Stage.WAITING
    votes: Mapping[str, Vote] = {}
    hands: tuple[tuple[int, ...], ...] = ()


class Decided(NamedTuple):
    """The road taken: which choice, by whom, and the trainer's reason."""

    choice: str
    by: str
    reason: str = ""


class Ballot(NamedTuple):
    """All that a class says at one decision. `options` are ids in the order of their letters.

    The n-th ballot of a room is the n-th step of the class's play.
    """

    number: int
    scene: str
    how: str
    options: tuple[str, ...]
    rounds: tuple[Round, ...] = ()
    ticks: Mapping[str, frozenset[Principle]] = {}
    decided: Decided | None = None


class WhatIf(NamedTuple):
    """A road tried in thought: from that decision on, those choices."""

    decision: int
    choices: tuple[str, ...]


class Said(NamedTuple):
    """A free text, made safe; it enters a report only when `is_picked`. `decision` is 0 outside of one."""

    number: int
    kind: str
    token: str
    slot: str
    text: str
    decision: int
    is_hidden: bool = False
    is_picked: bool = False


class Room(NamedTuple):
    """A class at one moment: the fold of its events.

    `key` tells the version of the case, as `play.record.key_of` does.
    `n` counts the events; `now` is the time of the last one, `since` that of the phase's beginning,
    both in seconds of whatever clock the shell keeps; `extra` minutes were added to the phase.
    `forms` are the exit forms by token and slot; `numbered` is the last number a text was given.
    """

    scenario: Scenario
    key: str
    settings: Settings
    play: Play
    words: tuple[Word, ...]
    now: float
    since: float
    n: int = 1
    phase: Phase = Phase.LOBBY
    extra: int = 0
    is_locked: bool = False
    is_walled: bool = False
    seats: Mapping[str, Seat] = {}
    cast: Cast | None = None
    ballots: tuple[Ballot, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    said: tuple[Said, ...] = ()
    numbered: int = 0
    forms: Mapping[tuple[str, int], tuple[int | str | None, ...]] = {}

    @property
    def ballot(self) -> Ballot | None:
        """The decision the class is at, or was at last."""
        return self.ballots[-1] if self.ballots else None

    @property
    def open_round(self) -> Round | None:
        """The round that takes votes now."""
        last = self.ballots[-1].rounds[-1:] if self.ballots else ()
        return last[0] if last and last[0].stage is Stage.OPEN else None


def round_of(ballot: Ballot, number: int) -> Round | None:
    """The round of that number, if it has begun."""
    return next((one for one in ballot.rounds if one.number == number), None)


def with_ballot(room: Room, ballot: Ballot) -> Room:
    """The room with its last ballot changed."""
    return room._replace(ballots=(*room.ballots[:-1], ballot))


def with_round(ballot: Ballot, changed: Round) -> Ballot:
    """The ballot with that round in the place of the one of its number."""
    rounds = tuple(changed if one.number == changed.number else one for one in ballot.rounds)
    return ballot._replace(rounds=rounds)


def with_seat(room: Room, token: str, seat: Seat) -> Room:
    """The room with that seat, new or changed."""
    return room._replace(seats={**room.seats, token: seat})
