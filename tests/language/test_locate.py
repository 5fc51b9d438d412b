"""Findings get their places, in the order of the text, and only when there is something to say."""

from __future__ import annotations

import pytest
import yaml

from etika_sim.language.diagnostic import Diagnostic, Path, Place
from etika_sim.language.limits import DEEPEST
from etika_sim.language.locate import locate, placed

TEXT = """\
# a remark
a: satu
'b c': "dua"
list:
  - x
  - {k: v, 'q': w}
  - - y
    - 'z'
  -
    m: |
      n
      o
deep:
    er:
        est:   >-
            p
empty:
flow: [1, [2, 3], {f: 4}]
"""


def at(
    path: Path, on: str = "value", inside: tuple[int, int] | None = None, text: str = TEXT
) -> Place | None:
    """The place of one finding."""
    return locate(text, [Diagnostic("x", path, on=on, inside=inside)])[0].place


@pytest.mark.parametrize(
    ("path", "on", "expected"),
    [
        (("a",), "key", (2, 1, 1)),
        (("a",), "value", (2, 4, 4)),
        (("b c",), "key", (3, 1, 5)),
        (("b c",), "value", (3, 9, 3)),
        (("list",), "key", (4, 1, 4)),
        (("list",), "value", (4, 1, 4)),
        (("list", 0), "value", (5, 5, 1)),
        (("list", 0), "key", (5, 5, 1)),
        (("list", 1), "value", (6, 5, 1)),
        (("list", 1), "key", (6, 5, 1)),
        (("list", 1, "k"), "key", (6, 6, 1)),
        (("list", 1, "k"), "value", (6, 9, 1)),
        (("list", 1, "q"), "key", (6, 12, 3)),
        (("list", 2), "value", (7, 5, 1)),
        (("list", 2, 1), "value", (8, 8, 1)),
        (("list", 3), "value", (10, 5, 1)),
        (("list", 3, "m"), "value", (10, 8, 1)),
        (("deep", "er", "est"), "key", (15, 9, 3)),
        (("deep", "er", "est"), "value", (15, 16, 1)),
        (("empty",), "key", (17, 1, 5)),
        (("flow", 1, 0), "value", (18, 12, 1)),
        (("flow", 1, 1), "value", (18, 15, 1)),
        (("flow", 2, "f"), "value", (18, 23, 1)),
        ((), "value", (1, 1, 1)),
        ((), "key", (1, 1, 1)),
    ],
)
def test_keys_values_and_items_have_their_places(path: Path, on: str, expected: tuple[int, int, int]) -> None:
    """A scalar is found itself, without its quotes; a mapping or list by its key, an item where it begins."""
    assert at(path, on) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("list", 9), (4, 1, 4)),
        (("list", 1, "none"), (6, 5, 1)),
        (("a", "none", "none"), (2, 1, 1)),
        (("none",), (1, 1, 1)),
        (("list", "0"), (4, 1, 4)),
    ],
)
def test_what_is_not_there_is_told_where_it_belongs(path: Path, expected: tuple[int, int, int]) -> None:
    """A missing key is told at the mapping that lacks it, or at the head of the file."""
    assert at(path) == expected


@pytest.mark.parametrize(
    ("line", "inside", "expected"),
    [
        ("a: f and g", (6, 1), (1, 10, 1)),
        ("a: 'f and g'", (6, 1), (1, 11, 1)),
        ('a: "f and g"', (2, 3), (1, 7, 3)),
        ("a: f and", (5, 1), (1, 9, 1)),
        ("a:    f", (0, 1), (1, 7, 1)),
        ("a: |\n  f and g", (6, 1), (2, 9, 1)),
        ("a: |\n  f and g", (2, 5), (2, 5, 5)),
        ("a: |-  # remark\n\n\n  f\n\n\n  and g", (5, 1), (7, 5, 1)),
        ("a: |\n  f and\n  g", (2, 5), (2, 5, 3)),  # to the end of its line
        ("a: >\n  f\n  and  g", (2, 3), (3, 3, 3)),
        ("a: f and\n  g", (6, 1), (2, 3, 1)),
        ("a: 'f and\n  g'", (6, 1), (2, 3, 1)),
        ('a: "f\n  and \\\n  g"', (2, 3), (2, 3, 3)),
        ('a: "f \\x41 and\n  g"', (2, 1), (1, 5, 1)),  # not written as it reads
        ("a: |\n  f and g", (60, 1), (1, 4, 1)),
    ],
)
def test_a_place_inside_a_value_counts_from_its_first_character(
    line: str, inside: tuple[int, int], expected: tuple[int, int, int]
) -> None:
    """The exact word is found, on whichever line; where the lines read otherwise, the value is told."""
    assert at(("a",), inside=inside, text=line + "\n") == expected


def test_a_place_inside_a_value_that_is_not_there_is_left_out() -> None:
    """Where only the key above can be found, that is the place."""
    assert at(("a", "x"), inside=(3, 1)) == (2, 1, 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a: f # g h", (1, 6, 5)),
        ("a: f    #g  ", (1, 9, 2)),
        ("a: f\n  g # h", (2, 5, 3)),
        ("a: 'f # g' # h", (1, 12, 3)),
        ("a: f", (1, 1, 1)),
    ],
)
def test_a_remark_is_found_behind_its_value(line: str, expected: tuple[int, int, int]) -> None:
    """From its sign to the end of the line; where there is none the key has to do."""
    assert at(("a",), "remark", text=line + "\n") == expected


