"""Conditions and changes made ready to run mean what their nouns say."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from generate import THOROUGH, case, choice, counter, decision, ending, flag, random_condition
from plain import changed, holds

from etika_sim.model import Compare, Flag, Junction, Not, Part, Truth
from etika_sim.play import compiled

STATE = (flag("f"), counter("m", -1, 1), counter("n", 0, 3), flag("g"))
POSITION = {variable.name: n for n, variable in enumerate(STATE)}
STATES = list(itertools.product(*(range(variable.low, variable.high + 1) for variable in STATE)))


@pytest.mark.parametrize("seed", range(200 * THOROUGH))
def test_a_compiled_condition_holds_where_its_tree_does(seed: int) -> None:
    """Compiled and read straight off the tree, a condition holds in the same states."""
    condition = random_condition(Random(seed), STATE)  # noqa: S311 - the same for the same seed

    test = compiled.compile_condition(condition, POSITION)
    for state in STATES:
        assert test(state) == holds(condition, dict(zip(POSITION, state, strict=True)))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Truth(True), "0123"),
        (Truth(False), ""),
        (Flag("f"), ""),
        (Not(Flag("f")), "0123"),
        (Compare("n", "==", 2), "2"),
        (Compare("n", "!=", 2), "013"),
        (Compare("n", "<", 2), "01"),
        (Compare("n", "<=", 2), "012"),
        (Compare("n", ">", 2), "3"),
        (Compare("n", ">=", 2), "23"),
        (Compare(2, "<", "n"), "3"),
        (Compare("n", "==", "m"), "1"),
        (Compare("f", "==", False), "0123"),
        (Compare(True, "!=", "f"), "0123"),
        (Compare(1, "<", 2), "0123"),
        (Compare("n", "==", 9), ""),
        (Junction("and", (Compare("n", ">", 0), Compare("n", "<", 3), Not(Flag("f")))), "12"),
        (Junction("or", (Compare("n", "<", 1), Compare("n", ">", 2), Flag("f"))), "03"),
    ],
)
def test_every_shape_of_condition(condition, expected: str) -> None:
    """Each shape of condition holds for the values of n that it names, f being unset and m being 1."""
    test = compiled.compile_condition(condition, POSITION)

    assert "".join(str(n) for n in range(4) if test((0, 1, n, 0))) == expected


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"set": {"f": 1}},
        {"set": {"f": 0, "n": 2}},
        {"add": {"n": 2}},
        {"add": {"m": -2, "n": -1}},
        {"set": {"g": 1, "m": 0}, "add": {"n": 9}},
        {"set": {"n": 3}, "add": {"n": -1}},
    ],
)
def test_a_compiled_change_moves_every_state_as_its_nouns_do(change) -> None:
    """Setting, adding and clamping give, from every state, what the nouns say."""
    one = choice("a", "one", **change)
    scenario = case(decision("one", one), state=STATE)
    move = compiled.machine(scenario).decisions["one"].moves["a"]

    for state in STATES:
        after = state if move.change is None else move.change(state)
        plain = changed(scenario, one, dict(zip(POSITION, state, strict=True)))
        assert after == tuple(plain[variable.name] for variable in STATE)


def test_a_scenario_is_compiled_once() -> None:
    """The compiled form of a scenario is the same object while the scenario is in use."""
    scenario = case(decision("one", choice("a", "one")))

    assert compiled.machine(scenario) is compiled.machine(scenario)
    assert compiled.machine(scenario).decisions["one"] is compiled.machine(scenario).decisions["one"]


F = Flag("f")


@pytest.mark.parametrize(
    ("text", "unset", "set_"),
    [
        ((Part("One."),), "One.", "One."),
        ((Part("One."), Part("Two.")), "One.\n\nTwo.", "One.\n\nTwo."),
        ((Part("One.", F),), "", "One."),
        ((Part("One.", F, "Other."),), "Other.", "One."),
        ((Part("One."), Part("Two.", F)), "One.", "One.\n\nTwo."),
        (
            (Part("One.", F), Part("Two.", F, "Else."), Part("Three.")),
            "Else.\n\nThree.",
            "One.\n\nTwo.\n\nThree.",
        ),
    ],
)
def test_a_text_shows_the_parts_that_hold(text, unset: str, set_: str) -> None:
    """A part shows while its condition holds, else what stands for it, else nothing; blank lines join."""
    scenario = case(ending("end"), state=[flag("f")])

    assert compiled.text_in_state(text, scenario, (0,)) == unset
    assert compiled.text_in_state(text, scenario, (1,)) == set_
