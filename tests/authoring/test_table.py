"""Bytes that spreadsheets write, read as rows."""

from __future__ import annotations

import pytest

from etika_sim.authoring.table import LARGEST_TABLE, MOST_CELLS, MOST_ROWS, NoTable, Table, table

ROWS = (("adegan", "pilihan", "ke"), ("Loket", "Menolak; lalu, pergi", "Ruang\n\nkepala"))


def read(raw: bytes) -> Table:
    """The rows; the sign that gives most cells in the first row wins."""
    return table(raw, lambda rows: len(rows[0]) if rows else 0)


def lines(sign: str, end: str = "\r\n") -> str:
    """The rows as a spreadsheet with that sign writes them."""
    quoted = [[f'"{cell}"' if set(cell) & set(';,\t\n"') else cell for cell in row] for row in ROWS]
    return end.join(sign.join(row) for row in quoted) + end


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_signs_line_ends_and_encodings_make_no_difference(sign: str, end: str, encoding: str) -> None:
    """The same cells come out, whatever a spreadsheet writes; quoted line breaks stay in their cell."""
    assert read(lines(sign, end).encode(encoding)).rows == ROWS


def test_letters_of_windows_1252_are_read() -> None:
    """An old export keeps its accents and dashes."""
    assert read("a;b\né–“x”;y".encode("cp1252")).rows[1] == ("é–“x”", "y")


@pytest.mark.parametrize("head", ["sep=;", "SEP=;"])
def test_a_line_that_names_the_sign_is_no_row(head: str) -> None:
    """As Excel writes it; rows are counted as Excel shows them."""
    assert read(f"{head}\r\na;b\r\n".encode()).rows == (("a", "b"),)


def test_cells_lose_the_blanks_around_them_and_empty_ones_stay() -> None:
    """Trailing empty columns are empty cells, an empty line is an empty row."""
    assert read(b" a ;b;;\n\n;;;\nc;d;;\n").rows == (
        ("a", "b", "", ""),
        (),
        ("", "", "", ""),
        ("c", "d", "", ""),
    )


def test_a_quotation_out_of_place_is_told_and_the_rest_is_read() -> None:
    """Nothing stops; the row where it goes wrong is named."""
    found = read(b'a;b\n1;"x\n2;y\n')

    assert found.open_quote == 2
    assert found.rows[0] == ("a", "b")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\xd0\xcf\x11\xe0rest", "workbook"),
        (b"%PDF-1.7", "pdf"),
        (b"a;b\n\x00;c", "binary"),
        (b"a;\x81\x8d", "encoding"),
        (b"\xff\xfea", "encoding"),
        (b"a" * (LARGEST_TABLE + 1), "large"),
        (b"a;b\n" * (MOST_ROWS + 1), "rows"),
        (b"a;" + b"b" * 200_000, "binary"),
    ],
    ids=range(12),
)
def test_what_is_no_table_says_why(raw: bytes, reason: str) -> None:
    """Each kind of file that is handed in by mistake has its own sentence."""
    with pytest.raises(NoTable) as refused:
        read(raw)

    assert refused.value.reason == reason


def test_as_many_rows_and_cells_as_are_read() -> None:
    """At the limit a table is read; further columns are left out."""
    assert len(read(b"a;b\n" * MOST_ROWS).rows) == MOST_ROWS
    assert len(read(b";".join([b"a"] * 100)).rows[0]) == MOST_CELLS
