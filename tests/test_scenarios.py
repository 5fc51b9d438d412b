"""Shipped cases are tests: sound, proved, playable to the end at random, translated, careful with law."""

from __future__ import annotations

import os
import random
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from etika_sim.checks.graph import Graph
from etika_sim.checks.shortest import Shortest
from etika_sim.language.diagnostic import Findings
from etika_sim.language.limits import LARGEST
from etika_sim.language.reader import read
from etika_sim.language.translation import HASH_KEY, overlay, text_hash
from etika_sim.library.catalogue import catalogue
from etika_sim.library.coverage import cover
from etika_sim.library.examine import examine
from etika_sim.library.folders import REGISTER_NAMES, cases_in, shipped, translation_of
from etika_sim.library.load import load
from etika_sim.library.registers import registers
from etika_sim.model import PRINCIPLES, Decision, Ending, Scenario
from etika_sim.play.engine import Play, choose, has_ended, options, start
from etika_sim.play.scoring import scorecard

CASES = cases_in(shipped())
LANGUAGES = ("id", "en")
PLAYS = 10_000 if os.environ.get("ETIKA_SIM_THOROUGH") else 1_000
LONGEST = 200
UNTRANSLATED = {"authors"}

each_case = pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)


class Walked(NamedTuple):
    """What many random plays of a case met."""

    scenes: set[str]
    choices: set[tuple[str, str]]
    endings: set[str]
    longest: int
    scores: set[float]
    untested: int


def scenario_of(case: Path) -> Scenario:
    """The case as it is in Indonesian."""
    scenario = load(str(case)).scenario
    assert scenario is not None
    return scenario


def walked_at_random(scenario: Scenario, seed: int) -> Play:
    """A play that chooses blindly until it ends, or for one step more than is allowed."""
    dice = random.Random(seed)  # noqa: S311 - blind choosing, to be repeated
    play = start(scenario, str(seed))
    while not has_ended(play) and len(play.steps) <= LONGEST:
        play = choose(play, dice.choice(options(play)).id)
    return play


@cache
def many_plays(case: Path) -> Walked:
    """What PLAYS random plays of a case met, with seeds 0, 1, 2, …"""
    scenario, met = scenario_of(case), Walked(set(), set(), set(), 0, set(), 0)
    for seed in range(PLAYS):
        play = walked_at_random(scenario, seed)
        tallies = scorecard(play).principles.values()
        met.scenes.update([*(step.scene for step in play.steps), play.scene])
        met.choices.update((step.scene, step.choice) for step in play.steps)
        met.endings.update([play.scene] if has_ended(play) else ["none"])
        met.scores.update(float(tally.score) for tally in tallies if tally.score is not None)
        untested = sum(tally.score is None for tally in tallies)
        met = met._replace(longest=max(met.longest, len(play.steps)), untested=met.untested + untested)
    return met


def endings(scenario: Scenario) -> set[str]:
    """The ids of a case's endings."""
    return {name for name, scene in scenario.scenes.items() if isinstance(scene, Ending)}


def test_check_finds_nothing_in_the_shipped_folder() -> None:
    """Every shipped case, translation and register is without a finding."""
    checked = examine([shipped()], LARGEST)

    assert {one.name: [finding.rule for finding in one.findings] for one in checked if one.findings} == {}
    assert len(checked) == 2 * len(CASES) + len(REGISTER_NAMES)


def test_a_year_after_the_registers_the_laws_are_stale_and_nothing_else() -> None:
    """The calendar adds one warning to shipped cases, so a test that fixes the day is safe from it."""
    found = {
        day: {warning.rule for one in examine([shipped()], LARGEST, day) for warning in one.warnings}
        for day in ("2027-11-24", "2027-11-25")
    }

    assert found == {"2027-11-24": set(), "2027-11-25": {"stale-law"}}


def test_the_pack_leaves_no_hole() -> None:
    """Every module, practice, pressure, remedy, principle and theme has its cases, a third each level."""
    covered = cover(entry for entry in catalogue("id") if not entry.own)
    levels = [len(share.cases) for share in covered.of("levels")]

    assert (covered.holes, covered.unnamed) == ((), ())
    assert max(levels) - min(levels) <= 1


@each_case
def test_the_translation_was_made_of_these_very_texts(case: Path) -> None:
    """Its head names the texts of the original as they are today."""
    original, english = (read(file.read_bytes()).data for file in (case, translation_of(case, "en")))

    assert english[HASH_KEY] == text_hash(original)


@each_case
def test_a_case_lies_in_the_folder_of_its_module(case: Path) -> None:
    """The number at the head of the folder's name is the module of the case."""
    module = scenario_of(case).module

    assert case.parent.name.partition("-")[0] == str(module)


