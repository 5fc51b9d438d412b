"""Requests of phones in, events of the room out; pages and versions back.

Law: a receipt is sent only after its event is committed. The server gives token, name and time; a
phone tells none of them.
"""

from __future__ import annotations

import secrets
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from etika_sim.classroom import random_words
from etika_sim.classroom.event_data import read
from etika_sim.classroom.events import PHONE, Reason, Refused
from etika_sim.classroom.web import form_parsing, notes_routes, pages, tokens
from etika_sim.classroom.web.board import Board
from etika_sim.classroom.web.context import ClassContext
from etika_sim.classroom.web.guard import TooLarge, body_of
from etika_sim.classroom.web.rate_limit import Limits
from etika_sim.classroom.web.sse import Events
from etika_sim.languages import LANGUAGES

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
LANGUAGE_COOKIE = "etika_lang"
DAY = 24 * 3600

READS, ACTS, RETURNS = (6.0, 40.0), (2.0, 15.0), (2.0, 20.0)
"""Askings a second and at once: of a phone's reads and acts, of the codes of all phones together."""

STATUS = {
    Reason.MALFORMED: 400,
    Reason.NO_SEAT: 401,
    Reason.BLOCKED: 403,
    Reason.NOT_YOURS: 403,
    Reason.TOO_MANY: 429,
}
"""What a refusal is in HTTP; 409 for all others."""


