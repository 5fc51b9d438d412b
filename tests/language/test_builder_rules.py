"""The rules that need several values, and how one mistake is kept from being told twice."""

from __future__ import annotations

from typing import Any

import pytest
from written import CHANNELS, LAWS, built, changed, data_of, findings_of, mistakes, place_of, rules_of

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.tree import REFUSED

# --- scenes and choices -----------------------------------------------------------------------


def test_a_case_needs_an_ending(base_case: str) -> None:
    """Without an ending there is one finding on the scenes."""
    data = data_of(base_case)
    data["scenes"] = {name: scene for name, scene in data["scenes"].items() if "ending" not in scene}
    for choice in data["scenes"]["ruang-kepala"]["choices"].values():
        choice["to"] = "loket"

    assert rules_of(data) == [("no-ending", ("scenes",))]


@pytest.mark.parametrize(
    ("scenes", "expected"),
    [
        ({}, "bad-value"),
        ("loket", "wrong-type"),
        ([], "wrong-type"),
        ("", "bad-value"),
        (None, "missing-key"),
    ],
)
def test_where_the_scenes_are_missing_nobody_asks_for_one(base_case: str, scenes: Any, expected: str) -> None:
    """No scenes, or something else in their place, is one finding: what refers to scenes is left alone."""
    data = data_of(base_case)
    data["scenes"] = scenes
    if scenes is None:
        del data["scenes"]

    assert [finding.rule for finding in findings_of(data)] == [expected]


def test_scenes_under_an_indonesian_word_are_one_finding(base_case: str) -> None:
    """`adegan` for `scenes` is an unknown key with a suggestion and nothing more."""
    text = changed(base_case, ("\nscenes:", "\nadegan:"))

    assert mistakes(text) == [f"{place_of(text, 'adegan:')} unknown-key adegan"]


@pytest.mark.parametrize("key", ["keadaan", "Keadaan", "stat", "State"])
def test_a_state_under_another_word_is_one_finding(base_case: str, key: str) -> None:
    """`keadaan` for `state` is an unknown key; its names are known where they are used."""
    text = changed(base_case, ("\nstate:", f"\n{key}:"))

    assert mistakes(text) == [f"{place_of(text, f'{key}:')} unknown-key {key}"]


def test_a_state_under_another_word_is_looked_at_all_the_same(base_case: str) -> None:
    """A mistake in it is told where it stands."""
    text = changed(base_case, ("\nstate:", "\nkeadaan:"), ("start: 0}", "start: 9}"))

    assert mistakes(text) == [
        f"{place_of(text, 'keadaan:')} unknown-key keadaan",
        f"{place_of(text, '9}')} bad-value range",
    ]


def test_without_a_state_each_use_is_a_finding(base_case: str) -> None:
    """Another unknown key does not stand for the state, and names that nobody declared are unknown."""
    text = changed(
        base_case, ("\nstate:\n  tercatat: false\n  tekanan: {from: 0, to: 3, start: 0}\n", "\nqqq: x\n")
    )

    assert [what.split(" ")[1] for what in mistakes(text)].count("unknown-state") > 1


def test_an_ending_that_was_refused_may_be_one(base_case: str) -> None:
    """An alias where the only ending should stand is one finding: what it would have been cannot be told."""
    data, findings = data_of(base_case), Findings()
    data["scenes"] = {name: scene for name, scene in data["scenes"].items() if "ending" not in scene}
    data["scenes"] |= {"selesai-retak": REFUSED, "selesai-bersih": REFUSED}
    data["class"] = {"45": {"full": ["selesai-retak"]}}
    findings.add(Diagnostic("forbidden-yaml"))

    build(data, "small", findings, LAWS, CHANNELS)

    assert [finding.rule for finding in findings.kept] == ["forbidden-yaml"]


@pytest.mark.parametrize("key", ["akhir", "Akhir", "Ending"])
def test_an_ending_under_an_indonesian_word_is_still_one(base_case: str, key: str) -> None:
    """`akhir` for `ending` is one finding: the scene is an ending all the same."""
    text = changed(base_case, ("ending: exemplary", f"{key}: exemplary"))

    assert mistakes(text) == [f"{place_of(text, f'{key}: ex')} unknown-key {key}"]


