"""Shortest plays: which choices lead soonest to a scene in one of some states.

Plays of equal length are taken together, level by level; within a level come first the scenes
entered by a choice, then those entered through one passage, through two, and so on.
"""

from __future__ import annotations

from typing import NamedTuple

from etika_sim.checks.graph import Arc, Graph
from etika_sim.checks.space import preimage
from etika_sim.play.program import PASSAGE

Front = dict[str, int]
"""Scenes entered for the first time, each with its states."""


class Way(NamedTuple):
    """A play as (scene, choice) pairs, and the scene and the one state (as a set) where it arrives."""

    choices: tuple[tuple[str, str], ...]
    scene: str
    state: int


class Shortest:
    """The levels of a scenario's plays, made once; then any number of ways are read off."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        start = graph.program.start
        self.seen: Front = {}
        self.levels: list[list[Front]] = []
        front: Front = {start: graph.space.start()}
        while front:
            level = self._level(front)
            self.levels.append(level)
            front = self._next(level)

    def _level(self, front: Front) -> list[Front]:
        level = []
        while front:
            level.append(front)
            self._see(front)
            front = self._moved(front, passages=True)
        return level

    def _next(self, level: list[Front]) -> Front:
        merged: Front = {}
        for front in level:
            for scene, states in self._moved(front, passages=False).items():
                merged[scene] = merged.get(scene, 0) | states
        return merged

    def _see(self, front: Front) -> None:
        for scene, states in front.items():
            self.seen[scene] = self.seen.get(scene, 0) | states

    def _moved(self, front: Front, *, passages: bool) -> Front:
        moved: Front = {}
        for scene, states in front.items():
            if self._is_passage(scene) == passages:
                for _move, target, arriving in self.graph.outgoing(scene, states):
                    new = arriving & ~self.seen.get(target, 0)
                    if new:
                        moved[target] = moved.get(target, 0) | new
        return moved

    def _is_passage(self, scene: str) -> bool:
        return self.graph.program.scenes[scene].kind == PASSAGE

    def way(self, places: Front) -> Way | None:
        """A shortest play to that of the places which it reaches first; None if there is none."""
        for depth, level in enumerate(self.levels):
            for sub, front in enumerate(level):
                for scene, states in places.items():
                    found = front.get(scene, 0) & states
                    if found:
                        state = found & -found
                        return Way(self._back(scene, state, depth, sub), scene, state)
        return None

    def _back(self, scene: str, state: int, depth: int, sub: int) -> tuple[tuple[str, str], ...]:
        """The choices that lead there: down its level by passages, to the level below by a choice."""
        choices: list[tuple[str, str]] = []
        while depth or sub:
            below = (
                [(depth, sub - 1)] if sub else [(depth - 1, n) for n in range(len(self.levels[depth - 1]))]
            )
            arc, state, depth, sub = self._step(scene, state, below, passages=sub > 0)
            if arc.choice is not None:
                choices.append((arc.source, arc.choice))
            scene = arc.source
        return tuple(reversed(choices))

    def _step(
        self, scene: str, state: int, fronts: list[tuple[int, int]], *, passages: bool
    ) -> tuple[Arc, int, int, int]:
        """The first arc that leads there out of some fronts, with the state and the front it comes from."""
        return next(
            (arc, before & -before, depth, sub)
            for depth, sub in fronts
            for source, states in self.levels[depth][sub].items()
            if self._is_passage(source) == passages and scene in self.graph.targets(source)
            for arc in self.graph.arcs(source)
            if arc.target == scene and state & arc.taken
            if (before := preimage(state, arc.change) & arc.guard & states)
        )