class PhoneRoutes:
    """The routes of phones, and what they share: the class, the board, marks and limits."""

    def __init__(self, context: ClassContext, board: Board) -> None:
        self.context, self.board, self.room_port = context, board, context.room_port
        self.secret = secrets.token_bytes(16)
        self.cookie = tokens.cookie_name(context.name, context.room_port.room.key)
        self.reads, self.acts, self.returns = Limits(*READS), Limits(*ACTS), Limits(*RETURNS)

    def app(self) -> Starlette:
        """The routes."""
        made = Starlette(
            routes=[
                Route("/", self.page),
                Route("/state", self.state),
                Route("/events", endpoint=Events(self.board, self.token_of)),
                Route("/join", self.join, methods=["POST"]),
                Route("/act", self.act, methods=["POST"]),
                Route("/return", self.come_back, methods=["POST"]),
                Route("/language", self.choose_language, methods=["POST"]),
                *notes_routes.routes(self.context),
                Route("/{word}", self.page),
            ],
            exception_handlers={TooLarge: _too_large, form_parsing.Unreadable: _unreadable},
        )
        made.router.redirect_slashes = False
        return made

    # --- who asks -------------------------------------------------------------------------------

    def token_of(self, request: Request) -> str | None:
        """The token of a phone, if it is one of a seat or one that we gave."""
        token = request.cookies.get(self.cookie, "")
        is_known = token in self.room_port.room.seats or tokens.is_marked(self.secret, token)
        return token if is_known else None

    def new_token(self) -> str:
        """A token that nobody has."""
        return tokens.marked(self.secret, secrets.token_urlsafe(16))

    def language_of(self, request: Request) -> str:
        """The language a phone chose, or that of the room."""
        chosen = request.cookies.get(LANGUAGE_COOKIE, "")
        return chosen if chosen in LANGUAGES else self.context.language

    def keep(self, response: Response, token: str) -> None:
        """Have the browser keep the token for a day; no script needs to read it there."""
        response.set_cookie(self.cookie, token, max_age=DAY, httponly=True, samesite="lax")

    # --- reading --------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """The whole page of this phone; the address may carry a join word."""
        if not request.path_params.get("word", "a").isalnum():
            return PlainTextResponse("Not Found", 404)
        token = self.token_of(request)
        if token and not self.reads.allows(token, self.context.clock()):
            return self.refused(request, Reason.TOO_MANY.value, 429)
        made = token or self.new_token()
        look = self.look(request, made)
        answer = Response(pages.page(self.board.state(made, look.language), look), media_type="text/html")
        if not token:
            self.keep(answer, made)
        return answer

    async def state(self, request: Request) -> Response:
        """What this phone may see, as data, or drawn for who accepts HTML; 304 if it knows it."""
        token = self.token_of(request)
        if token and not self.reads.allows(token, self.context.clock()):
            return JSONResponse({"reason": Reason.TOO_MANY.value}, 429)
        version = self.board.version(token)
        if request.query_params.get("v") == version:
            return Response(status_code=304)
        look = self.look(request, token or "")
        state = self.board.state(token, look.language)
        if "text/html" in request.headers.get("accept", ""):
            return Response(pages.screen(state, look), media_type="text/html", headers={"X-Version": version})
        return JSONResponse(state)

    def look(self, request: Request, token: str) -> pages.Look:
        """How a page is to be drawn for this request."""
        return pages.Look(
            language=self.language_of(request),
            nonce=secrets.token_urlsafe(9),
            code=tokens.code_of(token) if token in self.room_port.room.seats else "",
            word=request.path_params.get("word", "")[:32],
            said=request.query_params.get("said", "")[:32],
            asks="ask" in request.query_params,
            cite=self.context.cite,
        )

    # --- acting ---------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        """A seat for this phone; asking twice gives the same one."""
        data = await _data(request)
        if not request.cookies.get(self.cookie):
            return self.refused(request, "no-cookie", 400, str(data.get("word", "")))
        token = self.token_of(request) or self.new_token()
        taken = {seat.name for seat in self.room_port.room.seats.values()}
        sent = {
            "kind": "joined",
            "name": random_words.name(secrets.choice, taken),
            "word": data.get("word", ""),
            "people": data.get("people", 0) or 0,
        }
        return await self.send(request, token, sent, word=str(data.get("word", "")))

    async def act(self, request: Request) -> Response:
        """Whatever else a phone may do."""
        data = await _data(request)
        token = self.token_of(request)
        if data.get("kind") not in form_parsing.KINDS:
            return self.refused(request, Reason.MALFORMED.value, 400)
        if token is None:
            return self.refused(request, Reason.NO_SEAT.value, 401)
        return await self.send(request, token, data)

    async def come_back(self, request: Request) -> Response:
        """A seat taken again with its code, by another phone or a browser that forgot."""
        data = await _data(request)
        if not self.returns.allows("all", self.context.clock()):
            return self.refused(request, Reason.TOO_MANY.value, 429)
        token = tokens.of_code(self.room_port.room.seats, str(data.get("code", "")))
        if token is None:
            return self.refused(request, "no-such-code", 409)
        return self.accepted(request, token)

    async def choose_language(self, request: Request) -> Response:
        """Indonesian or English, for this phone alone."""
        chosen = str((await _data(request)).get("language", ""))
        response = RedirectResponse("/", 303)
        if chosen in LANGUAGES:
            response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=DAY, httponly=True, samesite="lax")
        return response

    async def send(self, request: Request, token: str, data: dict[str, Any], word: str = "") -> Response:
        """Let the room hear it; answer when it is on disk."""
        now = self.context.clock()
        if not self.acts.allows(token, now):
            return self.refused(request, Reason.TOO_MANY.value, 429)
        try:
            event = read({**data, "token": token, "at": now}, PHONE)
        except Refused as refused:
            return self.refused(request, refused.reason.value, STATUS.get(refused.reason, 409), word)
        try:
            heard = await self.room_port.send(event)
        except Exception:  # noqa: BLE001 - whatever keeping failed with, the phone must know it is not kept
            return self.refused(request, "not-kept", 503)
        if heard.reason is not None:
            return self.refused(request, heard.reason.value, STATUS.get(heard.reason, 409), word)
        return self.accepted(request, token)

    def accepted(self, request: Request, token: str) -> Response:
        """It is kept."""
        if _wants_data(request):
            answer: Response = JSONResponse({"ok": True, "v": self.board.version(token)})
        else:
            answer = RedirectResponse("/", 303)
        if request.cookies.get(self.cookie) != token:
            self.keep(answer, token)
        return answer

    def refused(self, request: Request, reason: str, status: int, word: str = "") -> Response:
        """It is not kept, and why."""
        if _wants_data(request):
            say = pages.sentence(reason, self.language_of(request))
            return JSONResponse({"ok": False, "reason": reason, "say": say}, status)
        if request.method == "POST":
            path = word if word.isascii() and word.isalnum() else ""
            response: Response = RedirectResponse(f"/{path}?said={reason}", 303)
            if reason == "no-cookie":
                self.keep(response, self.new_token())
            return response
        return PlainTextResponse(pages.sentence(reason, self.language_of(request)), status)


def _wants_data(request: Request) -> bool:
    return JSON in request.headers.get("accept", "")


async def _data(request: Request) -> dict[str, Any]:
    """What was posted. Raises TooLarge, Unreadable."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await body_of(request)
    if kind == JSON:
        return form_parsing.from_json(body)
    if kind == FORM:
        return form_parsing.from_form(form_parsing.fields(body))
    raise form_parsing.Unreadable


async def _too_large(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("too large\n", 413, {"Connection": "close"})


async def _unreadable(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("neither JSON nor a form\n", 400, {"Connection": "close"})
