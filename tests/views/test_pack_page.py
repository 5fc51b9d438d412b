"""The pack as a teacher reads it: what is said of each cue."""

from __future__ import annotations

import pytest

from etika_sim.checks.pack import Cue, Pack
from etika_sim.locale import use
from etika_sim.views import plain
from etika_sim.views.pack import overview

MUCH, LITTLE = "more often than chance", "as chance would have it"


def said(cue: Cue, language: str) -> str:
    """The page of a pack with that cue, on one line."""
    try:
        use(language)
        return " ".join(plain.text(overview(Pack(1, 9, {}, (cue,), ()))).split())
    finally:
        use("id")


@pytest.mark.parametrize(
    ("name", "significant", "what"),
    [
        (
            "no-reason",
            True,
            f"the best choice gives no reason where others do: 8 of 9, by chance about 3: {MUCH}.",
        ),
        (
            "reason",
            False,
            f"the best choice gives a reason where others do not: 8 of 9, by chance about 3: {LITTLE}.",
        ),
        ("longest", True, f"the longest choice is best: 8 of 9, by chance about 3: {MUCH}."),
    ],
)
def test_a_cue_is_told_with_its_numbers(name: str, significant: bool, what: str) -> None:
    """What was hit, how often of how many, what chance hits, and whether that is more than chance."""
    assert f"Cue, {what}" in said(Cue(name, 8, 9, 3.0, 0.001, (), significant), "en")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("no-reason", "pilihan terbaik tanpa alasan, yang lain memberi alasan"),
        ("reason", "pilihan terbaik memberi alasan, yang lain tidak"),
    ],
)
def test_reasons_are_told_in_indonesian(name: str, what: str) -> None:
    """Each of the two opposites has its own words."""
    assert f"Petunjuk, {what}: 8 dari 9, kebetulan sekitar 3:" in said(Cue(name, 8, 9, 3.0, 0.001), "id")


def test_a_formula_names_its_word_and_a_translation_its_language() -> None:
    """The word stands in the sentence, the language before it."""
    formula = Cue("review-formula", 28, 30, 20, 0.001, (), significant=True, word="namun")

    assert 'Cue, the word "namun" tells the verdict of a review; without it: 28 of 30' in said(formula, "en")
    assert "Cue, en: the longest choice is best" in said(Cue("longest", 8, 9, 3.0, 0.5, language="en"), "en")
