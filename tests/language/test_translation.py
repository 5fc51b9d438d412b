"""Laying a translation over a case: texts only, hung on the ids of the original."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from written import CHANNELS, LAWS, changed, data_of, place_of, set_at

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings, Path
from etika_sim.language.locate import locate
from etika_sim.language.translation import Overlay, overlay
from etika_sim.language.tree import REFUSED
from etika_sim.model import Part

LOKET, RUANG = ("scenes", "loket"), ("scenes", "ruang-kepala")
SIMPAN = (*LOKET, "choices", "simpan")


@pytest.fixture
def original(base_case: str) -> Any:
    """The data of the small case."""
    return data_of(base_case)


@pytest.fixture
def english(base_english: str) -> Any:
    """The data of its translation."""
    return data_of(base_english)


def laid(original: Any, given: Any) -> tuple[Overlay, list[tuple[str, Path, Any]]]:
    """The overlay, and the reason, path and side of each mismatch."""
    findings = Findings()
    found = overlay(original, given, findings)
    assert {finding.rule for finding in findings.kept} <= {"translation-mismatch"}
    return found, [(finding.facts["reason"], finding.path, finding.on) for finding in findings.kept]


# --- a translation that fits ------------------------------------------------------------------


def test_a_whole_translation_lacks_nothing(original: Any, english: Any) -> None:
    """The small case is translated completely: no mismatch, nothing missing."""
    overlaid, mismatches = laid(original, english)

    assert (overlaid.missing, mismatches) == ((), [])


def test_the_translated_case_builds_like_its_original(original: Any, english: Any) -> None:
    """The texts are English, what scores and routes is the original's."""
    first = build(original, "small", Findings(), LAWS, CHANNELS)
    second = build(overlay(original, english, Findings()).data, "small", Findings(), LAWS, CHANNELS, "en")

    assert first is not None
    assert second is not None
    choices = [scenario.scenes["loket"].choices["simpan"] for scenario in (first, second)]
    assert (choices[1].text, choices[1]._replace(text="", outcome=(), review=())) == (
        "Put the folder away for now to keep the queue moving.",
        choices[0]._replace(text="", outcome=(), review=()),
    )


def test_a_conditional_text_keeps_the_condition_of_the_original(original: Any, english: Any) -> None:
    """`text` and `else` are translated, `if` is not repeated."""
    scenario = build(overlay(original, english, Findings()).data, "small", Findings(), LAWS, CHANNELS, "en")

    assert scenario is not None
    part = scenario.scenes["ruang-kepala"].text[1]
    assert part == Part(
        "The visitors' book lies open on his desk.", part.when, "He does not know about the envelope yet."
    )


def test_laying_changes_neither_side(original: Any, english: Any) -> None:
    """Both data are as they were: an overlay is a new thing."""
    before = copy.deepcopy((original, english))

    overlay(original, english, Findings())

    assert (original, english) == before


def test_without_any_text_the_original_is_shown(original: Any) -> None:
    """An empty translation changes nothing and lacks every text of the head."""
    overlaid, mismatches = laid(original, {})

    assert (overlaid.data, overlaid.missing, mismatches) == (
        original,
        (("title",), ("summary",), ("you",), ("roles",), ("observe",), ("scenes",), ("debrief",)),
        [],
    )


@pytest.mark.parametrize(
    "path",
    [
        ("title",),
        ("roles", "warga"),
        ("roles", "warga", "knows"),
        ("observe", "integrity"),
        LOKET,
        (*LOKET, "text"),
        (*LOKET, "facilitator", "probe"),
        (*SIMPAN, "outcome"),
        SIMPAN,
        ("scenes", "selesai-retak", "title"),
        ("debrief", "gather"),
        ("debrief", "office"),
    ],
)
def test_a_missing_text_is_told_where_it_is_missing(original: Any, english: Any, path: Path) -> None:
    """The original's text stands in, and the path says what is not translated yet."""
    overlaid, mismatches = laid(original, set_at(english, path, None))
    here = overlaid.data
    there = original
    for step in path:
        here, there = here[step], there[step]

    assert (here, overlaid.missing, mismatches) == (there, (path,), [])


