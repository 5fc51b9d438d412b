"""A program with the tables baked for a player that can neither weigh nor hash: it only looks up and adds.

What was at stake is a table of the choices that can stand together at each decision; the order of the
options is a table for some seeds, since no other player should need our hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, product

from etika_sim.play.engine import rank
from etika_sim.play.program import DECISION, Places, Program, SceneRow, ScoringRow
from etika_sim.play.scoring import scoring_row


def bake(program: Program, seeds: Iterable[str] = ()) -> Program:
    """The same program with all its scoring rows, and the orders of the options for those seeds."""
    decisions = {name: row for name, row in program.scenes.items() if row.kind == DECISION}
    scoring = {name: _scoring(row) for name, row in decisions.items()}
    orders = {seed: {name: _order(name, row, seed) for name, row in decisions.items()} for seed in seeds}
    return program._replace(scoring=scoring, orders=orders)


def _scoring(row: SceneRow) -> dict[Places, ScoringRow]:
    return {
        places: scoring_row(row.weight, [row.moves[n] for n in places]) for places in _offers(row) if places
    }


def _offers(row: SceneRow) -> Iterator[Places]:
    """Every set of choices that conditions could leave, whether or not some play comes to it."""
    for kept in product(*((True,) if move.when is None else (True, False) for move in row.moves)):
        yield tuple(compress(range(len(kept)), kept))


def _order(scene: str, row: SceneRow, seed: str) -> Places:
    """All choices of a decision, offered or not, as the engine orders them for that seed."""
    places = range(len(row.moves))
    if not row.shuffle:
        return tuple(places)
    return tuple(sorted(places, key=lambda n: rank(seed, scene, str(row.moves[n].id))))
