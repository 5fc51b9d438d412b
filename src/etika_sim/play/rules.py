"""Conditions and changes made ready to run: compiled once a scenario, scene by scene on first use.

A state is a tuple of integers in the order of `Scenario.state`; a flag is 0 or 1.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import lru_cache, partial, reduce
from typing import NamedTuple

from etika_sim.model import (
    Choice,
    Compare,
    Condition,
    Flag,
    Junction,
    Not,
    Operand,
    Passage,
    Route,
    Scenario,
    Text,
    Truth,
    Variable,
)

State = tuple[int, ...]
Test = Callable[[State], bool]

_COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Exit(NamedTuple):
    """A compiled route: `test` is None when it always holds."""

    test: Test | None
    scene: str


class Move(NamedTuple):
    """A compiled choice: whether it is offered, how it changes the state, where it leads."""

    choice: Choice
    offered: Test | None
    change: Callable[[State], State] | None
    exits: tuple[Exit, ...]


class Table(NamedTuple):
    """A decision, compiled: its moves, the ids of its choices, and the tests of those that have one."""

    moves: dict[str, Move]
    choices: tuple[str, ...]
    tests: dict[str, Test]

    def offered(self, state: State) -> tuple[str, ...]:
        """The ids of the choices offered in that state, in file order."""
        tests = self.tests
        if not tests:
            return self.choices
        return tuple([name for name in self.choices if name not in tests or tests[name](state)])


class Tables(dict[str, Table]):
    """Every decision by its id, compiled when it is first asked for."""

    def __init__(self, scenario: Scenario, position: Mapping[str, int]) -> None:
        super().__init__()
        self.scenario, self.position = scenario, position

    def __missing__(self, scene: str) -> Table:
        choices = getattr(self.scenario.scenes[scene], "choices", {})
        moves = {name: self._move(choice) for name, choice in choices.items()}
        tests = {name: move.offered for name, move in moves.items() if move.offered is not None}
        table = self[scene] = Table(moves, tuple(moves), tests)
        return table

    def _move(self, choice: Choice) -> Move:
        offered = None if choice.when is None else test(choice.when, self.position)
        change = _change(choice, self.scenario.state, self.position)
        return Move(choice, offered, change, exits(choice.to, self.position))


class Machine:
    """What the engine needs of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.position = {variable.name: n for n, variable in enumerate(scenario.state)}
        self.tables = Tables(scenario, self.position)
        self.passages = {
            name: exits(scene.to, self.position)
            for name, scene in scenario.scenes.items()
            if isinstance(scene, Passage)
        }
        self.orders: dict[tuple[str, str], tuple[Choice, ...]] = {}


def exits(routes: tuple[Route, ...], position: Mapping[str, int]) -> tuple[Exit, ...]:
    """Routes, compiled."""
    return tuple(
        Exit(None if route.when is None else test(route.when, position), route.scene) for route in routes
    )


def _change(
    choice: Choice, variables: tuple[Variable, ...], position: Mapping[str, int]
) -> Callable[[State], State] | None:
    fixed = [(position[name], value) for name, value in choice.set.items()]
    added = [(position[name], value) for name, value in choice.add.items()]
    if not fixed and not added:
        return None
    limits = [(at, value, variables[at].low, variables[at].high) for at, value in added]

    def change(state: State) -> State:
        values = list(state)
        for at, value in fixed:
            values[at] = value
        for at, value, low, high in limits:
            values[at] = min(max(values[at] + value, low), high)
        return tuple(values)

    return change


@lru_cache(maxsize=32)
def machine(scenario: Scenario) -> Machine:
    """The compiled form of a scenario; the same object while the scenario is in use."""
    return Machine(scenario)


def test(condition: Condition, position: Mapping[str, int]) -> Test:
    """The condition as a function of the state."""
    match condition:
        case Truth(always):
            return lambda _: always
        case Flag(name):
            return partial(_is_set, position[name])
        case Not(part):
            inner = test(part, position)
            return lambda state: not inner(state)
        case Junction(word, parts):
            join = _both if word == "and" else _either
            return reduce(join, [test(part, position) for part in parts])
        case Compare(str() as name, sign, int() as value):
            return _compared(position[name], _COMPARE[sign], value)
        case _:
            left, sign, right = condition
            compare = _COMPARE[sign]
            first, second = _operand(left, position), _operand(right, position)
            return lambda state: compare(first(state), second(state))


def _is_set(at: int, state: State) -> bool:
    return state[at] == 1


def _compared(at: int, compare: Callable[[int, int], bool], value: int) -> Test:
    return lambda state: compare(state[at], value)


def _both(first: Test, second: Test) -> Test:
    return lambda state: first(state) and second(state)


def _either(first: Test, second: Test) -> Test:
    return lambda state: first(state) or second(state)


def _operand(operand: Operand, position: Mapping[str, int]) -> Callable[[State], int]:
    if isinstance(operand, str):
        return operator.itemgetter(position[operand])
    value = int(operand)
    return lambda _: value


def shown(text: Text, scenario: Scenario, state: State) -> str:
    """The text as it reads in that state; its parts are joined by blank lines."""
    if len(text) == 1 and text[0].when is None:
        return text[0].text
    position = machine(scenario).position
    parts = []
    for part in text:
        holds = part.when is None or test(part.when, position)(state)
        chosen = part.text if holds else part.otherwise
        if chosen is not None:
            parts.append(chosen)
    return "\n\n".join(parts)
