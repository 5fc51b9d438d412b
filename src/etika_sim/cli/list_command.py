"""`etika-sim list`: which cases there are, all of them or those that fit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _

Many = list[str] | None


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    fits = _("With options only the cases that fit all of them; --principle to --theme may be repeated.")
    none = _("If no case fits, the exit status is 1; with --json it is 0 and the list is empty.")
    example = _("Example: etika-sim list --module 5 --practice PR3")
    explained = f"{about}\n\n{fits} {none}"
    app.command("list", options_metavar=_("[OPTIONS]"), help=explained, epilog=example)(list_cases)


def _word(option: str, about: str) -> Any:
    """An option that takes a word of a list, which the shell can complete."""
    return typer.Option(
        f"--{option}", metavar=_("WORD"), help=about, autocompletion=completion.filters(option)
    )


def _number(about: str, most: int | None = None) -> Any:
    return typer.Option(metavar=_("NUMBER"), min=1, max=most, help=about)


def list_cases(
    module: Annotated[int | None, _number(_("The module, 1 to 6."), 6)] = None,
    principle: Annotated[Many, _word("principle", _("A principle at stake: its name or letters."))] = None,
    practice: Annotated[Many, _word("practice", _("A practice that it trains, PR1 to PR5."))] = None,
    pressure: Annotated[Many, _word("pressure", _("A pressure in it, T1 to T4."))] = None,
    remedy: Annotated[Many, _word("remedy", _("A remedy that it asks about, S1 to S3."))] = None,
    theme: Annotated[Many, _word("theme", _("What it is about, such as gratification."))] = None,
    level: Annotated[str | None, _word("level", _("The level: basic, intermediate or advanced."))] = None,
    minutes: Annotated[int | None, _number(_("The most minutes that it takes."))] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help=_("What all cases cover together, and what is missing."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> None:
    """List the cases."""
    from etika_sim.cli.solo import list_cases as listing

    words = listing.Words(
        principle or (),
        practice or (),
        pressure or (),
        remedy or (),
        theme or (),
        level=level,
        module=module,
        minutes=minutes,
    )
    if coverage:
        listing.show_coverage(environment(), words, path, as_json=as_json)
    else:
        listing.list_cases(environment(), words, path, as_json=as_json)
