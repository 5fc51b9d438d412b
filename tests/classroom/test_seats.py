"""Who is in the room."""

from __future__ import annotations

import pytest
from classroom.lesson import Lesson, voting

from etika_sim.classroom.events import Reason
from etika_sim.classroom.room import MOST_HEARD
from etika_sim.classroom.tally import effective_counts


def test_seats_are_numbered_as_people_come() -> None:
    """Each token has one seat, a number and the pair of words that the server gave."""
    lesson = Lesson().phones(3)

    assert [(seat.number, seat.name) for seat in lesson.room.seats.values()] == [
        (1, "teh manis"),
        (2, "teh manis"),
        (3, "teh manis"),
    ]


def test_coming_again_with_a_token_changes_nothing() -> None:
    """A phone that rejoins has its seat, in every phase, locked or full or without the word."""
    lesson = Lesson(cap=1, word="kopi").do("joined", token="t1", name="a", word="kopi")
    lesson.do("locked", is_locked=True).go("briefing", "read")

    assert lesson.refused("joined", token="t1", name="b") is None
    assert lesson.refused("joined", token="t2", name="b", word="kopi") is Reason.LOCKED


def test_a_room_takes_no_more_than_its_cap() -> None:
    """A seat that is silenced makes room for another; a higher cap does too."""
    lesson = Lesson(cap=2).phones(2)

    assert lesson.refused("joined", token="t3", name="a") is Reason.FULL
    lesson.do("blocked", seat=1, is_blocked=True).phones(1)
    assert lesson.refused("joined", token="t4", name="a") is Reason.FULL
    lesson.do("limited", cap=3).phones(1)
    assert len(lesson.room.seats) == 4


def test_two_thousand_strangers_keep_nobody_out_who_has_a_seat() -> None:
    """A flood without the word takes no seat; one with it ends at the cap, and seats stay good."""
    lesson = Lesson(word="kopi", cap=60)
    lesson.do("joined", token="t1", name="a", word="KOPI ")
    for n in range(2000):
        assert lesson.refused("joined", token=f"x{n}", name="a", word="teh") is Reason.WRONG_WORD
    assert lesson.refused("joined", token="x", name="a") is Reason.WRONG_WORD
    lesson.do("joined", token="t2", name="b", word="kopi")

    assert len(lesson.room.seats) == 2


def test_a_word_stays_good_for_three_minutes_after_it_left_the_screen() -> None:
    """However often it changes in between, and not a second longer."""
    lesson = Lesson(word="satu").do("reworded", word="dua", at=100.0).do("reworded", word="tiga", at=110.0)

    lesson.do("joined", token="t1", name="a", word="satu", at=280.0)
    assert lesson.refused("joined", token="t2", name="a", word="satu", at=280.5) is Reason.WRONG_WORD
    lesson.do("joined", token="t2", name="a", word="dua", at=290.0)
    lesson.do("joined", token="t3", name="a", word="tiga", at=1e6)
    lesson.do("reworded", word="empat", at=1e6)
    assert [word.word for word in lesson.room.words] == ["tiga", "empat"]


def test_time_never_runs_backwards() -> None:
    """A clock that is set back does not make an old word good again."""
    lesson = Lesson(word="satu").do("reworded", word="dua", at=100.0).do("locked", is_locked=False, at=500.0)

    assert lesson.refused("joined", token="t1", name="a", word="satu", at=0.0) is Reason.WRONG_WORD


def test_only_the_ways_that_were_settled_are_open() -> None:
    """A class by hands only seats nobody; one by tables seats no phone of one's own."""
    hands, tables = Lesson(ways=["hands"]), Lesson(ways=["tables"]).phones(1, people=4)

    assert hands.refused("joined", token="t1", name="a") is Reason.NOT_THIS_WAY
    assert tables.refused("joined", token="t2", name="a") is Reason.NOT_THIS_WAY
    assert tables.refused("seated", token="t1", people=0) is Reason.NOT_THIS_WAY


def test_a_phone_can_become_a_table_and_go_back() -> None:
    """How many people speak through a seat can be said anew at any time."""
    lesson = Lesson().phones(1).do("seated", token="t1", people=5)

    assert lesson.room.seats["t1"].voices == 5
    assert (
        lesson.do("seated", token="t1", people=6).do("seated", token="t1", people=0).room.seats["t1"].voices
        == 1
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [("Bu\u200e \x1b[2J Ani \x07", Reason.TOO_LONG), (" \n ", Reason.EMPTY), ("x" * 21, Reason.TOO_LONG)],
)
def test_a_nickname_is_short_and_safe(name: str, reason: Reason) -> None:
    """What could steer a terminal is spelled out, and then it is too long or stands as letters."""
    lesson = Lesson(nicknames=True).phones(1)

    assert lesson.refused("named", token="t1", name=name) is reason
    assert lesson.do("named", token="t1", name=" [red]Ani\x07 ").room.seats["t1"].name == "[red]Ani\\x07"


def test_nicknames_are_off_by_default() -> None:
    """A typed name needs the trainer's leave."""
    assert Lesson().phones(1).refused("named", token="t1", name="Ani") is Reason.NO_NICKNAMES


def test_a_silenced_seat_is_not_heard_and_its_open_votes_do_not_count() -> None:
    """What was shown already stays; let back in, the seat can vote again."""
    lesson = voting().vote("aaab").do("blocked", seat=1, is_blocked=True)

    assert lesson.refused("asked", token="t1", text="?", nonce="n") is Reason.BLOCKED
    assert lesson.said("a", effective_counts(lesson.ballot)) == 2
    lesson.do("blocked", seat=1, is_blocked=False).vote("a").go("reveal")
    lesson.do("blocked", seat=1, is_blocked=True)
    assert lesson.said("a", effective_counts(lesson.ballot)) == 3
    assert lesson.refused("blocked", seat=99, is_blocked=True) is Reason.NONE_SUCH


def test_a_seat_can_be_silenced_before_any_decision() -> None:
    """In the lobby there are no votes to take back."""
    assert Lesson().phones(1).do("blocked", seat=1, is_blocked=True).room.seats["t1"].is_blocked


def test_a_stranger_has_no_voice() -> None:
    """A token without a seat can do nothing but join."""
    assert Lesson().refused("asked", token="t9", text="?", nonce="n") is Reason.NO_SEAT


def test_a_seat_that_never_stops_is_heard_no_more() -> None:
    """There is an end to what one token can put into the journal."""
    lesson = Lesson().phones(1)
    for n in range(MOST_HEARD):
        lesson.do("seated", token="t1", people=n % 5)

    assert lesson.refused("seated", token="t1", people=1) is Reason.TOO_MANY
