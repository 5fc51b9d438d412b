"""Everything that is measured, with one command: `python benchmarks/run.py`.

Every measure runs in a process of its own, so that none profits or suffers from another's memory.
Linux and macOS only: peak memory is asked of the kernel there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import checking
import class_load
import keeping
import playing
import proving
import reading
import rivals
import starting
from turns import COLUMNS, Figure, row

MEASURES: dict[str, Callable[..., list[Figure]]] = {
    "start": starting.measure,
    "play": playing.measure,
    "proof": proving.measure,
    "read": reading.measure,
    "check": checking.measure,
    "growth": checking.measure_growth,
    "keep": keeping.measure,
    "class": class_load.measure,
    "rivals": rivals.measure,
}
FETCHES = {"rivals"}
"""Measures that install other programs first; they run only when they are asked for by name."""


def main() -> int:
    """Measure, print the table, and with --strict let a goal missed be an error."""
    wishes = _wishes()
    names = [wishes.only] if wishes.only else [name for name in MEASURES if name not in FETCHES]
    print(COLUMNS.format("measure", "ours", "yardstick", "", "ratio", "goal", "met"))
    figures = []
    for name in names:
        for figure in alone(name, quick=wishes.quick):
            figures.append(figure)
            print(row(figure), flush=True)
    if wishes.json:
        data = [{**one._asdict(), "ratio": one.ratio, "met": one.met} for one in figures]
        wishes.json.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return int(wishes.strict and not all(one.met for one in figures))


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", choices=MEASURES, help="one measure instead of all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and the largest cases left out")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal is missed")
    return parser.parse_args()


def alone(name: str, *, quick: bool) -> list[Figure]:
    """One measure, in a fresh process, with a folder for its files that is gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="etika-sim-") as folder,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
    ):
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        return pool.submit(MEASURES[name], Path(folder), quick=quick).result()


if __name__ == "__main__":
    sys.exit(main())
