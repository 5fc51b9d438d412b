"""Scenarios for tests: by hand in a few words, or at random from a seed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from random import Random
from typing import Any

from etika_sim.model import (
    Choice,
    Compare,
    Condition,
    Debrief,
    Decision,
    Ending,
    Flag,
    Junction,
    Not,
    Part,
    Passage,
    Route,
    Scenario,
    Scene,
    Text,
    Truth,
    Variable,
)

THOROUGH = int(os.environ.get("ETIKA_SIM_THOROUGH", "1"))
"""How many times more random cases are tried than on an ordinary run."""

WORDS: Text = (Part("Words."),)
UNRATED = (None, None, None, None, None)
SIGNS = ("==", "!=", "<", "<=", ">", ">=")

# --- by hand ----------------------------------------------------------------------------------


def case(*scenes: Scene, state: Iterable[Variable] = (), **rest: Any) -> Scenario:
    """A scenario of those scenes, beginning at the first."""
    head = {"id": "case", "title": "A case", "module": 1, "summary": "What happens.", "you": "An officer"}
    nouns = {"start": scenes[0].id, "debrief": Debrief((), (), ()), "state": tuple(state)}
    return Scenario(scenes={scene.id: scene for scene in scenes}, **{**head, **nouns, **rest})


def decision(id: str, *choices: Choice, **rest: Any) -> Decision:
    """A decision between those choices."""
    facts = {"title": None, "text": WORDS, "ask": "What do you do?", **rest}
    return Decision(id=id, choices={choice.id: choice for choice in choices}, **facts)


def choice(id: str, *to: str | Route, points: Any = UNRATED, **rest: Any) -> Choice:
    """A choice that leads on by those routes; a bare name is a route without a condition."""
    facts = {"text": f"Choose {id}.", "outcome": WORDS, "review": WORDS, **rest}
    return Choice(id=id, scores=points, to=routes(to), **facts)


def passage(id: str, *to: str | Route, text: Text = WORDS) -> Passage:
    """A passage that leads on by those routes."""
    return Passage(id, None, text, routes(to))


def ending(id: str, quality: str = "acceptable", text: Text = WORDS) -> Ending:
    """An ending."""
    return Ending(id, f"End {id}", text, quality)


def routes(to: Iterable[str | Route]) -> tuple[Route, ...]:
    """Routes from names of scenes and routes."""
    return tuple(Route(one) if isinstance(one, str) else one for one in to)


def flag(name: str, start: int = 0) -> Variable:
    """A flag."""
    return Variable(name, 0, 1, start, is_flag=True)


def counter(name: str, low: int = 0, high: int = 3, start: int = 0) -> Variable:
    """A counter."""
    return Variable(name, low, high, start, is_flag=False)


# --- at random --------------------------------------------------------------------------------


def random_case(seed: int) -> Scenario:
    """A scenario of 1..12 scenes over 0..4 variables, with all kinds of faults to be found."""
    dice = Random(seed)  # noqa: S311 - the same case again for the same seed
    state = tuple(_variable(dice, name) for name in ("a", "b", "c", "d")[: dice.randint(0, 4)])
    names = [f"s{n}" for n in range(dice.randint(1, 12))]
    return _Author(dice, state, names).case()


def random_condition(dice: Random, state: tuple[Variable, ...], depth: int = 3) -> Condition:
    """A condition of any shape over those variables."""
    if depth and dice.random() < 0.4:
        if dice.random() < 0.4:
            return Not(random_condition(dice, state, depth - 1))
        parts = tuple(random_condition(dice, state, depth - 1) for _ in range(dice.randint(2, 3)))
        return Junction(dice.choice(["and", "or"]), parts)
    if not state or dice.random() < 0.05:
        return Truth(dice.random() < 0.5)
    return _comparison(dice, state)


def _variable(dice: Random, name: str) -> Variable:
    if dice.random() < 0.5:
        return flag(name, dice.randint(0, 1))
    low = dice.randint(-2, 1)
    high = low + dice.randint(1, 4)
    return counter(name, low, high, dice.randint(low, high))


def _comparison(dice: Random, state: tuple[Variable, ...]) -> Condition:
    """A flag alone, or a name (now and then a literal) compared with a name or a literal."""
    one = dice.choice(state)
    if one.is_flag and dice.random() < 0.6:
        return Flag(one.name)
    others = [other.name for other in state if other.is_flag == one.is_flag]
    outside = dice.random() < 0.1 and not one.is_flag
    literal = dice.randint(one.low - outside, one.high + outside)
    sides: list[Any] = [one.name, bool(literal) if one.is_flag else literal]
    if dice.random() < 0.3:
        sides[1] = dice.choice(others)
    if dice.random() < 0.05:
        sides[0] = bool(dice.randint(0, 1)) if one.is_flag else dice.randint(one.low, one.high)
    dice.shuffle(sides)
    return Compare(sides[0], dice.choice(SIGNS[:2] if one.is_flag else SIGNS), sides[1])


class _Author:
    """Writes one random case; `forward` is how likely a route leads to a later scene."""

    def __init__(self, dice: Random, state: tuple[Variable, ...], names: list[str]) -> None:
        self.dice, self.state, self.names = dice, state, names
        self.forward = dice.choice([0.4, 0.8, 0.97])
        self.fault = dice.choice([0, 0, 0.2, 0.5])

    def case(self) -> Scenario:
        return case(*[self.scene(n, name) for n, name in enumerate(self.names)], state=self.state)

    def scene(self, n: int, name: str) -> Scene:
        kind = self.dice.random()
        if n and (kind < 0.1 or n == len(self.names) - 1):
            return ending(name, text=self.text())
        if kind < 0.3:
            return passage(name, *self.routes(n), text=self.text())
        choices = [self.choice(n, id) for id in ("x", "y", "z")[: self.dice.choice([1, 2, 2, 3, 3])]]
        return decision(name, *choices, text=self.text(), weight=self.dice.randint(1, 5))

    def choice(self, n: int, id: str) -> Choice:
        dice = self.dice
        when = self.condition() if dice.random() < 0.05 + self.fault else None
        touched = dice.sample(self.state, dice.randint(0, min(2, len(self.state))))
        fixed = {v.name: dice.randint(v.low, v.high) for v in touched if v.is_flag or dice.random() < 0.3}
        added = {v.name: dice.choice([-2, -1, 1, 1, 2]) for v in touched if v.name not in fixed}
        points = tuple(dice.choice([None, -2, -1, 0, 1, 2]) for _ in UNRATED)
        changes = {"when": when, "set": fixed, "add": added, "red_line": dice.random() < 0.2}
        texts = {"outcome": self.text(), "review": self.text()}
        return choice(id, *self.routes(n), points=points, **changes, **texts)

    def routes(self, n: int) -> list[Route]:
        """Conditions first and a fallback last; a faulty case may lack it or have it too early."""
        dice = self.dice
        count = dice.choice([1, 2]) if dice.random() < 0.05 + self.fault else 0
        found = [Route(self.target(n), self.condition()) for _ in range(count)]
        if not found or dice.random() > self.fault:
            found.append(Route(self.target(n)))
        if dice.random() < self.fault / 5:
            dice.shuffle(found)
        return found

    def target(self, n: int) -> str:
        """Mostly a scene soon after, half of these the very next."""
        later = self.names[n + 1 : n + self.dice.choice([2, 5])]
        return self.dice.choice(later if later and self.dice.random() < self.forward else self.names)

    def text(self) -> Text:
        if self.dice.random() > self.fault:
            return WORDS
        kinds = [(None, None), (self.condition(), None), (self.condition(), "Else.")]
        weights = (1, 6, 1)
        count = self.dice.randint(1, 3)
        chosen = self.dice.choices(kinds, weights, k=count)
        return tuple(Part(f"Words {k}.", when, otherwise) for k, (when, otherwise) in enumerate(chosen))

    def condition(self) -> Condition:
        return random_condition(self.dice, self.state, self.dice.choice([0, 1, 2]))
