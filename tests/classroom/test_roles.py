"""Roles, dealt per group."""

from __future__ import annotations

from collections import Counter

import pytest
from classroom.lesson import Lesson, small_case
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.classroom.events import Reason
from etika_sim.classroom.roles import missing
from etika_sim.classroom.state import Cast


def dealt(count: int, seed: str = "s", **settings: int) -> Lesson:
    """A class of so many phones with roles dealt."""
    lesson = Lesson(**settings).phones(count).go("briefing", "roles")
    return lesson.do("dealt", seed=seed)


def cast_of(lesson: Lesson) -> Cast:
    """The cast of a class."""
    assert lesson.room.cast is not None
    return lesson.room.cast


def sets(lesson: Lesson) -> list[list[str]]:
    """The roles held in each group, sorted."""
    parts = cast_of(lesson).parts.values()
    groups = range(1, cast_of(lesson).groups + 1)
    return [sorted(part.role for part in parts if part.group == n and part.role) for n in groups]


@given(st.integers(0, 40), st.integers(0, 12), st.text("abc", min_size=1, max_size=3))
def test_every_group_gets_one_full_set(count: int, groups: int, seed: str) -> None:
    """With enough people for one set there is a full one in every group, and sizes differ by one at most."""
    lesson = dealt(count, seed, groups=groups)

    if count >= 3:
        assert sets(lesson) == [["p", "q", "r"]] * cast_of(lesson).groups
    sizes = Counter(part.group for part in cast_of(lesson).parts.values())
    assert max(sizes.values(), default=0) - min(sizes.values(), default=0) <= 1
    assert len(cast_of(lesson).parts) == count


@pytest.mark.parametrize(
    ("count", "groups", "made"), [(40, 8, 8), (40, 0, 10), (7, 8, 2), (2, 8, 1), (0, 4, 1)]
)
def test_there_are_no_more_groups_than_sets(count: int, groups: int, made: int) -> None:
    """As many groups as settled, or such that each has an observer; fewer where people are few."""
    assert cast_of(dealt(count, groups=groups)).groups == made


def test_dealing_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    """The dice are in the seed."""
    assert cast_of(dealt(9, "x")) == cast_of(dealt(9, "x"))
    assert cast_of(dealt(9, "x")).parts != cast_of(dealt(9, "y")).parts


def test_roles_are_dealt_again_only_before_they_are_enacted() -> None:
    """Until the scene is read, and never while it is played."""
    lesson = dealt(4).go("read").do("dealt", seed="again").go("enact")

    assert lesson.refused("dealt", seed="more") is Reason.NOT_NOW
    assert lesson.refused("passed", token="t1", why="job") is Reason.NOT_NOW


def test_nobody_plays_his_own_job() -> None:
    """Who passes a role on gets another or observes, the set stays full, and dealing again remembers."""
    lesson = dealt(4)
    for _ in range(3):
        holder, part = next(
            (token, part) for token, part in cast_of(lesson).parts.items() if part.role == "p"
        )
        lesson.do("passed", token=holder, why="job")
        assert sets(lesson) == [["p", "q", "r"]]
        assert cast_of(lesson).parts[holder].role != part.role
    for seed in "abcdef":
        lesson.do("dealt", seed=seed)
        for token, part in cast_of(lesson).parts.items():
            assert part.role not in lesson.room.seats[token].never


def test_a_role_that_nobody_may_play_is_missing() -> None:
    """With nobody left for it the role stays open, and the trainer is told."""
    lesson = dealt(1)
    for _ in range(3):
        lesson.do("passed", token="t1", why="job")

    assert sets(lesson) == [[]]
    assert missing(lesson.room, 1) == ("p", "q", "r")
    assert lesson.refused("passed", token="t1", why="job") is Reason.NONE_SUCH


def test_whoever_would_rather_not_play_observes() -> None:
    """Nobody must say why; the role goes to another, in this deal and in every later one."""
    lesson = dealt(4)
    player = next(token for token, part in cast_of(lesson).parts.items() if part.role == "q")

    lesson.do("passed", token=player, why="rest")

    assert sets(lesson) == [["p", "q", "r"]]
    assert cast_of(lesson).parts[player].role is None
    assert cast_of(lesson.do("dealt", seed="new")).parts[player].role is None
    assert lesson.refused("passed", token=player, why="rest") is None


def test_one_can_decline_before_anything_is_dealt() -> None:
    """Said at the briefing, it holds for the deal that comes."""
    lesson = Lesson().phones(4).go("briefing").do("passed", token="t1", why="rest").do("dealt", seed="s")

    assert cast_of(lesson).parts["t1"].role is None


def test_the_trainer_may_take_a_role_in_every_group() -> None:
    """That role is dealt to nobody and is not missing."""
    lesson = Lesson(groups=2).phones(6).go("briefing").do("dealt", seed="s", trainer="q")

    assert sets(lesson) == [["p", "r"], ["p", "r"]]
    assert missing(lesson.room, 1) == ()
    assert lesson.refused("dealt", seed="s", trainer="nobody") is Reason.NONE_SUCH


def test_who_comes_late_fills_a_gap_or_observes() -> None:
    """Before the enactment a missing role, afterwards none; always in the smallest group."""
    lesson = dealt(2).phones(2)
    assert sets(lesson) == [["p", "q", "r"]]
    lesson = dealt(2).go("read", "enact").phones(1)
    assert cast_of(lesson).parts["t3"].role is None


def test_a_table_is_a_group_of_its_own() -> None:
    """A shared device holds no role; a phone that becomes one leaves its role to others."""
    lesson = Lesson().phones(1, people=5).phones(4).go("briefing").do("dealt", seed="s").phones(1, people=5)
    parts = cast_of(lesson).parts
    assert (parts["t1"], parts["t6"]) == ((2, None), (3, None))

    lesson.do("seated", token="t2", people=3).do("seated", token="t1", people=0)

    assert cast_of(lesson).parts["t2"] == (4, None)
    assert cast_of(lesson).parts["t1"].group == 1


def test_a_case_without_roles_deals_none() -> None:
    """There is nothing to deal, and nothing is missing."""
    lesson = Lesson(small_case(roles={})).phones(3).go("briefing")

    assert lesson.refused("dealt", seed="s") is Reason.NO_ROLES
    assert missing(lesson.room, 1) == ()


def test_the_trainer_can_take_the_only_role_there_is() -> None:
    """Then everybody observes."""
    one = small_case(roles={"p": small_case().roles["p"]})
    lesson = Lesson(one).phones(3).go("briefing").do("dealt", seed="s", trainer="p")

    assert {part.role for part in cast_of(lesson).parts.values()} == {None}
