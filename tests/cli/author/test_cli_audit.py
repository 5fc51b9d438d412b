"""`etika-sim check --audit`: the roads of a case, for its author."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from cli.program import Ran, Writer, program

from etika_sim.checks import audit as auditing

ROADS = Path(__file__).parents[2] / "roads"


def audited(path: Path, *words: str) -> Ran:
    """What the program says of the roads of a case in a file."""
    return program("check", "--audit", str(path), *words)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_is_as_its_file_shows(
    language: str, case_file: Writer, request: pytest.FixtureRequest
) -> None:
    """What is said of the small case, word for word."""
    ran = audited(case_file(), "--lang", language)
    file = ROADS / f"audit.{language}.txt"

    if request.config.getoption("--update"):
        file.write_text(ran.out, encoding="utf-8", newline="\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--json",), ("--format", "json")])
def test_the_numbers_are_there_for_machines(words: tuple[str, ...], case_file: Writer) -> None:
    """Chances are exact fractions that add up to one, and every ending has a road that leads to it."""
    data = json.loads(audited(case_file(), *words).out)
    chances = [Fraction(ending["chance"]["exact"]) for ending in data["endings"].values()]

    assert (data["schema_version"], data["case"], data["left_out"]) == (1, "map-di-meja", None)
    assert sum(chances) == 1
    assert {road["shortest"]["ending"] for road in data["endings"].values()} == set(data["endings"])
    assert data["guessing"]["exact"] is True
    assert data["guessing"]["principles"].keys() >= {"integrity", "fairness"}
    assert data["longest"]["exact"] is True


def test_a_shipped_case_is_named_by_its_id() -> None:
    """Its file need not be known, and the chances of its endings add up to one."""
    data = json.loads(program("check", "--audit", "amplop-di-loket", "--json").out)

    assert sum(Fraction(ending["chance"]["exact"]) for ending in data["endings"].values()) == 1


@pytest.mark.parametrize("paths", [(), ("amplop-di-loket", "sepupu-di-meja-izin")])
def test_one_case_is_wanted(paths: tuple[str, ...]) -> None:
    """None or two are a mistake on the line, and the sentence says how it is done."""
    ran = program("check", "--audit", *paths)

    assert (ran.status, ran.out) == (2, "")
    assert "etika-sim check --audit KASUS" in ran.err


def test_a_case_with_faults_is_not_worked_out(case_file: Writer) -> None:
    """What would be said of its roads would not be true."""
    path = case_file(("if: tekanan >= 2", "if: tekanan > 5"))
    ran = audited(path)

    assert (ran.status, ran.out) == (1, "")
    assert "jalan-jalannya belum ditelaah" in ran.err


def test_the_page_says_what_was_not_worked_out(case_file: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limits stand no numbers but a sentence; in between the numbers are called approximate."""
    path = case_file()
    monkeypatch.setattr(auditing, "EXACT", 1)
    about = audited(path, "--lang", "en").out
    monkeypatch.setattr(auditing, "ROUGH", 1)
    monkeypatch.setattr(auditing, "SCENES", 1)
    little = audited(path, "--lang", "en")

    assert "about 50 %" in about
    assert "Chances and the longest road were not worked out" in little.out
    assert "%" not in little.out
    assert "only the endings are listed" in little.out
