"""What can be done with a class that is kept: tell of it, write it to a file, have it forgotten."""

from __future__ import annotations

import re
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
from etika_sim.locale import _, ngettext, translator
from etika_sim.prose import safe_line
from etika_sim.store.log import Store
from etika_sim.views.page import Gap, Heading, Items, Page, Prose

if TYPE_CHECKING:
    from etika_sim.analysis.summary import Summary

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


def told(store: Store, id: str, language: str) -> Summary:
    """What may be told of the class of that id, as it stands. Raises Trouble if it cannot be read."""
    from etika_sim.analysis.disclosure import disclose

    try:
        read, room = room_in(store, id, language)
    except CannotTell:
        sentence = _("The class {id} can no longer be told: its notes or its case are not to be read.")
        raise Trouble(sentence.format(id=id), ExitStatus.FINDINGS) from None
    return disclose(room, id, day_of(read.session.began))


def show_account(world: Environment, one: Summary) -> int:
    """The class told on the screen, and how to have it as a file."""
    from etika_sim.views.room_account import account

    world.show(account(one))
    if world.interactive:
        how = _("As a file to print: etika-sim report {id} --format html").format(id=safe_line(one.id))
        world.show((Prose((how,), "quiet"), Gap()))
    return ExitStatus.FINE


def write(world: Environment, one: Summary, format: str, where: Where, *, leaders: bool) -> int:
    """Write the report, and say where it is. Raises Trouble, StoreTrouble."""
    if where.output == STANDARD_OUTPUT:
        text = content(one, format, world.language, leaders=leaders).decode()
        world.write(text.replace("\r\n", "\n"))
        return ExitStatus.FINE
    path = where.output or Path(file_name(one, format, leaders=leaders))
    if real(path) == real(where.store):
        raise Trouble(_("{path} is where the plays are kept; choose another name.").format(path=path))
    refuse_existing(path, replace=where.replace)
    write_file(path, content(one, format, world.language, leaders=leaders))
    said = _("To open in a browser and print: {path}") if format == "html" else _("Written: {path}")
    world.show((Prose((said.format(path=real(path)),)), Gap()))
    return ExitStatus.FINE


def file_name(one: Summary, ending: str, *, leaders: bool) -> str:
    """The name of the file that a report is written to; letters, digits and dashes only."""
    name = _("{case}-leaders-{id}") if leaders else _("{case}-report-{id}")
    made = name.format(case=one.scenario.id, id=one.id)
    return f"{re.sub('[^A-Za-z0-9_-]+', '-', made)}.{ending}"


def content(one: Summary, format: str, language: str, *, leaders: bool) -> bytes:
    """The report as bytes: `format` is a key of FORMATS, or the page for leaders is wanted."""
    from etika_sim.reports.class_report.formats import FORMATS
    from etika_sim.reports.class_report.leaders import leaders_page

    make = leaders_page if leaders else FORMATS[format]
    return make(one, translator(language))


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
