"""What stands before every answer: who may ask, how much may be sent, and what a browser is told to refuse.

Law: nothing is answered to a name that is not ours (DNS rebinding), nothing is taken from another
page (cross-site posts), and no answer may be kept, framed, or load anything from elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 8192
"""Bytes of a body."""

MOST_HEAD, MOST_HEADERS, VERSIONS = 8192, 60, ("1.0", "1.1")
"""Bytes of a request's line and headers; how many headers; versions of HTTP."""

SAFE_METHODS = ("GET", "HEAD")
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": browsers would then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class TooLarge(Exception):
    """A body of more than MOST_BODY bytes."""


async def body_of(request: Request) -> bytes:
    """The body of a request. Raises TooLarge as soon as that is known."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > MOST_BODY:
        raise TooLarge
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > MOST_BODY:
            raise TooLarge
    return b"".join(parts)


class Guard:
    """The app behind its guard. `policy` is the Content-Security-Policy."""

    def __init__(self, app: ASGIApp, hosts: Hosts, policy: str) -> None:
        self.app, self.hosts = app, hosts
        self.headers = {**HEADERS, "Content-Security-Policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        if is_odd(scope):
            refusal = PlainTextResponse("not a request of a browser\n", 400, {"Connection": "close"})
            await refusal(scope, receive, sending)
        elif not self.hosts.knows(headers.getlist("host")):
            refusal = PlainTextResponse("unknown host\n", 403, {"Connection": "close"})
            await refusal(scope, receive, sending)
        elif scope["method"] not in SAFE_METHODS and not is_from_here(headers):
            refusal = PlainTextResponse("not from this page\n", 403, {"Connection": "close"})
            await refusal(scope, receive, sending)
        else:
            await self.app(scope, receive, sending)


def is_odd(scope: Scope) -> bool:
    """Whether a request is longer than any browser's, or of a version that does not exist.

    What arrives in one piece has passed the limit of the parser, which counts only what is not whole yet.
    """
    size = sum(len(name) + len(value) for name, value in scope["headers"])
    size += len(scope["raw_path"]) + len(scope["query_string"])
    return size > MOST_HEAD or len(scope["headers"]) > MOST_HEADERS or scope["http_version"] not in VERSIONS


def is_from_here(headers: Headers) -> bool:
    """Whether a post comes from a page of ours, as far as its browser tells.

    Old browsers tell nothing; theirs are taken, and carry our cookie only if it is `SameSite`.
    """
    origins = headers.getlist("origin")
    if origins:
        host = headers["host"].lower()
        return len(origins) == 1 and origins[0].lower() in (f"http://{host}", f"https://{host}")
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


class Hosts:
    """The names and addresses we answer to: our own addresses with our port, and the forced one.

    Addresses are looked up again when an unknown one is asked for, but not more than once a second:
    a laptop may have changed its network.
    """

    AGAIN = 1.0

    def __init__(
        self, port: int, forced: str | None, own: Callable[[], Collection[str]], is_proxied: bool = False
    ) -> None:
        self.port, self.own = port, own
        self.fixed = {"127.0.0.1", "localhost", *([forced.lower()] if forced else [])}
        self.ports = {f":{port}", ""} if is_proxied or port == 80 else {f":{port}"}
        self._known: set[str] = set()
        self._looked = -self.AGAIN

    def knows(self, hosts: list[str]) -> bool:
        """Whether a request's Host headers are one, and ours."""
        if len(hosts) != 1:
            return False
        name, colon, port = hosts[0].lower().rpartition(":")
        if not colon:
            name, port = hosts[0].lower(), ""
        if colon + port not in self.ports:
            return False
        return name in self.fixed or (_is_address(name) and self._is_own(name))

    def _is_own(self, name: str) -> bool:
        now = time.monotonic()
        if name not in self._known and now - self._looked >= self.AGAIN:
            self._looked, self._known = now, set(self.own())
        return name in self._known


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
