"""Data -> Program, strictly: what `program_data` writes, from wherever it comes.

Law: whatever the data are, there is a program whose names, scenes and places all exist, or BadProgram.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, TypeVar

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
from etika_sim.play.program import DECISION, PASSAGE, MoveRow, Places, Program, SceneRow, ScoringRow
from etika_sim.play.program_data import FORMAT
from etika_sim.play.program_piece import BadProgram, Piece

SIGNS = ("==", "!=", "<", "<=", ">", ">=")
DEEPEST = 64
"""Conditions inside each other; the language allows 30."""


T = TypeVar("T")


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
    top = Piece(data, "")
    case, title, language = (top[key].text() for key in ("case", "title", "language"))
    variables = tuple([_variable(one) for one in top["variables"].items()])
    names = _Names({one.name: one for one in variables}, top["scenes"].pairs())
    scenes = {name: _scene(one, names) for name, one in top["scenes"].pairs().items()}
    scoring = _by_decision(top["scoring"], scenes, _scoring)
    orders = {seed: _by_decision(one, scenes, _order) for seed, one in top["orders"].pairs().items()}
    start = top["start"].one_of(scenes)
    return Program(case, title, language, start, variables, scenes, scoring, orders)


class _Names(NamedTuple):
    """What rows may speak of: the names of the state, and scenes."""

    variables: dict[str, Variable]
    scenes: Collection[str]


def _variable(at: Piece) -> Variable:
    name, low, high, start, is_flag = at.items(5)
    first, last = low.whole(), high.whole(low.whole())
    return Variable(name.text(), first, last, start.whole(first, last), is_flag.truth())


def _scene(at: Piece, names: _Names) -> SceneRow:
    return SceneRow(
        kind=at["kind"].text(),
        title=None if at["title"].data is None else at["title"].text(),
        text=_some_text(at["text"], names),
        moves=_moves(at["moves"], at["kind"].text(), names),
        ask=at["ask"].text(),
        weight=at["weight"].whole(1),
        shuffle=at["shuffle"].truth(),
    )


def _moves(at: Piece, kind: str, names: _Names) -> tuple[MoveRow, ...]:
    """Of a decision any number, each with an id of its own; of a passage one, of an ending none."""
    expected = {DECISION: None, PASSAGE: 1}.get(kind, 0)
    moves = tuple([_move(one, names) for one in at.items(expected)])
    ids = {move.id for move in moves}
    if len(ids) < len(moves) or any((move.id is None) != (kind == PASSAGE) for move in moves):
        raise at.wrong()
    return moves


def _move(at: Piece, names: _Names) -> MoveRow:
    return MoveRow(
        id=None if at["id"].data is None else at["id"].text(),
        when=_when(at["when"], names),
        to=tuple([_route(one, names) for one in at["to"].items()]),
        set={name: _value(one, name, names) for name, one in at["set"].pairs().items()},
        add={name: _value(one, name, names, add=True) for name, one in at["add"].pairs().items()},
        scores=_scores(at["scores"]),
        recommended=at["recommended"].truth(),
        red_line=at["red_line"].truth(),
        mends=at["mends"].truth(),
        text=at["text"].text(),
        outcome=_text(at["outcome"], names),
        review=_text(at["review"], names),
    )


def _value(at: Piece, name: str, names: _Names, *, add: bool = False) -> int:
    """What a name of the state is set to, within its range, or what is added to it."""
    if name not in names.variables:
        raise at.wrong()
    variable = names.variables[name]
    return at.whole() if add else at.whole(variable.low, variable.high)


def _route(at: Piece, names: _Names) -> Route:
    scene, when = at.items(2)
    return Route(scene.one_of(names.scenes), _when(when, names))


def _scores(at: Piece) -> Points:
    a, b, c, d, e = (None if one.data is None else one.whole(-2, 2) for one in at.items(len(PRINCIPLES)))
    return a, b, c, d, e


def _text(at: Piece, names: _Names) -> Text:
    return tuple([_part(one, names) for one in at.items()])


def _some_text(at: Piece, names: _Names) -> Text:
    if not at.items():
        raise at.wrong()
    return _text(at, names)


def _part(at: Piece, names: _Names) -> Part:
    if isinstance(at.data, str):
        return Part(at.data)
    tag, when, said, otherwise = at.items(4)
    tag.one_of(("if",))
    return Part(said.text(), _when(when, names), None if otherwise.data is None else otherwise.text())


def _when(at: Piece, names: _Names) -> Condition | None:
    return None if at.data is None else _condition(at, names, DEEPEST)


def _condition(at: Piece, names: _Names, depth: int) -> Condition:
    if isinstance(at.data, bool):
        return Truth(at.data)
    tag, *rest = at.items() or [Piece(None, at.path)]
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


def _operand(at: Piece, names: _Names) -> Operand:
    if isinstance(at.data, bool):
        return at.data
    return at.one_of(names.variables) if isinstance(at.data, str) else at.whole()


def _by_decision(
    at: Piece, scenes: Mapping[str, SceneRow], read: Callable[[Piece, SceneRow], T]
) -> dict[str, T]:
    """What stands there for each decision, read by `read`."""
    found = {}
    for name, one in at.pairs().items():
        if name not in scenes or scenes[name].kind != DECISION:
            raise one.wrong()
        found[name] = read(one, scenes[name])
    return found


def _scoring(at: Piece, row: SceneRow) -> dict[Places, ScoringRow]:
    return dict(_scoring_row(one, row) for one in at.items())


def _scoring_row(at: Piece, row: SceneRow) -> tuple[Places, ScoringRow]:
    offered, gains, ranges, chances, comparator = at.items(5)
    places = _places(offered, row)
    columns = tuple([_columns(one) for one in gains.items(len(places))])
    place = comparator.whole(0, len(places) - 1)
    return places, ScoringRow(columns, _columns(ranges), _columns(chances), place)


def _order(at: Piece, row: SceneRow) -> Places:
    at.items(len(row.moves))
    return _places(at, row)


def _places(at: Piece, row: SceneRow) -> Places:
    """Places of choices, each at most once."""
    places = tuple([one.whole(0, len(row.moves) - 1) for one in at.items()])
    if len(set(places)) < len(places):
        raise at.wrong()
    return places


def _columns(at: Piece) -> tuple[int, ...]:
    return tuple([one.whole(0) for one in at.items(len(PRINCIPLES) + 1)])
