"""How the minutes of a class are spent: which phases, which decisions in full, which quickly.

Source: the times published for role-play and peer instruction, as `docs/classroom.md` tells them.
The hour of any length is drawn between three that are fixed: 10, 45 and 90 minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from etika_sim.classroom.phases import Phase
from etika_sim.model import ClassPlan, Role

FULL, QUICK = "full", "quick"

SHORTEST, LONGEST = 10, 480
"""Minutes that a class may have."""

AT_DECISION: Mapping[str, tuple[tuple[Phase, int], ...]] = {
    FULL: (
        (Phase.READ, 1),
        (Phase.ENACT, 3),
        (Phase.VOTE_1, 2),
        (Phase.DISCUSS, 4),
        (Phase.VOTE_2, 1),
        (Phase.REVEAL, 1),
        (Phase.ROUTE, 1),
    ),
    QUICK: ((Phase.READ, 1), (Phase.VOTE_1, 1), (Phase.REVEAL, 1), (Phase.ROUTE, 1)),
}
"""What a decision takes, phase by phase, in minutes."""

COST = {how: sum(minutes for _, minutes in phases) for how, phases in AT_DECISION.items()}

_FRAMES = {10: (1, 0, 0, 4, 1), 45: (4, 3, 2, 14, 5), 90: (7, 6, 3, 22, 9)}
"""Minutes around the decisions: opening, roles, de-role, debrief, commitments with the exit form."""


class Step(NamedTuple):
    """A phase and its minutes; `decision` counts the decisions from 1, `how` is full or quick."""

    phase: Phase
    minutes: int
    decision: int = 0
    how: str = ""


class Frame(NamedTuple):
    """Minutes around the decisions, and what is left for the decisions themselves."""

    opening: int
    roles: int
    de_role: int
    debrief: int
    commitments: int
    decisions: int


def frame(minutes: int) -> Frame:
    """The frame of a class of that many minutes; roles are not dealt where nothing can be enacted."""
    opening, roles, de_role, debrief, commitments = _between(minutes)
    if minutes - (opening + roles + de_role + debrief + commitments) < COST[FULL]:
        roles = de_role = 0
    left = minutes - (opening + roles + de_role + debrief + commitments)
    spare = left - _spent(hows(left))
    return Frame(opening, roles, de_role, debrief + spare, commitments, left - spare)


def _between(minutes: int) -> tuple[int, ...]:
    """The fixed frames, drawn out straight between each other and in proportion beyond the longest."""
    anchors = sorted(_FRAMES)
    if minutes >= anchors[-1]:
        return tuple(_half_up(part * minutes, anchors[-1]) for part in _FRAMES[anchors[-1]])
    low, high = next((a, b) for a, b in pairwise(anchors) if minutes < b)
    span = high - low
    return tuple(
        _half_up(first * (high - minutes) + second * (minutes - low), span)
        for first, second in zip(_FRAMES[low], _FRAMES[high], strict=True)
    )


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
    steps = [
        Step(Phase.LOBBY, hour.opening // 2),
        Step(Phase.BRIEFING, hour.opening - hour.opening // 2),
        Step(Phase.ROLES, hour.roles),
    ]
    played = hows(hour.decisions) if decisions is None else decisions
    for number, how in enumerate(played, 1):
        steps += [Step(phase, length, number, how) for phase, length in AT_DECISION[how]]
    form = hour.commitments // 3
    steps += [
        Step(Phase.DE_ROLE, hour.de_role),
        Step(Phase.DEBRIEF, hour.debrief),
        Step(Phase.COMMITMENTS, hour.commitments - form),
        Step(Phase.EXIT, form),
    ]
    return tuple(step for step in steps if step.minutes)


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
