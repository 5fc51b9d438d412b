"""The templates: sound cases that teach by their remarks."""

from __future__ import annotations

import pytest

from etika_sim.authoring.template import MODELINE, template
from etika_sim.checks.draft import Draft
from etika_sim.checks.validate import Checked, Cited, check_case
from etika_sim.checks.warnings import warn
from etika_sim.language.fields import SCENARIO
from etika_sim.library.registers import registers
from etika_sim.model import PRINCIPLES, Decision, Ending, Scenario

each_size = pytest.mark.parametrize("small", [True, False], ids=["small", "full"])
MODULES = range(1, 7)


def checked(text: str) -> Checked:
    """What the check says of a text."""
    cited = registers()
    return check_case(
        text.encode(), "kasus", "kasus.yaml", Cited(frozenset(cited.laws), frozenset(cited.channels))
    )


def scenario(*, small: bool) -> Scenario:
    """The case that a template is."""
    found = checked(template("kasus", 3, small=small)).scenario
    assert found is not None
    return found


@each_size
@pytest.mark.parametrize("module", MODULES)
def test_a_template_passes_the_check_at_once(module: int, small: bool) -> None:
    """For every module, without a finding, and proved."""
    found = checked(template("kasus", module, small=small))

    assert found.findings == ()
    assert found.states
    assert found.scenario is not None
    assert found.scenario.module == module


@each_size
def test_a_template_has_no_warnings(small: bool) -> None:
    """What an author starts from is an example of teaching well."""
    assert list(warn(Draft(scenario(small=small), registers().laws, "2026-11-24"))) == []


@pytest.mark.parametrize(("small", "decisions"), [(True, 2), (False, 5)])
def test_a_template_has_the_decisions_it_promises(small: bool, decisions: int) -> None:
    """Two or five, each with three choices and one of them advised; three kinds of ending."""
    scenes = scenario(small=small).scenes.values()
    found = [scene for scene in scenes if isinstance(scene, Decision)]

    assert len(found) == decisions
    assert {sum(choice.recommended for choice in scene.choices.values()) for scene in found} == {1}
    assert len({scene.quality for scene in scenes if isinstance(scene, Ending)}) == 3


@each_size
def test_the_longest_choice_is_not_always_the_advised_one(small: bool) -> None:
    """Who only looks at lengths learns nothing: no advised choice stands out by a fifth."""
    for scene in scenario(small=small).scenes.values():
        if isinstance(scene, Decision):
            advised = next(len(one.text) for one in scene.choices.values() if one.recommended)
            assert advised <= 1.2 * min(len(one.text) for one in scene.choices.values())


def test_the_whole_template_shows_what_the_language_can_do() -> None:
    """Roles, observers, a class plan, flags and counters, a passage: every key but those for later."""
    text = template("kasus", 1)
    later = {"authors", "reviewed", "twin", "allow", "note"}

    assert {field.key for field in SCENARIO.fields if f"\n{field.key}:" not in text} == later


@each_size
def test_every_principle_is_explained_and_put_at_stake(small: bool) -> None:
    """All five names stand in the remarks, with what they are called in Indonesian."""
    lines = template("kasus", 1, small=small).split("\n")
    remarks = " ".join(line.strip() for line in lines if line.strip().startswith("#")).split()
    words = [*PRINCIPLES, "kejujuran,", "keadilan,", "jawab,", "transparansi,", "profesionalisme."]

    assert [word for word in words if word not in remarks] == []


@each_size
def test_lines_of_a_template_fit_an_editor(small: bool) -> None:
    """At most 110 characters, no tab, no line that ends in blanks."""
    lines = template("kasus", 1, small=small).split("\n")

    assert max(map(len, lines)) <= 110
    assert [line for line in lines if "\t" in line or line != line.rstrip()] == []


@each_size
def test_the_editor_is_told_where_the_schema_is(small: bool) -> None:
    """The first line is the modeline; what to type names the case itself."""
    text = template("kasus-saya", 1, small=small)

    assert text.startswith(MODELINE)
    assert "etika-sim watch kasus-saya\n" in text
    assert "{id}" not in text


@pytest.mark.parametrize("title", ["Parkir", "Siapa: kita?", '"Kopi, Bu"', "- a # b", "yes", "a\nb", "\t'x'"])
def test_any_title_can_be_given(title: str) -> None:
    """Whatever is typed, the case stays sound and has that title on one line."""
    found = checked(template("kasus", 1, title, small=True))

    assert found.findings == ()
    assert found.scenario is not None
    assert found.scenario.title == " ".join(title.split())
