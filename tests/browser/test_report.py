"""The report of a class in a real Chromium: on a narrow phone, on a wide screen, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.lessons import full_class
from browser.chromium import FLAGS, found, pages_of_pdf
from playwright.sync_api import sync_playwright
from reports.class_report.test_class_report import hostile_class, written

WIDE = "document.documentElement.scrollWidth > innerWidth"
SMALLEST = """Math.min(...Array.from(document.querySelectorAll("svg.bars text"))
  .map(one => one.getBoundingClientRect().height))"""
OVERLAPS = """Array.from(document.querySelectorAll("svg.bars")).filter(svg => {
  const frame = svg.getBoundingClientRect();
  return Array.from(svg.querySelectorAll("text, rect")).some(one => {
    const box = one.getBoundingClientRect();
    return box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
  });
}).length"""


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_report_fits_every_width(language: str) -> None:
    """No scrolling sideways at 320 and 1200 pixels; charts stay in their frames, their words readable."""
    pages = [written(full_class(language), kind, language) for kind in ("html", "leaders.html")]
    pages.append(written(hostile_class(), "html", language))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=[*FLAGS])
        for width in (320, 1200):
            page = browser.new_page(viewport={"width": width, "height": 700})
            for html in pages:
                page.set_content(html)
                assert not page.evaluate(WIDE), width
                assert page.evaluate(OVERLAPS) == 0
                if "<svg" in html:
                    assert page.evaluate(SMALLEST) >= 10
        browser.close()


def test_a_report_prints_on_a_few_pages(tmp_path: Path) -> None:
    """Three decisions take four to six pages; the page for those who lead is one, in either language."""
    for language in ("id", "en"):
        assert 4 <= pages_of_pdf(written(full_class(language), "html", language), tmp_path) <= 6
        assert pages_of_pdf(written(full_class(language), "leaders.html", language), tmp_path) == 1
