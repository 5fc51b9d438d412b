"""The reader types nothing: a text is the source's own characters, and how it was written is kept."""

from __future__ import annotations

import pytest
from written import built, changed, data_of

from etika_sim.language.tree import Cut, Flow, Quoted

_TYPED = """
    no No NO yes Yes on Off y N true True TRUE false ~ null Null 12:30 1:1:1 2024 010 0o10 0x1F 0b11
    1e3 1.5 .5 +1 -1 -0 1_000 .inf -.Inf .nan 2026-11-24 2001-12-14t21:59:43.10-05:00 685.230_15e+03 =
    <
"""
NORWAY = _TYPED.split()
"""Scalars of which YAML 1.1 makes truths, numbers, dates or nothing."""


@pytest.mark.parametrize("scalar", NORWAY)
def test_a_bare_scalar_is_its_own_characters(scalar: str) -> None:
    """No scalar becomes a number, a truth or a date, as a value or as a key."""
    data = data_of(f"{scalar}: {scalar}\nlist:\n  - {scalar}\n")

    assert data == {scalar: scalar, "list": [scalar]}


@pytest.mark.parametrize("scalar", [s for s in NORWAY if s not in ("~", "null", "Null")])
def test_a_scalar_that_yaml_would_type_is_a_title(base_case: str, scalar: str) -> None:
    """Where a text is wanted, `no`, `12:30` and `2024` are texts."""
    scenario, _ = built(changed(base_case, ("title: Map di Meja", f"title: {scalar}")))

    assert scenario is not None
    assert scenario.title == scalar


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("a: b", str),
        ("a: 'b'", Quoted),
        ('a: "b"', Quoted),
        ("a: |\n  b\n", Quoted),
        ("a: >-\n  b\n", Quoted),
        ("{a: b}", Flow),
        ("{a: 'b'}", Quoted),
        ("a: b # c", Cut),
        ("a: b   # c", Cut),
        ("a: b\n# c", str),
        ("a: b\n  # c\n", str),
        ("a: b# c", str),
        ("a: 'b' # c", Quoted),
        ("a: 'b # c'", Quoted),
        ("{a: b} # c", Flow),
        ("a: x\n  b # c", Cut),
        ("a: b\nc: d # e", str),
        ("a: |\n  b # c\n", Quoted),
    ],
)
def test_how_a_text_was_written_is_kept(text: str, how: type) -> None:
    """Quoted and block texts, bare texts in brackets and texts cut by a remark are told apart."""
    assert type(data_of(text)["a"]) is how


@pytest.mark.parametrize(
    ("text", "how"),
    [("- [a]\n- b\n", [Flow, str]), ("- {x: [a]}\n- b\n", [Flow, str]), ("- [[], a]\n- b\n", [Flow, str])],
)
def test_behind_a_bracket_a_text_is_bare_again(text: str, how: list[type]) -> None:
    """Only what stands between the brackets is flow."""
    first, second = data_of(text)
    while not isinstance(first, str):
        first = first["x"] if isinstance(first, dict) else first[-1]

    assert [type(first), type(second)] == how


PARAGRAPHS = {
    "plain": "a: satu\n  dua\n\n  tiga\n\n\n  empat\n",
    "single quotes": "a: 'satu\n  dua\n\n  tiga\n\n\n  empat'\n",
    "double quotes": 'a: "satu\n  dua\n\n  tiga\n\n\n  empat"\n',
    "escapes": 'a: "satu dua\\n\\ntiga\\n\\n\\nempat\\n"\n',
    "folded": "a: >\n  satu\n  dua\n\n  tiga\n\n\n  empat\n",
    "folded, kept": "a: >+\n  satu\n  dua\n\n  tiga\n\n\n  empat\n\n\n",
    "folded, stripped": "a: >-\n\n  satu\n  dua\n\n  tiga\n\n\n  empat\n",
    "in brackets": "{a: satu\n  dua\n\n  tiga\n\n\n  empat}\n",
}


@pytest.mark.parametrize("style", PARAGRAPHS)
def test_a_blank_line_parts_paragraphs_in_every_style(style: str) -> None:
    """One blank line or several part paragraphs and a single break is a space, however a text is written."""
    assert data_of(PARAGRAPHS[style])["a"] == "satu dua\n\ntiga\n\nempat"


@pytest.mark.parametrize("text", ["a: |\n{}", "a: |+\n{}\n\n", "a: |-\n\n{}"])
def test_a_literal_block_keeps_its_single_breaks(text: str) -> None:
    """In a literal block only blank lines are evened out; a single break becomes a space when it is shown."""
    block = "  satu\n  dua\n\n  tiga\n    \n\n    empat\n"

    assert data_of(text.format(block))["a"] == "satu\ndua\n\ntiga\n\n  empat"


def test_a_text_of_line_breaks_alone_is_empty() -> None:
    """Nothing is left of a text that is only line breaks."""
    assert data_of('a: "\\n\\n"\nb: |+\n\n\nc: x\n') == {"a": "", "b": "", "c": "x"}


def test_an_empty_value_is_an_empty_bare_text() -> None:
    """The reader leaves it to the builder to say that something is missing."""
    data = data_of("a:\nb: ''\nc:\n  -\n")

    assert (data, type(data["a"]), type(data["b"])) == ({"a": "", "b": "", "c": [""]}, str, Quoted)


def test_keys_are_plain_texts_however_they_are_written() -> None:
    """A key carries no trace of its quotes or brackets."""
    data = data_of("'a': {b: 1, \"c\": 2}\n")

    assert [type(key) for key in [*data, *data["a"]]] == [str, str, str]
