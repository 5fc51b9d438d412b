"""What a class asks of its server: phones that come in, vote at once, wait for news; and those that do harm.

Loopback only, bounded in number and time. The load is made by this process, beside the server's; every
figure has the same asked of a bare Starlette app that only counts, in the same run.
`python class_load.py` measures alone; an empty `--screen` leaves the projector out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from statistics import quantiles
from time import monotonic
from typing import Any

from class_server import WORD
from turns import Figure, row

from etika_sim.classroom.web.server import allow_many_files

HERE = Path(__file__).parent
FEW, MANY, FLOOD, MUTE = 40, 1000, 2000, 300
PUSHES = 40
SCREEN = "etika_sim.host.run:beside"
"""The projector of the class, drawn beside the server as in a real class."""

FLOOD_SECONDS = 5.0
FANOUT, JOINED, BURST, MEMORY, OTHERS, DROPPED, GROWTH = 20, 3, 0.5, 120, 250, 15, 4
"""Goals: ms, s, s, MiB, ms, s, MiB."""


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1]


class Process:
    """A served class in a process of its own."""

    def __init__(self, kind: str, folder: Path, screen: str) -> None:
        command = [
            sys.executable,
            str(HERE / "class_server.py"),
            kind,
            str(folder),
            *([screen] if screen else []),
        ]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen(command, text=True, **pipes)  # type: ignore[call-overload]
        self.port = int(self.process.stdout.readline())

    async def tells(self, word: str, **facts: Any) -> dict[str, Any]:
        """Its answer to a line."""

        def asked() -> str:
            self.process.stdin.write(f"{word} {json.dumps(facts)}\n")
            self.process.stdin.flush()
            return str(self.process.stdout.readline())

        answer = json.loads(await asyncio.to_thread(asked))
        assert isinstance(answer, dict)
        return answer

    def end(self) -> None:
        """Its lines end."""
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait(10)


class Phone:
    """A phone with a connection for asking and one for news, speaking as little HTTP as it must."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie = port, ""
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter
        self.news: asyncio.Queue[float] = asyncio.Queue()
        self.listening: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Open the connection for asking."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, method: str, path: str, data: object = None) -> tuple[int, bytes]:
        """Ask, and wait for the whole answer."""
        body = b"" if data is None else json.dumps(data).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: application/json\r\n"
        head += (
            f"Cookie: {self.cookie}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.writer.write(head.encode() + body)
        answer = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        lines = dict(line.split(": ", 1) for line in answer.split("\r\n")[1:-2])
        if "set-cookie" in lines:
            self.cookie = lines["set-cookie"].split(";")[0]
        return int(answer[9:12]), await self.reader.readexactly(int(lines.get("content-length", 0)))

    async def join(self, word: str = WORD) -> bool:
        """Come in; whether there was a seat."""
        await self.connect()
        await self.ask("GET", f"/{word}")
        return bool(json.loads((await self.ask("POST", "/join", {"word": word}))[1])["ok"])

    async def listen(self) -> None:
        """Open the stream, and keep the times at which something came."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n\r\n"
        writer.write(head.encode())
        await reader.readuntil(b"data: ")

        async def hear() -> None:
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                while True:
                    await reader.readuntil(b"data: ")
                    self.news.put_nowait(monotonic())
            writer.close()

        self.listening = asyncio.create_task(hear())

    def close(self) -> None:
        """Hang up."""
        self.writer.close()
        if self.listening:
            self.listening.cancel()


async def come_in(server: Process, count: int) -> tuple[float, list[Phone]]:
    """So many phones at once, seated and listening; seconds until the last is."""
    phones = [Phone(server.port) for _ in range(count)]

    async def one(phone: Phone) -> None:
        assert await phone.join()
        await phone.listen()

    begun = monotonic()
    await asyncio.gather(*map(one, phones))
    return monotonic() - begun, phones


async def fan_out(server: Process, phones: list[Phone], pushes: int) -> float:
    """Milliseconds from what the trainer does until a phone hears of it, p95 over phones and pushes."""
    spent = []
    for n in range(pushes):
        for phone in phones:
            while not phone.news.empty():
                phone.news.get_nowait()
        at = (await server.tells("act", kind="extended", minutes=1 if n % 2 else -1))["at"]
        heard = await asyncio.gather(*(phone.news.get() for phone in phones))
        spent += [(moment - at) * 1e3 for moment in heard]
        await asyncio.sleep(0.12)
    return p95(spent)


async def burst(server: Process, phones: list[Phone], options: list[str]) -> tuple[float, bool]:
    """Everybody votes at the same moment; seconds until the receipt, p95, and whether the tally is exact."""
    spent = []

    async def vote(n: int, phone: Phone) -> None:
        sent = {"kind": "voted", "decision": 1, "round": 1, "nonce": "n", "option": options[n % len(options)]}
        begun = monotonic()
        status, _body = await phone.ask("POST", "/act", sent)
        assert status == 200, status
        spent.append(monotonic() - begun)

    await asyncio.gather(*(vote(n, phone) for n, phone in enumerate(phones)))
    told = await server.tells("tally")
    return p95(spent), sum(told["counts"]) == len(phones) == told["seats"]


async def to_vote(server: Process) -> None:
    """The class goes to its first vote."""
    for phase in ("briefing", "read", "vote-1"):
        await server.tells("act", kind="went", to=phase, **({"how": "full"} if phase == "read" else {}))
    await server.tells("act", kind="opened")


async def class_of(server: Process, count: int, options: list[str]) -> dict[str, float]:
    """A class of so many: seconds to come in, ms of news, seconds of the burst, MiB afterwards."""
    joined, phones = await come_in(server, count)
    await to_vote(server)
    await asyncio.sleep(0.3)
    news = await fan_out(server, phones[:FEW] if count > FEW else phones, PUSHES)
    spent, is_exact = await burst(server, phones, options)
    memory = (await server.tells("rss"))["rss"]
    for phone in phones:
        phone.close()
    return {"joined": joined, "news": news, "burst": spent, "exact": float(is_exact), "memory": memory}


# --- those that do harm --------------------------------------------------------------------------------


async def honest_in_a_flood(server: Process) -> tuple[float, int]:
    """2,000 strangers guess the word within 5 s; ms for honest phones to come in, p95, and how many do."""
    spent: list[float] = []

    async def stranger(n: int) -> None:
        await asyncio.sleep(FLOOD_SECONDS * n / FLOOD)
        with suppress(OSError, asyncio.IncompleteReadError):
            phone = Phone(server.port)
            await phone.join("AAAA")
            phone.close()

    async def honest(n: int) -> bool:
        await asyncio.sleep(0.5 + (FLOOD_SECONDS - 1) * n / FEW)
        begun, phone = monotonic(), Phone(server.port)
        is_in = await phone.join()
        spent.append((monotonic() - begun) * 1e3)
        phone.close()
        return is_in

    *_strangers, seats = await asyncio.gather(
        *map(stranger, range(FLOOD)), asyncio.gather(*map(honest, range(FEW)))
    )
    return p95(spent), sum(seats)


async def mute(server: Process, phones: list[Phone], pushes: int) -> dict[str, float]:
    """300 streams that are never read; MiB grown over many pushes, and ms of news for the others, p95."""
    held = []
    for n in range(MUTE):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port, limit=1)
        cookie = phones[n % len(phones)].cookie if n < 2 * len(phones) else await guest(server)
        head = f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\n\r\n"
        writer.write(head.encode())
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        held.append((reader, writer))
    await asyncio.sleep(0.5)
    before = (await server.tells("rss"))["rss"]
    news = await fan_out(server, phones, pushes)
    grown = (await server.tells("rss"))["rss"] - before
    for _reader, writer in held:
        writer.transport.abort()
    return {"grown": max(grown, 0), "before": before, "news": news}


async def guest(server: Process) -> str:
    """The cookie of one more seat."""
    phone = Phone(server.port)
    await phone.join()
    phone.close()
    return phone.cookie


async def half_sent(server: Process, phone: Phone, most: float) -> tuple[float, float]:
    """300 requests never finished; ms that others wait meanwhile, p95, and seconds until all were dropped."""
    parts = (b"", b"GET / HT", b"POST /act HTTP/1.1\r\nContent-Length: 900\r\n\r\n{")
    await phone.connect()  # the connection it had was idle for long
    held = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(MUTE)]
    begun, spent = monotonic(), list[float]()
    for n, (_reader, writer) in enumerate(held):
        writer.write(parts[n % len(parts)])

    async def gone(reader: asyncio.StreamReader) -> None:
        with suppress(ConnectionError, asyncio.CancelledError):
            while await reader.read(4096):
                pass

    dropped = asyncio.gather(*(gone(reader) for reader, _writer in held))
    while not dropped.done() and monotonic() - begun < most:
        asked = monotonic()
        await phone.ask("GET", "/state")
        spent.append((monotonic() - asked) * 1e3)
        await asyncio.sleep(0.2)
    took = monotonic() - begun
    dropped.cancel()
    for _reader, writer in held:
        writer.close()
    with suppress(asyncio.CancelledError):
        await dropped
    return p95(spent), took


# --- the figures ---------------------------------------------------------------------------------------


def measure(folder: Path, *, quick: bool, screen: str = SCREEN) -> list[Figure]:
    """Classes of forty and of a thousand, and four kinds of harm."""
    allow_many_files()
    many = 200 if quick else MANY
    small, bare_small = (
        alone(kind, folder / f"{kind}-1", screen, class_of, FEW) for kind in ("ours", "bare")
    )
    large, bare_large = (
        alone(kind, folder / f"{kind}-2", screen, class_of, many) for kind in ("ours", "bare")
    )
    assert small["exact"] == large["exact"] == 1, "a vote was lost or counted twice"
    harm = alone("ours", folder / "ours-3", screen, harmed, quick)
    calm = alone("bare", folder / "bare-3", screen, unharmed, 0)
    app = "bare counting app"
    return [
        Figure(
            f"news, {FEW} phones, p95", small["news"], "ms", app, bare_small["news"], FANOUT, of_ratio=False
        ),
        Figure(
            f"{many} phones come in", large["joined"], "s", app, bare_large["joined"], JOINED, of_ratio=False
        ),
        Figure(
            f"{many} votes at once, p95", large["burst"], "s", app, bare_large["burst"], BURST, of_ratio=False
        ),
        Figure(
            f"memory, {many} phones",
            large["memory"],
            "MiB",
            app,
            bare_large["memory"],
            MEMORY,
            of_ratio=False,
        ),
        Figure("come in amid a flood, p95", harm["flood"], "ms", app, calm["flood"], OTHERS, of_ratio=False),
        Figure("honest phones in, amid it", harm["in"], "phones", "of", FEW, FEW, of_ratio=False, more=True),
        Figure(
            "growth, 300 never read",
            harm["grown"],
            "MiB",
            "memory before",
            harm["before"],
            GROWTH,
            of_ratio=False,
        ),
        Figure(
            "news beside them, p95", harm["news"], "ms", "without them", small["news"], FANOUT, of_ratio=False
        ),
        Figure(
            "others, 300 half-sent, p95", harm["others"], "ms", app, calm["others"], OTHERS, of_ratio=False
        ),
        Figure("half-sent dropped after", harm["dropped"], "s", "deadline", 10, DROPPED, of_ratio=False),
    ]


async def harmed(server: Process, quick: bool) -> dict[str, float]:
    """All four harms, one after another, at one server."""
    flood, honest = await honest_in_a_flood(server)
    _joined, phones = await come_in(server, FEW)
    silent = await mute(server, phones, 30 if quick else 200)
    others, dropped = await half_sent(server, phones[0], 20)
    return {**silent, "flood": flood, "in": honest, "others": others, "dropped": dropped}


async def unharmed(server: Process, _nothing: int) -> dict[str, float]:
    """What the same takes of the bare app: coming in amid a flood, and asking with nobody else there."""
    flood, _honest = await honest_in_a_flood(server)
    phone, spent = Phone(server.port), list[float]()
    await phone.join()
    for _ in range(50):
        begun = monotonic()
        await phone.ask("GET", "/state")
        spent.append((monotonic() - begun) * 1e3)
    return {"flood": flood, "others": p95(spent)}


def alone(
    kind: str, folder: Path, screen: str, scene: Callable[..., Awaitable[dict[str, float]]], facts: int
) -> dict[str, float]:
    """A scene at a server of its own."""
    folder.mkdir()
    server = Process(kind, folder, screen)
    options = ["gulir"] if kind == "bare" else offered()
    try:
        extra = (options,) if scene is class_of else ()
        return asyncio.run(scene(server, facts, *extra))  # type: ignore[arg-type]
    finally:
        server.end()


def offered() -> list[str]:
    """The options of the first decision of the case."""
    from class_server import CASE

    from etika_sim.library.load import load
    from etika_sim.play.engine import options, start

    scenario = load(CASE).scenario
    assert scenario is not None
    return [choice.id for choice in options(start(scenario, CASE))]


def main() -> None:
    """Measure alone, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--screen", default=SCREEN, metavar="MODULE:FUNCTION", help="a host's screen beside the server"
    )
    parser.add_argument("--quick", action="store_true", help="two hundred phones for a thousand")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="etika-sim-") as folder:
        for figure in measure(Path(folder), quick=wishes.quick, screen=wishes.screen):
            print(row(figure), flush=True)


if __name__ == "__main__":
    main()
