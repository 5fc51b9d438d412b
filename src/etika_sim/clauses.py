"""Conditions in words: as one says them, or as they are followed by hand on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.locale import N_, Gettext, _
from etika_sim.model import Compare, Condition, Flag, Junction, Not, Operand, Truth

_SAID = {
    "==": N_("{left} is {right}"),
    "!=": N_("{left} is not {right}"),
    "<": N_("{left} is less than {right}"),
    "<=": N_("{left} is at most {right}"),
    ">": N_("{left} is more than {right}"),
    ">=": N_("{left} is at least {right}"),
}


class Voice(NamedTuple):
    """How a name of the state is spoken of, and a flag that is set or not."""

    name: Callable[[str], str]
    flag: Callable[[str, bool, Gettext], str]


def clause(condition: Condition, voice: Voice | None = None, _: Gettext = _) -> str:
    """What a condition demands: "tercatat and celah is at most 3"; an author's voice without another."""
    voice = voice or SPOKEN
    match condition:
        case Truth(value):
            return _("always") if value else _("never")
        case Flag(name):
            return voice.flag(name, True, _)
        case Not(Flag(name)):
            return voice.flag(name, False, _)
        case Not(part):
            return _("not {condition}").format(condition=_within(part, voice, _))
        case Junction(word, parts):
            joint = _(" and ") if word == "and" else _(" or ")
            return joint.join(_within(part, voice, _) for part in parts)
        case Compare(str() as name, "==" | "!=" as sign, bool(value)):
            return voice.flag(name, value == (sign == "=="), _)
        case Compare(bool(value), "==" | "!=" as sign, str() as name):
            return voice.flag(name, value == (sign == "=="), _)
        case Compare(left, sign, right):
            return _(_SAID[sign]).format(left=_operand(left, voice, _), right=_operand(right, voice, _))


def _within(part: Condition, voice: Voice, _: Gettext) -> str:
    """A part of a condition; joined ones in brackets, so that nobody takes them apart."""
    said = clause(part, voice, _)
    return f"({said})" if isinstance(part, Junction) else said


def _operand(operand: Operand, voice: Voice, _: Gettext) -> str:
    if isinstance(operand, bool):
        return _("true") if operand else _("false")
    return voice.name(operand) if isinstance(operand, str) else str(operand)


def _set_or_not(name: str, is_set: bool, _: Gettext) -> str:
    return name if is_set else _("not {condition}").format(condition=name)


def _marked_or_not(name: str, is_set: bool, _: Gettext) -> str:
    said = _("{name} is marked") if is_set else _("{name} is not marked")
    return said.format(name=on_paper(name))


def on_paper(name: str) -> str:
    """A name of the state as it is written on paper."""
    return f"«{name.replace('_', ' ')}»"


SPOKEN = Voice(str, _set_or_not)
BY_HAND = Voice(on_paper, _marked_or_not)
