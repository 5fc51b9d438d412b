"""Reports of stored classes: listed, shown, written to a file; and deletion of one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from etika_sim.analysis.disclosure import disclose
from etika_sim.analysis.summary import Summary
from etika_sim.cli.context import Format, Trouble
from etika_sim.cli.kept.confirm_forget import confirm_forget, will_go
from etika_sim.cli.output_file import refuse_existing, write_file
from etika_sim.cli.solo.open_store import open_kept
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal.classes import PREFIX, CannotTell, Session, names, room_in, sessions
from etika_sim.journal.progress import day_of
from etika_sim.library.files import real
from etika_sim.locale import _, ngettext, translator
from etika_sim.prose import safe_line
from etika_sim.store.log import Store
from etika_sim.views.page import Gap, Heading, Items, Page, Prose
from etika_sim.views.room_account import account

STANDARD_OUTPUT = Path("-")


class Wishes(NamedTuple):
    """What is to be done with a class; without any, its account is shown. `sure`: nothing is asked."""

    format: Format | None
    output: Path | None
    leaders: bool
    forget: bool
    listing: bool
    sure: bool

    @property
    def writes(self) -> bool:
        """Whether a file is wanted."""
        return bool(self.format or self.output or self.leaders)


def report(world: Environment, wishes: Wishes, session: str | None) -> int:
    """Do what is wished with that class, or the last one. Raises Trouble, Closed, StoreTrouble."""
    _refuse_contradiction(wishes, session)
    if wishes.listing:
        return list_classes(world, as_json=wishes.format is Format.JSON)
    store = open_kept(world)
    if store is None:
        raise Trouble(_nothing_kept(), ExitStatus.FINDINGS)
    with store:
        id = _id_meant(store, session)
        if wishes.forget:
            return _forget(world, store, id, sure=wishes.sure)
        told = _disclosed(store, id, world.language)
    return _write(world, told, wishes) if wishes.writes else _show_account(world, told)


def _refuse_contradiction(wishes: Wishes, session: str | None) -> None:
    """Raises Trouble for wishes that do not go together."""
    if wishes.listing and (wishes.forget or wishes.leaders or wishes.output or session is not None):
        raise Trouble(_("--list shows all classes and goes with nothing but --format json."))
    if wishes.listing and wishes.format not in (None, Format.JSON):
        raise Trouble(_("--list shows all classes and goes with nothing but --format json."))
    if wishes.forget and wishes.writes:
        raise Trouble(_("--forget deletes; it writes no file."))
    if wishes.forget and session is None:
        raise Trouble(_("Say which class is to be forgotten. See: etika-sim report --list"))
    if wishes.leaders and wishes.format not in (None, Format.HTML):
        raise Trouble(_("The page for those who lead is written as html only."))


def list_classes(world: Environment, *, as_json: bool) -> int:
    """Show the classes that are kept, the last one first. Raises StoreTrouble."""
    store = open_kept(world)
    if store is None:
        found = []
    else:
        with store:
            found = sessions(store)
    if as_json:
        world.write_json([_as_data(session) for session in found])
    elif not found:
        world.show((Prose((_nothing_kept(),)), Gap()))
    else:
        how = _("To see one: etika-sim report ID")
        world.show((Items(tuple(_line(session) for session in found)), Gap(), Prose((how,), "quiet"), Gap()))
    return ExitStatus.FINE


def _nothing_kept() -> str:
    return _("No class is kept on this laptop yet.")


def _as_data(one: Session) -> dict[str, Any]:
    texts = {"session": one.id, "case": one.case, "event": safe_line(one.event)}
    return {**texts, "day": day_of(one.began), "last": one.last}


def _line(one: Session) -> tuple[str, str]:
    parts = [day_of(one.began), safe_line(one.case), safe_line(one.event)]
    return safe_line(one.id), " · ".join(part for part in parts if part)


def _id_meant(store: Store, wanted: str | None) -> str:
    """The id of the class that is meant: by it or its beginning, or the last one. Raises Trouble."""
    ids = names(store)
    if not ids:
        raise Trouble(_nothing_kept(), ExitStatus.FINDINGS)
    if wanted is None:
        return ids[0]
    meant = [id for id in ids if id == wanted] or [id for id in ids if wanted and id.startswith(wanted)]
    if len(meant) > 1:
        raise Trouble(_("Several classes begin with {name}; type more of the id.").format(name=wanted))
    if not meant:
        raise Trouble(_("There is no class {name}. See: etika-sim report --list").format(name=wanted))
    return meant[0]


def _disclosed(store: Store, id: str, language: str) -> Summary:
    """What may be told of the class of that id, as it stands. Raises Trouble if it cannot be read."""
    try:
        read, room = room_in(store, id, language)
    except CannotTell:
        sentence = _("The class {id} can no longer be told: its notes or its case are not to be read.")
        raise Trouble(sentence.format(id=id), ExitStatus.FINDINGS) from None
    return disclose(room, id, day_of(read.session.began))


def _show_account(world: Environment, one: Summary) -> int:
    """The class told on the screen, and how to have it as a file."""
    world.show(account(one))
    if world.interactive:
        how = _("As a file to print: etika-sim report {id} --format html").format(id=safe_line(one.id))
        world.show((Prose((how,), "quiet"), Gap()))
    return ExitStatus.FINE


def _write(world: Environment, one: Summary, wishes: Wishes) -> int:
    """Write the report, and say where it is. Raises Trouble, StoreTrouble."""
    format = wishes.format or _format_of(wishes.output)
    if wishes.leaders and format is not Format.HTML:
        raise Trouble(_("The page for those who lead is written as html only."))
    if wishes.output == STANDARD_OUTPUT:
        text = _content(one, format, world.language, leaders=wishes.leaders).decode()
        world.write(text.replace("\r\n", "\n"))
        return ExitStatus.FINE
    path = wishes.output or Path(file_name(one, format, leaders=wishes.leaders))
    if real(path) == real(world.store_path()):
        raise Trouble(_("{path} is where the plays are kept; choose another name.").format(path=path))
    refuse_existing(path, replace=wishes.sure)
    write_file(path, _content(one, format, world.language, leaders=wishes.leaders))
    said = _("To open in a browser and print: {path}") if format is Format.HTML else _("Written: {path}")
    world.show((Prose((said.format(path=real(path)),)), Gap()))
    return ExitStatus.FINE


def _format_of(output: Path | None) -> Format:
    """The format that the name of a file speaks of; html of any other."""
    from etika_sim.reports.class_report.formats import FORMATS  # templates, which only files need

    ending = output.suffix.lower().lstrip(".") if output else ""
    return Format(ending) if ending in FORMATS else Format.HTML


def file_name(one: Summary, ending: str, *, leaders: bool) -> str:
    """The name of the file that a report is written to; letters, digits and dashes only."""
    name = _("{case}-leaders-{id}") if leaders else _("{case}-report-{id}")
    made = name.format(case=one.scenario.id, id=one.id)
    return f"{re.sub('[^A-Za-z0-9_-]+', '-', made)}.{ending}"


def _content(one: Summary, format: Format, language: str, *, leaders: bool) -> bytes:
    """The report, or the page for those who lead, as bytes."""
    from etika_sim.reports.class_report.formats import FORMATS
    from etika_sim.reports.class_report.leaders import leaders_page

    make = leaders_page if leaders else FORMATS[format]
    return make(one, translator(language))


def _forget(world: Environment, store: Store, id: str, *, sure: bool) -> int:
    """Delete a class after asking, so that nothing is left. Raises Trouble, Closed, StoreTrouble."""
    world.show(_to_be_forgotten(store, id))
    if not sure and not confirm_forget(world):
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
