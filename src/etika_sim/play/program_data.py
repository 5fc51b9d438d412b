"""A program as data for JSON, and back: `from_data(to_data(program)) == program`.

Rows are objects under the names of their fields. What comes in several kinds is a small tagged list:

    condition   true | false | ["flag", name] | ["not", c] | ["and" | "or", c, c, ...] | [sign, side, side]
    side        a name (a string), a number, true or false
    text        a list of parts: "shown always", or ["if", c, shown while c holds, else shown or null]
    change      ["set" | "add", name, number]
    route       [scene, c], or [scene, null] for one that is always open
"""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any, NamedTuple

from etika_sim.model import (
    PRINCIPLES,
    Compare,
    Condition,
    Flag,
    Junction,
    Not,
    Operand,
    Part,
    Points,
    Route,
    Text,
    Truth,
    Variable,
)
from etika_sim.play.program import DECISION, PASSAGE, Change, MoveRow, Places, Program, SceneRow, ScoringRow

FORMAT = 1
"""Counted up whenever an older reader would misread what is written."""

SIGNS = ("==", "!=", "<", "<=", ">", ">=")
DEEPEST = 64
"""Conditions inside each other; the language allows half of it."""


class BadProgram(ValueError):
    """Data that are no program, or one of a newer format; the message is a sentence that says where."""


# --- writing ----------------------------------------------------------------------------------


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
    changes, scores = _lists(move.changes), list(move.scores)
    when = _condition_data(move.when)
    return {**move._asdict(), "when": when, "changes": changes, "to": to, "scores": scores, **texts}


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


# --- reading ----------------------------------------------------------------------------------


def from_data(data: Any) -> Program:
    """The program that plain data tell. Raises BadProgram with what is wrong and where."""
    number = data.get("format") if isinstance(data, dict) else None
    if type(number) is not int or number < 1:
        raise BadProgram("This is no compiled case: it does not say in which format it is.")
    if number > FORMAT:
        raise BadProgram(
            f"This case was compiled in format {number}, and this version reads formats up to {FORMAT}:"
            " install a newer version, or compile the case again with this one."
        )
    top = _At(data, "")
    case, title, language = (top[key].text() for key in ("case", "title", "language"))
    variables = tuple([_variable(one) for one in top["variables"].items()])
    names = _Names({one.name: one for one in variables}, top["scenes"].pairs())
    scenes = {name: _scene(one, names) for name, one in top["scenes"].pairs().items()}
    scoring = {name: _scoring(one, scenes.get(name)) for name, one in top["scoring"].pairs().items()}
    orders = {
        seed: {name: _places(one, scenes.get(name)) for name, one in of_seed.pairs().items()}
        for seed, of_seed in top["orders"].pairs().items()
    }
    start = top["start"].one_of(scenes)
    return Program(case, title, language, start, variables, scenes, scoring, orders)


class _Names(NamedTuple):
    """What rows may speak of: the names of the state, and scenes."""

    variables: dict[str, Variable]
    scenes: Collection[str]


class _At:
    """A piece of the data, and the path to it. What is not as it is asked for raises BadProgram."""

    def __init__(self, data: Any, path: str) -> None:
        self.data, self.path = data, path

    def wrong(self) -> BadProgram:
        """What to raise."""
        return BadProgram(f"This compiled case is damaged at {self.path[1:]}: compile the case again.")

    def _is(self, kind: type) -> Any:
        if type(self.data) is not kind:
            raise self.wrong()
        return self.data

    def __getitem__(self, key: str) -> _At:
        return _At(self._is(dict).get(key), f"{self.path}.{key}")

    def pairs(self) -> dict[str, _At]:
        """The pieces of an object by their names."""
        return {str(key): self[key] for key in self._is(dict)}

    def items(self, count: int | None = None) -> list[_At]:
        """The pieces of a list, of so many if that is said."""
        if count not in (None, len(self._is(list))):
            raise self.wrong()
        return [_At(one, f"{self.path}.{n}") for n, one in enumerate(self.data)]

    def text(self) -> str:
        """A string."""
        return str(self._is(str))

    def truth(self) -> bool:
        """True or false."""
        return bool(self._is(bool))

    def whole(self, low: float = -math.inf, high: float = math.inf) -> int:
        """A whole number in a range."""
        if not low <= self._is(int) <= high:
            raise self.wrong()
        return int(self.data)

    def one_of(self, words: Collection[str]) -> str:
        """One of some strings."""
        if self.text() not in words:
            raise self.wrong()
        return self.text()


