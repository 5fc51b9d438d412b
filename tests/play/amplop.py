"""The worked example of docs/scoring.md, "Amplop di loket", built straight from the nouns."""

from __future__ import annotations

from generate import case, choice, decision, ending

from etika_sim.model import Choice, Scenario
from etika_sim.play.engine import Play, choose, start

_ = None  # not rated


def amplop(first_weight: int = 1) -> Scenario:
    """The case; only the weight of its first decision can be told."""
    return case(
        decision(
            "D1",
            _choice("A", (2, 1, 2, 2, 2), "D2", recommended=True),
            _choice("B", (1, 1, 0, -1, 1), "D2"),
            _choice("C", (-2, -2, -1, -2, -2), "D3", red_line=True),
            weight=first_weight,
        ),
        _three("D2", (2, _, 2, 1, _), (0, _, -1, -1, _), (-2, _, -2, -2, _), "end"),
        _three("D3", (2, _, 2, 2, _), (0, _, 1, -2, _), (-2, _, -2, -2, _), "D4"),
        _three("D4", (2, _, 1, 2, _), (-1, _, 0, -1, _), (-2, _, -2, -2, _), "D5"),
        _three("D5", (1, 2, _, _, _), (0, 0, _, _, _), (-1, -1, _, _, _), "end"),
        ending("end"),
    )


def answered(play: Play, *choices: str) -> Play:
    """The play after those choices."""
    for name in choices:
        play = choose(play, name)
    return play


def played(*choices: str, first_weight: int = 1) -> Play:
    """A play of the example."""
    return answered(start(amplop(first_weight)), *choices)


def _choice(id: str, points: tuple[int | None, ...], to: str, **rest: bool) -> Choice:
    return choice(id, to, points=points, **rest)


def _three(id: str, a: tuple, b: tuple, c: tuple, to: str):
    return decision(id, _choice("A", a, to), _choice("B", b, to), _choice("C", c, to))
