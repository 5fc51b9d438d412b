"""combined-options: choices that point to other choices."""

from __future__ import annotations

import pytest
from options import of

from etika_sim.checks.rules.combined_options import find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Semua benar.", "Semua benar"),
        ("Semua jawaban di atas.", "Semua jawaban"),
        ("Melakukan A dan B sekaligus.", "A dan B"),
        ("Pilihan a dan c.", "Pilihan a dan c"),
        ("Tidak ada yang benar.", "Tidak ada yang benar"),
        ("Tak satu pun yang tepat.", "Tak satu pun yang tepat"),
        ("Keduanya benar.", "Keduanya benar"),
        ("Melakukan dua hal di atas.", "dua hal di atas"),
        ("Mengambil pilihan pertama dan kedua.", "pilihan pertama dan kedua"),
        ("Tidak satu pun dari pilihan di atas.", "Tidak satu pun dari pilihan"),
    ],
)
def test_what_points_to_other_choices(text: str, words: str) -> None:
    """The words are named, and the place is the words themselves."""
    (warning,) = find(of("Menunggu.", text))

    assert warning.path == ("scenes", "one", "choices", "b", "text")
    assert warning.facts == {"scene": "one", "choice": "b", "words": words}
    assert warning.inside == (text.index(words), len(words))


@pytest.mark.parametrize(
    "text",
    [
        "Membuka loket A dan B.",
        "Memanggil golongan C dan D.",
        "Membaca semua berkas.",
        "Menulis bahwa tidak ada yang datang.",
        "Menyebut bahwa catatan itu benar.",
        "Menunggu Budi dan Candra.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """Letters that name a thing and ordinary sentences are left alone."""
    assert list(find(of("Menunggu.", text))) == []


def test_the_best_choice_may_not_point_either() -> None:
    """Whether it is best or not, it is no deed."""
    assert list(find(of("A dan C.", "Menunggu.")))
