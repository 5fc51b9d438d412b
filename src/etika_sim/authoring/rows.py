"""The rows of a sheet, read top to bottom: scenes with their choices, words about the case, complaints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.authoring import cells, columns
from etika_sim.authoring.naming import free, id_of
from etika_sim.authoring.table import Table
from etika_sim.language.suggest import closest
from etika_sim.model import PRINCIPLES

LONGEST_CHOICE_ID = 30
MOST_GUESSES = 100

Row = Mapping[str, str]
"""The cells of a row under their columns."""


class Complaint(NamedTuple):
    """Something that could not be read: the row (0: the whole sheet), why, and its facts."""

    row: int
    reason: str
    facts: Mapping[str, str]


class Reading:
    """The rows of one sheet as they are read, top to bottom."""

    def __init__(self, found: Table, head: int) -> None:
        self.complaints: list[Complaint] = []
        self.scenes: dict[str, dict[str, Any]] = {}
        self.words: dict[str, list[str]] = {}
        self.targets: list[tuple[int, str]] = []
        self.rows: dict[str, int] = {}
        self.scene = ""
        self.columns = self._head(head + 1, found.rows[head])
        if found.open_quote is not None:
            self.complain(found.open_quote, "open-quote")
        for n, row in enumerate(found.rows, 1):
            told = n > head + 1 or any(cell.startswith(columns.MARK) for cell in row[:1])
            if any(row) and n != head + 1 and told:
                self._row(n, row)

    def complain(self, row: int, reason: str, **facts: str) -> None:
        """Remember what could not be read."""
        self.complaints.append(Complaint(row, reason, facts))

    def near(self, word: str, words: Iterable[str]) -> str:
        """What may have been meant, if it is near; nobody reads the thousandth of such guesses."""
        return closest(word, words) or "" if len(self.complaints) < MOST_GUESSES else ""

    def _head(self, n: int, row: tuple[str, ...]) -> dict[str, int]:
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            column = columns.column(cell)
            if column is None and cell:
                near = columns.column_near(cell) or ""
                self.complain(n, "unknown-column", name=cell, near=near if near not in places else "")
            elif column is not None and places.setdefault(column, place) != place:
                self.complain(n, "column-twice", name=cell)
        return places

    def _row(self, n: int, row: tuple[str, ...]) -> None:
        place = self.columns[columns.SCENE]
        first = row[place] if place < len(row) else ""
        mistaken = [cell for cell in row if cell.upper() in cells.MISTAKES]
        for cell in dict.fromkeys(mistaken):
            self.complain(n, "formula", cell=cell)
        if first in mistaken:
            return
        if first.startswith(columns.MARK):
            self._words(n, first, [cell for k, cell in enumerate(row) if k != place and cell])
            return
        known = ((name, row[k]) for name, k in self.columns.items() if k < len(row))
        found = {name: cells.prose(cell) for name, cell in known if cell not in mistaken}
        if self._enter(n, found.get(columns.SCENE, "")):
            self._told(n, found)

    def _words(self, n: int, first: str, values: list[str]) -> None:
        """A row about the case as a whole, or a remark."""
        word = first.strip("#: ").lower()
        if word in columns.WORDS and values:
            self.words.setdefault(word, []).append(cells.line(cells.prose(values[0])))
        elif word not in columns.WORDS and (near := self.near(word, columns.WORDS)):
            self.complain(n, "unknown-word", name=first, near=f"{columns.MARK}{near}")

    def _enter(self, n: int, name: str) -> bool:
        """Go to the scene of a row; whether there is one."""
        if name:
            self.scene = id_of(name)
            if not self.scene:
                self.complain(n, "bad-scene", name=cells.line(name))
            elif self.scene not in self.scenes:
                self.scenes[self.scene] = {} if name == self.scene else {"title": cells.line(name)}
                self.rows[self.scene] = n
        elif not self.scene:
            self.complain(n, "no-scene")
        return bool(self.scene)

    def _told(self, n: int, found: Row) -> None:
        """What a row tells about its scene: texts, and a choice, a way on or an ending."""
        self._keep(n, "text", found.get(columns.TEXT, ""))
        self._keep(n, "ask", cells.line(found.get(columns.ASK, "")))
        to, scene = found.get(columns.TO, ""), self.scenes[self.scene]
        ends, quality = columns.ending_of(to)
        if found.get(columns.CHOICE):
            if "to" in scene or "ending" in scene:
                self.complain(n, "two-kinds", name=self.scene)
            self._choice(n, found)
        elif to and ("choices" in scene or "to" in scene or "ending" in scene):
            self.complain(n, "two-kinds" if "choices" in scene else "twice-on", name=self.scene)
        elif ends:
            scene["ending"] = quality
            if not quality:
                self.complain(n, "quality", cell=to)
        elif to:
            scene["to"] = self._target(n, to)

    def _keep(self, n: int, key: str, text: str) -> None:
        """The first text of a scene stays; another one is told."""
        if text and self.scenes[self.scene].setdefault(key, text) != text:
            self.complain(
                n, "second-text", name=self.scene, column=columns.TEXT if key == "text" else columns.ASK
            )

    def _choice(self, n: int, found: Row) -> None:
        choices = self.scenes[self.scene].setdefault("choices", {})
        text = cells.line(found[columns.CHOICE])
        name = free(id_of(text, LONGEST_CHOICE_ID) or "pilihan", choices)
        choice: dict[str, Any] = {"text": text, "scores": self._scores(n, found)}
        for column, key in ((columns.RECOMMENDED, "recommended"), (columns.RED_LINE, "red_line")):
            if self._yes(n, column, found.get(column, "")):
                choice[key] = True
        for column, key in ((columns.OUTCOME, "outcome"), (columns.REVIEW, "review")):
            if found.get(column):
                choice[key] = found[column]
            else:
                self.complain(n, "empty", column=column)
        if laws := cells.ids(found.get(columns.LAW, "")):
            choice["law"] = laws
        if found.get(columns.TO):
            choice["to"] = self._target(n, found[columns.TO])
        else:
            self.complain(n, "empty", column=columns.TO)
        choices[name] = choice

    def _scores(self, n: int, found: Row) -> dict[str, int]:
        scores = {}
        for principle, code in zip(PRINCIPLES, columns.CODES, strict=True):
            try:
                points = cells.points(found.get(code, ""))
            except cells.NotUnderstood:
                self.complain(n, "points", column=code, cell=found[code])
                continue
            if points is not None:
                scores[principle.value] = points
        return scores

    def _yes(self, n: int, column: str, cell: str) -> bool:
        try:
            return cells.yes(cell)
        except cells.NotUnderstood:
            self.complain(n, "yes", column=column, cell=cell)
            return False

    def _target(self, n: int, cell: str) -> str:
        name = id_of(cell) or cells.line(cell)
        self.targets.append((n, name))
        return name
