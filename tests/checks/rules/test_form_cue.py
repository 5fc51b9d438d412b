"""form-cue: the best of three choices or more differs in form, and all the others are alike."""

from __future__ import annotations

import pytest
from options import of

from etika_sim.checks.rules.form_cue import find


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("Menunggu", "Menulis.", "Memanggil."), "end"),
        (("Berhenti.", "Menulis.", "Memanggil."), "beginning"),
        (("Surat ditulis.", "Menulis.", "Memanggil."), "beginning"),
        (("Menunggu, lalu pergi.", "Menulis.", "Memanggil."), "comma"),
    ],
)
def test_the_best_choice_stands_out(texts: tuple[str, ...], reason: str) -> None:
    """By how it ends, how it begins, or by a comma."""
    (warning,) = find(of(*texts))

    assert warning.path == ("scenes", "one", "choices", "a", "text")
    assert warning.facts == {"scene": "one", "choice": "a", "reason": reason}


@pytest.mark.parametrize(
    "texts",
    [
        ("Menunggu", "Menulis."),  # of two, each is different
        ("Menunggu", "Menulis", "Memanggil."),
        ("Berhenti.", "Menulis.", "Diam saja."),
        ("Menunggu, lalu pergi.", "Menulis, lalu pergi.", "Memanggil."),
        ("Menunggu.", "Menulis, lalu pergi.", "Memanggil, lalu pergi."),  # one without a comma is no cue
        ("Menunggu.", "Menulis", "Memanggil."),
        ("Menyebut Rp1,5 juta.", "Menulis.", "Memanggil."),  # a comma within a number
    ],
)
def test_what_does_not_stand_out(texts: tuple[str, ...]) -> None:
    """It is a cue only when the best one alone is different from all the rest."""
    assert list(find(of(*texts))) == []


def test_a_decision_is_told_once() -> None:
    """Several differences are one finding."""
    assert len(list(find(of("Surat ditulis, lalu dikirim", "Menulis.", "Memanggil.")))) == 1
