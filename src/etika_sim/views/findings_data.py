"""Findings for machines: one JSON document, or workflow commands for a forge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from etika_sim.checks.validate import Checked
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.prose import safe
from etika_sim.views.finding_sentences import sentences

if TYPE_CHECKING:
    from etika_sim.checks.pack import Pack

SCHEMA_VERSION = 1
ERROR, WARNING = "error", "warning"


def as_data(checked: Iterable[Checked], pack: Pack | None = None) -> dict[str, Any]:
    """Errors and warnings, with their sentences in the user's language; what was found of the pack."""
    files = [
        {
            "file": one.name,
            "stage": one.stage,
            "states": one.states,
            "more": one.more + one.more_warnings,
            "allowed": one.allowed,
            "findings": [_finding_data(severity, finding) for severity, finding in _all(one)],
        }
        for one in checked
    ]
    if pack is None:
        return {"schema_version": SCHEMA_VERSION, "files": files}
    return {"schema_version": SCHEMA_VERSION, "files": files, "library": _pack_data(pack)}


def _pack_data(pack: Pack) -> dict[str, Any]:
    return {**pack._asdict(), "cues": [cue._asdict() for cue in pack.cues]}


def _all(one: Checked) -> Iterator[tuple[str, Diagnostic]]:
    yield from ((ERROR, finding) for finding in one.findings)
    yield from ((WARNING, finding) for finding in one.located())


def _finding_data(severity: str, finding: Diagnostic) -> dict[str, Any]:
    place = finding.place or Place(1, 1)
    message, hint = sentences(finding)
    return {
        "rule": finding.rule,
        "severity": severity,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "path": list(finding.path),
        "message": message,
        "hint": hint,
    }


def as_annotations(checked: Iterable[Checked]) -> str:
    """Errors and warnings as workflow commands, which a forge shows beside the lines of a change."""
    lines = []
    for one in checked:
        for severity, finding in _all(one):
            place, (message, hint) = finding.place or Place(1, 1), sentences(finding)
            said = _escaped(f"{message}\n{hint}".strip())
            where = f"file={_escaped(safe(one.name), ',:')},line={place.line},col={place.column}"
            lines.append(f"::{severity} {where},title={finding.rule}::{said}\n")
    return "".join(lines)


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
