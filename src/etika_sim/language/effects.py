"""Reading what a choice does: points on the principles, the names of the state, its changes."""

from __future__ import annotations

import math
import re
from typing import Any

from etika_sim.language import kinds
from etika_sim.language.condition import WORDS
from etika_sim.language.fields import COUNTER, HIGHEST_COUNTER, LOWEST_COUNTER, MOST_NAMES, MOST_STATES, NAME
from etika_sim.language.suggest import key_meant
from etika_sim.language.values import Values
from etika_sim.model import PRINCIPLES, Variable

_POINTS = kinds.Number(-2, 2)
_POSITION = {principle.value: n for n, principle in enumerate(PRINCIPLES)}


def points(values: Values, raw: Any, kind: kinds.Points) -> tuple[int | None, ...] | None:
    """Points in the order of the principles, None where the author gave none."""
    if type(raw) is not dict:
        values.wrong(raw, "mapping")
        return None
    found: list[int | None] = [None] * len(PRINCIPLES)
    for name, written in raw.items():
        position = _POSITION.get(name)
        if position is None:
            meant = (key_meant(name, _POSITION) if values.findings.room else None) or ""
            values.report("unknown-key", name, on="key", key=name, suggestion=meant, keys=tuple(_POSITION))
        else:
            found[position] = values.read(written, _POINTS, name)
    return tuple(found)


def state_names(values: Values, raw: Any) -> dict[str, Variable] | None:
    """The names of the state with their ranges; at most 16 names and 2^20 states. None if unreadable.

    A name with a mistake gets the widest range, so that nobody complains where it is used.
    """
    if raw is None:
        return {}
    if type(raw) is not dict:
        values.wrong(raw, "mapping")
        return None
    found, sound = {}, {}
    for name, written in raw.items():
        if not re.fullmatch(NAME, name) or name in WORDS:
            values.bad("state-name", name, on="key", value=name, pattern=NAME)
        values.path.append(name)
        variable = _variable(values, name, written)
        values.path.pop()
        if variable is not None:
            sound[name] = variable
        is_flag = not isinstance(written, dict)
        found[name] = variable or Variable(name, LOWEST_COUNTER, HIGHEST_COUNTER, 0, is_flag)
    _check_size(values, sound)
    return found


def _variable(values: Values, name: str, written: Any) -> Variable | None:
    if not isinstance(written, dict):
        start = values.truth(written, kinds.Truth())
        return None if start is None else Variable(name, 0, 1, int(start), True)
    counter = values.record(written, COUNTER)
    if counter is None:
        return None
    low, high, start = counter["from"], counter["to"], counter["start"]
    if low >= high:
        values.bad("counter-range", "to", low=low, high=high)
    elif not low <= start <= high:
        values.bad("range", "start", value=str(start), low=low, high=high)
    else:
        return Variable(name, low, high, start, False)
    return None


def _check_size(values: Values, found: dict[str, Variable]) -> None:
    states = math.prod(variable.high - variable.low + 1 for variable in found.values())
    if len(found) > MOST_NAMES or states > MOST_STATES:
        facts = {"names": len(found), "states": states}
        values.report("state-too-large", on="key", most_names=MOST_NAMES, most_states=MOST_STATES, **facts)


def changes(values: Values, raw: Any, kind: kinds.Changes) -> dict[str, int] | None:
    """What `set` or `add` does to each name, as numbers; a flag is 0 or 1."""
    if type(raw) is not dict:
        values.wrong(raw, "mapping")
        return None
    state = values.names.state
    if state is None:  # that the state is unreadable is finding enough
        return None
    found = {}
    for name, written in raw.items():
        variable = state.get(name)
        if variable is None:
            near = values.near(name, state)
            values.report("unknown-state", name, on="key", name=name, suggestion=near)
            continue
        value = _change(values, variable, written, kind.how)
        if value is not None:
            found[name] = int(value)
    return found


def _change(values: Values, variable: Variable, written: Any, how: str) -> int | None:
    name = variable.name
    if how == "set" and variable.is_flag:
        return values.read(written, kinds.Truth(), name)  # type: ignore[no-any-return]
    if variable.is_flag:
        values.bad("add-to-flag", name, on="key", name=name)
        return None
    span = variable.high - variable.low
    low, high = (variable.low, variable.high) if how == "set" else (-span, span)
    return values.read(written, kinds.Number(low, high), name)  # type: ignore[no-any-return]
