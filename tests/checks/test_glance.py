"""What a glance shows of an option by its words of reason."""

from __future__ import annotations

import pytest
from rules.options import of

from etika_sim.checks.glance import REASONS, REASONS_AFTER_A_COMMA


def gives_reason(text: str) -> bool:
    """Whether an option of that text says why."""
    ((glance,),) = of(text, "Duduk.").glances
    return glance.best[0].gives_reason


@pytest.mark.parametrize("phrase", REASONS.split(", "))
def test_each_word_of_reason_is_seen(phrase: str) -> None:
    """Wherever it stands, in capitals too, but not as a part of another word."""
    assert gives_reason(f"Pulang {phrase} hujan.")
    assert gives_reason(f"{phrase.capitalize()} hujan, pulang.")
    assert not gives_reason(f"Pulang x{phrase} hujan.")
    assert not gives_reason(f"Pulang {phrase}-{phrase} hujan.")


@pytest.mark.parametrize("word", REASONS_AFTER_A_COMMA.split(", "))
def test_some_words_give_a_reason_after_a_comma_only(word: str) -> None:
    """Elsewhere they say how, since when, or what becomes of something."""
    assert gives_reason(f"Pulang sekarang, {word} hujan.")
    assert not gives_reason(f"Pulang {word} hujan.")


@pytest.mark.parametrize(
    "text",
    [
        "Mengetik ulang sampai jadi malam ini.",
        "Memeriksa berkas itu satu demi satu.",
        "Membeli agar-agar untuk tamu.",
        "Menerangkan sebabnya kepada Mbah Marto.",
        "Open the counter as usual and wait since nine.",
        "Promise to say no more, as long as she keeps away.",
        "Leave it blank, as with the other files.",
        "Read what has been written, so far as there is time.",
        "Put the papers in order.",
    ],
)
def test_what_only_looks_like_a_reason_is_none(text: str) -> None:
    """Set phrases, other uses, and words that hold one of the words."""
    assert not gives_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "Menulis seratus meter, sebab pipa sudah dibayar.",
        "Memeriksa satu demi satu supaya jelas.",
        "Membuka riwayatnya, biar publik menilai.",
        "Take his folder first so that his ice won't melt.",
        "Put his name in today, as he has come a long way.",
    ],
)
def test_reasons_are_seen_in_both_languages(text: str) -> None:
    """Sentences as options have them."""
    assert gives_reason(text)
