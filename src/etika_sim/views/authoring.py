"""What an author is told: what to do next, what a sheet left open, why a sheet or a zip is not taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from etika_sim.authoring.parcel import BadParcel
from etika_sim.authoring.rows import Complaint
from etika_sim.authoring.table import NoTable
from etika_sim.locale import N_, _, ngettext
from etika_sim.prose import safe_line
from etika_sim.views.page import Block, Gap, Items, Page, Prose, Source

MOST_COMPLAINTS = 100

_COMPLAINTS = {
    "unknown-column": N_('there is no column called "{name}"; it was left out.'),
    "column-twice": N_('the column "{name}" stands there twice; the first one counts.'),
    "formula": N_('"{cell}" is what a spreadsheet writes for a formula. Type \' before the text.'),
    "unknown-word": N_('"{name}" is not understood; the row was left out.'),
    "bad-scene": N_('"{name}" can be no name of a scene; use letters or numbers.'),
    "no-scene": N_("no scene is named here or above; the row was left out."),
    "two-kinds": N_(
        'the scene "{name}" has choices, and a row without one that leads on; keep one of the two.'
    ),
    "twice-on": N_('the scene "{name}" leads on twice; the first one counts.'),
    "quality": N_(
        '"{cell}" does not say which of the four endings this is. Write, for example, akhir: menjadi teladan'
    ),
    "second-text": N_('the scene "{name}" has another text in the column {column}; the first one counts.'),
    "empty": N_("the column {column} is empty; fill it in."),
    "points": N_('"{cell}" in the column {column} is no number from -2 to 2; it was left out.'),
    "yes": N_('"{cell}" in the column {column} is not understood; write ya, or leave it empty.'),
    "unknown-scene": N_('there is no scene called "{name}".'),
    "lost-question": N_('the scene "{name}" has a question but no choices; the question was left out.'),
    "leads-nowhere": N_('the scene "{name}" has no choices and leads nowhere; fill in the column ke.'),
    "filled-in": N_("there is no row {name}; a sentence to be replaced stands in its place."),
    "module": N_('"{cell}" is no module; write 1 to 6. 1 was taken.'),
    "open-quote": N_("a quotation mark is out of place; what stands behind it may be in the wrong cells."),
}

_NO_TABLE = {
    "large": N_("{path} is too large for a sheet."),
    "workbook": N_(
        "{path} is a workbook. Open it and save it as CSV (Save as, CSV UTF-8), then name that file."
    ),
    "pdf": N_("{path} is a PDF. Save the table itself as CSV and name that file."),
    "empty": N_("{path} is empty. A sheet to fill in: etika-sim new --sheet"),
    "binary": N_("{path} is no text. Save the sheet as CSV and name that file."),
    "encoding": N_("{path} cannot be read as text. Save the sheet as CSV UTF-8."),
    "rows": N_("{path} has too many rows for a sheet."),
    "header": N_(
        "{path} has no row with the heads of the columns (adegan, teks, …, ke). "
        "A sheet with them: etika-sim new --sheet"
    ),
}

_BAD_PARCEL = {
    "large": N_("{path} is larger than a case can be; nothing was taken from it."),
    "no-zip": N_("{path} is no zip. Name the zip that you were sent."),
    "damaged": N_("{path} is damaged; ask for it again. Nothing was taken from it."),
    "many": N_("{path} holds too many files; nothing was taken from it."),
    "unpacked": N_("{path} would become too large; nothing was taken from it."),
    "inflated": N_("{name} in {path} would become far larger than it is packed; nothing was taken from it."),
    "encrypted": N_("{path} is locked with a password. Unpack it with that, or ask for it without one."),
    "method": N_("{path} is packed in a way that is not read here. Ask for an ordinary zip."),
    "link": N_("{name} in {path} is a link to somewhere else; nothing was taken from it."),
    "name": N_("{name} in {path} is a name that no case has; nothing was taken from it."),
    "other-file": N_(
        "{name} in {path} is no case; nothing was taken from it. Unpack it yourself if you trust it."
    ),
    "twice": N_("{name} stands twice in {path}; nothing was taken from it."),
    "no-case": N_("There is no case in {path}; nothing was taken from it."),
    "orphan": N_("{name} in {path} is a translation without its case; nothing was taken from it."),
    "unreadable": N_("{name} in {path} cannot be read as YAML; nothing was taken from it."),
}


def no_table(error: NoTable, path: object) -> str:
    """Why a file is no sheet, in one sentence, with a way out."""
    return _(_NO_TABLE[error.reason]).format(path=path)


def bad_parcel(error: BadParcel, path: object) -> str:
    """Why a zip is not taken, in one sentence."""
    return _(_BAD_PARCEL[error.reason]).format(path=path, name=safe_line(error.name)[:80])


def complaint(one: Complaint) -> str:
    """What could not be read, with its row and a hint."""
    facts = {name: _shortened(fact) for name, fact in one.facts.items()}
    sentence = _(_COMPLAINTS[one.reason]).format(**facts)
    if facts.get("near"):
        near = _("Did you mean {name}?").format(name=facts["near"])
        sentence = f"{sentence} {near}"
    if one.row:
        return _("Row {n}: {what}").format(n=one.row, what=sentence)
    return _("Sheet: {what}").format(what=sentence)


def _shortened(fact: str) -> str:
    line = safe_line(fact)
    return line if len(line) <= 60 else f"{line[:60]}…"


def complaints(found: Iterable[Complaint]) -> Page:
    """What a sheet left open, row by row; nothing if it was read whole."""
    lines = list(found)
    if not lines:
        return ()
    head = ngettext(
        "{n} place in the sheet needs your eye:", "{n} places in the sheet need your eye:", len(lines)
    ).format(n=len(lines))
    blocks: list[Block] = [
        Prose((head,)),
        Items(tuple(("-", complaint(one)) for one in lines[:MOST_COMPLAINTS])),
    ]
    if len(lines) > MOST_COMPLAINTS:
        more = _("and {n} more.").format(n=len(lines) - MOST_COMPLAINTS)
        blocks.append(Prose((more,), "quiet"))
    return (*blocks, Gap())


class Step(NamedTuple):
    """What can be done next, and the words to type for it if there are any."""

    text: str
    command: str = ""


def placed(head: str, *paths: object) -> Page:
    """A sentence, and below it where something lies; a path keeps its line, so that it can be copied."""
    return Gap(), Prose((head,)), Source(tuple((f"   {safe_line(str(path))}", "") for path in paths)), Gap()


def commanded(sentence: str, command: str) -> Page:
    """A sentence, and below it the words to type."""
    return Prose((sentence,)), Source(((f"   {safe_line(command)}", ""),)), Gap()


def steps(head: str, path: object, *todo: Step) -> Page:
    """What was made, where it lies, and what can be done next; a command keeps its line as well."""
    blocks: list[Block] = [*placed(head, path)]
    for n, step in enumerate(todo, 1):
        blocks.append(Items(((str(n), step.text),)))
        if step.command:
            blocks.append(Source(((f"   {safe_line(step.command)}", ""),)))
    return (*blocks, Gap())
