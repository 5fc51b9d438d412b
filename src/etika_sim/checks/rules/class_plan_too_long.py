"""A class plan that some road makes longer than the minutes there are for decisions.

What a decision takes, and how many minutes of a class are left for decisions, is the plan of a class
itself (`classroom/plan.py`). Source: the time plan of docs/rules.md; the minutes are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.longest import longest
from etika_sim.checks.roads import road
from etika_sim.classroom.plan import COST, FULL, QUICK, SHORTEST, available
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import ClassPlan


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a plan, at its minutes."""
    for plan in draft.scenario.plans.values():
        weights = {**dict.fromkeys(plan.quick, COST[QUICK]), **dict.fromkeys(plan.full, COST[FULL])}
        there = available(max(SHORTEST, plan.minutes))
        if sum(weights.values()) <= there or draft.spots is None:
            continue
        most = longest(draft.spots, weights)
        if most.value > there and most.choices is not None:
            facts = _facts(draft, plan, weights, most.choices)
            told = {"minutes": plan.minutes, "needed": most.value, "available": there, **facts}
            yield Diagnostic("class-plan-too-long", ("class", str(plan.minutes)), told, "key")


def _facts(
    draft: Draft, plan: ClassPlan, weights: dict[str, int], choices: tuple[str, ...]
) -> dict[str, object]:
    """Which planned decisions the longest road meets."""
    met = dict.fromkeys(scene for scene, _choice in road(draft.scenario, choices).steps if scene in weights)
    full = tuple(scene for scene in met if scene in plan.full)
    return {"full": len(full), "quick": len(met) - len(full), "scenes": tuple(met)}
