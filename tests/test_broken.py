"""Every rule's page, run: the broken case it shows is found out, in the words that are written beside it."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copy

import pytest
from broken.reasons import SPOILT, Spoilt

from etika_sim import locale
from etika_sim.checks.pages import RulePage, page, rules
from etika_sim.checks.validate import Checked
from etika_sim.language.limits import LARGEST
from etika_sim.library.examine import examine
from etika_sim.views import finding_sentences, findings, plain

BROKEN = Path(__file__).parent / "broken"
LANGUAGES = ("id", "en")
FILES = {"case": "base.yaml", "translation": "base.en.yaml", "register": "law.yaml"}
REASONS = "reasons"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to work in; the program's language is put back afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr(locale, "_words", locale._words)


def written(name: str) -> str:
    """The text of a base file."""
    return (BROKEN / name).read_text(encoding="utf-8")


def replaced(text: str, was: str, now: str) -> str:
    """The text with a piece replaced that stands in it exactly once."""
    assert text.count(was) == 1, f"this stands there {text.count(was)} times:\n{was}"
    return text.replace(was, now)


def checked(name: str, content: str | bytes) -> list[Checked]:
    """What the check finds in a file of that name, alone or, a translation, beside its sound original."""
    for left in Path().glob("*.yaml"):
        left.unlink()
    if name == FILES["translation"]:
        copy(BROKEN / FILES["case"], ".")
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return examine([Path(name)], LARGEST)


def said(found: list[Checked], language: str) -> str:
    """All that the check says about its errors, as the plain view prints it."""
    locale.use(language)
    return plain.text(findings.report(one._replace(warnings=()) for one in found))


def fired(found: list[Checked]) -> set[tuple[str, str]]:
    """Under which rules and reasons the findings stand."""
    return {finding_sentences.entry(finding) for one in found for finding in one.findings}


def broken(rule: RulePage) -> list[Checked]:
    """What the check finds in the base file broken as on the page."""
    name = FILES[rule.about]
    return checked(name, replaced(written(name), rule.passes, rule.fails))


def spoilt(piece: Spoilt) -> list[Checked]:
    """What the check finds in the base file with the piece in it."""
    if not piece.was:
        return checked(piece.file, piece.now)
    assert isinstance(piece.now, str)
    return checked(piece.file, replaced(written(piece.file), piece.was, piece.now))


def twins() -> list[Checked]:
    """What the check finds in two cases of one name in two folders."""
    for folder in ("a", "b"):
        Path(folder).mkdir(exist_ok=True)
        copy(BROKEN / FILES["case"], folder)
    return examine([Path("a"), Path("b")], LARGEST)


def golden(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare with the file of that name, or write it with --update."""
    file = BROKEN / name
    if request.config.getoption("--update"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


errors = [rule for rule in rules() if page(rule).severity == "error"]
each_rule = pytest.mark.parametrize("rule", errors)


@each_rule
def test_the_broken_case_breaks_one_rule(rule: str) -> None:
    """The broken example of a page breaks its own rule and no other."""
    assert {name for name, _reason in fired(broken(page(rule)))} == {rule}


@each_rule
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_about_it(rule: str, language: str, request: pytest.FixtureRequest) -> None:
    """What the check says about a broken example is exactly what stands in <rule>.<language>.txt."""
    golden(f"{rule}.{language}.txt", said(broken(page(rule)), language), request)


@each_rule
def test_the_passing_example_is_in_the_base_file(rule: str) -> None:
    """The passing example of a page stands in the base file it is about, word for word and once."""
    assert written(FILES[page(rule).about]).count(page(rule).passes) == 1


def test_the_base_files_are_sound() -> None:
    """Nothing is found in the base case, its translation, and the register beside it."""
    for name in FILES.values():
        copy(BROKEN / name, ".")
    found = examine([Path(FILES["register"]), Path(FILES["case"])], LARGEST)
    assert [one.name for one in found] == ["law.yaml", "base.yaml", "base.en.yaml"]
    assert all(one.sound for one in found)


def test_no_output_lies_about_without_a_page() -> None:
    """Every .txt file belongs to a page, in both languages, or to the reasons."""
    expected = {f"{name}.{language}.txt" for name in [*errors, REASONS] for language in LANGUAGES}
    assert {file.name for file in BROKEN.glob("*.txt")} == expected


@pytest.mark.parametrize("piece", SPOILT, ids=lambda piece: f"{piece.rule}-{piece.reason}".rstrip("-"))
def test_a_reason_is_told(piece: Spoilt) -> None:
    """Each spoilt piece is found out for its own reason and no other."""
    assert fired(spoilt(piece)) == {(piece.rule, piece.reason)}


def test_every_reason_is_met() -> None:
    """Each sentence on a page of an error is called forth by the page or by a spoilt piece."""
    met = fired(twins()) | {(piece.rule, piece.reason) for piece in SPOILT}.union(
        *(fired(broken(page(rule))) for rule in errors)
    )
    assert met == {(rule, reason) for rule in errors for reason in page(rule).says}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_about_each_reason(language: str, request: pytest.FixtureRequest) -> None:
    """What the check says about all spoilt pieces is exactly what stands in reasons.<language>.txt."""
    parts = []
    for piece in SPOILT:
        head = f"{piece.rule} {piece.reason}".rstrip()
        parts.append(f"# {head}\n{said(spoilt(piece), language)}")
    golden(f"{REASONS}.{language}.txt", "\n".join(parts), request)


def test_a_case_of_the_same_name_is_named() -> None:
    """Of two cases with one name the second is found, and told where the first is."""
    first, second = twins()
    locale.use("en")
    assert first.sound
    assert [finding_sentences.sentences(finding)[0] for finding in second.findings] == [
        f"another case has the same id: {Path('a', 'base.yaml')}"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_with_a_gap(language: str) -> None:
    """No message and no hint holds an unfilled {…}, a None, or nothing at all."""
    locale.use(language)
    for piece in SPOILT:
        for finding in (finding for one in spoilt(piece) for finding in one.findings):
            message, hint = finding_sentences.sentences(finding)
            assert message
            assert not re.search(r"\{\w*\}|None", f"{message}\n{hint}"), (piece, message, hint)
