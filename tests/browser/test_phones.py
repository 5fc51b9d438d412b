"""Phones as people hold them: a whole class in a real browser, with all that happens to phones in it."""

from __future__ import annotations

import asyncio
from typing import Any

from browser.phones import Phones, session, shows
from classroom.serving import WORD
from playwright.async_api import Page, expect

from etika_sim.classroom.tally import counts

WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LISTENS = """window.heard = [];
new MutationObserver(() => heard.push(document.getElementById("live").textContent))
  .observe(document.getElementById("live"), {childList: true, characterData: true, subtree: true})"""
"""What a screen reader would say, from now on."""

TARGETS = """Array.from(document.querySelectorAll("button, summary, a, select, textarea, .choice, input"))
  .filter(one => one.offsetParent && !one.closest(".choice :not(.choice)") && !(one.matches(".choice input")))
  .map(one => [one.tagName + "#" + one.id, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
  .map(([name, box]) => name + " " + Math.round(box.width) + "x" + Math.round(box.height))"""


async def choose(page: Page, letter: str) -> None:
    """Vote for the option of that letter, and wait for the receipt."""
    await page.check(f"#option-{letter}")
    await page.click("#ballot button")
    await expect(page.locator("#receipt")).to_contain_text(f"Tercatat: {letter}")


async def fits(page: Page) -> None:
    """No scrolling sideways, and everything to press is large enough for a thumb."""
    assert not await page.evaluate(WIDE)
    assert await page.evaluate(TARGETS) == []


def test_a_whole_class_of_several_phones_at_once() -> None:
    """Three phones, a table and one without scripts, from the lobby to the exit form, at 320 pixels."""

    async def scene(made: Phones) -> None:
        held = made.held
        one, two, three, plain = [await made.join() for _ in range(3)] + [
            await made.join(java_script_enabled=False)
        ]
        table = await made.join(people=5)
        everybody = [one, two, three, table]
        await held.goes("briefing", "roles")
        await held.does("dealt", seed="s")
        await asyncio.gather(*(shows(page, "Kelompok") for page in everybody))
        await asyncio.gather(*(fits(page) for page in everybody))
        await held.goes("read", "enact", "vote-1")
        await asyncio.gather(*(shows(page, "Tidak ada orang di ruangan ini") for page in (one, two, three)))
        await asyncio.gather(choose(one, "A"), choose(two, "B"), choose(three, "A"))
        await choose(two, "C")
        await table.fill("#count-0", "3")
        await table.fill("#count-1", "2")
        await table.click("#ballot button")
        await shows(table, "Tercatat: A 3 B 2")
        await plain.goto(made.url)
        await plain.check("#option-B")
        await plain.click("#ballot button")
        await shows(plain, "Tercatat: B")
        await asyncio.gather(*(fits(page) for page in [*everybody, plain]))
        await held.does("closed")
        await asyncio.gather(*(shows(page, "ditutup") for page in everybody))
        await held.goes("discuss", "vote-2")
        await shows(one, "Pertimbangkan lagi?")
        await one.fill("textarea[name=reason]", "Karena antrean.")
        await choose(one, "B")
        await held.does("closed")
        await held.goes("reveal")
        await asyncio.gather(*(shows(page, "Pilihan kelas") for page in everybody))
        ballot = held.live.room.ballot
        assert ballot is not None
        totals = [
            sum(column) for column in zip(*(v.counts for v in ballot.rounds[0].votes.values()), strict=True)
        ]
        assert totals == [5, 3, 1]
        row = await one.locator("tbody tr").first.inner_text()
        assert row.split()[:2] == ["A", "5"]
        assert any(said.text == "Karena antrean." for said in held.live.room.said)
        await shows(one, "Pilihan Anda sendiri: B")
        await held.routes()
        await held.goes("de-role", "debrief", "commitments")
        await one.fill("#commit", "Saya mencatat setiap pemberian.")
        await one.click("#commitment button")
        await shows(one, "Tercatat. Anda masih bisa mengubahnya.")
        await held.does("walled", is_walled=True)
        await shows(two, "Saya mencatat setiap pemberian.")
        await held.goes("exit")
        await one.check("#a-0-4", force=True)
        await one.click("#exit button")
        await shows(one, "Jawaban Anda tercatat")
        await plain.goto(made.url)
        await plain.check("#a-1-5", force=True)
        await plain.click("#exit button")
        await shows(plain, "Jawaban Anda tercatat")
        await asyncio.gather(*(fits(page) for page in [*everybody, plain]))
        await held.goes("closed")
        await asyncio.gather(*(shows(page, "Kelas sudah selesai") for page in everybody))
        await shows(one, "Asas dalam pilihan Anda")

    session(scene)


def test_a_phone_that_is_reloaded_goes_offline_or_turns_back_loses_nothing() -> None:
    """Its seat and vote stay, what is written stays written, a vote made offline arrives, and once."""

    async def scene(made: Phones) -> None:
        held = made.held
        page = await made.join()
        seat = await page.locator(".seat").inner_text()
        await held.goes("briefing", "read", "vote-1")
        await shows(page, "Pilih satu")
        await page.reload()
        await choose(page, "A")
        await page.reload()
        await shows(page, "Tercatat: A")
        assert await page.locator(".seat").inner_text() == seat
        await page.context.set_offline(True)
        await shows(page, "Sambungan terputus")
        await page.check("#option-B")
        await page.click("#ballot button")
        await shows(page, "Belum terkirim")
        assert len([one for one in held.kept if one["kind"] == "voted"]) == 1
        await page.context.set_offline(False)
        await shows(page, "Tercatat: B")
        assert len([one for one in held.kept if one["kind"] == "voted"]) == 2
        await expect(page.locator("#link")).to_be_hidden()
        await page.click("#question summary")
        await page.fill("#ask", "Bagaimana kalau")
        await held.does("closed")
        await shows(page, "ditutup")
        assert await page.input_value("#ask") == "Bagaimana kalau"
        assert await page.evaluate("document.activeElement.id") == "ask"
        await page.click("#question button")
        await shows(page, "Pertanyaan terkirim: 1")
        assert await page.input_value("#ask") == ""
        await page.goto("about:blank")
        await held.goes("reveal")
        await page.go_back()
        await shows(page, "Pilihan kelas")

    session(scene)


