"""Checking case files for their author: all findings at once, a translation accepted, the roads of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from etika_sim.checks.validate import Checked
from etika_sim.cli.context import Format, cannot_read
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.reader import collector_paused
from etika_sim.library.examine import examine, together
from etika_sim.library.files import CannotRead
from etika_sim.locale import _
from etika_sim.views import findings

if TYPE_CHECKING:
    from etika_sim.checks.pack import Pack

MANY = 20
"""Files from which on somebody may wonder how long it takes."""


class Wanted(NamedTuple):
    """How files are checked: in which format, up to how many bytes, with what as an error."""

    form: Format
    largest: int
    every: bool
    strict: bool
    library: bool


def check_files(world: Environment, paths: list[Path], wanted: Wanted) -> int:
    """Show what is found in files and folders; FINDINGS if something must be mended. Raises Trouble."""
    with collector_paused():  # all that is made here is needed up to the end
        checked = _examine(world, paths, wanted.largest, library=wanted.library)
        pack = None
        if wanted.library:
            from etika_sim.library.survey import survey_library  # statistics, which only a library needs

            pack = survey_library(checked, world.cache_path())
        _show(world, checked, pack, wanted)
        return _status(checked, pack, strict=wanted.strict)


def accept_translations(world: Environment, paths: list[Path], largest: int) -> int:
    """Take translations as looked over. Raises Trouble, StoreTrouble."""
    from etika_sim.cli.author.accept_translation import accept  # digests, which a check does without

    return accept(world, paths, largest)


def audit_case(world: Environment, paths: list[Path], *, as_json: bool) -> int:
    """Work out the roads of one case. Raises Trouble."""
    from etika_sim.cli.author.audit import show_audit  # statistics, which a check does without

    return show_audit(world, paths, as_json=as_json)


def _status(checked: list[Checked], pack: Pack | None, *, strict: bool) -> int:
    """FINDINGS if there are errors, or suggestions that count as such."""
    sound = all(one.sound for one in checked)
    if strict:
        hinted = any(one.warnings for one in checked) or (pack is not None and pack.has_cues)
        return ExitStatus.FINDINGS if hinted or not sound else ExitStatus.FINE
    return ExitStatus.FINE if sound else ExitStatus.FINDINGS


def _examine(world: Environment, paths: list[Path], largest: int, *, library: bool) -> list[Checked]:
    """What is found at the paths; somebody who waits sees how far it is. Raises Trouble."""

    def at(done: int, files: int) -> None:
        if files >= MANY:
            world.pass_by(_("{n} of {all} files").format(n=done, all=files))

    try:
        checked = examine(paths, largest, world.now()[:10], at, world.cache_path())
    except CannotRead as error:
        raise cannot_read(error) from None
    finally:
        world.pass_by("")
    return together(checked) if library else checked


def _show(world: Environment, checked: list[Checked], pack: Pack | None, wanted: Wanted) -> None:
    if wanted.form is Format.TEXT:
        page = findings.report(checked, every=wanted.every)
        if pack is not None:
            from etika_sim.views.pack import overview  # of no use for a case or two

            page = (*overview(pack), *page)
        world.show(page)
        return
    from etika_sim.views import findings_data  # for machines

    if wanted.form is Format.JSON:
        world.write_json(findings_data.as_data(checked, pack))
    else:
        world.write(findings_data.as_annotations(checked))
