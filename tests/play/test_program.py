"""A program is the case: what walks its data alone plays, reads and weighs as the engine does."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from generate import THOROUGH, case, choice, decision, ending, random_case
from plain import CASES
from program_player import SEED, Player, agree, stepped

from etika_sim.checks.proof import prove
from etika_sim.model import Flag, Scenario
from etika_sim.play import compiled, record
from etika_sim.play.baking import bake
from etika_sim.play.compiled import machine
from etika_sim.play.engine import start, undo
from etika_sim.play.program import Program, compile
from etika_sim.play.program_data import FORMAT, to_data
from etika_sim.play.program_piece import BadProgram
from etika_sim.play.program_reader import from_data
from etika_sim.play.scoring import scoring_row

SMALL = CASES[: 60 * THOROUGH]


def through_json(program: Program) -> Program:
    """The program that comes back from its data, written as JSON and read again."""
    return from_data(json.loads(json.dumps(to_data(program))))


def data_of(scenario: Scenario) -> dict[str, Any]:
    """The data of a scenario's program as they come out of JSON, all tables baked."""
    return json.loads(json.dumps(to_data(bake(compile(scenario), [SEED]))))


# --- the same plays ---


@pytest.mark.parametrize("n", range(len(SMALL)))
def test_the_data_alone_play_as_the_engine_does(n: int) -> None:
    """Random walks with steps back: scenes, offers, their order, texts and sums agree at every step."""
    scenario, dice = SMALL[n], Random(n)  # noqa: S311 - the same walk again
    play, player = start(scenario, SEED), Player(data_of(scenario))
    agree(play, player)
    for _ in range(25):
        if dice.random() < 0.2 and play.steps:
            play = undo(play)
            player.undo()
        elif play.offered:
            play = stepped(play, player, dice.choice(play.offered))
        agree(play, player)


# --- the same program ---


@pytest.mark.parametrize("seed", range(100 * THOROUGH))
def test_a_program_comes_back_from_json(seed: int) -> None:
    """Writing and reading loses nothing, with and without what was baked."""
    program = compile(random_case(seed))

    assert through_json(program) == program
    assert through_json(bake(program, ["", "é\n"])) == bake(program, ["", "é\n"])


