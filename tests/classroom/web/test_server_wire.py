"""The real server on loopback: ports, streams, half-sent and broken requests, and its end."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic

import httpx
import pytest
from classroom.serving import DATA, WORD, Class, acts, vote

from etika_sim.classroom.web import sse, uvicorn_protocol
from etika_sim.classroom.web.server import CannotListen, Server, listen

LOCAL = "127.0.0.1"
OPEN: list[httpx.AsyncClient] = []
"""Browsers to be closed when a scene is over."""

Scene = Callable[[Class, Server], Awaitable[None]]


def served(scene: Scene, **facts: object) -> None:
    """Let a scene happen around a server that is up; it must be down within three seconds afterwards."""

    async def whole() -> None:
        held = Class(**facts)  # type: ignore[arg-type]
        await held.server.start(LOCAL, 0)
        try:
            await scene(held, held.server)
        finally:
            begun = monotonic()
            await held.server.stop()
            assert monotonic() - begun < 3
            while OPEN:
                await OPEN.pop().aclose()

    asyncio.run(whole())


def client(server: Server) -> httpx.AsyncClient:
    """A browser that goes over the wire."""
    OPEN.append(httpx.AsyncClient(base_url=f"http://{LOCAL}:{server.port}", timeout=10))
    return OPEN[-1]


async def joined(server: Server) -> httpx.AsyncClient:
    """A browser with a seat."""
    phone = client(server)
    await phone.get("/")
    assert (await phone.post("/join", json={"word": WORD}, headers=DATA)).json()["ok"]
    return phone


async def said(server: Server, sent: bytes, seconds: float = 5) -> bytes:
    """What comes back for those bytes until the server closes or falls silent."""
    reader, writer = await asyncio.open_connection(LOCAL, server.port)
    got = b""
    with suppress(ConnectionError):
        writer.write(sent)
        await writer.drain()
    with suppress(TimeoutError, ConnectionError):
        async with asyncio.timeout(seconds):
            while part := await reader.read(65536):
                got += part
                if b"\r\n\r\n" in got and b"HTTP/1.1 200" in got:
                    break
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return got


# --- coming up and going down --------------------------------------------------------------------


def test_a_port_that_is_taken_gives_way_to_the_next() -> None:
    """Two classes on one laptop have two ports, and each its own cookie."""

    async def scene() -> None:
        taken = socket.create_server((LOCAL, 0))
        port = taken.getsockname()[1]
        held = Class(name="one")
        await held.server.start(LOCAL, port)
        assert held.server.port not in (0, port)
        assert str(held.server.port) in held.server.join_url("10.0.0.1", "abc")
        assert (await client(held.server).get("/")).status_code == 200
        await OPEN.pop().aclose()
        await held.server.stop()
        await held.server.stop()
        taken.close()

    asyncio.run(scene())


def test_an_address_that_is_not_ours_cannot_be_listened_at() -> None:
    """One exception for the host to make a sentence of."""
    with pytest.raises(CannotListen) as caught:
        listen("192.0.2.77", 0)

    assert isinstance(caught.value.error, OSError)


def test_the_addresses_for_phones_are_told() -> None:
    """In capitals for a small QR code; the forced one alone; the notes with their token."""
    server = Class().server
    server._forced = "10.1.2.3"

    assert server.addresses() == ("10.1.2.3",)
    assert server.join_url("kelas.example", "7k3q") == "HTTP://KELAS.EXAMPLE:8765/7K3Q"
    assert server.notes_url() == "http://127.0.0.1:8765/host/host-token"


def test_signals_stay_the_programs_own_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The server runs inside a screen: its handlers and its lines are left alone, also on rubbish."""

    async def scene() -> None:
        held, before = Class(), _handlers()
        await held.server.start(LOCAL, 0)
        assert _handlers() == before
        await said(held.server, b"rubbish\r\n\r\n", 1)
        await said(held.server, b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", 1)
        await held.server.stop()
        assert _handlers() == before

    asyncio.run(scene())

    assert capfd.readouterr() == ("", "")


def _handlers() -> list[object]:
    return [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]


def test_a_fault_of_ours_is_answered_and_printed_nowhere(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Even then the screen stays whole, and the answer tells nothing of the inside."""

    async def scene(held: Class, server: Server) -> None:
        monkeypatch.setattr(held.clock, "now", None)
        phone = client(server)
        await phone.get("/")
        answer = await phone.get("/state")
        assert (answer.status_code, answer.text) == (500, "Internal Server Error")

    served(scene)

    assert capfd.readouterr() == ("", "")


# --- streams ---------------------------------------------------------------------------------------


def test_a_stream_tells_versions_only_and_at_once() -> None:
    """One when it opens, one when the class goes on, none when a neighbour votes; it ends with the class."""

    async def scene(held: Class, server: Server) -> None:
        phone, neighbour = await joined(server), await joined(server)
        await held.goes("briefing", "read", "vote-1")
        lines: list[str] = []

        async def listening() -> None:
            async with phone.stream("GET", "/events") as stream:
                assert stream.headers["content-type"] == "text/event-stream"
                async for line in stream.aiter_lines():
                    lines.extend([line] if line else [])

        task = asyncio.create_task(listening())
        await asyncio.sleep(0.2)
        for n in range(5):
            await acts(neighbour, vote("ab"[n % 2], f"n{n}"))
        await asyncio.sleep(0.3)
        assert len(lines) == 1
        await held.does("closed")
        await asyncio.sleep(0.3)
        token = next(iter(held.live.room.seats))
        assert server._board is not None
        assert lines[1:] == [f"data: {server._board.version(token)}"]
        assert not [line for line in lines if not re.fullmatch(r"data: \d+\.\d+", line)]
        await server.stop()
        await asyncio.wait_for(task, 3)

    served(scene)


def test_a_stream_repeats_itself_so_that_a_dead_one_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone gives up a stream from which it hears nothing."""
    monkeypatch.setattr(sse, "HEARTBEAT", 0.1)

    async def scene(_held: Class, server: Server) -> None:
        phone, lines = await joined(server), list[str]()
        async with phone.stream("GET", "/events") as stream:
            async for line in stream.aiter_lines():
                lines += [line] if line else []
                if len(lines) == 3:
                    break
        assert len(set(lines)) == 1

    served(scene)


def test_a_seat_has_few_streams_and_a_guest_none() -> None:
    """The oldest of too many gives way; who has no seat is told not to come back."""

    async def scene(_held: Class, server: Server) -> None:
        phone = await joined(server)
        tasks = [asyncio.create_task(_drained(phone)) for _ in range(6)]
        await asyncio.sleep(0.5)
        assert server.streams == 3
        assert sum(task.done() for task in tasks) == 3
        guest = client(server)
        await guest.get("/")
        assert (await guest.get("/events")).status_code == 204
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.3)
        assert server.streams == 0

    served(scene)


async def _drained(phone: httpx.AsyncClient) -> None:
    async with phone.stream("GET", "/events") as stream:
        async for _line in stream.aiter_lines():
            pass


# --- half-sent, broken, endless --------------------------------------------------------------------


def test_half_sent_requests_are_dropped_and_others_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Heads and bodies that never end, and connections that say nothing; kept open, they cost nobody time."""
    monkeypatch.setattr(uvicorn_protocol, "DEADLINE", 1.0)
    head = b"POST /act HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n"

    async def scene(_held: Class, server: Server) -> None:
        half = [b"", b"GET / HT", head, head + b"\r\n{"]
        opened = []
        for n in range(100):
            reader, writer = await asyncio.open_connection(LOCAL, server.port)
            writer.write(half[n % 4])
            opened.append((reader, writer))
        begun, phone = monotonic(), client(server)
        assert (await phone.get("/")).status_code == 200
        assert monotonic() - begun < 0.5
        for _ in range(8):  # dripping byte by byte does not help
            await asyncio.sleep(0.25)
            for _reader, writer in opened[3::4]:
                if not writer.is_closing():
                    with suppress(ConnectionError):
                        writer.write(b" ")
        for reader, writer in opened:
            with suppress(ConnectionError):
                async with asyncio.timeout(2):
                    while await reader.read(65536):
                        pass
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
        assert server._inner is not None
        await asyncio.sleep(0.1)
        assert len(server._inner.server_state.connections) <= 1

    served(scene)


def test_who_reads_nothing_is_cut_and_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for page after page on one connection that is never read, the server stops and closes."""
    monkeypatch.setattr(uvicorn_protocol, "DEADLINE", 1.0)

    async def scene(_held: Class, server: Server) -> None:
        stuck = socket.socket()
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.connect((LOCAL, server.port))
        stuck.setblocking(False)
        request = f"GET / HTTP/1.1\r\nHost: {LOCAL}:{server.port}\r\n\r\n".encode()
        with suppress(BlockingIOError, ConnectionError):
            for _ in range(2000):
                stuck.send(request)
                await asyncio.sleep(0)
        assert server._inner is not None
        for _ in range(60):
            await asyncio.sleep(0.1)
            if not server._inner.server_state.connections:
                break
        assert server._inner.server_state.connections == set()
        stuck.close()

    served(scene)


BROKEN = {
    "no version": b"GET /\r\n\r\n",
    "a version to come": b"GET / HTTP/9.9\r\nHost: {host}\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "no host, old": b"GET / HTTP/1.0\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
    "another host": b"GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n",
    "negative length": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
    "a length in words": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Length: many\r\n\r\n",
    "two lengths": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "a huge length": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
    b"Content-Length: 100000000\r\n\r\n{",
    "length and chunks": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Length: 3\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "bad chunks": b"POST /act HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "many headers": b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
    "a long line": b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "a null": b"GET /\x00 HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "no ascii": b"GET /\xc3\xa9 HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "a TLS greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),
    "a folded header": b"GET / HTTP/1.1\r\nHost: {host}\r\nX: a\r\n b\r\n c: d\r\n: e\r\n\r\n",
    "a strange method": b"\x1b[2J / HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "another method": b"BREW / HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "a way out": b"GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "a way out, escaped": b"GET /%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: {host}\r\n\r\n",
    "an address as target": b"GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n",
    "a tunnel": b"CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n",
}


def test_a_broken_request_gets_a_refusal_or_nothing_and_the_server_goes_on(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Never 200, never 500, never a line on the screen; afterwards everything works as before."""
    monkeypatch.setattr(uvicorn_protocol, "DEADLINE", 0.5)

    async def scene(held: Class, server: Server) -> None:
        host = f"{LOCAL}:{server.port}".encode()
        sent = {name: data.replace(b"{host}", host) for name, data in BROKEN.items()}
        got = dict(
            zip(sent, await asyncio.gather(*(said(server, one, 3) for one in sent.values())), strict=True)
        )
        wrong = {name: answer[:60] for name, answer in got.items() if answer and answer[9:10] != b"4"}
        assert wrong == {}
        before = held.live.version
        phone = await joined(server)
        assert (await phone.get("/state")).json()["seat"] == before

    served(scene)

    assert capfd.readouterr() == ("", "")


def test_a_stranger_after_an_upgrade_or_a_socket_is_answered_plainly() -> None:
    """There is no WebSocket; asking for one gets the page, or a refusal, and no stream of ours."""

    async def scene(_held: Class, server: Server) -> None:
        upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": "x"}
        assert (await client(server).get("/", headers=upgrade)).status_code == 200

    served(scene)


def test_many_votes_at_once_are_all_counted_and_each_once() -> None:
    """The tally equals the distinct tokens, whatever was sent twice; few commits, no vote lost."""

    async def scene(held: Class, server: Server) -> None:
        people = 60
        phones = await asyncio.gather(*(joined(server) for _ in range(people)))
        await held.goes("briefing", "read", "vote-1")
        answers = await asyncio.gather(
            *(
                acts(phone, vote("abc"[n % 3], f"n{n}"))
                for n, phone in enumerate(phones)
                for _twice in range(2)
            )
        )
        assert all(answer["ok"] for answer in answers)
        ballot = held.live.room.ballot
        assert ballot is not None
        assert len(ballot.rounds[0].votes) == people
        assert [one["kind"] for one in held.kept].count("voted") == people

    served(scene)
