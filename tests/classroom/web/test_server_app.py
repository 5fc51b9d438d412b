"""What phones may do, and what they are told: every rule of the routes, without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from classroom.lesson import Lesson
from classroom.serving import DATA, DRAWN, WORD, Class, acts, vote

from etika_sim.classroom.room import replay
from etika_sim.classroom.tally import counts, effective_counts
from etika_sim.classroom.web import tokens


def run(scene: Callable[[], Awaitable[None]]) -> None:
    """Let a scene happen."""
    asyncio.run(scene())  # type: ignore[arg-type]


# --- coming in ---------------------------------------------------------------------------------


def test_a_phone_comes_in_by_the_word_and_has_one_seat() -> None:
    """The word may be typed in small letters; asking again, by a second tap, gives the same seat."""

    async def scene() -> None:
        held = Class()
        phone = held.browser()
        page = await phone.get("/7k3q")
        assert 'value="7k3q"' in page.text
        for _ in range(3):
            joined = await phone.post("/join", data={"word": "7k3q", "people": "0"})
            assert (joined.status_code, joined.headers["location"]) == (303, "/")
        assert [seat.number for seat in held.live.room.seats.values()] == [1]
        seen = (await phone.get("/state")).json()
        assert (seen["seat"], len(seen["name"].split())) == (1, 2)

    run(scene)


def test_a_wrong_word_is_told_in_the_phones_language() -> None:
    """Nobody comes in by it; the sentence says what to do, in Indonesian or English."""

    async def scene() -> None:
        held = Class()
        phone = held.browser()
        await phone.get("/")
        refused = await phone.post("/join", json={"word": "AAAA"}, headers=DATA)
        assert (refused.status_code, refused.json()["reason"]) == (409, "wrong-word")
        assert "Itu bukan kata di layar" in refused.json()["say"]
        await phone.post("/language", data={"language": "en"})
        page = await phone.get((await phone.post("/join", data={"word": "AAAA"})).headers["location"])
        assert "That is not the word on the screen" in page.text
        assert 'value="AAAA"' in page.text
        assert held.live.room.seats == {}

    run(scene)


def test_locked_and_full_say_so() -> None:
    """A class without room, and one that takes nobody new, each have their sentence; who sits stays."""

    async def scene() -> None:
        held = Class(settings={"cap": 1})
        inside = await held.phone()
        late = held.browser()
        await late.get("/")
        assert (await late.post("/join", json={"word": WORD}, headers=DATA)).json()["reason"] == "full"
        await held.does("locked", is_locked=True)
        assert (await late.post("/join", json={"word": WORD}, headers=DATA)).json()["reason"] == "locked"
        assert "tidak menerima peserta baru" in (await late.get("/")).text
        assert (await inside.get("/state")).json()["seat"] == 1

    run(scene)


def test_a_browser_without_cookies_is_told_so_and_takes_no_seat() -> None:
    """Else every tap would take another one."""

    async def scene() -> None:
        held = Class()
        phone = held.browser()
        refused = await phone.post("/join", json={"word": WORD}, headers=DATA)
        assert (refused.status_code, refused.json()["reason"]) == (400, "no-cookie")
        assert held.live.room.seats == {}

    run(scene)


def test_a_seat_is_found_again_after_the_cookie_is_gone_also_when_locked() -> None:
    """By the return code, on any browser; a wrong one finds nothing."""

    async def scene() -> None:
        held = Class()
        await held.phone()
        token = next(iter(held.live.room.seats))
        await held.does("locked", is_locked=True)
        other = held.browser()
        await other.get("/")
        wrong = await other.post("/return", json={"code": "AAAAAAA"}, headers=DATA)
        assert (wrong.status_code, wrong.json()["reason"]) == (409, "no-such-code")
        back = await other.post("/return", json={"code": tokens.code_of(token).lower()}, headers=DATA)
        assert back.json()["ok"]
        assert (await other.get("/state")).json()["seat"] == 1

    run(scene)


def test_codes_cannot_be_tried_without_end() -> None:
    """All browsers together have a few tries a second; a phone with its cookie never needs one."""

    async def scene() -> None:
        held = Class()
        honest, thief = await held.phone(), held.browser()
        await thief.get("/")
        tried = [(await thief.post("/return", json={"code": "AAAAAAA"}, headers=DATA)) for _ in range(40)]
        assert [answer.status_code for answer in tried].count(429) >= 19
        assert (await honest.get("/state")).status_code == 200

    run(scene)


def test_an_invented_token_is_not_taken() -> None:
    """A token that we did not make is replaced, whatever it is."""

    async def scene() -> None:
        held = Class()
        name = tokens.cookie_name("", held.live.room.key)
        for invented in ("t1", "A" * 22 + "." + "0" * 16, "x" * 3000, "../../etc"):
            phone = held.browser(cookies={name: invented})
            await phone.post("/join", json={"word": WORD}, headers=DATA)
            assert invented not in held.live.room.seats
        assert len(held.live.room.seats) == 4

    run(scene)


def test_tokens_outlive_the_server() -> None:
    """After a restart with another secret every phone sits where it sat, with its vote."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        assert (await acts(phone, vote()))["ok"]
        lesson = Lesson(word=WORD)
        lesson.room, lesson.journal = replay(lesson.scenario, held.kept), held.kept
        again = Class(lesson)
        returned = again.browser(cookies=dict(phone.cookies.items()))
        seen = (await returned.get("/state")).json()
        assert (seen["seat"], seen["receipts"][0]["option"]) == (1, "a")
        assert (await acts(returned, vote()))["ok"]
        assert sum(counts(again.lesson.ballot, again.lesson.ballot.rounds[0])) == 1

    run(scene)


