"""The whole state machine of a play: start, options, choose, undo.

Law: everything here is pure. A play is its choices; the current scene and state are kept beside
them only so that nobody has to walk the way again. What is not allowed raises and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from etika_sim.model import Choice, Decision, Ending, Scenario, Scene
from etika_sim.play.compiled import CompiledRoute, Machine, State, machine


class Answer(NamedTuple):
    """The first answer given at a decision, with the choices offered then (ids, file order)."""

    choice: str
    offered: tuple[str, ...]


class Step(NamedTuple):
    """One choice taken: at which scene, which choice, and the state just after it."""

    scene: str
    choice: str
    after: State


class Play(NamedTuple):
    """Where one walk through a scenario stands.

    `steps` is the path so far; `answers` the first answer ever given at each decision, undone ones
    included; `withdrawn` the steps that were undone, in that order. `passed` are the passages
    entered since the last choice, `scene` is the decision or ending reached, in `state`, and
    `offered` the ids of the choices offered there, in file order.
    """

    scenario: Scenario
    seed: str
    scene: str
    state: State
    offered: tuple[str, ...]
    passed: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    answers: Mapping[str, Answer] = MappingProxyType({})
    withdrawn: tuple[Step, ...] = ()


class NotOffered(Exception):
    """A choice that is not offered here and now."""


class NothingToUndo(Exception):
    """The play stands at its start."""


class NoWay(Exception):
    """The case has a fault: from `scene` (after `choice`, if any) no scene can be reached."""

    def __init__(self, scene: str, choice: str | None = None) -> None:
        super().__init__(scene, choice)
        self.scene, self.choice = scene, choice


def start(scenario: Scenario, seed: str = "") -> Play:
    """A new play. `seed` only orders the options. Raises NoWay if the case cannot begin."""
    compiled = machine(scenario)
    state = tuple([variable.start for variable in compiled.program.variables])
    passed, scene = _arrive(compiled, compiled.program.start, state)
    return Play(scenario, seed, scene, state, compiled.decisions[scene].offered(state), passed)


def here(play: Play) -> Scene:
    """The decision or ending where the play stands."""
    return play.scenario.scenes[play.scene]


def has_ended(play: Play) -> bool:
    """Whether the play has reached an ending."""
    return isinstance(play.scenario.scenes[play.scene], Ending)


def options(play: Play) -> tuple[Choice, ...]:
    """The choices offered now, in the order shown: the same for the same seed, whatever else.

    The order is by `rank`, so a choice that is not offered moves no other.
    """
    order, offered = _order(play), play.offered
    if len(offered) == len(order):
        return order
    return tuple([choice for choice in order if choice.id in offered])


def choose(play: Play, choice: str) -> Play:
    """The play after that choice. Raises NotOffered or NoWay; the play given stays as it was."""
    scenario, seed, scene, state, offered, _, steps, answers, withdrawn = play
    if choice not in offered:
        raise NotOffered(choice)
    compiled = machine(scenario)
    move = compiled.decisions[scene].moves[choice]
    after = state if move.change is None else move.change(state)
    target = _taken(move.routes, after)
    if target is None:
        raise NoWay(scene, choice)
    passed, arrived = _arrive(compiled, target, after) if target in compiled.passages else ((), target)
    if scene not in answers:
        answers = {**answers, scene: Answer(choice, offered)}
    steps = (*steps, Step(scene, choice, after))
    next_offered = compiled.decisions[arrived].offered(after)
    return Play(scenario, seed, arrived, after, next_offered, passed, steps, answers, withdrawn)


def undo(play: Play) -> Play:
    """The play before its last step; first answers stay. Raises NothingToUndo at the start."""
    if not play.steps:
        raise NothingToUndo
    again = start(play.scenario, play.seed)
    for step in play.steps[:-1]:
        again = choose(again, step.choice)
    return again._replace(answers=play.answers, withdrawn=(*play.withdrawn, play.steps[-1]))


def arranged(scene: Decision, seed: str) -> tuple[Choice, ...]:
    """All choices of a decision, offered or not, in the order of that seed."""
    choices = tuple(scene.choices.values())
    if not scene.shuffle:
        return choices
    return tuple(sorted(choices, key=lambda choice: rank(seed, scene.id, choice.id)))


def _order(play: Play) -> tuple[Choice, ...]:
    orders = machine(play.scenario).orders
    key = (play.seed, play.scene)
    order = orders.get(key)
    if order is None:
        scene = here(play)
        order = orders[key] = arranged(scene, play.seed) if isinstance(scene, Decision) else ()
    return order


def rank(seed: str, scene: str, choice: str) -> bytes:
    """By what choices are ordered for a seed: SHA-256 of "seed/scene/choice"."""
    import hashlib

    return hashlib.sha256(f"{seed}/{scene}/{choice}".encode("utf-8", "surrogatepass")).digest()


def _taken(routes: tuple[CompiledRoute, ...], state: State) -> str | None:
    for holds, scene in routes:
        if holds is None or holds(state):
            return scene
    return None


def _arrive(compiled: Machine, scene: str, state: State) -> tuple[tuple[str, ...], str]:
    """The passages walked through from `scene`, and the decision or ending where they end."""
    passed: list[str] = []
    while scene in compiled.passages:
        target = _taken(compiled.passages[scene], state)
        if target is None or scene in passed:
            raise NoWay(scene)
        passed.append(scene)
        scene = target
    return tuple(passed), scene
