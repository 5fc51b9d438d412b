"""Conditions and changes of a case in words that can be followed by hand, without the program."""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim.locale import N_, _
from etika_sim.model import Choice, Compare, Condition, Flag, Junction, Not, Operand, Truth, Variable

_SIGNS = {
    "==": N_("{name} is {value}"),
    "!=": N_("{name} is not {value}"),
    "<": N_("{name} is less than {value}"),
    "<=": N_("{name} is {value} or less"),
    ">": N_("{name} is more than {value}"),
    ">=": N_("{name} is {value} or more"),
}


def in_words(condition: Condition) -> str:
    """A condition as a clause that may follow "if"."""
    match condition:
        case Truth(value):
            return _("always") if value else _("never")
        case Flag(name):
            return _("{name} is marked").format(name=named(name))
        case Not(Flag(name)):
            return _("{name} is not marked").format(name=named(name))
        case Not(part):
            return _("it is not so that {clause}").format(clause=_within(part))
        case Junction(word, parts):
            joint = _(" and ") if word == "and" else _(" or ")
            return joint.join(_within(part) for part in parts)
        case Compare(left, sign, right):
            return _(_SIGNS[sign]).format(name=_side(left), value=_side(right))


def _within(part: Condition) -> str:
    """A part of a longer clause; brackets keep "and" and "or" apart."""
    clause = in_words(part)
    return f"({clause})" if isinstance(part, Junction) else clause


def _side(operand: Operand) -> str:
    if isinstance(operand, str):
        return named(operand)
    if isinstance(operand, bool):
        return _("marked") if operand else _("not marked")
    return str(operand)


def named(name: str) -> str:
    """A name of the state as it is written on paper."""
    return f"«{name.replace('_', ' ')}»"


def changes(choice: Choice, state: Iterable[Variable]) -> list[str]:
    """What to note down after a choice, one line a name."""
    flags = {variable.name for variable in state if variable.is_flag}
    lines = []
    for name, value in choice.set.items():
        if name in flags:
            line = _("Mark {name}.") if value else _("Take the mark off {name}.")
        else:
            line = _("Set {name} to {value}.")
        lines.append(line.format(name=named(name), value=value))
    for name, value in choice.add.items():
        line = _("Add {n} to {name}.") if value >= 0 else _("Take {n} from {name}.")
        lines.append(line.format(name=named(name), n=abs(value)))
    return lines
