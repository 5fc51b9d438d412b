"""Translations as they are examined: whole and current for shipped cases, weighed in their original."""

from __future__ import annotations

from pathlib import Path

import pytest

from etika_sim.language.limits import LARGEST
from etika_sim.library.examine import examine

TODAY = "2026-12-01"


@pytest.fixture
def case(tmp_path: Path, base_case: str, base_english: str) -> Path:
    """The small case with its translation beside it."""
    path = tmp_path / "map-di-meja.yaml"
    path.write_text(base_case, encoding="utf-8")
    path.with_suffix(".en.yaml").write_text(base_english, encoding="utf-8")
    return path


def found(case: Path) -> list[tuple[str, str]]:
    """What is said of translations: the name of the file and the rule."""
    checked = examine([case], LARGEST, TODAY)
    return [
        (Path(one.name).name, warning.rule)
        for one in checked
        for warning in one.warnings
        if warning.rule.endswith("translation")
    ]


def ship(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    """Make the folder of the case the shipped one."""
    monkeypatch.setattr("etika_sim.library.check_all.shipped", lambda: case.resolve().parent)


def shorten(case: Path) -> None:
    """Take a text out of the translation."""
    path = case.with_suffix(".en.yaml")
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.remove(next(line for line in lines if line.startswith("summary: ")))
    path.write_text("\n".join(lines), encoding="utf-8")


def test_a_partial_translation_of_ones_own_is_fine(case: Path) -> None:
    """So is none at all."""
    shorten(case)
    assert found(case) == []
    case.with_suffix(".en.yaml").unlink()
    assert found(case) == []


def test_a_shipped_case_is_translated_whole(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing text is found in the translation, a missing translation in the case."""
    ship(monkeypatch, case)
    assert found(case) == []
    shorten(case)
    assert found(case) == [("map-di-meja.en.yaml", "missing-translation")]
    case.with_suffix(".en.yaml").unlink()
    assert found(case) == [("map-di-meja.yaml", "missing-translation")]


def test_a_changed_original_makes_its_translation_stale(case: Path) -> None:
    """A text that changed does; a remark that changed does not."""
    text = case.read_text(encoding="utf-8")
    case.write_text(f"# Satu catatan.\n{text}", encoding="utf-8")
    assert found(case) == []
    case.write_text(text.replace("title: ", "title: Si ", 1), encoding="utf-8")
    assert found(case) == [("map-di-meja.en.yaml", "stale-translation")]


def test_what_the_original_allows_is_allowed_in_its_translation(case: Path) -> None:
    """An author weighs in one place; it is counted where it was found."""
    text = case.read_text(encoding="utf-8").replace("title: ", "title: Si ", 1)
    weighed = text.replace("allow:\n", 'allow:\n  stale-translation: "Menunggu penerjemah."\n')
    case.write_text(weighed, encoding="utf-8")

    assert found(case) == []
    assert [one.allowed for one in examine([case], LARGEST, TODAY) if one.name.endswith(".en.yaml")] == [1]
