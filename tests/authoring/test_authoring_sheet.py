"""A filled-in sheet becomes a case; what could not be read is told by its row."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from etika_sim.authoring.blank import blank_sheet
from etika_sim.authoring.columns import COLUMNS
from etika_sim.authoring.rows import Complaint
from etika_sim.authoring.sheet import Imported, imported
from etika_sim.authoring.table import NoTable
from etika_sim.authoring.writer import written
from etika_sim.checks.validate import Cited, check_case
from etika_sim.language.diagnostic import Diagnostic

HEAD = ";".join(COLUMNS)
WHOLE = """\
#judul;Kursi
#modul;4
#ringkasan;Sebuah kursi.
#anda;Dewi
#kumpulkan;Apa?
#telaah;Mengapa?
#rangkum;Lalu?
"""
CASE = f"""\
{HEAD}
{WHOLE}Loket;Ramai.;Apa?;Menolak;1;2;;;0;Ia pergi.;Urutan terjaga.;Sore
;;;Menerima;-2;−1;+1;"0,0";-;Ia senang.;Urutan rusak.;akhir-buruk
Sore;Sepi.;;;;;;;;;;Tamat
Tamat;Selesai.;;;;;;;;;;akhir: menjadi teladan
akhir-buruk;Rusak.;;;;;;;;;;Akhir: meninggalkan masalah
"""


def sheet(text: str, **more: Any) -> Imported:
    """What a sheet of that text tells."""
    return imported(text.encode(), "kasus", **more)


def told(text: str) -> list[tuple[int, str]]:
    """Rows and reasons of what could not be read."""
    return [(one.row, one.reason) for one in sheet(text).complaints]


def findings(data: dict[str, Any]) -> tuple[Diagnostic, ...]:
    """What the check finds in the case when it is written."""
    return check_case(written(data).encode(), "kasus", "kasus.yaml", Cited(None, None)).findings


def test_a_whole_sheet_becomes_a_case_without_a_word() -> None:
    """Scenes by their names, choices by their first words; a passage, two endings; nothing to complain."""
    made = sheet(CASE)

    assert made.complaints == ()
    assert findings(made.data) == ()
    assert made.data == {
        "format": 1,
        "title": "Kursi",
        "module": 4,
        "summary": "Sebuah kursi.",
        "you": "Dewi",
        "start": "loket",
        "scenes": {
            "loket": {
                "title": "Loket",
                "text": "Ramai.",
                "ask": "Apa?",
                "choices": {
                    "menolak": {
                        "text": "Menolak",
                        "scores": {"integrity": 1, "fairness": 2, "professionalism": 0},
                        "outcome": "Ia pergi.",
                        "review": "Urutan terjaga.",
                        "to": "sore",
                    },
                    "menerima": {
                        "text": "Menerima",
                        "scores": {"integrity": -2, "fairness": -1, "accountability": 1, "transparency": 0},
                        "outcome": "Ia senang.",
                        "review": "Urutan rusak.",
                        "to": "akhir-buruk",
                    },
                },
            },
            "sore": {"title": "Sore", "text": "Sepi.", "to": "tamat"},
            "tamat": {"ending": "exemplary", "title": "Tamat", "text": "Selesai."},
            "akhir-buruk": {"ending": "compromised", "title": "Akhir buruk", "text": "Rusak."},
        },
        "debrief": {"gather": ["Apa?"], "analyse": ["Mengapa?"], "summarise": ["Lalu?"]},
    }


def test_the_blank_sheet_imports_without_a_word() -> None:
    """Its example is a sound case; its remarks are passed over."""
    made = imported(blank_sheet(), "kursi")

    assert made.complaints == ()
    assert findings(made.data) == ()
    assert len(made.data["scenes"]["kursi-depan"]["choices"]) == 2


def test_no_cell_of_the_blank_sheet_can_start_a_formula() -> None:
    """Whatever opens it, every cell is a text; twelve columns, UTF-8 with its mark."""
    raw = blank_sheet()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r|%" and cell] == []


def test_what_excel_makes_of_a_sheet_is_the_same_case() -> None:
    """Windows line ends, a mark, a line for the sign, more empty columns and rows at the end."""
    excel = "sep=;\r\n" + CASE.replace("\n", ";;;\r\n") + ";;;;;;\r\n" * 30

    assert imported(b"\xef\xbb\xbf" + excel.encode(), "kasus").data == sheet(CASE).data


def test_the_title_and_the_module_of_the_line_go_before_those_of_the_sheet() -> None:
    """What was typed last is meant."""
    data = sheet(CASE, module=2, title="Lain").data

    assert (data["title"], data["module"]) == ("Lain", 2)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("Menolak;1", "Menolak;3", (9, "points", {"column": "KJ", "cell": "3"})),
        ("Menolak;1", "Menolak;satu", (9, "points", {"column": "KJ", "cell": "satu"})),
        ("Menolak;1", "Menolak;1,5", (9, "points", {"column": "KJ", "cell": "1,5"})),
        ("Menolak;1", "Menolak;#NAME?", (9, "formula", {"cell": "#NAME?"})),
        ("Ia pergi.;", ";", (9, "empty", {"column": "akibat"})),
        ("terjaga.;Sore", "terjaga.;", (9, "empty", {"column": "ke"})),
        ("terjaga.;Sore", "terjaga.;Soreh", (9, "unknown-scene", {"name": "soreh", "near": "sore"})),
        (";;;Menerima", "Loket;Sepi.;;Menerima", (10, "second-text", {"name": "loket", "column": "teks"})),
        ("#judul", "#judull", (2, "unknown-word", {"name": "#judull", "near": "#judul"})),
        ("akhir: menjadi teladan", "akhir: hebat", (12, "quality", {"cell": "akhir: hebat"})),
        ("akhir: menjadi teladan", "akhir", (12, "quality", {"cell": "akhir"})),
        ("Sore;Sepi.;;;;;;;;;;Tamat", "Sore;Sepi.", (11, "leads-nowhere", {"name": "sore"})),
        ("Sore;Sepi.;;", "Sore;Sepi.;Apa?;", (11, "lost-question", {"name": "sore"})),
        ("Tamat;Selesai.", "Tamat;", (12, "empty", {"column": "teks"})),
        ("adegan;", "adegan;warna", (1, "unknown-column", {"name": "warnateks", "near": "teks"})),
        ("#modul;4", "#modul;7", (0, "module", {"cell": "7"})),
        ("#anda;Dewi\n", "", (0, "filled-in", {"name": "#anda"})),
        ("Loket;Ramai.", ";Ramai.", (9, "no-scene", {})),
        ("Loket;Ramai.", "!!!;Ramai.", (9, "bad-scene", {"name": "!!!"})),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else None,
)
def test_what_could_not_be_read_is_told_with_its_row(
    old: str, new: str, complaint: tuple[int, str, dict[str, str]]
) -> None:
    """The row as a spreadsheet counts it, why, and what may have been meant; the rest is read."""
    assert old in CASE
    made = sheet(CASE.replace(old, new))

    assert Complaint(*complaint) in made.complaints
    assert made.data["scenes"]


def test_a_scene_that_decides_and_leads_on_is_told() -> None:
    """Its choices stay; whichever row comes first."""
    both = [
        CASE.replace("Sore;Sepi", "Loket;;;;;;;;;;;Tamat\nSore;Sepi"),
        CASE.replace("Loket;Ramai.;", "Loket;;;;;;;;;;;Tamat\nLoket;Ramai.;"),
    ]

    for text in both:
        assert "two-kinds" in [reason for _row, reason in told(text)]
        assert "to" not in sheet(text).data["scenes"]["loket"]


def test_a_scene_may_go_on_further_down_in_the_sheet() -> None:
    """Rows belong together by the name, not by where they stand; large and small letters are one."""
    apart = CASE.replace(";;;Menerima", "Sore;Sepi.;;;;;;;;;;Tamat\nLOKET;;;Menerima")

    assert list(
        sheet(apart.replace("Sore;Sepi.;;;;;;;;;;Tamat\nTamat", "Tamat")).data["scenes"]["loket"]["choices"]
    ) == [
        "menolak",
        "menerima",
    ]


def test_equal_choices_get_ids_of_their_own() -> None:
    """Two choices that begin alike are told apart by a number."""
    twice = CASE.replace(";;;Menerima", ";;;Menolak")

    assert list(sheet(twice).data["scenes"]["loket"]["choices"]) == ["menolak", "menolak-2"]


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-menolak", "@rekan", "=HYPERLINK(1)", "'=1+1"])
def test_what_looks_like_a_formula_is_a_text(text: str) -> None:
    """It is taken word for word; the mark that a spreadsheet puts before it goes."""
    made = sheet(CASE.replace("Menolak;", f"{text};"))
    choice = next(iter(made.data["scenes"]["loket"]["choices"].values()))

    assert choice["text"] == text.removeprefix("'")
    assert made.complaints == ()
    assert findings(made.data) == ()


def test_a_line_break_in_a_cell_parts_paragraphs_of_prose() -> None:
    """And is a blank in a sentence of one line."""
    made = sheet(CASE.replace("Ramai.", '"Ramai.\n\nPanas."').replace("Menolak;", '"Menolak\ntamu";'))
    scene = made.data["scenes"]["loket"]

    assert scene["text"] == "Ramai.\n\nPanas."
    assert scene["choices"]["menolak-tamu"]["text"] == "Menolak tamu"


def test_columns_may_stand_in_any_order_under_other_words() -> None:
    """Large letters, English, the names of the principles; a column that is not needed may be missing."""
    rows = [line.split(";") for line in CASE.strip().split("\n")]
    names = [
        "Scene",
        "Text",
        "Ask",
        "Choice",
        "Kejujuran",
        "fairness",
        "tj",
        "tr",
        "pf",
        "Outcome",
        "Review",
        "To",
    ]
    turned = [[*row, *[""] * (12 - len(row))][::-1] for row in [names, *rows[8:]]]
    text = "\n".join("\t".join(row) for row in turned)

    assert sheet(text).data["scenes"] == sheet(CASE).data["scenes"]


def test_more_columns_say_what_is_advised_what_is_a_red_line_and_the_law() -> None:
    """They may be added; anything but yes and no is told."""
    lines = CASE.split("\n")
    lines[0] += ";disarankan;garis merah;hukum"
    lines[8] += ";ya;;p-06F, G-01"
    lines[9] += ";mungkin;x;"
    made = sheet("\n".join(lines))
    first, second = made.data["scenes"]["loket"]["choices"].values()

    assert (first["recommended"], first["law"]) == (True, ["P-06f", "G-01"])
    assert second["red_line"] is True
    assert [(one.row, one.reason) for one in made.complaints] == [(10, "yes")]


def test_a_row_above_the_heads_does_no_harm() -> None:
    """The heads are found where they are."""
    assert sheet(f"Kasus kami\n\n{CASE}").data["scenes"] == sheet(CASE).data["scenes"]


@pytest.mark.parametrize("text", ["halo", "a;b;c\n1;2;3", "adegan;teks\nx;y", ";;;;", "nama;alamat;ke"])
def test_a_table_without_the_heads_is_refused(text: str) -> None:
    """Without a column for scene, choice and way on it is another sheet."""
    with pytest.raises(NoTable) as refused:
        sheet(text)

    assert refused.value.reason == "header"


def test_heads_alone_are_a_case_with_nothing_in_it() -> None:
    """The check tells what is missing; nothing breaks."""
    made = sheet(HEAD)

    assert made.data["scenes"] == {}
    assert findings(made.data) != ()


def test_complaints_come_in_the_order_of_the_rows_and_those_about_the_whole_last() -> None:
    """So that an author goes down the sheet once."""
    rows = [
        row
        for row, _reason in told(
            CASE.replace("#anda;Dewi\n", "").replace("terjaga.;Sore", "x;z").replace(";1;", ";9;")
        )
    ]

    assert rows == [*sorted(row for row in rows if row), *[0] * rows.count(0)]
    assert rows[-1] == 0
