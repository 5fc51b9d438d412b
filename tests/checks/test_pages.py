"""The pages of the rules: their form, and the document and the command that are made of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from etika_sim.checks.pages import page, rules
from etika_sim.checks.warnings import CUES
from etika_sim.views import plain
from etika_sim.views.rule_page import explanation, listing

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "src" / "etika_sim" / "checks" / "pages"
PARTS = ("id", "en", "fails", "passes")
ABOUT = {"case", "original", "translation", "register"}
SEVERITIES = {"error": {"syntax", "structure", "proof"}, "warning": {"warnings"}, "cue": {"library"}}
LONGEST_TITLE = 60
MOST_PARAGRAPHS = 3
FACT = re.compile(r"(?<!{){(\w+)}(?!})")

each_rule = pytest.mark.parametrize("rule", rules())


def source(rule: str) -> str:
    """A page as it stands in its file."""
    return (PAGES / f"{rule}.md").read_text(encoding="utf-8")


@each_rule
def test_a_page_names_its_rule_and_has_every_part(rule: str) -> None:
    """A page begins with the name of its file and has each part once, in the same order."""
    assert source(rule).startswith(f"# {rule}\n")
    parts = re.findall(r"^## (.+)$", source(rule), re.MULTILINE)
    assert tuple(part for part in parts if part.split()[0] != "says") == PARTS
    assert parts[0].split()[0] == "says"


@each_rule
def test_sentences_hold_the_same_facts_in_both_languages(rule: str) -> None:
    """A message, and a hint, has the same names in braces in Indonesian and in English."""
    for reason, said in page(rule).says.items():
        for indonesian, english in zip(said["id"], said["en"], strict=True):
            assert set(FACT.findall(indonesian)) == set(FACT.findall(english)), reason
            assert bool(indonesian) == bool(english), reason


def test_every_cue_of_the_pack_that_is_no_count_has_a_page() -> None:
    """And every page of that kind a cue."""
    assert {rule for rule in rules() if page(rule).severity == "cue"} == {*CUES}


@each_rule
def test_a_page_says_where_it_belongs(rule: str) -> None:
    """Severity, stage and kind of file are among the known ones."""
    assert page(rule).stage in SEVERITIES[page(rule).severity]
    assert page(rule).about in ABOUT


@each_rule
def test_an_explanation_is_short(rule: str) -> None:
    """In both languages a page has a title without a full stop and one to three paragraphs."""
    for text in page(rule).said.values():
        title, *paragraphs = re.split(r"\n\s*\n", text)
        assert "\n" not in title
        assert len(title) <= LONGEST_TITLE
        assert not title.endswith(".")
        assert 1 <= len(paragraphs) <= MOST_PARAGRAPHS


@each_rule
def test_the_examples_differ(rule: str) -> None:
    """What fails is not what passes, and neither holds a character that cannot be seen."""
    assert page(rule).fails != page(rule).passes
    assert all(character.isprintable() or character == "\n" for character in source(rule))


@each_rule
@pytest.mark.parametrize("language", ["id", "en"])
def test_explain_shows_all_of_a_page(rule: str, language: str) -> None:
    """The page as shown holds its title, every word of it, and both examples line by line."""
    shown = plain.text(explanation(page(rule), language))
    words = " ".join(shown.split())
    assert " ".join(page(rule).said[language].partition("\n")[2].split()) in words
    for line in (page(rule).fails + page(rule).passes).splitlines():
        assert line.strip() in shown


def test_the_list_names_every_rule() -> None:
    """`explain` without a rule lists all of them."""
    shown = plain.text(listing(map(page, rules()), "id"))
    assert all(rule in shown for rule in rules())


def test_the_document_of_the_rules_is_current() -> None:
    """docs/rules.md is what scripts/write_rules.py writes."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "write_rules.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
