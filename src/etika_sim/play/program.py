"""The compiled case: plain data that the engine, the proof and the map read, and other players can run.

A scenario is what an author wrote; a program is what of it routes, scores, or reads differently from
state to state. A passage goes on by one move of its own, so that every scene is its moves. What reads
the same in every play (law, channels, roles, questions) stays with the scenario.

Law: rows hold no function and no reference to a scenario. `program_data` writes them as data for JSON,
`program_reader` reads these again; to be the same program is to be equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from etika_sim.model import (
    NOTHING,
    Choice,
    Condition,
    Decision,
    Ending,
    Passage,
    Points,
    Route,
    Scenario,
    Scene,
    Text,
    Variable,
)

DECISION, PASSAGE = "decision", "passage"
UNRATED: Points = (None, None, None, None, None)
CHANCES = 60
"""lcm(1..5): what blind choosing among up to five options gains, times this, is a whole number."""


class MoveRow(NamedTuple):
    """A way out of a scene: a choice; or, with no `id`, how a passage goes on.

    Taken while `when` holds. Names of the state are set, then added to and clamped to their range; then
    the first route that holds is taken. Outcome and review are read in the state after the changes.
    """

    id: str | None
    when: Condition | None
    to: tuple[Route, ...]
    set: Mapping[str, int] = NOTHING
    add: Mapping[str, int] = NOTHING
    scores: Points = UNRATED
    recommended: bool = False
    red_line: bool = False
    mends: bool = False
    text: str = ""
    outcome: Text = ()
    review: Text = ()


class SceneRow(NamedTuple):
    """A scene: `kind` is DECISION, PASSAGE, or the quality of an ending, which has no moves."""

    kind: str
    title: str | None
    text: Text
    moves: tuple[MoveRow, ...] = ()
    ask: str = ""
    weight: int = 1
    shuffle: bool = False

    @property
    def is_ending(self) -> bool:
        """Whether a play ends here."""
        return self.kind not in (DECISION, PASSAGE)


class ScoringRow(NamedTuple):
    """What is at stake between choices offered together: integers, times the weight of the decision.

    Of six columns: the five principles in their order, and all points together. `gains` holds for each
    choice offered what it has over the worst, `ranges` what the best has, `chances` CHANCES times what
    blind choosing has on average. `comparator` is the place of the comparator among those offered.
    """

    gains: tuple[tuple[int, ...], ...]
    ranges: tuple[int, ...]
    chances: tuple[int, ...]
    comparator: int


Places = tuple[int, ...]
"""Choices of a decision by their places in the file, from 0."""


class Program(NamedTuple):
    """A compiled case. `scenes` stand in the order of the file.

    `scoring` and `orders` are empty until they are baked: for a scene and the choices offered there, what
    was at stake; for a seed and a decision, all its choices in the order shown.
    """

    case: str
    title: str
    language: str
    start: str
    variables: tuple[Variable, ...]
    scenes: Mapping[str, SceneRow]
    scoring: Mapping[str, Mapping[Places, ScoringRow]] = MappingProxyType({})
    orders: Mapping[str, Mapping[str, Places]] = MappingProxyType({})


def compile(scenario: Scenario) -> Program:
    """The program of a scenario, nothing baked."""
    scenes = {name: _scene_row(scene) for name, scene in scenario.scenes.items()}
    head = (scenario.id, scenario.title, scenario.language, scenario.start)
    return Program(*head, scenario.state, scenes)


def _scene_row(scene: Scene) -> SceneRow:
    match scene:
        case Decision():
            moves = tuple([_move_row(choice) for choice in scene.choices.values()])
            return SceneRow(DECISION, scene.title, scene.text, moves, scene.ask, scene.weight, scene.shuffle)
        case Passage():
            return SceneRow(PASSAGE, scene.title, scene.text, (MoveRow(None, None, scene.to),))
        case Ending():
            return SceneRow(scene.quality, scene.title, scene.text)


def _move_row(choice: Choice) -> MoveRow:
    return MoveRow(
        choice.id,
        choice.when,
        choice.to,
        choice.set,
        choice.add,
        choice.scores,
        choice.recommended,
        choice.red_line,
        choice.mends,
        choice.text,
        choice.outcome,
        choice.review,
    )


def ground(program: Program) -> dict[str, Any]:
    """Everything that routes or scores, no texts; a case whose ground is the same can be replayed.

    Saved plays hang on the digest of this data, so its shape stays as it is, conditions without tags.
    """
    scenes = {name: _ground_of_scene(row) for name, row in program.scenes.items()}
    return {"start": program.start, "state": program.variables, "scenes": scenes}


def _ground_of_scene(row: SceneRow) -> dict[str, Any]:
    if row.kind == DECISION:
        return {"weight": row.weight, "choices": {str(move.id): _ground_of_move(move) for move in row.moves}}
    return {"to": row.moves[0].to} if row.kind == PASSAGE else {"ending": row.kind}


def _ground_of_move(move: MoveRow) -> list[Any]:
    changes = (dict(move.set), dict(move.add))
    return [move.scores, move.recommended, move.red_line, move.when, move.to, *changes]
