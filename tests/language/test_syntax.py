"""What PyYAML says at its first stumble, as a reason that an author can act on."""

from __future__ import annotations

import pytest
from written import found, read_text

from etika_sim.language.syntax import syntax_finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "x" y\nb: z\n', "1:8 yaml-syntax text-after-quote"),
        ("a: 'x' y\n", "1:8 yaml-syntax text-after-quote"),
        ('a: "Untuk kopi, Bu," katanya.\n', "1:22 yaml-syntax text-after-quote"),
        ('a: "Baik: nanti" katanya\n', "1:18 yaml-syntax text-after-quote"),
        ('- "semua" orang\n', "1:11 yaml-syntax text-after-quote"),
        ('a: "x"y\n', "1:7 yaml-syntax text-after-quote"),
        ('a: "x", y\n', "1:7 yaml-syntax text-after-quote"),
        ("a: 'it's ok'\n", "1:8 yaml-syntax text-after-quote"),
        ('a: "x\n  y" z\n', "2:6 yaml-syntax text-after-quote"),
        ('"a" b: c\n', "1:5 yaml-syntax text-after-quote"),
        ('a: [x, "y" z]\n', "1:12 yaml-syntax text-after-quote"),
        ('a: "buka\n\nb: c\nd: "tutup\n', "1:4 yaml-syntax unclosed-quote"),
        ('a: "buka\nb: "c" d\n', "1:4 yaml-syntax unclosed-quote"),
        ('a: [x, "y\n  z" w]\n', "2:6 yaml-syntax text-after-quote"),
        ('a: "buka\nb: c "d\n', "1:4 yaml-syntax unclosed-quote"),
        ("a: 'buka\nb: c 'd\n", "1:4 yaml-syntax unclosed-quote"),
        ("a:\n  - b: 'buka\n  - c: 'tutup\n", "2:8 yaml-syntax unclosed-quote"),
        ('a: "x\n\n  y" z\n', "3:6 yaml-syntax text-after-quote"),
        ('a:\n  "x\n  y" z\n', "3:6 yaml-syntax text-after-quote"),
        ("a: *penting* sekali\n", "1:4 yaml-syntax special-start"),
        ("a: **penting** sekali\n", "1:4 yaml-syntax special-start"),
        ("a: *\n", "1:4 yaml-syntax special-start"),
        ("- *penting* sekali\n", "1:3 yaml-syntax special-start"),
        ("a:\n  - b: &\n", "2:8 yaml-syntax special-start"),
        ("a: &, b\n", "1:4 yaml-syntax special-start"),
        ("a: !<b c\n", "1:4 yaml-syntax special-start"),
        ("a: %b\n", "1:4 yaml-syntax special-start"),
        ("a: @b\n", "1:4 yaml-syntax special-start"),
        ("a: `b`\n", "1:4 yaml-syntax special-start"),
        ("a: [x, y] z\n", "1:4 yaml-syntax special-start"),
        ("a: {x: y} z\n", "1:4 yaml-syntax special-start"),
        ("a: ] x\n", "1:4 yaml-syntax special-start"),
        ("a: } x\n", "1:4 yaml-syntax special-start"),
        ("a: [b]]\n", "1:7 yaml-syntax special-start"),
        ("a: | teks\n  lain\n", "1:4 yaml-syntax special-start"),
        ("a: > teks\n", "1:4 yaml-syntax special-start"),
        ("a: ,koma\n", "1:4 yaml-syntax special-start"),
        ("a: - b\n", "1:4 yaml-syntax special-start"),
        ("%YAML 9.9\n---\na: b\n", "1:1 yaml-syntax special-start"),
        ("a: [x, %b]\n", "1:8 yaml-syntax special-start"),
        ("a: ia bilang: jangan\n", "1:13 yaml-syntax colon-in-text"),
        ("- a: b: c\n", "1:7 yaml-syntax colon-in-text"),
        ("a: b\nc: Kata dia: ya\n", "2:12 yaml-syntax colon-in-text"),
        ("a: x:\n", "1:5 yaml-syntax colon-in-text"),
        ('a: "buka\nb: c\n', "1:4 yaml-syntax unclosed-quote"),
        ("a: b\nc: 'buka\n", "2:4 yaml-syntax unclosed-quote"),
        ("a: 'b''\n", "1:4 yaml-syntax unclosed-quote"),
        ('a: "x\n---\nb: c\n', "1:4 yaml-syntax unclosed-quote"),
        ('a: "\\q"\n', "1:5 yaml-syntax bad-escape"),
        ('a: "C:\\Users"\n', "1:9 yaml-syntax bad-escape"),
        ('a: "\\xzz"\n', "1:7 yaml-syntax bad-escape"),
        ("a: [x, y\nb: c\n", "1:4 yaml-syntax unclosed-bracket"),
        ("a: {x: y\nb: c\n", "1:4 yaml-syntax unclosed-bracket"),
        ("a: b\nc: [x, y", "2:4 yaml-syntax unclosed-bracket"),
        ("{a: b", "1:1 yaml-syntax unclosed-bracket"),
        ("a: b\nc\nd: e\n", "2:1 yaml-syntax missing-colon"),
        ("a: b\nc d\ne: f\n", "2:1 yaml-syntax missing-colon"),
        ("a:\n  b\n  c: d\n", "2:4 yaml-syntax missing-colon"),
        ("a: ? b\n", "1:4 yaml-syntax special-start"),
        ("a: b\n  - c: d\n", "2:6 yaml-syntax indentation"),
        ("a\nb: c\n", "1:2 yaml-syntax missing-colon"),
        ("a: b\n c: d\n", "2:3 yaml-syntax indentation"),
        ("a:\n  b: c\n d: e\n", "3:2 yaml-syntax indentation"),
        ("a:\n  - b\n - c\n", "3:2 yaml-syntax indentation"),
        ("a:\n  - b\n  c: d\n", "3:3 yaml-syntax indentation"),
        ("a: b\n- c\n", "2:1 yaml-syntax indentation"),
        ("- a\nb: c\n", "2:1 yaml-syntax indentation"),
        ("a: |\n  x\n y\n", "3:2 yaml-syntax indentation"),
        ("a: b\n...\nc: d\n", "3:1 yaml-syntax other"),
    ],
)
def test_the_first_stumble_has_a_reason_and_the_place_where_it_began(text: str, expected: str) -> None:
    """For what authors meet, the finding says what is wrong and points at it."""
    assert (found(text), read_text(text).data) == ([expected], None)


@pytest.mark.parametrize("character", list("*&!%@`[]{}|>,-"))
def test_the_character_a_text_must_not_begin_with_is_named(character: str) -> None:
    """The finding tells which character it was."""
    texts = {"&": "a: & b\n", "!": "a: !<b c\n", "[": "a: [b] c\n", "{": "a: {b: c} d\n"}
    text = texts.get(character, f"a: {character} b\n")

    assert [finding.facts for finding in read_text(text).findings.kept] == [
        {"reason": "special-start", "character": character}
    ]


def test_a_very_long_line_costs_nothing() -> None:
    """Looking at how the line begins takes no longer when the line has a million dashes."""
    assert found(f"text: |\n  {'- ' * 1_000_000}x\n b") == ["3:2 yaml-syntax indentation"]


def test_an_error_without_a_place_is_told_at_the_head() -> None:
    """What is no YAML error of PyYAML's carries no marks."""
    finding = syntax_finding("a: b\n", ValueError("x"))

    assert (finding.facts, finding.place) == ({"reason": "other"}, (1, 1, 1))
