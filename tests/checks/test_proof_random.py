"""The proof against the plain walker, on thousands of random cases, finding by finding."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pytest
from generate import THOROUGH, random_case
from walker import Found, Node, Walker

from etika_sim.checks.proof import Proof, prove
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Passage, Scenario
from etika_sim.play import compiled
from etika_sim.play.engine import NoWay, Play, choose, start

CASES = 3000 * THOROUGH


class Proved(NamedTuple):
    """A random case, what the proof says of it, and what the walker found."""

    seed: int
    scenario: Scenario
    proof: Proof
    walker: Walker
    found: Found

    @property
    def pairs(self) -> list[tuple[Diagnostic, dict[str, Any]]]:
        """Each finding with what the walker knows of it."""
        return [(finding, self.found[finding.rule, finding.path]) for finding in self.proof.findings]


def _proved(seed: int) -> Proved:
    scenario = random_case(seed)
    walker = Walker(scenario)
    return Proved(seed, scenario, prove(scenario), walker, walker.findings())


@pytest.fixture(scope="module")
def proved() -> list[Proved]:
    return [_proved(seed) for seed in range(CASES)]


def test_the_random_cases_have_every_fault(proved: list[Proved]) -> None:
    """Each rule is found in at least fifty of a thousand cases, and at least fifty have no fault."""
    found = Counter(rule for one in proved for rule in {rule for rule, _ in one.found})
    found["none"] = sum(not one.found for one in proved)

    assert len(found) == 9
    assert min(found.values()) >= 50 * CASES / 1000


def test_the_findings_agree(proved: list[Proved]) -> None:
    """The proof finds what the walker finds, each once."""
    for one in proved:
        findings = [(finding.rule, finding.path) for finding in one.proof.findings]

        assert sorted(findings, key=repr) == sorted(one.found, key=repr), one.seed


def test_the_counts_agree(proved: list[Proved]) -> None:
    """The proof counts as many (scene, state) pairs as the walker walked."""
    for one in proved:
        assert one.proof.states == len(one.walker.far), one.seed


def test_the_plays_shown_are_shortest(proved: list[Proved]) -> None:
    """No play that shows a finding has fewer choices than the one given."""
    for one in proved:
        for finding, known in one.pairs:
            if "length" in known:
                assert len(finding.facts["play"]) == known["length"], (one.seed, finding)


def test_the_reasons_agree(proved: list[Proved]) -> None:
    """What never happens is explained by the values met, by what comes first, and by what it hides."""
    for one in proved:
        for finding, known in one.pairs:
            if "values" in known:
                values = {name: set(map(int, met)) for name, met in finding.facts["values"]}
                told = {**finding.facts, "values": values}
                assert {key: told[key] for key in known} == known, (one.seed, finding)


def test_the_rings_agree(proved: list[Proved]) -> None:
    """Loops and rings nobody meets are told with all their scenes, in the order of the file."""
    for one in proved:
        for finding, known in one.pairs:
            if "ring" in known:
                assert finding.facts["ring"] == known["ring"], (one.seed, finding)


# --- the plays shown, played ---


class End(NamedTuple):
    """Where a play shown ends: the scenes its last choice leads through, the state there, and what
    the engine says: the play, or why there is no way on."""

    scenes: tuple[str, ...]
    state: compiled.State
    play: Play | NoWay


def ended(scenario: Scenario, choices: tuple[tuple[str, str], ...]) -> End:
    """The end of a play shown; every choice but the last must lead on to the scene that is said."""
    state = tuple(variable.start for variable in scenario.state)
    try:
        play, target = None, scenario.start
        play = start(scenario)
        for scene, choice in choices:
            assert play.scene == scene
            state, target = _moved(scenario, play, choice)
            play = choose(play, choice)
    except NoWay as no_way:
        assert not choices or play.scene == choices[-1][0]
        return End(_entered(scenario, target, state), state, no_way)
    assert (*play.passed, play.scene) == _entered(scenario, target, state)
    return End((*play.passed, play.scene), play.state, play)


def _moved(scenario: Scenario, play: Play, choice: str) -> tuple[compiled.State, str | None]:
    move = compiled.machine(scenario).decisions[play.scene].moves[choice]
    after = move.change(play.state) if move.change else play.state
    return after, _target(move.routes, after)


def _target(exits: tuple[compiled.CompiledRoute, ...], state: compiled.State) -> str | None:
    return next((exit.scene for exit in exits if exit.holds is None or exit.holds(state)), None)


def _entered(scenario: Scenario, scene: str | None, state: compiled.State) -> tuple[str, ...]:
    """The scenes entered one after the other until a decision, an ending, no way on, or a round."""
    entered: list[str] = []
    while scene is not None and scene not in entered:
        entered.append(scene)
        if not isinstance(scenario.scenes[scene], Passage):
            break
        scene = _target(compiled.machine(scenario).passages[scene], state)
    return tuple(entered)


@pytest.fixture(scope="module")
def shown(proved: list[Proved]) -> list[tuple[Proved, Diagnostic, End]]:
    """Every finding that shows a play, with where this ends."""
    return [
        (one, finding, ended(one.scenario, finding.facts["play"]))
        for one in proved
        for finding in one.proof.findings
        if "play" in finding.facts
    ]


def test_the_states_shown_are_those_the_plays_end_in(shown) -> None:
    """What a finding says of the state is so where its play ends."""
    for one, finding, end in shown:
        position = compiled.machine(one.scenario).position
        told = {name: int(value) for name, value in finding.facts["state"]}

        assert told == {name: end.state[position[name]] for name in told}, (one.seed, finding)


def test_a_play_to_a_stuck_place_ends_with_nothing_offered(shown) -> None:
    """The play shown for stuck stands at the decision, offered nothing."""
    for one, finding, end in shown:
        if finding.rule == "stuck":
            assert (end.play.scene, end.play.offered) == (finding.path[1], ()), (one.seed, finding)
            assert set(finding.facts["choices"]) == set(one.scenario.scenes[finding.path[1]].choices)


def test_a_play_to_an_unroutable_place_has_no_way_on(shown) -> None:
    """The play shown for unroutable is refused by the engine at that choice or passage."""
    for one, finding, end in shown:
        if finding.rule == "unroutable":
            place = (finding.facts["scene"], finding.facts["choice"] or None)
            assert isinstance(end.play, NoWay), (one.seed, finding)
            assert (end.play.scene, end.play.choice) == place, (one.seed, finding)


def test_a_play_to_an_empty_text_finds_it_empty(shown) -> None:
    """The play shown for empty-text enters the scene, or makes the choice, whose text is empty then."""
    for one, finding, end in shown:
        if finding.rule == "empty-text":
            *place, key = finding.path
            noun = one.scenario.scenes[place[1]]
            if key == "text":
                assert place[1] in end.scenes, (one.seed, finding)
            else:
                assert finding.facts["play"][-1] == (place[1], place[3]), (one.seed, finding)
                noun = noun.choices[place[3]]
            assert compiled.text_in_state(getattr(noun, key), one.scenario, end.state) == "", (
                one.seed,
                finding,
            )


def test_a_play_into_an_endless_loop_cannot_end(shown) -> None:
    """The play shown for endless-loop enters its scene in a state from which nothing else is reached."""
    for one, finding, end in shown:
        if finding.rule == "endless-loop":
            scene = finding.path[1]
            assert scene in end.scenes, (one.seed, finding)
            assert Node(scene, end.state) not in one.walker.with_a_way_out(), (one.seed, finding)
