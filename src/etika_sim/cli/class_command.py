"""`etika-sim class CASE`: a live class on the projector, with phones, table phones or raised hands."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.locale import _


class Colours(StrEnum):
    """Colours of the projector."""

    LIGHT = "light"
    DARK = "dark"


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim class amplop-di-loket --minutes 45 --for 30")
    app.command("class", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(class_)


def class_(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[CASE]"),
            help=_("The id of a case, or its file; with --resume and --notes the id of a class."),
            autocompletion=completion.cases,
        ),
    ] = None,
    minutes: Annotated[int, typer.Option(min=10, max=480, help=_("How long the class is."))] = 45,
    people: Annotated[int, typer.Option("--for", min=0, max=5000, help=_("How many people are there."))] = 0,
    groups: Annotated[int, typer.Option(min=0, max=100, help=_("In how many groups roles are played."))] = 0,
    tables: Annotated[bool, typer.Option("--tables", help=_("One phone a table, and hands."))] = False,
    hands: Annotated[bool, typer.Option("--hands", help=_("Raised hands alone; nothing listens."))] = False,
    usual: Annotated[
        bool, typer.Option("--usual", help=_("The first vote asks what most colleagues would do."))
    ] = False,
    nicknames: Annotated[bool, typer.Option("--nicknames", help=_("People may give nicknames."))] = False,
    event: Annotated[str, typer.Option(help=_("What stands above: the name of the event."))] = "",
    host: Annotated[str | None, typer.Option(help=_("The address that phones are told."))] = None,
    port: Annotated[int, typer.Option(min=0, max=65_535, help=_("The port that phones come in by."))] = 0,
    theme: Annotated[Colours, typer.Option(help=_("Colours of the projector."))] = Colours.LIGHT,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("The day before: screen, network, phones."))
    ] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help=_("Thirty simulated phones; nothing is kept."))
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help=_("Go on with a class, or with the last."))
    ] = False,
    notes: Annotated[bool, typer.Option("--notes", help=_("The notes, in a second window."))] = False,
    listed: Annotated[bool, typer.Option("--list", help=_("The classes that are kept."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("With --list: as JSON."))] = False,
) -> int:
    """Lead a class."""
    meant = {"--check": check, "--demo": demo, "--resume": resume, "--notes": notes, "--list": listed}
    if len(named := [action for action, is_meant in meant.items() if is_meant]) > 1:
        raise Trouble(_("Only one of {options} at a time.").format(options=", ".join(named)))
    from etika_sim.cli.live import lead

    ways = lead.ways_of(tables=tables, hands=hands)
    settled = lead.settle(minutes, people, event, ways, groups=groups, usual=usual, nicknames=nicknames)
    asked = lead.Asked(name, path, settled, lead.Way(theme.value, host, port), as_json)
    return lead.ACTIONS[named[0] if named else ""](environment(), asked)
