"""untested-principle: fewer than three decisions test a principle on the shortest play."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks import draft as drafting
from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.untested_principle import find
from etika_sim.model import PRINCIPLES, Decision, Principle, Scenario

ALL = (1, 1, 1, 1, 1)


def chain(*points: tuple[int, ...], shortcut: int | None = None) -> Scenario:
    """Decisions one after the other, each between those points and none; after one of them a way out."""
    names = [*(f"d{n}" for n in range(len(points))), "end"]
    scenes: list[Decision] = []
    for n, one in enumerate(points):
        choices = [choice("good", names[n + 1], points=one), choice("bad", names[n + 1])]
        if n == shortcut:
            choices.append(choice("out", "end"))
        scenes.append(decision(names[n], *choices))
    return case(*scenes, ending("end"))


def found(scenario: Scenario) -> list[tuple[Principle, ...]]:
    """The principles that are named."""
    return [warning.facts["principles"] for warning in find(Draft(scenario))]


def test_three_decisions_are_enough() -> None:
    """Two are not; the finding stands at the scenes and tells the play."""
    assert found(chain(ALL, ALL, ALL)) == []
    (warning,) = find(Draft(chain(ALL, ALL, (1, 1, 1, 1, 0))))

    assert (warning.path, warning.on) == (("scenes",), "key")
    assert warning.facts["principles"] == (Principle.PROFESSIONALISM,)
    assert len(warning.facts["play"]) == 3


@pytest.mark.parametrize("n", range(5))
def test_each_principle_is_looked_at(n: int) -> None:
    """A decision in which all choices have the same points on a principle does not test it."""
    points = tuple(0 if k == n else 1 for k in range(5))

    assert found(chain(ALL, ALL, points)) == [(PRINCIPLES[n],)]
    assert found(chain(ALL, ALL, points, ALL)) == []


def test_the_shortest_play_is_looked_at() -> None:
    """A way out after the second decision leaves two, however long the others go on."""
    assert found(chain(ALL, ALL, ALL, ALL)) == []
    assert found(chain(ALL, ALL, ALL, ALL, shortcut=1)) == [PRINCIPLES]
    assert found(chain(ALL, ALL, ALL, ALL, shortcut=2)) == []


def test_a_principle_that_is_never_rated_counts() -> None:
    """On the scorecard it would stay empty."""
    assert found(chain(*[(1, 1, 1, 1, 0)] * 4)) == [(Principle.PROFESSIONALISM,)]


def test_a_decision_met_twice_counts_once() -> None:
    """Only its first answer is weighed."""
    again = decision(
        "a",
        choice("again", "b", points=ALL),
        choice("other", "b"),
    )
    scenario = case(
        again,
        decision("b", choice("on", "c", points=ALL), choice("off", "c")),
        decision("c", choice("back", "a", points=ALL), choice("end", "end")),
        ending("end"),
    )

    assert found(scenario) == []


def test_small_cases_are_left_alone() -> None:
    """Where no play meets three decisions nothing can be shown, whatever is rated."""
    assert found(chain(ALL, ALL)) == []
    assert found(chain((0, 0, 0, 0, 0))) == []


def test_very_large_cases_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of states nothing is looked at."""
    scenario = chain(ALL, ALL, (1, 1, 1, 1, 0))
    monkeypatch.setattr(drafting, "MOST_SPOTS", 3)
    assert found(scenario) == []
    monkeypatch.setattr(drafting, "MOST_SPOTS", 4)
    assert found(scenario)
