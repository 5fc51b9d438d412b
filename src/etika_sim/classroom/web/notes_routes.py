"""The trainer's notes over HTTP, for a second terminal or the trainer's own phone; behind the host token.

The token comes once in the address of a QR code and goes into a cookie, so that it stands in no
address afterwards; a program sends it as `Authorization: Bearer`. Whoever lacks it learns nothing,
not even that it was wrong.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from etika_sim.classroom.trainer_view import for_notes
from etika_sim.classroom.web import pages

if TYPE_CHECKING:
    from etika_sim.classroom.web.server import Server

COOKIE = "etika_host"
DAY = 24 * 3600


def routes(server: Server) -> list[Route]:
    """The ways to the notes."""

    async def enter(request: Request) -> Response:
        if not _is_ours(server, request.path_params["token"]):
            return _nothing()
        response = RedirectResponse("/notes", 303)
        response.set_cookie(COOKIE, server.host_token, max_age=DAY, httponly=True, samesite="strict")
        return response

    async def notes(request: Request) -> Response:
        if not _may(server, request):
            return _nothing()
        told = server.told.get(server.language)
        return Response(
            pages.notes(for_notes(server.live.room, told), server.language), media_type="text/html"
        )

    async def state(request: Request) -> Response:
        if not _may(server, request):
            return _nothing()
        if request.query_params.get("v") == str(server.live.version):
            return Response(status_code=304)
        return JSONResponse(for_notes(server.live.room, server.told.get(server.language)))

    return [Route("/host/{token}", enter), Route("/notes", notes), Route("/notes/state", state)]


def _may(server: Server, request: Request) -> bool:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    given = bearer if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
    return _is_ours(server, given)


def _is_ours(server: Server, token: str) -> bool:
    return secrets.compare_digest(token.encode(), server.host_token.encode())


def _nothing() -> Response:
    return PlainTextResponse("Not Found", 404)
