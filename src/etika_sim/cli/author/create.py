"""Creation of a case in an author's folder: a free id, the template, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from etika_sim.authoring import naming, shelf
from etika_sim.authoring.template import SCHEMA_NAME, template
from etika_sim.cli.context import Trouble
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment, ExitStatus
from etika_sim.library import folders
from etika_sim.library.files import real
from etika_sim.library.folders import find
from etika_sim.locale import _
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views import authoring
from etika_sim.views.authoring import Step

SHEET_NAME = "lembar.csv"


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


def create_from_template(
    world: Environment,
    case: str,
    module: int,
    title: str = "",
    into: Path | None = None,
    *,
    small: bool = False,
) -> Path:
    """Write a case to begin with, say where it lies and what comes next. Raises Trouble."""
    folder = into or folders.own()
    case = free_id(case, folder)
    path = folder / f"{case}.yaml"
    with shelving():
        shelf.folder_made(folder)
        shelf.put(path, template(case, module, title, small=small).encode())
    put_schema(world, folder)
    tell(world, path, case if into is None else str(path))
    return path


def put_schema(world: Environment, folder: Path) -> None:
    """The schema beside the case; where another file stands in its place, that is said."""
    with shelving():
        if not shelf.put_schema(folder):
            path = folder / SCHEMA_NAME
            world.complain(_("{path} is not ours and was left as it is.").format(path=path))


def tell(world: Environment, path: Path, case: str) -> None:
    """Say where a new case lies, and what comes next."""
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
