"""Voting, by phones, tables and hands."""

from __future__ import annotations

from itertools import permutations

import pytest
from classroom.lesson import Lesson, ordered, voting

from etika_sim.classroom.events import Reason
from etika_sim.classroom.state import Stage
from etika_sim.classroom.tally import counts, effective_counts

VOTE = {"token": "t1", "option": "a", "decision": 1, "round": 1}


def now(lesson: Lesson) -> list[int]:
    """The counts of the round that was begun last, in the order of a, b, c."""
    said = counts(lesson.ballot, lesson.ballot.rounds[-1])
    return [lesson.said(option, said) for option in sorted(lesson.ballot.options)]


def test_the_same_sending_counts_once_however_often_it_comes() -> None:
    """A phone without a receipt sends again; it is told the same, and nothing is written down."""
    lesson = voting().do("voted", nonce="n", **VOTE)

    for _ in range(5):
        assert lesson.refused("voted", nonce="n", **VOTE) is None
    assert now(lesson) == [1, 0, 0]


def test_a_late_repetition_does_not_bring_an_old_vote_back() -> None:
    """Changed to b, the vote stays b, though the sending of a arrives once more."""
    lesson = voting().do("voted", nonce="n1", **VOTE).do("voted", nonce="n2", **{**VOTE, "option": "b"})

    assert lesson.refused("voted", nonce="n1", **VOTE) is None
    assert now(lesson) == [0, 1, 0]


def test_a_repetition_after_the_close_still_has_its_receipt() -> None:
    """What was counted stays counted, also in the next round and at the next decision."""
    lesson = voting().do("voted", nonce="n", **VOTE).do("closed")
    assert lesson.refused("voted", nonce="n", **VOTE) is None
    lesson.go("reveal").do("routed", choice="a").go("read")
    assert lesson.refused("voted", nonce="n", **VOTE) is None


def test_a_vote_can_be_changed_while_the_round_is_open() -> None:
    """Thirty changes leave one vote, the last."""
    lesson = voting()
    for n in range(30):
        lesson.do("voted", nonce=f"n{n}", **{**VOTE, "option": "abc"[n % 3]})

    assert now(lesson) == [0, 0, 1]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(order: tuple[int, ...]) -> None:
    """Three people's votes are the same three votes in whatever order they come."""
    lesson = voting()
    for n in order:
        lesson.vote("abc"[n], first=n + 1)

    assert now(lesson) == [1, 1, 1]


def test_a_vote_for_a_closed_round_or_another_decision_is_counted_nowhere() -> None:
    """Each case has its reason, so that the phone can say what happened."""
    lesson = Lesson().phones(2).go("briefing", "read")
    assert lesson.refused("voted", nonce="n", **VOTE) is Reason.ROUND_CLOSED
    lesson.do("went", to="vote-1")
    assert lesson.refused("voted", nonce="n", **VOTE) is Reason.ROUND_CLOSED
    lesson.do("opened").do("closed")
    assert lesson.refused("voted", nonce="n", **VOTE) is Reason.ROUND_CLOSED
    lesson.go("discuss", "vote-2")
    assert lesson.refused("voted", nonce="n", **VOTE) is Reason.ROUND_CLOSED
    assert lesson.refused("voted", nonce="n", **{**VOTE, "round": 3}) is Reason.ROUND_CLOSED
    assert lesson.refused("voted", nonce="n", **{**VOTE, "decision": 2}) is Reason.OTHER_DECISION
    lesson.go("reveal").do("routed", choice="a").go("read", "vote-1")
    assert lesson.refused("voted", nonce="n", **VOTE) is Reason.OTHER_DECISION
    assert now(lesson) == [0, 0]


def test_only_what_is_offered_can_be_voted_for() -> None:
    """An option of another decision, or none at all, is refused."""
    assert voting().refused("voted", nonce="n", **{**VOTE, "option": "d"}) is Reason.NOT_OFFERED


def test_a_round_can_be_closed_and_opened_again() -> None:
    """Votes stay; a round is opened once at a time, and only where there is one."""
    lesson = voting().vote("a").do("closed").do("opened").vote("b", first=2)

    assert now(lesson) == [1, 1, 0]
    assert lesson.refused("opened") is Reason.NOT_NOW
    assert lesson.do("closed").refused("closed") is Reason.NOT_NOW
    assert Lesson().refused("opened") is Reason.NOT_NOW


def test_a_table_gives_counts_for_each_option() -> None:
    """Never more than sit there, never one option times all by accident, always all letters."""
    lesson = Lesson().phones(1, people=5).phones(1).go("briefing", "read", "vote-1")
    table = {"token": "t1", "decision": 1, "round": 1, "nonce": "n"}

    lesson.do("tabled", counts=ordered(lesson, a=3, b=2), **table)

    assert now(lesson) == [3, 2, 0]
    assert lesson.refused("tabled", counts=[1, 1, 1], **table) is None
    other = {**table, "nonce": "m"}
    assert lesson.refused("tabled", counts=[3, 2, 1], **other) is Reason.WRONG_COUNT
    assert lesson.refused("tabled", counts=[0, 0, 0], **other) is Reason.WRONG_COUNT
    assert lesson.refused("tabled", counts=[1, 1], **other) is Reason.WRONG_COUNT
    assert lesson.refused("tabled", counts=[1, 1, 1], **{**other, "token": "t2"}) is Reason.NOT_THIS_WAY
    assert lesson.refused("voted", nonce="m", **VOTE) is Reason.NOT_THIS_WAY