# --- a translation that does not --------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "reason", "where"),
    [
        (("titel",), "x", "extra", ("titel",)),
        (("scenes", "pasar"), {"text": "x"}, "extra", ("scenes", "pasar")),
        ((*LOKET, "choices", "lari"), {"text": "x"}, "extra", (*LOKET, "choices", "lari")),
        ((*SIMPAN, "say"), "x", "extra", (*SIMPAN, "say")),
        (("roles", "hakim"), {"name": "x"}, "extra", ("roles", "hakim")),
        ((*RUANG, "text", 1, "note"), "x", "extra", (*RUANG, "text", 1, "note")),
        ((*RUANG, "choices", "diam", "outcome", 1, "else"), "x", "extra",
         (*RUANG, "choices", "diam", "outcome", 1, "else")),
        (("module",), "5", "not-text", ("module",)),
        (("start",), "loket", "not-text", ("start",)),
        (("state",), {"tercatat": "false"}, "not-text", ("state",)),
        (("authors",), ["x"], "not-text", ("authors",)),
        (("reviewed",), [], "not-text", ("reviewed",)),
        (("class",), {}, "not-text", ("class",)),
        (("allow",), {"long-choice": "x"}, "not-text", ("allow",)),
        ((*SIMPAN, "scores"), {"integrity": "2"}, "not-text", (*SIMPAN, "scores")),
        ((*SIMPAN, "to"), "loket", "not-text", (*SIMPAN, "to")),
        ((*SIMPAN, "red_line"), "true", "not-text", (*SIMPAN, "red_line")),
        ((*SIMPAN, "law"), ["G-06"], "not-text", (*SIMPAN, "law")),
        ((*RUANG, "choices", "diam", "if"), "tercatat", "not-text", (*RUANG, "choices", "diam", "if")),
        (("scenes", "selesai-retak", "ending"), "violation", "not-text",
         ("scenes", "selesai-retak", "ending")),
        (("debrief", "office", 0, "remedy"), "S1", "not-text", ("debrief", "office", 0, "remedy")),
        ((*RUANG, "text", 1, "if"), "tercatat", "if-repeated", (*RUANG, "text", 1, "if")),
        ((*RUANG, "text", 1, "else"), None, "lacks", (*RUANG, "text", 1)),
        ((*RUANG, "text", 1, "text"), None, "lacks", (*RUANG, "text", 1)),
        ((*RUANG, "text", 1), "x", "kind", (*RUANG, "text", 1)),
        ((*RUANG, "text", 0), {"text": "x"}, "kind", (*RUANG, "text", 0)),
        ((*RUANG, "text", 1, "text"), ["x"], "kind", (*RUANG, "text", 1, "text")),
        ((*RUANG, "text"), "x", "kind", (*RUANG, "text")),
        ((*LOKET, "text"), ["x"], "kind", (*LOKET, "text")),
        (("title",), {"a": "b"}, "kind", ("title",)),
        (("scenes",), "x", "kind", ("scenes",)),
        (LOKET, ["x"], "kind", LOKET),
        (("debrief", "gather"), "x", "kind", ("debrief", "gather")),
        (("debrief", "gather"), ["a", "b"], "length", ("debrief", "gather")),
        (("debrief", "gather"), [], "length", ("debrief", "gather")),
        ((*RUANG, "text"), ["x"], "length", (*RUANG, "text")),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_one_mismatch_where_it_stands(
    original: Any, english: Any, path: Path, value: Any, reason: str, where: Path
) -> None:
    """An id too many, what is no text, another kind or length: told once, and the original stays."""
    overlaid, mismatches = laid(original, set_at(english, path, value))
    whole = overlay(original, english, Findings()).data

    assert ([(why, place) for why, place, _ in mismatches], overlaid.missing) == ([(reason, where)], ())
    assert overlaid.data.keys() == whole.keys()


def test_a_mismatch_of_length_tells_both(original: Any, english: Any) -> None:
    """How many items are here and how many the original has."""
    findings = Findings()
    overlay(original, set_at(english, ("debrief", "gather"), ["a", "b", "c"]), findings)

    assert findings.kept[0].facts == {"reason": "length", "here": 3, "there": 1}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        (("titel",), "title"),
        (("judul",), "title"),
        (("scenes", "loke"), "loket"),
        (("scenes", "kelas"), ""),
        ((*LOKET, "choices", "simpn"), "simpan"),
        ((*SIMPAN, "akibat"), "outcome"),
        ((*SIMPAN, "next_step"), ""),
        ((*RUANG, "text", 1, "teks"), "text"),
        ((*RUANG, "text", 1, "lain"), ""),
    ],
)
def test_an_extra_key_comes_with_the_one_that_may_be_meant(
    original: Any, english: Any, path: Path, meant: str
) -> None:
    """A key or id that the original has and the translation lacks, if one is near; said once."""
    given = set_at(english, (*path[:-1], meant), None) if meant else english
    findings = Findings()
    overlay(original, set_at(given, path, {"text": "x"}), findings)

    assert [finding.facts for finding in findings.kept] == [
        {"reason": "extra", "key": path[-1], "suggestion": meant}
    ]


