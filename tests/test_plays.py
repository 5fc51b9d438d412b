"""Whole plays that a teacher can read: line 1 the choices, below it what the plain view prints.

`<case>--<name>.play` is in Indonesian, `<case>--<name>.en.play` in English. `pytest --update`
writes them anew; read them as prose before keeping them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.program import program
from play.program_player import SEED, Player, agree, stepped

from etika_sim.cli.solo import scripted
from etika_sim.library.load import load
from etika_sim.model import Scenario
from etika_sim.play import compiled, record
from etika_sim.play.baking import bake
from etika_sim.play.engine import Play, choose, start
from etika_sim.play.program import Program, compile
from etika_sim.play.program_data import to_data
from etika_sim.play.program_reader import from_data

PLAYS = Path(__file__).parent / "plays"
FILES = sorted(PLAYS.glob("*.play"))


def language_of(file: Path) -> str:
    """The language that a file's name says."""
    return "en" if file.name.endswith(".en.play") else "id"


def given(file: Path) -> tuple[str, list[str], str]:
    """The case, the choices and the transcript of a file."""
    head, _newline, transcript = file.read_text(encoding="utf-8").partition("\n")
    return file.name.partition("--")[0], [name.strip() for name in head.split(",")], transcript


def reloaded(play: Play) -> Play:
    """The play that comes back from its record, written as JSON and read again."""
    kept = record.new(play.scenario, play.seed)
    for step in play.steps:
        kept = record.chose(kept, step.scene, step.choice)
    again, stop = record.replay(record.from_data(json.loads(json.dumps(record.to_data(kept)))), play.scenario)
    assert stop is None
    return again


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_play_prints_what_its_file_says(file: Path, request: pytest.FixtureRequest) -> None:
    """The plain transcript of a scripted play is the file, word for word."""
    case, choices, transcript = given(file)

    ran = program("--lang", language_of(file), "play", case, "--choices", ",".join(choices))

    if request.config.getoption("--update"):
        file.write_text(f"{','.join(choices)}\n{ran.out}", encoding="utf-8", newline="\n")
        transcript = ran.out
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == transcript


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_play_saved_and_loaded_between_every_two_steps_is_the_same_play(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving to JSON and loading before and after each choice changes no word."""
    case, choices, transcript = given(file)
    monkeypatch.setattr(scripted, "choose", lambda play, choice: reloaded(choose(reloaded(play), choice)))

    ran = program("--lang", language_of(file), "play", case, "--choices", ",".join(choices))

    assert ran == (0, transcript, "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_play_over_a_program_that_went_through_json_is_the_same_play(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiling to data, writing them as JSON and reading them again changes no word."""
    case, choices, transcript = given(file)
    made = []

    def through_json(scenario: Scenario) -> Program:
        made.append(json.dumps(to_data(compile(scenario))))
        return from_data(json.loads(made[-1]))

    monkeypatch.setattr(compiled, "compile", through_json)

    ran = program("--lang", language_of(file), "play", case, "--choices", ",".join(choices))

    assert ran == (0, transcript, "")
    assert made


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_play_over_the_data_of_its_program_alone_comes_to_the_same_sums(file: Path) -> None:
    """A player that looks up and adds integers reads and weighs every step as the engine does."""
    case, choices, _transcript = given(file)
    scenario = load(case, language_of(file)).scenario
    assert scenario is not None
    play = start(scenario, SEED)
    player = Player(json.loads(json.dumps(to_data(bake(compile(scenario), [SEED])))))
    agree(play, player)

    for choice in choices:
        play = stepped(play, player, choice)
        agree(play, player)


def test_each_case_has_a_recommended_a_tempting_and_a_repairing_play() -> None:
    """Three roads of each shipped case stand in the folder, two of all plays in English."""
    names = {file.name for file in FILES}

    assert names >= {
        f"{case}--{road}.play"
        for case in ("amplop-di-loket", "sepupu-di-meja-izin")
        for road in ("disarankan", "tergoda", "memulihkan")
    }
    assert sum(name.endswith(".en.play") for name in names) >= 2
