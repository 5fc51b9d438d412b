"""How many steps a second can be played with everything logged that a play keeps."""

from __future__ import annotations

from pathlib import Path
from random import Random

import story
from turns import Figure, in_turn, plain_loop, seconds

from etika_sim.language.builder import build
from etika_sim.language.reader import read
from etika_sim.model import Scenario
from etika_sim.play.engine import choose, has_ended, options, start

SCENES = 1_000
STEPS_A_SECOND = 180_000


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """Random plays, one after another, of a case that is read and built beforehand."""
    reading = read(story.write(folder / "play.yaml", SCENES).read_bytes())
    scenario = build(reading.data, "play", reading.findings)
    assert scenario is not None
    plays = 500 if quick else 4_000
    steps = walk(scenario, plays)  # the first walk compiles every scene's conditions
    jobs = {
        "ours": lambda: steps / seconds(lambda: walk(scenario, plays)),
        "yardstick": lambda: 1e6 / seconds(plain_loop),
    }
    medians = in_turn(5 if quick else 9, jobs)
    facts = (medians["ours"], "steps/s", "plain turns/s", medians["yardstick"])
    return [Figure("logged play", *facts, STEPS_A_SECOND, of_ratio=False, more=True)]


def walk(scenario: Scenario, plays: int) -> int:
    """Play at random to an ending so many times, the same each time; how many steps that took."""
    random, steps = Random(1).random, 0
    for _ in range(plays):
        play = start(scenario)
        while not has_ended(play):
            offered = options(play)
            play = choose(play, offered[int(random() * len(offered))].id)
        steps += len(play.steps)
    return steps
