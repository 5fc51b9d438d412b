"""ending-contradicts-score: the kind of an ending and the points on the way say different things."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks import draft as drafting
from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.ending_contradicts_score import find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Scenario

GOOD, BAD = ((n, None, None, None, None) for n in (2, -2))


def found(scenario: Scenario) -> list[Diagnostic]:
    """What is found in a case."""
    return list(find(Draft(scenario)))


def fork(good: str, bad: str, *, good_points: object = GOOD, bad_points: object = BAD) -> Scenario:
    """One decision: a choice with more points to one kind of ending, one with fewer to another."""
    return case(
        decision("one", choice("x", "first", points=good_points), choice("y", "second", points=bad_points)),
        ending("first", good),
        ending("second", bad),
    )


@pytest.mark.parametrize("quality", ["compromised", "violation"])
def test_a_recommended_road_to_a_bad_ending_is_found(quality: str) -> None:
    """The finding stands at the kind of the ending and tells the road."""
    (warning,) = found(fork(quality, quality))

    assert warning.path == ("scenes", "first", "ending")
    assert (warning.facts["reason"], warning.facts["quality"], warning.facts["road"]) == (
        "recommended",
        quality,
        ("x",),
    )


@pytest.mark.parametrize("quality", ["exemplary", "acceptable"])
def test_a_recommended_road_to_a_good_ending_is_let_pass(quality: str) -> None:
    """Both kinds are an end that one can answer for."""
    assert found(fork(quality, "violation")) == []


def averaged(worse: int, better: int, of: int) -> Scenario:
    """Plays earn `worse` or `better` of so many points on the way to a worse or a better ending."""
    scenes = [decision("start", choice("w", "w0"), choice("b", "b0"))]
    for name, earned, end in (("w", worse, "bad"), ("b", better, "good")):
        for n in range(of):
            to = f"{name}{n + 1}" if n + 1 < of else end
            on, off = (1, 0) if n < earned else (0, 1)
            aside = choice("y", "aside", points=(off, None, None, None, None))
            scenes.append(decision(f"{name}{n}", choice("x", to, points=(on, None, None, None, None)), aside))
    kinds = {"bad": "compromised", "good": "acceptable", "aside": "violation"}
    return case(*scenes, *(ending(name, kind) for name, kind in kinds.items()))


@pytest.mark.parametrize(
    ("worse", "better", "of", "contradicts"),
    [(11, 10, 20, True), (10, 10, 20, False), (10, 11, 20, False), (11, 10, 21, False), (22, 20, 40, True)],
)
def test_five_points_more_on_the_way_to_a_worse_ending_are_found(
    worse: int, better: int, of: int, contradicts: bool
) -> None:
    """Five of a hundred points contradict; a little less, or equality, does not."""
    facts = [
        warning.facts
        for warning in found(averaged(worse, better, of))
        if warning.facts["reason"] == "order" and warning.facts["scene"] == "bad"
    ]

    assert bool(facts) == contradicts
    for one in facts:
        assert (one["other"], one["percent"], one["other_percent"]) == ("good", 55, 50)


def test_very_large_cases_are_looked_at_for_their_recommended_road_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What would need every play is not said."""
    monkeypatch.setattr(drafting, "MOST_SPOTS", 1)

    assert "order" not in {warning.facts["reason"] for warning in found(averaged(22, 20, 40))}
    assert [warning.facts["reason"] for warning in found(fork("compromised", "violation"))] == ["recommended"]


def test_an_ending_out_of_reach_is_left_alone() -> None:
    """Another rule tells of it."""
    scenario = case(
        decision("one", choice("x", "end", points=GOOD)), ending("end"), ending("lost", "violation")
    )

    assert found(scenario) == []
