"""Every mistake of a file at once, each at its own place."""

from __future__ import annotations

import pytest
from written import CHANNELS, LAWS, changed, data_of, mistakes, place_of

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings
from etika_sim.language.tree import Flow

MANY = [
    ("format: 1\n", "format: 2\n", "2\ntitle", "bad-value range"),
    ("title: Map di Meja", "title: null", "title: null", "bad-value empty"),
    ("module: 5", 'module: "5"', '5"', "wrong-type"),
    ("level: basic", "level: dasar", "dasar", "bad-value not-one-of"),
    ("minutes: 4", "menit: 4", "menit", "unknown-key menit"),
    ("practices: [PR3]", "practices: [PR3, PR9]", "PR9", "bad-value not-one-of"),
    ("pressures: [T2]", "pressures: T2", "T2\n", "wrong-type"),
    ("on: 2026-11-24", "on: kemarin", "kemarin", "bad-value pattern"),
    ("    aim: Ingin", "    aims: Ingin", "aims", "unknown-key aims"),
    ("  45: {full: [loket]", "  045: {full: [loket]", "045", "bad-value id"),
    ("quick: [ruang-kepala]", "quick: [sore-hari]", "sore-hari]", "bad-value not-a-decision"),
    ("  tercatat: false", "  tercatat: &c false", "&c", "forbidden-yaml anchor"),
    ("start: 0}", "start: 9}", "9}", "bad-value range"),
    ("start: loket", "start: selesai-bersih", "selesai-bersih\nscenes", "bad-value start-is-ending"),
    ("ask: Apa yang Anda lakukan?", "ask: Apa? # cepat", "# cepat", "cut-text"),
    ("weight: 2", "weight: 6", "6\n    facilitator", "bad-value range"),
    ("scores: {integrity: 2, t", "scores: {integrity: 3, t", "3, t", "bad-value range"),
    ("law: [G-06, A-07i]", "law: [G-06, A-08]", "A-08", "unknown-law A-08"),
    ("channels: [UPG]", "channels: [UPK]", "UPK", "unknown-channel UPK"),
    ("set: {tercatat: true}", "set: {tercatat: ya}", "ya}", "wrong-type"),
    ("red_line: true", "red_line: true\n        red_line: true", "red_line: true\n        excuse",
     "duplicate-key red_line"),
    ("excuse: minimise", "excuse: cuma sedikit", "cuma sedikit", "bad-value not-one-of"),
    ("if: tercatat\n", "if: tercatt\n", "tercatt\n", "unknown-state tercatt"),
    ("if: not tercatat and", "if: not tercatat dan", "dan tekanan", "bad-condition unexpected"),
    ("scene: selesai-retak}", "scene: selesai-rusak}", "selesai-rusak", "unknown-scene selesai-rusak"),
    ("    ending: exemplary", "    ending: baik", "baik\n", "bad-value not-one-of"),
    ("  analyse:\n    - Kapan", "  telaah:\n    - Kapan", "telaah", "unknown-key telaah"),
]  # fmt: skip


def test_many_different_mistakes_are_found_in_one_run(base_case: str) -> None:
    """Twenty-seven mistakes of different kinds give twenty-seven findings, each at its own place."""
    text = changed(base_case, *((old, new) for old, new, _, _ in MANY))

    assert (len(MANY), mistakes(text)) == (27, [f"{place_of(text, at)} {what}" for _, _, at, what in MANY])


@pytest.mark.parametrize(("old", "new", "at", "what"), MANY)
def test_each_of_them_alone_is_one_finding(base_case: str, old: str, new: str, at: str, what: str) -> None:
    """No mistake drags another finding along."""
    text = changed(base_case, (old, new))

    assert mistakes(text) == [f"{place_of(text, at)} {what}"]


def test_the_hundred_first_mistake_is_only_counted(base_case: str) -> None:
    """A case with very many mistakes keeps a hundred findings and knows how many more there were."""
    data, findings = data_of(base_case), Findings()
    data["debrief"]["gather"] = [Flow("a, b")] * 250

    build(data, "small", findings, LAWS, CHANNELS)

    assert (len(findings.kept), findings.count) == (100, 250)


def test_unknown_words_past_the_hundredth_are_not_looked_up(base_case: str) -> None:
    """Thousands of scenes that lead to nowhere are refused without a search for what each meant."""
    data, findings = data_of(base_case), Findings()
    for n in range(20_000):
        data["scenes"][f"s{n}"] = {"text": "x", "to": f"t{n}", f"k{n}": "x"}

    build(data, "small", findings, LAWS, CHANNELS)

    assert (len(findings.kept), findings.count) == (100, 40_000)
