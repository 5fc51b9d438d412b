"""officialese: a list of phrases from letters, each with its plain twin; quotations are left alone."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.plain_words import PLAIN
from etika_sim.checks.rules.officialese import find
from etika_sim.model import Part

FEWEST_PAIRS = 40


def found(text: str) -> list[tuple[str, str]]:
    """The phrases found in a scene with this text, each with what stands at its place."""
    scene = decision("one", choice("a", "end"), choice("b", "end"), text=(Part(text),))
    warnings = find(Draft(case(scene, ending("end"))))
    return [(one.facts["phrase"], text[one.inside[0] : sum(one.inside)]) for one in warnings if one.inside]


@pytest.mark.parametrize("phrase", PLAIN)
def test_every_phrase_is_found(phrase: str) -> None:
    """In the middle of a text, and with a capital at its head."""
    for written in (phrase, phrase.capitalize()):
        assert (written, written) in found(f"Ia diam, {written}, lalu pergi.")


def test_there_are_forty_pairs_and_none_is_its_own_twin() -> None:
    """No phrase stands in another one or in a plain twin, so that the advice is never found itself."""
    assert len(PLAIN) >= FEWEST_PAIRS
    assert [
        (phrase, other)
        for phrase in PLAIN
        for other, plain in PLAIN.items()
        if phrase in plain.split(" / ") or (phrase != other and f" {phrase} " in f" {other} ")
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        '"Sehubungan dengan hal tersebut, Bu," katanya.',
        "“Dalam rangka apa?” tanyanya.",
        "Perihalnya jelas.",  # no whole word
        "Didalam rangkaian itu ada dalam rangkanya.",
        "Ia menulis rangka dan dalam.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    """Speech of a person of the story, and words that merely hold the letters."""
    assert found(text) == []


def test_outside_the_quotation_it_counts() -> None:
    """The place is the one outside."""
    text = '"Dalam rangka apa?" tanyanya dalam rangka basa-basi.'

    assert found(text) == [("dalam rangka", "dalam rangka")]


def test_the_end_of_a_line_parts_no_phrase() -> None:
    """A block of several lines is one text."""
    assert found("Ia datang dalam\nrangka rapat.") == [("dalam rangka", "dalam\nrangka")]


def test_each_phrase_is_named_once_a_text() -> None:
    """Where it stands first; other phrases are named beside it."""
    assert found("Apabila sakit, apabila pergi, hendaknya bilang.") == [
        ("Apabila", "Apabila"),
        ("hendaknya", "hendaknya"),
    ]


def test_what_to_write_instead() -> None:
    """A twin, or that it can go."""
    scene = decision("one", choice("a", "end", text="Adapun surat, apabila ada."), choice("b", "end"))
    facts = [one.facts for one in find(Draft(case(scene, ending("end"))))]

    assert [(one["plain"], one["reason"]) for one in facts] == [("bila / kalau", ""), ("", "leave-out")]
