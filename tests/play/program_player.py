"""A player of a program's data, and of nothing else: what another language would have to do.

Below it: the engine beside it, step by step.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from etika_sim.model import PRINCIPLES
from etika_sim.play.compiled import text_in_state
from etika_sim.play.engine import NoWay, Play, choose, here, options
from etika_sim.play.scoring import Tally, scorecard

SEED = "b07"
"""The seed whose orders are baked."""

SIGNS = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}

Values = dict[str, int]


class Refused(Exception):
    """What is not offered, or leads nowhere."""


class Answer(NamedTuple):
    """The first answer at a decision: the place of the choice, and of those offered then."""

    choice: int
    offered: tuple[int, ...]


class Player:
    """Walks the data as they come out of JSON; choices are known by their places in the file."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.trail: list[tuple[str, int, Values]] = []
        self.answers: dict[str, Answer] = {}
        values = {name: start for name, _low, _high, start, _is_flag in data["variables"]}
        self.passed, self.scene, self.values = self.arrive(data["start"], values)

    # --- where it stands ---

    @property
    def row(self) -> dict[str, Any]:
        return self.data["scenes"][self.scene]

    def offered(self) -> tuple[int, ...]:
        moves = self.row["moves"]
        return tuple(n for n, move in enumerate(moves) if self.holds(move["when"], self.values))

    def options(self, seed: str) -> list[int]:
        """The places of the options in the order shown."""
        order = self.data["orders"][seed].get(self.scene, [])
        return [n for n in order if n in self.offered()]

    def text(self, parts: list[Any], values: Values) -> str:
        shown = []
        for part in parts:
            if isinstance(part, str):
                shown.append(part)
            else:
                _if, when, said, otherwise = part
                shown.append(said if self.holds(when, values) else otherwise)
        return "\n\n".join(said for said in shown if said is not None)

    # --- going on ---

    def choose(self, place: int) -> None:
        """Take a choice; Refused, and nothing changed, if it is not offered or leads nowhere."""
        offered = self.offered()
        if place not in offered:
            raise Refused
        move = self.row["moves"][place]
        after = self.changed(move, self.values)
        passed, scene, values = self.arrive(self.target(move["to"], after), after)
        self.answers.setdefault(self.scene, Answer(place, offered))
        self.trail.append((self.scene, place, after))
        self.passed, self.scene, self.values = passed, scene, values

    def undo(self) -> None:
        """Walk again without the last choice; first answers stay."""
        again = Player(self.data)
        for _scene, place, _after in self.trail[:-1]:
            again.choose(place)
        self.trail, self.passed, self.scene, self.values = (
            again.trail,
            again.passed,
            again.scene,
            again.values,
        )

    def arrive(self, scene: str, values: Values) -> tuple[list[str], str, Values]:
        passed: list[str] = []
        while self.data["scenes"][scene]["kind"] == "passage":
            if scene in passed:
                raise Refused
            passed.append(scene)
            (move,) = self.data["scenes"][scene]["moves"]
            scene = self.target(move["to"], values)
        return passed, scene, values

    def target(self, routes: list[Any], values: Values) -> str:
        for scene, when in routes:
            if self.holds(when, values):
                return scene
        raise Refused

    def changed(self, move: dict[str, Any], values: Values) -> Values:
        after = {**values, **move["set"]}
        for name, low, high, _start, _is_flag in self.data["variables"]:
            if name in move["add"]:
                after[name] = max(low, min(high, after[name] + move["add"][name]))
        return after

    def holds(self, condition: Any, values: Values) -> bool:
        match condition:
            case None:
                return True
            case bool():
                return condition
            case ["flag", name]:
                return values[name] == 1
            case ["not", part]:
                return not self.holds(part, values)
            case ["and", *parts]:
                return all(self.holds(part, values) for part in parts)
            case ["or", *parts]:
                return any(self.holds(part, values) for part in parts)
            case [sign, left, right]:
                a, b = (values[side] if isinstance(side, str) else int(side) for side in (left, right))
                return SIGNS[sign](a, b)

    # --- scores: only looking up and adding ---

    def sums(self) -> list[tuple[int, int, int, int, int]]:
        """In each column earned, range, 60 times chance, decisions that count, and the comparator's."""
        columns = [[0, 0, 0, 0, 0] for _ in range(6)]
        for scene in dict.fromkeys(scene for scene, _place, _after in self.trail):
            answer = self.answers[scene]
            rows = {tuple(offered): row for offered, *row in self.data["scoring"][scene]}
            gains, ranges, chances, comparator = rows[answer.offered]
            taken = gains[answer.offered.index(answer.choice)]
            for n, column in enumerate(columns):
                facts = (taken[n], ranges[n], chances[n], int(ranges[n] > 0), gains[comparator][n])
                columns[n] = [a + b for a, b in zip(column, facts, strict=True)]
        return [tuple(column) for column in columns]


# --- beside the engine ---


def stepped(play: Play, player: Player, name: str) -> Play:
    """The play after a choice; where it leads nowhere, the player is refused as well and both stay."""
    place = list(here(play).choices).index(name)
    try:
        after = choose(play, name)
    except NoWay:
        with pytest.raises(Refused):
            player.choose(place)
        return play
    player.choose(place)
    one, (_scene, place, values) = here(play).choices[name], player.trail[-1]
    row = player.data["scenes"][play.scene]["moves"][place]
    for key in ("outcome", "review"):
        read = text_in_state(getattr(one, key), play.scenario, after.steps[-1].after)
        assert player.text(row[key], values) == read
    return after


def agree(play: Play, player: Player) -> None:
    """Both stand at the same place, offer and say the same there, and have the same sums."""
    scene = here(play)
    names = list(getattr(scene, "choices", ()))
    assert (player.scene, tuple(player.passed)) == (play.scene, play.passed)
    assert tuple(player.values.values()) == play.state
    assert tuple(names[n] for n in player.offered()) == play.offered
    assert [names[n] for n in player.options(SEED)] == [one.id for one in options(play)]
    assert player.text(player.row["text"], player.values) == text_in_state(
        scene.text, play.scenario, play.state
    )
    card = scorecard(play)
    tallies = [*card.principles.values(), card.overall]
    compared = [card.comparator[principle].earned for principle in PRINCIPLES]
    assert [told(tally) for tally in tallies] == [sums[:4] for sums in player.sums()]
    assert compared == [sums[4] for sums in player.sums()][:5]


def told(tally: Tally) -> tuple[int, int, int, int]:
    """A tally in integers."""
    chance = 60 * tally.blind
    assert chance.denominator == 1
    return tally.earned, tally.range, chance.numerator, tally.k