def test_a_key_that_is_translated_already_is_not_meant(original: Any, english: Any) -> None:
    """Beside `title`, `titel` is a key too many and nothing else."""
    findings = Findings()
    overlay(original, set_at(english, ("titel",), "x"), findings)

    assert [finding.facts["suggestion"] for finding in findings.kept] == [""]


def test_past_the_hundredth_finding_nothing_is_looked_up(original: Any, english: Any) -> None:
    """Very many extra keys cost no more than a hundred searches."""
    findings = Findings()
    overlay(original, english | {f"titel{n}": "x" for n in range(20_000)}, findings)

    assert (len(findings.kept), findings.count) == (100, 20_000)


def test_a_list_of_the_wrong_length_shows_the_original(original: Any, english: Any) -> None:
    """A list is one unit: half of it is never mixed with the other language."""
    overlaid, _ = laid(original, set_at(english, ("debrief", "gather"), ["a", "b"]))

    assert overlaid.data["debrief"]["gather"] == original["debrief"]["gather"]


@pytest.mark.parametrize(("given", "what"), [("x", "text"), (["x"], "list"), ("", "text")])
def test_a_translation_that_is_no_mapping_is_refused(original: Any, given: Any, what: str) -> None:
    """The head of a translation is a mapping, like that of a case."""
    findings = Findings()
    overlaid = overlay(original, given, findings)

    assert (overlaid, [(f.rule, f.facts) for f in findings.kept]) == (
        (original, ()),
        [("wrong-type", {"expected": "mapping", "found": what})],
    )


@pytest.mark.parametrize("path", [(), ("title",), LOKET, (*LOKET, "text"), ("debrief", "gather", 0)])
def test_nobody_complains_about_what_the_reader_refused(original: Any, english: Any, path: Path) -> None:
    """Where the translation has REFUSED the original stays, without a second finding."""
    given = set_at(english, path, REFUSED) if path else REFUSED

    _, mismatches = laid(original, given)

    assert mismatches == []


def test_mismatches_are_found_in_the_text_of_the_translation(base_english: str, original: Any) -> None:
    """Their paths lead to places in the translation's own file."""
    text = changed(base_english, ("title: The locked drawer", "titel: The locked drawer"))
    findings = Findings()
    overlay(original, data_of(text), findings)

    place = locate(text, findings.kept)[0].place

    assert f"{place.line}:{place.column}" == place_of(text, "titel")
