"""The hand-outs of a class: who gets what, that nothing is given away, and that it fits its pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from browser.chromium import evaluated, pages_of_pdf
from generate import case, choice, decision, ending, flag

from etika_sim.classroom.plan import cut_from
from etika_sim.library.folders import cases_in, shipped
from etika_sim.library.load import load
from etika_sim.locale import translator
from etika_sim.model import ClassPlan, Decision, Ending, Facilitator, Heard, Role, Scenario, WhatIf
from etika_sim.reports.paper.briefing import Step
from etika_sim.reports.paper.cards import observers, questions, role_cards
from etika_sim.reports.paper.document import PAPERS, Class, Handout, handout
from etika_sim.reports.paper.gathering import Gathering, tables
from etika_sim.reports.sign import code_of

CASES = cases_in(shipped())
STEPS = (Step("Read", 1), Step("Vote", 2))
FORTY = Gathering(40, 8, 90)
OVERFULL = (
    '[...document.querySelectorAll(".page, .cards > div")]'
    ".filter(one => one.scrollHeight > one.clientHeight + 1).length"
)
ELSEWHERE = re.compile(r'https?://(?!www\.w3\.org)|src="|@import|<script|<link', re.IGNORECASE)

each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
each_paper = pytest.mark.parametrize("paper", PAPERS)


def made(path: Path | str, paper: str = "a4", language: str = "id", gathering: Gathering = FORTY) -> Handout:
    """The hand-outs of a shipped case for a class of 90 minutes."""
    loaded = load(str(path), language)
    assert loaded.scenario is not None
    plan = cut_from(loaded.scenario.plans, 90) or ClassPlan(90)
    held = Class(loaded.scenario, gathering, plan, STEPS, loaded.registers.channels)
    return held_as(held, paper, language)


def held_as(held: Class, paper: str = "a4", language: str = "id") -> Handout:
    """The hand-outs of a class."""
    return handout(held, paper, translator(language))


def scenario_of(path: Path) -> Scenario:
    """A shipped case in Indonesian."""
    scenario = load(str(path)).scenario
    assert scenario is not None
    return scenario


def text_of(made: Handout, *kinds: str) -> str:
    """What is read on the pages of some kinds, in their order."""
    pages = re.findall(r'<section class="page">(.*?)</section>\n', made.html, re.DOTALL)
    kind_of = [kind for kind, count in made.pages.items() for _ in range(count)]
    chosen = [page for page, kind in zip(pages, kind_of, strict=True) if kind in kinds]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", " ".join(chosen))).split())


# --- who sits where ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("people", "count"), [(40, 8), (31, 7), (5, 2), (9, 9)])
def test_tables_are_filled_as_evenly_as_can_be(people: int, count: int) -> None:
    """Nobody is left over, and no table has two people more than another."""
    sizes = [table.people for table in tables(Gathering(people, count, 90), 4)]

    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1


@each_case
def test_every_table_gets_each_role_once(path: Path) -> None:
    """A full set of cards a table; whoever is left over observes, and every table has an observer's sheet."""
    scenario = scenario_of(path)
    cards = list(role_cards(scenario, FORTY, ClassPlan(45)))

    assert len(cards) == 8 * len(scenario.roles)
    assert len({(card.table, card.role.id) for card in cards}) == len(cards)
    assert set(observers(scenario, FORTY)) == set(range(1, 9))


def test_a_decision_in_full_has_two_votes_and_a_quick_one_one() -> None:
    """The ballot follows the plan, in the order of the case and not of the plan."""
    scenes = [decision(name, choice("x", "end"), choice("y", "end")) for name in ("one", "two", "three")]
    scenario = case(*scenes, ending("end"))
    plan = ClassPlan(90, full=("three",), quick=("one",))

    assert [(one.number, one.letters, one.votes) for one in questions(scenario, plan)] == [
        (1, "AB", 1),
        (2, "AB", 2),
    ]


