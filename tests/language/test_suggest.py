"""What an author may have meant by a word we do not know."""

from __future__ import annotations

import pytest

from etika_sim.language.fields import (
    CHOICE,
    COUNTER,
    DEBRIEF,
    DECISION,
    FACILITATOR,
    HEARD,
    OBSERVE,
    REVIEWED,
    ROLE,
    ROUTE,
    SCENARIO,
    SCENES,
    TEXT_PART,
    WHAT_IF,
)
from etika_sim.language.kinds import Record
from etika_sim.language.suggest import IN_A_ROUTE, SYNONYMS, closest, key_meant, meaning, same_letters

RECORDS = [
    SCENARIO,
    CHOICE,
    COUNTER,
    DEBRIEF,
    FACILITATOR,
    HEARD,
    OBSERVE,
    REVIEWED,
    ROLE,
    ROUTE,
    TEXT_PART,
    WHAT_IF,
    *SCENES.values(),
]
KEYS = {key for record in RECORDS for key in record.by_key()}


@pytest.mark.parametrize(("word", "key"), SYNONYMS.items())
def test_every_synonym_means_a_key_of_the_language(word: str, key: str) -> None:
    """An Indonesian word is understood, means a key that exists, and is no key itself."""
    assert (key_meant(word, KEYS), key in KEYS, word in KEYS) == (key, True, False)


@pytest.mark.parametrize("word", ["akibat", "Akibat", " akibat ", "AKIBAT", "akbat", "akibatt"])
def test_a_synonym_may_be_spelled_carelessly(word: str) -> None:
    """Capitals, spaces and a slip of the finger are forgiven."""
    assert key_meant(word, CHOICE.by_key()) == "outcome"


@pytest.mark.parametrize(
    ("word", "record", "expected"),
    [
        ("ulasan", CHOICE, "review"),
        ("ke", CHOICE, "to"),
        ("jika", CHOICE, "if"),
        ("garis merah", CHOICE, "red_line"),
        ("garis-merah", CHOICE, "red_line"),
        ("Langkah Berikut", CHOICE, "next_step"),
        ("red-line", CHOICE, "red_line"),
        ("score", CHOICE, "scores"),
        ("Outcome", CHOICE, "outcome"),
        ("recomended", CHOICE, "recommended"),
        ("pilihan", DECISION, "choices"),
        ("choice", DECISION, "choices"),
        ("bobot", DECISION, "weight"),
        ("keadilan", OBSERVE, "fairness"),
        ("summarize", DEBRIEF, "summarise"),
        ("analyze", DEBRIEF, "analyse"),
        ("dari", COUNTER, "from"),
        ("mulai", COUNTER, "start"),
        ("ke", ROUTE, "scene"),
        ("to", ROUTE, "scene"),
        ("adegan", ROUTE, "scene"),
        ("scenes", ROUTE, "scene"),
        ("adegan", SCENARIO, "scenes"),
        ("", SCENARIO, None),
        ("qqq", SCENARIO, None),
        ("bobot", ROUTE, None),
    ],
)
def test_the_key_that_was_meant_depends_on_where_it_stands(
    word: str, record: Record, expected: str | None
) -> None:
    """Only keys of the mapping at hand are suggested: the translation first, then the nearest spelling."""
    assert key_meant(word, record.by_key()) == expected


def test_the_words_of_a_route_mean_its_scene() -> None:
    """What else may be written for where a route leads."""
    assert {key_meant(word, ROUTE.by_key()) for word in IN_A_ROUTE} == {"scene"}


@pytest.mark.parametrize(
    ("word", "key"), [("Akhir", "ending"), (" garis merah", "red_line"), ("Ending", "ending"), ("xyz", "xyz")]
)
def test_a_word_has_its_meaning_however_it_is_written(word: str, key: str) -> None:
    """Capitals, spaces and hyphens do not matter; a word that is no synonym means itself."""
    assert meaning(word) == key


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("g06", "G-06"),
        ("G 06", "G-06"),
        ("g_06.", "G-06"),
        ("G-6", None),
        ("G-066", None),
        ("A07", None),
        ("-", None),
        ("", None),
    ],
)
def test_an_id_of_a_register_is_recognised_by_its_letters_alone(word: str, expected: str | None) -> None:
    """Case, spaces and punctuation may differ, nothing else; where two ids would fit neither is meant."""
    assert same_letters(word, ["G-06", "A-07", "A-0-7", "-"]) == expected


def test_of_several_near_words_the_nearest_is_meant() -> None:
    """The best match wins, and nothing is better than something far away."""
    words = ["ruang-kepala", "ruang-kepang", "loket"]

    assert [closest(word, words) for word in ("ruang-kepal", "lokett", "pulang")] == [
        "ruang-kepala",
        "loket",
        None,
    ]


def test_a_very_long_word_is_cut_before_it_is_compared() -> None:
    """A text of a megabyte where a word belongs costs nothing."""
    assert closest("x" * 1_000_000, ["x" * 80, "y"]) == "x" * 80


def test_of_very_many_words_only_the_first_are_compared() -> None:
    """Among a million names the search ends after two thousand."""
    words = (f"nama{n}" for n in range(1_000_000))

    assert closest("nama1999", words) == "nama1999"
    assert next(words) in ("nama2000", "nama2001")
