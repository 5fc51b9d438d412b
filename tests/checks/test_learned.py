"""Words learned on other modules, and the one word of reviews that tells most."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import log

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.formula import formula
from etika_sim.checks.learned import SHUFFLES, Question, learned
from etika_sim.checks.wording import words
from etika_sim.model import Part

GOOD, POOR = (2, 0, 0, 0, 0), (0, 0, 0, 0, 0)


def asked(module: int, best: str, *others: str) -> Question:
    """A decision of a module, its best option first."""
    return Question(module, ((best, True), *((text, False) for text in others)))


TELLING = [asked(n % 3, f"mencatat hal {n}", f"menunggu hal {n}", f"pergi {n}") for n in range(12)]
SILENT = [asked(n % 3, "mencatat", "menunggu", "pergi") for n in range(4)]
SILENT += [asked(n % 3, "menunggu", "mencatat", "pergi") for n in range(4)]
SILENT += [asked(n % 3, "pergi", "menunggu", "mencatat") for n in range(4)]


def test_a_word_that_always_stands_in_the_best_option_is_learned() -> None:
    """Every decision is hit, and no shuffle of the answers does as well."""
    found = learned(TELLING)

    assert (found.hits, found.of, found.chance) == (12, 12, 4)
    assert found.p == 1 / (1 + SHUFFLES)


def test_words_that_are_right_as_often_as_wrong_tell_nothing() -> None:
    """Where each word is best in a third of the decisions, shuffled answers are hit as often."""
    found = learned(SILENT)

    assert found.of == 12
    assert found.p > 0.05


def test_nothing_is_learned_from_the_module_that_is_asked() -> None:
    """A word that means the best option in one module alone is of no use to whoever has not seen it."""
    own = [asked(1, f"hijau {n}", f"biru {n}") for n in range(6)]
    other = [asked(2, f"biru {n}", f"hijau {n}") for n in range(6)]

    assert learned([*own, *other]).hits == 0


def test_one_module_alone_is_not_asked() -> None:
    """There is nothing to learn from."""
    assert learned([asked(1, "a", "b")] * 9).of == learned([]).of == 0


def test_options_that_speak_alike_are_taken_by_lot() -> None:
    """Half a hit for one best option of two with the same words."""
    same = [Question(n % 2, (("pergi", True), ("pergi", False))) for n in range(4)]

    assert learned(same).hits == Fraction(2)


def test_the_same_pack_gives_the_same_figures() -> None:
    """The dice are thrown alike each time, and the order of the modules does not matter."""
    assert learned(SILENT) == learned(SILENT)
    assert learned(SILENT).hits == learned([one._replace(module=2 - one.module) for one in SILENT]).hits


def plainly(questions: list[Question]) -> Fraction:
    """How many decisions naive Bayes hits, written down once more as plainly as can be."""
    hits = Fraction(0)
    for question in questions:
        good, bad, n = Counter[str](), Counter[str](), [0, 0]
        for module, options in questions:
            for text, is_best in options if module != question.module else ():
                (good if is_best else bad).update(set(words(text)))
                n[is_best] += 1
        speaks = [
            sum(log((good[w] + 0.5) / (n[1] + 1) * (n[0] + 1) / (bad[w] + 0.5)) for w in set(words(text)))
            for text, _is_best in question.options
        ]
        taken = [o[1] for o, s in zip(question.options, speaks, strict=True) if s > max(speaks) - 1e-6]
        hits += Fraction(sum(taken), len(taken))
    return hits


@pytest.mark.parametrize("seed", range(8))
def test_it_is_naive_bayes(seed: int) -> None:
    """As a plain sum of logarithms has it, on decisions put together by counting."""
    verbs = ["mencatat", "menunggu", "pergi", "bertanya", "menolak", "menerima"]
    things = ["surat", "map", "uang", "kunci", "daftar"]
    questions = []
    for n in range(30):
        step = (n * 7 + seed * 3) % 30
        texts = [f"{verbs[(step + k * (seed + 1)) % 6]} {things[(step * k + n) % 5]} {k}" for k in range(3)]
        questions.append(asked(n % 4, *texts))

    assert learned(questions).hits == plainly(questions)


# --- reviews ----------------------------------------------------------------------------------


def reviews(good: list[str], poor: list[str]) -> list[Draft]:
    """A case a review of a best choice, with the poor ones shared out over them."""
    drafts = []
    for n, text in enumerate(good):
        best = choice("good", "end", points=GOOD, recommended=True, review=(Part(text),))
        own = enumerate(poor[n :: len(good)])
        rest = [choice(f"p{k}", "end", points=POOR, review=(Part(one),)) for k, one in own]
        drafts.append(Draft(case(decision("d", best, *rest), ending("end"))))
    return drafts


def test_the_word_that_tells_most_is_found() -> None:
    """Of ten best and twenty others, `namun` in eighteen of the others sorts 28 of 30 rightly."""
    found = formula(reviews(["Warga pulang."] * 10, ["Namun warga pulang."] * 18 + ["Warga pulang."] * 2))

    assert (found.word, found.hits, found.of, found.usual) == ("namun", 28, 30, 20)
    assert found.p < 0.001


def test_a_word_that_stands_with_both_tells_nothing() -> None:
    """Nothing is gained over always guessing the usual verdict, and chance explains it."""
    with_it, without = ["Namun ia pulang."] * 5, ["Ia pulang."] * 5
    found = formula(reviews([*with_it, *without], [*with_it, *without] * 2))

    assert (found.hits, found.usual, found.p) == (20, 20, 1.0)


@pytest.mark.parametrize(("count", "of"), [(6, 0), (7, 21)])
def test_few_reviews_are_not_looked_at(count: int, of: int) -> None:
    """From twenty reviews on."""
    assert formula(reviews(["Ia pulang."] * count, ["Namun."] * 2 * count)).of == of
