"""The production line: read, build, prove, warn. A stage with findings ends the line for its file.

This file holds the sequence and nothing else. It reads no file: it is handed bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.limits import LARGEST
from etika_sim.language.reader import collector_paused, read
from etika_sim.model import Law, Scenario

SYNTAX, STRUCTURE, PROOF, WARNINGS = "syntax", "structure", "proof", "warnings"
SYNTAX_RULES = frozenset({"yaml-syntax", "too-deep"})


class Cited(NamedTuple):
    """The ids of the registers that a case may cite; None: any id may be cited."""

    laws: frozenset[str] | None = frozenset()
    channels: frozenset[str] | None = frozenset()


class Background(NamedTuple):
    """What the warnings know besides the case: the register of law, and today as an ISO date.

    A `shipped` case has to be translated whole; `untranslated` are the languages it lacks altogether.
    """

    laws: Mapping[str, Law]
    today: str
    shipped: bool = False
    untranslated: tuple[str, ...] = ()


class Case(NamedTuple):
    """What others need to know of a case whose structure is sound, or of its translation."""

    id: str
    language: str
    twin: str | None
    allow: Mapping[str, str]


class Checked(NamedTuple):
    """What was found in one file: `stage` is how far the line went, `more` findings were not kept.

    `states` counts the proved (scene, state) pairs, None when there was no proof. `scenario` is
    there when the structure is sound, whatever the proof found, and so is `case`, which is also kept
    where the scenario is not. `warnings` are no findings: the file
    is sound with them. They have no places yet, for few of them are shown: see `located`.
    `more_warnings` were not kept, `allowed` the author has weighed.
    """

    name: str
    text: str
    data: Any
    scenario: Scenario | None
    findings: tuple[Diagnostic, ...]
    more: int
    stage: str
    states: int | None = None
    warnings: tuple[Diagnostic, ...] = ()
    more_warnings: int = 0
    allowed: int = 0
    case: Case | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return not self.findings

    def located(self) -> list[Diagnostic]:
        """The warnings with their places, in the order of the file."""
        from etika_sim.language.locate import locate

        return locate(self.text, self.warnings)


def check_case(
    raw: bytes,
    case: str,
    name: str,
    cited: Cited,
    largest: int = LARGEST,
    *,
    proved: bool = False,
    background: Background | None = None,
) -> Checked:
    """Check a case; `case` is its id, `name` what its file is called in messages.

    A case that is known to be `proved` is not proved again. Warnings are given only with a background.
    """
    with collector_paused():
        reading = read(raw, largest)
        del raw  # as large as the text, and done with
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
        checked = _checked(name, reading.text, reading.data, scenario, findings, PROOF, proof.states)
        if background is None or findings.count:
            return checked
        from etika_sim.checks.draft import Draft
        from etika_sim.checks.warnings import warn

        draft = Draft(scenario, background.laws, background.today, proof.graph, proof.reached)
        draft.untranslated = background.untranslated
        return with_warnings(checked._replace(stage=WARNINGS), warn(draft), scenario.allow)


def with_warnings(checked: Checked, warnings: Iterable[Diagnostic], allow: Mapping[str, str]) -> Checked:
    """The same with those warnings added; those of rules in `allow` are counted only."""
    found, allowed = Findings(), 0
    for warning in warnings:
        if warning.rule in allow:
            allowed += 1
        else:
            found.add(warning)
    return checked._replace(
        warnings=(*checked.warnings, *found.kept),
        more_warnings=checked.more_warnings + found.count - len(found.kept),
        allowed=checked.allowed + allowed,
    )


def check_translation(
    raw: bytes,
    original: Checked,
    language: str,
    name: str,
    cited: Cited,
    largest: int = LARGEST,
    background: Background | None = None,
) -> Checked:
    """Check a translation against its original, which must have a sound structure.

    Warnings are given only with a background.
    """
    reading = read(raw, largest)
    if reading.data is None or original.scenario is None:
        return _checked(name, reading.text, reading.data, None, reading.findings, SYNTAX)
    from etika_sim.language.translation import HASH_KEY, overlay, text_hash

    laid = overlay(original.data, reading.data, reading.findings)
    scenario = None
    if not reading.findings.count:
        ids = (cited.laws, cited.channels)
        scenario = build(laid.data, original.scenario.id, reading.findings, *ids, language=language)
    checked = _checked(name, reading.text, reading.data, scenario, reading.findings, STRUCTURE)
    if background is None or scenario is None or reading.findings.count:
        return checked
    from etika_sim.checks.draft import Draft, Translated
    from etika_sim.checks.warnings import warn_of_translation

    draft = Draft(scenario, background.laws, background.today)
    named = str(reading.data.get(HASH_KEY, ""))
    present = text_hash(original.data)
    draft.translation = Translated(named, present, laid.missing, background.shipped)
    return with_warnings(checked, warn_of_translation(draft), original.scenario.allow)


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
    placed = _placed(text, findings)
    case = None
    if scenario is not None:
        case = Case(scenario.id, scenario.language, scenario.twin, scenario.allow)
    more = findings.count - len(placed)
    return Checked(name, text, data, scenario, placed, more, stage, states, case=case)


def _placed(text: str, findings: Findings) -> tuple[Diagnostic, ...]:
    if not findings.count:
        return ()
    from etika_sim.language.locate import locate

    return tuple(locate(text, findings.kept))
