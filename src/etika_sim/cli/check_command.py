"""`etika-sim check [PATHS]`: what is wrong with cases, all at once, with the place and a hint."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etika_sim.cli.context import cannot_read, environment
from etika_sim.environment import ExitStatus
from etika_sim.language.limits import LARGEST
from etika_sim.library.files import CannotRead
from etika_sim.locale import _

if TYPE_CHECKING:
    from etika_sim.checks.pack import Pack
    from etika_sim.checks.validate import Checked

MANY = 20
"""Files from which on somebody may wonder how long it takes."""


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


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
    form: Annotated[Format, typer.Option("--format", help=_("text, json, or github."))] = Format.TEXT,
    max_size: Annotated[int, typer.Option(min=1, help=_("Largest file, in bytes."))] = LARGEST,
    accept_translation: Annotated[
        bool,
        typer.Option("--accept-translation", help=_("PATHS are translations that you have looked over.")),
    ] = False,
    audit: Annotated[bool, typer.Option("--audit", help=_("Work out the roads of one case."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("The same as --format json."))] = False,
) -> int:
    """Check case files."""
    if accept_translation:
        from etika_sim.cli.author.accept_translation import accept

        return accept(paths or [], max_size)
    form = Format.JSON if as_json else form
    if audit:
        from etika_sim.cli.author.audit import show_audit

        return show_audit(paths or [], as_json=form is Format.JSON)
    return _checked(paths or [Path()], max_size, form, library=library, every=every, strict=strict)


def _checked(
    paths: list[Path], max_size: int, form: Format, *, library: bool, every: bool, strict: bool
) -> int:
    """Check, show what was found, and say with the status whether that is an error."""
    from etika_sim.language.reader import collector_paused

    with collector_paused():  # all that is made here is needed up to the end
        checked = _examined(paths, max_size, library=library)
        pack = None
        if library:
            from etika_sim.library.survey import survey_library

            pack = survey_library(checked, environment().cache_path())
        _show(checked, pack, form, every=every or strict)
        return _status(checked, pack, strict=strict)


def _status(checked: list[Checked], pack: Pack | None, *, strict: bool) -> int:
    """FINDINGS if there are errors, or suggestions that count as such."""
    sound = all(one.sound for one in checked)
    if strict:
        hinted = any(one.warnings for one in checked) or (pack is not None and pack.has_cues)
        return ExitStatus.FINDINGS if hinted or not sound else ExitStatus.FINE
    return ExitStatus.FINE if sound else ExitStatus.FINDINGS


def _examined(paths: list[Path], max_size: int, *, library: bool) -> list[Checked]:
    """What is found at the paths; somebody who waits sees how far it is."""
    from etika_sim.library.examine import examine, together

    world = environment()

    def at(done: int, files: int) -> None:
        if files >= MANY:
            world.pass_by(_("{n} of {all} files").format(n=done, all=files))

    try:
        checked = examine(paths, max_size, world.now()[:10], at, world.cache_path())
    except CannotRead as error:
        raise cannot_read(error) from None
    finally:
        world.pass_by("")
    return together(checked) if library else checked


def _show(checked: list[Checked], pack: Pack | None, form: Format, *, every: bool) -> None:
    from etika_sim.views import findings, findings_data

    world = environment()
    if form is Format.JSON:
        world.write_json(findings_data.as_data(checked, pack))
    elif form is Format.GITHUB:
        world.write(findings_data.as_annotations(checked))
    else:
        page = findings.report(checked, every=every)
        if pack is not None:
            from etika_sim.views.pack import overview

            page = (*overview(pack), *page)
        world.show(page)
