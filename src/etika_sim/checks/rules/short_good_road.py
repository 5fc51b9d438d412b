"""A recommended road much shorter than the longest one, or without pressure after its first choice.

Who chooses well should not be done early: a short good road teaches that there is nothing more to
see. Over all recommended roads to an ending: fewer than 60 percent of the longest play's decisions,
or fewer than two decisions under pressure after the first. A decision is under pressure if a choice
offered there names an excuse and is not recommended. Small cases are left alone. Both limits are our
own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.roads import Road, played
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Decision
from etika_sim.play.goodness import best

FEWEST_PERCENT = 60
FEWEST_PRESSED = 2


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a case, where the recommended road ends that is worst."""
    roads = [road for road in draft.recommended.roads if road.ending is not None and road.steps]
    if not roads or draft.is_small:
        return
    shortest = min(roads, key=lambda road: road.decisions)
    most = draft.longest.value if draft.longest is not None and draft.longest.choices is not None else 0
    if 100 * shortest.decisions < FEWEST_PERCENT * most:
        yield _finding(shortest, "length", {"decisions": shortest.decisions, "longest": most})
        return
    calm = min(roads, key=lambda road: pressed(draft, road))
    if pressed(draft, calm) < FEWEST_PRESSED:
        yield _finding(calm, "pressure", {"pressed": pressed(draft, calm)})


def _finding(road: Road, reason: str, facts: dict[str, object]) -> Diagnostic:
    scene, choice = road.steps[-1]
    path = ("scenes", scene, "choices", choice, "to")
    told = {"reason": reason, "ending": road.ending, "road": tuple(name for _scene, name in road.steps)}
    return Diagnostic("short-good-road", path, {**told, **facts}, "key")


def pressed(draft: Draft, road: Road) -> int:
    """How many different decisions of a road, its first left out, are under pressure."""
    scenes = set()
    for play in played(draft.scenario, [choice for _scene, choice in road.steps])[1:-1]:
        scene = draft.scenario.scenes[play.scene]
        assert isinstance(scene, Decision)
        offered = tuple(scene.choices[name] for name in play.offered)
        good = best(offered)
        if any(choice.excuse and choice not in good for choice in offered):
            scenes.add(scene.id)
    return len(scenes - {road.steps[0][0]})
