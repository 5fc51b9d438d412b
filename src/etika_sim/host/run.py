"""Event loop of a class on the projector, from beginning to end: server, screen, signals, perhaps a demo."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.web.server import Server
from etika_sim.host.ports import End, Outside
from etika_sim.host.projector import Projector
from etika_sim.model import Scenario

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Where the system has them: the terminal is restored and the class stays kept."""


class Show(NamedTuple):
    """What is projected. `told` is the case in the language of the screen; `beside` runs with it.

    Without a server no socket is opened. `host` and `port` are what the server listens at.
    """

    room_port: RoomPort
    outside: Outside
    server: Server | None = None
    told: Scenario | None = None
    host: str | None = None
    port: int = 0
    started: Callable[[Server], None] = lambda _server: None
    beside: Callable[[RoomPort], Awaitable[None]] | None = None


async def project(show: Show) -> End:
    """Serve and draw until the trainer ends or a signal comes. Raises CannotListen before it draws."""
    if show.server:
        await show.server.start(show.host, show.port)
        show.started(show.server)
    beside = asyncio.ensure_future(show.beside(show.room_port)) if show.beside else None
    try:
        projector = Projector(show.room_port, show.outside, show.server, show.told)
        with signalled(lambda: projector.exit(End.SIGNALLED)):
            end = await projector.run_async(mouse=False)
        return end or End.SIGNALLED
    finally:
        if beside:
            beside.cancel()
            with suppress(asyncio.CancelledError):
                await beside
        if show.server:
            await show.server.stop()


@contextmanager
def signalled(leave: Callable[[], object]) -> Iterator[None]:
    """While it lasts, signals that would end the process ask to leave instead."""
    loop = asyncio.get_running_loop()
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        try:
            loop.add_signal_handler(number, leave)
        except (NotImplementedError, RuntimeError):  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave))
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(NotImplementedError, RuntimeError):
                loop.remove_signal_handler(number)
            signal.signal(number, handler)


async def beside(room_port: RoomPort, server: Server) -> None:
    """A screen that nobody sees, for measuring a class with its projector."""
    import time

    outside = Outside(time.time, lambda: "7K3Q", lambda name: name)
    await Projector(room_port, outside, server).run_async(headless=True, size=(120, 40), mouse=False)
