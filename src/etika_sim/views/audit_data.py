"""The roads of a case for machines."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from etika_sim.checks.audit import Audit, Chances
from etika_sim.checks.blind import Expected
from etika_sim.checks.roads import Road
from etika_sim.model import PRINCIPLES, Ending
from etika_sim.views.scorecard import rounded

SCHEMA_VERSION = 1


def as_data(audit: Audit) -> dict[str, Any]:
    """The audit for machines: chances and sums as numbers, and exactly as fractions where they are exact."""
    chances = audit.chances
    longest = None
    if audit.longest is not None:
        known = audit.longest_road is not None
        longest = {"decisions": audit.longest.value, "exact": known, "road": _road_data(audit.longest_road)}
    return {
        "schema_version": SCHEMA_VERSION,
        "case": audit.scenario.id,
        "states": audit.states,
        "shortest": _road_data(audit.shortest),
        "longest": longest,
        "recommended": [_road_data(road) for road in audit.recommended.roads],
        "recommended_complete": audit.recommended.complete,
        "endings": {name: _ending_data(audit, name, road) for name, road in audit.soonest.items()},
        "guessing": None if chances is None else _guessing_data(chances),
        "left_out": audit.why or None,
        "scenes": {name: {"choices": distance} for name, distance in audit.distance.items()},
    }


def _road_data(road: Road | None) -> dict[str, Any] | None:
    if road is None:
        return None
    steps = [{"scene": scene, "choice": choice} for scene, choice in road.steps]
    told = {"ending": road.ending, "decisions": road.decisions, "words": road.words, "minutes": road.minutes}
    return {**told, "steps": steps}


def _ending_data(audit: Audit, name: str, road: Road) -> dict[str, Any]:
    scene = audit.scenario.scenes[name]
    assert isinstance(scene, Ending)
    found: dict[str, Any] = {"quality": scene.quality, "shortest": _road_data(road)}
    if audit.chances is not None:
        found["chance"] = _number(audit.chances.endings[name])
        found["earned_on_the_way"] = _expected_data(audit.chances.by_ending[name])
    return found


def _guessing_data(chances: Chances) -> dict[str, Any]:
    sums = {principle.value: _expected_data(chances.expected[principle]) for principle in PRINCIPLES}
    return {
        "exact": chances.exact,
        "decisions": _number(chances.decisions),
        "principles": sums,
        "overall": _expected_data(chances.expected[None]),
    }


def _expected_data(expected: Expected) -> dict[str, Any]:
    percent = expected.percent
    score = None if percent is None else float(rounded(Fraction(percent), 2))
    return {"earned": _number(expected.earned), "range": _number(expected.range), "score": score}


def _number(value: Fraction | float) -> dict[str, Any]:
    exact = str(value) if isinstance(value, Fraction) else None
    return {"value": float(value), "exact": exact}
