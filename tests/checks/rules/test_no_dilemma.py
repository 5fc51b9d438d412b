"""no-dilemma: one choice is best on everything and nothing tempts."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.no_dilemma import find
from etika_sim.model import Choice

GOOD, BAD = (2, 2, 2, 2, 2), (0, 0, 0, 0, 0)


def found(*choices: Choice) -> list[dict[str, object]]:
    """The facts of what is found in a decision between those choices."""
    return [dict(one.facts) for one in find(Draft(case(decision("one", *choices), ending("end"))))]


def test_a_choice_that_is_best_everywhere_is_found() -> None:
    """It is named together with its scene, and the finding stands at the choices."""
    draft = Draft(case(decision("one", choice("a", "end", points=GOOD), choice("b", "end")), ending("end")))
    (warning,) = find(draft)

    assert (warning.rule, warning.path, warning.on) == ("no-dilemma", ("scenes", "one", "choices"), "key")
    assert warning.facts == {"scene": "one", "choice": "a"}


@pytest.mark.parametrize("n", range(5))
def test_one_point_for_another_choice_makes_a_dilemma(n: int) -> None:
    """On any of the five principles one point more than the best choice has is enough."""
    good = tuple(1 if k == n else 2 for k in range(5))
    other = tuple(2 if k == n else -2 for k in range(5))

    assert found(choice("a", "end", points=good), choice("b", "end", points=other)) == []
    assert found(choice("a", "end", points=GOOD), choice("b", "end", points=other))


def test_an_excuse_makes_a_dilemma() -> None:
    """Where some choice is tempting there is something to weigh."""
    choices = (choice("a", "end", points=GOOD), choice("b", "end", points=BAD))

    assert found(*choices)
    assert found(choices[0], choices[1]._replace(excuse="minimise")) == []


def test_a_choice_that_is_not_rated_counts_as_nothing() -> None:
    """A principle left out is 0 points, so a best choice may be 0 there."""
    assert found(choice("a", "end", points=(1, None, 0, None, 0)), choice("b", "end"))


def test_choices_that_are_all_alike_are_left_alone() -> None:
    """Where nothing is better than anything there is no answer to see."""
    assert found(choice("a", "end", points=GOOD), choice("b", "end", points=GOOD)) == []


def test_a_decision_that_no_play_reaches_is_left_alone() -> None:
    """What nobody sees teaches nobody badly; another rule tells of it."""
    lost = decision("lost", choice("a", "end", points=GOOD), choice("b", "end"))
    scenes = [decision("one", choice("x", "end"), choice("y", "end")), ending("end")]

    assert list(find(Draft(case(*scenes, lost)))) == []
    assert list(find(Draft(case(lost, *scenes))))
