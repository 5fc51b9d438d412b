"""What the cases cover together, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from etika_sim import labels
from etika_sim.checks.kinds import MODULES
from etika_sim.library.catalogue import Entry
from etika_sim.library.coverage import GROUPS, Coverage, Hole, Share
from etika_sim.locale import N_, _, ngettext
from etika_sim.model import Principle
from etika_sim.prose import safe_line
from etika_sim.views.page import Gap, Heading, Items, Page, Prose, Source
from etika_sim.views.plain import wrapped

SCHEMA_VERSION = 1
LABEL, CELL, TOTAL = 44, 3, 7
"""Columns of the table: the name of a row, a module, all modules. Together 69, which 80 columns hold."""

_HEADS = {
    "levels": N_("Levels"),
    "practices": N_("Daily practices"),
    "pressures": N_("Pressures"),
    "remedies": N_("What the office can do"),
    "principles": N_("Principles at stake"),
}
_CODED = {"practices": labels.practice, "pressures": labels.pressure, "remedies": labels.remedy}
_KEYS = {"practices": "practices", "pressures": "pressures", "remedies": "debrief: office"}


def coverage_page(coverage: Coverage) -> Page:
    """Cases by module in a table, themes with their cases, and the holes."""
    cases = ngettext("{n} case", "{n} cases", len(coverage.cases)).format(n=len(coverage.cases))
    explained = _("How many cases there are, by module. A dash: none.")
    return (
        *(Heading(_("What the cases cover"), cases), Prose((explained,)), Gap()),
        *(Source(tuple((line, "") for line in _table(coverage))), Gap()),
        *(Heading(_("What they are about")), Items(tuple(_themes(coverage))), Gap()),
        *_holes(coverage),
    )


# --- the table ---


def _table(coverage: Coverage) -> Iterator[str]:
    whole = Share("", "", coverage.cases)
    yield _columns(_("Module"), MODULES, _("all"))
    yield from _row(_("Cases"), whole)
    for group, head in _HEADS.items():
        yield ""
        yield _(head)
        for share in coverage.of(group):
            yield from _row(f"  {label(share)}", share)


def _row(name: str, share: Share) -> Iterator[str]:
    """A line with the counts of a share; what its name has too much goes on below."""
    cells = [str(share.within(int(module)) or "–") for module in MODULES]
    indent = len(name) - len(name.lstrip())
    lines = [" " * indent + line for line in wrapped(name, LABEL - indent - 1, 4)]
    yield _columns(lines[0], cells, str(len(share.cases) or "–"))
    yield from lines[1:]


def _columns(name: str, cells: Iterable[str], total: str) -> str:
    return f"{name:<{LABEL}}{''.join(f'{cell:>{CELL}}' for cell in cells)}{total:>{TOTAL}}"


def label(share: Share) -> str:
    """What is shared out, in words, a code of the language before them: "PR1 serving on time …"."""
    if share.group in _CODED:
        return f"{share.name} {_CODED[share.group](share.name)}"
    if share.group == "principles":
        return f"{labels.label(Principle(share.name))} ({labels.code(Principle(share.name))})"
    if share.group == "modules":
        return labels.module(int(share.name))
    return labels.level(share.name) if share.group == "levels" else labels.theme(share.name)


# --- themes ---


def _themes(coverage: Coverage) -> Iterator[tuple[str, str]]:
    for share in coverage.of("themes"):
        titles = [safe_line(entry.title) for entry in share.cases] or [_("no case yet")]
        yield "*", f"{label(share)}: {'; '.join(titles)}"


# --- holes ---


def _holes(coverage: Coverage) -> Page:
    said = [*map(hole, coverage.holes), *map(unnamed, coverage.unnamed)]
    head = Heading(_("Holes"))
    if not said:
        return head, Prose((_("None: there is enough of everything."),)), Gap()
    return head, Items(tuple(("*", sentence) for sentence in said)), Gap()


def unnamed(entry: Entry) -> str:
    """That a case says no theme, and what would help."""
    said = _("The case {title} ({id}) says no theme: a line such as {line} in its head would help.")
    return said.format(title=safe_line(entry.title), id=safe_line(entry.id), line="themes: [gratification]")


def hole(found: Hole) -> str:
    """A hole in plain words, with what would fill it."""
    share, more = found.share, found.wanted - found.found
    facts = {"name": label(share), "id": share.name, "found": found.found, "wanted": found.wanted}
    if found.unit == "modules":
        missing = ", ".join(module for module in MODULES if int(module) not in share.modules)
        return f"{_in_few_modules(found)} {_fill(share, more, missing)}"
    said = {
        "modules": N_("Module {id}, {name}: {found} of {wanted} cases."),
        "levels": N_("Level {name}: {found} of {wanted} cases."),
        "principles": N_("Principle {name}: at stake in {found} of {wanted} cases."),
        "themes": N_("No case is about this yet: {name}."),
    }[share.group]
    return " ".join((_(said).format(**facts), _more(share, more)))


def _in_few_modules(found: Hole) -> str:
    said = ngettext(
        "{name}: found in {n} module, wanted in {wanted}.",
        "{name}: found in {n} modules, wanted in {wanted}.",
        found.found,
    )
    return said.format(name=label(found.share), n=found.found, wanted=found.wanted)


def _fill(share: Share, more: int, missing: str) -> str:
    said = ngettext(
        "A case of another module ({modules}) that names {id} under {key} would fill it.",
        "Cases of {n} more modules (of {modules}) that name {id} under {key} would fill it.",
        more,
    )
    return said.format(n=more, modules=missing, id=share.name, key=_KEYS[share.group])


def _more(share: Share, more: int) -> str:
    if share.group == "themes":
        return _("A case with {line} would fill it.").format(line=f"themes: [{share.name}]")
    if share.group == "principles":
        said = ngettext(
            "{n} more case in which some decision weighs it would fill it.",
            "{n} more cases in which some decision weighs it would fill it.",
            more,
        )
    else:
        said = ngettext("{n} more case would fill it.", "{n} more cases would fill it.", more)
    return said.format(n=more)


# --- for machines ---


def as_data(coverage: Coverage) -> dict[str, Any]:
    """The coverage for machines: cases by their ids."""
    return {
        "schema_version": SCHEMA_VERSION,
        "cases": [entry.id for entry in coverage.cases],
        "coverage": {
            group: {
                share.name: {"cases": [entry.id for entry in share.cases], "modules": list(share.modules)}
                for share in coverage.of(group)
            }
            for group in GROUPS
        },
        "holes": [_hole_data(one) for one in coverage.holes],
        "without_theme": [entry.id for entry in coverage.unnamed],
    }


def _hole_data(found: Hole) -> dict[str, Any]:
    where = {"group": found.share.group, "name": found.share.name}
    return {**where, "unit": found.unit, "found": found.found, "wanted": found.wanted}
