"""`etika-sim progress`: how practice goes over several plays, and what is kept of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import Environment, ExitStatus
from etika_sim.locale import _

if TYPE_CHECKING:
    from etika_sim.journal.owner import Owner
    from etika_sim.store.log import Store


class Wishes(NamedTuple):
    """What is to be done; without any, the page is shown."""

    as_json: bool
    sheet: Path | None
    export: Path | None
    bring_back: Path | None
    forget: bool
    older_than: int | None
    yes: bool

    @property
    def several(self) -> bool:
        """Whether things are wished that exclude each other."""
        return sum(bool(wish) for wish in self[:-2]) > 1


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim progress --sheet practice.html")
    app.command("progress", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(progress)


def progress(
    alias: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("On a shared laptop: whose."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    sheet: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Write a sheet to print: cases, no scores."))
    ] = None,
    export: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Write all that is kept of you to a file."))
    ] = None,
    bring_back: Annotated[
        Path | None,
        typer.Option("--import", metavar=_("FILE"), help=_("Take plays in from such a file.")),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help=_("Delete all that is kept of you on this laptop."))
    ] = False,
    older_than: Annotated[
        int | None,
        typer.Option(
            "--older-than", metavar=_("DAYS"), min=1, help=_("With --forget: only plays older than that.")
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Ask nothing: delete at once, replace files."))
    ] = False,
) -> int:
    """See how practice goes over your plays."""
    wishes = Wishes(as_json, sheet, export, bring_back, forget, older_than, yes)
    if wishes.several:
        raise Trouble(_("Name only one of --json, --sheet, --export, --import, --forget."))
    if older_than is not None and not forget:
        raise Trouble(_("--older-than needs --forget."))
    return _looked_into(wishes, alias)


def _looked_into(wishes: Wishes, alias: str | None) -> int:
    """Open what the laptop remembers and do what is wished. Raises Trouble, Closed, StoreTrouble."""
    from etika_sim.cli.solo.open_store import say_if_mended
    from etika_sim.store.opening import open_store

    world = environment()
    if not _is_there(world, wishes):
        return _nothing(world, wishes, _("Nothing is kept on this laptop yet."))
    with open_store(world.store_path()) as store:
        say_if_mended(world, store)
        return _granted(world, store, _owner(world, store, alias), wishes)


def _is_there(world: Environment, wishes: Wishes) -> bool:
    """Whether there is a store to look into, or one has to be made."""
    from etika_sim.library.files import is_file, is_folder

    path = world.store_path()
    if wishes.bring_back is not None or is_file(path):
        return True
    return wishes.forget and is_folder(path.parent)  # what lies beside a lost store is forgotten, too


def _owner(world: Environment, store: Store, alias: str | None) -> Owner:
    """Whose notes; on a shared laptop that is asked. Raises Trouble, Closed, StoreTrouble."""
    from etika_sim.cli.solo.identify import who
    from etika_sim.journal.owner import MYSELF, is_shared, known_as

    if alias is not None:
        return known_as(alias)
    if world.interactive:
        return who(world, store)
    if is_shared(store):
        raise Trouble(_("Several people use this laptop. Say whose notes: --alias NAME"))
    return MYSELF


def _granted(world: Environment, store: Store, owner: Owner, wishes: Wishes) -> int:
    """Do what is wished. Raises Trouble, Closed, StoreTrouble."""
    from etika_sim.cli.kept.own_plays import Belongings
    from etika_sim.cli.menus.menu import Leave
    from etika_sim.cli.menus.my_notes import nothing_kept, show

    if not owner.keeps:
        return _nothing(world, wishes, nothing_kept())
    own = Belongings(world, store, owner)
    if wishes.bring_back is not None:
        return own.bring_back(wishes.bring_back)
    if wishes.export is not None:
        return own.export(wishes.export, replace=wishes.yes)
    if wishes.sheet is not None:
        return own.print_sheet(wishes.sheet, replace=wishes.yes)
    if wishes.forget:
        return own.forget(sure=wishes.yes, before=world.days_ago(wishes.older_than))
    if wishes.as_json:
        from etika_sim.journal.progress import progress as read
        from etika_sim.views.progress import as_data

        world.write_json(as_data(read(store, owner)))
    else:
        with suppress(Leave):
            show(world, store, owner)
    return ExitStatus.FINE


def _nothing(world: Environment, wishes: Wishes, sentence: str) -> int:
    """Say that nothing is kept; 1 if something was to be done with it. Raises Trouble."""
    if wishes.as_json:
        from etika_sim.journal.progress import Progress
        from etika_sim.views.progress import as_data

        world.write_json(as_data(Progress()))
    elif any(wishes[:-1]):
        raise Trouble(sentence, ExitStatus.FINDINGS)
    else:
        from etika_sim.views.page import Prose

        world.show((Prose((sentence,)),))
    return ExitStatus.FINE
