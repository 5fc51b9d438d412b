"""Words and sentences of Indonesian prose."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.checks.sentences import ABBREVIATIONS, count_words, has_long_stretch, may_exceed, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Ya", 1),
        ("Rekan-rekan membayar Rp1.400.000 pukul 08.00.", 5),
        ('"Untuk kopi, Bu," katanya — pelan … sekali.', 6),
        ("  dua\n\n  paragraf  ", 2),
        ("*Tidak.*", 1),
        ("dan/atau 50%", 2),
        ("- * … !", 0),
    ],
)
def test_a_word_stands_between_blanks_and_has_a_letter_or_a_digit(text: str, count: int) -> None:
    """Hyphens, points and slashes part no words; dashes and marks alone are none."""
    assert count_words(text) == count


@pytest.mark.parametrize("count", range(1, 6))
def test_the_blanks_tell_when_a_text_cannot_be_longer(count: int) -> None:
    """A text of n words may exceed n - 1, and is never said to be short enough when it is not."""
    text = " ".join(["kata"] * count)

    assert may_exceed(text, count - 1)
    assert not may_exceed(text, count)


SPLIT = [
    ("", []),
    ("Ya", ["Ya"]),
    ("Satu. Dua! Tiga? Empat", ["Satu.", "Dua!", "Tiga?", "Empat"]),
    ("Satu\nbaris saja. Dua.", ["Satu\nbaris saja.", "Dua."]),
    ("Judul\n\nlalu isi", ["Judul", "lalu isi"]),
    # abbreviations, initials, degrees
    (
        "Kata Dr. Budi di Jl. Merdeka No. 5. Lalu pulang.",
        ["Kata Dr. Budi di Jl. Merdeka No. 5.", "Lalu pulang."],
    ),
    ("Yth. Bapak A. Yani, S.H. M.Si. datang.", ["Yth. Bapak A. Yani, S.H. M.Si. datang."]),
    ("Ia menandatangani a.n. Kepala Dinas.", ["Ia menandatangani a.n. Kepala Dinas."]),
    ('"(Yth. Ibu Sri)" tertulis di sana.', ['"(Yth. Ibu Sri)" tertulis di sana.']),
    ("Buka lapor.go.id. Lalu tulis.", ["Buka lapor.go.id.", "Lalu tulis."]),
    ("Ia membawa map, pena, dll. Lalu pergi.", ["Ia membawa map, pena, dll.", "Lalu pergi."]),
    ("Ia membawa map, dll. dari rumah.", ["Ia membawa map, dll. dari rumah."]),
    # numbers
    ("Harganya Rp1.400.000 saja. Murah.", ["Harganya Rp1.400.000 saja.", "Murah."]),
    ("Harganya Rp. 500 saja.", ["Harganya Rp. 500 saja."]),
    (
        "Datang pukul 08.00. Pulang pukul 9. Besok lagi.",
        ["Datang pukul 08.00.", "Pulang pukul 9.", "Besok lagi."],
    ),
    ("Lihat nomor 7. 12 orang menunggu.", ["Lihat nomor 7.", "12 orang menunggu."]),
    # quotation marks
    ('"Untuk kopi, Bu," katanya. Ia pergi.', ['"Untuk kopi, Bu," katanya.', "Ia pergi."]),
    ('"Bisa?" tanyanya pelan.', ['"Bisa?" tanyanya pelan.']),
    ('"Tidak bisa." Rina pergi.', ['"Tidak bisa."', "Rina pergi."]),
    ('Ia diam. "Ya," katanya.', ["Ia diam.", '"Ya," katanya.']),
    ("“Sudah.” «Belum.» Lalu?", ["“Sudah.”", "«Belum.»", "Lalu?"]),
    ('"Maaf, Pak. Tidak bisa."', ['"Maaf, Pak.', 'Tidak bisa."']),
    ("(Ia pergi.) *Lalu.* Selesai.", ["(Ia pergi.)", "*Lalu.*", "Selesai."]),
    # ellipses and marks in a row
    ("Saya … tidak tahu.", ["Saya … tidak tahu."]),
    ("Saya... tidak tahu... Begitulah.", ["Saya... tidak tahu...", "Begitulah."]),
    ("Apa?! Tidak!! Ya.", ["Apa?!", "Tidak!!", "Ya."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    """At a mark before a capital or a digit, and with a paragraph; not within names, numbers, speech."""
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS))
def test_an_abbreviation_ends_no_sentence(word: str) -> None:
    """None of those known, in small letters or with a capital."""
    for written in (word, word.capitalize()):
        assert len(sentences(f"Surat untuk {written}. Budi dibuka.")) == 1


@pytest.mark.parametrize("part", [".", ". ", "H.\n", '"', "\n ", ".\n\n", "A. ", f".{' ' * 1000}", "S.H. "])
def test_no_text_takes_more_than_a_straight_walk(part: str) -> None:
    """Ten times the text takes no hundred times the time, whatever it is made of."""

    def time(length: int) -> float:
        text = part * (length // len(part))
        start = perf_counter()
        sentences(text)
        return perf_counter() - start

    assert time(400_000) < 40 * max(min(time(40_000) for _ in range(3)), 0.002)


WORDS = st.sampled_from(
    [
        "Kata",
        "kata",
        "panjangnya",
        "Jl.",
        "itu.",
        "sekarang.",
        "S.H.",
        "sdri.",
        "Prof.",
        "telp.",
        "lapor.id.",
        "kata.",
        "apa?",
        '"Ya."',
        "…",
        "Budi",
    ]
)


@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "\n", "\n\n"]), st.integers(1, 12))
def test_no_long_sentence_is_passed_over(parts: list[str], gap: str, most: int) -> None:
    """What the quick look lets go has no sentence of more words than that."""
    text = gap.join(parts)
    longest = max((count_words(text[start:end]) for start, end in sentences(text)), default=0)

    assert has_long_stretch(text, most) or longest <= most
