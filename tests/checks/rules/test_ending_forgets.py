"""ending-forgets: a good ending reached after a grave deed, over every play."""

from __future__ import annotations

from random import Random

import pytest
from generate import THOROUGH, case, choice, counter, decision, ending, flag, passage

from etika_sim.checks import draft as drafting
from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.ending_forgets import GRAVE, Past, after, find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Choice, Compare, Decision, Ending, Flag, Route, Scenario
from etika_sim.play.engine import choose, options, start
from etika_sim.play.program import MoveRow

GOOD, BAD, MILD = (2, 1, 0, 0, 0), (-2, -1, -1, 0, 0), (-2, -1, 0, 0, 0)
FINE = choice("fine", "end", points=GOOD)


def found(scenario: Scenario) -> list[Diagnostic]:
    """What is found in a case."""
    return list(find(Draft(scenario)))


def one(deed: Choice, quality: str) -> Scenario:
    """A case in which that deed and a fine one both lead to an ending."""
    return case(decision("d", FINE, deed), ending("end", quality))


@pytest.mark.parametrize(
    ("quality", "points", "red", "reasons"),
    [
        ("exemplary", BAD, False, ["grave"]),
        ("exemplary", MILD, False, []),
        ("exemplary", GOOD, True, ["red-line"]),
        ("acceptable", BAD, False, []),
        ("acceptable", GOOD, True, ["unmended"]),
        ("compromised", BAD, True, []),
        ("violation", BAD, True, []),
    ],
)
def test_the_rule(quality: str, points: object, red: bool, reasons: list[str]) -> None:
    """-4 in all is grave and -3 is not; a grave deed forbids exemplary, a red line acceptable as well."""
    assert sum(BAD) == GRAVE
    deed = choice("deed", "end", points=points, red_line=red)

    assert [warning.facts["reason"] for warning in found(one(deed, quality))] == reasons


def test_what_is_told() -> None:
    """The ending, the deed with its points, and the shortest play; the place is the kind of the ending."""
    deed = choice("deed", "way", points=BAD)
    late = decision("late", choice("x", "d"), choice("y", "d"))
    first, way = decision("d", FINE, deed, choice("on", "late")), passage("way", "end")
    (warning,) = found(case(first, way, late, ending("end", "exemplary")))

    assert warning.path == ("scenes", "end", "ending")
    assert warning.facts == {
        "reason": "grave",
        "scene": "end",
        "choice": "deed",
        "points": -4,
        "play": (("d", "deed"),),
    }


def mended(*, mends: bool, before: bool = False) -> Scenario:
    """A red line, and then (or before it) a choice that makes good, or does not; all end acceptable."""
    first, second = ("mend", "cross") if before else ("cross", "mend")
    scenes = {
        "cross": decision("cross", choice("red", "", red_line=True), choice("no", "")),
        "mend": decision("mend", choice("back", "", mends=mends), choice("keep", "", when=Flag("never"))),
    }
    to = {first: second, second: "end"}
    led = [
        scene._replace(choices={c.id: c._replace(to=(Route(to[name]),)) for c in scene.choices.values()})
        for name, scene in scenes.items()
    ]
    led.sort(key=lambda scene: scene.id != first)
    return case(*led, ending("end"), state=[flag("never")])


def test_only_a_later_choice_makes_good() -> None:
    """What is given back before it was taken mends nothing."""
    assert found(mended(mends=True)) == []
    assert [one.facts["reason"] for one in found(mended(mends=False))] == ["unmended"]
    assert [one.facts["reason"] for one in found(mended(mends=True, before=True))] == ["unmended"]


@pytest.mark.parametrize(
    ("past", "deed", "now"),
    [
        (Past.CLEAN, choice("x", "e", points=GOOD, mends=True), Past.CLEAN),
        (Past.CLEAN, choice("x", "e", points=BAD), Past.GRAVE),
        (Past.GRAVE, choice("x", "e", points=GOOD, mends=True), Past.GRAVE),
        (Past.GRAVE, choice("x", "e", red_line=True), Past.CROSSED),
        (Past.CROSSED, choice("x", "e", points=BAD), Past.CROSSED),
        (Past.CROSSED, choice("x", "e", points=BAD, mends=True), Past.MENDED),
        (Past.MENDED, choice("x", "e", points=BAD), Past.MENDED),
        (Past.MENDED, choice("x", "e", red_line=True, mends=True), Past.CROSSED),
        (Past.CROSSED, MoveRow(None, None, ()), Past.CROSSED),
    ],
)
def test_what_lies_behind_a_play(past: Past, deed: Choice | MoveRow, now: Past) -> None:
    """A red line weighs most, is made good by what mends, can be crossed again; a passage is no deed."""
    assert after(past, deed) is now


