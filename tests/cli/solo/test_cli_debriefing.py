"""After the ending: scores, a line to say aloud, a commitment, questions, the twin; each may be skipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.laptops import PRIVATE, WAY, events, flat, kinds, places, sitting
from cli.program import Ran, Writer, program

TO_THE_END = ("", "a", "", "", "a", "", "")
"""From the first page of the small case to its ending."""

NOT_KEPT = "Permainan ini tidak disimpan, begitu pula yang Anda tulis."
KEPT = "Tersimpan bersama permainan ini."
FAREWELL = "Terima kasih sudah bermain.\n\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the laptop remembers."""
    return tmp_path / "rumah"


def closing(home: Path, case_file: Writer, *lines: str, more: tuple[str, ...] = ()) -> Ran:
    """The small case on a new private laptop, from its ending on."""
    return sitting(home, PRIVATE, *TO_THE_END, *lines, words=("play", str(case_file()), *more))


def written(home: Path) -> list[tuple[str, str]]:
    """What was written at the end of the last play, each with what it answers."""
    return [
        (event.get("question", event["kind"]), event["text"])
        for event in events(home)[0]
        if event["kind"] in ("answered", "committed")
    ]


def test_all_that_is_written_is_kept(home: Path, case_file: Writer) -> None:
    """Sentence, commitment and answers stand in the journal, each with its question."""
    ran = sitting(home, *WAY, words=("play", str(case_file())))

    assert (ran.status, ran.err) == (0, "")
    assert written(home) == [
        ("say", "Terima kasih, Pak."),
        ("committed", "Mencatat hari itu juga."),
        ("Apa yang terjadi di meja loket?", "Sebuah map."),
        ("Kapan menolak menjadi sulit, dan mengapa?", "Saat antrean panjang."),
        ("Apa yang seharusnya dicontohkan kepala seksi?", "Kepala seksi mencatat juga."),
        ("Satu kalimat yang akan Anda ucapkan besok?", "Layanan ini gratis."),
    ]


def test_enter_alone_leads_to_the_farewell(home: Path, case_file: Writer) -> None:
    """Nothing has to be written, and nothing is kept of it."""
    ran = closing(home, case_file, *("",) * 6)

    assert ran.out.endswith(FAREWELL)
    assert kinds(home) == [["chose", "chose", "ended", "closed"]]


def test_the_own_sentence_comes_before_the_model(home: Path, case_file: Writer) -> None:
    """First the invitation, then the line somebody could say and four questions to hold one's own against."""
    before = closing(home, case_file, "", "")
    after = closing(home / "lain", case_file, "", "", "Tidak, Pak.")

    assert 'Kembali ke adegan "Amplop di dalam map"' in flat(before)
    assert "Contoh:" not in before.out
    assert "Contoh: Terima kasih, Pak. Layanan ini gratis." in after.out
    assert after.out.count("\n4. Apakah ada jalan lain yang ditawarkan?") == 1


def test_the_first_empty_answer_skips_all_questions(home: Path, case_file: Writer) -> None:
    """What was answered before it is kept."""
    ran = closing(home, case_file, "", "", "", "", "", "Sebuah map.", "", "sisa")

    assert ran.out.endswith(FAREWELL)
    assert written(home) == [("Apa yang terjadi di meja loket?", "Sebuah map.")]


def test_a_guest_is_told_before_writing_that_nothing_is_kept(case_file: Writer, home: Path) -> None:
    """The steps are the same; the word is said once, and no journal is promised."""
    words = ("play", str(case_file()), "--guest")
    ran = sitting(home, *TO_THE_END, "", "", "Tidak, Pak.", "", "Mencatat.", "Satu.", "", words=words)

    assert flat(ran).count(NOT_KEPT) == 1
    assert flat(ran).index(NOT_KEPT) < flat(ran).index("Ucapkan")
    assert "Untuk catatan Anda sendiri" not in ran.out
    assert "Hanya untuk Anda sendiri." in ran.out
    assert ran.out.endswith(FAREWELL)
    assert not home.exists()


def test_a_guests_note_is_not_said_to_be_kept(case_file: Writer, home: Path) -> None:
    """Before it is written, not afterwards, one learns that it goes."""
    ran = sitting(home, "t", "Ragu.", "k", words=("play", str(case_file()), "--guest"))

    assert flat(ran).index(NOT_KEPT) < flat(ran).index("Catatan Anda (Enter: batal):")
    assert KEPT not in ran.out


