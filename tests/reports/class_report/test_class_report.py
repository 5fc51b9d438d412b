"""The files of a class report: golden in both languages, alike in their numbers, and safe to open."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from analysis.lessons import full_class
from classroom.lesson import Lesson, small_case
from reports.test_practice_sheet import ELSEWHERE, read, speaking

from etika_sim.analysis.disclosure import disclose
from etika_sim.locale import translator
from etika_sim.reports.class_report.csv_rows import cell
from etika_sim.reports.class_report.formats import FORMATS
from etika_sim.reports.class_report.leaders import leaders_page

HERE = Path(__file__).parent
NOTES = {
    "id": "Ini umpan balik untuk berlatih, bukan pengukuran untuk keputusan kepegawaian.",
    "en": "This is feedback for training, not a measurement for personnel decisions.",
}
KINDS = {**FORMATS, "leaders.html": leaders_page}
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.org","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\x1b]0;owned\x07\x1b[2J",
    "\u202egnp.exe",
    'a;b"c',
    "＝1+1",
)

each_language = pytest.mark.parametrize("language", NOTES)


def written(lesson: Lesson, kind: str, language: str) -> str:
    """The file of that kind; CSV with its byte order mark taken off."""
    raw = KINDS[kind](disclose(lesson.room, "k7f3-a1", "2026-11-24"), translator(language))
    return raw.decode("utf-8-sig" if kind == "csv" else "utf-8")


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_what_its_file_says(kind: str, language: str, request: pytest.FixtureRequest) -> None:
    """Word for word, in both languages."""
    file = HERE / f"kelas.{language}.{kind}"
    found = written(full_class(language), kind, language)

    if request.config.getoption("--update"):
        file.write_bytes(found.encode())
    assert file.read_bytes().decode() == found


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_every_report_says_what_it_is_not_meant_for(kind: str, language: str) -> None:
    """Training feedback, not a measurement for personnel decisions; also of a class that did nothing."""
    assert NOTES[language] in written(full_class(language), kind, language)
    assert NOTES[language] in written(Lesson(), kind, language)


@each_language
def test_no_report_says_that_anybody_learned_or_failed(language: str) -> None:
    """A class shifts; it does not learn, pass or fail, and nobody is right or wrong."""
    for kind in KINDS:
        words = set(re.findall(r"\w+", written(full_class(language), kind, language).lower()))
        assert (
            words & {"belajar", "benar", "salah", "lulus", "gagal", "learned", "correct", "passed"} == set()
        )


@each_language
@pytest.mark.parametrize("kind", ["html", "leaders.html"])
def test_a_page_is_whole_and_fetches_nothing(kind: str, language: str) -> None:
    """Its tags are closed, it has no scripts, no address, and each chart says what it shows."""
    html = written(full_class(language), kind, language)
    bare = html.replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert NOTES[language] in read(re.sub(r"<(rect|line)([^>]*)/>", r"<\1\2></\1>", bare))
    assert ELSEWHERE.search(re.sub(r"url\(#", "", bare)) is None
    assert re.findall(r"<svg (?!class=\"bars\"[^>]* role=\"img\" aria-label=\"[^\"]{20})", html) == []
    assert len(set(re.findall(r'id="([^"]+)"', html))) == len(re.findall(r'id="([^"]+)"', html))


def test_the_page_the_sheet_and_the_data_tell_the_same_votes() -> None:
    """Each count of each round stands in the JSON, in a row of the CSV and in the table of the page."""
    lesson = full_class()
    data = json.loads(written(lesson, "json", "id"))
    rows = [*csv.reader(io.StringIO(written(lesson, "csv", "id")), delimiter=";")]
    page = written(lesson, "html", "id")
    seen = 0
    for decision in data["decisions"]:
        for poll in decision["rounds"]:
            for option, count in zip(decision["options"], poll["counts"] or (), strict=False):
                at = [str(decision["decision"]), str(poll["round"]), option["letter"]]
                (row,) = (row for row in rows if row[1:4] == at)
                assert row[5:7] == [str(count), str(poll["n"])]
                assert f">{count} ({row[7]}\u00a0%)</td>" in page
                seen += 1
    assert seen == 8


def test_the_data_are_whole_numbers_that_can_be_pooled() -> None:
    """The sums of the decisions add up to those of the class; the schema has a version."""
    data = json.loads(written(full_class(), "json", "id"))

    assert data["schema_version"] == 1
    for principle, whole in data["principles"].items():
        each = [one["principles"][principle] for one in data["decisions"] if one["principles"]]
        for key in ("earned", "range", "k"):
            assert sum(one[key] for one in each if one) == (whole[key] if whole else 0)


def test_every_key_of_the_data_is_documented() -> None:
    """Keys at the top and of a decision stand in docs/report.md, and the document names no others."""
    text = (HERE.parents[2] / "docs" / "report.md").read_text(encoding="utf-8")
    tables = text.partition("## JSON")[2].partition("## Forgetting")[0].split("| key of a decision")
    data = json.loads(written(full_class(), "json", "id"))

    for table, found in zip(tables, (data, data["decisions"][0]), strict=True):
        named = re.findall(r"^\| ((?:`\w+`,? ?)+) \|", table, re.MULTILINE)
        keys = {key for cell in named for key in re.findall(r"\w+", cell)}
        assert found.keys() - {"schema_version"} == keys


# --- hostile texts ------------------------------------------------------------------------------


def hostile_class() -> Lesson:
    """A class in which everything that can be written is meant badly."""
    lesson = Lesson(
        small_case(title=HOSTILE[0], summary=HOSTILE[1]), 45, event=HOSTILE[2], nicknames=True
    ).phones(8)
    lesson.do("named", token="t1", name="<b>=x").go("briefing", "read", "vote-1").vote("aaaabbbb")
    lesson.go("reveal").do("varied", text=HOSTILE[3]).vote("bbbbbbbb").do("shown")
    lesson.do("routed", choice="a", reason=HOSTILE[4]).go("debrief", "commitments")
    for n, text in enumerate(HOSTILE[:8], 1):
        lesson.do("committed", token=f"t{n}", text=text)
    lesson.do("asked", token="t1", text=HOSTILE[8], nonce="q").do(
        "asked", token="t2", text=HOSTILE[9], nonce="r"
    )
    for said in lesson.room.said:
        lesson.do("picked", said=said.number, is_picked=True)
    return lesson


def test_markup_stays_text_on_a_page() -> None:
    """No tag, attribute or end of a style comes from a text; the texts are there to be read."""
    for kind in ("html", "leaders.html"):
        html = written(hostile_class(), kind, "id")
        assert re.findall(r"<(?:script|img|b>=x)", html) == []
        text = read(re.sub(r"<(rect|line)([^>]*)/>", r"<\1\2></\1>", html))
        assert all(one in text for one in HOSTILE[:2])


def test_no_cell_is_a_formula_and_every_row_is_whole() -> None:
    """Rows have eight cells, whatever a text holds; none begins with what a spreadsheet computes."""
    rows = [*csv.reader(io.StringIO(written(hostile_class(), "csv", "id")), delimiter=";")]

    assert {len(row) for row in rows} == {8}
    assert [
        each for row in rows for each in row if each.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    ] == []
    assert [each for row in rows for each in row if each.startswith("'")] == [
        "'+1+cmd|' /C calc'!A0",
        *(f"'{text}" for text in (HOSTILE[2], HOSTILE[3], HOSTILE[4], HOSTILE[5], HOSTILE[9])),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("=1+1", "'=1+1"),
        ("+62 812", "'+62 812"),
        ("-", "'-"),
        ("@a", "'@a"),
        ("\t=1", "'=1"),
        ("\r=1", "\\x0d=1"),
        ("  =1", "'=1"),
        ("a=1", "a=1"),
        (12, 12),
        ("\ufeff=1", "\\ufeff=1"),
    ],
)
def test_a_cell_is_made_safe(text: str | int, found: str | int) -> None:
    """What begins like a formula is preceded by an apostrophe, blanks or not; numbers stay numbers."""
    assert cell(text) == found


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_steers_a_terminal_or_turns_text_round(kind: str) -> None:
    """Escape sequences and marks of direction are spelled out; line ends are the only controls."""
    found = written(hostile_class(), kind, "id")

    assert re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", found) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_stands_in_a_report(kind: str) -> None:
    """No token, nickname, pair of words or seat is in any of them."""
    lesson = hostile_class()
    found = written(lesson, kind, "id")

    assert "teh manis" not in found
    assert re.findall(r"\bt[1-8]\b", found) == []
    assert "<b>=x" not in found
    assert "&lt;b&gt;=x" not in found


def test_leaders_read_no_words_of_a_class_of_four() -> None:
    """Five or more are one voice; of four each would be known by it. Nothing is told of unpicked texts."""

    def words(count: int) -> bool:
        lesson = Lesson().phones(count).go("briefing", "read", "debrief", "commitments")
        lesson.do("committed", token="t1", text="Mine alone").do("picked", said=1, is_picked=True)
        return "Mine alone" in written(lesson, "leaders.html", "en")

    assert (words(4), words(5)) == (False, True)


# --- the sheet ----------------------------------------------------------------------------------


def test_the_sheet_opens_in_an_indonesian_excel() -> None:
    """A byte order mark, semicolons, lines as Windows ends them, and no number with a decimal point."""
    raw = FORMATS["csv"](disclose(full_class().room, "k", "2026-11-24"), translator("id"))

    assert raw.startswith(b"\xef\xbb\xbfBagian;Keputusan;")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    numbers = [
        each for row in csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";") for each in row[5:]
    ]
    assert [each for each in numbers[3:] if each and not each.isdigit()] == []


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_a_report_follows_its_translator_and_not_the_language_in_use(kind: str, language: str) -> None:
    """Whatever the program speaks meanwhile, the file is the same."""
    other = {"id": "en", "en": "id"}[language]
    files = []
    for spoken in (language, other):
        with speaking(spoken):
            files.append(written(full_class(language), kind, language))

    assert files[0] == files[1]


def test_a_class_without_a_decision_has_a_report() -> None:
    """Nothing decided, nothing made up."""
    lesson = Lesson()

    assert disclose(lesson.room).decisions == ()
    assert "The class came to no decision." in written(lesson, "html", "en")
