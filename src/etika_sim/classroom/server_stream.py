"""The stream of hints: a version whenever this phone has something new to read, and nothing else.

Written straight to the connection: one buffer of one version a phone, whatever happens meanwhile.
"""

from __future__ import annotations

import asyncio

from starlette.types import Receive, Scope, Send

from etika_sim.classroom.server_board import Board

HEARTBEAT = 15.0
"""Seconds after which a stream without news repeats itself; a phone gives a silent one up after 35."""

TAKING = 10.0
"""Seconds within which a phone must have taken what was sent."""


async def stream(board: Board, token: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a GET with hints until the phone or the class is gone."""
    one = board.waiting(token)
    gone = asyncio.ensure_future(_gone(receive, one.end))
    try:
        headers = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if scope["method"] != "HEAD":
            while not one.is_over:
                line = f"data: {one.news()}\n\n"
                message = {"type": "http.response.body", "body": line.encode(), "more_body": True}
                await asyncio.wait_for(send(message), TAKING)
                await one.woken(HEARTBEAT)
        await asyncio.wait_for(send({"type": "http.response.body", "body": b""}), TAKING)
    except TimeoutError:
        pass  # it reads nothing; the connection's own deadline cuts it
    finally:
        gone.cancel()
        board.left(token, one)


async def _gone(receive: Receive, end: object) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    assert callable(end)
    end()
