"""A sound case as the warnings look at it: what can be reached in it, what it cites, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from etika_sim.checks.glance import Glance, glances
from etika_sim.checks.graph import Graph
from etika_sim.model import Choice, Decision, Law, Scenario


class Draft:
    """A case without errors. `laws` is the register it cites from, `today` an ISO date.

    What the proof has walked already, the `graph` and where it reached, need not be walked again.
    """

    def __init__(
        self,
        scenario: Scenario,
        laws: Mapping[str, Law] | None = None,
        today: str = "",
        graph: Graph | None = None,
        reached: Mapping[str, int] | None = None,
    ) -> None:
        self.scenario, self.laws, self.today = scenario, laws or {}, today
        if graph is not None:
            self.graph = graph
        if reached is not None:
            self.reached = reached

    @cached_property
    def graph(self) -> Graph:
        """The routes of the case as arcs between sets of states."""
        return Graph(self.scenario)

    @cached_property
    def reached(self) -> Mapping[str, int]:
        """For each scene that a play can reach, the states in which it can be there."""
        return self.graph.reach()

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that a play can reach, in the order of the file."""
        scenes = self.scenario.scenes
        return tuple(
            scene for name in scenes if name in self.reached and isinstance(scene := scenes[name], Decision)
        )

    @cached_property
    def offers(self) -> Mapping[str, tuple[tuple[Choice, ...], ...]]:
        """For each reached decision, the choices as they can stand together on the screen.

        More than one group where choices have conditions. A single choice is nothing to decide and
        is left out, so there may be no group.
        """
        return {scene.id: tuple(self._offers(scene)) for scene in self.decisions}

    @cached_property
    def glances(self) -> tuple[tuple[Glance, ...], ...]:
        """For each reached decision with something to choose, its options as a glance shows them."""
        found = (glances(scene, self.offers[scene.id]) for scene in self.decisions if self.offers[scene.id])
        return tuple(one for one in found if any(glance.others for glance in one))

    def _offers(self, scene: Decision) -> list[tuple[Choice, ...]]:
        groups: list[tuple[tuple[Choice, ...], int]] = [((), self.reached[scene.id])]
        for way in self.graph.exits[scene.id]:
            assert way.choice is not None
            with_it = (((*group, way.choice), states & way.guard) for group, states in groups)
            without = ((group, states & ~way.guard) for group, states in groups)
            groups = [(group, states) for group, states in (*with_it, *without) if states]
        return [group for group, _states in groups if len(group) > 1]
