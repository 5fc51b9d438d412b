"""Words of Indonesian texts, compared without their affixes."""

from __future__ import annotations

import pytest

from etika_sim.checks.wording import content, root, told, words
from etika_sim.model import Flag, Part


@pytest.mark.parametrize(
    "family",
    [
        ("tulis", "menulis", "ditulis", "tulisannya", "menuliskan"),
        ("catat", "mencatat", "dicatat", "catatan", "pencatatan"),
        ("simpan", "menyimpan", "disimpan"),
        ("kirim", "mengirim", "dikirimkan", "kirimlah"),
        ("lapor", "melaporkan", "laporan", "melapor"),
        ("nilai", "menilai", "penilaian", "dinilai"),
        ("formulir", "formulirnya"),
    ],
)
def test_a_family_of_words_has_one_root(family: tuple[str, ...]) -> None:
    """Prefixes with their melting consonants, suffixes and clitics fall away."""
    assert len({root(word) for word in family}) == 1


def test_short_words_keep_their_letters() -> None:
    """Nothing is taken away that would leave fewer than four letters."""
    assert [root(word) for word in ("ini", "dia", "buku", "besok")] == ["ini", "dia", "buku", "besok"]


def test_words() -> None:
    """Small letters, without marks; hyphens, apostrophes and points within hold a word together."""
    assert words("*Anak-anak* itu, e-KTP-nya; Rp300.000!") == ("anak-anak", "itu", "e-ktp-nya", "rp300.000")
    assert words("") == words(" … ") == ()


def test_content_leaves_out_small_words_numbers_and_names() -> None:
    """What is left says what is done."""
    said = content("Pak Darto memberi 12 amplop kepada Rina, lalu Bu Warni pulang.")

    assert said == {root("memberi"), root("amplop"), root("pulang")}


def test_told_is_all_that_a_text_can_say() -> None:
    """Parts with a condition, and what stands in their place."""
    assert told((Part("Satu."), Part("Dua.", Flag("f"), "Tiga."))) == "Satu.\n\nDua.\n\nTiga."
