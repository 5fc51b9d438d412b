"""The list of cases."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from etika_sim.library.catalogue import Entry
from etika_sim.locale import _, ngettext
from etika_sim.prose import paragraphs, safe_line
from etika_sim.views import words
from etika_sim.views.page import Block, Gap, Heading, Labelled, Page, Prose

SCHEMA_VERSION = 1


def listing(entries: Iterable[Entry]) -> Page:
    """Cases by module, each with its summary; files with errors come last."""
    blocks: list[Block] = []
    for module, group in groupby(entries, lambda one: one.scenario.module if one.scenario else 0):
        if module:
            title = words.module(module)
            blocks.append(Heading(title, _("Module {n}").format(n=module)))
        for entry in group:
            blocks += [*_entry(entry), Gap()]
    return tuple(blocks) or (Prose((_("No cases were found."),)),)


def _entry(entry: Entry) -> Page:
    scenario = entry.scenario
    if scenario is None:
        note = _("This file has errors: etika-sim check {file}").format(file=safe_line(str(entry.path)))
        return (Labelled(safe_line(entry.id), (note,), "alarm"),)
    title = f"**{safe_line(scenario.title)}** ({safe_line(entry.id)})"
    return Prose((title,)), Prose(tuple(paragraphs(scenario.summary))), Prose((_facts(entry),), "quiet")


def _facts(entry: Entry) -> str:
    scenario = entry.scenario
    assert scenario is not None
    endings = ngettext("{n} ending", "{n} endings", entry.endings).format(n=entry.endings)
    facts = [words.level(scenario.level), endings]
    if scenario.minutes:
        facts.insert(1, ngettext("{n} minute", "{n} minutes", scenario.minutes).format(n=scenario.minutes))
    return ", ".join(facts)


def as_data(entries: Iterable[Entry]) -> dict[str, Any]:
    """The list for machines."""
    return {"schema_version": SCHEMA_VERSION, "cases": [_entry_data(entry) for entry in entries]}


def _entry_data(entry: Entry) -> dict[str, Any]:
    scenario = entry.scenario
    if scenario is None:
        return {"id": entry.id, "file": str(entry.path), "sound": False}
    return {
        "id": entry.id,
        "file": str(entry.path),
        "sound": True,
        "title": scenario.title,
        "summary": scenario.summary,
        "module": scenario.module,
        "level": scenario.level,
        "minutes": scenario.minutes,
        "practices": list(scenario.practices),
        "pressures": list(scenario.pressures),
        "decisions": entry.decisions,
        "endings": entry.endings,
        "language": scenario.language,
    }
