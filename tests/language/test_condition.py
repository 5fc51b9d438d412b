"""The little condition language: what it says, how it binds, and everything it refuses."""

from __future__ import annotations

import pytest

from etika_sim.language.condition import DEEPEST, LONGEST, ConditionError, parse
from etika_sim.model import Compare, Flag, Junction, Not, Truth, Variable

STATE = {
    "f": Variable("f", 0, 1, 0, True),
    "g": Variable("g", 0, 1, 0, True),
    "n": Variable("n", 0, 3, 0, False),
    "m": Variable("m", -5, 5, 0, False),
}
F, G = Flag("f"), Flag("g")


def refused(text: str) -> tuple[str, int, str]:
    """Why the condition is refused: reason, where, and the word it is about."""
    with pytest.raises(ConditionError) as caught:
        parse(text, STATE)
    error = caught.value
    return error.reason, error.start, error.word


# --- what it says -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f", F),
        ("true", Truth(True)),
        ("false", Truth(False)),
        ("not f", Not(F)),
        ("not not f", Not(Not(F))),
        ("f and g", Junction("and", (F, G))),
        ("f or g", Junction("or", (F, G))),
        ("f and g and f", Junction("and", (F, G, F))),
        ("f or g or f", Junction("or", (F, G, F))),
        ("n == 1", Compare("n", "==", 1)),
        ("n != 1", Compare("n", "!=", 1)),
        ("n < 1", Compare("n", "<", 1)),
        ("n <= 1", Compare("n", "<=", 1)),
        ("n > 1", Compare("n", ">", 1)),
        ("n >= 1", Compare("n", ">=", 1)),
        ("1 < n", Compare(1, "<", "n")),
        ("n < m", Compare("n", "<", "m")),
        ("m > -3", Compare("m", ">", -3)),
        ("1 == 1", Compare(1, "==", 1)),
        ("n == 007", Compare("n", "==", 7)),
        ("n < 999999999", Compare("n", "<", 999999999)),
        ("m > -999999999", Compare("m", ">", -999999999)),
        ("f == true", Compare("f", "==", True)),
        ("false != f", Compare(False, "!=", "f")),
        ("f == g", Compare("f", "==", "g")),
        ("true == false", Compare(True, "==", False)),
        ("(f)", F),
        ("((f))", F),
        ("n>=1", Compare("n", ">=", 1)),
        ("n>-1", Compare("n", ">", -1)),
        ("  f\tand\n( g )  ", Junction("and", (F, G))),
        ("not(f)and(g)", Junction("and", (Not(F), G))),
    ],
)
def test_a_condition_becomes_its_tree(text: str, expected: object) -> None:
    """Each form of the grammar has one tree, whatever the spaces."""
    assert parse(text, STATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f or g and f", Junction("or", (F, Junction("and", (G, F))))),
        ("f and g or f", Junction("or", (Junction("and", (F, G)), F))),
        ("(f or g) and f", Junction("and", (Junction("or", (F, G)), F))),
        ("not f and g", Junction("and", (Not(F), G))),
        ("not f or g", Junction("or", (Not(F), G))),
        ("not (f and g)", Not(Junction("and", (F, G)))),
        ("not n < 1", Not(Compare("n", "<", 1))),
        ("not f == g", Not(Compare("f", "==", "g"))),
        ("f and n < 1 or g", Junction("or", (Junction("and", (F, Compare("n", "<", 1))), G))),
        ("f and (g and f)", Junction("and", (F, Junction("and", (G, F))))),
    ],
)
def test_comparisons_bind_first_then_not_then_and_then_or(text: str, expected: object) -> None:
    """The precedence is the usual one, and parentheses change it."""
    assert parse(text, STATE) == expected


def test_a_literal_of_a_flag_stays_a_truth_in_the_tree() -> None:
    """True and 1 are equal in Python, so the tree keeps which of them was written."""
    assert (type(parse("f == true", STATE).right), type(parse("n == 1", STATE).right)) == (bool, int)


def test_the_same_text_gives_an_equal_tree() -> None:
    """Trees are values: they compare and hash by what they say."""
    first, second = parse("f and n < 2", STATE), parse("f  and  n<2", STATE)

    assert (first, hash(first)) == (second, hash(second))


