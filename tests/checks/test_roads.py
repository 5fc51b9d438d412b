"""Roads through a case: the longest, the recommended ones, and what they hold."""

from __future__ import annotations

import pytest
from checks.plain_roads import Plain
from checks.test_blind import CASES, MOST
from generate import case, choice, decision, ending, flag, passage

from etika_sim.checks import longest as search
from etika_sim.checks.audit import audit
from etika_sim.checks.longest import longest
from etika_sim.checks.roads import recommended, road
from etika_sim.checks.spots import Spots
from etika_sim.model import Flag, Part, Scenario


def fork() -> Scenario:
    """Two ways to one ending: at once, or over two more decisions."""
    return case(
        decision("a", choice("x", "end"), choice("y", "b", recommended=True)),
        decision("b", choice("x", "p", recommended=True), choice("back", "a")),
        passage("p", "c"),
        decision("c", choice("x", "end", recommended=True), choice("y", "end", recommended=True)),
        ending("end"),
    )


def test_the_longest_road_meets_the_most_decisions() -> None:
    """Turning back adds nothing, for a decision counts once."""
    found = longest(Spots(fork(), MOST))

    assert found.value == 3
    assert found.choices is not None
    assert road(fork(), found.choices).decisions == 3


def test_decisions_may_weigh_differently() -> None:
    """With weights the heaviest road is found, and what has no weight counts nothing."""
    assert longest(Spots(fork(), MOST), {"a": 4, "c": 13}).value == 17


def test_random_cases_agree_with_every_play() -> None:
    """The longest road is as long as the longest of all plays, and walking it meets as many decisions."""
    for scenario in CASES:
        found = longest(Spots(scenario, MOST))
        assert found.value == Plain(scenario).longest()
        assert found.choices is not None
        assert road(scenario, found.choices).decisions == found.value
        assert road(scenario, found.choices).ending is not None


def test_a_circle_too_large_leaves_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too much would have to be looked at, no play exceeds what is said, and no road is shown."""
    monkeypatch.setattr(search, "MOST_WALKED", 2)
    for scenario in CASES:
        found = longest(Spots(scenario, MOST))
        assert found.value >= Plain(scenario).longest()
        if found.choices is not None:
            assert found.value == Plain(scenario).longest()


def test_a_recommended_road_forks_where_two_choices_are_recommended() -> None:
    """Both are followed, in the order of the file."""
    found = recommended(fork())

    assert found.complete
    assert [one.steps for one in found.roads] == [
        (("a", "y"), ("b", "x"), ("c", "x")),
        (("a", "y"), ("b", "x"), ("c", "y")),
    ]


def test_more_recommended_roads_than_are_wanted_are_cut_off() -> None:
    """The rest is left out, and that is said."""
    assert recommended(fork(), 1).complete is False
    assert len(recommended(fork(), 1).roads) == 1


def test_without_a_recommended_choice_the_most_points_lead_on() -> None:
    """That is what the scorecard compares with, too."""
    points = (1, 0, 0, 0, 0)
    scenario = case(decision("a", choice("x", "end"), choice("y", "end", points=points)), ending("end"))

    assert recommended(scenario).roads[0].steps == (("a", "y"),)


def test_a_recommended_road_that_goes_in_a_circle_has_no_ending() -> None:
    """Following it any further would lead nowhere new."""
    scenario = case(
        decision("a", choice("x", "b", recommended=True), choice("y", "end")),
        decision("b", choice("x", "a", recommended=True), choice("y", "end", recommended=True)),
        ending("end"),
    )

    assert [(one.ending, one.decisions) for one in recommended(scenario).roads] == [(None, 2), ("end", 2)]


def test_all_that_is_read_on_a_road_is_counted() -> None:
    """Title, summary and role, scene, question, options, outcome, review, next step, ending; as shown."""
    told = (Part("one two three", Flag("seen"), "one two"),)
    scenario = case(
        decision(
            "a",
            choice(
                "x", "p", text="three words long", outcome=told, review=told, set={"seen": 1}, next_step="go"
            ),
            text=told,
            ask="what now",
        ),
        passage("p", "end", text=told),
        ending("end", text=told),
        state=[flag("seen")],
    )
    head, scene, answer, rest = 2 + 2 + 2, 2 + 2 + 3, 3 + 3 + 1, 3 + 3

    assert road(scenario, ["x"]).words == head + scene + answer + rest


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (180, 1), (269, 1), (270, 2), (450, 3)])
def test_reading_takes_a_minute_for_180_words(words: int, minutes: int) -> None:
    """Rounded to the nearest minute, half a minute up; never none at all."""
    assert road(fork(), ["x"])._replace(words=words).minutes == minutes


def test_the_audit_tells_the_shortest_road_to_every_ending() -> None:
    """How far every scene is, counted in choices, and a road to each ending that is no longer."""
    for scenario in CASES:
        found = audit(scenario)
        for name, way in found.soonest.items():
            assert way.ending == name
            assert len(way.steps) == found.distance[name]
        assert found.ways.keys() == found.distance.keys()
        assert all(len(found.ways[name]) == found.distance[name] for name in found.ways)
        assert found.states == len(Spots(scenario, MOST).scenes)


def test_the_audit_says_what_was_not_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many spots: chances in floats, then none and no longest road; too large a loop: no chances."""
    monkeypatch.setattr("etika_sim.checks.audit.EXACT", 2)
    rough = audit(fork())
    monkeypatch.setattr("etika_sim.checks.audit.ROUGH", 3)
    little = audit(fork())
    monkeypatch.undo()
    monkeypatch.setattr("etika_sim.checks.blind.MOST_FLOWS", 1)
    round_and_round = audit(fork())

    assert rough.chances is not None
    assert not rough.chances.exact
    assert (little.chances, little.longest, little.why) == (None, None, "spots")
    assert (round_and_round.chances, round_and_round.why) == (None, "loops")
    assert little.shortest.steps == (("a", "x"),)
