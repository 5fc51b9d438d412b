"""What blind choosing leads to, against plays that are followed one by one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from checks.plain_roads import Plain, faultless
from generate import THOROUGH, case, choice, decision, ending, flag, passage, random_case

from etika_sim.checks.blind import Blind
from etika_sim.checks.spots import Spots, TooMany
from etika_sim.model import Flag, Not, Principle, Route, Scenario

GOOD, BAD = (2, None, None, None, None), (-2, None, None, None, None)
MOST = 10_000


def exactly(scenario: Scenario) -> Blind[Fraction]:
    """Blind choosing in fractions."""
    return Blind(Spots(scenario, MOST), Fraction(1))


def random_faultless(count: int) -> list[Scenario]:
    """Random cases in which every play can come to an ending, loops or not."""
    cases = (random_case(seed) for seed in range(count * THOROUGH))
    return [scenario for scenario in cases if faultless(scenario)]


CASES = random_faultless(150)


def test_an_ending_is_as_likely_as_the_choices_that_lead_there() -> None:
    """Two of three choices lead to one ending; a choice hidden by its condition is not counted."""
    scenario = case(
        decision(
            "a",
            choice("x", "p", set={"seen": 1}),
            choice("y", "p"),
            choice("z", "bad"),
        ),
        passage("p", "b"),
        decision("b", choice("x", "good"), choice("y", "bad", when=Not(Flag("seen")))),
        ending("good"),
        ending("bad"),
        state=[flag("seen")],
    )

    assert exactly(scenario).endings == {"good": Fraction(1, 2), "bad": Fraction(1, 2)}


def test_a_loop_is_solved_exactly() -> None:
    """Staying with one third, leaving with one third each way: both endings are equally likely."""
    scenario = case(
        decision("a", choice("stay", "b"), choice("x", "good"), choice("y", "bad")),
        decision("b", choice("back", "a"), choice("x", "good")),
        ending("good"),
        ending("bad"),
    )

    assert exactly(scenario).endings == {"good": Fraction(3, 5), "bad": Fraction(2, 5)}


def test_only_first_answers_are_weighed() -> None:
    """A decision that a play comes back to again and again counts once, and with what was offered first."""
    scenario = case(
        decision(
            "a",
            choice("again", "a", points=BAD, set={"seen": 1}),
            choice("on", "end", points=GOOD),
            choice("never", "end", points=(1, None, None, None, None), when=Flag("seen")),
        ),
        ending("end"),
        state=[flag("seen")],
    )
    found = exactly(scenario)

    assert found.expected[Principle.INTEGRITY] == (Fraction(2), Fraction(4))
    assert found.decisions == 1


def test_what_is_earned_on_the_way_to_an_ending_is_told_apart() -> None:
    """Who ends well chose well here: 100 of those plays, 0 of the others."""
    scenario = case(
        decision("a", choice("x", "good", points=GOOD), choice("y", "bad", points=BAD)),
        ending("good"),
        ending("bad"),
    )
    found = exactly(scenario).by_ending

    assert (found["good"].percent, found["bad"].percent) == (100, 0)


def test_random_cases_agree_with_following_the_plays() -> None:
    """Chances, sums and decisions met are those of a thousand steps of every play, in floats and exactly."""
    assert len(CASES) > 50
    for scenario in CASES:
        endings, sums, met = Plain(scenario).blind(1000)
        found = exactly(scenario)
        rough = Blind(Spots(scenario, MOST), 1.0)
        for blind in (found, rough):
            assert {name: float(chance) for name, chance in blind.endings.items()} == pytest.approx(endings)
            assert float(blind.decisions) == pytest.approx(met)
            for name, pair in sums.items():
                assert [*map(float, blind.expected[Principle(name)])] == pytest.approx(pair)


def test_random_cases_add_up() -> None:
    """The chances of the endings are 1 to the last digit, and the sums by ending are the sums of all."""
    for scenario in CASES:
        found = exactly(scenario)
        by_ending = found.by_ending.values()
        assert sum(found.endings.values()) == 1
        assert sum(one.earned for one in by_ending) == found.expected[None].earned
        assert sum(one.range for one in by_ending) == found.expected[None].range


def test_some_random_cases_hold_loops() -> None:
    """What is tested above is not the easy part only."""
    assert sum(any(round for _part, round in Spots(scenario, MOST).parts) for scenario in CASES) > 10


def test_too_many_spots_are_refused() -> None:
    """A case with more spots than allowed raises, and does not take the time."""
    scenario = case(decision("a", choice("x", "b")), passage("b", "end"), ending("end"))

    assert len(Spots(scenario, 3).scenes) == 3
    with pytest.raises(TooMany):
        Spots(scenario, 2)


def test_a_circle_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop that would take too many steps raises as well."""
    monkeypatch.setattr("etika_sim.checks.chain.MOST_STEPS", 1)
    names = [f"d{n}" for n in range(6)]
    scenes = [decision(name, *(choice(to, to) for to in (*names, "end"))) for name in names]
    with pytest.raises(TooMany):
        _ = exactly(case(*scenes, ending("end"))).endings


def test_the_route_decides_where_a_choice_leads() -> None:
    """Routes are taken as in play: the first whose condition holds after the change."""
    to = (Route("good", Flag("seen")), Route("bad"))
    scenario = case(
        decision("a", choice("x", *to, set={"seen": 1}), choice("y", *to)),
        ending("good"),
        ending("bad"),
        state=[flag("seen")],
    )

    assert exactly(scenario).endings == {"good": Fraction(1, 2), "bad": Fraction(1, 2)}
