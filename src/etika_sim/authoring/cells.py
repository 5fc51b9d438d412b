"""What a single cell of a sheet says: prose, points, a yes, ids of laws."""

from __future__ import annotations

from etika_sim.authoring.writer import readable

MISTAKES = frozenset({"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!"})
"""What a spreadsheet writes where it took a text for a formula."""

_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", ",": "."})
_POINTS = frozenset({"-2", "-1", "0", "1", "2", "+1", "+2", "-0", "+0"})
_YES = frozenset({"ya", "y", "x", "v", "1", "true", "benar", "yes"})
_NO = frozenset({"", "tidak", "0", "false", "no", "-"})


class NotUnderstood(ValueError):
    """A cell that does not say what its column asks for."""


def prose(cell: str) -> str:
    """A cell as prose: a line break parts paragraphs; the mark by which a spreadsheet keeps a text goes."""
    if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@"):
        cell = cell[1:]
    lines = (line.strip() for line in readable(cell).split("\n"))
    return "\n\n".join(line for line in lines if line)


def line(text: str) -> str:
    """A text brought on one line."""
    return " ".join(text.split())


def points(cell: str) -> int | None:
    """Points from -2 to 2, however the minus is written; None for an empty cell. Raises NotUnderstood."""
    plain = cell.translate(_MINUS).replace(" ", "").removesuffix(".0")
    if plain in ("", "-"):
        return None
    if plain not in _POINTS:
        raise NotUnderstood(cell)
    return int(plain)


def yes(cell: str) -> bool:
    """Whether the cell says yes. Raises NotUnderstood if it says neither yes nor no."""
    if cell.lower() not in _YES | _NO:
        raise NotUnderstood(cell)
    return cell.lower() in _YES


def ids(cell: str) -> list[str]:
    """The ids of a register in a cell, with blanks, commas or semicolons between them."""
    words = cell.replace(",", " ").replace(";", " ").upper().split()
    return [word[:-1] + word[-1].lower() if word[-2:-1].isdigit() else word for word in words]
