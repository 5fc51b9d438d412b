"""class-plan-too-long: some play needs more minutes for the planned decisions than there are."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.class_plan_too_long import find
from etika_sim.classroom.plan import available
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import ClassPlan, Scenario


def chain(*plans: ClassPlan) -> Scenario:
    """Five decisions in a row, "a" to "e"; at "c" the story parts into "c" or "x"."""
    scenes = [
        decision("a", choice("x", "b"), choice("y", "b")),
        decision("b", choice("x", "c"), choice("y", "x")),
        decision("c", choice("x", "d"), choice("y", "d")),
        decision("x", choice("x", "d"), choice("y", "d")),
        decision("d", choice("x", "e"), choice("y", "e")),
        decision("e", choice("x", "end"), choice("y", "end")),
    ]
    return case(*scenes, ending("end"), plans={plan.minutes: plan for plan in plans})


def found(*plans: ClassPlan) -> list[Diagnostic]:
    """What is found about those plans."""
    return list(find(Draft(chain(*plans))))


@pytest.mark.parametrize(
    ("minutes", "full", "quick", "long"),
    [
        (45, "a", "b", False),
        (45, "ab", "", True),
        (45, "a", "bd", True),
        (45, "", "abde", False),
        (90, "abd", "e", False),
        (90, "abde", "", True),
        (90, "abd", "ce", True),
    ],
)
def test_the_minutes_hold_so_many_decisions(minutes: int, full: str, quick: str, long: bool) -> None:
    """45 minutes hold one in full and one quickly, 90 minutes three and one; one more is found."""
    assert bool(found(ClassPlan(minutes, tuple(full), tuple(quick)))) == long


def test_decisions_that_no_play_meets_together_do_not_add_up() -> None:
    """Of "c" and "x" a play meets one."""
    assert found(ClassPlan(45, ("a",), ("c", "x"))) == []
    assert found(ClassPlan(90, ("a", "c", "x", "d"), ("e",))) == []


def test_the_finding_stands_at_the_plan_and_counts() -> None:
    """It tells what the longest play needs, what there is, and which decisions it meets."""
    (warning,) = found(ClassPlan(45, ("a",), ("b",)), ClassPlan(50, ("a", "b"), ("c", "x")))

    assert (warning.path, warning.on) == (("class", "50"), "key")
    counts = {name: warning.facts[name] for name in ("minutes", "needed", "available", "full", "quick")}
    assert counts == {"minutes": 50, "needed": 30, "available": 21, "full": 2, "quick": 1}
    assert warning.facts["scenes"] in (("a", "b", "c"), ("a", "b", "x"))


def test_a_decision_in_both_lists_is_played_in_full() -> None:
    """It counts once, with the longer time."""
    assert found(ClassPlan(45, ("a",), ("a", "b"))) == []


@pytest.mark.parametrize(
    ("minutes", "there"),
    [(10, 4), (20, 9), (45, 17), (60, 26), (90, 43), (180, 86)],
)
def test_the_time_for_decisions_is_that_of_a_class(minutes: int, there: int) -> None:
    """A plan that takes just as long is fine, one quick decision more is too long."""
    assert available(minutes) == there


def test_a_decision_met_again_counts_once() -> None:
    """A class plays it when it comes first."""
    loop = case(
        decision("a", choice("again", "a"), choice("on", "end")),
        ending("end"),
        plans={45: ClassPlan(45, ("a",), ())},
    )

    assert list(find(Draft(loop))) == []