def test_a_note_is_kept_with_the_scene_where_it_was_written(home: Path, case_file: Writer) -> None:
    """At the first page, at a decision, at an outcome and at the end; an empty one is none."""
    words = ("play", str(case_file()))
    lines = (
        "t",
        "Satu.",
        "",
        "t",
        "Dua.",
        "t",
        "",
        "a",
        "",
        "t",
        "Tiga.",
        "",
        "a",
        "",
        "",
        "t",
        "Empat.",
        "k",
    )
    ran = sitting(home, PRIVATE, *lines, words=words)

    notes = [(event["scene"], event["text"]) for event in events(home)[0] if event["kind"] == "noted"]
    assert notes == [
        ("loket", "Satu."),
        ("loket", "Dua."),
        ("ruang-kepala", "Tiga."),
        ("selesai-bersih", "Empat."),
    ]
    assert ran.out.count(KEPT) == 4


@pytest.mark.parametrize("text", ["\x1b[31mmerah\x07", "[/]", "日本", "a\u202eb", "K.", "'\"\\", "%s {x}"])
def test_whatever_is_written_is_kept_as_it_was(text: str, home: Path, case_file: Writer) -> None:
    """And shown, after a cut, so that it can only be read."""
    words = ("play", str(case_file()))
    closing(home, case_file, "", "", text)

    ran = sitting(home, "", "", "", words=words)

    assert written(home) == [("say", text)]
    assert "Tulisan Anda: " in ran.out
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


def test_a_very_long_text_is_cut_and_that_is_said(home: Path, case_file: Writer) -> None:
    """Of 4 000 characters 2 000 are kept."""
    ran = closing(home, case_file, "", "", "é" * 4000)

    assert "Tulisan itu panjang; yang diambil 2000 karakter pertama." in flat(ran)
    assert written(home) == [("say", "é" * 2000)]


@pytest.mark.parametrize("at", range(1, 5))
def test_leaving_while_writing_is_possible_and_closes_the_play(
    at: int, home: Path, case_file: Writer
) -> None:
    """K alone is no sentence; who leaves after the scores has seen them, and is not asked again."""
    ran = closing(home, case_file, "", *("", "", "", "")[:at], "k")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nAnda keluar dari permainan. Sampai jumpa lagi.\n")
    assert written(home) == []
    assert places(home) == []


def test_leaving_at_the_ending_keeps_the_scores_for_later(home: Path, case_file: Writer) -> None:
    """Who leaves before the scores can come back to them."""
    ran = closing(home, case_file, "k")

    assert "lain kali Anda dapat melanjutkan dari sini." in flat(ran)
    assert places(home) == ["Map di Meja"]


@pytest.mark.parametrize("at", [2, 4, 5])
def test_help_while_writing_tells_what_can_be_typed(at: int, home: Path, case_file: Writer) -> None:
    """A question mark alone is no sentence; the prompt comes again."""
    ran = closing(home, case_file, *("",) * at, "?", "Kata.")

    assert "lanjut tanpa menulis" in ran.out
    assert [text for _question, text in written(home)] == ["Kata."]


def test_going_back_from_an_ending_and_coming_again_counts_once_more(home: Path, case_file: Writer) -> None:
    """The ending stays met, the step back is counted on the scorecard and when it is made."""
    ran = closing(home, case_file, "m", "a", "", "", "", "m", "a", "", "", "")

    assert kinds(home) == [["chose", "chose", "ended", "undid", "chose", "ended", "undid", "chose", "ended"]]
    assert "1 dari 2 akhir sudah Anda temui." in ran.out
    assert ran.out.count("Anda mundur 1 kali.") == 2
    assert ran.out.count("Anda mundur 2 kali.") == 2


def test_a_step_back_forgets_no_answer_but_asks_again(home: Path, case_file: Writer) -> None:
    """What was written about another ending is not taken for an answer about this one."""
    words = ("play", str(case_file()))
    closing(home, case_file, "", "", "Pertama.")

    sitting(home, "", "m", "a", "", "", "", "", "Kedua.", words=words)

    assert written(home) == [("say", "Pertama."), ("say", "Kedua.")]


def test_the_reasons_come_at_the_end_if_that_is_wished(home: Path, case_file: Writer) -> None:
    """--feedback end: no review along the way, outcomes as ever, then every decision with its why."""
    ran = closing(home, case_file, "", more=("--feedback", "end"))
    story, _ending, rest = ran.out.partition("(Akhir: ")

    assert "Pak Darto menarik amplopnya, malu." in story
    assert "Ulasan: " not in story
    assert rest.count("Ulasan: ") == 2
    assert rest.index("Keputusan 1") < rest.index("Keputusan 2") < rest.index("Lima asas")
    assert "\n  Enter: lanjut · M: mundur \nKeputusan 1\n" in ran.out


