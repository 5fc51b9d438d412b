"""The bytes of a table that a spreadsheet wrote -> rows of cells, whatever its habits are.

Understood: comma, semicolon or tab; UTF-8 with or without its mark, UTF-16 with one, Windows-1252;
line breaks inside quotation marks; a first line `sep=;`; empty cells at the end of rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import NamedTuple

LARGEST_TABLE = 4 * 1024 * 1024
"""Bytes; a sheet of a thousand choices has a tenth of it."""
MOST_ROWS, MOST_CELLS = 20_000, 64
_SEPARATORS = ";,\t"
_BOOKS = {b"PK\x03\x04": "workbook", b"\xd0\xcf\x11\xe0": "workbook", b"%PDF": "pdf"}


class NoTable(Exception):
    """Bytes that hold no table.

    `reason`: "large", "workbook", "pdf", "empty", "binary", "encoding", "rows" or "header".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Table(NamedTuple):
    """Rows of cells as a spreadsheet numbers them, from 1; `open_quote`: where quoting goes wrong."""

    rows: tuple[tuple[str, ...], ...]
    open_quote: int | None = None


def table(raw: bytes, fits: Callable[[tuple[tuple[str, ...], ...]], int]) -> Table:
    """The rows of a table, parted at the sign that `fits` values most highly. Raises NoTable."""
    text = _text(raw)
    if text[:4].lower() == "sep=" and text[4:5] and text[5:6] in ("\n", ""):
        return _rows(text[6:], text[4])
    return max((_rows(text, sign) for sign in _SEPARATORS), key=lambda found: fits(found.rows))


def _text(raw: bytes) -> str:
    if len(raw) > LARGEST_TABLE:
        raise NoTable("large")
    for head, reason in _BOOKS.items():
        if raw.startswith(head):
            raise NoTable(reason)
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise NoTable("binary")
    if not text.strip():
        raise NoTable("empty")
    return text


def _decoded(raw: bytes) -> str:
    """The characters: by their mark, else UTF-8 if the bytes are that, else Windows-1252."""
    ways = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in ways:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTable("encoding")


def _rows(text: str, sign: str) -> Table:
    try:
        return Table(_parted(text, sign, strict=True))
    except csv.Error:
        pass
    try:
        rows = _parted(text, sign, strict=False)
    except csv.Error:  # a cell too long for any sheet
        raise NoTable("binary") from None
    longest = max(range(len(rows)), key=lambda n: sum(cell.count("\n") for cell in rows[n]))
    return Table(rows, longest + 1)


def _parted(text: str, sign: str, *, strict: bool) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=strict):
        if len(rows) == MOST_ROWS:
            raise NoTable("rows")
        rows.append(tuple(cell.strip() for cell in row[:MOST_CELLS]))
    return tuple(rows)
