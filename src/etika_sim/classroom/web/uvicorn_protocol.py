"""Our uvicorn: patient with slow phones and with nothing else, silent, and without signals.

Law: a connection has a few seconds to say what it wants and to take the answer; then it is cut,
whatever it has said so far. A stream that waits for news is not slow.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Generator
from contextlib import contextmanager

import h11
from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from etika_sim.classroom.web.guard import MOST_HEAD

DEADLINE = 10.0
"""Seconds for the whole of a request from its first byte (or from the connection), and to take an answer."""

KEEP_ALIVE = 15
MOST_CONNECTIONS = 4000


class Patient(H11Protocol):
    """A connection with deadlines, one of a bounded number."""

    _speaking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody knocks; one too many is not let in."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
            return
        self._speaking = self.loop.call_later(DEADLINE, transport.abort)

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request."""
        try:
            super().data_received(data)
        except (h11.LocalProtocolError, ValueError):
            self.transport.abort()  # a request so broken that uvicorn cannot even refuse it
            return
        is_whole = self.conn.their_state in (h11.DONE, h11.MUST_CLOSE, h11.CLOSED, h11.ERROR)
        if is_whole:
            _stop(self._speaking)
            self._speaking = None
        elif self._speaking is None:
            self._speaking = self.loop.call_later(DEADLINE, self.transport.abort)
        if self.transport.is_closing() and self._taking is None:
            self._taking = self.loop.call_later(DEADLINE, self.transport.abort)

    def timeout_keep_alive_handler(self) -> None:
        """Nothing came for a while: close, and do not wait for a peer who reads nothing."""
        super().timeout_keep_alive_handler()
        if self._taking is None:
            self._taking = self.loop.call_later(DEADLINE, self.transport.abort)

    def pause_writing(self) -> None:
        """The peer does not take what it asked for."""
        super().pause_writing()
        if self._taking is None:
            self._taking = self.loop.call_later(DEADLINE, self.transport.abort)

    def resume_writing(self) -> None:
        """It does again."""
        super().resume_writing()
        _stop(self._taking)
        self._taking = None

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone, and its deadlines with it."""
        _stop(self._speaking)
        _stop(self._taking)
        super().connection_lost(exc)


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


class Quiet(Server):
    """A uvicorn that leaves signals to the program it runs in."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take none."""
        yield


def quiet_server(app: ASGIApp) -> Quiet:
    """A server for the app; nothing of it is ever printed, since the screen is somebody else's."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False
    config = Config(
        app,
        http=Patient,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=MOST_HEAD,
    )
    return Quiet(config)
