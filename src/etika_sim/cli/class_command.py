"""`etika-sim class CASE`: a live class on the projector, with phones, table phones or raised hands."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.locale import _

if TYPE_CHECKING:
    from etika_sim.cli.live.run import Way

USUAL_CASE = "amplop-di-loket"


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
    ways = {"--check": check, "--demo": demo, "--resume": resume, "--notes": notes, "--list": listed}
    if len(named := [way for way, is_meant in ways.items() if is_meant]) > 1:
        raise Trouble(_("Only one of {options} at a time.").format(options=", ".join(named)))
    if listed:
        from etika_sim.cli.report_command import JSON, report

        return report(format=JSON if as_json else None, listing=True)
    if notes:
        from etika_sim.cli.live.notes_window import notes as read

        return read(environment(), name, theme.value)
    from etika_sim.cli.live.run import Way

    settings = _settings(minutes, people, groups, event, usual=usual, nicknames=nicknames)
    if tables or hands:
        settings["ways"] = ["hands"] if hands else ["tables", "hands"]
    led = _Led(name, path, settings, Way(theme.value, host, port))
    return led.check() if check else led.resume() if resume else led.begin(is_demo=demo)


class _Led(NamedTuple):
    """What was named on the line, once it is known what for."""

    name: str | None
    path: list[Path] | None
    settings: dict[str, Any]
    way: Way

    def check(self) -> int:
        from etika_sim.cli.live.preflight import check

        return check(environment(), self.way, self.name)

    def resume(self) -> int:
        from etika_sim.cli.live import start

        must_show()
        return start.go_on(environment(), self.name, self.way)

    def begin(self, *, is_demo: bool) -> int:
        from etika_sim.cli.live import start

        must_show()
        if self.name is None and not is_demo:
            raise Trouble(_("Name a case: etika-sim class CASE. See: etika-sim list"))
        led = start.demo if is_demo else start.begin
        return led(environment(), self.name or USUAL_CASE, self.path, self.settings, self.way)


def _settings(
    minutes: int, people: int, groups: int, event: str, *, usual: bool, nicknames: bool
) -> dict[str, Any]:
    from etika_sim.classroom.events import MOST_LETTERS
    from etika_sim.cli.live.start import cap

    return {
        "minutes": minutes,
        "people": people,
        "groups": groups,
        "cap": cap(people),
        "event": event[:MOST_LETTERS],
        "usual": usual,
        "nicknames": nicknames,
    }


def must_show() -> None:
    """Raises Trouble where there is no terminal to draw in: the screen reads and draws past our streams."""
    ends = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    is_terminal = all(end is not None and end.isatty() for end in ends)
    if not (is_terminal and environment().interactive) or os.environ.get("TERM") == "dumb":
        raise Trouble(_("A class is led in a terminal, and this is none that can be drawn in."))
