"""Conditions in words, as one would say them."""

from __future__ import annotations

from etika_sim.locale import N_, _
from etika_sim.model import Compare, Condition, Flag, Junction, Not, Operand, Truth

_SAID = {
    "==": N_("{left} is {right}"),
    "!=": N_("{left} is not {right}"),
    "<": N_("{left} is less than {right}"),
    "<=": N_("{left} is at most {right}"),
    ">": N_("{left} is more than {right}"),
    ">=": N_("{left} is at least {right}"),
}


def condition(it: Condition) -> str:
    """What a condition demands: "tercatat and celah is at most 3"."""
    match it:
        case Truth(value):
            return _("always") if value else _("never")
        case Flag(name):
            return name
        case Not(part):
            return _("not {condition}").format(condition=_within(part))
        case Junction(word, parts):
            return (_(" and ") if word == "and" else _(" or ")).join(map(_within, parts))
        case Compare(str() as name, "==", bool(value)) | Compare(bool(value), "==", str() as name):
            return condition(Flag(name) if value else Not(Flag(name)))
        case Compare(str() as name, "!=", bool(value)) | Compare(bool(value), "!=", str() as name):
            return condition(Not(Flag(name)) if value else Flag(name))
        case Compare(left, sign, right):
            return _(_SAID[sign]).format(left=_operand(left), right=_operand(right))


def _within(part: Condition) -> str:
    """A part of a condition; joined ones in brackets, so that nobody takes them apart."""
    return f"({condition(part)})" if isinstance(part, Junction) else condition(part)


def _operand(operand: Operand) -> str:
    if isinstance(operand, bool):
        return _("true") if operand else _("false")
    return str(operand)
