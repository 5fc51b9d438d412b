"""A class going on: whatever happens is on disk before anybody is told.

Law: phones and trainer go through one queue. What arrives while a commit is on its way is heard and
committed together with what arrives next to it, so that a thousand votes at once take a few commits
and nobody is answered before his own vote is kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from etika_sim.classroom.event_data import to_data
from etika_sim.classroom.events import Event
from etika_sim.classroom.room import Heard, hear
from etika_sim.classroom.state import Room

Keep = Callable[[int, Sequence[dict[str, Any]]], None]
"""Writes events to the journal, the first of them under that number; on disk when it returns."""


class _Sent(NamedTuple):
    event: Event
    answer: asyncio.Future[Heard]


class Live:
    """The leader of a room: its events are heard here and kept here, for use within one event loop.

    `keep` runs in a thread. When it raises, everybody who waited for that commit gets the exception,
    and the room stays as it was before.
    """

    def __init__(self, room: Room, keep: Keep) -> None:
        self.room = room
        self._keep = keep
        self._waiting: list[_Sent] = []
        self._carrier: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    @property
    def version(self) -> int:
        """How many events the room has heard; grows with each, and a resumed room goes on from there."""
        return self.room.n

    async def send(self, event: Event) -> Heard:
        """Let the room hear an event, a phone's or the trainer's. Raises what `keep` raises."""
        answer: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Sent(event, answer))
        if self._carrier is None:
            self._carrier = asyncio.create_task(self._carry())
        return await answer

    async def changed(self, since: int) -> int:
        """Wait until the room has heard more than `since` events; the number it has heard then."""
        while self.version <= since:
            await self._news.wait()
        return self.version

    async def _carry(self) -> None:
        """Hear and keep what waits, batch by batch, until nothing does."""
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._carried(batch)
        finally:
            self._carrier = None

    async def _carried(self, batch: list[_Sent]) -> None:
        first, room, answers = self.room.n, self.room, []
        for sent in batch:
            heard = hear(room, sent.event)
            room = heard.room
            answers.append(heard._replace(room=self.room))  # a room for each would be a thousand rooms
        events = [to_data(heard.event) for heard in answers if heard.event]
        try:
            if events:
                await asyncio.to_thread(self._keep, first, events)
        except Exception as error:  # noqa: BLE001 - it is told to those who wait, not swallowed
            _failed(batch, error)
            return
        self.room = room
        for sent, heard in zip(batch, answers, strict=True):
            if not sent.answer.done():
                sent.answer.set_result(heard._replace(room=room))
        if events:
            self._news.set()
            self._news = asyncio.Event()


def _failed(batch: list[_Sent], error: Exception) -> None:
    for sent in batch:
        if not sent.answer.done():
            sent.answer.set_exception(error)
