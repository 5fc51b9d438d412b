"""Thirty simulated phones: they go through the room's own events, and one seed gives one class."""

from __future__ import annotations

import asyncio

import pytest
from classroom.lesson import Lesson

from etika_sim.classroom.events import Routed
from etika_sim.classroom.live import Live
from etika_sim.classroom.progression import ahead
from etika_sim.classroom.state import COMMITMENT, Room
from etika_sim.classroom.tally import count_of_voters, counts
from etika_sim.host.simulated_phones import AT_TABLE, PHONES, TABLES, demo

EVERYBODY = PHONES + TABLES * AT_TABLE


def led(seed: str) -> Room:
    """A class that is led by Enter alone, each step taken when the phones have nothing more to say."""

    async def play() -> Room:
        lesson = Lesson()
        live = Live(lesson.room, lambda _first, _events: None)

        async def pause(_seconds: float) -> None:
            await asyncio.sleep(0)

        task = asyncio.create_task(demo(live, lesson.tick, seed, pause))
        while live.room.phase != "closed":
            n = -1
            while n != live.room.n:
                n = live.room.n
                await asyncio.sleep(0.02)
            step = ahead(live.room)
            if step is None:
                assert live.room.ballot is not None
                step = Routed(live.room.ballot.options[0])
            heard = await live.send(step._replace(at=lesson.tick()))
            assert heard.reason is None, (step, heard.reason)
        await task
        return live.room

    return asyncio.run(play())


@pytest.fixture(scope="module")
def room() -> Room:
    """One such class at its end."""
    return led("etika")


def test_thirty_devices_come_in_and_all_vote_in_every_round(room: Room) -> None:
    """One of them is a table's, which votes for all who sit there."""
    assert len(room.seats) == PHONES + TABLES
    assert [count_of_voters(one) for ballot in room.ballots for one in ballot.rounds] == [
        EVERYBODY for ballot in room.ballots for _one in ballot.rounds
    ]
    assert room.ballots


def test_they_do_not_all_think_alike(room: Room) -> None:
    """A demo in which everybody agrees shows nothing."""
    first = room.ballots[0]

    assert sum(n > 0 for n in counts(first, first.rounds[0])) > 1


def test_they_write_commitments_and_answer_the_form(room: Room) -> None:
    """So that the wall and the end can be seen as well."""
    assert any(one.kind == COMMITMENT for one in room.said)
    assert len(room.forms) == PHONES + TABLES


def test_they_stop_when_they_are_told_to() -> None:
    """Leaving the screen leaves no task behind."""

    async def play() -> int:
        lesson = Lesson()
        task = asyncio.create_task(demo(Live(lesson.room, lambda _first, _events: None), lesson.tick))
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert asyncio.run(play()) == 1
