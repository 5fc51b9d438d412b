"""Data -> Scenario: the nouns of a sound case, and what is found in one that is not."""

from __future__ import annotations

import pytest
from written import CHANNELS, LAWS, built, changed, data_of

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings
from etika_sim.model import (
    ClassPlan,
    Compare,
    Debrief,
    Decision,
    Ending,
    Facilitator,
    Flag,
    Heard,
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
    WhatIf,
)


@pytest.fixture(scope="module")
def small(base_case: str) -> Scenario:
    """The small case, built."""
    scenario, findings = built(base_case)
    assert findings == []
    assert scenario is not None
    return scenario


def test_the_head_of_a_case_is_in_the_scenario(small: Scenario) -> None:
    """What stands before the scenes is told as it was written."""
    head = (
        small.id,
        small.title,
        small.module,
        small.level,
        small.minutes,
        small.you,
        small.start,
        small.language,
    )

    assert head == ("small", "Map di Meja", 5, "basic", 4, "Sari, petugas loket", "loket", "id")


def test_what_describes_a_case_is_in_the_scenario(small: Scenario) -> None:
    """Practices, pressures, themes, authors, reviews, the twin and what was allowed."""
    described = (
        *(small.practices, small.pressures, small.themes),
        *(small.authors, small.reviewed, small.twin, small.allow),
    )

    assert described == (
        ("PR3",),
        ("T2",),
        ("gratification", "bad-example"),
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
                (Heard("semua orang juga begitu"),),
                (WhatIf("Bagaimana kalau isinya Rp50 ribu?"),),
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
        ("G-06", "A-07i"),
        "Sampaikan kepada atasan hari ini juga.",
        ("UPG",),
        "Terima kasih, Pak. Layanan ini gratis.",
        False,
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
    for key in (
        "level",
        "minutes",
        "practices",
        "pressures",
        "themes",
        "authors",
        "reviewed",
        "twin",
        "roles",
        "observe",
    ):
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
