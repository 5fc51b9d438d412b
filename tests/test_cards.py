"""The cards that take the place of a lecture: one a module, told by the cases and the register of law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from browser.chromium import pages_of_pdf
from cli.program import Stream, world
from markdown_it import MarkdownIt

from etika_sim import labels
from etika_sim.library.folders import cases_in, shipped
from etika_sim.library.load import load
from etika_sim.library.registers import registers
from etika_sim.locale import use

CARDS = Path(__file__).parent.parent / "docs" / "kartu-materi"
INDEX = CARDS / "README.md"
MODULES = range(1, 7)
MOST_LINES = 40
MOST_WORDS = 20
ROW_ID = r"[A-Z]-\d\d[a-z]?"
SENTENCE = re.compile(rf"^\d\. (?P<said>.+[.]) \((?P<laws>{ROW_ID}(?:, {ROW_ID})*)\)$", re.MULTILINE)
QUESTION = re.compile(r"^- .+\?$", re.MULTILINE)
ROW = re.compile(
    r"^\| \[(?P<title>[^]]+)\]\((?P<file>[^)]+)\) "
    r"\| (?P<minutes>\d+) \| (?P<level>\w+) \| (?P<stake>[^|]+) \|$",
    re.MULTILINE,
)
PRINTED = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>
@page {{ size: A4; margin: 20mm }} body {{ font: 11pt/1.35 sans-serif }}
table {{ border-collapse: collapse }} td, th {{ border: 1px solid; padding: 3pt; text-align: left }}
</style></head><body>{}</body></html>"""

each_module = pytest.mark.parametrize("module", MODULES)


class Row(NamedTuple):
    """A case as a card has it, or should have it."""

    title: str
    file: str
    minutes: str
    level: str


@contextmanager
def in_indonesian() -> Iterator[None]:
    """The program's words in the language of the cards."""
    with world(Stream(), Stream(), Stream()):
        use("id")
        yield


def card_of(module: int) -> Path:
    """The one card of a module."""
    (card,) = CARDS.glob(f"{module}-*.md")
    return card


def text_of(module: int) -> str:
    """What stands on the card of a module."""
    return card_of(module).read_text(encoding="utf-8")


def part(text: str, heading: str) -> str:
    """The part of a card under a heading."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows_on(text: str) -> list[Row]:
    """The cases that stand on a card."""
    return [Row(*row.group("title", "file", "minutes", "level")) for row in ROW.finditer(text)]


def rows_of(module: int) -> list[Row]:
    """The cases of a module, as its card should have them."""
    found = []
    for case in cases_in(shipped()):
        scenario = load(str(case)).scenario
        assert scenario is not None
        if scenario.module == module:
            file = f"../../scenarios/{case.parent.name}/{case.name}"
            found.append(Row(scenario.title, file, str(scenario.minutes), labels.level(scenario.level)))
    return found


@each_module
def test_every_case_of_a_module_stands_on_its_card_once(module: int) -> None:
    """A card has the title, file, minutes and level of each case of its module, and no other case."""
    with in_indonesian():
        assert sorted(rows_on(text_of(module))) == sorted(rows_of(module))


def test_a_card_that_went_stale_would_be_noticed() -> None:
    """Other minutes, another level, a case twice or one too few: none of them passes for the truth."""
    text = text_of(4)
    row = next(ROW.finditer(text))[0]
    stale = [
        text.replace("| 5 | dasar |", "| 6 | dasar |"),
        text.replace("| 5 | dasar |", "| 5 | lanjut |"),
        text.replace(row, f"{row}\n{row}"),
        text.replace(f"{row}\n", ""),
    ]

    with in_indonesian():
        expected = sorted(rows_of(4))
    assert [sorted(rows_on(card)) == expected for card in (text, *stale)] == [True, *[False] * len(stale)]


@each_module
def test_each_row_of_a_card_says_what_is_at_stake(module: int) -> None:
    """Under the head of the table each line is a case in full, and no two say the same."""
    lines = [line for line in part(text_of(module), "Kasus").split("\n") if line.startswith("|")]
    stakes = [row["stake"] for row in ROW.finditer(text_of(module))]

    assert len(lines) == 2 + len(stakes)
    assert len(set(stakes)) == len(stakes)


@each_module
def test_a_card_has_five_sentences_and_two_questions(module: int) -> None:
    """Five sentences with their law, short enough to be said in one breath; two questions; nothing else."""
    said = part(text_of(module), "Lima kalimat").strip().split("\n")
    asked = part(text_of(module), "Dua pertanyaan").strip().split("\n")
    sentences = [SENTENCE.fullmatch(line) for line in said]

    assert [line.partition(".")[0] for line in said] == list("12345")
    assert None not in sentences
    assert [one["said"] for one in sentences if one and len(one["said"].split()) > MOST_WORDS] == []
    assert len(asked) == 2
    assert all(QUESTION.fullmatch(line) for line in asked)


@each_module
def test_a_card_leans_on_laws_of_the_register(module: int) -> None:
    """Each law named on a card is in the register, and was not taken from one source alone."""
    laws = registers("id").laws
    named = re.findall(ROW_ID, part(text_of(module), "Lima kalimat"))

    assert [law for law in named if law not in laws] == []
    assert [law for law in named if laws[law].basis == "one-source"] == []


@each_module
def test_a_card_is_headed_by_its_module(module: int) -> None:
    """Number and name are those that the program shows; one aim stands under them."""
    with in_indonesian():
        assert text_of(module).startswith(f"# {module}. {labels.module(module)}\n\nTujuan: ")


@each_module
def test_a_card_is_short(module: int) -> None:
    """Who opens the file sees the whole card."""
    assert text_of(module).count("\n") <= MOST_LINES


@each_module
def test_a_card_prints_on_one_page(module: int, tmp_path: Path) -> None:
    """At twelve points, with margins of two centimetres, it takes one page of A4."""
    html = MarkdownIt().enable("table").render(text_of(module))

    assert "<table>" in html
    assert pages_of_pdf(PRINTED.format(html), tmp_path) == 1


def test_the_index_leads_to_every_card() -> None:
    """The six cards stand in the index in the order of the modules, by the names of the modules."""
    rows = re.findall(r"^\| \[(\d)\]\((.+)\) \| (.+) \|$", INDEX.read_text(encoding="utf-8"), re.MULTILINE)

    with in_indonesian():
        assert rows == [(str(one), card_of(one).name, labels.module(one)) for one in MODULES]
    assert {card.name for card in CARDS.iterdir()} == {INDEX.name, *(name for _number, name, _module in rows)}
