"""A class plan that some road makes longer than the minutes there are for decisions.

A decision takes 13 minutes in full, 4 quickly. Of 45 minutes 17 are left for decisions, of 90
minutes 43; between and beyond, 26 more for every 45. Of less than 45 minutes the same share is left
as of 45, but never less than one quick decision takes. Source: the time plan of docs/rules.md, made
from the length of the parts of a session; the minutes are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.longest import longest
from etika_sim.checks.roads import road
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import ClassPlan

FULL, QUICK = 13, 4
SHORT, LONG = (45, 17), (90, 43)


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a plan, at its minutes."""
    for plan in draft.scenario.plans.values():
        weights = {**dict.fromkeys(plan.quick, QUICK), **dict.fromkeys(plan.full, FULL)}
        there = available(plan.minutes)
        if sum(weights.values()) <= there or draft.spots is None:
            continue
        most = longest(draft.spots, weights)
        if most.value > there and most.choices is not None:
            facts = _facts(draft, plan, weights, most.choices)
            told = {"minutes": plan.minutes, "needed": most.value, "available": there, **facts}
            yield Diagnostic("class-plan-too-long", ("class", str(plan.minutes)), told, "key")


def available(minutes: int) -> int:
    """How many minutes of a session are there for decisions."""
    if minutes < SHORT[0]:
        return max(QUICK, minutes * SHORT[1] // SHORT[0])
    return SHORT[1] + (minutes - SHORT[0]) * (LONG[1] - SHORT[1]) // (LONG[0] - SHORT[0])


def _facts(
    draft: Draft, plan: ClassPlan, weights: dict[str, int], choices: tuple[str, ...]
) -> dict[str, object]:
    """Which planned decisions the longest road meets."""
    met = dict.fromkeys(scene for scene, _choice in road(draft.scenario, choices).steps if scene in weights)
    full = tuple(scene for scene in met if scene in plan.full)
    return {"full": len(full), "quick": len(met) - len(full), "scenes": tuple(met)}
