"""The trainer's notes over HTTP, for a second terminal or the trainer's own phone; behind the host token.

The token comes once in the address of a QR code and goes into a cookie, so that it stands in no
address afterwards; a program sends it as `Authorization: Bearer`. Whoever lacks it learns nothing,
not even that it was wrong.
"""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from etika_sim.classroom.trainer_view import for_notes
from etika_sim.classroom.web import pages
from etika_sim.classroom.web.context import ClassContext

COOKIE = "etika_host"
DAY = 24 * 3600


def routes(context: ClassContext) -> list[Route]:
    """The ways to the notes."""

    async def enter(request: Request) -> Response:
        if not _is_ours(context, request.path_params["token"]):
            return _nothing()
        response = RedirectResponse("/notes", 303)
        response.set_cookie(COOKIE, context.host_token, max_age=DAY, httponly=True, samesite="strict")
        return response

    async def notes(request: Request) -> Response:
        if not _may(context, request):
            return _nothing()
        told = context.told.get(context.language)
        shown = for_notes(context.room_port.room, told)
        return Response(pages.notes(shown, context.language, context.clock()), media_type="text/html")

    async def state(request: Request) -> Response:
        if not _may(context, request):
            return _nothing()
        if request.query_params.get("v") == str(context.room_port.version):
            return Response(status_code=304)
        return JSONResponse(for_notes(context.room_port.room, context.told.get(context.language)))

    return [Route("/host/{token}", enter), Route("/notes", notes), Route("/notes/state", state)]


def _may(context: ClassContext, request: Request) -> bool:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    given = bearer if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
    return _is_ours(context, given)


def _is_ours(context: ClassContext, token: str) -> bool:
    return secrets.compare_digest(token.encode(), context.host_token.encode())


def _nothing() -> Response:
    return PlainTextResponse("Not Found", 404)
