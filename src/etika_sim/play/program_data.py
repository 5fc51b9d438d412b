"""A program as data for JSON; `program_reader` reads it: `from_data(to_data(program)) == program`.

Rows are objects under the names of their fields. What comes in several kinds is a small tagged list:

    condition   true | false | ["flag", name] | ["not", c] | ["and" | "or", c, c, ...] | [sign, side, side]
    side        a name (a string), a number, true or false
    text        a list of parts: "shown always", or ["if", c, shown while c holds, else shown or null]
    route       [scene, c], or [scene, null] for one that is always open
"""

from __future__ import annotations

from typing import Any

from etika_sim.model import Compare, Condition, Flag, Junction, Not, Text, Truth
from etika_sim.play.program import MoveRow, Program, SceneRow

FORMAT = 1
"""Counted up whenever an older reader would misread what is written."""


def to_data(program: Program) -> dict[str, Any]:
    """The program as plain data for JSON."""
    return {
        "format": FORMAT,
        **program._asdict(),
        "variables": [list(variable) for variable in program.variables],
        "scenes": {name: _scene_data(row) for name, row in program.scenes.items()},
        "scoring": {
            scene: [[list(offered), *map(_lists, row)] for offered, row in rows.items()]
            for scene, rows in program.scoring.items()
        },
        "orders": {
            seed: {scene: list(places) for scene, places in orders.items()}
            for seed, orders in program.orders.items()
        },
    }


def _scene_data(row: SceneRow) -> dict[str, Any]:
    moves = [_move_data(move) for move in row.moves]
    return {**row._asdict(), "text": _text_data(row.text), "moves": moves}


def _move_data(move: MoveRow) -> dict[str, Any]:
    texts = {"outcome": _text_data(move.outcome), "review": _text_data(move.review)}
    to = [[route.scene, _condition_data(route.when)] for route in move.to]
    changes = {"set": dict(move.set), "add": dict(move.add)}
    when, scores = _condition_data(move.when), list(move.scores)
    return {**move._asdict(), "when": when, "to": to, **changes, "scores": scores, **texts}


def _text_data(text: Text) -> list[Any]:
    return [
        said if when is None and otherwise is None else ["if", _condition_data(when), said, otherwise]
        for said, when, otherwise in text
    ]


def _condition_data(condition: Condition | None) -> Any:
    match condition:
        case None:
            return None
        case Truth(value):
            return value
        case Flag(name):
            return ["flag", name]
        case Not(part):
            return ["not", _condition_data(part)]
        case Junction(word, parts):
            return [word, *map(_condition_data, parts)]
        case Compare(left, sign, right):
            return [sign, left, right]


def _lists(data: Any) -> Any:
    return [*map(_lists, data)] if isinstance(data, tuple) else data
