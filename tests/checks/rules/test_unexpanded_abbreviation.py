"""unexpanded-abbreviation: on every road, what it stands for comes before it or with it."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag, passage

from etika_sim.checks.abbreviations import COMMON
from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.unexpanded_abbreviation import find
from etika_sim.model import Debrief, Flag, Not, Part, Scenario, Scene

LONG = "Unit Pengendalian Gratifikasi (UPG)"
Found = dict[str, tuple[str, str]]


def places(scenario: Scenario) -> Found:
    """For each abbreviation where it is found, and the reason."""
    return {
        one.facts["name"]: ("/".join(map(str, one.path)), one.facts["reason"])
        for one in find(Draft(scenario))
    }


def alone(text: str) -> list[str]:
    """The abbreviations found in a case with this text in its only scene."""
    scene = decision("one", choice("a", "end"), choice("b", "end"), text=(Part(text),))
    return list(places(case(scene, ending("end"))))


@pytest.mark.parametrize(
    "text",
    [
        f"Ia melapor ke {LONG}.",
        "Ia melapor ke UPG (Unit Pengendalian Gratifikasi).",
        f"Ia melapor ke {LONG}, lalu UPG menjawab.",
        "Ia melapor ke *Unit Pengendalian Gratifikasi* (UPG).",
        "Ia melapor ke Unit Pengendalian Gratifikasi\n(UPG).",
        "Bab II dan Pasal IV",
        "Ini TIDAK boleh, sama sekali tidak.",
        "Ditjen dan e-KTP",
        "Pukul 08.00 WIB, No. B.12 A",
        "S.H. dan M.Si.",
        "PERHATIKAN",  # longer than abbreviations are
    ],
)
def test_what_needs_no_word_more(text: str) -> None:
    """Written out, a number, a word in capitals that the case also uses in small ones, a degree."""
    assert alone(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia melapor ke UPG.", ["UPG"]),
        ("UPG menjawab. Itu Unit Pengendalian Gratifikasi (UPG).", ["UPG"]),  # too late
        ('"LHKPN sudah?" tanyanya. (SPIP)', ["LHKPN"]),  # in brackets behind a full stop: not behind words
        ("Kirim ke UPG/APIP.", ["UPG", "APIP"]),
        ("UPG (lama)", ["UPG"]),  # one word writes out nothing
    ],
)
def test_what_needs_to_be_written_out(text: str, names: list[str]) -> None:
    """The first use counts, in speech as well."""
    found = alone(text)

    assert [name for name in found if name != "SPIP"] == names


@pytest.mark.parametrize("name", sorted(COMMON))
def test_what_everybody_knows_needs_nothing(name: str) -> None:
    """ASN, KTP, WA and their like."""
    assert alone(f"Ia membawa {name}.") == []


def test_the_opening_comes_before_everything() -> None:
    """What title, summary and "you are" write out is known in all scenes."""
    scene = decision("one", choice("a", "end", text="Ke UPG."), choice("b", "end"))

    assert places(case(scene, ending("end"), you=f"Ani dari {LONG}")) == {}


def road(first: str, **rest: str) -> Found:
    """Two ways lead to a scene that says UPG: by choice a (with these texts), or by choice b."""
    one = decision("one", choice("a", "two", outcome=(Part(first),), **rest), choice("b", "two"))
    two = decision("two", choice("c", "end"), choice("d", "end"), text=(Part("UPG menelepon."),))
    return places(case(one, two, ending("end")))


def test_a_long_form_on_one_road_helps_nobody_on_the_other() -> None:
    """It is found where the other road meets it, and told apart from what is never written out."""
    assert road(f"Ada {LONG}.") == {"UPG": ("scenes/two/text", "road")}
    assert road("Tidak ada.") == {"UPG": ("scenes/two/text", "")}


def test_on_every_road_is_enough() -> None:
    """If both choices write it out, or the scene before them, it is known."""
    one = decision(
        "one",
        choice("a", "two", outcome=(Part(f"Ada {LONG}."),)),
        choice("b", "two", review=(Part(f"Ada {LONG}."),)),
    )
    two = decision("two", choice("c", "end"), choice("d", "end"), text=(Part("UPG menelepon."),))

    assert places(case(one, two, ending("end"))) == {}


def conditional(*parts: Part) -> Found:
    """A scene with those parts, entered with and without the flag f; then one that says UPG."""
    zero = decision("zero", choice("a", "one", set={"f": 1}), choice("b", "one"))
    one = passage("one", "two", text=(Part("x"), *parts))
    return places(case(zero, one, ending("two", text=(Part("UPG."),)), state=[flag("f")]))


def test_a_part_under_a_condition_tells_only_those_who_see_it() -> None:
    """Unless text and else both write it out."""
    assert conditional(Part(LONG, Flag("f"))) == {"UPG": ("scenes/two/text", "road")}
    assert conditional(Part(LONG, Flag("f"), "Tidak ada.")) == {"UPG": ("scenes/two/text", "road")}
    assert conditional(Part(LONG, Flag("f"), f"Juga {LONG}.")) == {}
    assert conditional(Part("x", Not(Flag("f")))) == {"UPG": ("scenes/two/text", "")}


def test_what_comes_after_a_choice_is_read_in_order() -> None:
    """Sentence, outcome, review, next step, line to say."""
    assert places(_after(outcome=(Part(LONG),), next_step="Ke UPG.", say="UPG, Bu.")) == {}
    assert places(_after(outcome=(Part("UPG"),), next_step=f"Ke {LONG}.")) == {
        "UPG": ("scenes/one/choices/a/outcome", "road")
    }


def _after(**texts: object) -> Scenario:
    return case(decision("one", choice("a", "end", **texts), choice("b", "end")), ending("end"))


def test_the_reflection_comes_after_every_ending() -> None:
    """What only one ending writes out is not known in the debrief."""
    ask = Debrief(("Apa itu UPG?",), (), ())
    scenes: tuple[Scene, ...] = (
        decision("one", choice("a", "x"), choice("b", "y")),
        ending("x", text=(Part(LONG),)),
    )
    unknown = case(*scenes, ending("y"), debrief=ask)
    known = case(*scenes, ending("y", text=(Part(LONG),)), debrief=ask)

    assert places(unknown) == {"UPG": ("debrief/gather/0", "road")}
    assert places(known) == {}


def test_a_loop_back_takes_nothing_away() -> None:
    """Coming again to a scene does not make known what is not known at its first visit."""
    one = decision(
        "one",
        choice("a", "one", outcome=(Part(LONG),)),
        choice("b", "end", next_step="Ke UPG."),
    )

    assert places(case(one, ending("end"))) == {"UPG": ("scenes/one/choices/b/next_step", "road")}


def test_each_is_named_once_and_at_its_place() -> None:
    """The first text of the file that uses it, and in it the word itself."""
    scene = decision(
        "one", choice("a", "end", text="Ke UPG."), choice("b", "end"), text=(Part("Bu, UPG itu."),)
    )
    (warning,) = find(Draft(case(scene, ending("end"))))

    assert (warning.path, warning.inside) == (("scenes", "one", "text"), (4, 3))
