"""Every warning's page, run: the case it makes worse is found out, and nothing else is said of it."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copy

import pytest

from etika_sim import locale
from etika_sim.checks.pages import RulePage, page, rules
from etika_sim.checks.validate import Checked
from etika_sim.checks.warnings import PACK_RULES, RULES
from etika_sim.language.limits import LARGEST
from etika_sim.library.examine import examine, together
from etika_sim.library.files import real
from etika_sim.views import finding_sentences, findings, plain

TAUGHT = Path(__file__).parent / "taught"
TODAY = "2026-12-01"
LANGUAGES = ("id", "en")
FILES = {
    "case": "base.yaml",
    "original": "base.yaml",
    "translation": "base.en.yaml",
    "register": "law.yaml",
}
BESIDE = {
    "case": ("law.yaml",),
    "original": ("law.yaml", "base.en.yaml"),
    "translation": ("law.yaml", "base.yaml"),
    "register": ("base.yaml",),
}
"""What lies beside; an original is a case with its translation."""


ABOUT_SHIPPED = ("missing-translation",)
"""Rules that say nothing of an author's own case: for them the folder counts as the shipped one."""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """An empty folder to work in; the program's language is put back afterwards."""
    monkeypatch.chdir(tmp_path)
    if "rule" in request.fixturenames and request.getfixturevalue("rule") in ABOUT_SHIPPED:
        monkeypatch.setattr("etika_sim.library.check_all.shipped", lambda: real(tmp_path))
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr(locale, "_words", locale._words)


def written(name: str) -> str:
    """The text of a base file."""
    return (TAUGHT / name).read_text(encoding="utf-8")


def worse(rule: RulePage) -> list[Checked]:
    """What the check finds in the base file made worse as on the page."""
    name = FILES[rule.about]
    text = written(name)
    assert text.count(rule.passes) == 1, f"this stands there {text.count(rule.passes)} times:\n{rule.passes}"
    for beside in BESIDE[rule.about]:
        copy(TAUGHT / beside, ".")
    Path(name).write_text(text.replace(rule.passes, rule.fails), encoding="utf-8")
    return seen()


def seen() -> list[Checked]:
    """What is found in the base case as it lies there now, seen alone and as a pack."""
    return together(examine([Path("base.yaml")], LARGEST, TODAY))


def fired(found: list[Checked]) -> set[tuple[str, str]]:
    """Under which rules and reasons the warnings stand; there must be no error."""
    assert [finding for one in found for finding in one.findings] == []
    return {finding_sentences.entry(warning) for one in found for warning in one.warnings}


def golden(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare with the file of that name, or write it with --update."""
    file = TAUGHT / name
    if request.config.getoption("--update"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


warnings = [rule for rule in rules() if page(rule).severity == "warning"]
each_rule = pytest.mark.parametrize("rule", warnings)


@each_rule
def test_the_failing_example_is_one_fault(rule: str) -> None:
    """The failing example of a page is found by its own rule, and by no other."""
    assert {name for name, _reason in fired(worse(page(rule)))} == {rule}


@each_rule
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_about_it(rule: str, language: str, request: pytest.FixtureRequest) -> None:
    """What the check says about a failing example is exactly what stands in <rule>.<language>.txt."""
    locale.use(language)
    golden(f"{rule}.{language}.txt", plain.text(findings.report(worse(page(rule)))), request)


def test_the_base_files_teach_well() -> None:
    """No rule finds anything in the base case, its translation, and the register beside it."""
    for name in FILES.values():
        copy(TAUGHT / name, ".")
    found = together(examine([Path("law.yaml"), Path("base.yaml")], LARGEST, TODAY))
    assert [one.name for one in found] == ["law.yaml", "base.yaml", "base.en.yaml"]
    assert {one.name: (one.findings, one.warnings) for one in found if one.findings or one.warnings} == {}


def test_every_warning_has_a_page_and_every_page_a_warning() -> None:
    """The rules and the pages are the same."""
    assert set(warnings) == {*RULES, *PACK_RULES}


@each_rule
def test_a_page_says_how_to_allow_it(rule: str) -> None:
    """In both languages a page shows the line with which an author keeps what he has weighed."""
    assert all(f"allow: {{{rule}:" in " ".join(text.split()) for text in page(rule).said.values())


@each_rule
def test_what_an_author_has_weighed_is_counted_and_not_said(rule: str) -> None:
    """A rule named under allow is silent, and what it would have said is counted."""
    found = worse(page(rule))
    case = Path("base.yaml")
    text = case.read_text(encoding="utf-8")
    head, _allow, allowed = text.partition("\nallow:\n")
    case.write_text(f'{head}\nallow:\n  {rule}: "Sudah ditimbang."\n{allowed}', encoding="utf-8")
    again = seen()

    assert fired(again) == set()
    assert sum(one.allowed for one in again) == sum(len(one.warnings) for one in found)


def test_no_output_lies_about_without_a_page() -> None:
    """Every .txt file belongs to a page, in both languages."""
    expected = {f"{name}.{language}.txt" for name in warnings for language in LANGUAGES}
    assert {file.name for file in TAUGHT.glob("*.txt")} == expected


@each_rule
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_with_a_gap(rule: str, language: str) -> None:
    """No message and no hint holds an unfilled {…}, a None, or nothing at all."""
    locale.use(language)
    for warning in (warning for one in worse(page(rule)) for warning in one.warnings):
        message, hint = finding_sentences.sentences(warning)
        assert message
        assert hint
        assert not re.search(r"\{\w*\}|None", f"{message}\n{hint}"), (message, hint)
