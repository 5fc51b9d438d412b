"""What the proof finds, for the tests of its rules."""

from __future__ import annotations

from etika_sim.checks.proof import prove
from etika_sim.language.diagnostic import Diagnostic, Path
from etika_sim.model import Scenario


def found_in(scenario: Scenario) -> list[tuple[str, Path]]:
    """Rule and path of every finding."""
    return [(finding.rule, finding.path) for finding in prove(scenario).findings]


def only(scenario: Scenario) -> Diagnostic:
    """The one finding there is."""
    (finding,) = prove(scenario).findings
    return finding
