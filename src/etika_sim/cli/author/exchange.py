"""Exchange of cases as zip files: packing one to hand on, and taking in one that was handed on."""

from __future__ import annotations

from pathlib import Path

from etika_sim.authoring import naming, parcel, shelf
from etika_sim.authoring.parcel import BadParcel, Parcel
from etika_sim.authoring.sharing import belongings
from etika_sim.authoring.template import SCHEMA_NAME
from etika_sim.cli.author.create import Taken, shelving, word
from etika_sim.cli.cases import file_of
from etika_sim.cli.context import Trouble, cannot_read
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.limits import LARGEST
from etika_sim.library import folders
from etika_sim.library.examine import examine
from etika_sim.library.files import CannotRead, read_bytes, real
from etika_sim.library.folders import find
from etika_sim.locale import _, ngettext
from etika_sim.views import authoring
from etika_sim.views.page import Gap, Items, Page, Prose


def share(world: Environment, case: str, output: Path | None = None, paths: list[Path] | None = None) -> None:
    """Pack a case into a new zip, in this folder if no other is named; say what is in it. Raises Trouble."""
    file = file_of(case, paths)
    output = output or Path(f"{file.stem}.zip")
    try:
        files = belongings(file)
    except CannotRead as error:
        raise cannot_read(error) from None
    content = parcel.packed(files)
    try:
        parcel.unpacked(content)
    except BadParcel as error:
        raise Trouble(authoring.bad_parcel(error, output), ExitStatus.FINDINGS) from None
    with shelving():
        shelf.put(output, content)
    inside = Items(tuple(("-", name) for name in sorted(files)))
    head = authoring.placed(_("Packed:"), real(output))
    how = _("Send it as it is. Whoever gets it opens it from the menu, or types:")
    words = authoring.commanded(how, f"etika-sim receive {word(output.name)}")
    world.show((*head, inside, Gap(), *words))


def receive(world: Environment, path: Path, into: Path | None = None) -> list[Path]:
    """Take in the cases of a zip; the files of the cases, new or there already. Raises Trouble."""
    home = into or folders.own()
    try:
        found = parcel.unpacked(read_bytes(path, parcel.LARGEST_PARCEL))
    except CannotRead as error:
        raise cannot_read(error) from None
    except BadParcel as error:
        raise Trouble(authoring.bad_parcel(error, path), ExitStatus.FINDINGS) from None
    there = {case: file for case in found.cases if (file := find(case, (home,))) is not None}
    if len(there) == len(found.cases) and all(_is_same(found, case, file) for case, file in there.items()):
        world.show(authoring.placed(_("You have all of it already; nothing was written:"), *there.values()))
        return list(there.values())
    return _put(world, _rename_taken(world, found, home), home)


def _is_same(found: Parcel, case: str, file: Path) -> bool:
    """Whether the case in a zip is byte for byte the one in a file."""
    try:
        return read_bytes(file) in (found.files.get(f"{case}.yaml"), found.files.get(f"{case}.yml"))
    except CannotRead:
        return False


def _rename_taken(world: Environment, found: Parcel, home: Path) -> Parcel:
    """Give new ids to those cases whose id is taken; each is told."""
    names: dict[str, str] = {}
    for case in found.cases:
        if find(case, (home,)) is not None:
            names[case] = naming.free(case, Taken(home, (*found.cases, *names.values())))
            kept = _("There is a case {name} already; the one that you were sent is kept as {other}.")
            world.complain(kept.format(name=case, other=names[case]))
    return parcel.renamed(found, names)


def _put(world: Environment, found: Parcel, home: Path) -> list[Path]:
    """Write the parcel into a folder of its own, and say what the check finds in it. Raises Trouble."""
    files = {**found.files, SCHEMA_NAME: shelf.schema_bytes()}
    with shelving():
        folder = shelf.put_folder(home, found.cases[0], files)
    paths = sorted(folder / name for name in found.files if parcel.stem_of(name) in found.cases)
    cases = [path for path in paths if path.name.count(".") == 1]
    count = sum(len(one.findings) + one.more for one in examine([folder], LARGEST))
    told: Page = (Prose((_("The check finds nothing wrong with it."),)), Gap())
    if count:
        errors = ngettext("The check finds {n} error in it:", "The check finds {n} errors in it:", count)
        told = authoring.commanded(errors.format(n=count), f"etika-sim check {word(str(real(folder)))}")
    world.show(
        (
            *authoring.placed(_("Taken in:"), real(folder)),
            Items(tuple(("-", path.name) for path in paths)),
            Gap(),
            *told,
        )
    )
    return cases
