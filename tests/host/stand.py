"""A projector for tests: a class with a clock that stands, its screen in a terminal that nobody sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from classroom.lesson import Lesson
from textual.events import Key
from textual.pilot import Pilot

from etika_sim.classroom.event_data import read
from etika_sim.classroom.live import Live
from etika_sim.host.ports import Disk, End, Outside
from etika_sim.host.projector import Projector
from etika_sim.model import Scenario
from etika_sim.views.stage.lines import Look, text_of
from etika_sim.views.stage.stage import footer, header, stage

SEED = "7K3Q"
SIGNS = {"space": " "}
LONG = 5.0
"""Seconds between two keys of somebody who looks before pressing the next."""


class Stand:
    """A class, its journal, and the screen it is shown on."""

    def __init__(self, lesson: Lesson | None = None, size: tuple[int, int] = (80, 24), **facts: Any) -> None:
        self.lesson = lesson or Lesson()
        self.size, self.now = size, self.lesson.at
        self.kept: list[dict[str, Any]] = list(self.lesson.journal)
        self.fault: Exception | None = None
        self.live = Live(self.lesson.room, self._keep)
        server, disk = facts.pop("server", None), facts.pop("disk", Disk())
        outside = Outside(lambda: self.now, lambda: SEED, lambda name: name, disk=disk, **facts)
        self.app = Projector(self.live, outside, server)
        self.pilot: Pilot[End]

    def _keep(self, first: int, events: Sequence[dict[str, Any]]) -> None:
        if self.fault:
            raise self.fault
        assert first == len(self.kept)
        self.kept += events

    def run(self, play: Callable[[Stand], Awaitable[None]]) -> End | None:
        """Let that happen on the screen; how the screen was left."""

        async def shown() -> None:
            async with self.app.run_test(size=self.size) as self.pilot:
                await self.pilot.pause()
                await play(self)

        asyncio.run(shown())
        return self.app.return_value

    async def press(self, *keys: str, after: float = LONG) -> None:
        """Press keys one after another, so many seconds between them."""
        for key in keys:
            self.now += after
            self.app.post_message(Key(key, SIGNS.get(key, key if len(key) == 1 else None)))
            await self.settled()

    async def settled(self) -> None:
        """Until what was pressed has gone from the application to its screen and back."""
        for node in (self.app, self.app.screen, self.app):
            done = asyncio.Event()
            if not self.app._exit and node.call_later(done.set):
                with suppress(TimeoutError):  # who leaves answers no more
                    await asyncio.wait_for(done.wait(), 1)

    async def type(self, text: str) -> None:
        """Type a line and end it."""
        await self.press(*text, "enter", after=0.1)

    async def phone(self, **data: Any) -> None:
        """What a phone sends; it must be taken."""
        self.now += 1
        heard = await self.live.send(read({"at": self.now, **data}))
        assert heard.reason is None, (data, heard.reason)

    async def join(self, count: int, people: int = 0) -> None:
        """So many devices come in."""
        for _ in range(count):
            token = f"t{len(self.live.room.seats) + 1}"
            await self.phone(kind="joined", token=token, name="teh manis", people=people)

    async def vote(self, letters: Iterable[str], first: int = 1) -> None:
        """Phones from that one on vote for those letters."""
        ballot = self.live.room.ballot
        assert ballot is not None
        at = {"decision": ballot.number, "round": ballot.rounds[-1].number}
        for n, mark in enumerate(letters, first):
            option = ballot.options["ABCDE".index(mark)]
            await self.phone(kind="voted", token=f"t{n}", option=option, nonce=f"{at}", **at)

    @property
    def phase(self) -> str:
        """Where the class stands."""
        return self.live.room.phase.value

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def foot(self) -> str:
        """The last two lines: what is said or asked, and the foot."""
        return "\n".join(line.strip() for line in self.lines[-2:])

    def pages(self, told: Scenario | None = None) -> list[str]:
        """What the pages say should be on the screen now."""
        from etika_sim.classroom.visibility import for_projector

        app, (width, height) = self.app, self.size
        look = Look(self.now, width, height, app.look.address, 0, lambda name: name)
        shown = for_projector(self.live.room, told)
        made = stage(shown, look, app.panel)
        sheet = [f"{' ' * look.indent}{text_of(line)}".rstrip() for line in made[app.page]]
        sheet += [""] * (height - 4 - len(sheet))
        head, foot = header(shown, look), footer(shown, look, app.page, len(made), app.panel)
        return [f"  {text_of(head)}".rstrip(), "", *sheet, "", f"  {text_of(foot)}".rstrip()]
