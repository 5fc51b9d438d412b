"""What can be done with a class that is kept: tell of it, write it to a file, have it forgotten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from etika_sim.cli.context import Trouble
from etika_sim.cli.kept.confirm_forget import agreed, will_go
from etika_sim.cli.output_file import refuse_existing, write_file
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal.classes import PREFIX, CannotTell, Session, sessions
from etika_sim.journal.progress import day_of
from etika_sim.journal.telling_classes import names, room_in
from etika_sim.library.files import real
from etika_sim.locale import _, ngettext
from etika_sim.prose import escaped, safe_line
from etika_sim.store.log import Store
from etika_sim.views.page import Gap, Heading, Items, Page, Prose

if TYPE_CHECKING:
    from etika_sim.reports.session import Kept

STANDARD_OUTPUT = Path("-")


class Where(NamedTuple):
    """Where a report goes: a file, or None for one named after the class; never where the store is."""

    output: Path | None
    replace: bool
    store: Path


def nothing(world: Environment, listing: bool, *, as_json: bool) -> int:
    """Say that no class is kept; an empty list is none of our faults. Raises Trouble."""
    sentence = _("No class is kept on this laptop yet.")
    if not listing:
        raise Trouble(sentence, ExitStatus.FINDINGS)
    if as_json:
        world.write_json([])
    else:
        world.show((Prose((sentence,)), Gap()))
    return ExitStatus.FINE


def show_list(world: Environment, store: Store, *, as_json: bool) -> int:
    """The classes that are kept, the last one first."""
    found = sessions(store)
    if not found:
        return nothing(world, True, as_json=as_json)
    if as_json:
        world.write_json([_as_data(session) for session in found])
    else:
        how = _("To see one: etika-sim report ID")
        world.show((Items(tuple(_line(session) for session in found)), Gap(), Prose((how,), "quiet"), Gap()))
    return ExitStatus.FINE


def _as_data(one: Session) -> dict[str, Any]:
    texts = {"session": one.id, "case": one.case, "event": safe_line(one.event)}
    return {**texts, "day": day_of(one.began), "last": one.last}


def _line(one: Session) -> tuple[str, str]:
    parts = [day_of(one.began), safe_line(one.case), safe_line(one.event)]
    return safe_line(one.id), " · ".join(part for part in parts if part)


def found(store: Store, wanted: str | None) -> str:
    """The id of the class that is meant: by it or its beginning, or the last one. Raises Trouble."""
    ids = names(store)
    if not ids:
        raise Trouble(_("No class is kept on this laptop yet."), ExitStatus.FINDINGS)
    if wanted is None:
        return ids[0]
    meant = [id for id in ids if id == wanted] or [id for id in ids if wanted and id.startswith(wanted)]
    if len(meant) > 1:
        raise Trouble(_("Several classes begin with {name}; type more of the id.").format(name=wanted))
    if not meant:
        raise Trouble(_("There is no class {name}. See: etika-sim report --list").format(name=wanted))
    return meant[0]


def kept(store: Store, id: str, language: str) -> Kept:
    """The class of that id, as it stands. Raises Trouble if it cannot be told any more."""
    from etika_sim.reports.session import Kept

    try:
        read, room = room_in(store, id, language)
    except CannotTell:
        sentence = _("The class {id} can no longer be told: its notes or its case are not to be read.")
        raise Trouble(sentence.format(id=id), ExitStatus.FINDINGS) from None
    return Kept(id, room, day_of(read.session.began))


def show_account(world: Environment, kept: Kept) -> int:
    """The class told on the screen, without what was never revealed, and how to have it as a file."""
    from etika_sim.classroom.results import seen
    from etika_sim.views.room_account import account

    world.show(account(kept.room._replace(ballots=tuple(map(seen, kept.room.ballots)))))
    if world.interactive:
        how = _("As a file to print: etika-sim report {id} --format html").format(id=safe_line(kept.id))
        world.show((Prose((how,), "quiet"), Gap()))
    return ExitStatus.FINE


def write(world: Environment, kept: Kept, format: str, where: Where, *, leaders: bool) -> int:
    """Write the report, and say where it is. Raises Trouble, StoreTrouble."""
    from etika_sim.reports.names import report_file

    if where.output == STANDARD_OUTPUT:
        text = content(kept, format, world.language, leaders=leaders).decode()
        world.write(text.replace("\r\n", "\n"))
        return ExitStatus.FINE
    case = kept.room.scenario.id
    path = where.output or Path(report_file(case, kept.id, format, leaders=leaders))
    if real(path) == real(where.store):
        raise Trouble(_("{path} is where the plays are kept; choose another name.").format(path=path))
    refuse_existing(path, replace=where.replace)
    write_file(path, content(kept, format, world.language, leaders=leaders))
    told = _("To open in a browser and print: {path}") if format == "html" else _("Written: {path}")
    world.show((Prose((told.format(path=real(path)),)), Gap()))
    return ExitStatus.FINE


def content(kept: Kept, format: str, language: str, *, leaders: bool) -> bytes:
    """The report as bytes: `format` is html, csv or json."""
    from etika_sim.reports.names import ClassNames
    from etika_sim.reports.session import summary
    from etika_sim.reports.session_data import NOTE, as_data
    from etika_sim.views import words

    names = ClassNames(words.label, words.code, words.quality, words.pressure, words.remedy)
    one = summary(kept)
    if format == "json":
        text = json.dumps(as_data(one), ensure_ascii=False, indent=2) + "\n"
        return escaped(text).encode()
    if format == "csv":
        from etika_sim.reports.session_sheet import as_sheet

        return as_sheet(one, names, _(NOTE))
    from etika_sim.reports import session_page

    page = session_page.leaders if leaders else session_page.page
    return page(one, names, language).encode()


def forget(world: Environment, store: Store, id: str, *, sure: bool) -> int:
    """Delete a class after asking, so that nothing is left. Raises Trouble, Closed, StoreTrouble."""
    world.show(_to_be_forgotten(store, id))
    if not sure and not agreed(world):
        return ExitStatus.FINE
    store.forget([PREFIX + id])
    world.show((Prose((_("The class {id} was deleted.").format(id=safe_line(id)),)), Gap()))
    return ExitStatus.FINE


def _to_be_forgotten(store: Store, id: str) -> Page:
    """What would go, counted."""
    stream = next(one for one in store.streams() if one.name == PREFIX + id)
    entries = ngettext("{n} entry", "{n} entries", stream.length).format(n=stream.length)
    day = day_of(stream.first)
    what = _("the class {id} of {day}, {entries}").format(id=safe_line(id), day=day, entries=entries)
    return Heading(_("Forget a class")), *will_go(store, what)
