"""The coverage as it is read: holes are said in plain words, with what would fill them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import speaking

from etika_sim.language.fields import LEVELS, PRACTICES, THEMES
from etika_sim.library.catalogue import Entry
from etika_sim.library.coverage import cover
from etika_sim.model import PRINCIPLES
from etika_sim.views import plain
from etika_sim.views.coverage import coverage_page

EVERY = {
    "pressures": ("T1", "T2", "T3", "T4"),
    "remedies": ("S1", "S2", "S3"),
    "principles": tuple(principle.value for principle in PRINCIPLES),
}


def told(language: str, cases: list[Entry]) -> str:
    """The page about those cases, on one line."""
    with speaking(language):
        return " ".join(plain.text(coverage_page(cover(cases))).split())


def many(**last: object) -> list[Entry]:
    """Two dozen cases that have everything, but the last one has what is given instead."""
    facts = {**EVERY, "practices": PRACTICES, "themes": THEMES}
    cases = [
        Entry(f"k{n}", Path(f"k{n}.yaml"), own=False, sound=True)._replace(
            title=f"Kasus {n}", module=n % 6 + 1, level=LEVELS[n % 3], **facts
        )
        for n in range(24)
    ]
    return [*cases[:-1], cases[-1]._replace(**last)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Yang masih kurang Tidak ada: semuanya cukup."),
        ("en", "Holes None: there is enough of everything."),
    ],
)
def test_without_a_hole_the_page_says_so(language: str, said: str) -> None:
    """Nothing is left open."""
    assert told(language, many()).endswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Modul 6, Evaluasi dan Refleksi Etika: baru 3 dari 4 kasus. 1 kasus lagi menutupnya."),
        ("en", "Module 6, Evaluation and reflection: 3 of 4 cases. 1 more case would fill it."),
    ],
)
def test_a_module_with_too_few_cases_is_named(language: str, said: str) -> None:
    """With how many more would do."""
    assert said in told(language, many(module=1))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            "baru ada di 1 modul, sebaiknya di 3. Kasus dari 2 modul lain (1, 2, 3, 4, 5) yang menyebut PR1",
        ),
        (
            "en",
            "found in 1 module, wanted in 3. Cases of 2 more modules (of 1, 2, 3, 4, 5) that name PR1 under",
        ),
    ],
)
def test_a_practice_in_one_module_only_is_named_with_the_modules_that_lack_it(
    language: str, said: str
) -> None:
    """And with the key under which a case would name it."""
    cases = [one._replace(practices=PRACTICES[int(one.module != 6) :]) for one in many()]

    assert said in told(language, cases)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Belum ada kasus tentang netralitas. Satu kasus dengan themes: [neutrality] menutupnya."),
        ("en", "No case is about this yet: neutrality. A case with themes: [neutrality] would fill it."),
    ],
)
def test_a_theme_without_a_case_is_named_with_the_line_that_is_missing(language: str, said: str) -> None:
    """The list of themes says that there is none, and the holes say what to write."""
    found = told(language, [one._replace(themes=tuple(set(THEMES) - {"neutrality"})) for one in many()])

    assert said in found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Asas Kejujuran (KJ): baru dipertaruhkan dalam 11 dari 12 kasus. 1 kasus lagi"),
        ("en", "Principle Honesty (KJ): at stake in 11 of 12 cases. 1 more case in which"),
    ],
)
def test_a_principle_too_seldom_at_stake_is_named(language: str, said: str) -> None:
    """With how many cases there are and should be."""
    cases = [one._replace(principles=EVERY["principles"][int(n >= 11) :]) for n, one in enumerate(many())]

    assert said in told(language, cases)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Tingkat lanjut: baru 2 dari 6 kasus. 4 kasus lagi menutupnya."),
        ("en", "Level advanced: 2 of 6 cases. 4 more cases would fill it."),
    ],
)
def test_a_level_too_seldom_met_is_named(language: str, said: str) -> None:
    """A fourth of the cases is what is asked for."""
    cases = [one._replace(level="advanced" if n < 2 else LEVELS[n % 2]) for n, one in enumerate(many())]

    assert said in told(language, cases)


def test_a_case_without_a_theme_is_named_and_its_title_is_made_safe() -> None:
    """A title is foreign text: nothing in it moves the cursor."""
    found = told("en", many(themes=(), title="Kasus\x1b[2J"))

    assert "The case Kasus\\x1b[2J (k23) says no theme: a line such as themes: [gratification]" in found