@each_case
def test_every_ending_is_reached_by_a_play_that_the_proof_names(case: Path) -> None:
    """The shortest way that the proof gives to an ending leads there, choice by choice."""
    scenario = scenario_of(case)
    graph = Graph(scenario)
    shortest = Shortest(graph)

    for name in endings(scenario):
        way = shortest.way({name: graph.space.full})
        assert way is not None
        play = start(scenario)
        for scene, choice in way.choices:
            assert play.scene == scene
            play = choose(play, choice)
        assert play.scene == name


@each_case
def test_random_plays_reach_every_choice_and_every_ending(case: Path) -> None:
    """A thousand blind plays find each choice of each decision and each ending."""
    scenario, met = scenario_of(case), many_plays(case)
    decisions = [scene for scene in scenario.scenes.values() if isinstance(scene, Decision)]

    assert met.choices == {(scene.id, choice) for scene in decisions for choice in scene.choices}
    assert met.endings == endings(scenario)


@each_case
def test_random_plays_end_soon_with_scores_in_bounds(case: Path) -> None:
    """Every blind play ends within 200 choices, and each percentage lies in 0..100."""
    met = many_plays(case)

    assert "none" not in met.endings
    assert met.longest <= LONGEST
    assert met.scores
    assert all(0 <= score <= 100 for score in met.scores)


@each_case
def test_every_principle_is_exercised_in_every_play(case: Path) -> None:
    """On no road does a principle stay untested."""
    met = many_plays(case)

    assert met.untested == 0


@each_case
def test_the_recommended_road_exercises_each_principle_three_times(case: Path) -> None:
    """Who always takes the recommended choice is weighed on each principle at three decisions or more.

    An opener of two decisions cannot do so; its road only has to end well.
    """
    play = start(scenario_of(case))
    while not has_ended(play):
        recommended = [choice for choice in options(play) if choice.recommended]
        play = choose(play, recommended[0].id)

    tallies = scorecard(play).principles
    wanted = min(3, len(play.steps))
    assert {principle: tallies[principle].k >= wanted for principle in PRINCIPLES} == dict.fromkeys(
        PRINCIPLES, True
    )
    scene = play.scenario.scenes[play.scene]
    assert isinstance(scene, Ending)
    assert scene.quality == "exemplary"


@each_case
def test_a_translation_is_complete(case: Path) -> None:
    """Nothing that a reader sees is left untranslated but the names of the authors."""
    original, given = (read(path.read_bytes()).data for path in (case, translation_of(case, "en")))
    missing = overlay(original, given, Findings()).missing

    assert {path[0] for path in missing} <= UNTRANSLATED


@each_case
def test_a_translated_case_plays_like_its_original(case: Path) -> None:
    """The same seed offers the same choices in the same order in both languages."""
    scenarios = [load(str(case), language).scenario for language in LANGUAGES]

    for seed in range(25):
        ways = []
        for scenario in scenarios:
            assert scenario is not None
            play = walked_at_random(scenario, seed)
            ways.append((play.steps, play.scene, [choice.id for choice in options(play)]))
        assert all(first == second for first, second in pairwise(ways))


def test_the_registers_have_the_same_ids_in_both_languages() -> None:
    """Every law and channel is there, and translated, in English."""
    original, english = registers("id"), registers("en")

    assert (list(original.laws), list(original.channels)) == (list(english.laws), list(english.channels))
    assert [one.id for one in original.laws.values() if english.laws[one.id].says == one.says] == []
    assert [one.id for one in original.channels.values() if english.channels[one.id].how == one.how] == []


@each_case
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cited_law_and_channel_is_in_the_registers(case: Path, language: str) -> None:
    """No choice cites a law or names a channel that the registers lack."""
    loaded = load(str(case), language)
    assert loaded.scenario is not None
    choices = [
        choice
        for scene in loaded.scenario.scenes.values()
        if isinstance(scene, Decision)
        for choice in scene.choices.values()
    ]

    assert {law for choice in choices for law in choice.law} <= set(loaded.registers.laws)
    assert {name for choice in choices for name in choice.channels} <= set(loaded.registers.channels)


@each_case
def test_a_red_line_cites_a_law_first_of_all(case: Path) -> None:
    """Whoever is told that a red line was crossed is told which law says so."""
    decisions = [scene for scene in scenario_of(case).scenes.values() if isinstance(scene, Decision)]
    bare = [
        choice.id
        for scene in decisions
        for choice in scene.choices.values()
        if choice.red_line and not choice.law
    ]

    assert bare == []
