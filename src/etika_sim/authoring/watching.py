"""Which scene an author has just changed, and a play that stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from etika_sim.checks.graph import Graph
from etika_sim.checks.shortest import Shortest
from etika_sim.model import Decision, Scenario
from etika_sim.play.engine import NotOffered, NoWay, Play, choose, has_ended, start

Road = tuple[tuple[str, str], ...]
"""The choices of a play as (scene, choice) pairs."""

KEPT, SHORTEST, ALONE = "kept", "shortest", "alone"


class Change(NamedTuple):
    """What is new in a case: a scene, and which of its choices if the rest of the scene is as it was."""

    scene: str
    choices: tuple[str, ...] = ()


class Stand(NamedTuple):
    """A play that stands at a scene, the road to be kept for the next time, and how the play got there.

    `way`: KEPT by the road that was shown before, SHORTEST by the fewest choices, ALONE if no play
    leads there and the story was begun at the scene itself.
    """

    play: Play
    road: Road
    way: str


def changed(before: Scenario, after: Scenario) -> Change | None:
    """The first scene, in the order of the file, that is new or not what it was; None if none is."""
    for name, scene in after.scenes.items():
        old = before.scenes.get(name)
        if scene != old:
            if isinstance(scene, Decision) and isinstance(old, Decision):
                new = tuple(key for key, one in scene.choices.items() if one != old.choices.get(key))
                same = scene._replace(choices={}) == old._replace(choices={})
                return Change(name, new if same else ())
            return Change(name)
    return None


def stand(scenario: Scenario, scene: str, road: Road = ()) -> Stand | None:
    """A play that stands at the scene, or has just read it if it is a passage.

    The road is followed as far as this scenario allows; if it does not pass the scene, the shortest
    play is taken. None if the story cannot even be begun there.
    """
    found = _along(scenario, scene, road)
    if found is not None:
        return Stand(found, road, KEPT)
    graph = Graph(scenario)
    way = Shortest(graph).way({scene: graph.space.full})
    if way is not None:
        found = _along(scenario, scene, way.choices)
        if found is not None:
            return Stand(found, way.choices, SHORTEST)
    try:
        return Stand(start(replace(scenario, start=scene)), road, ALONE)
    except NoWay:
        return None


def consequences(play: Play, choices: Iterable[str]) -> list[Play]:
    """The plays just after some of the choices that are offered now."""
    found = []
    for choice in choices:
        try:
            found.append(choose(play, choice))
        except (NotOffered, NoWay):
            continue
    return found


def _along(scenario: Scenario, scene: str, road: Road) -> Play | None:
    """The first play on the road that stands at the scene or has just passed it."""
    try:
        play = start(scenario)
        for at, choice in road:
            if _is_at(play, scene) or at != play.scene or has_ended(play):
                break
            play = choose(play, choice)
    except (NotOffered, NoWay):
        return None
    return play if _is_at(play, scene) else None


def _is_at(play: Play, scene: str) -> bool:
    return play.scene == scene or scene in play.passed
