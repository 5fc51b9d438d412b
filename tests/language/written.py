"""YAML written in a test: read, built, and what was found, in brief."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.diagnostic import Path as Steps
from etika_sim.language.locate import locate
from etika_sim.language.reader import Reading, read
from etika_sim.model import Scenario

DATA = Path(__file__).parents[1] / "data"
LAWS, CHANNELS = frozenset({"G-06", "A-07i"}), frozenset({"UPG"})
"""The ids of the registers that the small case cites."""


def json_of(name: str) -> Any:
    """A JSON file of tests/data."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def read_text(text: str) -> Reading:
    """What the reader makes of the text."""
    return read(text.encode("utf-8"))


def data_of(text: str) -> Any:
    """The data of a text in which the reader finds nothing wrong."""
    reading = read_text(text)
    assert reading.findings.kept == []
    return reading.data


def brief(finding: Diagnostic) -> str:
    """A finding in a few words: place, rule, and its reason or the word it is about."""
    place = finding.place
    about = [finding.facts[fact] for fact in ("reason", "key", "name", "code") if fact in finding.facts][:1]
    where = f"{place.line}:{place.column}" if place else "?"
    return " ".join([where, finding.rule, *(word for word in about if word)])


def found(text: str) -> list[str]:
    """What the reader finds wrong with the text, in brief."""
    return [brief(finding) for finding in read_text(text).findings.kept]


def built(text: str) -> tuple[Scenario | None, list[Diagnostic]]:
    """The scenario of the text, and all that was found, each with its place."""
    reading = read_text(text)
    scenario = None
    if reading.data is not None:
        scenario = build(reading.data, "small", reading.findings, LAWS, CHANNELS)
    return scenario, locate(reading.text, reading.findings.kept)


def mistakes(text: str) -> list[str]:
    """What reader and builder find wrong with the text of a case, in brief and in order."""
    return [brief(finding) for finding in built(text)[1]]


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each (old, new) replaced; every old stands in it exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text


def place_of(text: str, needle: str) -> str:
    """Where a piece stands that occurs once in the text, as "line:column"."""
    assert text.count(needle) == 1, (text.count(needle), needle)
    before = text[: text.index(needle)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def findings_of(data: Any) -> list[Diagnostic]:
    """What the builder alone finds wrong with the data."""
    findings = Findings()
    build(data, "small", findings, LAWS, CHANNELS)
    return findings.kept


def rules_of(data: Any) -> list[tuple[str, tuple[Any, ...]]]:
    """Rule and path of each of them."""
    return [(finding.rule, finding.path) for finding in findings_of(data)]


def set_at(data: Any, path: Steps, value: Any) -> Any:
    """A copy of the data with one value set; None takes its key away."""
    data = copy.deepcopy(data)
    here = data
    for step in path[:-1]:
        here = here[step]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return data
