"""short-good-road: who chooses well is done too early, or is never tempted again."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.short_good_road import find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Decision, Scenario


def step(n: int, to: str, *, excuse: bool = True, aside: str = "") -> Decision:
    """The n-th decision of a road: a recommended choice, and one that may have an excuse."""
    other = choice("bad", aside or to, excuse="justify" if excuse else None)
    return decision(f"d{n}", choice("good", to, recommended=True), other)


def road(good: int, longest: int, excuses: set[int] | None = None) -> Scenario:
    """A recommended road of `good` decisions; a turn off its last leads on to a road of `longest`."""
    tempting = set(range(longest)) if excuses is None else excuses
    scenes = []
    for n in range(longest):
        following = f"d{n + 1}" if n + 1 < longest else "late"
        last = n + 1 == good
        to, aside = ("early" if last else following), (following if last and good < longest else "")
        scenes.append(step(n, to, excuse=n in tempting, aside=aside))
    ends = [ending("early"), *([ending("late")] if good < longest else [])]
    return case(*scenes, *ends)


def found(scenario: Scenario) -> list[Diagnostic]:
    """What is found in a case."""
    return list(find(Draft(scenario)))


@pytest.mark.parametrize(
    ("good", "longest", "short"), [(3, 5, False), (3, 6, True), (6, 10, False), (5, 9, True)]
)
def test_sixty_percent_of_the_longest_play_are_enough(good: int, longest: int, short: bool) -> None:
    """Exactly 60 passes; a decision less, and the finding stands where the good road ends."""
    warnings = found(road(good, longest))

    assert bool(warnings) == short
    for warning in warnings:
        assert warning.facts["reason"] == "length"
        assert (warning.facts["decisions"], warning.facts["longest"]) == (good, longest)
        assert warning.path == ("scenes", f"d{good - 1}", "choices", "good", "to")


@pytest.mark.parametrize(
    ("excuses", "pressed"), [({1, 2}, None), ({0, 1}, 1), ({0}, 0), (set(), 0), ({1, 3}, None)]
)
def test_two_decisions_under_pressure_are_enough(excuses: set[int], pressed: int | None) -> None:
    """The first decision does not count: pressure is meant after the first good choice."""
    warnings = found(road(4, 4, excuses))

    assert [warning.facts["pressed"] for warning in warnings] == ([] if pressed is None else [pressed])
    assert all(warning.facts["reason"] == "pressure" for warning in warnings)


def test_an_excuse_of_a_recommended_choice_is_no_pressure() -> None:
    """Nothing pulls away from it there."""
    tempted = [
        decision(f"d{n}", choice("good", to, recommended=True, excuse="justify"), choice("bad", to))
        for n, to in enumerate(("d1", "d2", "early"))
    ]

    assert [warning.facts["pressed"] for warning in found(case(*tempted, ending("early")))] == [0]


def test_the_worst_of_several_recommended_roads_counts() -> None:
    """Where the road forks, a short branch is found even if the other is long."""
    scenes = [step(n, f"d{n + 1}") for n in range(1, 5)]
    start = decision("d0", choice("long", "d1", recommended=True), choice("short", "early", recommended=True))

    assert [
        warning.facts["ending"]
        for warning in found(case(start, *scenes, step(5, "late"), ending("early"), ending("late")))
    ] == ["early"]


@pytest.mark.parametrize("count", [1, 2])
def test_small_cases_are_left_alone(count: int) -> None:
    """Two decisions cannot hold two under pressure after the first."""
    assert found(road(count, count, set())) == []


def test_a_recommended_road_in_a_circle_is_left_alone() -> None:
    """It has no end that could come too soon."""
    scenes = [
        decision("a", choice("good", "b", recommended=True), choice("bad", "end")),
        decision("b", choice("good", "c", recommended=True), choice("bad", "end")),
        decision("c", choice("good", "a", recommended=True), choice("bad", "end")),
    ]

    assert found(case(*scenes, ending("end"))) == []
