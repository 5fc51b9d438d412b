"""Sets of states as integers say what listing the states one by one says."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from generate import THOROUGH, case, choice, counter, decision, flag, random_condition
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.checks.space import Space, image, names_in, preimage
from etika_sim.model import Compare, Flag, Junction, Not, Truth, Variable
from etika_sim.play import compiled

often = settings(max_examples=150 * THOROUGH, derandomize=True, deadline=None)

SMALL = (flag("f", 1), counter("m", -2, 1, -1), counter("n", 0, 4, 2), flag("g"))


def listed(state: tuple[Variable, ...]) -> list[tuple[int, ...]]:
    """Every state by its number: the first variable turns fastest."""
    spans = [range(variable.low, variable.high + 1) for variable in reversed(state)]
    return [values[::-1] for values in itertools.product(*spans)]


STATES = listed(SMALL)
FULL = (1 << len(STATES)) - 1


def as_set(states: int) -> set[tuple[int, ...]]:
    assert 0 <= states <= FULL
    return {state for n, state in enumerate(STATES) if states >> n & 1}


@st.composite
def choices(draw: st.DrawFn):
    """A choice that sets some variables and adds to some counters."""
    fixed, added = {}, {}
    for variable in SMALL:
        if draw(st.booleans()):
            fixed[variable.name] = draw(st.integers(variable.low, variable.high))
        if not variable.is_flag and draw(st.booleans()):
            added[variable.name] = draw(st.integers(-6, 6))
    return choice("a", "one", set=fixed, add=added)


def mover(one):
    """The engine's change for a choice."""
    move = compiled.machine(case(decision("one", one), state=SMALL)).decisions["one"].moves["a"]
    return move.change or (lambda state: state)


sets = st.integers(0, FULL)


# --- sets ---


def test_a_space_holds_every_state_once() -> None:
    """The size of a space is the product of the ranges; the full set has a bit for each state."""
    space = Space(SMALL)

    assert space.size == 2 * 4 * 5 * 2
    assert space.full == FULL
    assert Space(()).full == Space(()).start() == 1


def test_the_start_is_one_state() -> None:
    """The set of the start holds just the state of the start values."""
    start = Space(SMALL).start()

    assert as_set(start) == {(1, -1, 2, 0)}


@pytest.mark.parametrize("variable", SMALL)
def test_masks_part_the_space_evenly(variable: Variable) -> None:
    """The states of each value of a variable are as many, and together they are all states."""
    space, values = Space(SMALL), range(variable.low, variable.high + 1)
    at = SMALL.index(variable)

    masks = [space.mask(variable.name, value) for value in values]
    assert {mask.bit_count() for mask in masks} == {space.size // len(values)}
    assert sum(masks) == FULL
    for mask, value in zip(masks, values, strict=True):
        assert as_set(mask) == {state for state in STATES if state[at] == value}


def test_masks_of_the_largest_space() -> None:
    """In a space of 2 to the 20 states each flag holds in half of them, and any two in a quarter."""
    space = Space(flag(f"f{n}") for n in range(20))

    masks = [space.mask(f"f{n}", 1) for n in range(20)]
    assert {mask.bit_count() for mask in masks} == {2**19}
    assert {(a & b).bit_count() for a, b in itertools.combinations(masks, 2)} == {2**18}


# --- conditions ---


@given(st.integers(0, 10**6))
@often
def test_a_condition_holds_in_the_states_of_its_set(seed: int) -> None:
    """The set of a condition is the states in which the engine finds it true."""
    condition = random_condition(Random(seed), SMALL)  # noqa: S311 - the same for the same seed
    position = {variable.name: n for n, variable in enumerate(SMALL)}

    states = Space(SMALL).where(condition)
    holds = compiled.compile_condition(condition, position)
    assert as_set(states) == {state for state in STATES if holds(state)}


def test_without_a_condition_all_states_hold() -> None:
    """No condition is the full set."""
    assert Space(SMALL).where(None) == FULL


def test_a_condition_met_again_is_not_worked_out_again() -> None:
    """The set of a condition is the same object the second time."""
    space = Space(SMALL)

    assert space.where(Compare("n", "<", 3)) is space.where(Compare("n", "<", 3))


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        (None, ()),
        (Truth(True), ()),
        (Flag("f"), ("f",)),
        (Not(Flag("f")), ("f",)),
        (Compare("n", "<", 3), ("n",)),
        (Compare(3, "<", "n"), ("n",)),
        (Compare("n", "<", "m"), ("n", "m")),
        (Compare("n", "<", "n"), ("n",)),
        (Junction("or", (Flag("g"), Compare("n", "<", "m"), Not(Flag("g")))), ("g", "n", "m")),
    ],
)
def test_names_in_a_condition(condition, names: tuple[str, ...]) -> None:
    """The names of a condition are told each once, in their order."""
    assert names_in(condition) == names


# --- changes ---


@given(choices(), sets)
@often
def test_an_image_is_where_the_engine_leads(one, states: int) -> None:
    """The image of a set is the states into which the engine's change takes its states."""
    change = mover(one)

    moved = image(states, Space(SMALL).change(one))
    assert as_set(moved) == {change(state) for state in as_set(states)}


@given(choices(), sets)
@often
def test_a_preimage_is_where_the_engine_comes_from(one, states: int) -> None:
    """The preimage of a set is the states that the engine's change takes into it."""
    change, goal = mover(one), as_set(states)

    origin = preimage(states, Space(SMALL).change(one))
    assert as_set(origin) == {state for state in STATES if change(state) in goal}


@given(choices(), sets, sets)
@often
def test_image_and_preimage_are_adjoint(one, origin: int, goal: int) -> None:
    """A set's image lies in a goal exactly when the set lies in the goal's preimage."""
    change = Space(SMALL).change(one)

    assert (image(origin, change) & ~goal == 0) == (origin & ~preimage(goal, change) == 0)
    assert (image(origin, change) & goal == 0) == (origin & preimage(goal, change) == 0)


def test_a_choice_that_changes_nothing_moves_nothing() -> None:
    """Without set and add a choice is no change at all, and a change is worked out once."""
    space = Space(SMALL)
    one = choice("a", "one", set={"f": 1}, add={"n": 2})

    assert space.change(choice("a", "one")) == ()
    assert space.change(one) is space.change(one)


# --- reading states ---


@given(sets)
@often
def test_the_values_of_a_set(states: int) -> None:
    """The values of a variable in a set are those its states have, in order."""
    space = Space(SMALL)

    for at, variable in enumerate(SMALL):
        assert space.values(states, variable.name) == sorted({state[at] for state in as_set(states)})


@given(sets.filter(bool))
@often
def test_the_first_state_of_a_set_is_named(states: int) -> None:
    """The names asked for are given as in the first state of the set, flags as truth values."""
    first = next(state for n, state in enumerate(STATES) if states >> n & 1)

    named = Space(SMALL).named(states, ["n", "f", "m"])
    assert named == (("n", first[2]), ("f", first[0] == 1), ("m", first[1]))
    assert isinstance(named[1][1], bool)
