"""What the reader refuses, and where it says so."""

from __future__ import annotations

import pytest
from written import data_of, found, read_text

from etika_sim.language.diagnostic import MOST_FINDINGS
from etika_sim.language.tree import REFUSED

NESTED = "a:\n  b:\n    c:\n      d:\n        e: x\n"


@pytest.mark.parametrize("depth", range(1, 6))
def test_a_duplicate_key_is_reported_at_every_depth(depth: int) -> None:
    """The second and third time a key is written is a finding of its own, with its place."""
    lines = NESTED.splitlines()
    again = " " * (2 * (depth - 1)) + f"{'abcde'[depth - 1]}: y"
    column = again.index(":")

    assert found("\n".join([*lines, again, again])) == [
        f"6:{column} duplicate-key {'abcde'[depth - 1]}",
        f"7:{column} duplicate-key {'abcde'[depth - 1]}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{a: x, b: y, a: z}", ["1:14 duplicate-key a"]),
        ("a: x\n'a': y\n", ["2:1 duplicate-key a"]),
        ("? a\n: x\n? a\n: y\n", ["3:3 duplicate-key a"]),
        ("a: {b: x}\nc: {b: x}\n", []),
        ("a:\n  - b: x\n  - b: x\n", []),
        ("yes: x\ntrue: y\n1: z\n1.0: z\n", []),
    ],
)
def test_a_key_is_a_duplicate_only_of_the_same_text_in_the_same_mapping(
    text: str, expected: list[str]
) -> None:
    """Quotes make no difference; other mappings and other spellings do."""
    assert found(text) == expected


def test_the_first_of_two_values_is_kept() -> None:
    """Behind a duplicate key everything is read, so that its own mistakes are found, and dropped."""
    reading = read_text("a: x\na: {b: 1, b: 2}\nc: [y]\n")

    assert (reading.data, reading.findings.count) == ({"a": "x", "c": ["y"]}, 2)


FORBIDDEN = [
    ("a: &x b\n", ["1:4 forbidden-yaml anchor"]),
    ("a: &x\n  b: c\n", ["1:4 forbidden-yaml anchor"]),
    ("&x a: b\n", ["1:1 forbidden-yaml anchor"]),
    ("a: &x [b]\nc: *x\n", ["1:4 forbidden-yaml anchor", "2:4 forbidden-yaml alias"]),
    ("*x : b\n", ["1:1 forbidden-yaml alias"]),
    ("a: *b c d\n", ["1:4 forbidden-yaml alias"]),
    ("a: !b c\n", ["1:4 forbidden-yaml tag"]),
    ("a: !!str c\n", ["1:4 forbidden-yaml tag"]),
    ("a: !!bool x\n", ["1:4 forbidden-yaml tag"]),
    ("a: !!timestamp x\n", ["1:4 forbidden-yaml tag"]),
    ("a: !!python/object/apply:os.system [ls]\n", ["1:4 forbidden-yaml tag"]),
    ("!!map {a: b}\n", ["1:1 forbidden-yaml tag"]),
    ("a: !<tag:yaml.org,2002:str> c\n", ["1:4 forbidden-yaml tag"]),
    ("a: ! b\n", ["1:4 forbidden-yaml tag"]),
    ("<<: {a: b}\n", ["1:1 forbidden-yaml merge"]),
    ("a: &x {b: c}\nd:\n  <<: *x\n", [
        "1:4 forbidden-yaml anchor", "3:3 forbidden-yaml merge", "3:7 forbidden-yaml alias"
    ]),
    ("%YAML 1.1\n---\na: b\n", ["1:1 forbidden-yaml directive"]),
    ("%TAG ! tag:x,2000:\n---\na: b\n", ["1:1 forbidden-yaml directive"]),
    ("a: b\n---\nc: d\n", ["2:1 forbidden-yaml document"]),
    ("---\na: b\n--- c\n", ["3:1 forbidden-yaml document"]),
    ("[a]: b\n", ["1:1 forbidden-yaml key"]),
    ("? {a: b}\n: c\n", ["1:3 forbidden-yaml key"]),
    ("? - a\n: c\n", ["1:3 forbidden-yaml key"]),
    ("a:\n  {b: c}: d\n", ["2:3 forbidden-yaml key"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORBIDDEN)
def test_what_yaml_offers_and_cases_do_not_need_is_refused(text: str, expected: list[str]) -> None:
    """Anchors, aliases, tags, merge keys, directives, more documents and keys that are no words."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["'<<': x\n", "a: <<\n", "---\na: b\n", "a: b\n...\n", "a: '*x'\n", "a: b &c\n"]
)
def test_what_only_looks_like_it_is_not_refused(text: str) -> None:
    """The same characters as plain text, and the marks around the one document, are fine."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["a: b\n---\nc: d\n", "a: b\n---\n", "---\na: b\n---\n---\n", "--- x\n--- y\n"]
)
def test_of_two_documents_none_is_read(text: str) -> None:
    """With a second document nobody can tell what the case is: there are no data to complain of."""
    reading = read_text(text)

    assert (reading.data, reading.findings.count) == (REFUSED, 1)


def test_what_was_refused_is_marked_in_the_data() -> None:
    """REFUSED stands where a thing was refused, so that nobody complains about it again."""
    assert read_text("a: *x\nb: !t c\n").data == {"a": REFUSED, "b": REFUSED}


def test_a_mapping_with_an_anchor_is_read_all_the_same() -> None:
    """What stands below an anchor is kept: only the anchor is wrong."""
    assert read_text("a: &x {b: c}\n").data == {"a": {"b": "c"}}


# --- tabs and control characters --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n\tc: d\n", ["2:1 forbidden-yaml tab"]),
        ("a: b\n  \tc: d\n", ["2:3 forbidden-yaml tab"]),
        ("a:\tb\n", ["1:3 forbidden-yaml tab"]),
        ("a: b\tc\td\n", ["1:5 forbidden-yaml tab", "1:7 forbidden-yaml tab"]),
        ("a: 'b\tc'\n", ["1:6 forbidden-yaml tab"]),
        ("a: b # \tc\n", ["1:8 forbidden-yaml tab"]),
        ('a: "b\\tc"\n', ["1:4 control-character U+0009"]),
    ],
)
def test_a_tab_is_refused_wherever_it_stands(text: str, expected: list[str]) -> None:
    """Each tab of the source is a finding with its place; one behind an escape is a control character."""
    assert found(text) == expected


