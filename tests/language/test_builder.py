"""Data -> Scenario: the nouns of a sound case, and what is found in one that is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings
from etika_sim.language.reader import REFUSED, Cut, Flow, Quoted
from etika_sim.model import (
    ClassPlan,
    Compare,
    Debrief,
    Decision,
    Ending,
    Facilitator,
    Flag,
    Junction,
    Not,
    OfficeRemedy,
    Part,
    Passage,
    Principle,
    Review,
    Role,
    Route,
    Scenario,
    Variable,
)
from written import CHANNELS, LAWS, built, changed, data_of, mistakes, place_of


@pytest.fixture(scope="module")
def small(base_case: str) -> Scenario:
    """The small case, built."""
    scenario, findings = built(base_case)
    assert findings == []
    assert scenario is not None
    return scenario


def test_the_head_of_a_case_is_in_the_scenario(small: Scenario) -> None:
    """What stands before the scenes is told as it was written."""
    head = (small.id, small.title, small.module, small.level, small.minutes, small.you, small.start, small.language)

    assert head == ("small", "Map di Meja", 5, "basic", 4, "Sari, petugas loket", "loket", "id")


def test_what_describes_a_case_is_in_the_scenario(small: Scenario) -> None:
    """Practices, pressures, authors, reviews, the twin and what was allowed."""
    described = (small.practices, small.pressures, small.authors, small.reviewed, small.twin, small.allow)

    assert described == (
        ("PR3",),
        ("T2",),
        ("Nama Penulis",),
        (Review("Nama Peninjau", "widyaiswara", "2026-11-24"),),
        "kotak-di-pos",
        {"long-choice": "Kutipan aturan harus utuh."},
    )


def test_what_a_class_needs_is_in_the_scenario(small: Scenario) -> None:
    """Roles under their ids, what observers look for, and the plan by minutes."""
    assert (list(small.roles), small.roles["warga"], small.observe, small.plans) == (
        ["sari", "warga"],
        Role(
            "warga",
            "Pak Darto",
            "Pemohon izin",
            "Sopan, terburu-buru.",
            knows="Tetangganya selalu memberi amplop.",
            never_says="Bahwa ia takut ditolak.",
        ),
        {Principle.INTEGRITY: "Apakah petugas menyebut amplop itu dengan terus terang?"},
        {45: ClassPlan(45, ("loket",), ("ruang-kepala",))},
    )


def test_the_state_keeps_the_order_of_the_file(small: Scenario) -> None:
    """A flag is a variable from 0 to 1, a counter has its own range."""
    assert small.state == (Variable("tercatat", 0, 1, 0, True), Variable("tekanan", 0, 3, 0, False))


def test_the_debrief_is_in_the_scenario(small: Scenario) -> None:
    """The questions of the three steps, what the office owes, and what is taken home."""
    assert small.debrief == Debrief(
        ("Apa yang terjadi di meja loket?",),
        ("Kapan menolak menjadi sulit, dan mengapa?",),
        ("Satu kalimat yang akan Anda ucapkan besok?",),
        (OfficeRemedy("S3", "Apa yang seharusnya dicontohkan kepala seksi?"),),
        ("Menolak dan mencatat adalah dua langkah, bukan satu.",),
    )


def test_scenes_keep_their_order_and_kind(small: Scenario) -> None:
    """A decision has choices, a passage leads on, an ending closes."""
    assert {name: type(scene) for name, scene in small.scenes.items()} == {
        "loket": Decision,
        "sore-hari": Passage,
        "ruang-kepala": Decision,
        "selesai-bersih": Ending,
        "selesai-retak": Ending,
    }


def test_a_passage_and_an_ending_are_as_written(small: Scenario) -> None:
    """The small scenes carry their few facts and nothing else."""
    assert (small.scenes["sore-hari"], small.scenes["selesai-bersih"]) == (
        Passage(
            "sore-hari",
            None,
            (Part("Menjelang tutup, telepon di meja Anda berdering."),),
            (Route("ruang-kepala"),),
        ),
        Ending(
            "selesai-bersih",
            "Buku tamu yang berbicara",
            (Part("Catatan itu menjadi contoh bagi kantor."),),
            "exemplary",
        ),
    )


def test_a_decision_is_as_written(small: Scenario) -> None:
    """Title, weight, order and the facilitator's notes, or what holds where they are left out."""
    first, second = (small.scenes[name]._replace(choices={}, text=()) for name in ("loket", "ruang-kepala"))

    assert (first, second) == (
        Decision(
            "loket",
            "Amplop di dalam map",
            (),
            "Apa yang Anda lakukan?",
            {},
            2,
            True,
            Facilitator(
                "Peragakan sampai map terbuka, lalu bekukan.",
                ("Apa yang membuat menolak terasa sulit?",),
                ("semua orang juga begitu",),
                ("Bagaimana kalau isinya Rp50 ribu?",),
            ),
        ),
        Decision("ruang-kepala", None, (), "Apa yang Anda katakan?", {}, 1, False, Facilitator()),
    )


