"""A program made ready to run: conditions and changes as closures, scene by scene on first use.

A state is a tuple of integers in the order of `Scenario.state`; a flag is 0 or 1.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import lru_cache, partial, reduce
from typing import NamedTuple
from weakref import WeakKeyDictionary

from etika_sim.model import (
    Choice,
    Compare,
    Condition,
    Flag,
    Junction,
    Not,
    Operand,
    Route,
    Scenario,
    Text,
    Truth,
    Variable,
)
from etika_sim.play.program import PASSAGE, MoveRow, Program, compile

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


class CompiledRoute(NamedTuple):
    """A compiled route: `holds` is None when it always does."""

    holds: Test | None
    scene: str


class CompiledMove(NamedTuple):
    """A compiled way out: whether it is offered, how it changes the state, where it leads."""

    row: MoveRow
    offered: Test | None
    change: Callable[[State], State] | None
    routes: tuple[CompiledRoute, ...]


class CompiledDecision(NamedTuple):
    """A decision, compiled: its moves, the ids of its choices, and the tests of those that have one."""

    moves: dict[str, CompiledMove]
    choices: tuple[str, ...]
    tests: dict[str, Test]

    def offered(self, state: State) -> tuple[str, ...]:
        """The ids of the choices offered in that state, in file order."""
        tests = self.tests
        if not tests:
            return self.choices
        return tuple([name for name in self.choices if name not in tests or tests[name](state)])


class CompiledDecisions(dict[str, CompiledDecision]):
    """Decisions by their ids, each compiled when it is first asked for; an ending is one without choices."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.scenes, self.variables = program.scenes, program.variables
        self.position = position_of(program.variables)

    def __missing__(self, scene: str) -> CompiledDecision:
        moves = {str(row.id): self._move(row) for row in self.scenes[scene].moves}
        tests = {name: move.offered for name, move in moves.items() if move.offered is not None}
        compiled = self[scene] = CompiledDecision(moves, tuple(moves), tests)
        return compiled

    def _move(self, row: MoveRow) -> CompiledMove:
        offered = None if row.when is None else compile_condition(row.when, self.position)
        change = compile_changes(row, self.variables)
        return CompiledMove(row, offered, change, compile_routes(row.to, self.position))


class Machine:
    """What the engine needs of one scenario; all of it is made of the program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.decisions = CompiledDecisions(program)
        self.position = self.decisions.position
        self.passages = {
            name: compile_routes(row.moves[0].to, self.position)
            for name, row in program.scenes.items()
            if row.kind == PASSAGE
        }
        self.orders: dict[tuple[str, str], tuple[Choice, ...]] = {}


@lru_cache(maxsize=32)
def machine(scenario: Scenario) -> Machine:
    """The compiled form of a scenario; the same object while the scenario is in use."""
    return Machine(program_of(scenario))


def program_of(scenario: Scenario) -> Program:
    """The program of a scenario; the same object as long as there is the scenario."""
    program = _programs.get(scenario)
    if program is None:
        program = _programs[scenario] = compile(scenario)
    return program


_programs: WeakKeyDictionary[Scenario, Program] = WeakKeyDictionary()
"""Kept no longer than their scenarios: a large case would be as large again."""


def position_of(variables: tuple[Variable, ...]) -> Mapping[str, int]:
    """Where in a state each name has its value."""
    return {variable.name: n for n, variable in enumerate(variables)}


def compile_routes(routes: tuple[Route, ...], position: Mapping[str, int]) -> tuple[CompiledRoute, ...]:
    """Routes, each with its condition as a function of the state."""
    return tuple(
        CompiledRoute(None if when is None else compile_condition(when, position), scene)
        for scene, when in routes
    )


def compile_changes(row: MoveRow, variables: tuple[Variable, ...]) -> Callable[[State], State] | None:
    """What a move sets and adds as a function of the state, None where it changes nothing."""
    if not row.set and not row.add:
        return None
    position = position_of(variables)
    # to set is to add nothing and to clamp to one value
    steps = [(position[name], 0, value, value) for name, value in row.set.items()]
    for name, amount in row.add.items():
        variable = variables[position[name]]
        steps.append((position[name], amount, variable.low, variable.high))

    def change(state: State) -> State:
        values = list(state)
        for at, amount, low, high in steps:
            value = values[at] + amount
            if value < low:
                value = low
            elif value > high:
                value = high
            values[at] = value
        return tuple(values)

    return change


def compile_condition(condition: Condition, position: Mapping[str, int]) -> Test:
    """The condition as a function of the state."""
    match condition:
        case Truth(always):
            return lambda _: always
        case Flag(name):
            return partial(_is_set, position[name])
        case Not(part):
            inner = compile_condition(part, position)
            return lambda state: not inner(state)
        case Junction(word, parts):
            join = _both if word == "and" else _either
            return reduce(join, [compile_condition(part, position) for part in parts])
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


def text_in_state(text: Text, scenario: Scenario, state: State) -> str:
    """The text as it reads in that state; its parts are joined by blank lines."""
    if len(text) == 1 and text[0].when is None:
        return text[0].text
    position = machine(scenario).position
    parts = []
    for part in text:
        holds = part.when is None or compile_condition(part.when, position)(state)
        chosen = part.text if holds else part.otherwise
        if chosen is not None:
            parts.append(chosen)
    return "\n\n".join(parts)