def test_a_tab_in_the_indentation_ends_the_reading() -> None:
    """What a tab indents cannot be told, so there are no data; elsewhere a tab is read as a space."""
    data = [read_text(text).data for text in ("a: b\n\tc: d\n", "a: b\tc\n")]

    assert data == [None, {"a": "b c"}]


CONTROLS = [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F]
TURNING = [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
SEPARATORS = [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("code", [*CONTROLS, *TURNING, *SEPARATORS])
def test_a_control_character_is_refused_raw_and_escaped(code: str) -> None:
    """Controls, marks that turn the reading direction, line separators: in the source or behind an escape."""
    character = chr(code)

    assert [found(f"a: b{character}c\n"), found(f'a: "b\\u{code:04x}c"\n')] == [
        [f"1:5 control-character U+{code:04X}"],
        [f"1:4 control-character U+{code:04X}"],
    ]


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\b", "\\e", "\\v", "\\f", "\\r", "\\N", "\\L", "\\P", "\\x1b"]
)
def test_yaml_s_short_escapes_are_no_way_round(escape: str) -> None:
    """Each of YAML's escapes that makes a control character is refused."""
    assert [line.split(" U+")[0] for line in found(f'a: "b{escape}c"\n')] == ["1:4 control-character"]


@pytest.mark.parametrize("character", ["é", "\u00a0", "\u200b", "\u200d", "…", "“", "😀", "न", "ﷺ", "\ufffd"])
def test_every_other_character_is_let_through(character: str) -> None:
    """Letters, marks and pictures of every script are the author's own."""
    assert data_of(f"a: b{character}c\n") == {"a": f"b{character}c"}


def test_a_control_character_does_not_hide_later_mistakes() -> None:
    """The reading goes on behind it, with a stand-in character that keeps the columns."""
    assert found("a: b\x1bc\nd: &e f\n") == ["1:5 control-character U+001B", "2:4 forbidden-yaml anchor"]


def test_one_line_is_blamed_once() -> None:
    """A syntax error on a line that has a tab is the tab's doing."""
    assert found('a: "x"\ty\n') == ["1:7 forbidden-yaml tab"]


# --- how many findings are kept ---------------------------------------------------------------


@pytest.mark.parametrize("line", ["a: b\n", "- *a\n", "- \x1b\n", "- x\ty\n", "- !t x\n", '- "\\e"\n'])
def test_a_hundred_findings_are_kept_and_all_are_counted(line: str) -> None:
    """Whatever the findings are, the first hundred are kept and the rest counted."""
    reading = read_text(line * 1001)

    assert (len(reading.findings.kept), reading.findings.count) == (MOST_FINDINGS, 1001 - (line == "a: b\n"))


def test_a_million_duplicate_keys_are_counted() -> None:
    """A file of nothing but one key ends, and its findings with it."""
    reading = read_text("a: b\n" * 1_000_000)

    assert (len(reading.findings.kept), reading.findings.count) == (100, 999_999)
