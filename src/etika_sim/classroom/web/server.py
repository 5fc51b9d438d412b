"""The one door for phones, as the host sees it: start, stop, and where phones find it.

Law: the server only carries. It runs in the loop it is started in, takes no signal, prints nothing,
and knows the class only through its port.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.web import network, pages
from etika_sim.classroom.web.context import PORT, ClassContext
from etika_sim.model import Scenario

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from etika_sim.classroom.web.board import Board
    from etika_sim.classroom.web.uvicorn_protocol import Quiet

NEXT_PORTS = 10
BACKLOG = 2048
"""Phones that may knock at the same moment."""

PATIENCE = 3.0
"""Seconds to come to an end before connections are cut."""

FILES = 8192
"""Open files wished for; some systems allow 256, which is not a large class."""


class CannotListen(Exception):
    """No port of this machine can be listened at; `error` is what the system said."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


class Server:
    """Carries a class to its phones; what the class is, `ClassContext` tells."""

    def __init__(
        self,
        room_port: RoomPort,
        *,
        name: str = "",
        told: Mapping[str, Scenario] | None = None,
        language: str = "id",
        cite: Callable[[str, str], str] = lambda _language, name: name,
        clock: Callable[[], float] = time.time,
        host_token: str | None = None,
    ) -> None:
        token = host_token or secrets.token_urlsafe(24)
        self.context = ClassContext(room_port, name, dict(told or {}), language, cite, clock, token)
        self.port = 0
        self._forced: str | None = None
        self._inner: Quiet | None = None
        self._board: Board | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, host: str | None = None, port: int = PORT) -> None:
        """Listen, at that port or the next free one; phones can come in when this returns.

        `host` forces one address (or a name that leads here); without it every address is listened
        at. Raises CannotListen.
        """
        from etika_sim.classroom.web.uvicorn_protocol import quiet_server

        listening = listen(host, port)
        allow_many_files()
        app, board = self.app(int(listening.getsockname()[1]), host)
        self._inner, self._board = quiet_server(app), board
        self._tasks = [
            asyncio.create_task(self._inner.serve([listening])),
            asyncio.create_task(board.run()),
        ]
        while not self._inner.started:
            if self._tasks[0].done():
                raise CannotListen(OSError("the server ended at once"))
            await asyncio.sleep(0.005)

    def app(self, port: int, host: str | None = None) -> tuple[ASGIApp, Board]:
        """What answers the requests, and what it tells; to be served by `start`, or by anything ASGI."""
        from etika_sim.classroom.web.app import PhoneRoutes
        from etika_sim.classroom.web.board import Board
        from etika_sim.classroom.web.guard import Guard, Hosts

        self.port, self._forced = port, host
        board = Board(self.context.room_port, self.context.told)
        hosts = Hosts(port, host, network.own_addresses)
        return Guard(PhoneRoutes(self.context, board).app(), hosts, pages.policy()), board

    async def stop(self) -> None:
        """End within about two seconds, whatever phones do; stopping twice is fine."""
        if self._inner is None or self._board is None:
            return
        self._board.close()
        self._inner.should_exit = True
        serving, watching = self._tasks
        watching.cancel()
        await asyncio.wait([serving], timeout=PATIENCE)
        for protocol in list(self._inner.server_state.connections):
            protocol.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._inner = None

    @property
    def streams(self) -> int:
        """How many phones listen for news now."""
        return self._board.streams if self._board else 0

    def addresses(self) -> tuple[str, ...]:
        """Where phones may reach this laptop now, best first; ask again every ten seconds."""
        return network.addresses(self._forced)

    def join_url(self, address: str, word: str = "") -> str:
        """What a phone opens to come in, all in capitals so that its QR code stays small."""
        return f"HTTP://{address.upper()}:{self.port}/{word.upper()}"

    def notes_url(self, address: str = "127.0.0.1") -> str:
        """What the trainer's own phone opens to read the notes; never to be projected."""
        return f"http://{address}:{self.port}/host/{self.context.host_token}"


def listen(host: str | None, port: int) -> socket.socket:
    """A socket that listens at that port, else at one of the next ten, else at any. Raises CannotListen."""
    refused: OSError | None = None
    for wanted in (*range(port, min(port + NEXT_PORTS, 65_536)), 0):
        try:
            return _bound(host or "", wanted)
        except OSError as error:
            refused = refused or error
    assert refused is not None
    raise CannotListen(refused)


def _bound(host: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def allow_many_files() -> None:
    """Let this process have more connections at once, as far as the system lets it; never fewer."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
