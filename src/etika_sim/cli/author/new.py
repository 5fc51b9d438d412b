"""What `new` writes: a case from a template, a case from a filled-in sheet, or the blank sheet."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from etika_sim.cli.author.create import SHEET_NAME, create_from_template
from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment, ExitStatus
from etika_sim.locale import _


class Wanted(NamedTuple):
    """What is to be written: with `sheet` the blank one, with `source` the case of that sheet."""

    name: str | None
    module: int | None
    title: str
    source: Path | None
    into: Path | None
    small: bool
    sheet: bool


def write_new(world: Environment, wanted: Wanted) -> int:
    """Write what is wanted, and say what comes next; FINDINGS for a sheet with faults. Raises Trouble."""
    if wanted.sheet:
        _write_sheet(world, wanted)
        return ExitStatus.FINE
    name, module = wanted.name, wanted.module
    if name is None:
        raise Trouble(_("Name the new case, for example: etika-sim new kasus-saya --module 3"))
    if wanted.source is not None:
        return _import_sheet(world, name, wanted.source, wanted)
    if module is None:
        raise Trouble(_("Name the module, for example: etika-sim new {name} --module 3").format(name=name))
    create_from_template(world, name, module, wanted.title, wanted.into, small=wanted.small)
    return ExitStatus.FINE


def _write_sheet(world: Environment, wanted: Wanted) -> None:
    """Write the sheet to fill in. Raises Trouble."""
    from etika_sim.cli.author.sheet import write_blank_sheet  # the check

    name, into = wanted.name, wanted.into
    if wanted.source is not None or wanted.small:
        raise Trouble(_("--sheet writes a sheet and needs neither --from nor --small."))
    is_named = name is not None or into is not None
    write_blank_sheet(world, (into or Path()) / (name or SHEET_NAME) if is_named else None)


def _import_sheet(world: Environment, name: str, source: Path, wanted: Wanted) -> int:
    """Write the case of a filled-in sheet; FINDINGS if it has faults. Raises Trouble."""
    from etika_sim.cli.author.sheet import create_from_sheet  # the check

    if wanted.small:
        raise Trouble(_("--from makes the case of the sheet and does not go with --small."))
    _path, sound = create_from_sheet(world, name, source, wanted.module, wanted.title, wanted.into)
    return ExitStatus.FINE if sound else ExitStatus.FINDINGS