def test_two_tabs_are_one_seat_and_a_lost_cookie_comes_back_by_itself() -> None:
    """What one tab votes the other shows; a browser without its cookie finds its seat by the code it kept."""

    async def scene(made: Phones) -> None:
        held = made.held
        one = await made.join()
        two = await made.open(one.context)
        await shows(two, "Anda sudah masuk")
        await held.goes("briefing", "read", "vote-1")
        await choose(one, "C")
        await shows(two, "Tercatat: C")
        assert len(held.live.room.seats) == 1
        await one.context.clear_cookies()
        await two.close()
        await one.reload()
        await shows(one, "Tercatat: C")
        assert len(held.live.room.seats) == 1
        code = await one.locator("#return").get_attribute("data-code")
        other = await made.open(await made.context())
        await other.click("#back summary")
        await other.fill("#code", str(code).lower())
        await other.click("#back button")
        await shows(other, "Tercatat: C")

    session(scene)


def test_a_hidden_page_is_silent_and_reads_anew_when_it_is_seen() -> None:
    """The stream is closed while the phone is in a pocket, and opened again with the newest state."""

    async def scene(made: Phones) -> None:
        held = made.held
        page = await made.join()
        await _until(lambda: held.server.streams == 1)
        await _hide(page, hidden=True)
        await _until(lambda: held.server.streams == 0)
        await held.goes("briefing")
        await asyncio.sleep(0.5)
        assert "Anda sudah masuk" in await page.locator("h1").inner_text()
        await _hide(page, hidden=False)
        await shows(page, "Sebelum mulai")
        await _until(lambda: held.server.streams == 1)

    session(scene)


async def _hide(page: Page, *, hidden: bool) -> None:
    state = "hidden" if hidden else "visible"
    await page.evaluate(
        f"""Object.defineProperty(document, "hidden", {{value: {str(hidden).lower()}, configurable: true}});
        Object.defineProperty(document, "visibilityState", {{value: "{state}", configurable: true}});
        document.dispatchEvent(new Event("visibilitychange"))"""
    )


async def _until(holds: Any) -> None:
    for _ in range(100):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError


def test_a_class_without_streams_is_read_by_asking() -> None:
    """Where something in between holds streams back, a phone asks every two seconds or so."""

    async def scene(made: Phones) -> None:
        context = await made.context()
        await context.add_init_script("delete window.EventSource")
        page = await made.open(context, f"/{WORD}")
        await page.click("main form[action='/join'] button")
        await shows(page, "Anda sudah masuk")
        await made.held.goes("briefing")
        await shows(page, "Sebelum mulai")
        assert made.held.server.streams == 0

    session(scene)


def test_with_the_keyboard_alone_and_a_screen_reader() -> None:
    """Every control is reached by Tab and seen to be; a phase is announced once, a refusal at once."""

    async def scene(made: Phones) -> None:
        held = made.held
        page = await made.open(await made.context(), "/")
        await page.focus("#word")
        await page.keyboard.type("zzzz")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("Itu bukan kata di layar")
        await page.fill("#word", WORD.lower())
        await page.keyboard.press("Enter")
        await shows(page, "Anda sudah masuk")
        await held.goes("briefing", "read", "vote-1")
        await shows(page, "Pilih satu")
        await page.reload()
        await page.keyboard.press("Tab")
        for _ in range(12):
            if await page.evaluate("document.activeElement.type") == "radio":
                break
            await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await shows(page, "Tercatat: A")
        await page.evaluate(LISTENS)
        await held.does("closed")
        await shows(page, "ditutup")
        await held.does("extended", minutes=1)
        await asyncio.sleep(0.5)
        assert await page.evaluate("heard") == ["Suara 1. Pemungutan suara ditutup."]

    session(scene)


def test_an_old_phone_without_scripts_goes_through_by_forms() -> None:
    """Join with a wrong word and a right one, vote, change, ask, read again: pages and forms alone."""

    async def scene(made: Phones) -> None:
        held = made.held
        page = await made.open(await made.context(java_script_enabled=False), "/")
        await page.fill("#word", "XXXX")
        await page.click("main form[action='/join'] button")
        await shows(page, "Itu bukan kata di layar")
        await page.fill("#word", WORD)
        await page.click("main form[action='/join'] button")
        await shows(page, "Anda sudah masuk")
        await page.click("a:has-text('Pertanyaan kepada fasilitator')")
        await page.fill("#ask", "Apakah ini rahasia?")
        await page.click("#question button")
        await shows(page, "Pertanyaan terkirim: 1")
        await held.goes("briefing", "read", "vote-1")
        await page.click("text=Muat ulang")
        for letter in ("A", "B"):
            await page.check(f"#option-{letter}")
            await page.click("#ballot button")
            await shows(page, f"Tercatat: {letter}")
        await page.go_back()
        await page.reload()
        assert len(held.live.room.ballot.rounds[0].votes) == 1  # type: ignore[union-attr]
        await fits(page)
        await page.click("text=English")
        await shows(page, "Recorded: B")

    session(scene)
