"""high-chance: choosing without reading earns more than 65 percent on a principle."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag

from etika_sim.checks import draft as drafting
from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.high_chance import find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Decision, Flag, Principle


def between(*points: int | None, id: str = "one", to: str = "end", weight: int = 1) -> Decision:
    """A decision between choices with those points on the first principle."""
    rows = [(point, None, None, None, None) for point in points]
    choices = [choice(name, to, points=row) for name, row in zip("abcde", rows, strict=False)]
    return decision(id, *choices, weight=weight)


def found(*scenes: Decision) -> list[Diagnostic]:
    """What is found in a case of those decisions."""
    return list(find(Draft(case(*scenes, ending("end")))))


def test_more_than_65_percent_is_found() -> None:
    """Two of three good choices give 67 percent; the principle and the decision are named."""
    (warning,) = found(between(2, 2, -2))

    assert (warning.path, warning.on) == (("scenes",), "key")
    assert warning.facts == {"principle": Principle.INTEGRITY, "percent": 66, "scenes": ("one",)}


def test_exactly_65_percent_is_let_pass() -> None:
    """Weighed over two decisions: 3/4 and 1/2 give 65 at weights 3 and 2, and more at 4 and 2."""
    good, even = {"to": "two"}, {"id": "two"}

    assert found(between(2, 2, 2, -2, weight=3, **good), between(2, 0, -2, weight=2, **even)) == []
    assert found(between(2, 2, 2, -2, weight=4, **good), between(2, 0, -2, weight=2, **even))


def test_an_even_spread_is_let_pass() -> None:
    """So is a principle that nothing tests."""
    assert found(between(2, 0, -2)) == []
    assert found(between(1, 1, 1)) == []
    assert found(between(None, None)) == []


def test_choices_that_are_not_offered_do_not_count() -> None:
    """A second good choice that is hidden cannot be guessed; one that is shown can."""
    good, bad = (2, None, None, None, None), (-2, None, None, None, None)

    for start, warned in ((0, False), (1, True)):
        hidden = choice("b", "end", points=good, when=Flag("seen"))
        scene = decision("one", choice("a", "end", points=good), hidden, choice("c", "end", points=bad))
        scenario = case(scene, ending("end"), state=[flag("seen", start)])
        assert bool(list(find(Draft(scenario)))) == warned


def test_first_answers_count_only() -> None:
    """Coming back to a decision again and again changes nothing."""
    points = [(2, None, None, None, None), (-2, None, None, None, None)]
    loop = decision("one", choice("again", "one", points=points[0]), choice("on", "end", points=points[1]))

    assert found(loop) == []


def test_very_large_cases_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of states nothing is worked out."""
    monkeypatch.setattr(drafting, "MOST_SPOTS", 1)
    assert found(between(2, 2, -2)) == []


def test_loops_that_are_too_large_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be worked out is not guessed."""
    generous = [choice(name, "one", points=(2, None, None, None, None)) for name in "ab"]
    loop = decision("one", *generous, choice("on", "end", points=(-2, None, None, None, None)))
    assert found(loop)
    monkeypatch.setattr("etika_sim.checks.blind.MOST_FLOWS", 0)
    assert found(loop) == []
