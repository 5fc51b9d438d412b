"""Whole plays that a teacher can read: line 1 the choices, below it what the plain view prints.

`<case>--<name>.play` is in Indonesian, `<case>--<name>.en.play` in English. `pytest --update`
writes them anew; read them as prose before keeping them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.program import Stream, program, world

from etika_sim.library.load import Loaded, load
from etika_sim.locale import use
from etika_sim.play import record
from etika_sim.play.engine import Play, options
from etika_sim.views import plain, scene, scorecard
from etika_sim.views.page import Page

PLAYS = Path(__file__).parent / "plays"
FILES = sorted(PLAYS.glob("*.play"))


def language_of(file: Path) -> str:
    """The language that a file's name says."""
    return "en" if file.name.endswith(".en.play") else "id"


def given(file: Path) -> tuple[str, list[str], str]:
    """The case, the choices and the transcript of a file."""
    head, _newline, transcript = file.read_text(encoding="utf-8").partition("\n")
    return file.name.partition("--")[0], [name.strip() for name in head.split(",")], transcript


def reloaded(kept: record.Record, loaded: Loaded) -> Play:
    """The play that comes back from the record written as JSON and read again."""
    assert loaded.scenario is not None
    again = record.from_data(json.loads(json.dumps(record.to_data(kept))))
    play, stop = record.replay(again, loaded.scenario)
    assert stop is None
    return play


def saved_at_every_step(loaded: Loaded, choices: list[str]) -> str:
    """The transcript of a play that is saved and loaded before and after every choice."""
    assert loaded.scenario is not None
    kept = record.new(loaded.scenario, "")
    play = reloaded(kept, loaded)
    pages: list[Page] = [scene.opening(loaded.scenario), scene.arrival(play)]
    for name in choices:
        taken = next(option for option in options(play) if option.id == name)
        pages.append(scene.chosen(play, taken))
        kept = record.chose(kept, play.scene, name)
        play = reloaded(kept, loaded)
        registers = loaded.registers
        pages += [scene.consequence(play, registers.laws, registers.channels), scene.arrival(play)]
    pages.append(scorecard.summary(play))
    return plain.text(tuple(block for page in pages for block in page))


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
def test_a_play_saved_and_loaded_between_every_two_steps_is_the_same_play(file: Path) -> None:
    """Saving to JSON and loading before and after each choice changes no word."""
    case, choices, transcript = given(file)

    with world(Stream(), Stream(), Stream()):
        use(language_of(file))
        again = saved_at_every_step(load(case, language_of(file)), choices)

    assert again == transcript


def test_each_case_has_a_recommended_a_tempting_and_a_repairing_play() -> None:
    """Three roads of each shipped case stand in the folder, two of all plays in English."""
    names = {file.name for file in FILES}

    assert names >= {
        f"{case}--{road}.play"
        for case in ("amplop-di-loket", "sepupu-di-meja-izin")
        for road in ("disarankan", "tergoda", "memulihkan")
    }
    assert sum(name.endswith(".en.play") for name in names) >= 2