def _variable(at: _At) -> Variable:
    name, low, high, start, is_flag = at.items(5)
    first, last = low.whole(), high.whole(low.whole())
    return Variable(name.text(), first, last, start.whole(first, last), is_flag.truth())


def _scene(at: _At, names: _Names) -> SceneRow:
    return SceneRow(
        kind=at["kind"].text(),
        title=None if at["title"].data is None else at["title"].text(),
        text=_text(at["text"], names),
        moves=_moves(at["moves"], at["kind"].text(), names),
        ask=at["ask"].text(),
        weight=at["weight"].whole(1),
        shuffle=at["shuffle"].truth(),
    )


def _moves(at: _At, kind: str, names: _Names) -> tuple[MoveRow, ...]:
    """Of a decision any number, each with an id of its own; of a passage one, of an ending none."""
    expected = {DECISION: None, PASSAGE: 1}.get(kind, 0)
    moves = tuple([_move(one, names) for one in at.items(expected)])
    ids = {move.id for move in moves}
    if len(ids) < len(moves) or any((move.id is None) != (kind == PASSAGE) for move in moves):
        raise at.wrong()
    return moves


def _move(at: _At, names: _Names) -> MoveRow:
    return MoveRow(
        id=None if at["id"].data is None else at["id"].text(),
        when=_when(at["when"], names),
        changes=tuple([_change(one, names) for one in at["changes"].items()]),
        to=tuple([_route(one, names) for one in at["to"].items()]),
        scores=_scores(at["scores"]),
        recommended=at["recommended"].truth(),
        red_line=at["red_line"].truth(),
        text=at["text"].text(),
        outcome=_text(at["outcome"], names),
        review=_text(at["review"], names),
    )


def _change(at: _At, names: _Names) -> Change:
    how, name, value = at.items(3)
    variable = names.variables[name.one_of(names.variables)]
    if how.one_of(("set", "add")) == "set":
        value.whole(variable.low, variable.high)
    return how.text(), variable.name, value.whole()


def _route(at: _At, names: _Names) -> Route:
    scene, when = at.items(2)
    return Route(scene.one_of(names.scenes), _when(when, names))


def _scores(at: _At) -> Points:
    a, b, c, d, e = (None if one.data is None else one.whole(-2, 2) for one in at.items(len(PRINCIPLES)))
    return a, b, c, d, e


def _text(at: _At, names: _Names) -> Text:
    return tuple([_part(one, names) for one in at.items()])


def _part(at: _At, names: _Names) -> Part:
    if isinstance(at.data, str):
        return Part(at.data)
    tag, when, said, otherwise = at.items(4)
    tag.one_of(("if",))
    return Part(said.text(), _when(when, names), None if otherwise.data is None else otherwise.text())


def _when(at: _At, names: _Names) -> Condition | None:
    return None if at.data is None else _condition(at, names, DEEPEST)


def _condition(at: _At, names: _Names, depth: int) -> Condition:
    if isinstance(at.data, bool):
        return Truth(at.data)
    tag, *rest = at.items() or [_At(None, at.path)]
    if depth == 0:
        raise at.wrong()
    match tag.text(), rest:
        case "flag", [name]:
            return Flag(name.one_of(names.variables))
        case "not", [part]:
            return Not(_condition(part, names, depth - 1))
        case "and" | "or", [_, _, *_]:
            return Junction(tag.data, tuple([_condition(part, names, depth - 1) for part in rest]))
        case sign, [left, right] if sign in SIGNS:
            return Compare(_operand(left, names), sign, _operand(right, names))
        case _:
            raise at.wrong()


def _operand(at: _At, names: _Names) -> Operand:
    if isinstance(at.data, bool):
        return at.data
    return at.one_of(names.variables) if isinstance(at.data, str) else at.whole()


def _places(at: _At, row: SceneRow | None) -> Places:
    """Places of choices of a decision, each at most once."""
    most = -1 if row is None or row.kind != DECISION else len(row.moves) - 1
    places = tuple([one.whole(0, most) for one in at.items()])
    if len(set(places)) < len(places):
        raise at.wrong()
    return places


def _scoring(at: _At, row: SceneRow | None) -> dict[Places, ScoringRow]:
    found: dict[Places, ScoringRow] = {}
    for one in at.items():
        offered, gains, ranges, chances, comparator = one.items(5)
        places = _places(offered, row)
        found[places] = ScoringRow(
            tuple([_columns(of_choice) for of_choice in gains.items(len(places))]),
            _columns(ranges),
            _columns(chances),
            comparator.whole(0, len(places) - 1),
        )
    return found


def _columns(at: _At) -> tuple[int, ...]:
    return tuple([one.whole(0) for one in at.items(len(PRINCIPLES) + 1)])