def test_a_mark_that_the_route_asks_for_is_remembered() -> None:
    """A flag mends it; a counter that can be paid back does not."""
    deed, other = choice("deed", "next", points=BAD, set={"done": 1}), choice("no", "next")
    to = (Route("poor", Flag("done")), Route("end"))
    kept = case(
        decision("d", deed, other),
        passage("next", *to),
        ending("end", "exemplary"),
        ending("poor", "compromised"),
        state=[flag("done")],
    )
    debt = choice("deed", "pay", points=BAD, add={"debt": 1})
    paid = case(
        decision("d", debt, choice("no", "pay")),
        decision("pay", choice("back", "next", add={"debt": -1}), choice("keep", "next")),
        passage("next", Route("poor", Compare("debt", ">=", 1)), Route("end")),
        ending("end", "exemplary"),
        ending("poor", "compromised"),
        state=[counter("debt")],
    )

    assert found(kept) == []
    (warning,) = found(paid)
    assert warning.facts["play"] == (("d", "deed"), ("pay", "back"))


def test_a_case_with_too_many_spots_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as are allowed are followed."""
    scenario = one(choice("deed", "end", points=BAD), "exemplary")
    monkeypatch.setattr(drafting, "MOST_SPOTS", 2)
    assert len(found(scenario)) == 1
    monkeypatch.setattr(drafting, "MOST_SPOTS", 1)
    assert found(scenario) == []


def shaken(seed: int) -> Scenario:
    """A random sound case: six decisions that lead onward, three endings, two flags, deeds of every kind."""
    dice = Random(seed)  # noqa: S311 - the same case again for the same seed
    names = [*(f"d{n}" for n in range(6)), "x", "y", "z"]
    scenes: list[Decision | Ending] = []
    for n, name in enumerate(names[:6]):
        onward = names[n + 1 : n + 4]
        choices = [
            choice(
                key,
                Route(dice.choice(onward), Flag(dice.choice("fg"))),
                Route(dice.choice(onward)),
                points=dice.choice((GOOD, MILD, MILD, BAD)),
                red_line=dice.random() < 0.2,
                mends=dice.random() < 0.3,
                set={dice.choice("fg"): dice.randint(0, 1)},
            )
            for key in "abc"
        ]
        scenes.append(decision(name, *choices))
    qualities = ("exemplary", "acceptable", "compromised")
    ends = [ending(name, dice.choice(qualities)) for name in names[6:]]
    return case(*scenes, *ends, state=[flag("f"), flag("g")])


def played(scenario: Scenario) -> dict[str, int]:
    """The endings that are forgotten on some play, each with the fewest choices; every play is played."""
    waiting, told = [(start(scenario), Past.CLEAN)], dict[str, int]()
    while waiting:
        play, past = waiting.pop()
        scene = scenario.scenes[play.scene]
        if isinstance(scene, Decision):
            waiting += [(choose(play, one.id), after(past, one)) for one in options(play)]
        elif isinstance(scene, Ending):
            most = {"exemplary": Past.CLEAN, "acceptable": Past.MENDED}.get(scene.quality, Past.CROSSED)
            if past > most:
                told[scene.id] = min(len(play.steps), told.get(scene.id, len(play.steps)))
    return told


@pytest.mark.parametrize("seed", range(60 * THOROUGH))
def test_it_finds_what_playing_finds(seed: int) -> None:
    """On random cases the endings and the lengths of the shortest plays are those of playing everything."""
    scenario = shaken(seed)

    assert {one.facts["scene"]: len(one.facts["play"]) for one in found(scenario)} == played(scenario)


def test_random_cases_are_forgotten_often_enough_to_tell() -> None:
    """Some have such an ending, and some have none."""
    kinds = [len(found(shaken(seed))) for seed in range(60)]

    assert kinds.count(0) >= 2
    assert kinds.count(1) >= 12
    assert sum(n > 1 for n in kinds) >= 5
