"""Lines of plain pages: filled greedily, and never broken inside a word that fits one."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len, chop_cells

from etika_sim.views.plain import wrapped

URL = "https://jdih.example.go.id/dokumen/peraturan/2021/peraturan-pemerintah-nomor-94.html"

signs = some.characters(codec="utf-8", exclude_categories=("Zs", "Cc", "Cs"))
words_that_fit = some.text(signs, min_size=1)
narrow_words = some.text(some.characters(max_codepoint=0x2FF, exclude_categories=("Zs", "Cc")), min_size=1)
blanks = some.text(" \n\t", min_size=1, max_size=3)


@given(some.lists(narrow_words.map(lambda word: word[:16])), some.integers(20, 72), some.integers(0, 4))
def test_short_words_are_wrapped_as_the_standard_library_does(
    words: list[str], width: int, indent: int
) -> None:
    """Where every word fits a line and each letter takes one cell, the lines are those of `textwrap`."""
    line = " ".join(words)
    theirs = textwrap.wrap(
        line, width, subsequent_indent=" " * indent, break_on_hyphens=False, break_long_words=False
    )

    assert wrapped(line, width, indent) == theirs


@given(some.lists(some.tuples(words_that_fit, blanks)), some.integers(20, 72), some.integers(0, 30))
def test_no_line_is_too_wide_and_no_word_is_lost_or_broken_without_need(
    parts: list[tuple[str, str]], width: int, indent: int
) -> None:
    """Whatever the words, the lines hold them all in their order; only one wider than a line is broken."""
    lines = wrapped("".join(f"{word}{blank}" for word, blank in parts), width, indent)
    shown = [piece for line in lines for piece in line.split(" ") if piece]

    assert all(line and cell_len(line) <= width for line in lines)
    assert "".join(shown) == "".join(word for word, _blank in parts)
    assert [word for word, _blank in parts if cell_len(word) <= width] == [
        piece for piece, whole in zip(shown, whole_of(parts, width), strict=True) if whole
    ]


def whole_of(parts: list[tuple[str, str]], width: int) -> list[bool]:
    """For each piece that is shown of the words, whether it is a whole word."""
    counts = [len(chop_cells(word, width)) if cell_len(word) > width else 1 for word, _blank in parts]
    return [count == 1 for count in counts for _piece in range(count)]


@pytest.mark.parametrize("width", range(20, 90))
def test_an_address_is_broken_only_where_it_is_wider_than_a_line(width: int) -> None:
    """A long address begins a line of its own; one that fits stays whole, so that it can be copied."""
    lines = wrapped(f"Sumber: {URL} (dibuka 2026)", width)

    assert any(line.startswith(URL[:width]) for line in lines)
    assert any(URL in line for line in lines) == (len(URL) <= width)


def test_a_word_too_long_for_the_indent_stands_less_far_in() -> None:
    """Rather than being broken, a word gives up some of the indent."""
    assert wrapped("A. " + "a" * 19 + " b", 20, indent=3) == ["A.", " " + "a" * 19, "   b"]


def test_a_space_that_must_not_break_does_not() -> None:
    """A no-break space is a letter like any other."""
    assert wrapped("satu Pasal\u00a012 dua", 10) == ["satu", "Pasal\u00a012", "dua"]


@pytest.mark.parametrize("line", ["", " ", "\n \t"])
def test_nothing_makes_no_line(line: str) -> None:
    """Blanks alone are no line."""
    assert wrapped(line, 40) == []


@pytest.mark.parametrize(
    "word", ["漢字" * 60, "😀" * 80, "ก็" * 70, "👩‍👩‍👧 " * 40], ids=["han", "emoji", "thai", "family"]
)
def test_width_is_counted_in_cells_and_not_in_characters(word: str) -> None:
    """Letters that take two columns fill a line twice as fast, whatever the script."""
    lines = wrapped(f"Judul: {word}", 56)

    assert all(cell_len(line) <= 56 for line in lines)
    assert "".join(lines).replace(" ", "") == f"Judul: {word}".replace(" ", "")
