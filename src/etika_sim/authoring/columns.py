"""The columns of a sheet: what stands at their heads, and the words that rows of their own begin with."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.language.suggest import closest
from etika_sim.model import PRINCIPLES

SCENE, TEXT, ASK, CHOICE = "adegan", "teks", "pertanyaan", "pilihan"
OUTCOME, REVIEW, TO = "akibat", "ulasan", "ke"
CODES = ("KJ", "KD", "TJ", "TR", "PF")
RECOMMENDED, RED_LINE, LAW = "disarankan", "garis merah", "hukum"

COLUMNS = (SCENE, TEXT, ASK, CHOICE, *CODES, OUTCOME, REVIEW, TO)
"""The columns of a blank sheet."""
MORE_COLUMNS = (RECOMMENDED, RED_LINE, LAW)
"""Columns that may stand in a sheet as well."""
NEEDED = (SCENE, CHOICE, TO)
"""Without these a row of words is no head of a sheet."""

_ALSO = {
    "scene": SCENE,
    "scenes": SCENE,
    "text": TEXT,
    "cerita": TEXT,
    "ask": ASK,
    "question": ASK,
    "choice": CHOICE,
    "choices": CHOICE,
    "outcome": OUTCOME,
    "dampak": OUTCOME,
    "konsekuensi": OUTCOME,
    "review": REVIEW,
    "umpan balik": REVIEW,
    "to": TO,
    "menuju": TO,
    "tujuan": TO,
    "recommended": RECOMMENDED,
    "saran": RECOMMENDED,
    "red line": RED_LINE,
    "law": LAW,
    "dasar hukum": LAW,
    "kejujuran": "KJ",
    "keadilan": "KD",
    "tanggung jawab": "TJ",
    "transparansi": "TR",
    "profesionalisme": "PF",
    **{principle.value: code for principle, code in zip(PRINCIPLES, CODES, strict=True)},
}
_KNOWN: Mapping[str, str] = {
    **_ALSO,
    **{column.lower(): column for column in (*COLUMNS, *MORE_COLUMNS)},
}

MARK = "#"
TITLE, MODULE, SUMMARY, YOU, AUTHOR = "judul", "modul", "ringkasan", "anda", "penulis"
GATHER, ANALYSE, SUMMARISE = "kumpulkan", "telaah", "rangkum"
WORDS = (TITLE, MODULE, SUMMARY, YOU, AUTHOR, GATHER, ANALYSE, SUMMARISE)
"""What may stand behind the mark at the beginning of a row, in the cell of the scene."""

ENDING_WORD = "akhir"
_QUALITIES = {
    "exemplary": ("menjadi teladan", "teladan", "exemplary"),
    "acceptable": ("dapat dipertanggungjawabkan", "dipertanggungjawabkan", "acceptable"),
    "compromised": ("meninggalkan masalah", "masalah", "compromised"),
    "violation": ("melewati garis merah", "garis merah", "violation"),
}


def column(head: str) -> str | None:
    """The column that a head means, whatever its case; None if none is called so."""
    return _KNOWN.get(" ".join(head.split()).lower())


def column_near(head: str) -> str | None:
    """The column that a head may have meant."""
    near = closest(" ".join(head.split()).lower(), _KNOWN)
    return None if near is None else _KNOWN[near]


def ending_of(cell: str) -> tuple[bool, str]:
    """Whether the cell of the next scene says that the story ends here, and the quality of the ending.

    `akhir: menjadi teladan` does, and `akhir` alone; the quality is empty if it is none of the four.
    """
    words = " ".join(cell.replace(":", " : ").replace("=", " : ").split()).lower()
    first, _, rest = words.partition(" ")
    rest = rest.removeprefix(": ")
    if first not in (ENDING_WORD, "ending"):
        return False, ""
    quality = next((quality for quality, names in _QUALITIES.items() if rest in names), "")
    return bool(quality) or " :" in words or not rest, quality
