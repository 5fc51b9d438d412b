"""The stream of hints: a version whenever this phone has something new to read, and nothing else.

Written straight to the connection: one buffer of one version a phone, whatever happens meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from etika_sim.classroom.web.board import Board

HEARTBEAT = 15.0
"""Seconds after which a stream without news repeats itself; a phone gives a silent one up after 35."""


class Events:
    """The stream of a phone that has a seat; for others there is none. `token_of` says who asks."""

    def __init__(self, board: Board, token_of: Callable[[Request], str | None]) -> None:
        self.board, self.token_of = board, token_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        token = self.token_of(Request(scope))
        seat = self.board.room_port.room.seats.get(token or "")
        if scope["method"] not in ("GET", "HEAD"):
            await PlainTextResponse("GET\n", 405)(scope, receive, send)
        elif token is None or seat is None or seat.is_blocked:
            await Response(status_code=204)(scope, receive, send)  # 204 tells a browser not to come back
        else:
            await stream(self.board, token, scope, receive, send)


async def stream(board: Board, token: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a GET with hints until phone or class is gone; its deadline cuts who reads nothing."""
    one = board.waiting(token)
    gone = asyncio.ensure_future(_gone(receive, one.end))
    try:
        headers = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if scope["method"] != "HEAD":
            while not one.is_over:
                line = f"data: {one.news()}\n\n"
                message = {"type": "http.response.body", "body": line.encode(), "more_body": True}
                await send(message)
                await one.woken(HEARTBEAT)
        await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()
        board.left(token, one)


async def _gone(receive: Receive, end: Callable[[], None]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    end()
