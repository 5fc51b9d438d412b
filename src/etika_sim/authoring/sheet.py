"""A filled-in sheet -> the data of a case, and what in it could not be read, row by row.

One row is one choice; an empty cell of the scene means the scene above. A row without a choice
leads on (a passage) if its last cell names a scene, and ends the story if that says `akhir: …`.
A row whose first cell begins with `#` holds a word about the case, or a remark.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from etika_sim.authoring import columns
from etika_sim.authoring.rows import Complaint, Reading
from etika_sim.authoring.table import NoTable, table

USUAL_ASK = "Apa yang Anda lakukan?"
_HEAD_ROWS = 30
_FILLED = {
    columns.SUMMARY: "Tulis di sini ringkasan kasus, satu atau dua kalimat.",
    columns.YOU: "Tulis di sini siapa peserta dalam cerita ini",
    columns.GATHER: "Apa yang terjadi?",
    columns.ANALYSE: "Mengapa begitu, dan apa yang membuatnya sulit?",
    columns.SUMMARISE: "Apa yang akan Anda lakukan besok?",
}
"""What stands in for words about the case that the sheet leaves out."""


class Imported(NamedTuple):
    """The data of a case made of a sheet, and what could not be read, in the order of the rows."""

    data: dict[str, Any]
    complaints: tuple[Complaint, ...]


def imported(raw: bytes, case: str, module: int | None = None, title: str = "") -> Imported:
    """The case that the bytes of a sheet tell; what is named here goes before the sheet. Raises NoTable."""
    found = table(raw, _fit)
    at = max(range(min(len(found.rows), _HEAD_ROWS)), key=lambda n: _known(found.rows[n]))
    if not set(columns.NEEDED) <= {columns.column(cell) for cell in found.rows[at]}:
        raise NoTable("header")
    reading = Reading(found, at)
    _close(reading)
    data = _case(reading, case, module, title)
    return Imported(data, tuple(sorted(reading.complaints, key=lambda one: (one.row == 0, one.row))))


def _fit(rows: tuple[tuple[str, ...], ...]) -> int:
    return max((_known(row) for row in rows[:_HEAD_ROWS]), default=0)


def _known(row: tuple[str, ...]) -> int:
    return len({columns.column(cell) for cell in row} - {None})


def _case(reading: Reading, case: str, module: int | None, title: str) -> dict[str, Any]:
    """All that was read, as the data of a case."""
    scenes, words = reading.scenes, reading.words
    data: dict[str, Any] = {
        "format": 1,
        "title": title or _word(reading, columns.TITLE, case.replace("-", " ").capitalize()),
        "module": module or _module(reading),
        "summary": _word(reading, columns.SUMMARY),
        "you": _word(reading, columns.YOU),
        **({"authors": words[columns.AUTHOR]} if columns.AUTHOR in words else {}),
        "start": next((name for name, scene in scenes.items() if "ending" not in scene), ""),
        "scenes": {name: _ordered(scene) for name, scene in scenes.items()},
    }
    parts = {"gather": columns.GATHER, "analyse": columns.ANALYSE, "summarise": columns.SUMMARISE}
    data["debrief"] = {key: words.get(word) or [_word(reading, word)] for key, word in parts.items()}
    return data


def _close(reading: Reading) -> None:
    """What can only be said when all rows are read."""
    for n, name in reading.targets:
        if name not in reading.scenes:
            near = reading.near(name, reading.scenes)
            reading.complain(n, "unknown-scene", name=name, near=near)
    for name, scene in reading.scenes.items():
        n = reading.rows[name]
        if "choices" in scene:
            scene.setdefault("ask", USUAL_ASK)
            scene.pop("to", None)
            scene.pop("ending", None)
        elif scene.pop("ask", None):
            reading.complain(n, "lost-question", name=name)
        if "ending" in scene:
            scene.setdefault("title", name.replace("-", " ").capitalize())
        elif "choices" not in scene and "to" not in scene:
            reading.complain(n, "leads-nowhere", name=name)
        if "text" not in scene:
            reading.complain(n, "empty", column=columns.TEXT)


def _word(reading: Reading, word: str, otherwise: str = "") -> str:
    """A word about the case; if the sheet has none, something in its place, and a complaint."""
    if word in reading.words:
        return reading.words[word][0]
    reading.complain(0, "filled-in", name=f"{columns.MARK}{word}")
    return otherwise or _FILLED[word]


def _module(reading: Reading) -> int:
    word = _word(reading, columns.MODULE, "1")
    if word in ("1", "2", "3", "4", "5", "6"):
        return int(word)
    reading.complain(0, "module", cell=word)
    return 1


def _ordered(scene: Mapping[str, Any]) -> dict[str, Any]:
    order = ("ending", "title", "text", "ask", "choices", "to")
    return {key: scene[key] for key in order if scene.get(key) not in (None, "")}
