"""The list of cases."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from etika_sim import labels
from etika_sim.library.catalogue import Entry
from etika_sim.locale import _, ngettext
from etika_sim.prose import paragraphs, safe_line
from etika_sim.views.page import Block, Gap, Heading, Labelled, Page, Prose
from etika_sim.views.scene import noted

SCHEMA_VERSION = 1
_TOLD = [name for name in Entry._fields if name not in ("id", "path", "own", "sound")]


def listing(entries: Iterable[Entry]) -> Page:
    """Cases by module, each with its summary; files with errors come last."""
    blocks: list[Block] = []
    for module, group in groupby(entries, lambda entry: entry.module if entry.sound else None):
        if module is not None:
            blocks.append(Heading(labels.module(module), _("Module {n}").format(n=module)))
        for entry in group:
            blocks += [*_entry(entry), Gap()]
    return tuple(blocks) or (Prose((_("No cases were found."),)),)


def _entry(entry: Entry) -> Page:
    if not entry.sound:
        note = _("This file has errors: etika-sim check {file}").format(file=safe_line(str(entry.path)))
        return (Labelled(safe_line(entry.id), (note,), "alarm"),)
    title = f"**{safe_line(entry.title)}** ({safe_line(entry.id)})"
    summary = Prose(tuple(paragraphs(entry.summary)))
    return Prose((title,)), summary, *noted(entry.note), Prose((_facts(entry),), "quiet")


def _facts(entry: Entry) -> str:
    endings = ngettext("{n} ending", "{n} endings", entry.endings).format(n=entry.endings)
    facts = [labels.level(entry.level), endings]
    if entry.minutes:
        facts.insert(1, ngettext("{n} minute", "{n} minutes", entry.minutes).format(n=entry.minutes))
    return ", ".join(facts)


def as_data(entries: Iterable[Entry]) -> dict[str, Any]:
    """The list for machines."""
    return {"schema_version": SCHEMA_VERSION, "cases": [_entry_data(entry) for entry in entries]}


def _entry_data(entry: Entry) -> dict[str, Any]:
    whose = {"id": entry.id, "file": str(entry.path), "own": entry.own, "sound": entry.sound}
    if not entry.sound:
        return whose
    return {**whose, **{name: getattr(entry, name) for name in _TOLD}}
