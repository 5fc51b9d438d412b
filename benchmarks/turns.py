"""Taking times in turn: ours, the yardstick, ours, the yardstick, so that a slow minute hits both."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

_MIB = 1 << 20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Figure(NamedTuple):
    """One thing measured against one yardstick, with the goal it has.

    `ratio` is ours through the yardstick's; the goal is a limit on the ratio, or on our own figure
    where `of_ratio` is false, and it is met below the limit, or above it where `more` is true.
    """

    measure: str
    ours: float
    unit: str
    yardstick: str
    theirs: float
    limit: float
    of_ratio: bool = True
    more: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """Our figure through the yardstick's."""
        return self.ours / self.theirs

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        value = self.ratio if self.of_ratio else self.ours
        return value >= self.limit if self.more else value <= self.limit


class Spent(NamedTuple):
    """What a process took: seconds by the clock from its start to its end, and its peak memory in MiB."""

    seconds: float
    peak: float


def in_turn(rounds: int, jobs: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each job's figure; every round asks each job once."""
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            found[name].append(job())
    return {name: median(figures) for name, figures in found.items()}


def seconds(function: Callable[[], object]) -> float:
    """Processor seconds of a call, so that other programs do not count; old garbage is collected first."""
    gc.collect()
    begun = process_time()
    function()
    return process_time() - begun


def processes_in_turn(rounds: int, commands: Mapping[str, list[str]]) -> dict[str, Spent]:
    """The medians of what each command takes; a round before the first that counts compiles."""
    runs: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(1 + rounds):
        for name, command in commands.items():
            runs[name].append(process(command))
    return {
        name: Spent(median(one.seconds for one in spent[1:]), median(one.peak for one in spent[1:]))
        for name, spent in runs.items()
    }


def process(command: list[str]) -> Spent:
    """Run a command to its end, its output thrown away. Raises RuntimeError if it fails.

    The peak is the kernel's own figure for that one process. A process inherits the peak of the one
    that starts it, so whoever measures memory must be small.
    """
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    begun = perf_counter()
    child = os.posix_spawn(command[0], command, _environment(), file_actions=nowhere)
    _, status, usage = os.wait4(child, 0)
    spent = Spent(perf_counter() - begun, usage.ru_maxrss * _RSS_UNIT / _MIB)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"failed: {' '.join(command)}")
    return spent


def _environment() -> dict[str, str]:
    """Ours, with bytecode kept as that of an installed program is, and none of the user's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ETIKA_SIM_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def python(code: str, *words: str) -> list[str]:
    """The command that runs some Python."""
    return [sys.executable, "-c", code, *words]


def etika_sim(*words: str) -> list[str]:
    """Our command as it is installed beside this Python, else by its module."""
    installed = Path(sys.executable).with_name("etika-sim")
    return [str(installed), *words] if installed.is_file() else [sys.executable, "-m", "etika_sim", *words]


def plain_loop() -> int:
    """A million turns of a plain Python loop: how fast the machine is just now."""
    total = 0
    for n in range(1_000_000):
        total += n
    return total


COLUMNS = "{:<38}{:>17}  {:<22}{:>20}{:>9}  {:<20}{}"


def row(figure: Figure) -> str:
    """A figure as a line of the table."""
    limit = f"{'>=' if figure.more else '<='} {number(figure.limit)}"
    goal = limit if figure.of_ratio else f"{limit} {figure.unit}"
    ours, theirs = (f"{number(value)} {figure.unit}" for value in (figure.ours, figure.theirs))
    met = "yes" if figure.met else "NO"
    return COLUMNS.format(figure.measure, ours, figure.yardstick, theirs, f"{figure.ratio:.3g}", goal, met)


def number(value: float) -> str:
    """Three digits that matter, thousands parted."""
    return f"{value:,.0f}" if value >= 1_000 else f"{value:.3g}"