AGAIN = """\
a: x
b: [{c: 1, c: 2}, {c: 3}]
'a': y
? d
: a: 1
  "b": 2
  'b': 3
  list:
    - b: 4
    - b
a: z
"""


@pytest.mark.parametrize(("place", "first"), [((2, 12), 2), ((3, 1), 1), ((7, 3), 6), ((11, 1), 1)], ids=str)
def test_a_key_that_stands_again_tells_where_the_first_one_is(place: tuple[int, int], first: int) -> None:
    """The line of the first key of the same mapping, however the two are quoted."""
    finding = Diagnostic("duplicate-key", facts={"key": "x"}, place=Place(*place))

    assert locate(AGAIN, [finding])[0].facts == {"key": "x", "first": first}


def test_only_keys_that_stand_again_are_told_the_first() -> None:
    """Other findings beside them stay as they are."""
    again = [Diagnostic("duplicate-key", place=Place(line, 1)) for line in (3, 11)]
    other = Diagnostic("x", ("b",))

    assert [finding.facts for finding in locate(AGAIN, [*again, other])] == [{}, {"first": 1}, {"first": 1}]


@pytest.mark.parametrize("text", ["a: b\n", 'a: b\nc: "\n'])
def test_without_a_first_key_the_place_itself_has_to_do(text: str) -> None:
    """The search ends with the text, or where it cannot be read."""
    assert locate(text, [Diagnostic("duplicate-key", place=Place(9, 9))])[0].facts == {"first": 9}


def test_findings_come_in_the_order_of_the_text() -> None:
    """Whatever order they were found in; findings of one place keep theirs."""
    wanted = [(("flow",), "third"), (("a",), "first"), (("list", 0), "second"), (("a",), "again")]

    placed = locate(TEXT, [Diagnostic(rule, path) for path, rule in wanted])

    assert [finding.rule for finding in placed] == ["first", "again", "second", "third"]


def test_a_place_that_is_known_is_kept() -> None:
    """What the reader placed is not looked up again."""
    finding = Diagnostic("x", ("a",), place=Place(7, 7, 7))

    assert locate(TEXT, [finding, Diagnostic("y", ("a",))]) == [
        Diagnostic("y", ("a",), place=Place(2, 4, 4)),
        finding,
    ]


def test_findings_that_are_ranked_keep_their_order() -> None:
    """`placed` fills places in and sorts nothing."""
    later, sooner = Diagnostic("x", ("deep",), on="key"), Diagnostic("y", ("a",), on="key")

    assert [one.rule for one in placed(TEXT, [later, sooner])] == ["x", "y"]
    assert [one.rule for one in locate(TEXT, [later, sooner])] == ["y", "x"]


@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_places_are_right_however_the_text_is_cut_into_pieces(before: int) -> None:
    """Letters of one to four bytes, in a text much longer than what a parser asks for at once."""
    text = f"{'#' * before}\n" + "".join(f"k{n}: 'aé…😀' # é\n" for n in range(9000)) + "last: aé…😀 # é\n"

    assert at(("last",), text=text) == (9002, 7, 4)
    assert at(("last",), "remark", text=text) == (9002, 12, 3)


def test_without_findings_the_text_is_not_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to say costs nothing, nor does what has its place already."""
    monkeypatch.setattr("etika_sim.language.locate.parser_of", None)
    finding = Diagnostic("x", place=Place(1, 1))

    assert (locate(TEXT, []), locate(TEXT, [finding])) == ([], [finding])


@pytest.mark.parametrize("path", [("list", 2, 1), ("deep", "er", "est")])
def test_the_slow_parser_finds_the_same_places(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places do not hang on which of PyYAML's parsers is there."""
    fast = at(path)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    assert at(path) == fast


@pytest.mark.parametrize("with_libyaml", [True, False])
def test_places_are_found_behind_tabs_and_control_characters(
    with_libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the reader replaces is replaced here as well, one character for one."""
    monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml)

    assert at(("b",), text="a:\tx\x1b\u2028y\nb: z\n") == (2, 4, 1)


def test_a_text_that_breaks_off_keeps_what_was_found() -> None:
    """A syntax error further down does not take away the places before it."""
    assert [at((key,), text='a: b\nc: d\ne: "\n') for key in ("a", "none")] == [(1, 4, 1), (1, 1, 1)]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "just a text\n"])
def test_a_text_without_a_mapping_has_its_head(text: str) -> None:
    """Where there is nothing to walk, the place is the head of the file."""
    assert at(("a",), text=text) == (1, 1, 1)


@pytest.mark.parametrize("key", ["[x, y]", "{x: y}", "[[x], {y: z}]", "*x", "&x x"])
def test_keys_that_are_no_words_are_passed_over(key: str) -> None:
    """A key that the reader refuses does not throw the places behind it off."""
    assert at(("b",), text=f"? {key}\n: a: 1\n  b: 2\nb: here\n") == (4, 4, 4)


def test_what_nobody_asked_for_may_be_as_deep_as_it_likes() -> None:
    """Only the wanted path is followed down; the rest is passed over."""
    deep = "[" * (DEEPEST * 40) + "]" * (DEEPEST * 40)

    assert at(("b",), text=f"a: {deep}\nb: here\n") == (2, 4, 4)
