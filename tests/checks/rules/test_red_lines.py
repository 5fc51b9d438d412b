"""red-line-without-law, red-line-weight: a red line cites law, and its decision weighs more."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules import red_line_weight, red_line_without_law


def draft(*, red_line: bool = True, law: tuple[str, ...] = (), weight: int = 1) -> Draft:
    """One decision with a choice that is a red line or not."""
    crossing = choice("b", "end", red_line=red_line, law=law)
    return Draft(case(decision("one", choice("a", "end"), crossing, weight=weight), ending("end")))


@pytest.mark.parametrize(
    ("red_line", "law", "fires"), [(True, (), True), (True, ("G-01",), False), (False, (), False)]
)
def test_a_red_line_cites_law(red_line: bool, law: tuple[str, ...], fires: bool) -> None:
    """One entry of the register is enough; a choice that is no red line needs none."""
    found = list(red_line_without_law.find(draft(red_line=red_line, law=law)))

    assert [warning.path for warning in found] == (
        [("scenes", "one", "choices", "b", "red_line")] if fires else []
    )


@pytest.mark.parametrize(
    ("red_line", "weight", "fires"), [(True, 1, True), (True, 2, False), (True, 5, False), (False, 1, False)]
)
def test_its_decision_has_a_weight_of_two(red_line: bool, weight: int, fires: bool) -> None:
    """A weight of 2 is enough; a decision without a red line may have any."""
    found = list(red_line_weight.find(draft(red_line=red_line, weight=weight)))

    assert [(warning.path, warning.facts["lines"]) for warning in found] == (
        [(("scenes", "one", "weight"), ("b",))] if fires else []
    )


def test_a_decision_that_no_play_reaches_is_left_alone() -> None:
    """Of what cannot be reached the proof speaks already."""
    lost = decision("lost", choice("a", "end", red_line=True), choice("b", "end"))
    whole = Draft(case(decision("one", choice("a", "end"), choice("b", "end")), lost, ending("end")))

    assert list(red_line_weight.find(whole)) == list(red_line_without_law.find(whole)) == []
