"""dominated: another choice offered beside it is as good on all principles, better on one; no excuse."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.dominated import find
from etika_sim.model import Choice, Flag, Not, Points

BEST = (2, 1, 1, 1, -1)
OTHER = choice("c", "end", points=(0, 0, 0, 0, 1))
"""Better than the best on one principle, so that there is a dilemma."""


def found(*choices: Choice, state: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Which choices are dominated, and by which."""
    scene = decision("one", *choices)
    variables = [flag(name) for name in state]
    draft = Draft(case(scene, ending("end"), state=variables))
    return [(warning.facts["choice"], warning.facts["better"]) for warning in find(draft)]


@pytest.mark.parametrize(
    ("points", "fires"),
    [
        ((2, 1, 1, 1, -2), True),  # worse on one
        ((1, 0, 0, 0, -1), True),
        ((2, 1, 1, 1, -1), False),  # the same on all
        ((1, 0, 0, 0, 0), False),  # ahead of each on one
        ((None, None, None, None, -2), True),  # what is left out counts 0
        ((None, None, None, None, None), True),  # by the third choice, which is 0 and 1
    ],
)
def test_as_good_everywhere_and_better_somewhere(points: Points, fires: bool) -> None:
    """Equal points dominate nothing; one principle ahead is enough to be saved."""
    dominated = found(choice("a", "end", points=BEST), choice("b", "end", points=points), OTHER)

    assert [id for id, _better in dominated] == (["b"] if fires else [])


def test_an_excuse_speaks_for_a_choice() -> None:
    """A named temptation is a reason to take it."""
    tempting = choice("b", "end", points=(0, 0, 0, 0, -1), excuse="minimise")

    assert found(choice("a", "end", points=BEST), tempting, OTHER) == []


def test_where_no_dilemma_is_found_nothing_is_said_twice() -> None:
    """If one choice is best everywhere and no excuse tempts, the rule no-dilemma says it of all."""
    one, other = choice("a", "end", points=(1, 1, 1, 1, 1)), choice("b", "end", points=(0, 0, 0, 0, 0))

    assert found(one, other) == []
    assert found(one, other, choice("c", "end", points=(0, 0, 0, 0, 1), excuse="blame")) == [("b", "a")]


def test_a_straw_man_is_not_said_twice() -> None:
    """What is a straw man is found by that rule."""
    assert found(choice("a", "end", points=BEST), choice("b", "end", points=(-2, -2, -2, 0, -1)), OTHER) == []


@pytest.mark.parametrize(
    ("here", "better", "fires"),
    [
        (None, None, True),
        (Flag("f"), None, True),
        (None, Flag("f"), False),  # without the flag the better one is not there
        (Flag("f"), Not(Flag("f")), False),  # never both
        (Flag("f"), Flag("f"), True),
    ],
)
def test_only_what_is_offered_beside_it_dominates(here: object, better: object, fires: bool) -> None:
    """A choice that can be offered without the better one is not dominated."""
    first = decision(
        "first",
        choice("yes", "one", points=(1, 0, 0, 0, 0), set={"f": 1}),
        choice("no", "one", points=(0, 1, 0, 0, 0)),
    )
    scene = decision(
        "one",
        choice("a", "end", points=BEST, when=better),
        choice("b", "end", points=(0, 0, 0, 0, -1), when=here),
        choice("c", "end", points=(-1, -1, -1, -1, 1)),
    )
    draft = Draft(case(first, scene, ending("end"), state=[flag("f")]))

    assert [warning.facts["choice"] for warning in find(draft)] == (["b"] if fires else [])
