"""Leading a class from the command line: what each of its options asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from etika_sim.classroom.state import HANDS, TABLES, WAYS, Settings
from etika_sim.cli.context import Trouble
from etika_sim.cli.kept import class_reports
from etika_sim.cli.live import preflight, start
from etika_sim.cli.live.notes_window import show_notes
from etika_sim.cli.live.run import Way, require_terminal
from etika_sim.cli.live.start import settle
from etika_sim.environment import Environment
from etika_sim.locale import _

USUAL_CASE = "amplop-di-loket"


class Asked(NamedTuple):
    """What was named on the line: a case or a class, where to look, what is settled, how it is shown."""

    name: str | None
    path: list[Path] | None
    settings: Settings
    way: Way
    as_json: bool


def ways_of(*, tables: bool, hands: bool) -> tuple[str, ...]:
    """The ways to take part that those options leave."""
    return (HANDS,) if hands else (TABLES, HANDS) if tables else WAYS


def begin(world: Environment, asked: Asked) -> int:
    """A new class. Raises Trouble, StoreTrouble."""
    require_terminal(world)
    if asked.name is None:
        raise Trouble(_("Name a case: etika-sim class CASE. See: etika-sim list"))
    return start.begin(world, asked.name, asked.path, asked.settings, asked.way)


def demonstrate(world: Environment, asked: Asked) -> int:
    """A class with simulated phones. Raises Trouble."""
    require_terminal(world)
    return start.run_demo(world, asked.name or USUAL_CASE, asked.path, asked.settings, asked.way)


def go_on(world: Environment, asked: Asked) -> int:
    """A class that was left. Raises Trouble, StoreTrouble."""
    require_terminal(world)
    return start.go_on(world, asked.name, asked.way)


def check(world: Environment, asked: Asked) -> int:
    """The day before."""
    return preflight.check(world, asked.way, asked.name)


def show_notes_of(world: Environment, asked: Asked) -> int:
    """The notes of a class that is going on. Raises Trouble."""
    return show_notes(world, asked.name, asked.way.theme)


def list_classes(world: Environment, asked: Asked) -> int:
    """The classes that are kept. Raises StoreTrouble."""
    return class_reports.list_classes(world, as_json=asked.as_json)


ACTIONS: Mapping[str, Callable[[Environment, Asked], int]] = {
    "": begin,
    "--check": check,
    "--demo": demonstrate,
    "--resume": go_on,
    "--notes": show_notes_of,
    "--list": list_classes,
}
"""What is done for an option; without one, a class begins."""

__all__ = ["ACTIONS", "Asked", "Way", "settle", "ways_of"]
