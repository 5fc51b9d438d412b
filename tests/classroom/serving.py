"""A class with its server for tests: requests without a network, phones that join, and a trainer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx
from classroom.lesson import Lesson

from etika_sim.classroom.event_data import read
from etika_sim.classroom.live import Live
from etika_sim.classroom.web.server import Server

HOST = "127.0.0.1:8765"
WORD = "7K3Q"
DATA = {"Accept": "application/json"}
DRAWN = {"Accept": "text/html"}


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Class:
    """A class that is served: `live` its room, `kept` what its journal holds, `full` a disk without room."""

    def __init__(self, lesson: Lesson | None = None, word: str = WORD, **facts: Any) -> None:
        settings = facts.pop("settings", {})
        self.lesson = lesson or Lesson(word=word, **settings)
        self.kept = list(self.lesson.journal)
        self.full = False
        self.clock = Clock()
        self.live = Live(self.lesson.room, self._keep)
        self.server = Server(self.live, clock=self.clock, host_token="host-token", **facts)
        self.app, self.board = self.server.app(8765)

    def _keep(self, first: int, events: Sequence[dict[str, Any]]) -> None:
        if self.full:
            raise OSError("no room")
        assert first == len(self.kept)
        self.kept += events

    def browser(self, **rest: Any) -> httpx.AsyncClient:
        """A browser with cookies of its own."""
        transport = httpx.ASGITransport(self.app)
        return httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}", **rest)

    async def phone(self, people: int = 0) -> httpx.AsyncClient:
        """A browser that has joined."""
        made = self.browser()
        await made.get("/")
        joined = await made.post("/join", json={"word": WORD, "people": people}, headers=DATA)
        assert joined.json()["ok"], joined.text
        return made

    async def does(self, kind: str, **facts: Any) -> None:
        """The trainer does something that is accepted."""
        self.clock.now += 1
        heard = await self.live.send(read({"kind": kind, "at": self.clock.now, **facts}))
        assert heard.reason is None, (kind, facts, heard.reason)

    async def goes(self, *phases: str, how: str = "full") -> None:
        """Through those phases; rounds are opened where there is a vote."""
        for phase in phases:
            await self.does("went", to=phase, **({"how": how} if phase == "read" else {}))
            if phase.startswith("vote"):
                await self.does("opened")

    async def routes(self) -> None:
        """The trainer takes the first road offered."""
        ballot = self.live.room.ballot
        assert ballot is not None
        await self.does("routed", choice=ballot.options[0])


def vote(option: str = "a", nonce: str = "n1", decision: int = 1, round: int = 1) -> dict[str, Any]:
    """A vote as a phone posts it."""
    return {"kind": "voted", "decision": decision, "round": round, "option": option, "nonce": nonce}


async def acts(phone: httpx.AsyncClient, data: dict[str, Any]) -> dict[str, Any]:
    """The answer to an act."""
    answer = (await phone.post("/act", json=data, headers=DATA)).json()
    assert isinstance(answer, dict)
    return answer
