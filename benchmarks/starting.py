"""How soon the program answers: whole processes against a Python that does nothing."""

from __future__ import annotations

from pathlib import Path

from turns import Figure, etika_sim, processes_in_turn, python

from etika_sim.library.load import load
from etika_sim.play.engine import choose, has_ended, options, start

CASE = "amplop-di-loket"
GOALS = {"--version": 2.5, "--help": 7, "play": 13}


def measure(_folder: Path, *, quick: bool) -> list[Figure]:
    """Version, help, and a scripted play of a shipped case from its start to an ending."""
    commands = {name: etika_sim(name) for name in ("--version", "--help")}
    commands["play"] = etika_sim("play", CASE, "--choices", ",".join(recommended()))
    commands["python"] = python("pass")
    medians = processes_in_turn(5 if quick else 21, commands)
    milliseconds = {name: spent.seconds * 1e3 for name, spent in medians.items()}
    yardstick = ("python -c pass", milliseconds["python"])
    return [
        Figure(f"start: {name}", milliseconds[name], "ms", *yardstick, limit) for name, limit in GOALS.items()
    ]


def recommended() -> list[str]:
    """The choices of a play that takes what is recommended, where it is offered."""
    scenario = load(CASE).scenario
    assert scenario is not None
    play, choices = start(scenario), []
    while not has_ended(play):
        offered = options(play)
        best = next((choice for choice in offered if choice.recommended), offered[0])
        choices.append(best.id)
        play = choose(play, best.id)
    return choices
