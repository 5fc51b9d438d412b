"""Other people's worst inputs: the YAML Test Suite and the Big List of Naughty Strings."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from written import CHANNELS, LAWS, built, changed, json_of

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings
from etika_sim.language.locate import locate
from etika_sim.language.reader import read
from etika_sim.prose import UNSAFE, paragraphs, safe, spans

SUITE: dict[str, str] = json_of("yaml-test-suite.json")
NAUGHTY: list[str] = json_of("naughty-strings.json")


@pytest.mark.parametrize("with_libyaml", [True, False])
@pytest.mark.parametrize("name", SUITE)
def test_every_input_of_the_yaml_test_suite_is_data_or_findings(
    name: str, with_libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Valid YAML or not: no exception comes through, and without data there is a finding with a place."""
    monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml)

    reading = read(SUITE[name].encode("utf-8", "surrogatepass"))
    findings = Findings()
    scenario = build(reading.data, name, findings)

    assert scenario is None
    assert reading.data is not None or reading.findings.count > 0
    assert all(finding.place for finding in locate(reading.text, reading.findings.kept + findings.kept))


def test_the_suite_is_whole() -> None:
    """Four hundred and two inputs, so that none is lost on the way."""
    assert (len(SUITE), len(NAUGHTY)) == (402, 485)


@pytest.mark.parametrize("number", range(len(NAUGHTY)))
def test_a_naughty_title_comes_through_exactly_or_is_a_finding(base_case: str, number: int) -> None:
    """In quotes, any string is the title to the letter, or the check says what is wrong with it."""
    naughty = NAUGHTY[number]
    text = changed(base_case, ("title: Map di Meja", f"title: {json.dumps(naughty, ensure_ascii=False)}"))

    scenario, findings = built(text)

    assert scenario is not None or findings
    assert scenario is None or scenario.title == naughty


def test_few_naughty_titles_are_refused(base_case: str) -> None:
    """Only what is empty or holds a control character is refused; pictures, scripts and code are texts."""
    refused = set()
    for naughty in NAUGHTY:
        text = changed(base_case, ("title: Map di Meja", f"title: {json.dumps(naughty, ensure_ascii=False)}"))
        if built(text)[0] is None:
            refused.add(naughty)

    assert all(not naughty.strip() or UNSAFE.search(naughty) or "\t" in naughty for naughty in refused)


@pytest.mark.parametrize("number", range(len(NAUGHTY)))
def test_a_naughty_string_is_safe_on_the_screen(number: int) -> None:
    """Made safe and split, no control character is left and no letter is lost."""
    naughty = NAUGHTY[number]
    steering = re.compile(UNSAFE.pattern.replace("\n", ""))

    shown = [span.text for paragraph in paragraphs(naughty) for span in spans(paragraph)]

    assert not any(steering.search(run) or "\n" in run for run in shown)
    assert "".join("".join(shown).split()).replace("*", "") == "".join(safe(naughty).split()).replace("*", "")


def test_every_naughty_string_as_every_text_of_one_case(base_case: str) -> None:
    """Four hundred strings as takeaways at once: read, built, and each one there."""
    kept = [
        naughty
        for naughty in NAUGHTY
        if naughty.strip() and not UNSAFE.search(naughty) and "\t" not in naughty
    ]
    listed = "".join(f"\n    - {json.dumps(naughty, ensure_ascii=False)}" for naughty in kept)
    old = "\n    - Menolak dan mencatat adalah dua langkah, bukan satu."

    reading = read(changed(base_case, (old, listed)).encode())
    scenario = build(reading.data, "small", reading.findings, LAWS, CHANNELS)

    assert scenario is not None
    assert list(scenario.debrief.takeaways) == kept