def test_without_reasons_what_happens_is_told_all_the_same(home: Path, case_file: Writer) -> None:
    """--feedback never: outcomes and scores, no review; H still shows the law."""
    ran = closing(home, case_file, "h", "", more=("--feedback", "never"))

    assert "Pak Darto menarik amplopnya, malu." in ran.out
    assert "Ia mendengarkan sampai selesai." in ran.out
    assert "Ulasan: " not in ran.out
    assert "Lima asas" in ran.out


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("1", "5"), {"scene": "loket", "view": "should", "sure": "5"}),
        (("2", "1"), {"scene": "loket", "view": "would", "sure": "1"}),
        (("2", ""), {"scene": "loket", "view": "would", "sure": ""}),
        (("x", "3", "1", "0", "6", "yakin", "4"), {"scene": "loket", "view": "should", "sure": "4"}),
        (("",), None),
    ],
)
def test_a_reflection_is_kept_before_the_outcome_is_told(
    lines: tuple[str, ...], kept: dict[str, str] | None, home: Path, case_file: Writer
) -> None:
    """Should or would, and how sure; what is neither is asked for again; Enter skips."""
    words = ("play", str(case_file()), "--reflect")
    ran = sitting(home, PRIVATE, "", "a", "", *lines, words=words)

    asked = flat(ran).index("Ini yang seharusnya (1)")
    assert asked < flat(ran).index("Pak Darto menarik amplopnya")
    assert ran.out.count("Ketik salah satu dari") == max(0, len(lines) - 2)
    assert events(home)[0][1:] == ([] if kept is None else [{"kind": "reflected", **kept}])


def test_leaving_at_a_reflection_takes_no_step(home: Path, case_file: Writer) -> None:
    """The choice counts once its outcome is shown."""
    words = ("play", str(case_file()), "--reflect")
    sitting(home, PRIVATE, "", "a", "", "k", words=words)

    assert kinds(home) == [[]]


def test_the_twin_is_named_by_its_title_if_it_is_there(home: Path, case_file: Writer) -> None:
    """A title says more than an id; an id that leads nowhere is still told."""
    missing = closing(home, case_file, *("",) * 6)
    file = case_file(("twin: kotak-di-pos", "twin: sepupu-di-meja-izin"))
    found = sitting(home, *TO_THE_END, *("",) * 6, words=("play", str(file)))

    assert "dalam suasana lain: etika-sim play kotak-di-pos" in flat(missing)
    assert "suasana lain: Sepupu di Meja Izin (etika-sim play sepupu-di-meja-izin)" in flat(found)


def test_a_case_without_a_line_to_say_goes_on_to_the_commitment(home: Path, case_file: Writer) -> None:
    """What a case does not have is not announced."""
    bare = case_file(('        say: "Terima kasih, Pak. Layanan ini gratis."\n', ""))

    ran = sitting(home, PRIVATE, *TO_THE_END, "", "", "Mencatat.", "", words=("play", str(bare)))

    assert ran.out.endswith(FAREWELL)
    assert written(home) == [("committed", "Mencatat.")]
    assert "Ucapkan\n" not in ran.out


def test_json_without_choices_says_what_it_needs() -> None:
    """In a terminal, too: --json belongs to a scripted play."""
    for terminal in (True, False):
        ran = program("play", "amplop-di-loket", "--json", terminal=terminal)

        assert (ran.status, ran.out) == (2, "")
        assert ran.err == ("--json menuliskan hasil permainan. Sebutkan pilihannya: --choices nama,nama,…\n")


def test_a_fault_of_the_case_does_not_swallow_what_came_before(case_file: Writer) -> None:
    """A scripted play that leads nowhere is written out as far as it came, and then the fault is said."""
    file = str(case_file(("- {scene: sore-hari}", "- {if: tekanan > 2, scene: sore-hari}")))

    ran = program("play", file, "--choices", "simpan,diam")
    data = program("play", file, "--choices", "simpan,diam", "--json")

    assert (ran.status, data.status) == (1, 1)
    assert "Amplop itu masuk ke laci Anda." in ran.out
    assert ran.out.rstrip().endswith("B. Diam dan menunggu ditanya.")
    assert ran.err.splitlines()[-1].startswith("Ada cacat dalam kasus ini: dari ruang-kepala")
    assert '"complete": false' in data.out
