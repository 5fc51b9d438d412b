"""A class for tests: a small case with roles, and a driver that keeps the journal of its room."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any

from generate import case, choice, decision, ending, flag, passage

from etika_sim.classroom.event_data import read, to_data
from etika_sim.classroom.events import Event, Reason, Refused
from etika_sim.classroom.room import apply, began, hear, opening, replay
from etika_sim.classroom.state import Ballot, Room, Settings
from etika_sim.model import (
    ClassPlan,
    Debrief,
    Decision,
    Facilitator,
    Flag,
    Heard,
    OfficeRemedy,
    Part,
    Principle,
    Role,
    Scenario,
    WhatIf,
)

GOOD, POOR, RED = (2, 1, 2, None, None), (0, 0, -1, None, None), (-2, -1, -2, None, None)


def small_case(**rest: Any) -> Scenario:
    """Two decisions on every road: d1, then d2 (or d3 after crossing the line), then an ending."""
    facts = {
        "id": "small",
        "roles": {name: Role(name, name.title(), "Part", "Face", aim=f"Aim of {name}") for name in "pqr"},
        "observe": {Principle.INTEGRITY: "Is it said aloud?"},
        "plans": {45: ClassPlan(45, ("d1",), ("d2",)), 90: ClassPlan(90, ("d1", "d2"), ("d3",))},
        "debrief": Debrief(
            ("What happened?",), ("Why?",), ("And now?",), (OfficeRemedy("S1", "Who guides?"),)
        ),
        "state": (flag("kept"),),
        **rest,
    }
    varied = WhatIf("What if it were more?", "c")
    script = Facilitator("Freeze.", ("Why?",), (Heard("only coffee"),), (varied,))
    return case(
        decision(
            "d1",
            choice("a", "walk", points=GOOD, recommended=True, set={"kept": 1}),
            choice("b", "walk", points=POOR),
            choice("c", "d3", points=RED, red_line=True),
            facilitator=script,
        ),
        passage("walk", "d2", text=(Part("Kept.", Flag("kept"), "Not kept."),)),
        decision("d2", choice("a", "good", points=GOOD), choice("b", "fair", points=POOR)),
        decision("d3", choice("a", "fair", points=GOOD), choice("b", "d1", points=POOR), choice("c", "bad")),
        ending("good", "exemplary"),
        ending("fair"),
        ending("bad", "violation"),
        **facts,
    )


def guided(**rest: Any) -> Scenario:
    """The small case with all that an author can tell the trainer at its first decision."""
    scenario = small_case(**rest)
    first = scenario.scenes["d1"]
    assert isinstance(first, Decision)
    script = first.facilitator._replace(
        hinge="He is an applicant.",
        listen_for=(Heard("all do", "Who does not?"), Heard("only once")),
        if_silent="Wait a minute.",
        if_dominated="Let the youngest begin.",
    )
    scenes = {**scenario.scenes, "d1": first._replace(facilitator=script)}
    return dataclasses.replace(scenario, scenes=scenes)


CASE = small_case()


class Lesson:
    """A class going on: every event through the one door, the journal beside it, a clock of its own."""

    def __init__(self, scenario: Scenario = CASE, minutes: int = 45, word: str = "", **settings: Any) -> None:
        first = opening(scenario, 0.0, Settings(minutes, **settings), word)
        self.scenario, self.at = scenario, 0.0
        self.room: Room = began(scenario, first)
        self.journal: list[dict[str, Any]] = [to_data(first)]
        self.nonce = 0

    def do(self, kind: str, **facts: Any) -> Lesson:
        """Let something happen that must be accepted."""
        return self.happen(read({"kind": kind, "at": facts.pop("at", self.tick()), **facts}))

    def happen(self, event: Event) -> Lesson:
        """Let an event happen that must be accepted; one without a time happens in the next second."""
        heard = hear(self.room, event if event.at else event._replace(at=self.tick()))
        assert heard.reason is None, (event, heard.reason)
        if heard.event is not None:
            self.journal.append(to_data(heard.event))
        self.room = heard.room
        return self

    def refused(self, kind: str, **facts: Any) -> Reason | None:
        """Why something is refused; the room must not have changed."""
        data = {"kind": kind, "at": facts.pop("at", self.tick()), **facts}
        try:
            heard = hear(self.room, read(data))
        except Refused as refused:
            return refused.reason
        assert heard.room is self.room
        assert heard.event is None
        return heard.reason

    def tick(self) -> float:
        """The next second."""
        self.at += 1.0
        return self.at

    def phones(self, count: int, people: int = 0) -> Lesson:
        """So many devices join; their tokens are t1, t2 …"""
        for _ in range(count):
            self.do("joined", token=f"t{len(self.room.seats) + 1}", name="teh manis", people=people)
        return self

    def go(self, *phases: str, how: str = "full") -> Lesson:
        """Through those phases; rounds are opened where there is a vote."""
        for phase in phases:
            self.do("went", to=phase, **({"how": how} if phase == "read" else {}))
            if phase.startswith("vote"):
                self.do("opened")
        return self

    def vote(self, options: Iterable[str], first: int = 1) -> Lesson:
        """Tokens from `first` on vote for the options that the letters name; a dot does not vote."""
        for n, option in enumerate(options, first):
            if option != ".":
                self.do("voted", token=f"t{n}", option=option, nonce=self.new_nonce(), **self.asking())
        return self

    def asking(self) -> dict[str, int]:
        """The decision and the round that the class is at."""
        return {"decision": self.ballot.number, "round": self.ballot.rounds[-1].number}

    def new_nonce(self) -> str:
        """A word that no sending has had."""
        self.nonce += 1
        return f"n{self.nonce}"

    @property
    def ballot(self) -> Ballot:
        """The last ballot."""
        assert self.room.ballot is not None
        return self.room.ballot

    def replayed(self) -> Room:
        """The room that the journal tells after it was written to disk and read again."""
        return replay(self.scenario, json.loads(json.dumps(self.journal)))

    def said(self, option: str, counts: tuple[int, ...]) -> int:
        """The number at an option."""
        return counts[self.ballot.options.index(option)]


def voting(count: int = 6, **settings: Any) -> Lesson:
    """A class of so many phones with the first round of the first decision open."""
    return Lesson(**settings).phones(count).go("briefing", "read", "vote-1")


def ordered(lesson: Lesson, **counts: int) -> list[int]:
    """Counts by option, in the order of the letters."""
    return [counts.get(option, 0) for option in lesson.ballot.options]


__all__ = ["CASE", "Lesson", "apply", "guided", "ordered", "read", "small_case", "voting"]
