"""What is refused before anything is looked at: foreign names, foreign pages, large and strange bodies."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from classroom.serving import DATA, Class, vote
from starlette.datastructures import Headers

from etika_sim.classroom.web.guard import Hosts, is_from_here

OWN = ("127.0.0.1", "192.168.43.117")


@pytest.mark.parametrize(
    ("host", "is_known"),
    [
        ("127.0.0.1:8765", True),
        ("localhost:8765", True),
        ("LOCALHOST:8765", True),
        ("192.168.43.117:8765", True),
        ("192.168.43.118:8765", False),
        ("192.168.43.117", False),
        ("192.168.43.117:80", False),
        ("evil.test:8765", False),
        ("evil.test", False),
        ("192.168.43.117.evil.test:8765", False),
        ("127.0.0.1.:8765", False),
        ("localhost.:8765", False),
        ("[::1]:8765", False),
        ("[::ffff:127.0.0.1]:8765", False),
        ("2130706433:8765", False),
        ("0x7f.1:8765", False),
        ("127.1:8765", False),
        ("user@127.0.0.1:8765", False),
        ("127.0.0.1:8765:8765", False),
        (" 127.0.0.1:8765", False),
        ("", False),
        (":8765", False),
    ],
)
def test_only_names_that_are_ours_are_answered(host: str, is_known: bool) -> None:
    """This machine's addresses with our port; no name that somebody else could point at us."""
    assert Hosts(8765, None, lambda: OWN).knows([host]) == is_known


def test_no_host_and_two_hosts_are_refused() -> None:
    """Nobody honest sends either."""
    hosts = Hosts(8765, None, lambda: OWN)

    assert not hosts.knows([])
    assert not hosts.knows(["127.0.0.1:8765", "127.0.0.1:8765"])


def test_a_forced_name_is_answered_and_an_address_that_came_later_too() -> None:
    """The network may change in the middle of a class; it is looked at again, but not at every request."""
    own, asked = ["127.0.0.1"], 0

    def ask() -> list[str]:
        nonlocal asked
        asked += 1
        return own

    hosts = Hosts(8765, "kelas.example", ask)
    assert hosts.knows(["KELAS.example:8765"])
    assert not hosts.knows(["10.0.0.7:8765"])
    own.append("10.0.0.7")
    assert [hosts.knows(["10.0.0.7:8765"]) for _ in range(5)] == [False] * 5
    assert asked == 1
    hosts._looked -= 2 * Hosts.AGAIN
    assert hosts.knows(["10.0.0.7:8765"])


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"origin": "http://127.0.0.1:8765"}, True),
        ({"origin": "https://127.0.0.1:8765"}, True),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"origin": "http://evil.test"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"origin": "http://127.0.0.1:8765.evil.test"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({}, True),
    ],
    ids=str,
)
def test_a_post_must_come_from_our_own_page(headers: dict[str, str], is_ours: bool) -> None:
    """As the browser tells it; an old one tells nothing, and its cookie goes nowhere else."""
    assert is_from_here(Headers({"host": "127.0.0.1:8765", **headers})) == is_ours


def test_what_is_refused_has_changed_nothing() -> None:
    """A post from another page, to another name, too large, or of a kind no form of ours sends."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        before = held.live.version
        text = '{"kind": "voted", "decision": 1, "round": 1, "option": "a", "nonce": "n"}'
        plain, large = {"content-type": "text/plain"}, {"content-type": "application/json"}
        multipart = {"content-type": "multipart/form-data; boundary=x"}
        answers = {
            "origin": await phone.post("/act", json=vote(), headers={"Origin": "http://evil.test"}),
            "host": await phone.post("/act", json=vote(), headers={"Host": "evil.test"}),
            "read": await phone.get("/state", headers={"Host": "evil.test:8765"}),
            "plain": await phone.post("/act", content=text, headers=plain),
            "multipart": await phone.post("/act", content=text, headers=multipart),
            "none": await phone.post("/act", content=text),
            "large": await phone.post("/act", content=b"x" * 8193, headers=large),
            "put": await phone.put("/act", json=vote()),
            "get": await phone.get("/act?kind=voted"),
            "delete": await phone.delete("/"),
        }
        codes = {name: answer.status_code for name, answer in answers.items()}
        assert codes == {
            "origin": 403, "host": 403, "read": 403, "plain": 400, "multipart": 400,
            "none": 400, "large": 413, "put": 405, "get": 200, "delete": 405,
        }  # fmt: skip
        assert held.live.version == before

    asyncio.run(scene())


def test_a_body_that_grows_while_it_is_sent_is_cut() -> None:
    """Without a length, or with a false one, no more than 8 KiB are ever read."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        read = 0

        async def growing() -> object:
            nonlocal read
            for _ in range(1000):
                read += 1024
                yield b"x" * 1024

        sent = await phone.post("/act", content=growing(), headers={"content-type": "application/json"})
        assert sent.status_code == 413
        assert read <= 12 * 1024

    try:
        asyncio.run(scene())
    except* (httpx.RequestError, RuntimeError) as errors:
        pytest.fail(str(errors.exceptions))


# --- the notes -------------------------------------------------------------------------------------


def test_the_notes_are_the_trainers_alone() -> None:
    """Without the host token there is nothing there; with it the cookie holds it, and the address no more."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await phone.post("/act", json={"kind": "asked", "text": "Mengapa?", "nonce": "q"}, headers=DATA)
        own = next(iter(held.live.room.seats))
        for path in ("/notes", "/notes/state", "/host/guess", f"/host/{own}", "/host/"):
            answer = await phone.get(path, headers={"Authorization": f"Bearer {own}"})
            assert answer.status_code == 404, path
            assert "Mengapa" not in answer.text
        trainer = held.browser()
        entered = await trainer.get("/host/host-token")
        assert (entered.status_code, entered.headers["location"]) == (303, "/notes")
        assert "SameSite=strict" in entered.headers["set-cookie"]
        assert "HttpOnly" in entered.headers["set-cookie"]
        assert "Mengapa?" in (await trainer.get("/notes")).text
        program = held.browser(headers={"Authorization": "Bearer host-token"})
        told = (await program.get("/notes/state")).json()
        assert told["said"][0]["text"] == "Mengapa?"
        assert (await program.get("/notes/state", params={"v": told["v"]})).status_code == 304

    asyncio.run(scene())


def test_the_trainers_token_opens_no_seat_and_does_nothing() -> None:
    """Whoever has it reads; the class is led at the laptop."""

    async def scene() -> None:
        held = Class()
        trainer = held.browser(headers={"Authorization": "Bearer host-token"})
        await trainer.get("/host/host-token")
        before = held.live.version
        sent = await trainer.post("/act", json={"kind": "went", "to": "briefing"}, headers=DATA)
        assert sent.status_code == 400
        assert (await trainer.post("/notes", json={})).status_code == 405
        assert held.live.version == before

    asyncio.run(scene())
