"""The minutes of a class."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.classroom.phases import Phase
from etika_sim.classroom.plan import COST, FULL, QUICK, cut_from, frame, how_to_play, hows, plan
from etika_sim.model import ClassPlan

PLANS = {45: ClassPlan(45, ("a",), ("b",)), 90: ClassPlan(90, ("a", "b"), ("c",))}


def in_short(minutes: int) -> list[str]:
    """The steps of a plan, decisions put together."""
    told, seen = [], set()
    for step in plan(minutes):
        if not step.decision:
            told.append(f"{step.phase} {step.minutes}")
        elif step.decision not in seen:
            seen.add(step.decision)
            told.append(f"{step.how} {COST[step.how]}")
    return told


def test_forty_five_minutes_are_spent_as_designed() -> None:
    """Opening 4, roles 3, one decision in full, one quickly, de-role 2, debrief 14, commitments 5."""
    assert in_short(45) == [
        "lobby 2",
        "briefing 2",
        "roles 3",
        "full 13",
        "quick 4",
        "de-role 2",
        "debrief 14",
        "commitments 4",
        "exit 1",
    ]


def test_ninety_minutes_are_spent_as_designed() -> None:
    """Opening 7, roles 6, three decisions in full, one quickly, de-role 3, debrief 22, commitments 9."""
    assert in_short(90) == [
        "lobby 3",
        "briefing 4",
        "roles 6",
        "full 13",
        "full 13",
        "full 13",
        "quick 4",
        "de-role 3",
        "debrief 22",
        "commitments 6",
        "exit 3",
    ]


def test_ten_minutes_play_one_decision_without_roles() -> None:
    """A Monday briefing: one decision quickly, then a short debrief."""
    assert in_short(10) == ["briefing 1", "quick 4", "debrief 4", "commitments 1"]


@given(st.integers(10, 480))
def test_every_plan_adds_up_and_plays_something(minutes: int) -> None:
    """The minutes of the steps are the minutes of the class, and at least one decision is played."""
    steps = plan(minutes)

    assert sum(step.minutes for step in steps) == minutes
    assert any(step.phase is Phase.VOTE_1 for step in steps)
    assert all(step.minutes > 0 for step in steps)


@given(st.integers(10, 479))
def test_a_longer_class_never_plays_less(minutes: int) -> None:
    """One minute more takes no decision away, and no more than one minute from the decisions' time."""
    assert len(hows(frame(minutes + 1).decisions)) >= len(hows(frame(minutes).decisions)) - 2
    assert frame(minutes + 1).blocks["debrief"] >= 4


def test_other_lengths_are_cut_from_the_next_longer_plan() -> None:
    """60 minutes are cut from the plan for 90, 10 from that for 45, 120 take the longest there is."""
    assert [cut_from(PLANS, minutes) for minutes in (10, 45, 60, 120)] == [
        PLANS[45],
        PLANS[45],
        PLANS[90],
        PLANS[90],
    ]
    assert cut_from({}, 45) is None


@pytest.mark.parametrize(
    ("scene", "left", "how"),
    [
        ("a", 17, FULL),
        ("a", 12, QUICK),
        ("a", 3, None),
        ("b", 17, QUICK),
        ("other", 4, QUICK),
        ("b", 0, None),
    ],
)
def test_a_decision_is_played_in_full_where_the_case_says_so_and_time_allows(
    scene: str, left: int, how: str | None
) -> None:
    """What the plan does not name is played quickly; when time is spent the story ends for the class."""
    assert how_to_play(scene, PLANS[45], left) == how


def test_a_case_without_a_plan_is_played_in_full_while_time_lasts() -> None:
    """No plan says nothing against it."""
    assert how_to_play("any", None, 13) == FULL