def test_a_role_without_a_scene_observes() -> None:
    """Its card and the facilitator's sheet hold the task, and the sheet what decides and the answers."""
    roles = {
        name: Role(name, name.upper(), "Part", "Face", scenes=(scene,), task=f"Watch {scene}.")
        for name, scene in (("p", "one"), ("q", "two"))
    }
    script = Facilitator(
        vary=(WhatIf("What if?", "y"),),
        hinge="One fact.",
        listen_for=(Heard("all do", "Who does not?"),),
        if_silent="Wait.",
    )
    both = (choice("x", "end"), choice("y", "end"))
    scenes = [decision(name, *both, facilitator=script) for name in ("one", "two")]
    scenario = case(*scenes, ending("end"), roles=roles)
    held = Class(scenario, Gathering(2, 1, 45), ClassPlan(45, ("one",)), STEPS, {})
    sheet, card = (text_of(held_as(held, language="en"), kind) for kind in ("briefing", "roles"))

    assert "Without a scene, observes: Watch two." in sheet
    assert "Without a scene, observes: Watch two." in card
    assert "Watch one" not in sheet + card
    for said in (
        "What decides: One fact.",
        "Listen for: all do",
        "Answer: Who does not?",
        "What if: What if?",
    ):
        assert said in sheet
    assert "If nobody speaks: Wait." in sheet


# --- what is on paper ---------------------------------------------------------------------------------


@each_case
def test_the_facilitators_sheet_gives_nothing_away(path: Path) -> None:
    """No outcome, no review, no option and no ending stands on it, nor on what participants hold."""
    scenario = scenario_of(path)
    shown = text_of(made(path), "briefing", "sign", "roles", "observers", "ballots", "tally")
    decisions = [scene for scene in scenario.scenes.values() if isinstance(scene, Decision)]
    secret = [choice.text for scene in decisions for choice in scene.choices.values()]
    secret += [scene.title for scene in scenario.scenes.values() if isinstance(scene, Ending)]

    said = str([(scene.facilitator, scene.title) for scene in decisions]) + str(scenario.debrief)
    assert [line for line in secret if line in shown and line not in said] == []


@each_case
def test_the_case_for_a_table_leaves_nothing_out(path: Path) -> None:
    """Each option, and each ending by its title, can be read; every number that is named exists."""
    scenario = scenario_of(path)
    shown = text_of(made(path), "gamebook")
    decisions = [scene for scene in scenario.scenes.values() if isinstance(scene, Decision)]

    assert [c.text for scene in decisions for c in scene.choices.values() if c.text not in shown] == []
    assert [s.title for s in scenario.scenes.values() if isinstance(s, Ending) and s.title not in shown] == []
    goals = {int(n) for n in re.findall(r"(?:Mulai dari|ke) nomor (\d+)\.", shown)}
    assert goals <= set(range(1, len(scenario.scenes) + 1))


def test_nothing_an_author_writes_becomes_markup() -> None:
    """Tags are shown as they were typed; only emphasis is emphasis."""
    first = decision("one", choice("x", "end", text="<b>no</b> *yes*"), choice("y", "end"), title="<i>")
    scenario = case(first, ending("end"), state=[flag("seen")], title="<script>alert(1)</script>")
    held = Class(scenario, Gathering(4, 2, 45), ClassPlan(45, full=("one",)), STEPS, {})
    html = held_as(held, language="en").html

    assert "<script>" not in html
    assert "&lt;b&gt;no&lt;/b&gt; <em>yes</em>" in html


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_file_needs_nothing_from_elsewhere(language: str) -> None:
    """No picture, script or style is fetched."""
    assert ELSEWHERE.search(made("amplop-di-loket", language=language).html) is None


def test_an_address_is_a_code_and_a_line() -> None:
    """The sign shows both when the address is known, and room to write it when not."""
    loaded = load("amplop-di-loket")
    assert loaded.scenario is not None
    known = {"address": "http://192.168.1.7:8765", "code": code_of("http://192.168.1.7:8765")}
    held = Class(loaded.scenario, FORTY, loaded.scenario.plans[90], STEPS, {}, **known)

    assert "<svg" in held_as(held).html
    assert "http://192.168.1.7:8765" in text_of(held_as(held), "sign")
    assert "<svg" not in held_as(held._replace(address="", code="")).html


def test_an_address_too_long_for_a_code_is_refused() -> None:
    """The way out is a shorter one."""
    with pytest.raises(ValueError, match="x"):
        code_of("x" * 5_000)


# --- pages ------------------------------------------------------------------------------------------


@each_paper
@each_case
def test_every_page_holds_what_is_laid_on_it(path: Path, paper: str, tmp_path: Path) -> None:
    """Nothing runs over the edge of a page or of a card, in a real browser."""
    assert evaluated(made(path, paper).html, OVERFULL, tmp_path) == 0


@each_paper
def test_as_many_pages_are_printed_as_were_told(paper: str, tmp_path: Path) -> None:
    """The browser prints exactly the pages that were counted, on the paper asked for."""
    done = made("amplop-di-loket", paper, gathering=Gathering(9, 2, 90))

    assert pages_of_pdf(done.html, tmp_path) == sum(done.pages.values())
