"""Classes to be told of: that of `kelas.txt`, from which the golden reports are made, and any at random."""

from __future__ import annotations

import random
from pathlib import Path

from classroom.lesson import Lesson, small_case
from classroom.script import Script

from etika_sim.library.load import load
from etika_sim.model import PRINCIPLES

HERE = Path(__file__).parent
CASE = HERE.parent / "data" / "small.yaml"


def full_class(language: str = "id") -> Lesson:
    """A class with everything a report tells."""
    text = (HERE / "kelas.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    scenario = load(str(CASE), language).scenario
    assert scenario is not None
    return Script(scenario, lines).lesson


def any_class(dice: random.Random) -> Lesson:
    """A class of any size in which everybody does something, or nothing; it may stop anywhere."""
    lesson = Lesson(small_case(), 90, usual=dice.random() < 0.3)
    lesson.phones(dice.choice((0, 2, 6, 8, 12, 16, 26, 34)))
    for _ in range(dice.randint(0, 2)):
        lesson.phones(1, people=dice.randint(1, 7))
    lesson.go("briefing")
    if dice.random() < 0.8 and lesson.room.seats:
        lesson.do("dealt", seed=str(dice.random()))
    for _ in range(2):
        lesson.go("read", "enact")
        _observe(lesson, dice)
        lesson.go("vote-1")
        _vote(lesson, dice)
        if dice.random() < 0.8:
            lesson.go("discuss", "vote-2")
            _vote(lesson, dice)
        if dice.random() < 0.2:
            break
        lesson.go("reveal")
        for _n in range(dice.randint(0, 2)):
            lesson.do("varied", text=f"What if {dice.random()}?")
            _vote(lesson, dice)
            if dice.random() < 0.7:
                lesson.do("shown")
        lesson.do("routed", choice=dice.choice("ab"), reason=dice.choice(("", "To see it.")))
    return _end(lesson, dice)


def _observe(lesson: Lesson, dice: random.Random) -> None:
    parts = lesson.room.cast.parts if lesson.room.cast else {}
    for token in lesson.room.seats:
        if (token not in parts or parts[token].role is None) and dice.random() < 0.6:
            seen = dice.sample([principle.value for principle in PRINCIPLES], dice.randint(0, 3))
            lesson.do("ticked", token=token, decision=lesson.ballot.number, principles=seen)


def _vote(lesson: Lesson, dice: random.Random) -> None:
    options, much = lesson.ballot.options, dice.choice((0.3, 0.9, 1.0))
    for token, seat in lesson.room.seats.items():
        facts = {"token": token, "nonce": lesson.new_nonce(), **lesson.asking()}
        if dice.random() > much:
            continue
        if not seat.people:
            reason = f"Because {dice.random()}." if dice.random() < 0.1 else ""
            lesson.do("voted", option=dice.choice(options), reason=reason, **facts)
            continue
        counts = [0] * len(options)
        for _ in range(dice.randint(1, seat.people)):
            counts[dice.randrange(len(options))] += 1
        lesson.do("tabled", counts=counts, **facts)
    if dice.random() < 0.3:
        lesson.do("counted", counts=[dice.randint(0, 4) for _ in options], **lesson.asking())


def _end(lesson: Lesson, dice: random.Random) -> Lesson:
    """Commitments, exit forms, texts picked, somebody silenced, and perhaps the close."""
    lesson.go("debrief", "commitments", "exit")
    for token, seat in lesson.room.seats.items():
        if dice.random() < 0.3:
            lesson.do("committed", token=token, text=f"I will {dice.random()}.")
        if not seat.people and dice.random() < 0.6:
            answers = [dice.choice((None, 1, 2, 3, 4, 5)), dice.randint(1, 5), f"Well, {dice.random()}."]
            lesson.do("answered", token=token, answers=answers)
    for said in lesson.room.said:
        if dice.random() < 0.3:
            lesson.do("picked", said=said.number, is_picked=True)
    if lesson.room.seats and dice.random() < 0.3:
        lesson.do("blocked", seat=1, is_blocked=True)
    return lesson.go("closed") if dice.random() < 0.7 else lesson
