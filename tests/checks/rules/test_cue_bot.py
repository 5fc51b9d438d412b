"""cue-bot: how well a player does who only glances at the options."""

from __future__ import annotations

from fractions import Fraction

import pytest
from generate import case, choice, decision, ending, flag
from options import BEST, OTHER, asked, draft, of, options

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.cue_bot import Guessed, find, guessed
from etika_sim.model import Flag, Not

GIVEN = ("Menunggu di sini sampai sore.", "Pergi.", "Duduk.")
HIDDEN = ("Duduk.", "Menunggu di sini sampai sore.", "Pergi.")


def first(draft: Draft) -> Guessed:
    """What the bot makes of the first decision."""
    return guessed(draft.glances[0])


def of_decisions(*decisions: tuple[str, ...], weight: int = 1) -> Draft:
    """A case of decisions with those texts; the weight is that of the first."""
    scenes = [asked(*options(*texts), id=f"d{n}") for n, texts in enumerate(decisions)]
    return draft(scenes[0]._replace(weight=weight), *scenes[1:])


@pytest.mark.parametrize(
    ("texts", "hit"),
    [
        (GIVEN, 1),
        (HIDDEN, 0),
        (("Diam.", "Lari.", "Ikut."), Fraction(1, 3)),  # nothing to see: by lot
        (("Diam.", "Lari.", "Ikut sekarang."), 0),
        (("Melapor.", "Duduk.", "Menyapa."), 1),  # a word of virtue; the longest is shared by two
        (("Duduk.", "Selalu.", "Uangnya"), 1),  # the other two lose a point, though one is longest
        (("Diam.", "Menyuap Pak Darto."), Fraction(1, 2)),  # longest, but a word of vice
    ],
)
def test_what_the_bot_takes(texts: tuple[str, ...], hit: Fraction | int) -> None:
    """Most points for length, virtue and echo, less for absolutes and vice; of several one by lot."""
    assert first(of(*texts)).hit == hit


def test_what_the_bot_earns() -> None:
    """Points times weight above the worst option, for the bot, for blind choosing, and for the best."""
    one = first(of_decisions(GIVEN, weight=3))

    assert (one.chance, one.earned, one.blind, one.span) == (Fraction(1, 3), 6, 2, 6)


@pytest.mark.parametrize(
    ("given", "hidden", "fires"), [(4, 1, True), (3, 2, False), (6, 2, True), (5, 3, False)]
)
def test_hits_are_significant_at_the_critical_values(given: int, hidden: int, fires: bool) -> None:
    """With three options 4 of 5 and 6 of 8 are, 3 of 5 and 5 of 8 are not."""
    found = list(find(of_decisions(*[GIVEN] * given, *[HIDDEN] * hidden)))
    reasons = {warning.facts["reason"] for warning in found}

    assert ("hits" in reasons) == fires


def test_what_is_told_of_hits() -> None:
    """How many of how many, what chance would hit, and where the guess is sure."""
    (warning,) = find(of_decisions(*[GIVEN] * 4, HIDDEN))

    assert (warning.path, warning.on) == (("scenes",), "key")
    assert warning.facts == {
        "reason": "hits",
        "hits": 4,
        "of": 5,
        "chance": 2,
        "overall": 80,
        "blind": 33,
        "scenes": ("d0", "d1", "d2", "d3"),
    }


def test_thirty_points_more_than_blind_choosing_are_too_many() -> None:
    """Of three decisions one hit is enough when it weighs more than the rest; exactly 30 ahead is not."""
    heavy = of_decisions(GIVEN, HIDDEN, HIDDEN, weight=5)  # 5 of 7 against 1 of 3
    (warning,) = find(heavy)

    assert (warning.facts["reason"], warning.facts["overall"], warning.facts["blind"]) == ("overall", 71, 33)
    assert list(find(of_decisions(GIVEN, HIDDEN, HIDDEN, weight=3))) == []  # 3 of 5 against 1 of 3


def test_of_two_decisions_nothing_can_be_said() -> None:
    """Two lucky guesses happen to everybody."""
    assert list(find(of_decisions(GIVEN, GIVEN))) == []


def test_a_case_without_points_is_left_alone() -> None:
    """Where nothing is rated there is no best choice to guess."""
    assert (
        list(find(Draft(case(decision("one", choice("a", "end"), choice("b", "end")), ending("end"))))) == []
    )


def test_options_are_judged_as_they_stand_together() -> None:
    """A choice that is offered in half of the ways counts in half of them."""
    good = choice("a", "end", text="Menunggu di sini.", points=BEST)
    plain = choice("b", "end", text="Pergi.", points=OTHER)
    long = choice("c", "end", text="Menunggu di luar gedung sampai sore.", points=OTHER, when=Flag("f"))
    short = choice("d", "end", text="Lari.", points=OTHER, when=Not(Flag("f")))
    way_in = decision("in", choice("x", "one"), choice("y", "one", set={"f": 1}))
    scenes = [way_in, decision("one", good, plain, long, short), ending("end")]

    assert first(Draft(case(*scenes, state=[flag("f")]))).hit == Fraction(1, 2)
