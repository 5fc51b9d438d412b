"""What may be told to phones now, under a version: a phone reads anew only when its own screen changed.

Law: a version moves when what all may see has moved, or one's own; never because somebody else voted.
So neither a version nor the moment it comes tells anything of the votes of others.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping

from etika_sim.classroom import case_texts
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.shown import PhonePage, QuestionsData, ServedData, SharedView
from etika_sim.classroom.visibility import for_phone, shared
from etika_sim.model import Scenario

PAUSE = 0.1
"""Seconds between two rounds of hints, at least."""

MOST_STREAMS = 3
"""Open streams of one token; the oldest gives way."""


class Board:
    """The room as phones may see it, and the streams that wait for it to change."""

    def __init__(self, room_port: RoomPort, told: Mapping[str, Scenario]) -> None:
        self.room_port, self.told = room_port, told
        self.closing = asyncio.Event()
        self._room = room_port.room
        self._seen = self._public()
        self._since = secrets.randbelow(10**9)  # nobody learns from it how much has happened
        self._common: dict[str, SharedView] = {}
        self._streams: dict[str, list[Waiting]] = {}

    def version(self, token: str | None) -> str:
        """The version of what that phone may see now."""
        self._look()
        seat = self._room.seats.get(token or "")
        own = "new" if seat is None else f"{seat.heard}{'x' if seat.is_blocked else ''}"
        return f"{self._since}.{own}"

    def state(self, token: str | None, language: str) -> PhonePage:
        """All that phone may see now, under its version."""
        version = self.version(token)
        told = self.told.get(language)
        if language not in self._common:
            self._common[language] = shared(self._room, told)
        state = for_phone(self._room, token, told, self._common[language])
        ballot = self._room.ballot
        extra: ServedData = {
            "nicknames": self._room.settings.nicknames,
            "asked": [one.asks for one in ballot.rounds] if ballot else [],
            "debrief": self._debrief(language),
            "v": version,
        }
        if state["seat"] is None:  # the same dict either way, but of another type
            return {**state, **extra}
        return {**state, **extra}

    def _debrief(self, language: str) -> QuestionsData | None:
        """The questions of the debrief while the class is at it, so that nothing is on the wall alone."""
        if self._room.phase is not Phase.DEBRIEF:
            return None
        return case_texts.questions((self.told.get(language) or self._room.scenario).debrief)

    def _look(self) -> None:
        room = self.room_port.room
        if room is self._room:
            return
        self._room, self._common = room, {}
        seen = self._public()
        if seen != self._seen:
            self._seen, self._since = seen, self._since + 1

    def _public(self) -> tuple[object, ...]:
        """What a change of makes every phone read anew; how many have voted is for the projector."""
        room = self._room
        facts = shared(room)
        facts["v"] = 0
        if facts["round"]:
            facts["round"] = {**facts["round"], "voted": 0, "voices": 0}
        return facts, room.cast, room.is_locked, any(word.word for word in room.words)

    # --- streams ------------------------------------------------------------------------------

    def waiting(self, token: str) -> Waiting:
        """A new stream of that phone; leave it with `left`."""
        made = Waiting(lambda: self.version(token))
        mine = self._streams.setdefault(token, [])
        if len(mine) >= MOST_STREAMS:
            mine.pop(0).end()
        mine.append(made)
        return made

    def left(self, token: str, one: Waiting) -> None:
        """A stream is gone."""
        mine = self._streams.get(token, [])
        if one in mine:
            mine.remove(one)
        if not mine:
            self._streams.pop(token, None)

    @property
    def streams(self) -> int:
        """How many streams are open."""
        return sum(map(len, self._streams.values()))

    async def run(self) -> None:
        """Wake the streams whose phone has something new to read, as long as the class goes on."""
        heard = self.room_port.version
        while True:
            heard = await self.room_port.changed(heard)
            for mine in self._streams.values():
                for one in mine:
                    one.look()
            await asyncio.sleep(PAUSE)

    def close(self) -> None:
        """End every stream."""
        self.closing.set()
        for mine in list(self._streams.values()):
            for one in list(mine):
                one.end()


class Waiting:
    """A stream with room for one hint: the last version."""

    def __init__(self, version: Callable[[], str]) -> None:
        self._version, self._sent = version, ""
        self._woken: asyncio.Future[None] | None = None
        self.is_over = False

    def look(self) -> None:
        """Wake the stream if its version is not the one it sent."""
        if self._version() != self._sent:
            self._wake()

    def end(self) -> None:
        """Let the stream end."""
        self.is_over = True
        self._wake()

    def news(self) -> str:
        """The version to send; it counts as sent then."""
        self._sent = self._version()
        return self._sent

    async def woken(self, seconds: float) -> None:
        """Wait for news, or so long."""
        loop = asyncio.get_running_loop()
        self._woken = loop.create_future()
        self.look()
        if not self.is_over:
            timer = loop.call_later(seconds, self._wake)
            await self._woken
            timer.cancel()

    def _wake(self) -> None:
        if self._woken is not None and not self._woken.done():
            self._woken.set_result(None)
