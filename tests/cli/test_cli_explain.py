"""`etika-sim explain` and `etika-sim law`: looking things up."""

from __future__ import annotations

import pytest
from cli.program import program

from etika_sim.checks.pages import rules
from etika_sim.library.registers import registers


@pytest.mark.parametrize("rule", rules())
@pytest.mark.parametrize(("language", "parts"), [("id", ("Gagal", "Lolos")), ("en", ("Fails", "Passes"))])
def test_every_rule_is_explained_with_what_fails_and_what_passes(
    rule: str, language: str, parts: tuple[str, str]
) -> None:
    """The page names the rule first, then why, then the failing and the passing piece."""
    ran = program("explain", rule, "--lang", language)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{rule}: ")
    assert ran.out.index(f"\n{parts[0]}\n") < ran.out.index(f"\n{parts[1]}\n")


def test_without_a_rule_all_rules_are_listed_with_their_titles() -> None:
    """One line a rule, in the order of the alphabet."""
    ran = program("explain")
    heads = [line.partition(":")[0] for line in ran.out.splitlines() if line[:1].islower()]

    assert ran.status == 0
    assert heads == list(rules())


@pytest.mark.parametrize("word", ["G-06", "g-06", " G-06 "])
def test_a_law_is_found_by_its_id_however_it_is_written(word: str) -> None:
    """The entry in full: citation, words, when it was checked, the date of the whole register."""
    ran = program("law", word)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("G-06 (Peraturan KPK 2/2019")
    assert "\nDiperiksa: 2026-11-24, dua sumber sepakat\n" in ran.out
    assert "\nTeks per 2025-08-20. Perubahannya dicari sampai 2026-11-24." in ran.out


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_law_and_channel_can_be_looked_up(language: str) -> None:
    """Each id of both registers has a page that begins with it or names it."""
    found = registers(language)

    for name in [*found.laws, *found.channels]:
        ran = program("law", name, "--lang", language)
        assert ran.status == 0, name
        assert name in ran.out.splitlines()[0] or name in found.channels


def test_a_word_finds_laws_and_channels_that_say_it() -> None:
    """Small or capital letters do not matter; laws come first, then channels."""
    ran = program("law", "GRATIFIKASI")

    assert ran.status == 0
    assert ran.out.index("G-01: ") < ran.out.index("Saluran") < ran.out.index("UPG: ")
    assert "K-05" not in ran.out


def test_without_a_word_the_whole_registers_are_listed() -> None:
    """Every id stands in the list."""
    page = program("law").out
    found = registers()

    assert [name for name in [*found.laws, *found.channels] if f"{name}: " not in page] == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("G-99", "Tidak ada yang memuat G-99 dalam daftar hukum dan saluran. Mungkin maksud Anda G-09?\n"),
        ("zzz", "Tidak ada yang memuat zzz dalam daftar hukum dan saluran.\n"),
    ],
)
def test_what_no_register_says_is_told_with_what_may_have_been_meant(word: str, said: str) -> None:
    """Nothing found is status 1 and one sentence on standard error."""
    ran = program("law", word)

    assert ran == (1, "", said)