def test_a_choice_is_as_written(small: Scenario) -> None:
    """Everything an author can say of a choice is in its noun."""
    choice = small.scenes["loket"].choices["kembalikan"]

    assert choice == (
        "kembalikan",
        "Mengembalikan amplop itu, lalu mencatatnya di buku tamu.",
        (2, None, None, 2, None),
        (Part("Pak Darto menarik amplopnya, malu."),),
        (Part("Penolakan yang tercatat melindungi Anda."),),
        (Route("sore-hari"),),
        None,
        {"tercatat": 1},
        {},
        True,
        False,
        None,
        ("G-06", "A-07"),
        "Sampaikan kepada atasan hari ini juga.",
        ("UPG",),
        "Terima kasih, Pak. Layanan ini gratis.",
    )


def test_conditions_stand_where_they_were_written(small: Scenario) -> None:
    """Of a choice, of a piece of text with its `else`, and of a route."""
    choice, text = small.scenes["ruang-kepala"].choices["diam"], small.scenes["ruang-kepala"].text

    assert (choice.when, text[1], choice.to) == (
        Junction("and", (Not(Flag("tercatat")), Compare("tekanan", "<", 3))),
        Part("Buku tamu terbuka di mejanya.", Flag("tercatat"), "Ia belum tahu soal amplop itu."),
        (Route("selesai-retak", Compare("tekanan", ">=", 2)), Route("sore-hari")),
    )


def test_the_language_of_a_case_is_told_by_the_caller(base_case: str) -> None:
    """A translated case is built like any other and says its language."""
    scenario = build(data_of(base_case), "small", Findings(), LAWS, CHANNELS, language="en")

    assert scenario is not None
    assert scenario.language == "en"


def test_the_optional_may_be_left_out(base_case: str) -> None:
    """Without anything optional a case is as sound, and its nouns hold the defaults."""
    data = data_of(base_case)
    for key in ("level", "minutes", "practices", "pressures", "authors", "reviewed", "twin", "roles", "observe"):
        del data[key]
    for key in ("class", "allow"):
        del data[key]
    del data["debrief"]["office"], data["debrief"]["takeaways"]

    scenario = build(data, "small", Findings(), LAWS, CHANNELS)

    assert scenario is not None
    assert (scenario.level, scenario.minutes, scenario.roles, scenario.plans, scenario.debrief.office) == (
        "basic",
        None,
        {},
        {},
        (),
    )


@pytest.mark.parametrize("written", ["-2", "-1", "-0", "0", "+0", "1", "+1", "2", "+2", "01", "002", "-01"])
def test_points_may_be_written_like_any_number(base_case: str, written: str) -> None:
    """No spelling of a number loses its point without a word."""
    scenario, _ = built(changed(base_case, ("integrity: 1, ", f"integrity: {written}, ")))

    assert scenario is not None
    assert scenario.scenes["ruang-kepala"].choices["ceritakan"].scores[0] == int(written)


# --- many mistakes at once --------------------------------------------------------------------

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
    ("ask: Apa yang Anda lakukan?", "ask: Apa? # cepat", "Apa? #", "cut-text"),
    ("weight: 2", "weight: 6", "6\n    facilitator", "bad-value range"),
    ("scores: {integrity: 2, t", "scores: {integrity: 3, t", "3, t", "bad-value range"),
    ("law: [G-06, A-07]", "law: [G-06, A-08]", "A-08", "unknown-law A-08"),
    ("channels: [UPG]", "channels: [UPK]", "UPK", "unknown-channel UPK"),
    ("set: {tercatat: true}", "set: {tercatat: ya}", "ya}", "wrong-type"),
    ("red_line: true", "red_line: true\n        red_line: true", "red_line: true\n        excuse", "duplicate-key red_line"),
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


# --- whatever the data ------------------------------------------------------------------------

TEXTS = st.sampled_from(
    ["", "~", "x", "loket", "true", "1", "-1", "tercatat", "a b", "(", "n >= 1", "é", "2026-11-24", "PR3", "exemplary"]
)
SCALARS = TEXTS | TEXTS.map(Quoted) | TEXTS.map(Flow) | TEXTS.map(Cut) | st.just(REFUSED) | st.text(max_size=5)
KEYS = st.sampled_from(
    """format title module level minutes summary you practices pressures authors reviewed twin roles observe class
    state start scenes debrief allow gather analyse summarise office takeaways text ask choices ending to if else
    scene scores set add from loket judul 45 integrity red_line recommended law channels facilitator probe""".split()
) | st.text(max_size=4)
DATA = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=6), max_leaves=25
)


@settings(max_examples=600, deadline=None)
@given(DATA)
def test_whatever_the_data_nothing_is_raised(data: Any) -> None:
    """Any nesting of mappings, lists and texts is a scenario or findings."""
    findings = Findings()
    scenario = build(data, "x", findings, LAWS, CHANNELS)

    assert (scenario is None) == (findings.count > 0) or data is REFUSED


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value of the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for step, below in items for place in places(below, (*path, step)))]


def replaced(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The data with one value replaced."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = replaced(data[path[0]], path[1:], value)
    return copy


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_whatever_stands_in_one_place_of_a_case_nothing_is_raised(base_case: str, data: st.DataObject) -> None:
    """A sound case with anything at all in one place is a scenario or findings, never both and never neither."""
    case = data_of(base_case)
    path = data.draw(st.sampled_from(places(case)))
    case, findings = replaced(case, path, data.draw(DATA)), Findings()

    scenario = build(case, "x", findings, LAWS, CHANNELS)

    is_refused = "Refused object" in repr(case)
    assert (scenario is None) == (findings.count > 0) or is_refused
