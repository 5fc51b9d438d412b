"""straw-man: a choice at -2 on three principles, or all but the best at -6 or below; no red line."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.straw_man import find
from etika_sim.model import Points

BEST = (2, 1, 1, 1, 1)
FINE = (1, 0, 0, 0, -1)


def found(*points: Points, red: bool = False, excuse: str | None = "blame") -> list[tuple[str | int, ...]]:
    """Where it is found among the best choice and those with these points, which may be red lines."""
    others = [
        choice(id, "end", points=one, red_line=red, excuse=excuse)
        for id, one in zip("bcde", points, strict=False)
    ]
    scene = decision("one", choice("a", "end", points=BEST), *others)
    return [warning.path[2:] for warning in find(Draft(case(scene, ending("end"))))]


@pytest.mark.parametrize(
    ("points", "fires"),
    [
        ((-2, -2, -2, 0, 0), True),
        ((-2, -2, -2, 2, 2), True),  # whatever the other principles say
        ((-2, -2, -1, -1, -1), False),
        ((-2, -2, None, None, None), False),
        ((-2, -2, -2, -2, -2), True),
    ],
)
def test_three_principles_at_the_worst_make_one_choice_a_straw_man(points: Points, fires: bool) -> None:
    """From three principles at -2 on, whatever the sum; another choice that is fine does not help."""
    assert found(points, FINE) == ([("choices", "b", "scores")] if fires else [])


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ((-2, -2, -1, -1, 0), (-2, -1, -1, -1, -1), True),  # -6 and -6
        ((-2, -2, -1, -1, 0), (-1, -1, -1, -1, -1), False),  # -6 and -5
        ((-2, -2, -1, -1, -1), (-2, -2, -1, -1, None), True),
    ],
)
def test_all_but_the_best_together(one: Points, other: Points, fires: bool) -> None:
    """If every choice but the best adds up to -6 or less, it is said once, of the decision."""
    assert found(one, other) == ([("choices",)] if fires else [])


@pytest.mark.parametrize(
    ("points", "excuse", "fires"),
    [
        ((-1, -1, -1, -1, -1), None, True),
        ((-1, -1, -1, -1, -1), "minimise", False),
        ((-1, -1, -1, -1, 0), None, False),
        ((-1, -1, -1, -1, None), None, False),
    ],
)
def test_against_all_principles_is_a_straw_man_unless_something_tempts(
    points: Points, excuse: str | None, fires: bool
) -> None:
    """Be it at -1 each; one principle that it does not touch, or an excuse, is enough."""
    assert found(points, FINE, excuse=excuse) == ([("choices", "b", "scores")] if fires else [])


def test_a_red_line_may_be_as_bad_as_it_is() -> None:
    """Where the author marked a breach of law, nothing is said of its points."""
    assert found((-2, -2, -2, -2, -2), red=True) == []


def test_the_best_choice_is_no_straw_man() -> None:
    """Where all choices are equally bad, none of them stands beside a better one."""
    points = (-2, -2, -2, 0, 0)
    scene = decision("one", choice("a", "end", points=points), choice("b", "end", points=points))

    assert list(find(Draft(case(scene, ending("end"))))) == []


def test_what_is_told() -> None:
    """The choice, and on how many principles it is at the worst."""
    scene = decision("one", choice("a", "end", points=BEST), choice("b", "end", points=(-2, -2, -2, -2, 0)))
    (warning,) = find(Draft(case(scene, ending("end"))))

    assert warning.facts == {"choice": "b", "count": 4}
