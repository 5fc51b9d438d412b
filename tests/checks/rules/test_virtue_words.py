"""virtue-words: loaded words in the best choices only, in half of the decisions and in two at least."""

from __future__ import annotations

import pytest
from options import asked, draft, options

from etika_sim.checks.rules.virtue_words import find
from etika_sim.language.diagnostic import Diagnostic

PLAIN = ("Menunggu sebentar.", "Pergi ke dapur.", "Duduk di kursi.")
VIRTUE = ("Melaporkan kejadian itu.", "Pergi ke dapur.", "Duduk di kursi.")
VICE = ("Menunggu sebentar.", "Pergi diam-diam.", "Duduk di kursi.")


def found(*decisions: tuple[str, ...]) -> list[Diagnostic]:
    """What is found in a case of decisions with those texts, the best one first."""
    return list(find(draft(*(asked(*options(*texts), id=f"d{n}") for n, texts in enumerate(decisions)))))


@pytest.mark.parametrize(
    ("decisions", "fires"),
    [
        ((VIRTUE, VIRTUE, PLAIN, PLAIN), True),  # exactly half
        ((VIRTUE, VIRTUE, PLAIN, PLAIN, PLAIN), False),
        ((VIRTUE,), False),  # all of them, but one is no pattern
        ((VIRTUE, PLAIN), False),
        ((VIRTUE, VICE), True),
        ((VICE, VICE, PLAIN), True),
        ((PLAIN, PLAIN), False),
    ],
)
def test_the_threshold(decisions: tuple[tuple[str, ...], ...], fires: bool) -> None:
    """Half of the decisions, and two at least."""
    assert bool(found(*decisions)) == fires


def test_what_is_told() -> None:
    """How many, which words, at which scenes; the place is the first of the words."""
    (warning,) = found(PLAIN, VIRTUE, VICE)

    assert warning.path == ("scenes", "d1", "choices", "a", "text")
    assert warning.inside == (0, len("Melaporkan"))
    assert warning.facts == {
        "count": 2,
        "of": 3,
        "words": ("melaporkan", "diam-diam"),
        "scenes": ("d1", "d2"),
    }


@pytest.mark.parametrize(
    "texts",
    [
        ("Melaporkan kejadian itu.", "Melaporkannya besok.", "Duduk."),  # another has it too
        ("Menaruh uang itu.", "Mengambil uang itu.", "Duduk."),
        ("Menulis laporan harian.", "Duduk.", "Pergi."),  # a report is a thing, not a virtue
        ("Menghitung uangnya.", "Pergi diam-diam.", "Duduk."),
    ],
)
def test_words_on_both_sides_give_nothing_away(texts: tuple[str, ...]) -> None:
    """It is the asymmetry that counts, and only whole words."""
    assert found(texts, texts) == []


@pytest.mark.parametrize(
    "phrase", ["sesuai aturan", "Sesuai SOP", "secara transparan", "jujur", "bertanggung jawab"]
)
def test_phrases_of_virtue(phrase: str) -> None:
    """Names of principles and appeals to the rules are loaded, in small and capital letters."""
    texts = (f"Bertindak {phrase} di loket.", "Pergi.", "Duduk.")

    assert found(texts, texts)
