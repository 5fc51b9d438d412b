"""The menu "Teach a class": leading one by number and Enter."""

from __future__ import annotations

from functools import partial

from etika_sim.classroom.state import HANDS, TABLES, WAYS
from etika_sim.cli.handout_command import handout
from etika_sim.cli.kept.class_reports import Wishes, report
from etika_sim.cli.live import preflight, start
from etika_sim.cli.live.lead import USUAL_CASE
from etika_sim.cli.live.notes_window import show_notes
from etika_sim.cli.live.run import Way, require_terminal
from etika_sim.cli.menus.menu import Item, pick, run_guarded
from etika_sim.cli.menus.pick_case import pick_case
from etika_sim.cli.solo.keys import Key, meant
from etika_sim.environment import Environment
from etika_sim.locale import _

LENGTHS = (45, 90, 10)
"""Minutes; the first is the usual one."""


def run_teaching_menu(world: Environment) -> None:
    """The menu of a trainer. Raises Leave."""
    items = [
        Item(_("Begin a class"), partial(pick_case, world, _("Which case?"), partial(_lengths, world))),
        Item(_("Go on with the last class"), partial(run_guarded, world, partial(_go_on, world))),
        Item(
            _("See a class with thirty simulated phones"), partial(run_guarded, world, partial(_demo, world))
        ),
        Item(
            _("The day before: try screen and network"), partial(run_guarded, world, partial(_check, world))
        ),
        Item(
            _("The notes of the class that is going on"), partial(run_guarded, world, partial(_notes, world))
        ),
        Item(
            _("Print what a class needs"),
            partial(pick_case, world, _("Which case?"), partial(_handout, world)),
        ),
        Item(
            _("Classes that were led, and their reports"),
            partial(run_guarded, world, partial(_reports, world)),
        ),
    ]
    pick(world, _("Teach a class"), items, leave=_("U: back"))


def _lengths(world: Environment, case: str) -> None:
    """How long, then how people take part."""
    items = [
        Item(_("{n} minutes").format(n=minutes), partial(_ways, world, case, minutes)) for minutes in LENGTHS
    ]
    pick(world, _("How long is the class?"), items, leave=_("U: back"))


def _ways(world: Environment, case: str, minutes: int) -> None:
    ways = (
        (_("Phones, tables and hands, mixed"), WAYS),
        (_("One phone a table, and hands"), (TABLES, HANDS)),
        (_("Raised hands alone; nothing listens"), (HANDS,)),
    )
    items = [
        Item(label, partial(run_guarded, world, partial(_begin, world, case, minutes, way)))
        for label, way in ways
    ]
    pick(world, _("How do people take part?"), items, leave=_("U: back"))


def _begin(world: Environment, case: str, minutes: int, ways: tuple[str, ...]) -> None:
    require_terminal(world)
    typed = world.ask(_("  How many people are there? (Enter: not counted) ")).strip()
    people = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 else 0
    event = world.ask(_("  What is the event called? (Enter: nothing) ")).strip()
    start.begin(world, case, None, start.settle(minutes, people, event, ways), Way())


def _go_on(world: Environment) -> None:
    require_terminal(world)
    start.go_on(world, None, Way())


def _demo(world: Environment) -> None:
    require_terminal(world)
    start.run_demo(world, USUAL_CASE, None, start.settle(LENGTHS[0], 0, ""), Way())


def _check(world: Environment) -> None:
    preflight.check(world, Way(), None)


def _notes(world: Environment) -> None:
    show_notes(world, None, "")


def _handout(world: Environment, case: str) -> None:
    handout(case)
    world.ask(_("  Enter: back "))


def _reports(world: Environment) -> None:
    """The classes that are kept, and what one of them came to."""
    listing = Wishes(None, None, leaders=False, forget=False, listing=True, sure=False)
    report(world, listing, None)
    wanted = world.ask(_("  Which class? (Enter: the last; U: back) ")).strip()
    if meant(wanted, world.language, 0) is Key.UNDO:
        return
    report(world, listing._replace(listing=False), wanted or None)
    world.ask(_("  Enter: back "))
