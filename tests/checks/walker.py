"""The proof done the plain way: every (scene, state) one by one, by the definitions of `proof`."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.language.diagnostic import Path
from etika_sim.model import Decision, Ending, Passage, Route, Scenario, Text
from etika_sim.play import compiled
from etika_sim.play.compiled import State

Found = dict[tuple[str, Path], dict[str, Any]]
"""Findings by (rule, path): what is known of each, `length` being that of its shortest play."""


class Node(NamedTuple):
    """A scene in a state."""

    scene: str
    state: State


class Out(NamedTuple):
    """One way out of a node: the choice (None from a passage), the state after it, the scene it leads to."""

    choice: str | None
    after: State
    route: int
    target: str | None


class Walker:
    """Walks everywhere, then says what it met."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.machine = compiled.machine(scenario)
        self.far: dict[Node, tuple[int, int]] = {}
        self.outs: dict[Node, list[Out]] = {}
        self.walk()
        self.found: Found = {}

    def walk(self) -> None:
        """Every node with its distance: choices made, then passages passed."""
        start = Node(self.scenario.start, tuple(variable.start for variable in self.scenario.state))
        waiting = [((0, 0), start)]
        while waiting:
            far, node = heapq.heappop(waiting)
            if node not in self.far:
                self.far[node] = far
                self.outs[node] = self.ways_out(node)
                for out in self.outs[node]:
                    if out.target is not None:
                        further = (far[0], far[1] + 1) if out.choice is None else (far[0] + 1, 0)
                        heapq.heappush(waiting, (further, Node(out.target, out.after)))

    def ways_out(self, node: Node) -> list[Out]:
        scene = self.scenario.scenes[node.scene]
        if isinstance(scene, Passage):
            return [Out(None, node.state, *self.taken(scene.to, node.state))]
        outs = []
        for name, move in self.machine.decisions[node.scene].moves.items():
            if move.offered is None or move.offered(node.state):
                after = node.state if move.change is None else move.change(node.state)
                outs.append(Out(name, after, *self.taken(move.row.to, after)))
        return outs

    def taken(self, to: tuple[Route, ...], state: State) -> tuple[int, str | None]:
        for n, route in enumerate(to):
            if self.holds(route.when, state):
                return n, route.scene
        return len(to), None

    def holds(self, when: Any, state: State) -> bool:
        return when is None or compiled.compile_condition(when, self.machine.position)(state)

    # --- findings ---

    def findings(self) -> Found:
        for node, far in self.far.items():
            self.look_at(node, far[0])
        for scene in dict.fromkeys(node.scene for node in self.far):
            self.impossible(scene)
        self.loops()
        self.unreachable()
        return self.found

    def met(self, rule: str, path: Path, length: int) -> None:
        """A finding of which the shortest play is wanted."""
        facts = self.found.setdefault((rule, path), {"length": length})
        facts["length"] = min(facts["length"], length)

    def look_at(self, node: Node, far: int) -> None:
        scene, path = self.scenario.scenes[node.scene], ("scenes", node.scene)
        self.vanishing(scene.text, node.state, (*path, "text"), far)
        if isinstance(scene, Decision) and not self.outs[node]:
            self.met("stuck", path, far)
        for out in self.outs[node]:
            where = path if out.choice is None else (*path, "choices", out.choice)
            made = far + (out.choice is not None)
            if out.target is None:
                self.met("unroutable", (*where, "to"), made)
            if isinstance(scene, Decision):
                choice = scene.choices[out.choice or ""]
                self.vanishing(choice.outcome, out.after, (*where, "outcome"), made)
                self.vanishing(choice.review, out.after, (*where, "review"), made)

    def vanishing(self, text: Text, state: State, path: Path, length: int) -> None:
        if not compiled.text_in_state(text, self.scenario, state):
            self.met("empty-text", path, length)

    # --- what never happens ---

    def impossible(self, name: str) -> None:
        scene = self.scenario.scenes[name]
        here = [node for node in self.far if node.scene == name]
        outs = [out for node in here for out in self.outs[node]]
        if isinstance(scene, Passage):
            self.never_taken(("scenes", name), scene.to, outs)
        for choice in scene.choices.values() if isinstance(scene, Decision) else ():
            made = [out for out in outs if out.choice == choice.id]
            path = ("scenes", name, "choices", choice.id)
            if made:
                self.never_taken(path, choice.to, made)
            else:
                facts = self.reasons(choice.when, [node.state for node in here], choice.to)
                self.found["impossible-choice", (*path, "if")] = facts

    def never_taken(self, path: Path, to: tuple[Route, ...], outs: list[Out]) -> None:
        for n, route in enumerate(to):
            if route.when is not None and all(out.route != n for out in outs):
                facts = self.reasons(route.when, [out.after for out in outs], [route])
                self.found["impossible-route", (*path, "to", n, "if")] = facts

    def reasons(self, when: Any, states: list[State], to: Iterable[Route]) -> dict[str, Any]:
        lost = [route.scene for route in to if route.scene not in self.scenes_met()]
        values = {
            name: {state[at] for state in states}
            for name, at in self.machine.position.items()
            if name in _words(when)
        }
        shadowed = any(self.holds(when, state) for state in states)
        return {"hides": tuple(dict.fromkeys(lost)), "values": values, "shadowed": shadowed}

    def scenes_met(self) -> set[str]:
        return {node.scene for node in self.far}

    # --- loops ---

    def loops(self) -> None:
        saved = self.with_a_way_out()
        caught = [node for node in self.far if node not in saved]
        onward: dict[str, set[str]] = {node.scene: set() for node in caught}
        for node in caught:
            onward[node.scene].update(out.target for out in self.outs[node] if out.target)
        reach = {scene: _closure(onward, scene) for scene in onward}
        for ring in _rings(reach):
            if all(reach[scene] == ring for scene in ring):
                self.trap(ring, caught)

    def with_a_way_out(self) -> set[Node]:
        """The nodes from which a place where plays stop can be reached."""
        into: dict[Node, list[Node]] = {}
        for node in self.far:
            for out in self.outs[node]:
                if out.target is not None:
                    into.setdefault(Node(out.target, out.after), []).append(node)
        saved: set[Node] = set()
        waiting = [node for node in self.far if self.stops(node)]
        while waiting:
            node = waiting.pop()
            if node not in saved:
                saved.add(node)
                waiting.extend(into.get(node, ()))
        return saved

    def stops(self, node: Node) -> bool:
        outs = self.outs[node]
        ends = isinstance(self.scenario.scenes[node.scene], Ending)
        return ends or not outs or any(out.target is None for out in outs)

    def trap(self, ring: frozenset[str], caught: list[Node]) -> None:
        order = list(self.scenario.scenes)
        inside = [node for node in caught if node.scene in ring]
        far, _, scene = min((self.far[node], order.index(node.scene), node.scene) for node in inside)
        names = tuple(name for name in order if name in ring)
        self.found["endless-loop", ("scenes", scene)] = {"length": far[0], "ring": names}

    # --- scenes nobody meets ---

    def unreachable(self) -> None:
        lost = set(self.scenario.scenes) - self.scenes_met()
        hidden = {name for facts in self.found.values() for name in facts.get("hides", ())}
        targets = {name: self.targets(name) & lost for name in lost}
        lost -= {below for name in hidden for below in (name, *_closure(targets, name))}
        reach = {name: _closure(targets, name) & lost for name in lost}
        for ring in _rings(reach):
            if not any(reach[name] & ring for name in lost - ring):
                names = tuple(name for name in self.scenario.scenes if name in ring)
                ends = isinstance(self.scenario.scenes[names[0]], Ending)
                rule = "unreachable-ending" if ends else "unreachable-scene"
                self.found[rule, ("scenes", names[0])] = {"ring": names}

    def targets(self, name: str) -> set[str]:
        scene = self.scenario.scenes[name]
        if isinstance(scene, Decision):
            return {route.scene for choice in scene.choices.values() for route in choice.to}
        return {route.scene for route in scene.to} if isinstance(scene, Passage) else set()


def _words(condition: Any) -> set[str]:
    """Every text in a condition, the names of its state among them."""
    if isinstance(condition, str):
        return {condition}
    return {word for part in condition for word in _words(part)} if isinstance(condition, tuple) else set()


def _closure(targets: Mapping[str, set[str]], scene: str) -> frozenset[str]:
    """The scenes that can be reached from a scene in one step or more."""
    found: set[str] = set()
    waiting = [*targets[scene]]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(targets[name])
    return frozenset(found)


def _rings(reach: Mapping[str, frozenset[str]]) -> set[frozenset[str]]:
    """Each scene with those that it reaches and that reach it back."""
    return {
        frozenset({scene, *(other for other in reach[scene] if scene in reach[other])}) for scene in reach
    }
