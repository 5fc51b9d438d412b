"""How fast YAML becomes data: our reader against PyYAML's C loader, in one process."""

from __future__ import annotations

from pathlib import Path

import story
import yaml
from turns import Figure, in_turn, seconds

from etika_sim.language.reader import read

GOALS = {1_000: 1 / 3, 10_000: 1 / 4}


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """Bytes to data, twice the size of case."""
    return [_figure(folder, scenes, 3 if quick else 7) for scenes in ([1_000] if quick else GOALS)]


def _figure(folder: Path, scenes: int, rounds: int) -> Figure:
    raw = story.write(folder / f"{scenes}.yaml", scenes).read_bytes()
    jobs = {
        "ours": lambda: seconds(lambda: read(raw, len(raw))),
        "yardstick": lambda: seconds(lambda: yaml.load(raw, yaml.CSafeLoader)),
    }
    medians = in_turn(rounds if scenes < 10_000 else 3, jobs)
    ours, theirs = medians["ours"], medians["yardstick"]
    return Figure(f"read YAML, {scenes:,} scenes", ours, "s", "CSafeLoader", theirs, GOALS[scenes])