def test_phones_tables_and_hands_make_one_tally() -> None:
    """All three ways add up."""
    lesson = Lesson().phones(2).phones(1, people=4).go("briefing", "read", "vote-1").vote("ab")
    lesson.do("tabled", token="t3", nonce="n", counts=ordered(lesson, b=4), **lesson.asking())
    lesson.do("counted", counts=ordered(lesson, a=10, c=2), **lesson.asking())

    assert now(lesson) == [11, 5, 2]


def test_a_typed_count_replaces_the_last_and_undo_brings_it_back() -> None:
    """Undo goes back count by count to none."""
    lesson = voting(0)
    one = lesson.asking()
    lesson.do("counted", counts=ordered(lesson, a=12, b=5, c=9), **one)
    lesson.do("counted", counts=ordered(lesson, a=1), **one)
    assert now(lesson) == [1, 0, 0]

    assert now(lesson.do("uncounted", **one)) == [12, 5, 9]
    assert now(lesson.do("uncounted", **one)) == [0, 0, 0]
    assert lesson.refused("uncounted", **one) is Reason.NOTHING_TO_UNDO


def test_hands_can_be_counted_late_and_mended_until_the_class_goes_on() -> None:
    """Papers are counted while the class talks; a slip is mended when the bars are seen."""
    lesson = voting(0).do("closed").go("discuss")
    lesson.do("counted", counts=ordered(lesson, a=5), decision=1, round=1).go("vote-2", "reveal")
    lesson.do("counted", counts=ordered(lesson, b=5), decision=1, round=2)
    lesson.do("uncounted", decision=1, round=2)
    assert lesson.said("a", effective_counts(lesson.ballot)) == 5
    lesson.do("routed", choice="b")

    assert lesson.refused("counted", counts=[1, 1, 1], decision=1, round=1) is Reason.ROUND_CLOSED
    assert lesson.refused("uncounted", decision=2, round=1) is Reason.OTHER_DECISION
    assert lesson.refused("counted", counts=[1, 1, 1], decision=1, round=3) is Reason.ROUND_CLOSED


def test_a_count_names_every_letter() -> None:
    """Two numbers for three options are a slip, and so are hands where none were settled."""
    assert voting(0).refused("counted", counts=[1, 2], decision=1, round=1) is Reason.WRONG_COUNT
    phones = voting(1, ways=["phones"])
    assert phones.refused("counted", counts=[1, 2, 3], decision=1, round=1) is Reason.NOT_THIS_WAY
    assert Lesson().refused("counted", counts=[1], decision=1, round=1) is Reason.OTHER_DECISION


def test_a_quick_vote_asks_what_if_after_the_reveal() -> None:
    """It is open at once, counts for itself, and changes nothing of the decision."""
    lesson = voting().vote("aaaa")
    assert lesson.refused("varied", text="What if it were more?") is Reason.NOT_NOW
    assert lesson.refused("shown") is Reason.NOT_NOW
    lesson.go("reveal").do("varied", text=" What if it\nwere more? ").vote("bbba")

    assert (lesson.ballot.rounds[-1].number, lesson.ballot.rounds[-1].text) == (3, "What if it were more?")
    assert now(lesson) == [1, 3, 0]
    assert lesson.said("a", effective_counts(lesson.ballot)) == 4
    lesson.do("varied", text="And more?")
    assert [one.stage for one in lesson.ballot.rounds] == [Stage.SHOWN, Stage.CLOSED, Stage.OPEN]
    lesson.do("counted", counts=ordered(lesson, c=3), **lesson.asking()).do("shown")
    assert lesson.refused("shown") is None
    assert lesson.ballot.rounds[-1].stage is Stage.SHOWN


def test_a_quick_vote_can_be_counted_by_hand_after_the_road_was_taken() -> None:
    """The decision is fixed then, the quick vote is not."""
    lesson = voting(0).go("reveal").do("routed", choice="a").do("varied", text="More?")

    lesson.do("counted", counts=ordered(lesson, b=4), **lesson.asking())

    assert now(lesson) == [0, 4, 0]


def test_a_quick_vote_needs_a_question_and_there_is_an_end_to_them() -> None:
    """An empty one is refused, and so is the twenty-first."""
    lesson = voting().go("reveal")
    assert lesson.refused("varied", text=" ") is Reason.EMPTY
    for n in range(20):
        lesson.do("varied", text=f"More, {n}?")

    assert lesson.refused("varied", text="More?") is Reason.TOO_MANY


def test_before_any_decision_there_is_nothing_to_vary_or_show() -> None:
    """Neither in the lobby nor in a debrief that came at once."""
    lesson = Lesson().go("debrief")

    assert lesson.refused("varied", text="More?") is Reason.NOT_NOW
    assert lesson.refused("shown") is Reason.NOT_NOW