# --- what it refuses --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty", 0, "")),
        ("   ", ("empty", 0, "")),
        ("x", ("unknown-state", 0, "x")),
        ("f and x", ("unknown-state", 6, "x")),
        ("n == x", ("unknown-state", 5, "x")),
        ("F", ("unknown-state", 0, "F")),
        ("True", ("unknown-state", 0, "True")),
        ("f AND g", ("unexpected", 2, "AND")),
        ("n", ("counter-alone", 0, "n")),
        ("not n", ("counter-alone", 4, "n")),
        ("f and n", ("counter-alone", 6, "n")),
        ("1", ("number-alone", 0, "1")),
        ("f or -1", ("number-alone", 5, "-1")),
        ("f == 1", ("mixed-kinds", 2, "==")),
        ("n == true", ("mixed-kinds", 2, "==")),
        ("f == n", ("mixed-kinds", 2, "==")),
        ("1 < f", ("mixed-kinds", 2, "<")),
        ("f < g", ("flag-order", 2, "<")),
        ("f >= true", ("flag-order", 2, ">=")),
        ("0 < n < 3", ("chained", 6, "<")),
        ("f == g == f", ("chained", 7, "==")),
        ("n =", ("single-equals", 2, "=")),
        ("n = 1", ("single-equals", 2, "=")),
        ("n => 1", ("single-equals", 2, "=")),
        ("n === 1", ("single-equals", 4, "=")),
        ("f && g", ("strange-character", 2, "&")),
        ("!f", ("strange-character", 0, "!")),
        ("n + 1 > 2", ("strange-character", 2, "+")),
        ("n > 1.5", ("strange-character", 5, ".")),
        ("f.g", ("strange-character", 1, ".")),
        ("fé", ("strange-character", 1, "é")),
        ("f\u00a0and g", ("strange-character", 1, "\u00a0")),
        ("n > 1000000000", ("number-too-large", 4, "1000000000")),
        ("n > -1000000000", ("number-too-large", 4, "-1000000000")),
        ("(f", ("unclosed", 0, "(")),
        ("f and ((g)", ("unclosed", 6, "(")),
        ("(f g)", ("unexpected", 3, "g")),
        ("f)", ("unexpected", 1, ")")),
        ("f g", ("unexpected", 2, "g")),
        ("f 1", ("unexpected", 2, "1")),
        ("f not g", ("unexpected", 2, "not")),
        ("()", ("unexpected", 1, ")")),
        ("and f", ("unexpected", 0, "and")),
        ("f and or g", ("unexpected", 6, "or")),
        ("== 1", ("unexpected", 0, "==")),
        ("n == ==", ("unexpected", 5, "==")),
        ("n == not f", ("unexpected", 5, "not")),
        ("n == (1)", ("unexpected", 5, "(")),
        ("(n) == 1", ("counter-alone", 1, "n")),
        ("n -1", ("counter-alone", 0, "n")),
        ("f and", ("ends-early", 5, "")),
        ("not  ", ("ends-early", 3, "")),
        ("n ==", ("ends-early", 4, "")),
        ("(", ("ends-early", 1, "")),
    ],
)
def test_every_mistake_has_its_reason_and_its_place(text: str, expected: tuple[str, int, str]) -> None:
    """What cannot be read says why, at which character, and which word it is about."""
    assert refused(text) == expected


def test_the_length_of_a_mistake_is_that_of_its_word() -> None:
    """A caret can underline the whole word; where there is none it is one wide."""
    lengths = []
    for text in ("f and salah", "f and"):
        with pytest.raises(ConditionError) as caught:
            parse(text, STATE)
        lengths.append(caught.value.length)

    assert lengths == [5, 1]


def test_a_condition_may_be_200_characters_long() -> None:
    """Two hundred characters are read, one more is refused at that place."""
    longest = "f or " * 39 + "f"
    longest += " " * (LONGEST - len(longest))

    assert (LONGEST, isinstance(parse(longest, STATE), Junction), refused(longest + " ")) == (
        200,
        True,
        ("too-long", 200, ""),
    )


@pytest.mark.parametrize("opening", ["(", "not "])
def test_a_condition_may_nest_only_so_deep(opening: str) -> None:
    """Twenty-nine openings around a flag are read, thirty are refused where it becomes too deep."""
    closing = ")" if opening == "(" else ""
    parse(opening * (DEEPEST - 1) + "f" + closing * (DEEPEST - 1), STATE)

    assert refused(opening * DEEPEST + "f" + closing * DEEPEST) == ("too-deep", len(opening) * DEEPEST, "f")


def test_depth_is_that_of_the_nesting_not_of_the_length() -> None:
    """Many small groups beside each other are no deeper than one."""
    assert len(parse(" or ".join(["(f)"] * 28), STATE).parts) == 28
