"""echo: the best choice shares more of its words with the scene than any other."""

from __future__ import annotations

import pytest
from options import asked, draft, options

from etika_sim.checks.rules.echo import find
from etika_sim.language.diagnostic import Diagnostic

STORY = "Amplop cokelat tergeletak di atas map merah milik Pak Darto."


def found(*texts: str, story: str = STORY, ask: str = "Lalu?") -> list[Diagnostic]:
    """What is found in a decision with those texts after that story."""
    return list(find(draft(asked(*options(*texts), story=story, ask=ask))))


def test_the_best_choice_that_repeats_the_scene_is_found() -> None:
    """The words that it alone repeats are named, as it has them."""
    (warning,) = found(
        "Memotret amplopnya di map merah.", "Memanggil satpam gedung.", "Pergi keluar ruangan."
    )

    assert warning.path == ("scenes", "one", "choices", "a", "text")
    assert warning.facts == {"scene": "one", "choice": "a", "words": ("amplopnya", "map", "merah")}


@pytest.mark.parametrize(
    ("other", "fires"),
    [
        ("Mengunci pintu gudang belakang cokelat.", True),  # 1 of 5 against 2 of 4: three tenths more
        ("Mengunci pintu gudang cokelat.", False),  # 1 of 4 against 2 of 4: just a quarter more
    ],
)
def test_a_quarter_more_is_still_no_echo(other: str, fires: bool) -> None:
    """The share of the best choice must be more than a quarter above that of any other."""
    assert bool(found("Memotret amplop merah cepat.", other, story=STORY)) == fires


def test_what_every_choice_is_about_is_no_cue() -> None:
    """Two of the words must stand in no other choice."""
    assert (
        found(
            "Membuka amplop.",
            "Memotret amplop lalu mengunci pintu gudang belakang.",
            "Membawa amplop ke gudang.",
        )
        == []
    )


def test_names_and_small_words_are_no_echo() -> None:
    """A person of the story may be named, and words without meaning are everywhere."""
    assert found("Menunggu Pak Darto di atas.", "Memanggil satpam.", "Pergi keluar.") == []


def test_affixes_do_not_hide_an_echo() -> None:
    """ "dicatat" in the scene and "mencatat" in the choice are one word, and the question counts as well."""
    (warning,) = found(
        "Mencatat pemberiannya.",
        "Memanggil satpam.",
        "Pergi keluar.",
        story="Tidak ada yang dicatat.",
        ask="Apa yang diberikan?",
    )

    assert warning.facts["words"] == ("mencatat", "pemberiannya")


def test_an_echo_in_another_choice_is_no_help() -> None:
    """Only the best choice gives itself away."""
    assert found("Memanggil satpam.", "Memotret amplop di map merah.", "Pergi keluar.") == []
