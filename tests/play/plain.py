"""A play done the plain way, to hold the engine against: names and values, walked from the start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generate import random_case

from etika_sim.model import Choice, Compare, Condition, Flag, Junction, Not, Passage, Route, Scenario, Truth

Values = Mapping[str, int]


class Stand(NamedTuple):
    """Where a plain play stands: the scene, the values, and the passages just walked through."""

    scene: str
    values: Values
    passed: tuple[str, ...]


class Refused(Exception):
    """What may not be, or cannot be, done."""


def holds(condition: Condition | None, values: Values) -> bool:
    """Whether a condition holds, read straight off its tree."""
    match condition:
        case None:
            return True
        case Truth(value):
            return value
        case Flag(name):
            return values[name] == 1
        case Not(part):
            return not holds(part, values)
        case Junction("and", parts):
            return all(holds(part, values) for part in parts)
        case Junction(_, parts):
            return any(holds(part, values) for part in parts)
        case Compare(left, sign, right):
            a, b = (values[side] if isinstance(side, str) else int(side) for side in (left, right))
            signs = {"==": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}
            return signs[sign]


def changed(scenario: Scenario, choice: Choice, values: Values) -> Values:
    """The values after a choice: set first, then added to, clamped."""
    after = {**values, **choice.set}
    for variable in scenario.state:
        if variable.name in choice.add:
            moved = after[variable.name] + choice.add[variable.name]
            after[variable.name] = max(variable.low, min(variable.high, moved))
    return after


class PlainPlay:
    """A list of choices, walked anew each time; first answers are kept beside it."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.taken: list[str] = []
        self.answers: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.undone: list[tuple[str, str]] = []
        self.stand()

    def copy(self) -> PlainPlay:
        """The same play, apart."""
        twin = PlainPlay(self.scenario)
        twin.taken, twin.answers, twin.undone = [*self.taken], {**self.answers}, [*self.undone]
        return twin

    def stand(self) -> Stand:
        """Where the choices lead; Refused where they cannot."""
        values: Values = {variable.name: variable.start for variable in self.scenario.state}
        stand = self.arrive(self.scenario.start, values)
        for name in self.taken:
            choice = self.scenario.scenes[stand.scene].choices[name]
            after = changed(self.scenario, choice, stand.values)
            stand = self.arrive(self.target(choice.to, after), after)
        return stand

    def arrive(self, scene: str, values: Values) -> Stand:
        passed: list[str] = []
        while isinstance(noun := self.scenario.scenes[scene], Passage):
            if scene in passed:
                raise Refused("going round in passages")
            passed.append(scene)
            scene = self.target(noun.to, values)
        return Stand(scene, values, tuple(passed))

    def target(self, to: tuple[Route, ...], values: Values) -> str:
        for route in to:
            if holds(route.when, values):
                return route.scene
        raise Refused("no route")

    def offered(self) -> tuple[str, ...]:
        """What is offered here, in file order."""
        stand = self.stand()
        choices = getattr(self.scenario.scenes[stand.scene], "choices", {})
        return tuple(name for name, choice in choices.items() if holds(choice.when, stand.values))

    def answer(self, name: str) -> None:
        """Take a choice; Refused, and nothing changed, if it is not offered or leads nowhere."""
        scene, offered = self.stand().scene, self.offered()
        if name not in offered:
            raise Refused("not offered")
        self.taken.append(name)
        try:
            self.stand()
        except Refused:
            self.taken.pop()
            raise
        self.answers.setdefault(scene, (name, offered))

    def back(self) -> None:
        """Undo the last choice; Refused at the start."""
        if not self.taken:
            raise Refused("at the start")
        last = self.taken.pop()
        self.undone.append((self.stand().scene, last))


def _can_begin(scenario: Scenario) -> bool:
    try:
        return bool(PlainPlay(scenario).offered())
    except Refused:
        return False


CASES = [scenario for scenario in map(random_case, range(400)) if _can_begin(scenario)]
"""Random cases that begin with a decision that offers something."""
