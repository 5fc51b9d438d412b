"""The process that a class is served from while it is measured: ours, or a bare app that only counts.

`python class_server.py ours|bare FOLDER [SCREEN]` prints its port, then obeys lines: a word, perhaps a
JSON object; it answers each with one line of JSON. SCREEN is `module:function`, awaited beside the
server with the class and the server: a host's screen, so that it is measured with it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import socket
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import monotonic, time
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route

from etika_sim.classroom.event_data import read, to_data
from etika_sim.classroom.live import Live
from etika_sim.classroom.room import began, opening, replay
from etika_sim.classroom.state import Settings
from etika_sim.classroom.tally import counts
from etika_sim.classroom.web.server import Server, allow_many_files
from etika_sim.library.load import load
from etika_sim.store.log import Entry, Store
from etika_sim.store.opening import open_store

CASE, WORD, STREAM = "amplop-di-loket", "7K3Q", "class/measured"
CAP = 5000


def rss() -> float:
    """MiB of memory in use now; the most there was where the system tells no better."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text(encoding="utf-8").split("\n") if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024


class Ours:
    """The real thing: room, journal in SQLite on the disk, server."""

    def __init__(self, store: Store) -> None:
        loaded = load(CASE)
        assert loaded.scenario is not None
        self.scenario, self.store = loaded.scenario, store
        first = opening(self.scenario, time(), Settings(45, cap=CAP), WORD)
        self.keep(0, [to_data(first)])
        self.live = Live(began(self.scenario, first), self.keep)
        self.server = Server(self.live)

    def keep(self, first: int, events: Sequence[dict[str, Any]]) -> None:
        """On disk when it returns."""
        entries = [Entry(first + n, "", json.dumps(one)) for n, one in enumerate(events)]
        self.store.extend(STREAM, entries)

    async def start(self) -> int:
        """Listen."""
        await self.server.start("127.0.0.1", 0)
        return self.server.port

    async def act(self, facts: dict[str, Any]) -> dict[str, Any]:
        """What the trainer does; with the moment before it."""
        begun = monotonic()
        heard = await self.live.send(read({"at": time(), **facts}))
        assert heard.reason is None, (facts, heard.reason)
        return {"at": begun}

    async def tally(self, _facts: dict[str, Any]) -> dict[str, Any]:
        """Votes as the journal on the disk tells them, seats, and the events there are."""
        events = [json.loads(entry.data) for entry in self.store.read(STREAM)]
        room = replay(self.scenario, events)
        last = room.ballot.rounds[-1] if room.ballot and room.ballot.rounds else None
        said = list(counts(room.ballot, last)) if room.ballot and last else []
        return {
            "counts": said,
            "seats": len(room.seats),
            "events": len(events),
            "streams": self.server.streams,
        }


class Bare:
    """A Starlette app that counts votes and pushes a number: no room, no page, nothing kept."""

    def __init__(self) -> None:
        self.votes = self.joined = self.version = 0
        self.news = asyncio.Event()

    async def start(self) -> int:
        """Listen."""
        import uvicorn

        app = Starlette(
            routes=[
                Route("/", self.page),
                Route("/{word}", self.page),
                Route("/join", self.join, methods=["POST"]),
                Route("/act", self.act_of_phone, methods=["POST"]),
            ]
        )
        app.router.routes.insert(0, Route("/events", self.events))
        listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
        logging.disable()
        plain = {"log_config": None, "access_log": False, "http": "h11", "ws": "none", "lifespan": "off"}
        config = uvicorn.Config(app, timeout_keep_alive=60, **plain)  # type: ignore[arg-type]
        self.serving = asyncio.create_task(uvicorn.Server(config).serve([listening]))
        await asyncio.sleep(0.3)
        return int(listening.getsockname()[1])

    async def page(self, _request: Request) -> PlainTextResponse:
        """A page as long as ours."""
        return PlainTextResponse("." * 13_000, headers={"set-cookie": "etika_bare=x"})

    async def join(self, request: Request) -> JSONResponse:
        """One more."""
        await request.body()
        self.joined += 1
        return JSONResponse({"ok": True})

    async def act_of_phone(self, request: Request) -> JSONResponse:
        """One vote more."""
        await request.json()
        self.votes += 1
        return JSONResponse({"ok": True})

    async def events(self, _request: Request) -> StreamingResponse:
        """The number, whenever it changes."""

        async def lines() -> Any:
            yield f"data: {self.version}\n\n"
            while True:
                await self.news.wait()
                yield f"data: {self.version}\n\n"

        return StreamingResponse(lines(), media_type="text/event-stream")

    async def act(self, _facts: dict[str, Any]) -> dict[str, Any]:
        """Push a number."""
        begun = monotonic()
        self.version += 1
        self.news.set()
        self.news = asyncio.Event()
        return {"at": begun}

    async def tally(self, _facts: dict[str, Any]) -> dict[str, Any]:
        """What was counted."""
        return {"counts": [self.votes], "seats": self.joined, "events": 0, "streams": 0}


async def obey(served: Ours | Bare, screen: str) -> None:
    """Start, and do what the lines say until they end."""
    answers = sys.stdout  # a screen takes the name for itself while it runs
    print(await served.start(), file=answers, flush=True)
    beside = None
    if screen and isinstance(served, Ours):
        module, _, name = screen.partition(":")
        beside = asyncio.create_task(getattr(import_module(module), name)(served.live, served.server))
    while line := await asyncio.to_thread(sys.stdin.readline):
        word, _, facts = line.strip().partition(" ")
        data = json.loads(facts or "{}")
        answer = {"rss": rss()} if word == "rss" else await getattr(served, word)(data)
        print(json.dumps(answer), file=answers, flush=True)
    if beside is not None:
        assert not beside.done(), beside.exception()
        beside.cancel()


def main() -> None:
    """Serve until the lines end."""
    kind, folder, screen = (*sys.argv[1:], "")[:3]
    allow_many_files()
    if kind == "bare":
        asyncio.run(obey(Bare(), screen))
        return
    with open_store(Path(folder) / "class.sqlite3") as store:
        asyncio.run(obey(Ours(store), screen))


if __name__ == "__main__":
    main()
