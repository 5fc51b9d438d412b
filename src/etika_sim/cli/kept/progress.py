"""Dispatch of `progress`: how practice goes over the stored plays, or one thing done with them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from etika_sim.cli.context import Trouble
from etika_sim.cli.kept.own_plays import OwnPlays, nothing_kept
from etika_sim.cli.kept.practice import show_progress
from etika_sim.cli.solo.ask_number import Leave
from etika_sim.cli.solo.identify import identify
from etika_sim.cli.solo.open_store import open_kept
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal.owner import MYSELF, Owner, is_shared, known_as
from etika_sim.journal.progress import Progress, progress
from etika_sim.library.files import is_folder
from etika_sim.locale import _
from etika_sim.store.log import Store
from etika_sim.views.page import Prose
from etika_sim.views.progress import as_data


class Wishes(NamedTuple):
    """What is to be done, one thing at most; without any, the page is shown. `sure`: nothing is asked."""

    as_json: bool
    sheet: Path | None
    export: Path | None
    bring_back: Path | None
    forget: bool
    older_than: int | None
    sure: bool

    @property
    def named(self) -> int:
        """How many things are wished that exclude each other."""
        excluding = (self.as_json, self.sheet, self.export, self.bring_back, self.forget)
        return sum(bool(wish) for wish in excluding)


def look_into(world: Environment, wishes: Wishes, alias: str | None) -> int:
    """Do what is wished with the plays of that alias, or of who sits here.

    Raises Trouble, Closed, StoreTrouble.
    """
    if wishes.named > 1:
        raise Trouble(_("Name only one of --json, --sheet, --export, --import, --forget."))
    if wishes.older_than is not None and not wishes.forget:
        raise Trouble(_("--older-than needs --forget."))
    store = open_kept(world, make=_needs_store(world, wishes))
    if store is None:
        return _say_nothing_is_there(world, wishes, _("Nothing is kept on this laptop yet."))
    with store:
        owner = _owner(world, store, alias)
        if not owner.keeps:
            return _say_nothing_is_there(world, wishes, nothing_kept())
        return _grant(world, OwnPlays(world, store, owner), wishes)


def _needs_store(world: Environment, wishes: Wishes) -> bool:
    """Whether a store is made where none is: to take plays in, or to forget what lies beside a lost one."""
    return wishes.bring_back is not None or (wishes.forget and is_folder(world.store_path().parent))


def _owner(world: Environment, store: Store, alias: str | None) -> Owner:
    """Whose plays; on a shared laptop that is asked. Raises Trouble, Closed, StoreTrouble."""
    if alias is not None:
        return known_as(alias)
    if world.interactive:
        return identify(world, store)
    if is_shared(store):
        raise Trouble(_("Several people use this laptop. Say whose notes: --alias NAME"))
    return MYSELF


def _grant(world: Environment, own: OwnPlays, wishes: Wishes) -> int:
    """Do what is wished. Raises Trouble, Closed, StoreTrouble."""
    if wishes.bring_back is not None:
        return own.bring_back(wishes.bring_back)
    if wishes.export is not None:
        return own.export(wishes.export, replace=wishes.sure)
    if wishes.sheet is not None:
        return own.print_sheet(wishes.sheet, replace=wishes.sure)
    if wishes.forget:
        return own.forget(sure=wishes.sure, before=world.days_ago(wishes.older_than))
    if wishes.as_json:
        world.write_json(as_data(progress(own.store, own.owner)))
    else:
        with suppress(Leave):
            show_progress(world, own.store, own.owner)
    return ExitStatus.FINE


def _say_nothing_is_there(world: Environment, wishes: Wishes, sentence: str) -> int:
    """Say that nothing is kept. Raises Trouble if something was to be done with it."""
    if wishes.as_json:
        world.write_json(as_data(Progress()))
    elif wishes.named:
        raise Trouble(sentence, ExitStatus.FINDINGS)
    else:
        world.show((Prose((sentence,)),))
    return ExitStatus.FINE
