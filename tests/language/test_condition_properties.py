"""Conditions made at random mean what Python means by the same words."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.language.condition import LONGEST, ConditionError, parse
from etika_sim.model import Compare, Condition, Flag, Junction, Not, Truth, Variable

STATE = {
    "f": Variable("f", 0, 1, 0, True),
    "catat": Variable("catat", 0, 1, 0, True),
    "n": Variable("n", 0, 3, 0, False),
    "tekanan_2": Variable("tekanan_2", -2, 2, 0, False),
}
FLAGS = [name for name, variable in STATE.items() if variable.is_flag]
COUNTERS = [name for name in STATE if name not in FLAGS]
SIGNS = ("==", "!=", "<", "<=", ">", ">=")


def made(random: Random, depth: int) -> str:
    """A random condition, as an author may write it."""
    kind = random.choice(
        ["flag", "truth", "compare", "flags"] if depth == 0 else ["not", "and", "or", "group", "flag"]
    )
    if kind == "flag":
        return random.choice(FLAGS)
    if kind == "truth":
        return random.choice(["true", "false"])
    if kind == "compare":
        left, right = (random.choice([*COUNTERS, str(random.randint(-3, 3))]) for _ in "ab")
        return f"{left}{random.choice([' ', ''])}{random.choice(SIGNS)} {right}"
    if kind == "flags":
        return f"{random.choice(FLAGS)} {random.choice(SIGNS[:2])} {random.choice([*FLAGS, 'true', 'false'])}"
    if kind == "not":
        return f"not {made(random, depth - 1)}"
    if kind == "group":
        return f"({made(random, depth - 1)})"
    return f" {kind} ".join(made(random, depth - 1) for _ in range(random.randint(2, 3)))


def holds(condition: Condition, values: dict[str, int | bool]) -> bool:
    """Whether our tree holds, read straight off its nouns."""
    match condition:
        case Truth(value):
            return value
        case Flag(name):
            return bool(values[name])
        case Not(part):
            return not holds(part, values)
        case Junction(word, parts):
            return (all if word == "and" else any)(holds(part, values) for part in parts)
        case Compare(left, sign, right):
            ours, theirs = (values[side] if isinstance(side, str) else side for side in (left, right))
            return {
                "==": ours == theirs,
                "!=": ours != theirs,
                "<": ours < theirs,
                "<=": ours <= theirs,
                ">": ours > theirs,
                ">=": ours >= theirs,
            }[sign]
    raise AssertionError(condition)


def as_python(text: str) -> str:
    """The same condition in Python, whose words differ in two letters only."""
    return text.replace("true", "True").replace("false", "False")


def random_values(random: Random) -> dict[str, int | bool]:
    """A value for each name, within its range."""
    return {
        name: bool(random.randint(0, 1)) if variable.is_flag else random.randint(variable.low, variable.high)
        for name, variable in STATE.items()
    }


def test_two_thousand_random_conditions_mean_what_python_means() -> None:
    """A valid condition holds exactly when Python's own reading of the same words does."""
    random, compared = Random(20261124), 0  # noqa: S311 - the same conditions every time
    while compared < 2000:
        text = made(random, random.randint(0, 3))
        if len(text) > LONGEST:
            continue
        compared += 1
        condition, meaning = parse(text, STATE), compile(as_python(text), "condition", "eval")
        for _ in range(8):
            values = random_values(random)
            assert holds(condition, values) == eval(meaning, {}, dict(values)), (text, values)  # noqa: S307


TOKENS = [*STATE, *SIGNS, "and", "or", "not", "true", "false", "(", ")", "1", "-2", "x", "=", " "]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map(" ".join) | st.text(max_size=LONGEST + 5))
def test_any_text_is_a_condition_or_a_condition_error(text: str) -> None:
    """Nothing but ConditionError is ever raised, and its place lies in the text."""
    start = 0
    try:
        parse(text, STATE)
    except ConditionError as error:
        start = error.start

    assert 0 <= start <= len(text)
