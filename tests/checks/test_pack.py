"""All cases of a pack together: coverage, and cues that only many decisions show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from generate import case, choice, decision, ending
from rules.options import BEST, OTHER, asked, draft, options

from etika_sim.checks.cues import _matters
from etika_sim.checks.pack import Cue, Pack
from etika_sim.checks.survey import survey
from etika_sim.model import Debrief, Decision, OfficeRemedy, Scenario

LONG, MIDDLE, SHORT = "Menunggu di sini sampai sore.", "Pergi ke dapur.", "Duduk."
MUTE, SAYS = "Pulang sore ini ya.", "Pulang sebab hujan."
REASON_TABLE = [
    (7, "no-reason", 7, 2 * 0.01966, False),
    (8, "no-reason", 8, 2 * 0.00340, True),
    (3, "reason", 7, 1.0, False),
    (0, "reason", 10, 2 * 0.01734, False),
]
"""Tails of the binomial with 10 trials, of 1/3 and of 2/3."""
LAWS = ("G-01", "G-02", "G-03")


def surveyed(*scenes: Decision, **head: object) -> Pack:
    """What is found in a pack of one case with those decisions."""
    scenario = draft(*scenes).scenario
    return survey([scenario], LAWS) if not head else survey([case(*scenes, ending("end"), **head)], LAWS)


def cue(pack: Pack, name: str) -> Cue:
    """The test of that name."""
    (found,) = (one for one in pack.cues if one.name == name)
    return found


def decisions(*texts: Iterable[str]) -> list[Decision]:
    """A decision for each group of texts, the best one first."""
    return [asked(*options(*group), id=f"d{n}") for n, group in enumerate(texts)]


def placed(*places: int, options: int = 3) -> list[Decision]:
    """Decisions that keep the order of the file, with the best choice in those places, counted from 0."""
    found = []
    for n, place in enumerate(places):
        texts = [(f"c{k}", BEST if k == place else OTHER) for k in range(options)]
        choices = [choice(id, "end", text="Duduk.", points=points) for id, points in texts]
        found.append(asked(*choices, id=f"d{n}")._replace(shuffle=False))
    return found


# --- cues ---


@pytest.mark.parametrize(("longest", "middle", "significant"), [(7, 3, False), (8, 2, True), (0, 10, False)])
def test_the_longest_is_tested_over_all_decisions(longest: int, middle: int, significant: bool) -> None:
    """Of ten decisions with three options 8 are too many for three tests at once; 0 is not yet too few."""
    scenes = decisions(*[(LONG, MIDDLE, SHORT)] * longest, *[(MIDDLE, LONG, SHORT)] * middle)
    found = cue(surveyed(*scenes), "longest")

    assert (found.hits, found.of, round(found.expected, 2)) == (longest, 10, 3.33)
    assert found.significant == significant


def test_too_seldom_is_a_cue_as_well() -> None:
    """Never once in twenty decisions teaches to leave the longest alone."""
    found = cue(surveyed(*decisions(*[(MIDDLE, LONG, SHORT)] * 20)), "longest")

    assert found.significant
    assert found.p == pytest.approx(2 * (2 / 3) ** 20)


def test_a_tie_in_length_is_no_trial() -> None:
    """Where two choices are longest together there is nothing to take."""
    pack = surveyed(*decisions((LONG, LONG, SHORT), (SHORT, LONG, MIDDLE)))

    assert (cue(pack, "longest").of, cue(pack, "shortest").of, cue(pack, "shortest").hits) == (1, 2, 1)


@pytest.mark.parametrize(("silent", "name", "hits", "p", "significant"), REASON_TABLE)
def test_reasons_are_tested_over_all_decisions(
    silent: int, name: str, hits: int, p: float, significant: bool
) -> None:
    """The one option of three without a reason may be best in 7 of ten decisions or in none, not in 8."""
    scenes = decisions(*[(MUTE, SAYS, SAYS)] * silent, *[(SAYS, MUTE, SAYS)] * (10 - silent))
    found = cue(surveyed(*scenes), name)

    assert (found.hits, found.of) == (hits, 10)
    assert found.expected == pytest.approx(10 / 3 if name == "no-reason" else 20 / 3)
    assert found.p == pytest.approx(p, abs=0.00005)
    assert found.significant == significant


def test_reasons_are_one_test() -> None:
    """The opposites say the same, so one of them takes its share of the 5 percent, not both."""
    pack = surveyed(*decisions((MUTE, SAYS, SAYS), (SAYS, MUTE, SAYS)))

    assert [one.name for one in pack.cues] == ["no-reason", "cue-bot"]


def test_where_all_or_none_give_a_reason_there_is_no_trial() -> None:
    """Only an option that differs from another in this can be told by it."""
    pack = surveyed(*decisions((MUTE, MUTE, MUTE), (SAYS, SAYS, SAYS), (MUTE, MUTE, SAYS)))
    found = cue(pack, "no-reason")

    assert (found.hits, found.of) == (1, 1)
    assert found.expected == pytest.approx(2 / 3)
    assert {one.name for one in surveyed(*decisions((MUTE, MUTE, MUTE))).cues} == {"cue-bot"}


def test_of_several_best_none_may_give_a_reason() -> None:
    """Two best of four, two without a reason: one draw in six has both; of five trials all hit in 6^-5."""
    choices = [
        choice(id, "end", text=text, points=points)
        for id, text, points in zip("abcd", (MUTE, MUTE, SAYS, SAYS), (BEST, BEST, OTHER, OTHER), strict=True)
    ]
    found = cue(surveyed(*(asked(*choices, id=f"d{n}") for n in range(5))), "no-reason")

    assert (found.hits, found.of) == (5, 5)
    assert found.expected == pytest.approx(5 / 6)
    assert found.p == pytest.approx(2 / 6**5)


def test_decisions_of_different_chances_are_added_exactly() -> None:
    """Chances 1/3, 2/3, 1/2 and 3/4, all hit: 1/12, doubled; a mean chance of 9/16 would give a tenth."""
    found = cue(
        surveyed(
            *decisions(
                (MUTE, SAYS, SAYS), (MUTE, MUTE, SAYS), (MUTE, MUTE, SAYS, SAYS), (MUTE, MUTE, MUTE, SAYS)
            )
        ),
        "no-reason",
    )

    assert (found.hits, found.of, found.expected) == (4, 4, 2.25)
    assert found.p == pytest.approx(2 / 12)


def test_options_in_the_order_of_the_file_are_tested_for_their_place() -> None:
    """14, 6 and 4 of 24 give chi-square 7, which is .03; few decisions are tested by the fullest place."""
    many = cue(surveyed(*placed(*[0] * 14, *[1] * 6, *[2] * 4)), "position")
    few = cue(surveyed(*placed(*[1] * 5)), "position")

    assert (many.counts, many.hits, many.of, many.expected) == ((14, 6, 4), 14, 24, 8)
    assert many.p == pytest.approx(0.0302, abs=0.00005)
    assert few.p == pytest.approx(3 * (1 / 3) ** 5)
    assert few.significant


def test_shuffled_options_have_no_place() -> None:
    """The program puts them in another order in every play."""
    scenes = [scene._replace(shuffle=True) for scene in placed(0, 0, 0, 0, 0)]

    assert [one.name for one in surveyed(*scenes).cues] == ["cue-bot"]


def test_places_are_counted_for_each_number_of_options() -> None:
    """Two options and three options are two tests."""
    three, two = placed(0, 1), [scene._replace(id=f"t{n}") for n, scene in enumerate(placed(1, options=2))]

    assert [one.counts for one in surveyed(*two, *three).cues if one.counts] == [(0, 1), (1, 1, 0)]


def test_the_bot_is_tested_over_the_pack() -> None:
    """Its hits in all cases are added up."""
    one, other = (draft(*decisions(*[(LONG, MIDDLE, SHORT)] * n)).scenario for n in (2, 3))
    found = cue(survey([one, other], LAWS), "cue-bot")

    assert (found.hits, found.of) == (5, 5)
    assert found.significant


@pytest.mark.parametrize(
    ("name", "most", "less"),
    [
        ("commas", "Duduk, lalu pergi, ya.", "Duduk, lalu pergi ya."),
        ("joined", "Duduk dan pergi lalu pulang.", "Duduk dan pergi pulang saja."),
        ("digits", "Duduk 12 menit.", "Duduk 2 menit."),
    ],
)
def test_signs_are_counted_in_the_texts(name: str, most: str, less: str) -> None:
    """The option with most of them is taken; where two have as many there is no trial."""
    scenes = decisions(*[(most, less, "Duduk.")] * 9, (less, less, "Duduk."))
    found = cue(surveyed(*scenes), name)

    assert (found.hits, found.of, found.expected) == (9, 9, 3)
    assert found.significant


def taught(*modules: int, best: str = "mencatat", other: str = "menunggu") -> list[Scenario]:
    """A case a module, of three decisions in which one word always stands in the best option."""
    found = []
    for n, module in enumerate(modules):
        texts = [(f"{best} {n}{k}", f"{other} {n}{k}", f"pergi {n}{k}") for k in range(3)]
        found.append(dataclasses.replace(draft(*decisions(*texts)).scenario, module=module))
    return found


def test_learned_words_are_a_cue_beyond_45_percent() -> None:
    """Of modules that were not learned from; a share that is no more than that is let pass, chance or not."""
    found = cue(survey(taught(1, 2, 3, 4), LAWS), "learned-cue")

    assert (found.hits, found.of, found.expected, found.significant) == (12, 12, 4, True)
    assert [_matters(found._replace(hits=hits, of=20)) for hits in (9, 10)] == [False, True]


def test_a_formula_of_reviews_is_a_cue_from_five_percent_on() -> None:
    """What it gains over the usual verdict is measured on all reviews."""
    one = Cue("review-formula", 105, 200, 100, 0.0)

    assert [_matters(one._replace(hits=hits)) for hits in (109, 110)] == [False, True]


def test_translations_are_tested_for_themselves() -> None:
    """With their own five percent; the glance at Indonesian words and the place in the file are left out."""
    english = taught(1, 2, 3, 4, best="note", other="wait")
    found = survey(taught(1), LAWS, {"en": english}).cues

    assert {one.language for one in found} == {"", "en"}
    assert "cue-bot" not in {one.name for one in found if one.language}
    (learned,) = (one for one in found if one.name == "learned-cue")
    assert (learned.language, learned.hits, learned.significant) == ("en", 12, True)


def test_an_empty_pack_has_nothing_to_test() -> None:
    """No case, no cue, and every law without a case."""
    pack = survey([], LAWS)

    assert (pack.cases, pack.decisions, pack.cues, pack.uncited) == (0, 0, (), LAWS)
    assert not pack.has_cues


# --- coverage ---


def test_coverage_counts_cases_and_decisions() -> None:
    """A case counts once for each thing it names; a principle once for each decision that weighs it."""
    office = (OfficeRemedy("S1", "?"), OfficeRemedy("S1", "?"), OfficeRemedy("S3", "?"))
    head = {
        "module": 3,
        "level": "advanced",
        "practices": ("PR1", "PR5"),
        "pressures": ("T2",),
        "debrief": Debrief((), (), (), office),
    }
    rated = decision(
        "d", choice("a", "end", points=(1, 0, None, 2, 2)), choice("b", "end", points=(0, 0, 0, 2, None))
    )
    found = surveyed(rated, **head).coverage

    assert found["modules"] == {"1": 0, "2": 0, "3": 1, "4": 0, "5": 0, "6": 0}
    assert found["levels"] == {"basic": 0, "intermediate": 0, "advanced": 1}
    assert found["practices"] == {"PR1": 1, "PR2": 0, "PR3": 0, "PR4": 0, "PR5": 1}
    assert found["pressures"] == {"T1": 0, "T2": 1, "T3": 0, "T4": 0}
    assert found["remedies"] == {"S1": 1, "S2": 0, "S3": 1}
    assert [*found["principles"].values()] == [1, 0, 0, 0, 1]


def test_laws_that_no_choice_cites_are_named_in_the_order_of_the_register() -> None:
    """Only what a play can reach cites anything."""
    cited = choice("a", "end", law=("G-02",))
    lost = decision("lost", choice("x", "end", law=("G-03",)), choice("y", "end"))
    scenario = case(decision("one", cited, choice("b", "end")), lost, ending("end"))

    assert survey([scenario], LAWS).uncited == ("G-01", "G-03")