def test_choices_under_an_indonesian_word_make_a_decision(base_case: str) -> None:
    """`pilihan` for `choices` is one finding: the scene is a decision all the same."""
    text = changed(base_case, ("    shuffle: false\n    choices:", "    shuffle: false\n    pilihan:"))

    assert mistakes(text) == [f"{place_of(text, 'pilihan:')} unknown-key pilihan"]


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "too-few"), (1, "too-few"), (2, None), (5, None), (6, "too-many")]
)
def test_a_decision_has_two_to_five_choices(base_case: str, count: int, expected: str | None) -> None:
    """One choice is no decision, and more than five nobody weighs."""
    data = data_of(base_case)
    choice = data["scenes"]["ruang-kepala"]["choices"]["ceritakan"]
    data["scenes"]["ruang-kepala"]["choices"] = {f"c{n}": choice for n in range(count)}

    assert [finding.facts["reason"] for finding in findings_of(data)] == ([expected] if expected else [])


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, []), (2, []), (3, ["too-many-recommended"])])
def test_two_choices_may_be_recommended_and_no_more(base_case: str, count: int, expected: list[str]) -> None:
    """A true dilemma has two recommended choices at most."""
    data = data_of(base_case)
    plain = data["scenes"]["ruang-kepala"]["choices"]["ceritakan"]
    data["scenes"]["ruang-kepala"]["choices"] = {
        f"c{n}": {**plain, "recommended": "true" if n < count else "false"} for n in range(4)
    }

    assert [finding.facts["reason"] for finding in findings_of(data)] == expected


def test_each_name_in_both_set_and_add_is_a_finding_in_the_order_of_the_file(base_case: str) -> None:
    """The order of findings does not hang on the order of a set."""
    names, data = [f"n{n}" for n in range(8)], data_of(base_case)
    data["state"] |= {name: {"from": "0", "to": "1", "start": "0"} for name in names}
    data["scenes"]["loket"]["choices"]["simpan"] |= {key: dict.fromkeys(names, "1") for key in ("set", "add")}

    assert [finding.facts.get("name") for finding in findings_of(data)] == names


@pytest.mark.parametrize("key", ["gather", "analyse", "summarise"])
def test_each_step_of_the_debrief_needs_a_question(base_case: str, key: str) -> None:
    """An empty list of questions is a finding."""
    data = data_of(base_case)
    data["debrief"][key] = []

    assert [(finding.path, finding.facts["reason"]) for finding in findings_of(data)] == [
        (("debrief", key), "too-few")
    ]


# --- one mistake, one finding -----------------------------------------------------------------


def test_an_unknown_key_that_is_the_missing_one_is_one_finding(base_case: str) -> None:
    """`outcom` for the missing `outcome` is told once, with the suggestion."""
    data = data_of(base_case)
    choice = data["scenes"]["loket"]["choices"]["simpan"]
    choice["outcom"] = choice.pop("outcome")

    assert [(f.rule, f.facts["key"], f.facts["suggestion"]) for f in findings_of(data)] == [
        ("unknown-key", "outcom", "outcome")
    ]


def test_an_unknown_key_far_from_the_missing_one_is_two_findings(base_case: str) -> None:
    """A key that means nothing does not stand for the one that is missing."""
    data = data_of(base_case)
    choice = data["scenes"]["loket"]["choices"]["simpan"]
    choice["qqq"] = choice.pop("outcome")

    assert [(f.rule, f.facts["key"]) for f in findings_of(data)] == [
        ("unknown-key", "qqq"),
        ("missing-key", "outcome"),
    ]


def test_a_key_already_there_is_not_suggested(base_case: str) -> None:
    """`titel` beside `title` is unknown, but it is not the title."""
    data = data_of(base_case)
    data["titel"] = "x"

    assert [(f.facts["key"], f.facts["suggestion"]) for f in findings_of(data)] == [("titel", "")]


def test_an_unknown_key_tells_the_known_ones(base_case: str) -> None:
    """The finding carries the keys of its mapping, in the order of the language."""
    data = data_of(base_case)
    data["scenes"]["sore-hari"]["x"] = "y"

    assert findings_of(data)[0].facts["keys"] == ("title", "text", "to")


