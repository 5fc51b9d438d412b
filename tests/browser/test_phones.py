"""Phones as people hold them: a whole class in a real browser, with all that happens to phones in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import NamedTuple

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


class Seats(NamedTuple):
    """Who is in the class of the long scene: three phones, one without scripts, a table."""

    one: Page
    two: Page
    three: Page
    plain: Page
    table: Page

    @property
    def awake(self) -> list[Page]:
        """Those whose pages read themselves anew."""
        return [self.one, self.two, self.three, self.table]


async def all_show(pages: Iterable[Page], text: str) -> None:
    """Wait until all pages say that."""
    await asyncio.gather(*(shows(page, text) for page in pages))


async def all_fit(pages: Iterable[Page]) -> None:
    """All pages fit."""
    await asyncio.gather(*(fits(page) for page in pages))


def test_a_whole_class_of_several_phones_at_once() -> None:
    """Three phones, a table and one without scripts, from the lobby to the exit form, at 320 pixels."""

    async def scene(made: Phones) -> None:
        first = [await made.join() for _ in range(3)]
        seats = Seats(*first, await made.join(java_script_enabled=False), await made.join(people=5))
        await made.held.goes("briefing", "roles")
        await made.held.does("dealt", seed="s")
        await all_show(seats.awake, "Kelompok")
        await all_fit(seats.awake)
        await made.held.goes("read", "enact")
        await first_round(made, seats)
        await second_round(made, seats)
        await farewell(made, seats)

    session(scene)


async def first_round(made: Phones, seats: Seats) -> None:
    """Everybody votes in his own way; one changes his mind before the close."""
    one, two, three, plain, table = seats
    await made.held.goes("vote-1")
    await all_show((one, two, three), "Tidak ada orang di ruangan ini")
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
    await all_fit(seats)
    await made.held.does("closed")
    await all_show(seats.awake, "ditutup")
    ballot = made.held.live.room.ballot
    assert ballot is not None
    assert counts(ballot, ballot.rounds[0]) == (5, 3, 1)


async def second_round(made: Phones, seats: Seats) -> None:
    """One reconsiders and says why; then all see what the class chose, and he what it means."""
    await made.held.goes("discuss", "vote-2")
    await shows(seats.one, "Pertimbangkan lagi?")
    await seats.one.fill("textarea[name=reason]", "Karena antrean.")
    await choose(seats.one, "B")
    await made.held.does("closed")
    await made.held.goes("reveal")
    await all_show(seats.awake, "Pilihan kelas")
    row = await seats.one.locator("tbody tr").first.inner_text()
    assert row.split()[:2] == ["A", "5"]
    assert any(said.text == "Karena antrean." for said in made.held.live.room.said)
    await shows(seats.one, "Pilihan Anda sendiri: B")


async def farewell(made: Phones, seats: Seats) -> None:
    """A commitment, the wall, the exit form with scripts and without, one's own scorecard."""
    one, two, _three, plain, _table = seats
    await made.held.routes()
    await made.held.goes("de-role", "debrief", "commitments")
    await one.fill("#commit", "Saya mencatat setiap pemberian.")
    await one.click("#commitment button")
    await shows(one, "Tercatat. Anda masih bisa mengubahnya.")
    await made.held.does("walled", is_walled=True)
    await shows(two, "Saya mencatat setiap pemberian.")
    await made.held.goes("exit")
    await plain.goto(made.url)
    for page in (one, plain):
        await page.check("#a-0-4", force=True)
        await page.click("#exit button")
        await shows(page, "Jawaban Anda tercatat")
    await all_fit(seats)
    await made.held.goes("closed")
    await all_show(seats.awake, "Kelas sudah selesai")
    await shows(one, "Asas dalam pilihan Anda")


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


async def _until(holds: Callable[[], bool]) -> None:
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
