"""Schema and builder side by side: what each says of a case, and where they differ on purpose."""

from __future__ import annotations

from typing import Any, NamedTuple

from jsonschema import Draft7Validator
from typed import typed
from written import CHANNELS, LAWS

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Diagnostic, Findings, Path
from etika_sim.language.fields import HIGHEST_COUNTER, LOWEST_COUNTER
from etika_sim.language.schema import schema
from etika_sim.language.tree import Cut, Flow, Quoted

VALIDATOR = Draft7Validator(schema())

NOT_STRUCTURE = {
    "unknown-scene": "a schema knows no ids of the same file",
    "unknown-choice": "nor the choices of the same decision",
    "unknown-state": "nor the names of the state",
    "unknown-law": "nor the registers",
    "unknown-channel": "nor the registers",
    "bad-condition": "a condition is a text to it",
    "no-ending": "it cannot ask that one of many scenes be an ending",
    "state-too-large": "it cannot multiply",
    "unquoted-text": "an editor does not tell how a text was written",
    "cut-text": "nor that a remark cut it off",
    "start-is-ending": "it hangs on another value",
    "not-a-decision": "it hangs on another value",
    "counter-range": "it compares two values",
    "set-and-add": "it compares two keys",
    "recommended-red-line": "it compares two values",
    "too-many-recommended": "it counts over choices",
    "add-to-flag": "it hangs on the state",
    "one-paragraph": "a line break is a character to it",
}
"""Rules and reasons of the builder that no schema can say, and why."""


class Difference(NamedTuple):
    """A value on which the two differ: where it stands, whether the builder and the schema take it, why."""

    path: Path
    value: Any
    builder: bool
    schema: bool
    why: str


RUANG = ("scenes", "ruang-kepala")
DIAM = (*RUANG, "choices", "diam")

DIFFERENCES = [
    Difference((*RUANG, "shuffle"), "True", False, True, "YAML 1.2 takes True and TRUE for truth, we do not"),
    Difference((*RUANG, "weight"), "0x2", False, True, "hexadecimal is an integer to YAML 1.2, not to us"),
    Difference((*RUANG, "weight"), "0o2", False, True, "octal is an integer to YAML 1.2, not to us"),
    Difference((*RUANG, "weight"), "2.0", False, True, "2.0 is an integer to JSON Schema, not to us"),
    Difference((*RUANG, "weight"), "2e0", False, True, "2e0 is an integer to JSON Schema, not to us"),
    Difference((*RUANG, "weight"), "0000000002", False, True, "more than nine digits are no number to us"),
    Difference(
        ("twin",), "true", True, False, "a word that YAML 1.2 types is no text to an editor; quote it"
    ),
    Difference(("twin",), "null", False, False, "except null, which is empty to both"),
    Difference(("title",), Flow("a, b"), False, True, "an editor does not tell how a text was written"),
    Difference(("title",), Cut("a"), False, True, "nor that a remark cut it off"),
    Difference(("title",), Quoted("a\n\nb"), False, True, "nor counts paragraphs"),
    Difference((*DIAM, "set"), {"tercatat": "1"}, False, True, "whether a name is a flag hangs on the state"),
    Difference((*DIAM, "add"), {"tekanan": "9"}, False, True, "how far a counter goes hangs on the state"),
    Difference((*DIAM, "if"), "bukan tercatat", False, True, "a condition is a text to it"),
    Difference(("start",), "pasar", False, True, "it knows no ids of the same file"),
    Difference(("start",), "selesai-retak", False, True, "nor what kind of scene they name"),
    Difference(("state", "tekanan", "from"), "3", False, True, "it compares no two values"),
    Difference(("state", "tekanan", "start"), "9", False, True, "so a start may lie outside its range"),
]
"""Every kind of difference, each with its reason; what schema and builder say of them is tested."""


def accepts(data: Any) -> bool:
    """Whether the schema accepts the data as an editor sees them."""
    return VALIDATOR.is_valid(typed(data))


def builder_finds(data: Any) -> list[Diagnostic]:
    """What the builder finds."""
    findings = Findings()
    build(data, "x", findings, LAWS, CHANNELS)
    return findings.kept


def structure_is_sound(data: Any) -> bool:
    """Whether the builder finds nothing that a schema could find as well."""
    return not any(_is_structural(finding, data) for finding in builder_finds(data))


def _is_structural(finding: Diagnostic, data: Any) -> bool:
    if finding.rule in NOT_STRUCTURE or finding.facts.get("reason") in NOT_STRUCTURE:
        return False
    if finding.path[:1] == ("state",) and finding.facts.get("reason") == "range":
        return (finding.facts["low"], finding.facts["high"]) == (LOWEST_COUNTER, HIGHEST_COUNTER)
    is_change = len(finding.path) > 2 and finding.path[-2] in ("set", "add")
    return not (is_change and type(typed(_at(data, finding.path))) in (int, bool))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
