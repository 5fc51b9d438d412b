"""Text made safe, and split into paragraphs and emphasis."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.prose import Span, paragraphs, safe, safe_line, spans, unmarked

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Whatever could steer a terminal, turn text round, or is no character; all but the line break."""

HOSTILE = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\x07\r\n\t\x00*_[]\\/:\u202e\u2066\u2028\ufeff"), max_size=40
)


# --- safe -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("halo", "halo"),
        ("é … “ ” 😀 न ﷺ \u00a0 \u200b \u200d", "é … “ ” 😀 न ﷺ \u00a0 \u200b \u200d"),
        ("a\nb", "a\nb"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\\x0db"),
        ("a\tb", "a b"),
        ("\x1b[31mmerah\x1b[0m", "\\x1b[31mmerah\\x1b[0m"),
        ("\x1b]8;;http://x\x07klik", "\\x1b]8;;http://x\\x07klik"),
        ("\x9b31m", "\\x9b31m"),
        ("a\x00b\x7fc\x85d", "a\\x00b\\x7fc\\x85d"),
        ("\u202eterbalik\u2069", "\\u202eterbalik\\u2069"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\ufeffa\ufffeb\uffff", "\\ufeffa\\ufffeb\\uffff"),
        ("a\ud800b", "a\\ud800b"),
        ("[bold]x[/bold] <b>y</b> &amp; \\", "[bold]x[/bold] <b>y</b> &amp; \\"),
    ],
)
def test_what_could_steer_is_spelled_out(text: str, expected: str) -> None:
    """Unsafe characters become readable ones; everything else stays as it is."""
    assert safe(text) == expected


@settings(max_examples=1000)
@given(HOSTILE)
def test_nothing_that_steers_is_ever_left(text: str) -> None:
    """Of no text at all does a control character, a turning mark or half a character come through."""
    assert STEERING.search(safe(text)) is None


@settings(max_examples=500)
@given(HOSTILE)
def test_a_safe_text_is_safe_again(text: str) -> None:
    """Making safe twice changes nothing more."""
    assert safe(safe(text)) == safe(text)


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))))
def test_what_is_only_text_is_untouched(text: str) -> None:
    """Letters, marks, numbers, signs and spaces of every script are the author's own."""
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", "a b"), ("  a \n\n b  ", "a b"), ("a\x1bb", "a\\x1bb"), ("", ""), (" \n", "")],
)
def test_a_safe_line_is_one_line(text: str, expected: str) -> None:
    """Line breaks and runs of spaces become one space."""
    assert safe_line(text) == expected


@settings(max_examples=300)
@given(HOSTILE)
def test_a_safe_line_never_breaks(text: str) -> None:
    """Whatever the text, a line has no line break, not even an exotic one."""
    assert len(safe_line(text).splitlines()) <= 1


# --- paragraphs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n ", []),
        ("a", ["a"]),
        ("a\nb", ["a b"]),
        ("a\n\nb", ["a", "b"]),
        ("a\n   \nb", ["a", "b"]),
        ("a\n\n\n\n b ", ["a", "b"]),
        ("\n\na\n\n", ["a"]),
        ("a  b\n  c", ["a b c"]),
        ("a\r\n\r\nb", ["a", "b"]),
        ("a\x1b\n\nb", ["a\\x1b", "b"]),
        (" pukul\u00a008.00  \n Rp\u202f5 juta ", ["pukul\u00a008.00 Rp\u202f5 juta"]),
        ("a\n\n\u00a0\n\nb", ["a", "b"]),
    ],
)
def test_a_blank_line_parts_paragraphs(text: str, expected: list[str]) -> None:
    """A single break is a space, what is blank is no paragraph, and a space that must not break stays one."""
    assert paragraphs(text) == expected


def test_very_many_blank_lines_cost_nothing() -> None:
    """A megabyte of line breaks and spaces is split at once."""
    assert paragraphs("a" + "\n \n " * 250_000 + "b" + " " * 500_000) == ["a", "b"]


# --- emphasis ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("biasa", [Span("biasa")]),
        ("*a*", [Span("a", "em")]),
        ("**a**", [Span("a", "strong")]),
        ("x *a b* y", [Span("x "), Span("a b", "em"), Span(" y")]),
        ("x **a b** y", [Span("x "), Span("a b", "strong"), Span(" y")]),
        ("*a* dan **b**", [Span("a", "em"), Span(" dan "), Span("b", "strong")]),
        ("*a**b*", [Span("a", "em"), Span("b", "em")]),
        ("(*a*).", [Span("("), Span("a", "em"), Span(").")]),
        ("x*a*y", [Span("x"), Span("a", "em"), Span("y")]),
        ("2 * 3 * 4", [Span("2 * 3 * 4")]),
        ("* a *", [Span("* a *")]),
        ("*a *", [Span("*a *")]),
        ("* a*", [Span("* a*")]),
        ("** a **", [Span("** a **")]),
        ("*a", [Span("*a")]),
        ("**a*", [Span("*"), Span("a", "em")]),
        ("*", [Span("*")]),
        ("****", [Span("****")]),
        ("***a***", [Span("*"), Span("a", "strong"), Span("*")]),
        ("*a\nb*", [Span("a\nb", "em")]),
        ("_a_ `b` [c](d) <i>e</i>", [Span("_a_ `b` [c](d) <i>e</i>")]),
    ],
)
def test_stars_that_pair_and_touch_a_word_are_emphasis(text: str, expected: list[Span]) -> None:
    """`*emphasis*` and `**strong**`, and no other markup of any kind."""
    assert spans(text) == expected


@settings(max_examples=500)
@given(st.text(st.sampled_from("a *\nb"), max_size=30))
def test_spans_lose_nothing_but_the_stars_that_pair(text: str) -> None:
    """Put together again with their stars, the runs are the paragraph."""
    stars = {"": "", "em": "*", "strong": "**"}

    assert "".join(stars[voice] + run + stars[voice] for run, voice in spans(text)) == text


@settings(max_examples=300)
@given(HOSTILE)
def test_spans_of_a_safe_text_are_safe(text: str) -> None:
    """Splitting never brings a control character back."""
    assert not any(STEERING.search(run) for run, _ in spans(safe(text)))


@pytest.mark.parametrize("piece", ["*a ", "**a ", "*", "a*", " **"])
def test_stars_that_pair_with_nothing_cost_nothing(piece: str) -> None:
    """A megabyte of stray stars is read in one go."""
    text = piece * 200_000

    assert unmarked(text).replace("*", "") == text.replace("*", "")


def test_unmarked_is_the_text_without_its_marks() -> None:
    """For a screen that cannot show emphasis, or a count of words."""
    assert unmarked("**Jangan** *pernah* 2 * 3") == "Jangan pernah 2 * 3"


def test_the_unsafe_are_what_unicode_calls_controls_and_turning_marks() -> None:
    """Every control of Unicode but the line break is covered, and every mark that sets a direction."""
    every = [chr(code) for code in range(0x110000)]
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    must = {
        c
        for c in every
        if unicodedata.category(c) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(c) in turning
    }

    assert {c for c in must if safe(c) == c} == {"\n"}
