"""violation-without-red-line: no play may end in a violation without having crossed a red line."""

from __future__ import annotations

from random import Random

import pytest
from generate import THOROUGH, case, choice, decision, ending, flag, passage, random_case

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.violation_without_red_line import find
from etika_sim.model import Decision, Ending, Flag, Passage, Route, Scenario

BAD = ending("bad", quality="violation")


def test_an_ending_behind_a_red_line_is_fine() -> None:
    """Every road to it crosses the line."""
    scene = decision("one", choice("a", "end"), choice("b", "bad", red_line=True))

    assert list(find(Draft(case(scene, ending("end"), BAD)))) == []


def test_one_road_around_the_line_is_enough() -> None:
    """The shortest one is told, and the place is the quality of the ending."""
    first = decision("one", choice("a", "two"), choice("b", "bad", red_line=True))
    second = decision("two", choice("c", "end"), choice("d", "way"))
    (warning,) = find(Draft(case(first, second, passage("way", "bad"), ending("end"), BAD)))

    assert warning.path == ("scenes", "bad", "ending")
    assert warning.facts == {"scene": "bad", "play": (("one", "a"), ("two", "d"))}


def test_what_the_red_line_left_in_the_state_counts() -> None:
    """A route that asks for a flag which only the red line sets is behind that line."""
    first = decision("one", choice("a", "two"), choice("b", "two", red_line=True, set={"f": 1}))
    routes = (Route("bad", Flag("f")), Route("end"))
    second = decision("two", choice("c", *routes), choice("d", "end"))

    assert list(find(Draft(case(first, second, ending("end"), BAD, state=[flag("f")])))) == []


def test_a_case_without_any_red_line_is_told_so() -> None:
    """Then no play is named: every one of them would do."""
    scene = decision("one", choice("a", "end"), choice("b", "bad"))
    (warning,) = find(Draft(case(scene, ending("end"), BAD)))

    assert warning.facts == {"scene": "bad", "reason": "none"}


@pytest.mark.parametrize("quality", ["exemplary", "acceptable", "compromised"])
def test_other_endings_need_no_line(quality: str) -> None:
    """Only a violation says that a line was crossed."""
    scene = decision("one", choice("a", "end"), choice("b", "bad"))

    assert list(find(Draft(case(scene, ending("end"), ending("bad", quality=quality))))) == []


@pytest.mark.parametrize("seed", range(100 * THOROUGH))
def test_random_cases_agree_with_the_case_that_lacks_its_red_lines(seed: int) -> None:
    """An ending is found exactly if it is reached in the case without the choices that are red lines."""
    dice = Random(seed)  # noqa: S311 - the same again for the same seed
    scenario = _with_violations(random_case(seed), dice)
    without = _without_red_lines(scenario)
    expected = {
        name
        for name in Draft(without).reached
        if isinstance(scene := without.scenes[name], Ending) and scene.quality == "violation"
    }

    assert {warning.facts["scene"] for warning in find(Draft(scenario))} == expected


def _with_violations(scenario: Scenario, dice: Random) -> Scenario:
    scenes = [
        scene._replace(quality=dice.choice(["violation", "acceptable"]))
        if isinstance(scene, Ending)
        else scene
        for scene in scenario.scenes.values()
    ]
    return case(*scenes, state=scenario.state)


def _without_red_lines(scenario: Scenario) -> Scenario:
    scenes: list[Decision | Passage | Ending] = []
    for scene in scenario.scenes.values():
        if isinstance(scene, Decision):
            kept = {id: one for id, one in scene.choices.items() if not one.red_line}
            scenes.append(scene._replace(choices=kept))
        else:
            scenes.append(scene)
    return case(*scenes, state=scenario.state)