@pytest.mark.parametrize(
    ("at", "wrong", "suggestion"),
    [
        (("level",), "advance", "advanced"),
        (("start",), "lokett", "loket"),
        (("scenes", "ruang-kepala", "choices", "diam", "if"), "not tercatatt", "tercatat"),
        (("scenes", "loket", "choices", "kembalikan", "law", 0), "g06", "G-06"),
        (("scenes", "loket", "choices", "kembalikan", "law", 0), "G 06.", "G-06"),
        (("scenes", "loket", "choices", "kembalikan", "law", 0), "G-6", ""),
        (("scenes", "loket", "choices", "kembalikan", "channels", 0), "upg", "UPG"),
        (("scenes", "loket", "choices", "kembalikan", "channels", 0), "UPGG", ""),
        (("level",), "xxxxx", ""),
        (("start",), "xxxxx", ""),
    ],
)
def test_an_unknown_word_comes_with_the_nearest_known_one(
    base_case: str, at: tuple[Any, ...], wrong: str, suggestion: str
) -> None:
    """What was probably meant is in the finding; of a register only what has the same letters."""
    data = data_of(base_case)
    here = data
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = wrong

    assert [finding.facts["suggestion"] for finding in findings_of(data)] == [suggestion]


def test_an_unknown_name_in_a_change_comes_with_the_nearest(base_case: str) -> None:
    """The same for the names of the state in `set` and `add`."""
    data = data_of(base_case)
    data["scenes"]["loket"]["choices"]["kembalikan"]["set"] = {"tercatatt": "true"}

    assert [finding.facts["suggestion"] for finding in findings_of(data)] == ["tercatat"]


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("title",),
        ("module",),
        ("level",),
        ("state",),
        ("state", "tercatat"),
        ("start",),
        ("scenes",),
        ("scenes", "sore-hari"),
        ("scenes", "sore-hari", "text"),
        ("scenes", "sore-hari", "to"),
        ("scenes", "ruang-kepala", "choices"),
        ("scenes", "ruang-kepala", "choices", "diam", "if"),
        ("scenes", "ruang-kepala", "choices", "diam", "add"),
        ("scenes", "ruang-kepala", "choices", "diam", "scores"),
        ("scenes", "ruang-kepala", "choices", "diam", "scores", "accountability"),
        ("scenes", "ruang-kepala", "shuffle"),
        ("scenes", "loket", "choices", "kembalikan", "law", 0),
        ("debrief", "gather"),
    ],
)
def test_nobody_complains_about_what_the_reader_refused(base_case: str, path: tuple[Any, ...]) -> None:
    """Where the reader put REFUSED there is no scenario, and no second finding."""
    data: Any = data_of(base_case)
    here = data
    for step in path[:-1]:
        here = here[step]
    if path:
        here[path[-1]] = REFUSED
    findings = Findings()
    findings.add(Diagnostic("forbidden-yaml"))

    scenario = build(data if path else REFUSED, "small", findings, LAWS, CHANNELS)

    assert (scenario, [finding.rule for finding in findings.kept]) == (None, ["forbidden-yaml"])


@pytest.mark.parametrize("half", ["---\n", "# lanjutan\n---\n"])
def test_a_case_cut_in_two_is_one_finding(base_case: str, half: str) -> None:
    """`---` in the middle is told alone: what the first half lacks stands in the second."""
    text = changed(base_case, ("  sore-hari:\n", f"{half}  sore-hari:\n"))

    assert mistakes(text) == [f"{place_of(text, '---')} forbidden-yaml document"]


@pytest.mark.parametrize("data", ["", "x", [], ["x"], {}])
def test_data_that_are_no_case_are_findings(data: Any) -> None:
    """A text, a list or an empty mapping is refused at the head of the file."""
    found = rules_of(data)

    assert found
    assert {path for _, path in found} == {()}


def test_findings_of_the_reader_are_kept_and_end_nothing(base_case: str) -> None:
    """The builder adds to what the reader found; a scenario needs both to find nothing."""
    text = changed(base_case, ("title: Map di Meja", "title: Map\x1bdi Meja"), ("module: 5", "module: 9"))
    scenario, findings = built(text)

    assert (scenario, [finding.rule for finding in findings]) == (None, ["control-character", "bad-value"])


def test_a_finding_of_the_reader_alone_ends_it_as_well(base_case: str) -> None:
    """A case that the builder finds sound is none while the reader found something."""
    scenario, _ = built(changed(base_case, ("title: Map di Meja", "title: Map\x1bdi Meja")))

    assert scenario is None