# --- voting ------------------------------------------------------------------------------------


def test_a_vote_sent_five_times_counts_once_and_a_changed_one_counts_last() -> None:
    """Retries with one nonce are one vote; another option before the close replaces it."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        for _ in range(5):
            assert (await acts(phone, vote("a", "n1")))["ok"]
        assert (await acts(phone, vote("b", "n2")))["ok"]
        assert (await acts(phone, vote("a", "n1")))["ok"]
        ballot = held.live.room.ballot
        assert ballot is not None
        assert effective_counts(ballot) == tuple(int(option == "b") for option in ballot.options)
        assert [one["kind"] for one in held.kept].count("voted") == 2

    run(scene)


def test_a_vote_that_comes_too_late_or_for_elsewhere_is_refused_with_a_sentence() -> None:
    """A closed round, a decision left, an option not offered: never counted elsewhere."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        assert (await acts(phone, vote("zzz")))["reason"] == "not-offered"
        assert (await acts(phone, vote(round=2)))["reason"] == "round-closed"
        assert (await acts(phone, vote(decision=2)))["reason"] == "other-decision"
        await held.does("closed")
        late = await phone.post("/act", json=vote(), headers=DATA)
        assert late.status_code == 409
        assert "sudah ditutup" in late.json()["say"]
        await held.goes("reveal")
        await held.routes()
        await held.goes("read", "vote-1")
        assert (await acts(phone, vote("a", "n9", decision=1)))["reason"] == "other-decision"
        assert [one["kind"] for one in held.kept].count("voted") == 0

    run(scene)


def test_without_scripts_a_form_votes_and_the_page_shows_the_receipt() -> None:
    """Posted fields, a redirect, a page that says what is recorded; the back button sends nothing again."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        fields = {name: str(value) for name, value in vote().items()}
        sent = await phone.post("/act", data=fields)
        assert (sent.status_code, sent.headers["location"]) == (303, "/")
        letter = (await phone.get("/state")).json()["receipts"][0]["letter"]
        assert f"Tercatat: {letter}" in (await phone.get("/")).text
        await held.does("closed")
        refused = await phone.post("/act", data={**fields, "nonce": "n2"})
        assert "Kiriman Anda tidak dihitung" in (await phone.get(refused.headers["location"])).text

    run(scene)


def test_a_table_enters_counts_and_never_more_than_sit_there() -> None:
    """One device for its table; the receipt tells the counts."""

    async def scene() -> None:
        held = Class()
        table = await held.phone(people=6)
        await held.goes("briefing", "read", "vote-1")
        sent = {"kind": "tabled", "decision": 1, "round": 1, "counts": [4, 2, 1], "nonce": "n1"}
        assert (await acts(table, sent))["reason"] == "wrong-count"
        assert (await acts(table, vote()))["reason"] == "not-this-way"
        assert (await acts(table, {**sent, "counts": [4, 2, 0]}))["ok"]
        assert "Tercatat: A 4 B 2" in (await table.get("/")).text

    run(scene)


def test_what_could_not_be_kept_is_not_acknowledged() -> None:
    """With a full disk the phone is told to send again; the same sending counts once there is room."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        held.full = True
        answer = await phone.post("/act", json=vote(), headers=DATA)
        assert (answer.status_code, answer.json()["reason"]) == (503, "not-kept")
        assert (await phone.get("/state")).json()["receipts"] == []
        held.full = False
        assert (await acts(phone, vote()))["ok"]
        assert len((await phone.get("/state")).json()["receipts"]) == 1

    run(scene)