def test_every_mark_of_a_choice_stands_in_its_row() -> None:
    """Recommended, red line and what mends: each alone comes back where it was, and nowhere else."""
    marks = ("recommended", "red_line", "mends")
    choices = [choice(mark, "end", **{mark: True}) for mark in marks]

    moves = through_json(compile(case(decision("one", *choices), ending("end")))).scenes["one"].moves
    assert [[getattr(move, mark) for mark in marks] for move in moves] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_the_proof_of_a_program_that_went_through_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings, the scenes reached and their states are the same; so is the key that saves hang on."""
    for seed in range(200 * THOROUGH):
        first, second = random_case(seed), random_case(seed)
        expected = prove(first)
        with monkeypatch.context() as patched:
            patched.setattr(compiled, "compile", lambda scenario: through_json(compile(scenario)))
            found = prove(second)
            key = record.key_of(second)
        assert (found.findings, found.reached) == (expected.findings, expected.reached)
        assert key == record.key_of(first)


def test_a_program_holds_no_reference_to_its_scenario() -> None:
    """The data of two scenarios that are equal in all but identity are the same."""
    assert data_of(random_case(7)) == data_of(random_case(7))
    assert machine(SMALL[0]).program is machine(SMALL[0]).program


# --- what is baked ---


def test_every_set_of_choices_that_conditions_leave_is_weighed() -> None:
    """Those without a condition always stand; of the others any may be missing; none is no row."""
    always = choice("a", "end")
    one, other = choice("b", "end", when=Flag("f")), choice("c", "end", when=Flag("g"))
    plain = decision("plain", choice("x", "end"), choice("y", "end"))
    program = bake(compile(case(decision("two", always, one, other), plain, ending("end"))))

    assert set(program.scoring["two"]) == {(0, 1, 2), (0, 1), (0, 2), (0,)}
    assert set(program.scoring["plain"]) == {(0, 1)}
    assert program.scoring.keys() == {"two", "plain"}


def test_a_scoring_row_by_hand() -> None:
    """Weight 2; integrity 2, 0 and -1, fairness 1 for the second alone: gains, ranges, 60 times chance."""
    points = [(2, None, None, None, None), (0, 1, None, None, None), (-1, 0, None, None, None)]
    offered = [choice(f"c{n}", "end", points=one, recommended=n == 1) for n, one in enumerate(points)]

    row = scoring_row(2, offered)
    assert row.gains == ((6, 0, 0, 0, 0, 6), (2, 2, 0, 0, 0, 4), (0, 0, 0, 0, 0, 0))
    assert row.ranges == (6, 2, 0, 0, 0, 6)
    assert row.chances == (160, 40, 0, 0, 0, 200)
    assert row.comparator == 1


def test_more_choices_than_can_be_weighed_in_integers_are_refused() -> None:
    """60 is a multiple of one to five, and the language allows no more choices than that."""
    with pytest.raises(ValueError, match="at most 5"):
        scoring_row(1, [choice(f"c{n}", "end") for n in range(6)])


# --- what is refused ---


def test_a_newer_format_is_refused_with_a_sentence() -> None:
    """An older reader says which format it met, which it reads, and what to do."""
    data = {**data_of(SMALL[0]), "format": FORMAT + 1}

    with pytest.raises(BadProgram, match=rf"format {FORMAT + 1}.* formats up to {FORMAT}: install"):
        from_data(data)


@pytest.mark.parametrize("data", [None, [], {}, "x", {"format": "1"}, {"format": True}, {"format": 0}])
def test_what_is_no_program_is_refused(data: Any) -> None:
    """Data without a format are called no compiled case."""
    with pytest.raises(BadProgram, match="no compiled case"):
        from_data(data)


JUNK = (None, True, -1, 10**30, 1.5, "nowhere", "\x1b[31m", [], ["and"], ["<", "a"], {}, {"kind": 1})


@pytest.mark.parametrize("seed", range(40 * THOROUGH))
def test_damaged_data_are_a_program_or_refused_with_their_place(seed: int) -> None:
    """Whatever stands at whatever place, the answer is a program, or a sentence that can be printed."""
    dice = Random(seed)  # noqa: S311 - the same damage again
    text = json.dumps(data_of(SMALL[seed % len(SMALL)]))
    answers = [answer(text, dice) for _ in range(60)]

    said = [one for one in answers if isinstance(one, str)]
    assert len(said) > 20
    assert all("is damaged at '" in one or "format" in one for one in said)
    assert all(one.isprintable() for one in said)
    assert all(through_json(one) == one for one in answers if isinstance(one, Program))


def answer(text: str, dice: Random) -> Program | str:
    """What is made of the data once they are damaged: a program, or what is said of them."""
    data = json.loads(text)
    damage(data, dice)
    try:
        return from_data(data)
    except BadProgram as bad:
        return str(bad)


def damage(data: Any, dice: Random) -> None:
    """Put something else at some place of the data, however deep."""
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        key = dice.choice(keys)
        if isinstance(data[key], (dict, list)) and data[key] and dice.random() < 0.85:
            data = data[key]
        else:
            data[key] = dice.choice(JUNK)
            return


def test_conditions_too_deep_to_be_meant_are_refused() -> None:
    """A thousand `not` inside each other end in the same sentence, not in a crash."""
    data = data_of(case(decision("one", choice("a", "end")), ending("end")))
    when: Any = True
    for _ in range(900):
        when = ["not", when]
    data["scenes"]["one"]["moves"][0]["when"] = when

    with pytest.raises(BadProgram, match=r"damaged at 'scenes\.one\.moves\.0\.when"):
        from_data(data)
