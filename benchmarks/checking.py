"""How long a check takes, how much memory, and how both grow with the case."""

from __future__ import annotations

from pathlib import Path

import story
import yaml
from turns import Figure, etika_sim, in_turn, processes_in_turn, python, seconds

from etika_sim.checks.validate import Cited, check_case

SCENES = 10_000
FEW, MANY = 1_000, 100_000
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), yaml.CSafeLoader)"


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """The whole check of a sound case, as a process and within one."""
    file = story.write(folder / f"{SCENES}.yaml", SCENES)
    rounds = 1 if quick else 3
    return [*_as_process(file, rounds), _in_process(file, rounds)]


def _as_process(file: Path, rounds: int) -> list[Figure]:
    ours = etika_sim("check", "--max-size", str(file.stat().st_size), str(file))
    commands = {"ours": ours, "yardstick": python(LOAD, str(file))}
    medians = processes_in_turn(rounds, commands)
    spent, theirs = medians["ours"], medians["yardstick"]
    yardstick, measure = "CSafeLoader process", f"check, {SCENES:,} scenes"
    return [
        Figure(f"{measure}, process", spent.seconds, "s", yardstick, theirs.seconds, 0.5),
        Figure(f"{measure}, peak memory", spent.peak, "MiB", yardstick, theirs.peak, 150, of_ratio=False),
    ]


def _in_process(file: Path, rounds: int) -> Figure:
    raw = file.read_bytes()
    jobs = {
        "ours": lambda: seconds(lambda: _check(raw)),
        "yardstick": lambda: seconds(lambda: yaml.load(raw, yaml.CSafeLoader)),
    }
    medians = in_turn(rounds, jobs)
    facts = (medians["ours"], "s", "CSafeLoader", medians["yardstick"])
    return Figure(f"errors only, {SCENES:,} scenes, in process", *facts, 0.5)


def measure_growth(folder: Path, *, quick: bool) -> list[Figure]:
    """Seconds a scene of a large case through those of a small one; texts are short in both."""
    many = MANY // 10 if quick else MANY
    raws = {
        scenes: story.write(folder / f"{scenes}.yaml", scenes, lengths=story.SHORT).read_bytes()
        for scenes in (FEW, many)
    }
    jobs = {
        str(scenes): lambda raw=raw, scenes=scenes: seconds(lambda: _check(raw)) / scenes * 1e6
        for scenes, raw in raws.items()
    }
    medians = in_turn(1 if quick else 3, jobs)
    facts = (medians[str(many)], "µs a scene", f"the same, {FEW:,}", medians[str(FEW)])
    return [Figure(f"check grows to {many:,} scenes", *facts, 1.2)]


def _check(raw: bytes) -> None:
    checked = check_case(raw, "case", "case", Cited(), len(raw))
    assert checked.sound, checked.findings