# --- limits and who may what ---------------------------------------------------------------------


def test_one_phone_cannot_flood_and_takes_nothing_from_another() -> None:
    """A vote changed thirty times in a moment is told to wait; the neighbour at the same address is not."""

    async def scene() -> None:
        held = Class()
        busy, calm = await held.phone(), await held.phone()
        await held.goes("briefing", "read", "vote-1")
        said = [await acts(busy, vote("ab"[n % 2], f"n{n}")) for n in range(30)]
        assert sum(answer["ok"] for answer in said) <= 15
        assert said[-1]["reason"] == "too-many"
        assert (await acts(calm, vote()))["ok"]
        held.clock.now += 10
        assert (await acts(busy, vote("a", "last")))["ok"]

    run(scene)


def test_reading_without_pause_is_told_to_wait() -> None:
    """A page that asks hundreds of times a second gets 429, and its own class goes on."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        asked = [(await phone.get("/state")).status_code for _ in range(120)]
        assert asked[0] == 200
        assert asked[-1] == 429
        held.clock.now += 5
        assert (await phone.get("/state")).status_code == 200

    run(scene)


@pytest.mark.parametrize(
    "kind", ["went", "opened", "closed", "locked", "began", "counted", "joined", "", "x"]
)
def test_a_phone_may_not_do_what_is_the_trainers(kind: str) -> None:
    """Nor give itself a name by joining through another door."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        before = held.live.version
        answer = await phone.post("/act", json={"kind": kind, "name": "x", "to": "briefing"}, headers=DATA)
        assert answer.status_code == 400
        assert held.live.version == before

    run(scene)


def test_a_phone_cannot_speak_for_another_nor_at_another_time() -> None:
    """Token and time in what it sends are not looked at: the server knows both."""

    async def scene() -> None:
        held = Class()
        one, _two = await held.phone(), await held.phone()
        await held.goes("briefing", "read", "vote-1")
        first, second = held.live.room.seats
        assert (await acts(one, {**vote(), "token": second, "at": 1e12}))["ok"]
        ballot = held.live.room.ballot
        assert ballot is not None
        assert list(ballot.rounds[0].votes) == [first]
        assert held.live.room.now == held.clock.now

    run(scene)


def test_who_has_no_seat_may_not_act_and_a_silenced_one_neither() -> None:
    """The first is told to join, the second to speak to the trainer, who can let it back in."""

    async def scene() -> None:
        held = Class()
        guest, phone = held.browser(), await held.phone()
        await guest.get("/")
        await held.goes("briefing", "read", "vote-1")
        assert (await acts(guest, vote()))["reason"] == "no-seat"
        await held.does("blocked", seat=1, is_blocked=True)
        assert (await acts(phone, vote()))["reason"] == "blocked"
        assert "diistirahatkan" in (await phone.get("/")).text
        await held.does("blocked", seat=1, is_blocked=False)
        assert (await acts(phone, vote()))["ok"]

    run(scene)


# --- versions ------------------------------------------------------------------------------------


def test_a_phone_reads_anew_only_when_its_own_screen_changed() -> None:
    """304 while others vote; news when it votes itself, or when the class goes on."""

    async def scene() -> None:
        held = Class()
        one, two = await held.phone(), await held.phone()
        await held.goes("briefing", "read", "vote-1")
        seen: dict[str, Any] = (await one.get("/state")).json()
        await acts(two, vote())
        assert (await one.get("/state", params={"v": seen["v"]})).status_code == 304
        await acts(one, vote())
        after = await one.get("/state", params={"v": seen["v"]})
        assert (after.status_code, len(after.json()["receipts"])) == (200, 1)
        await held.does("closed")
        drawn = await one.get("/state", params={"v": after.json()["v"]}, headers=DRAWN)
        assert drawn.headers["x-version"] == held.board.version(next(iter(held.live.room.seats)))
        assert "ditutup" in drawn.text

    run(scene)


def test_every_answer_forbids_keeping_framing_and_loading_from_elsewhere() -> None:
    """Pages, states, posts, refusals and what is not there carry the same headers."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        answers = [await phone.get(path) for path in ("/", "/state", "/nothing/here", "/notes", "/a%2fb")]
        answers.append(await phone.post("/act", content=b"x"))
        answers.append(await phone.post("/act", json=vote(), headers=DATA))
        for answer in answers:
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert "unsafe" not in answer.headers["content-security-policy"]
            assert not [name for name in answer.headers if name.startswith("access-control")]

    run(scene)
