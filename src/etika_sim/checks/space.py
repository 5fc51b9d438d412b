"""Sets of states as integers: bit i stands for the i-th state of all that the variables allow.

A state's number is mixed-radix: the sum of (value - low) * stride over the variables. So a
condition is a mask, a change is a few shifts, and a million states are one `&`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from etika_sim.model import Compare, Condition, Flag, Junction, Not, Operand, Truth, Variable
from etika_sim.play.program import MoveRow

_HOLDS: Mapping[str, Callable[[int, int], bool]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


class Shift(NamedTuple):
    """The states in `source` move by `by` bits, to land in `target`."""

    source: int
    by: int
    target: int


Change = tuple[tuple[Shift, ...], ...]
"""For each variable that changes: where each of its values goes."""


class Space:
    """All states over some variables, and the sets of them that conditions and changes make."""

    def __init__(self, variables: Iterable[Variable]) -> None:
        self.variables = {variable.name: variable for variable in variables}
        self.strides: dict[str, int] = {}
        self.size = 1
        for name, variable in self.variables.items():
            self.strides[name] = self.size
            self.size *= variable.high - variable.low + 1
        self.full = (1 << self.size) - 1
        self._masks: dict[tuple[str, int], int] = {}
        self._conditions: dict[Condition, int] = {}
        self._changes: dict[tuple[tuple[str, str, int], ...], Change] = {}

    def start(self) -> int:
        """The set of the one state in which a play begins."""
        offsets = (self.strides[v.name] * (v.start - v.low) for v in self.variables.values())
        return 1 << sum(offsets)

    def values(self, states: int, name: str) -> list[int]:
        """The values a variable takes in a set of states."""
        variable = self.variables[name]
        return [v for v in range(variable.low, variable.high + 1) if states & self.mask(name, v)]

    def possible(
        self, states: int, condition: Condition | None
    ) -> tuple[tuple[str, tuple[int | bool, ...]], ...]:
        """What the names of a condition can be in a set of states; flags as truth values."""
        return tuple(
            (name, tuple(bool(v) if self.variables[name].is_flag else v for v in self.values(states, name)))
            for name in names_in(condition)
        )

    def mask(self, name: str, value: int) -> int:
        """The states in which a variable has that value."""
        found = self._masks.get((name, value))
        if found is None:
            variable, stride = self.variables[name], self.strides[name]
            period = stride * (variable.high - variable.low + 1)
            block = ((1 << stride) - 1) << (stride * (value - variable.low))
            found = self._masks[name, value] = _repeated(block, period, self.size // period)
        return found

    def where(self, condition: Condition | None) -> int:
        """The states in which a condition holds; all of them without a condition."""
        if condition is None:
            return self.full
        found = self._conditions.get(condition)
        if found is None:
            found = self._conditions[condition] = self._where(condition)
        return found

    def _where(self, condition: Condition) -> int:
        match condition:
            case Truth(value):
                return self.full if value else 0
            case Flag(name):
                return self.mask(name, 1)
            case Not(part):
                return self.full & ~self.where(part)
            case Junction("and", parts):
                return _all(self.where(part) for part in parts)
            case Junction(_, parts):
                return _any(self.where(part) for part in parts)
            case _:
                return self._compared(*condition)

    def _compared(self, left: Operand, sign: str, right: Operand) -> int:
        holds = _HOLDS[sign]
        pairs = ((a, b) for a in self._range(left) for b in self._range(right) if holds(a, b))
        return _any(self._equals(left, a) & self._equals(right, b) for a, b in pairs)

    def _range(self, operand: Operand) -> Iterable[int]:
        if not isinstance(operand, str):
            return (int(operand),)
        variable = self.variables[operand]
        return range(variable.low, variable.high + 1)

    def _equals(self, operand: Operand, value: int) -> int:
        return self.mask(operand, value) if isinstance(operand, str) else self.full

    def change(self, move: MoveRow) -> Change:
        """What a move does to states."""
        if not move.set and not move.add:
            return ()
        key = (
            *(("set", name, value) for name, value in move.set.items()),
            *(("add", name, value) for name, value in move.add.items()),
        )
        found = self._changes.get(key)
        if found is None:
            found = self._changes[key] = tuple(self._shifts(*part) for part in key)
        return found

    def _shifts(self, how: str, name: str, by: int) -> tuple[Shift, ...]:
        variable, stride = self.variables[name], self.strides[name]
        shifts = []
        for value in range(variable.low, variable.high + 1):
            goal = by if how == "set" else min(max(value + by, variable.low), variable.high)
            shifts.append(Shift(self.mask(name, value), (goal - value) * stride, self.mask(name, goal)))
        return tuple(shifts)

    def named(self, states: int, names: Iterable[str]) -> tuple[tuple[str, int | bool], ...]:
        """The values of some names in the first of a set of states; flags as truth values."""
        number = (states & -states).bit_length() - 1
        found = []
        for name in names:
            variable = self.variables[name]
            span = variable.high - variable.low + 1
            value = number // self.strides[name] % span + variable.low
            found.append((name, bool(value) if variable.is_flag else value))
        return tuple(found)


def image(states: int, change: Change) -> int:
    """Where a set of states goes by a change."""
    for shifts in change:
        moved = 0
        for source, by, _ in shifts:
            part = states & source
            moved |= part << by if by >= 0 else part >> -by
        states = moved
    return states


def preimage(states: int, change: Change) -> int:
    """The states that a change takes into a set."""
    for shifts in reversed(change):
        origin = 0
        for _, by, target in shifts:
            part = states & target
            origin |= part >> by if by >= 0 else part << -by
        states = origin
    return states


def names_in(condition: Condition | None) -> tuple[str, ...]:
    """The names of the state that a condition speaks of, each once, in their order."""
    match condition:
        case Flag(name):
            return (name,)
        case Not(part):
            return names_in(part)
        case Junction(_, parts):
            return tuple(dict.fromkeys(name for part in parts for name in names_in(part)))
        case Compare(left, _, right):
            return tuple(dict.fromkeys(side for side in (left, right) if isinstance(side, str)))
        case _:
            return ()


def _repeated(block: int, period: int, times: int) -> int:
    """`block` laid `times` times side by side, `period` bits apart, in log2(times) steps."""
    whole, done = 0, 0
    while times:
        if times & 1:
            whole |= block << done
            done += period
        block |= block << period
        period *= 2
        times >>= 1
    return whole


def _all(sets: Iterable[int]) -> int:
    both = -1
    for states in sets:
        both &= states
    return both


def _any(sets: Iterable[int]) -> int:
    either = 0
    for states in sets:
        either |= states
    return either
