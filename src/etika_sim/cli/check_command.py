"""`etika-sim check [PATHS]`: what is wrong with cases, all at once, with the place and a hint."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import cannot_read, environment
from etika_sim.environment import ExitStatus
from etika_sim.language.limits import LARGEST
from etika_sim.library.files import CannotRead
from etika_sim.locale import _


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    example = _("Example: etika-sim check my-case.yaml")
    app.command("check", options_metavar=_("[OPTIONS]"), help=_("Check case files."), epilog=example)(check)


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=_("[PATHS]"), help=_("Files or folders; without any, this folder.")),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=_("text, json, or github."))] = Format.TEXT,
    max_size: Annotated[int, typer.Option(min=1, help=_("Largest file, in bytes."))] = LARGEST,
    audit: Annotated[bool, typer.Option("--audit", help=_("Work out the roads of one case."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("The same as --format json."))] = False,
) -> int:
    """Check case files."""
    form = Format.JSON if as_json else form
    if audit:
        from etika_sim.cli.audit import show_audit

        return show_audit(paths or [], as_json=form is Format.JSON)
    from etika_sim.library.examine import examine
    from etika_sim.views import findings, findings_data

    world = environment()
    try:
        checked = examine(paths or [Path()], max_size, world.now()[:10])
    except CannotRead as error:
        raise cannot_read(error) from None
    if form is Format.JSON:
        world.write_json(findings_data.as_data(checked))
    elif form is Format.GITHUB:
        world.write(findings_data.as_annotations(checked))
    else:
        world.show(findings.report(checked, every=False))
    return ExitStatus.FINE if all(one.sound for one in checked) else ExitStatus.FINDINGS
