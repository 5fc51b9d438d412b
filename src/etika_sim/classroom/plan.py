"""How the minutes of a class are spent: which phases, which decisions in full, which quickly.

Source: the times published for role-play and peer instruction, as `docs/classroom.md` tells them.
The hour of any length is drawn between three that are fixed (ANCHORS).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from etika_sim.classroom.phases import AT_A_DECISION, BLOCKS, ORDER, PHASES, Phase, is_before
from etika_sim.model import ClassPlan, Role

FULL, QUICK = "full", "quick"

SHORTEST, LONGEST = 10, 480
"""Minutes that a class may have."""

AT_DECISION: Mapping[str, tuple[tuple[Phase, int], ...]] = {
    FULL: tuple((phase, row.full) for phase, row in PHASES.items() if row.full),
    QUICK: tuple((phase, row.quick) for phase, row in PHASES.items() if row.quick),
}
"""What a decision takes, phase by phase, in minutes."""

COST = {how: sum(minutes for _, minutes in phases) for how, phases in AT_DECISION.items()}

ANCHORS = (10, 45, 90)
"""The lengths for which BLOCKS tells the minutes."""

FOR_ROLES = ("roles", "de-role")
"""Blocks that fall away where nothing can be enacted."""


class Step(NamedTuple):
    """A phase and its minutes; `decision` counts the decisions from 1, `how` is full or quick."""

    phase: Phase
    minutes: int
    decision: int = 0
    how: str = ""


class Frame(NamedTuple):
    """Minutes of the blocks around the decisions, and what is left for the decisions themselves."""

    blocks: Mapping[str, int]
    decisions: int


def frame(minutes: int) -> Frame:
    """The frame of a class of that many minutes; minutes that fit no decision go to the debrief."""
    blocks = _blocks(minutes)
    left = minutes - sum(blocks.values())
    spare = left - _spent(hows(left))
    return Frame({**blocks, "debrief": blocks["debrief"] + spare}, left - spare)


def available(minutes: int) -> int:
    """The minutes of a class that its blocks leave for decisions, whether decisions fill them or not."""
    return minutes - sum(_blocks(minutes).values())


def _blocks(minutes: int) -> dict[str, int]:
    """The minutes of each block; roles are not dealt where nothing can be enacted."""
    blocks = {name: _drawn(anchors, minutes) for name, anchors in BLOCKS.items()}
    if minutes - sum(blocks.values()) < COST[FULL]:
        blocks |= dict.fromkeys(FOR_ROLES, 0)
    return blocks


def _drawn(anchors: tuple[int, ...], minutes: int) -> int:
    """A block's minutes, drawn out straight between the anchors and in proportion beyond the longest."""
    if minutes >= ANCHORS[-1]:
        return _half_up(anchors[-1] * minutes, ANCHORS[-1])
    n = next(n for n, length in enumerate(ANCHORS[1:]) if minutes < length)
    low, high = ANCHORS[n], ANCHORS[n + 1]
    return _half_up(anchors[n] * (high - minutes) + anchors[n + 1] * (minutes - low), high - low)


def _half_up(value: int, divisor: int) -> int:
    return (2 * value + divisor) // (2 * divisor)


def _spent(decisions: Iterable[str]) -> int:
    return sum(COST[how] for how in decisions)


def hows(left: int) -> list[str]:
    """The decisions that fit into that many minutes: as many in full as can be, then quick ones."""
    return [FULL] * (left // COST[FULL]) + [QUICK] * (left % COST[FULL] // COST[QUICK])


def plan(minutes: int, decisions: Iterable[str] | None = None) -> tuple[Step, ...]:
    """The steps of a class; their minutes add up to `minutes`.

    `decisions` says how each is played; left out, the plan tells what the time allows.
    """
    hour = frame(minutes)
    played = hows(hour.decisions) if decisions is None else decisions
    at_decisions = [
        Step(phase, length, number, how)
        for number, how in enumerate(played, 1)
        for phase, length in AT_DECISION[how]
    ]
    before = [phase for phase in ORDER if is_before(phase, AT_A_DECISION[0])]
    after = [phase for phase in ORDER if is_before(AT_A_DECISION[-1], phase)]
    steps = [*_once(before, hour), *at_decisions, *_once(after, hour)]
    return tuple(step for step in steps if step.minutes)


def _once(phases: Iterable[Phase], hour: Frame) -> list[Step]:
    """The steps of phases that come once, each with its part of its block."""
    rows = {phase: PHASES[phase] for phase in phases if PHASES[phase].block}
    shared = {phase: int(hour.blocks[row.block] * row.share) for phase, row in rows.items()}
    return [
        Step(phase, shared[phase] if row.share else hour.blocks[row.block] - _others(row.block, shared))
        for phase, row in rows.items()
    ]


def _others(block: str, shared: Mapping[Phase, int]) -> int:
    return sum(minutes for phase, minutes in shared.items() if PHASES[phase].block == block)


def cut_from(plans: Mapping[int, ClassPlan], minutes: int) -> ClassPlan | None:
    """The case's plan for that length: the next longer one, to be cut, or else the longest there is."""
    if not plans:
        return None
    return plans[min((length for length in plans if length >= minutes), default=max(plans))]


def is_idle(role: Role, plan_of_case: ClassPlan | None) -> bool:
    """Whether the plan plays decisions, and none in which the role has something to do."""
    played = {*plan_of_case.full, *plan_of_case.quick} if plan_of_case else set()
    return bool(played and role.scenes) and played.isdisjoint(role.scenes)


def how_to_play(scene: str, plan_of_case: ClassPlan | None, left: int) -> str | None:
    """How the class takes a decision it has come to, with that many minutes left for decisions.

    In full where the case's plan says so (or there is no plan) and the time allows it; else quickly;
    None when the time for decisions is spent.
    """
    is_full = plan_of_case is None or scene in plan_of_case.full
    if is_full and left >= COST[FULL]:
        return FULL
    return QUICK if left >= COST[QUICK] else None
