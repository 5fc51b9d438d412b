"""The facilitator's guide says what the program says: its sentences, its keys, its commands, its minutes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from cli.program import Stream, world

from etika_sim.classroom.phases import PHASES, Phase
from etika_sim.classroom.plan import COST, FULL, QUICK, frame
from etika_sim.cli.app import COMMANDS, _program
from etika_sim.locale import _, use
from etika_sim.views.stage.panels import KEYS

GUIDE = (Path(__file__).parents[1] / "docs" / "panduan-fasilitator.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^etika-sim (.+)$", re.MULTILINE)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture(autouse=True)
def _in_indonesian() -> Iterator[None]:
    with world(Stream(), Stream(), Stream()):
        use("id")
        yield


@pytest.mark.parametrize("phase", Phase)
def test_the_guide_holds_what_the_notes_tell_to_say(phase: Phase) -> None:
    """Each step's words stand in the guide as they stand on the notes."""
    assert f'**{_(PHASES[phase].name)}.** "{_(PHASES[phase].says)}"' in GUIDE


@pytest.mark.parametrize("key", KEYS)
def test_the_guide_names_every_key(key: str) -> None:
    """The table of keys is that of the help on the wall."""
    assert f"| {_(key)} | {_(KEYS[key])} |" in GUIDE


@pytest.mark.parametrize("line", [line for block in SHELL.findall(GUIDE) for line in COMMAND.findall(block)])
def test_every_command_of_the_guide_is_understood(line: str) -> None:
    """Whoever types a command of the guide is not told that an option is unknown."""
    name, *words = shlex.split(line)
    command = _program(list(COMMANDS)).commands[name]  # type: ignore[attr-defined]
    assert isinstance(command, click.Command)

    command.make_context(name, words)


def test_the_minutes_of_the_guide_are_those_of_the_plan() -> None:
    """Opening, roles, decisions, de-role, debrief and closing take what the plan gives them."""
    for minutes, told in ((45, (4, 3, 2, 14, 5)), (90, (7, 6, 3, 22, 9))):
        hour = frame(minutes)
        assert tuple(hour.blocks.values()) == told
        section = GUIDE.split(f"Kelas {minutes} menit\n")[-1].split("\n## ")[0]
        assert all(f"\n| {part} |" in section for part in told)
    assert (COST[FULL], COST[QUICK]) == (13, 4)
