"""Free text from the room."""

from __future__ import annotations

import pytest
from classroom.lesson import Lesson, voting

from etika_sim.classroom.events import Reason

Q = {"token": "t1", "nonce": "n"}


def texts(lesson: Lesson) -> list[str]:
    """What has been said, in order."""
    return [one.text for one in lesson.room.said]


def test_a_question_can_be_asked_in_every_phase_until_the_close() -> None:
    """It stands in the notes with the decision it came at; sent twice it stands once."""
    lesson = Lesson().phones(1).do("asked", text="Who\x1b decides?", **Q).go("briefing", "read")
    lesson.do("asked", text="And then?", token="t1", nonce="m")

    assert lesson.refused("asked", text="Who decides?", **Q) is None
    assert [(one.text, one.decision) for one in lesson.room.said] == [
        ("Who\\x1b decides?", 0),
        ("And then?", 1),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        (" \n\t ", Reason.EMPTY),
        ("x" * 201, Reason.TOO_LONG),
        ("\x1b" * 51, Reason.TOO_LONG),
    ],
)
def test_a_text_has_one_to_two_hundred_letters(text: str, reason: Reason) -> None:
    """Counted after it was made safe."""
    lesson = Lesson().phones(1)

    assert lesson.refused("asked", text=text, **Q) is reason
    assert lesson.do("asked", text="x" * 200, **Q).room.said


def test_there_is_an_end_to_one_seats_questions() -> None:
    """Ten, over all decisions."""
    lesson = Lesson().phones(1)
    for n in range(10):
        lesson.do("asked", token="t1", text=f"{n}?", nonce=f"n{n}")
        if n == 5:
            lesson.go("briefing", "read")

    assert lesson.refused("asked", token="t1", text="?", nonce="n") is Reason.TOO_MANY


def test_observers_tick_principles_and_write_down_what_was_said() -> None:
    """Ticks replace each other; quotes add up to five at one decision."""
    lesson = voting(4).do("ticked", token="t1", decision=1, principles=["fairness", "integrity"])
    lesson.do("ticked", token="t1", decision=1, principles=["integrity"])
    for n in range(5):
        lesson.do("quoted", token="t1", decision=1, text=f"Quote {n}", nonce=f"q{n}")

    assert lesson.ballot.ticks == {"t1": {"integrity"}}
    assert lesson.refused("quoted", token="t1", decision=1, text="x", nonce="q9") is Reason.TOO_MANY
    lesson.go("reveal").do("routed", choice="a").go("read")
    lesson.do("quoted", token="t1", decision=2, text="x", nonce="q9")
    assert lesson.refused("ticked", token="t1", decision=1, principles=[]) is Reason.OTHER_DECISION


def test_who_plays_does_not_observe() -> None:
    """Whoever holds a role is refused; outside of a decision everybody is."""
    lesson = Lesson().phones(4).go("briefing").do("dealt", seed="s")
    assert lesson.refused("ticked", token="t1", decision=1, principles=[]) is Reason.NOT_NOW
    lesson.go("read")
    assert lesson.room.cast is not None
    for token, part in lesson.room.cast.parts.items():
        if part.role:
            assert lesson.refused("ticked", token=token, decision=1, principles=[]) is Reason.HAS_A_ROLE
        else:
            lesson.do("ticked", token=token, decision=1, principles=["integrity"])
    lesson.go("debrief")
    assert lesson.refused("ticked", token="t1", decision=1, principles=[]) is Reason.NOT_NOW


def test_a_reason_can_come_with_a_vote() -> None:
    """With a changed vote it is replaced; blank, it is none."""
    lesson = voting().do("voted", token="t1", option="a", nonce="1", reason="First.", decision=1, round=1)
    lesson.do("voted", token="t1", option="b", nonce="2", reason="Second.", decision=1, round=1)
    lesson.do("voted", token="t1", option="b", nonce="3", reason="  ", decision=1, round=1)
    lesson.go("discuss", "vote-2").do(
        "voted", token="t1", option="b", nonce="4", reason="Third.", decision=1, round=2
    )

    assert texts(lesson) == ["Second.", "Third."]


def test_a_commitment_is_one_sentence_for_each_person() -> None:
    """Written anew it takes the place of the first; a table has one for each of its people."""
    lesson = Lesson().phones(1).phones(1, people=2)
    assert lesson.refused("committed", token="t1", text="I will.") is Reason.NOT_NOW
    lesson.go("debrief", "commitments").do("committed", token="t1", text="I will.")
    lesson.do("committed", token="t1", text="I shall.").do("committed", token="t2", text="One.", slot=0)
    lesson.do("committed", token="t2", text="Two.", slot=1)

    assert texts(lesson) == ["I shall.", "One.", "Two."]
    assert lesson.refused("committed", token="t2", text="Three.", slot=2) is Reason.NONE_SUCH
    assert lesson.refused("committed", token="t1", text="Two.", slot=1) is Reason.NONE_SUCH


def test_a_hidden_text_stays_hidden_and_a_picked_one_is_read_again() -> None:
    """Whoever rewrites a sentence cannot slip it past the trainer; the same one again changes nothing."""
    lesson = Lesson().phones(1).go("debrief", "commitments").do("committed", token="t1", text="Rude.")
    lesson.do("hid", said=1, is_hidden=True).do("picked", said=1, is_picked=True)
    lesson.do("committed", token="t1", text="Rude.")
    assert (lesson.room.said[0].is_hidden, lesson.room.said[0].is_picked) == (True, True)

    lesson.do("committed", token="t1", text="Rude again.")

    assert (lesson.room.said[0].is_hidden, lesson.room.said[0].is_picked) == (True, False)
    lesson.do("hid", said=1, is_hidden=False)
    assert not lesson.room.said[0].is_hidden
    assert lesson.refused("hid", said=2, is_hidden=True) is Reason.NONE_SUCH


def test_texts_for_the_report_can_be_picked_after_the_close() -> None:
    """Reading them takes longer than the class."""
    lesson = (
        Lesson().phones(1).do("asked", text="Why?", **Q).go("closed").do("picked", said=1, is_picked=True)
    )

    assert lesson.room.said[0].is_picked


def test_an_exit_form_is_kept_and_its_sentences_are_texts() -> None:
    """Sent again it is another form; a number is never given to a second text."""
    lesson = Lesson().phones(2).go("debrief")
    assert lesson.refused("answered", token="t1", answers=[1, 2, None]) is Reason.NOT_NOW
    lesson.go("commitments", "exit").do("answered", token="t1", answers=[5, None, "Good."])
    lesson.do("answered", token="t1", answers=[4, 4, None]).do(
        "answered", token="t2", answers=[1, "So so.", "Bye."]
    )

    assert lesson.room.forms == {("t1", 0): (4, 4, None), ("t2", 0): (1, "So so.", "Bye.")}
    assert [(one.number, one.text) for one in lesson.room.said] == [(2, "So so."), (3, "Bye.")]
    assert lesson.refused("answered", token="t1", answers=[1, 2, "x" * 201]) is Reason.TOO_LONG


def test_the_wall_is_shown_when_the_trainer_says_so() -> None:
    """And taken away again."""
    lesson = Lesson().do("walled", is_walled=True)

    assert lesson.room.is_walled
    assert not lesson.do("walled", is_walled=False).room.is_walled
