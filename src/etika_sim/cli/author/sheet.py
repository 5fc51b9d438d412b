"""Import of a case from a filled-in spreadsheet (CSV), and the blank sheet to fill in."""

from __future__ import annotations

from pathlib import Path

from etika_sim.authoring import shelf
from etika_sim.authoring.blank import blank_sheet
from etika_sim.authoring.sheet import imported
from etika_sim.authoring.table import LARGEST_TABLE, NoTable
from etika_sim.authoring.template import MODELINE
from etika_sim.authoring.writer import written
from etika_sim.cli.author.create import SHEET_NAME, free_id, id_for, put_schema, shelving, tell, word
from etika_sim.cli.context import Trouble, cannot_read
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.limits import LARGEST
from etika_sim.library import folders
from etika_sim.library.examine import examine
from etika_sim.library.files import CannotRead, read_bytes, real
from etika_sim.locale import _
from etika_sim.views import authoring, findings
from etika_sim.views.authoring import Step


def create_from_sheet(
    world: Environment,
    case: str,
    source: Path,
    module: int | None = None,
    title: str = "",
    into: Path | None = None,
) -> tuple[Path, bool]:
    """Write the case that a sheet tells; where it lies, and whether nothing was found.

    Without an id one is made of the title in the sheet. Raises Trouble.
    """
    folder = into or folders.own()
    case = case and free_id(case, folder)
    try:
        made = imported(read_bytes(source, LARGEST_TABLE), case, module, title)
    except CannotRead as error:
        raise cannot_read(error) from None
    except NoTable as error:
        raise Trouble(authoring.no_table(error, source), ExitStatus.FINDINGS) from None
    case = case or id_for(made.data["title"], folder)
    path = folder / f"{case}.yaml"
    with shelving():
        shelf.folder_made(folder)
        shelf.put(path, (MODELINE + written(made.data)).encode())
    put_schema(world, folder)
    world.show(authoring.complaints(made.complaints))
    checked = examine([path], LARGEST, world.now()[:10])
    world.show(findings.report(checked, every=False))
    world.write("\n")
    tell(world, path, case if into is None else str(path))
    return path, not made.complaints and all(one.sound for one in checked)


def write_blank_sheet(world: Environment, path: Path | None = None) -> Path:
    """Write the sheet to fill in; without a path, into the author's folder. Raises Trouble."""
    target = path or folders.own() / SHEET_NAME
    with shelving():
        if target.parent == folders.own():
            shelf.folder_made(target.parent)
        shelf.put(target, blank_sheet())
    world.show(
        authoring.steps(
            _("The sheet to fill in lies here:"),
            real(target),
            Step(_("Open it in a spreadsheet; the rows that begin with # say how it is filled in.")),
            Step(_("Save it as CSV, under the same name.")),
            Step(
                _("Make a case of it, also from the menu:"),
                f"etika-sim new kasus-saya --from {word(str(real(target)))}",
            ),
        )
    )
    return target
