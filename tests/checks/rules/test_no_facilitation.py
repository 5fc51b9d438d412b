"""no-facilitation: a class plays a decision, and the one who leads it is told too little."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.no_facilitation import find
from etika_sim.model import ClassPlan, Facilitator

BOTH = Facilitator("Freeze.", ("Why?",))
ENACT, PROBE, NEITHER = BOTH._replace(probe=()), BOTH._replace(enact=None), Facilitator()


def reasons(notes: Facilitator, **plan: tuple[str, ...]) -> list[str]:
    """What is missing at a decision with those notes under that plan."""
    scene = decision("one", choice("x", "end"), choice("y", "end"), facilitator=notes)
    plans = {45: ClassPlan(45, **plan)} if plan else {}
    return [one.facts["reason"] for one in find(Draft(case(scene, ending("end"), plans=plans)))]


@pytest.mark.parametrize(
    ("notes", "missing"), [(BOTH, []), (ENACT, ["probe"]), (PROBE, ["enact"]), (NEITHER, ["both"])]
)
def test_a_decision_in_full_needs_both(notes: Facilitator, missing: list[str]) -> None:
    """How to enact it, and a question."""
    assert reasons(notes, full=("one",)) == missing


@pytest.mark.parametrize(
    ("notes", "missing"), [(BOTH, []), (ENACT, ["probe"]), (PROBE, []), (NEITHER, ["probe"])]
)
def test_a_quick_decision_needs_a_question(notes: Facilitator, missing: list[str]) -> None:
    """Nothing is enacted there."""
    assert reasons(notes, quick=("one",)) == missing


def test_in_full_by_any_plan_is_in_full() -> None:
    """What one plan plays quickly another may play in full."""
    assert reasons(PROBE, quick=("one",), full=("one",)) == ["enact"]


@pytest.mark.parametrize("notes", [BOTH, NEITHER])
def test_without_a_plan_nothing_is_asked_for(notes: Facilitator) -> None:
    """A case may be meant for one person alone."""
    assert reasons(notes) == []


def test_the_finding_stands_at_the_decision() -> None:
    """Its name is the place where the notes belong."""
    scene = decision("one", choice("x", "end"), choice("y", "end"))
    (warning,) = find(Draft(case(scene, ending("end"), plans={45: ClassPlan(45, ("one",))})))

    assert (warning.path, warning.on, warning.facts["scene"]) == (("scenes", "one"), "key", "one")
