"""A class going on: kept before it is told, many at once in few commits, nothing lost when keeping fails."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from classroom.lesson import CASE, Lesson

from etika_sim.classroom.events import Joined, Limited, Reason, Voted
from etika_sim.classroom.live import Live
from etika_sim.classroom.room import replay
from etika_sim.classroom.state import Room

PEOPLE = 300


class Journal:
    """What was kept, commit by commit; `full` refuses, and `gate` holds a commit up until it is set."""

    def __init__(self, first: Sequence[dict[str, Any]]) -> None:
        self.events, self.commits = list(first), 0
        self.full = False
        self.gate: threading.Event | None = None

    def keep(self, first: int, events: Sequence[dict[str, Any]]) -> None:
        """Write them; the number says where they belong."""
        if self.gate is not None:
            assert self.gate.wait(10)
        if self.full:
            raise OSError("no room")
        assert first == len(self.events)
        self.events += events
        self.commits += 1


def lobby() -> tuple[Live, Journal]:
    """A class that waits for people to come in."""
    lesson = Lesson(cap=PEOPLE)
    journal = Journal(lesson.journal)
    return Live(lesson.room, journal.keep), journal


def join(n: int) -> Joined:
    """Somebody comes in."""
    return Joined(f"t{n}", f"Name {n}", at=1.0)


def replayed(journal: Journal) -> Room:
    """The room that the journal tells."""
    return replay(CASE, journal.events)


def test_nobody_is_told_before_it_is_kept() -> None:
    """While the commit is held up there is no answer, and the room shown is the one before."""

    async def scene() -> None:
        live, journal = lobby()
        journal.gate = threading.Event()
        waiting = asyncio.create_task(live.send(join(1)))
        await asyncio.sleep(0.02)
        assert (waiting.done(), live.room.seats, len(journal.events)) == (False, {}, 1)
        journal.gate.set()
        heard = await waiting
        assert heard.reason is None
        assert len(journal.events) == live.version == 2

    asyncio.run(scene())


def test_many_at_once_take_few_commits_and_are_all_counted() -> None:
    """Three hundred people come in at the same moment."""

    async def scene() -> None:
        live, journal = lobby()
        heard = await asyncio.gather(*(live.send(join(n)) for n in range(PEOPLE)))
        assert [one.reason for one in heard] == [None] * PEOPLE
        assert len(live.room.seats) == PEOPLE
        assert journal.commits < PEOPLE / 10
        assert replayed(journal) == live.room

    asyncio.run(scene())


def test_what_cannot_be_kept_did_not_happen() -> None:
    """Everybody who waited is told; the room stays, and the next event is heard as if nothing had been."""

    async def scene() -> None:
        live, journal = lobby()
        journal.full = True
        failed = await asyncio.gather(*(live.send(join(n)) for n in range(3)), return_exceptions=True)
        assert [type(one) for one in failed] == [OSError] * 3
        assert (live.version, live.room.seats) == (1, {})
        journal.full = False
        assert (await live.send(join(9))).reason is None
        assert replayed(journal) == live.room

    asyncio.run(scene())


def test_a_phone_that_goes_away_takes_nobody_along() -> None:
    """Its event is kept, and those who wait beside it are answered."""

    async def scene() -> None:
        live, journal = lobby()
        journal.gate = threading.Event()
        gone, stays = (asyncio.create_task(live.send(join(n))) for n in (1, 2))
        await asyncio.sleep(0.02)
        gone.cancel()
        journal.gate.set()
        assert (await stays).reason is None
        with pytest.raises(asyncio.CancelledError):
            await gone
        assert set(live.room.seats) == {"t1", "t2"}

    asyncio.run(scene())


def test_a_value_out_of_range_is_refused_whoever_made_the_event() -> None:
    """A typed event is looked at like one from outside; it is kept nowhere."""

    async def scene() -> None:
        live, journal = lobby()
        assert (await live.send(Limited(cap=0))).reason is Reason.MALFORMED
        assert (await live.send(Joined("t1", "x" * 201))).reason is Reason.MALFORMED
        assert journal.commits == 0

    asyncio.run(scene())


def test_who_watches_is_woken_by_news_and_by_nothing_else() -> None:
    """A refused event wakes nobody; an event that was kept wakes all who watch."""

    async def scene() -> None:
        live, _journal = lobby()
        watching = [asyncio.create_task(live.changed(live.version)) for _ in range(3)]
        await live.send(Voted("t1", 1, 1, "n", "a"))
        await asyncio.sleep(0.01)
        assert not any(task.done() for task in watching)
        await live.send(join(1))
        assert await asyncio.gather(*watching) == [2, 2, 2]
        assert await live.changed(0) == 2

    asyncio.run(scene())
