"""The registers as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim import labels
from etika_sim.library.registers import Registers
from etika_sim.locale import _
from etika_sim.model import Channel, Law
from etika_sim.play.engine import Play
from etika_sim.prose import paragraphs, safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose
from etika_sim.views.scene import choice_of, first_sentence


def looked_up(found: Registers, word: str) -> Page:
    """The entry with that id, or all entries that hold the word; an empty page if there are none."""
    wanted = word.strip().casefold()
    names = {name.casefold(): name for name in (*found.laws, *found.channels)}
    name = names.get(wanted, "")
    if name in found.laws:
        return entry(found.laws[name], found)
    if name in found.channels:
        return channel(found.channels[name])
    laws = [one for one in found.laws.values() if wanted in f"{one.id} {one.cite} {one.says}".casefold()]
    channels = [one for one in found.channels.values() if wanted in " ".join(one[:4]).casefold()]
    return listing(found, laws, channels) if laws or channels else ()


def behind(play: Play, found: Registers) -> Page:
    """Every law cited by the last choice, in full; a sentence when there is none."""
    cited = choice_of(play.scenario, play.steps[-1]).law if play.steps else ()
    pages = [entry(found.laws[name], found) for name in cited if name in found.laws]
    if not pages:
        return Prose((_("No law has been cited yet. It comes after a choice."),), "quiet"), Gap()
    return tuple(block for page in pages for block in (*page, Gap()))


def entry(law: Law, found: Registers) -> Page:
    """One law in full, with how well it is known and as of when."""
    blocks: list[Block] = [
        Heading(law.id, safe_line(law.cite)),
        Prose(tuple(paragraphs(law.says))),
        Gap(),
        Labelled(_("Checked"), (f"{law.checked}, {labels.basis(law.basis)}",)),
        Labelled(_("Source"), (safe_line(law.source),)),
    ]
    if not law.reviewed:
        blocks.append(Prose((_("Added by the author of a case; not reviewed yet."),), "alarm"))
    return (*blocks, Gap(), _status(found))


def listing(found: Registers, laws: Iterable[Law], channels: Iterable[Channel]) -> Page:
    """Laws by id with their first sentence, then channels."""
    blocks: list[Block] = []
    lines = tuple((law.id, f"{safe_line(law.cite)}: {first_sentence(law.says)}") for law in laws)
    if lines:
        blocks += [Heading(_("Law")), Items(lines), Gap()]
    named = tuple((one.id, f"{safe_line(one.name)}: {safe_line(one.purpose)}") for one in channels)
    if named:
        blocks += [Heading(_("Channels")), Items(named), Gap()]
    return (*blocks, _status(found))


def channel(one: Channel) -> Page:
    """One channel in full."""
    use = Labelled(_("For"), tuple(paragraphs(one.purpose)))
    name = safe_line(one.name)
    aside = "" if f"({one.id})" in name else one.id
    return Heading(name, aside), use, Labelled(_("How"), tuple(paragraphs(one.how)))


def _status(found: Registers) -> Block:
    note = _("Changes were looked for until {until}. A summary for training, not legal advice.")
    said = note.format(until=safe_line(found.status_as_of))
    if found.text_of:
        said = " ".join((_("Texts of {day}.").format(day=safe_line(found.text_of)), said))
    return Prose((said,), "quiet")
