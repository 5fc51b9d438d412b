"""The sheet to print: what was played and what it trains; no scores, no endings, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cli.program import Stream, world
from play.amplop import played
from views.progress_pages import ROADS, finished

from etika_sim import labels
from etika_sim.journal.progress import Finished
from etika_sim.language.fields import PRACTICES
from etika_sim.locale import translator, use
from etika_sim.model import PRINCIPLES, Ending
from etika_sim.play import record as records
from etika_sim.play.scoring import scorecard
from etika_sim.reports.practice_sheet import practice_sheet

HERE = Path(__file__).parent
LANGUAGES = ("id", "en")
VOID = {"meta", "br"}
ELSEWHERE = re.compile(r"https?:|//|src=|href=|url\(|<script|<link|@import")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The program's words in a language."""
    with world(Stream(), Stream(), Stream()):
        use(language)
        yield


def written(language: str, *more: Finished) -> str:
    """The sheet of three plays of different cases, one of them played twice, and more."""
    plays = [finished(day, language) for day in ROADS]
    again = plays[0]._replace(day="2026-12-01", at="2026-12-01T05:00:00+00:00")
    return practice_sheet([*plays, again, plays[0], *more], translator(language))


class Tags(HTMLParser):
    """Which tags stand open, and whether every one was closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        """A tag opens."""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The last one that was opened is closed."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """What is read."""
        if self.open and self.open[-1] != "style":
            self.text += data


def read(html: str) -> str:
    """The text of a page whose tags are all closed."""
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    return tags.text


def titled(title: str) -> Finished:
    """A play of the worked example under another title."""
    play = played("A", "A")
    object.__setattr__(play.scenario, "title", title)
    return Finished("", "2026-11-24", records.new(play.scenario, ""), play, scorecard(play))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_as_its_file_shows(language: str, request: pytest.FixtureRequest) -> None:
    """The whole page, in both languages, character for character."""
    file, html = HERE / f"lembar.{language}.html", written(language)

    if request.config.getoption("--update"):
        file.write_text(html, encoding="utf-8", newline="\n")
    assert html == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_nothing_of_how_it_went(language: str) -> None:
    """No principle, no standing, no ending, no percent: only that it was played."""
    text = read(written(language)).casefold()
    with speaking(language):
        standings = [labels.standing(name) for name in ("consistent", "emerging", "practise")]
        qualities = [labels.quality(name) for name in ("exemplary", "acceptable", "compromised", "violation")]
        principles = [labels.label(principle) for principle in PRINCIPLES]
    scenes = [scene for day in ROADS for scene in finished(day, language).play.scenario.scenes.values()]
    endings = [scene.title for scene in scenes if isinstance(scene, Ending)]

    assert [
        said for said in (*standings, *qualities, *principles, *endings, "%") if said.casefold() in text
    ] == []


def test_the_sheet_says_that_it_is_no_measurement() -> None:
    """And leaves a line for the name and one for the signature, to be filled in by hand."""
    text = read(written("id"))

    assert "Ini bukan pengukuran." in text
    assert "keputusan kepegawaian" in text
    assert text.index("Nama") < text.index("Tanggal dan tanda tangan")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_needs_nothing_from_elsewhere(language: str) -> None:
    """No address, no script, no picture; its style is inside, made for A4 and without colour."""
    html = written(language)

    assert ELSEWHERE.search(html) is None
    assert "size: A4" in html
    assert {colour for colour in re.findall(r"#[0-9a-f]+", html) if len(set(colour[1:])) > 1} == set()


def test_a_case_has_one_row_with_each_date_once() -> None:
    """Played on three occasions, two of them on one day."""
    html = written("id")

    assert html.count("<tr>") == 1 + len(ROADS)
    assert html.count("Amplop di Loket") == 1
    assert "20 November 2026<br>1 Desember 2026" in html


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "a & b", '"kutip"', "</td></tr></table>", "a\x1b[31mb", "a\u202eb"]
)
def test_a_title_is_text_and_nothing_else(title: str) -> None:
    """What an author wrote cannot become a part of the page, nor turn it round."""
    html = written("id", titled(title))

    assert read(html)
    assert not re.search("<script|\x1b|\u202e", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_practice_has_words(language: str) -> None:
    """What the language allows in a case can be told on the sheet."""
    with speaking(language):
        assert all(labels.practice(name) for name in PRACTICES)
