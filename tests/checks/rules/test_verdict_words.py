"""verdict-words: what tells the verdict in outcomes and reviews, outright or by always going with it."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.verdict_words import find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Part, Scenario

GOOD, POOR = (2, 0, 0, 0, 0), (0, 0, 0, 0, 0)
WITH, WITHOUT = "Ia pulang. Namun hujan turun.", "Ia pulang. Hujan turun."


def told(good: list[str], poor: list[str]) -> Scenario:
    """A case of one decision a good choice, with those reviews; the poor ones are shared out over them."""
    scenes = []
    for n, text in enumerate(good):
        best = choice("good", "end", points=GOOD, recommended=True, review=(Part(text),))
        own = enumerate(poor[n :: len(good)])
        rest = [choice(f"p{k}", "end", points=POOR, review=(Part(one),)) for k, one in own]
        scenes.append(decision(f"d{n}", best, *rest))
    names = [*(scene.id for scene in scenes[1:]), "end"]
    led = [
        scene._replace(
            choices={c.id: c._replace(to=(c.to[0]._replace(scene=to),)) for c in scene.choices.values()}
        )
        for scene, to in zip(scenes, names, strict=True)
    ]
    return case(*led, ending("end"))


def found(scenario: Scenario) -> list[Diagnostic]:
    """What is found in a case."""
    return list(find(Draft(scenario)))


@pytest.mark.parametrize(
    ("good", "poor", "fires"),
    [
        (0, 6, False),  # C(8,6)/C(12,6) = 28/924, doubled .061
        (0, 7, True),  # C(8,7)/C(12,7) = 8/792, doubled .020
        (1, 8, True),  # C(4,1)/C(12,9) = 4/220, doubled .036
        (2, 8, False),
        (4, 8, False),
        (3, 0, True),  # C(4,3)/C(12,3) = 4/220, doubled .036
        (2, 0, False),
    ],
)
def test_a_turning_word_may_not_go_with_one_verdict(good: int, poor: int, fires: bool) -> None:
    """Four best choices and eight others: Fisher's test at 5 percent, both ways."""
    goods = [WITH] * good + [WITHOUT] * (4 - good)
    poors = [WITH] * poor + [WITHOUT] * (8 - poor)

    assert [one.facts["word"] for one in found(told(goods, poors))] == ["namun"] * fires


def test_several_words_share_the_five_percent() -> None:
    """What one word alone would be told for, it is not beside another that could have been."""
    goods, poors = ["Harganya satu sore."] * 3 + [WITHOUT], [WITH] * 4 + [WITHOUT] * 4

    assert found(told(goods, [WITHOUT] * 8))
    assert found(told(goods, poors)) == []


def test_what_is_told() -> None:
    """How often with which verdict, at the first place of the word."""
    (warning,) = found(told([WITHOUT] * 4, [WITH] * 8))

    assert warning.path == ("scenes", "d0", "choices", "p0", "review")
    assert warning.inside == (WITH.index("Namun"), len("Namun"))
    assert warning.facts == {"reason": "", "word": "namun", "hits": 0, "good": 4, "others": 8, "bad": 8}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pilihan Anda tepat. Warga pulang.", "Pilihan Anda tepat"),
        ("Jawaban yang tepat!", "Jawaban yang tepat!"),
        ("Anda seharusnya bertanya.", "Anda seharusnya"),
        ("Sikap itu patut dicontoh.", "patut dicontoh"),
    ],
)
def test_an_outright_verdict_is_found_wherever_it_stands(text: str, words: str) -> None:
    """Once is enough, in an outcome as in a review."""
    scene = decision("d", choice("a", "end", outcome=(Part(text),)), choice("b", "end"))
    (warning,) = found(case(scene, ending("end")))

    assert (warning.facts["reason"], warning.facts["words"]) == ("said", words)
    assert warning.path == ("scenes", "d", "choices", "a", "outcome")
    assert warning.inside == (text.index(words), len(words))


@pytest.mark.parametrize(
    "text",
    [
        '"Pilihan Anda tepat," katanya.',
        "Ia berkata, “Anda seharusnya bertanya.”",
        "Warga mendapat jawaban yang tepat.",
        "Pilihan Anda tepatnya ada di meja.",
    ],
)
def test_what_people_say_in_the_story_is_theirs(text: str) -> None:
    """Quotations and other uses of the words are left alone."""
    scene = decision("d", choice("a", "end", review=(Part(text),)), choice("b", "end"))

    assert found(case(scene, ending("end"))) == []


def test_options_and_scenes_are_not_looked_at() -> None:
    """The rule is about what comes after a choice."""
    said = (Part("Anda seharusnya pulang."),)
    scene = decision("d", choice("a", "end", text="Pilihan Anda tepat."), choice("b", "end"), text=said)

    assert found(case(scene, ending("end"))) == []
