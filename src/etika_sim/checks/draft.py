"""A sound case as the warnings look at it: what can be reached in it, what it cites, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from etika_sim.checks.graph import Graph
from etika_sim.model import Decision, Law, Scenario


class Draft:
    """A case without errors. `laws` is the register it cites from, `today` an ISO date."""

    def __init__(self, scenario: Scenario, laws: Mapping[str, Law] | None = None, today: str = "") -> None:
        self.scenario, self.laws, self.today = scenario, laws or {}, today

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
