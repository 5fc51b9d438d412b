"""`etika-sim check [PATHS]`: what is wrong with cases, all at once, with the place and a hint."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import Format, environment, one_of
from etika_sim.language.limits import LARGEST
from etika_sim.locale import _

FORMATS = (Format.TEXT, Format.JSON, Format.GITHUB)
"""How findings are written."""


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim check my-case.yaml")
    app.command("check", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(check)


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=_("[PATHS]"), help=_("Files or folders; without any, this folder.")),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help=_("Show all suggestions, not the first three."))
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Show all suggestions, and count them as errors."))
    ] = False,
    library: Annotated[
        bool, typer.Option("--library", help=_("Look at all cases together as well."))
    ] = False,
    form: Annotated[
        str, typer.Option("--format", click_type=one_of(FORMATS), help=_("text, json, or github."))
    ] = Format.TEXT.value,
    max_size: Annotated[int, typer.Option(min=1, help=_("Largest file, in bytes."))] = LARGEST,
    accept_translation: Annotated[
        bool,
        typer.Option("--accept-translation", help=_("PATHS are translations that you have looked over.")),
    ] = False,
    audit: Annotated[bool, typer.Option("--audit", help=_("Work out the roads of one case."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("The same as --format json."))] = False,
) -> int:
    """Check case files."""
    from etika_sim.cli.author import check as checking

    form = Format.JSON if as_json else Format(form)
    if accept_translation:
        return checking.accept_translations(environment(), paths or [], max_size)
    if audit:
        return checking.audit_case(environment(), paths or [], as_json=form is Format.JSON)
    wanted = checking.Wanted(form, max_size, every=every or strict, strict=strict, library=library)
    return checking.check_files(environment(), paths or [Path()], wanted)
