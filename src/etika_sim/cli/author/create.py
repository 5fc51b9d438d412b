"""A new case in an author's folder: from a template, or from a sheet; and the sheet to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from etika_sim.authoring import naming, shelf
from etika_sim.authoring.template import MODELINE, SCHEMA_NAME, template
from etika_sim.cli.context import Trouble, cannot_read
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.limits import LARGEST
from etika_sim.library.files import CannotRead, read_bytes, real
from etika_sim.library.folders import find, own
from etika_sim.locale import _
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views import authoring
from etika_sim.views.authoring import Step

SHEET_NAME = "lembar.csv"


class Wanted(NamedTuple):
    """What is to be written: a case from a template, a case from the sheet `source`, or the blank sheet."""

    name: str | None
    module: int | None
    title: str
    source: Path | None
    into: Path | None
    small: bool
    sheet: bool


def create(world: Environment, wanted: Wanted) -> int:
    """Write what is wanted, and say what comes next; FINDINGS for a sheet with faults. Raises Trouble."""
    name, module, title, source, into, small, sheet = wanted
    if sheet:
        if source is not None or small:
            raise Trouble(_("--sheet writes a sheet and needs neither --from nor --small."))
        blank_sheet(world, None if name is None and into is None else (into or Path()) / (name or SHEET_NAME))
        return ExitStatus.FINE
    if name is None:
        raise Trouble(_("Name the new case, for example: etika-sim new kasus-saya --module 3"))
    if source is not None:
        if small:
            raise Trouble(_("--from makes the case of the sheet and does not go with --small."))
        _path, sound = from_sheet(world, name, source, module, title, into)
        return ExitStatus.FINE if sound else ExitStatus.FINDINGS
    if module is None:
        raise Trouble(_("Name the module, for example: etika-sim new {name} --module 3").format(name=name))
    from_template(world, name, module, title, into, small=small)
    return ExitStatus.FINE


@contextmanager
def shelving() -> Iterator[None]:
    """While files are written: what stands in the way ends in one sentence. Raises Trouble."""
    try:
        yield
    except shelf.IsThere as there:
        sentence = _("{path} is there already; choose another name.").format(path=there.path)
        raise Trouble(sentence) from None
    except StoreTrouble as trouble:
        raise Trouble(sentence_of(trouble), ExitStatus.ENVIRONMENT) from None


def free_id(case: str, folder: Path) -> str:
    """The id, if a new case in that folder can have it. Raises Trouble with a way out."""
    reason = naming.id_trouble(case)
    if reason:
        raise Trouble(_bad_id(case, reason))
    there = find(case, (folder,))
    path = there or folder / f"{case}.yaml"
    if there or shelf.is_there(path):
        other = naming.free(case, Taken(folder))
        sentence = _("There is a case {name} already: {path}. Take another id, for example {other}.")
        raise Trouble(sentence.format(name=case, path=path, other=other))
    return case


class Taken:
    """The ids that cases have, asked one by one; `also` are more that cannot be had."""

    def __init__(self, folder: Path, also: Iterable[str] = ()) -> None:
        self.folder, self.also = folder, frozenset(also)

    def __contains__(self, case: object) -> bool:
        """Whether that id is taken."""
        name = str(case)
        beside = self.folder / f"{name}.yaml"
        return name in self.also or find(name, (self.folder,)) is not None or shelf.is_there(beside)


def id_for(title: str, folder: Path) -> str:
    """An id made of a title, free in that folder."""
    return naming.free(naming.id_of(title, 40) or "kasus", Taken(folder))


def _bad_id(case: str, reason: str) -> str:
    near = naming.id_of(case)
    if reason == "long":
        return _("An id has at most {n} letters. Take a shorter one.").format(n=naming.LONGEST_ID)
    if reason == "taken-word":
        return _("{name} cannot be the id of a case. Take another one, for example {other}.").format(
            name=case, other=f"kasus-{case}"
        )
    sentence = _("{name} cannot be an id: it is made of small letters, numbers and hyphens.").format(
        name=case
    )
    take = _("Take, for example, {other}.").format(other=near or "kasus-saya")
    return f"{sentence} {take}"


def from_template(
    world: Environment,
    case: str,
    module: int,
    title: str = "",
    into: Path | None = None,
    *,
    small: bool = False,
) -> Path:
    """Write a case to begin with, say where it lies and what comes next. Raises Trouble."""
    folder = into or own()
    case = free_id(case, folder)
    path = folder / f"{case}.yaml"
    with shelving():
        shelf.folder_made(folder)
        shelf.put(path, template(case, module, title, small=small).encode())
    _with_schema(world, folder)
    _tell(world, path, case if into is None else str(path))
    return path


def _with_schema(world: Environment, folder: Path) -> None:
    """The schema beside the case; where another file stands in its place, that is said."""
    with shelving():
        if not shelf.put_schema(folder):
            path = folder / SCHEMA_NAME
            world.complain(_("{path} is not ours and was left as it is.").format(path=path))


def _tell(world: Environment, path: Path, case: str) -> None:
    world.show(
        authoring.steps(
            _("The new case lies here:"),
            real(path),
            Step(_("Open it in an editor, also from the menu, and replace it piece by piece.")),
            Step(_("Check it:"), f"etika-sim check {word(str(real(path)))}"),
            Step(_("Try it:"), f"etika-sim play {word(case)}"),
        )
    )


def word(text: str) -> str:
    """A word for a command line, in quotation marks if it has spaces."""
    return f'"{text}"' if " " in text else text


def from_sheet(
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
    from etika_sim.authoring.sheet import imported
    from etika_sim.authoring.table import LARGEST_TABLE, NoTable
    from etika_sim.authoring.writer import written
    from etika_sim.library.examine import examine
    from etika_sim.views import findings

    folder = into or own()
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
    _with_schema(world, folder)
    world.show(authoring.complaints(made.complaints))
    checked = examine([path], LARGEST, world.now()[:10])
    world.show(findings.report(checked, every=False))
    world.write("\n")
    _tell(world, path, case if into is None else str(path))
    return path, not made.complaints and all(one.sound for one in checked)


def blank_sheet(world: Environment, path: Path | None = None) -> Path:
    """Write the sheet to fill in; without a path, into the author's folder. Raises Trouble."""
    from etika_sim.authoring.blank import blank_sheet as content

    target = path or own() / SHEET_NAME
    with shelving():
        if target.parent == own():
            shelf.folder_made(target.parent)
        shelf.put(target, content())
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
