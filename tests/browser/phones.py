"""Phones for tests: pages of a real Chromium at a real server on loopback, in one event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import time
from typing import Any

from browser.chromium import FLAGS, found
from classroom.serving import WORD, Class
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

SMALL = {"width": 320, "height": 568}
PATIENCE = 5_000
"""Milliseconds to wait for a page to show what it should."""


class Phones:
    """A class that is served, and the browsers in it; `asked` are the addresses they asked for,
    `complaints` what they complained of: scripts refused, errors of ours.
    """

    def __init__(self, held: Class, browser: Browser) -> None:
        self.held, self.browser = held, browser
        self.asked: list[str] = []
        self.complaints: list[str] = []

    @property
    def url(self) -> str:
        """Where the class is."""
        return f"http://127.0.0.1:{self.held.server.port}"

    async def context(self, **facts: Any) -> BrowserContext:
        """A phone: storage of its own."""
        made = await self.browser.new_context(**{"viewport": SMALL, "locale": "id-ID", **facts})
        made.set_default_timeout(PATIENCE)
        return made

    async def open(self, context: BrowserContext, path: str = "/") -> Page:
        """A tab at the class."""
        page = await context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self._heard(line.type, line.text))
        await page.goto(self.url + path)
        return page

    def _heard(self, kind: str, text: str) -> None:
        expected = (
            "ERR_INTERNET_DISCONNECTED",
            "ERR_CONNECTION",
            "status of 409",
            "ERR_NETWORK",
            "ERR_EMPTY",
        )
        if kind == "error" and not any(one in text for one in expected):
            self.complaints.append(text)

    async def join(self, people: int = 0, **facts: Any) -> Page:
        """A phone that has come in by its page."""
        page = await self.open(await self.context(**facts), f"/{WORD}")
        if people:
            await page.select_option("#people", str(people))
        await page.click("main form[action='/join'] button")
        await shows(page, "Anda sudah masuk")
        return page


async def shows(page: Page, text: str) -> None:
    """Wait until the page says that."""
    await expect(page.locator("body")).to_contain_text(text, timeout=PATIENCE)


def session(scene: Callable[[Phones], Awaitable[None]], **facts: Any) -> None:
    """Let a scene happen with browsers; nothing may be asked of others, and nothing complained of."""

    async def whole() -> None:
        async with phones(**facts) as made:
            await scene(made)
            assert [url for url in made.asked if not url.startswith((made.url, "data:"))] == []
            assert made.complaints == []

    asyncio.run(whole())


@asynccontextmanager
async def phones(**facts: Any) -> AsyncIterator[Phones]:
    """A class served on loopback and a browser."""
    command = found()
    held = Class(**facts)
    held.server.clock = time
    await held.server.start("127.0.0.1", 0)
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=command, args=list(FLAGS[1:]))
            try:
                yield Phones(held, browser)
            finally:
                await browser.close()
    finally:
        await held.server.stop()
