"""A program as arcs between sets of states, and where plays can get to.

An arc is one route of one choice (or of a passage): the states that may take it, the change on the
way, the states after the change that this route and no earlier one leads on, and the scene it
leads to. Everything the proof says is read off these arcs.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from etika_sim.checks.space import Change, Space, image, preimage
from etika_sim.model import Scenario
from etika_sim.play.compiled import program_of
from etika_sim.play.program import DECISION, MoveRow

Node = TypeVar("Node", bound=Hashable)


class Arc(NamedTuple):
    """One route out of a scene. `choice` is None on the routes of a passage; `n` counts routes."""

    source: str
    choice: str | None
    n: int
    guard: int
    change: Change
    taken: int
    target: str


class Exit(NamedTuple):
    """A move out of a scene: its guard and change, what each of its routes takes, and what none does.

    The arcs are made when they are asked for: a large case has more of them than of all else.
    """

    source: str
    move: MoveRow
    guard: int
    change: Change
    taken: tuple[int, ...]
    untaken: int

    @property
    def arcs(self) -> tuple[Arc, ...]:
        """Its routes."""
        facts = (self.guard, self.change)
        pairs = enumerate(zip(self.move.to, self.taken, strict=True))
        return tuple([Arc(self.source, self.move.id, n, *facts, taken, to.scene) for n, (to, taken) in pairs])


class Graph:
    """The arcs of a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.program = program_of(scenario)
        self.space = Space(self.program.variables)
        self._all = (self.space.full,)
        self.exits = {
            name: tuple([self._exit(name, move) for move in row.moves])
            for name, row in self.program.scenes.items()
        }
        self.order = onward_order(self.program.start, self.targets)

    def targets(self, scene: str) -> Iterable[str]:
        """The scenes that some route of this scene names."""
        return [route.scene for exit in self.exits[scene] for route in exit.move.to]

    def arcs(self, scene: str) -> Iterable[Arc]:
        """All routes out of this scene."""
        return [arc for exit in self.exits[scene] for arc in exit.arcs]

    def _exit(self, name: str, move: MoveRow) -> Exit:
        space, left = self.space, self.space.full
        guard, change = space.where(move.when), space.change(move)
        if len(move.to) == 1 and move.to[0].when is None:
            return Exit(name, move, guard, change, self._all, 0)
        shares = []
        for route in move.to:
            shares.append(left & space.where(route.when))
            left &= ~shares[-1]
        return Exit(name, move, guard, change, tuple(shares), left)

    def outgoing(self, scene: str, states: int) -> Iterable[tuple[MoveRow, str, int]]:
        """Each route that some of the states take: its move, where it leads, the states that arrive."""
        for _source, move, guard, change, shares, _untaken in self.exits[scene]:
            after = image(states & guard, change)
            if after:
                for (target, _when), taken in zip(move.to, shares, strict=True):
                    arriving = after & taken
                    if arriving:
                        yield move, target, arriving

    def reach(self) -> dict[str, int]:
        """For each scene that a play can reach, the states in which it can be there."""
        start = self.program.start
        reached, waiting = {start: 0}, {start: self.space.start()}
        queue = [(self.order[start], start)]
        while queue:
            _, scene = heapq.heappop(queue)
            states = waiting.pop(scene, 0)
            reached[scene] = reached.get(scene, 0) | states
            for _move, target, arriving in self.outgoing(scene, states):
                new = arriving & ~reached.get(target, 0)
                if new:
                    if target not in waiting:
                        heapq.heappush(queue, (self.order[target], target))
                    waiting[target] = waiting.get(target, 0) | new
        return reached

    def ending(self, reached: Mapping[str, int]) -> dict[str, int]:
        """For each reached scene, the states from which an ending or a fault can be reached."""
        into: dict[str, list[Arc]] = {}
        for scene in reached:
            for arc in self.arcs(scene):
                into.setdefault(arc.target, []).append(arc)
        done = dict.fromkeys(reached, 0)
        waiting = {scene: final for scene, states in reached.items() if (final := self._final(scene, states))}
        queue = [(-self.order[scene], scene) for scene in waiting]
        heapq.heapify(queue)
        while queue:
            _, scene = heapq.heappop(queue)
            states = waiting.pop(scene, 0) & ~done[scene]
            done[scene] |= states
            for arc in into.get(scene, ()):
                before = preimage(states & arc.taken, arc.change) & arc.guard & reached[arc.source]
                new = before & ~done[arc.source]
                if new:
                    if arc.source not in waiting:
                        heapq.heappush(queue, (-self.order[arc.source], arc.source))
                    waiting[arc.source] = waiting.get(arc.source, 0) | new
        return done

    def _final(self, scene: str, states: int) -> int:
        if self.program.scenes[scene].is_ending:
            return states
        return self.stuck(scene, states) | self.unroutable(scene, states)

    def stuck(self, scene: str, states: int) -> int:
        """The states in which a decision offers nothing."""
        if self.program.scenes[scene].kind != DECISION:
            return 0
        for exit in self.exits[scene]:
            states &= ~exit.guard
            if not states:
                break
        return states

    def unroutable(self, scene: str, states: int) -> int:
        """The states from which some way out finds no route."""
        found = 0
        for exit in self.exits[scene]:
            if exit.untaken:
                found |= states & exit.guard & preimage(exit.untaken, exit.change)
        return found


def onward_order(start: str, targets: Callable[[str], Iterable[str]]) -> dict[str, int]:
    """Scenes numbered so that, loops apart, every scene comes before those it leads to."""
    finished: list[str] = []
    seen = {start}
    stack = [(start, iter(targets(start)))]
    while stack:
        scene, rest = stack[-1]
        target = next((name for name in rest if name not in seen), None)
        if target is None:
            finished.append(scene)
            stack.pop()
        else:
            seen.add(target)
            stack.append((target, iter(targets(target))))
    return {scene: n for n, scene in enumerate(reversed(finished))}


def components(nodes: Iterable[Node], targets: Callable[[Node], Iterable[Node]]) -> list[list[Node]]:
    """Strongly connected components among `nodes`, in reverse topological order (Tarjan 1972)."""
    among = dict.fromkeys(nodes)
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    found: list[list[Node]] = []
    for root in among:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        path.append(root)
        on_path.add(root)
        stack = [(root, iter(targets(root)))]
        while stack:
            node, rest = stack[-1]
            for target in rest:
                if target in among and target not in number:
                    number[target] = lowest[target] = len(number)
                    path.append(target)
                    on_path.add(target)
                    stack.append((target, iter(targets(target))))
                    break
                if target in on_path:
                    lowest[node] = min(lowest[node], number[target])
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    found.append(_popped(path, node))
                    on_path.difference_update(found[-1])
    return found


def _popped(path: list[Node], node: Node) -> list[Node]:
    """What lies on the path from `node` on, taken off it."""
    part = [path.pop()]
    while part[-1] != node:
        part.append(path.pop())
    return part
