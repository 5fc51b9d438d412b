"""The exact walk over (scene, state): what can go wrong in some play, proved for every play.

Definitions, all over the states in which a play can reach a scene:

- stuck: a decision in a state in which no choice is offered. One finding a scene.
- unroutable: a choice, or a passage, after which no route holds. One finding each.
- impossible-choice: the condition of a choice holds in no state that reaches its scene.
- impossible-route: a route with a condition that no state takes, though its choice can be made.
- endless-loop: states from which no ending, stuck or unroutable place can be reached. Over these
  states the scenes form a graph; one finding for each strongly connected part that leads nowhere
  else, at its scene that a shortest play reaches first.
- unreachable-scene, unreachable-ending: a scene no play reaches. What hangs on an impossible choice
  or route of a reached scene is left to that finding. Of the others only the roots count: each part
  that is strongly connected by its routes and that no other unreached scene leads into, once, at
  its first scene in the file.
- empty-text: a text all of whose parts vanish in a reachable state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from etika_sim.checks.graph import Arc, Exit, Graph, components
from etika_sim.checks.shortest import Front, Shortest, Way
from etika_sim.checks.space import image, names_in, preimage
from etika_sim.language.diagnostic import Diagnostic, Path
from etika_sim.model import Condition, Scenario, Text
from etika_sim.play.program import DECISION


class Proof(NamedTuple):
    """The findings, in how many (scene, state) pairs a play can be, and what that was read off.

    `reached` tells for each scene that a play can reach in which states it can be there.
    """

    findings: tuple[Diagnostic, ...]
    states: int
    graph: Graph
    reached: dict[str, int]


def prove(scenario: Scenario) -> Proof:
    """What is proved about a scenario; it is exact, never a sample."""
    prover = _Prover(scenario)
    states = sum(states.bit_count() for states in prover.reached.values())
    return Proof(tuple(prover.findings()), states, prover.graph, prover.reached)


class _Prover:
    def __init__(self, scenario: Scenario) -> None:
        self.graph = Graph(scenario)
        self.scenes = self.graph.program.scenes
        self.space = self.graph.space
        self.reached = self.graph.reach()

    @cached_property
    def shortest(self) -> Shortest:
        """Made only when there is something to show."""
        return Shortest(self.graph)

    def findings(self) -> Iterator[Diagnostic]:
        impossible: list[Arc] = []
        for scene, states in self.reached.items():
            if self.graph.stuck(scene, states):
                yield self.stuck(scene, self.graph.stuck(scene, states))
            for exit in self.graph.exits[scene]:
                if exit.untaken or len(exit.taken) > 1 or not states & exit.guard:
                    yield from self.exit_findings(scene, states, exit, impossible)
            yield from self.empty_texts(scene, states)
        yield from self.endless_loops()
        yield from self.unreachable(impossible)

    # --- places where a play stops ---

    def stuck(self, scene: str, states: int) -> Diagnostic:
        moves = self.scenes[scene].moves
        found = self.shown(scene, states, _names(move.when for move in moves))
        facts = {"scene": scene, "choices": tuple([move.id for move in moves]), **found}
        return Diagnostic("stuck", ("scenes", scene), facts, "key")

    def exit_findings(
        self, scene: str, states: int, exit: Exit, impossible: list[Arc]
    ) -> Iterator[Diagnostic]:
        """Of an exit that has not just one way on, for every state."""
        possible = states & exit.guard
        path = _path(scene, exit)
        if not possible and exit.move.id is not None:
            impossible.extend(exit.arcs)
            yield self.impossible("impossible-choice", (*path, "if"), states, exit.move.when, exit.arcs)
            return
        after = image(possible, exit.change)
        if after & exit.untaken:
            yield self.unroutable(scene, possible & preimage(exit.untaken, exit.change), exit)
        for arc, (_scene, when) in zip(exit.arcs, exit.move.to, strict=True):
            if when is not None and not after & arc.taken:
                impossible.append(arc)
                yield self.impossible("impossible-route", (*path, "to", arc.n, "if"), after, when, (arc,))

    def unroutable(self, scene: str, states: int, exit: Exit) -> Diagnostic:
        names = _names(route.when for route in exit.move.to)
        choice = exit.move.id or ""
        found = self.shown(scene, states, ())
        after = image(self.way({scene: states}).state, exit.change)
        facts = {**found, "scene": scene, "choice": choice, "state": self.space.named(after, names)}
        if choice:
            facts["play"] = (*found["play"], (scene, choice))
        return Diagnostic("unroutable", (*_path(scene, exit), "to"), facts, "key")

    def impossible(
        self, rule: str, path: Path, states: int, when: Condition | None, arcs: tuple[Arc, ...]
    ) -> Diagnostic:
        """Why it cannot be: what the names of the condition are there, or that others come first."""
        facts = {
            "scene": path[1],
            "choice": path[3] if path[2] == "choices" else "",
            "values": self.space.possible(states, when),
            "shadowed": bool(states & self.space.where(when)),
            "hides": tuple(dict.fromkeys(a.target for a in arcs if a.target not in self.reached)),
        }
        return Diagnostic(rule, path, facts)

    # --- texts ---

    def empty_texts(self, scene: str, states: int) -> Iterator[Diagnostic]:
        row = self.scenes[scene]
        if _may_be_empty(row.text):
            yield from self.empty_text(scene, states, row.text, ("scenes", scene, "text"), before=states)
        for exit in self.graph.exits[scene] if row.kind == DECISION else ():
            outcome, review = exit.move.outcome, exit.move.review
            if not (outcome[0].when or review[0].when):
                continue
            for key, text in (("outcome", outcome), ("review", review)):
                if _may_be_empty(text):
                    path = (*_path(scene, exit), key)
                    before = states & exit.guard
                    after = image(before, exit.change)
                    yield from self.empty_text(scene, after, text, path, before=before, exit=exit)

    def empty_text(
        self, scene: str, states: int, text: Text, path: Path, *, before: int, exit: Exit | None = None
    ) -> Iterator[Diagnostic]:
        for part in text:
            states &= ~self.space.where(part.when)
        if states:
            names = _names(part.when for part in text)
            origin = before & preimage(states, exit.change) if exit else states
            found = self.shown(scene, origin, names)
            if exit:
                after = image(self.way({scene: origin}).state, exit.change)
                found["play"] = (*found["play"], (scene, exit.move.id))
                found["state"] = self.space.named(after, names)
            yield Diagnostic("empty-text", path, {"scene": scene, **found}, "key")

    # --- loops ---

    def endless_loops(self) -> Iterator[Diagnostic]:
        if not self.has_loop():
            return
        done = self.graph.ending(self.reached)
        caught = {scene: left for scene, states in self.reached.items() if (left := states & ~done[scene])}
        onward = {scene: self.onward(scene, states) for scene, states in caught.items()}
        for part in components(caught, lambda scene: onward[scene]):
            among = set(part)
            if all(target in among for scene in part for target in onward[scene]):
                ring = [scene for scene in self.scenes if scene in among]
                way = self.way({scene: caught[scene] for scene in ring})
                state = self.space.named(way.state, _names(self.conditions(ring)))
                facts = {"scene": way.scene, "ring": tuple(ring), "play": way.choices, "state": state}
                yield Diagnostic("endless-loop", ("scenes", way.scene), facts, "key")

    def conditions(self, scenes: Iterable[str]) -> Iterator[Condition | None]:
        """Those of the choices and routes of some scenes, which may be why there is no way out."""
        for scene in scenes:
            for move in self.scenes[scene].moves:
                yield move.when
                yield from (route.when for route in move.to)

    def has_loop(self) -> bool:
        order = self.graph.order
        return any(order[t] <= order[scene] for scene in self.reached for t in self.graph.targets(scene))

    def onward(self, scene: str, states: int) -> list[str]:
        return [target for _move, target, _states in self.graph.outgoing(scene, states)]

    # --- scenes without a way to them ---

    def unreachable(self, impossible: list[Arc]) -> Iterator[Diagnostic]:
        explained = self.below(arc.target for arc in impossible)
        lost = [s for s in self.scenes if s not in self.reached and s not in explained]
        rings = components(lost, self.graph.targets)
        ring_of = {scene: n for n, ring in enumerate(rings) for scene in ring}
        led_into = {
            ring_of[target]
            for scene in lost
            for target in self.graph.targets(scene)
            if target in ring_of and ring_of[target] != ring_of[scene]
        }
        place = {scene: n for n, scene in enumerate(self.scenes)}
        for n in sorted(set(range(len(rings))) - led_into):
            ring = sorted(rings[n], key=place.__getitem__)
            is_ending = self.scenes[ring[0]].is_ending
            rule = "unreachable-ending" if is_ending else "unreachable-scene"
            yield Diagnostic(rule, ("scenes", ring[0]), {"scene": ring[0], "ring": tuple(ring)}, "key")

    def below(self, scenes: Iterable[str]) -> set[str]:
        """Unreached scenes that hang on the given ones."""
        found: set[str] = set()
        waiting = [scene for scene in scenes if scene not in self.reached]
        while waiting:
            scene = waiting.pop()
            if scene not in found:
                found.add(scene)
                waiting.extend(t for t in self.graph.targets(scene) if t not in self.reached)
        return found

    # --- witnesses ---

    def way(self, places: Front) -> Way:
        way = self.shortest.way(places)
        assert way is not None
        return way

    def shown(self, scene: str, states: int, names: Iterable[str]) -> dict[str, Any]:
        """The shortest play to the scene in one of the states, and what the names are then."""
        way = self.way({scene: states})
        return {"play": way.choices, "state": self.space.named(way.state, names)}


def _names(conditions: Iterable[Condition | None]) -> tuple[str, ...]:
    """The names of the state that some conditions speak of, each once."""
    return tuple(dict.fromkeys(name for condition in conditions for name in names_in(condition)))


def _may_be_empty(text: Text) -> bool:
    """Whether all of a text hangs on conditions, with nothing in its place while they do not hold."""
    return bool(text[0].when) and all(part.when and part.otherwise is None for part in text)


def _path(scene: str, exit: Exit) -> Path:
    return ("scenes", scene) if exit.move.id is None else ("scenes", scene, "choices", exit.move.id)
