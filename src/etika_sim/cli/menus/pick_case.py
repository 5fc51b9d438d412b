"""The menu of cases: the modules that have some, then the cases of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from etika_sim import labels
from etika_sim.cli.menus.menu import Item, pick, run_guarded
from etika_sim.environment import Environment
from etika_sim.library.catalogue import Entry, catalogue
from etika_sim.locale import _
from etika_sim.prose import safe_line


def pick_case(
    world: Environment,
    title: str,
    then: Callable[[str], object],
    above: Callable[[], list[Item]] = list,
) -> None:
    """Show the modules, below what may stand above; do something with the case picked. Raises Leave."""
    entries = [entry for entry in catalogue(world.language, cache=world.cache_path()) if entry.sound]
    modules = []
    for number, group in groupby(entries, lambda entry: entry.module):
        label = _("Module {n}: {title}").format(n=number, title=labels.module(number))
        modules.append(Item(label, partial(_pick_within, world, label, list(group), then)))
    pick(world, title, lambda: [*above(), *modules], leave=_("U: back"))


def _pick_within(world: Environment, title: str, entries: list[Entry], then: Callable[[str], object]) -> None:
    """The cases of a module. Raises Leave."""
    items = [
        Item(safe_line(entry.title), partial(run_guarded, world, partial(then, str(entry.path))))
        for entry in entries
    ]
    pick(world, title, items, leave=_("U: back"))
