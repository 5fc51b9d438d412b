"""The production line: read, build, prove. A stage with findings ends the line for its file.

This file holds the sequence and nothing else. It reads no file: it is handed bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.limits import LARGEST
from etika_sim.language.reader import collector_paused, read
from etika_sim.model import Scenario

SYNTAX, STRUCTURE, PROOF = "syntax", "structure", "proof"
SYNTAX_RULES = frozenset({"yaml-syntax", "too-deep"})


class Cited(NamedTuple):
    """The ids of the registers that a case may cite; None: any id may be cited."""

    laws: frozenset[str] | None = frozenset()
    channels: frozenset[str] | None = frozenset()


class Checked(NamedTuple):
    """What was found in one file: `stage` is how far the line went, `more` findings were not kept.

    `states` counts the proved (scene, state) pairs, None when there was no proof. `scenario` is
    there when the structure is sound, whatever the proof found.
    """

    name: str
    text: str
    data: Any
    scenario: Scenario | None
    findings: tuple[Diagnostic, ...]
    more: int
    stage: str
    states: int | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return not self.findings


def check_case(
    raw: bytes, case: str, name: str, cited: Cited, largest: int = LARGEST, *, proved: bool = False
) -> Checked:
    """Check a case; `case` is its id, `name` what its file is called in messages.

    A case that is known to be `proved` is not proved again.
    """
    with collector_paused():
        reading = read(raw, largest)
        if reading.data is None:
            return _checked(name, reading.text, None, None, reading.findings, SYNTAX)
        scenario = build(reading.data, case, reading.findings, cited.laws, cited.channels)
        if scenario is None or reading.findings.count:
            return _checked(name, reading.text, reading.data, None, reading.findings, STRUCTURE)
        if proved:
            return _checked(name, reading.text, reading.data, scenario, reading.findings, PROOF)
        from etika_sim.checks.proof import prove

        proof = prove(scenario)
        findings = _all(proof.findings)
        return _checked(name, reading.text, reading.data, scenario, findings, PROOF, proof.states)


def check_translation(
    raw: bytes, original: Checked, language: str, name: str, cited: Cited, largest: int = LARGEST
) -> Checked:
    """Check a translation against its original, which must have a sound structure."""
    reading = read(raw, largest)
    if reading.data is None or original.scenario is None:
        return _checked(name, reading.text, reading.data, None, reading.findings, SYNTAX)
    from etika_sim.language.translation import overlay

    laid = overlay(original.data, reading.data, reading.findings)
    scenario = None
    if not reading.findings.count:
        ids = (cited.laws, cited.channels)
        scenario = build(laid.data, original.scenario.id, reading.findings, *ids, language=language)
    return _checked(name, reading.text, reading.data, scenario, reading.findings, STRUCTURE)


def check_register(
    raw: bytes, register: str, name: str, others: Iterable[str] = (), largest: int = LARGEST
) -> Checked:
    """Check a register ("law" or "channels"); `others` are ids that another register has."""
    reading = read(raw, largest)
    if reading.data is None:
        return _checked(name, reading.text, None, None, reading.findings, SYNTAX)
    from etika_sim.language.register import build_register, twice

    entries = build_register(register, reading.data, reading.findings)
    for finding in twice(entries, dict.fromkeys(others), register):
        reading.findings.add(finding)
    return _checked(name, reading.text, reading.data, None, reading.findings, STRUCTURE)


def _all(found: Iterable[Diagnostic]) -> Findings:
    findings = Findings()
    for finding in found:
        findings.add(finding)
    return findings


def _checked(
    name: str,
    text: str,
    data: Any,
    scenario: Scenario | None,
    findings: Findings,
    stage: str,
    states: int | None = None,
) -> Checked:
    placed: tuple[Diagnostic, ...] = ()
    if findings.count:
        from etika_sim.language.locate import locate

        placed = tuple(locate(text, findings.kept))
    return Checked(name, text, data, scenario, placed, findings.count - len(placed), stage, states)
