"""A piece of a program's data, taken out by what it must be: a string, a number in a range, a list."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any


class BadProgram(ValueError):
    """Data that are no program, or one of a newer format; the message is a sentence that says where."""


class Piece:
    """A piece of the data, and the path to it. What is not as it is asked for raises BadProgram."""

    def __init__(self, data: Any, path: str) -> None:
        self.data, self.path = data, path

    def wrong(self) -> BadProgram:
        """What to raise."""
        return BadProgram(f"This compiled case is damaged at {self.path[1:]!a}: compile the case again.")

    def _is(self, kind: type) -> Any:
        if type(self.data) is not kind:
            raise self.wrong()
        return self.data

    def __getitem__(self, key: str) -> Piece:
        return Piece(self._is(dict).get(key), f"{self.path}.{key}")

    def pairs(self) -> dict[str, Piece]:
        """The pieces of an object by their names."""
        return {str(key): self[key] for key in self._is(dict)}

    def items(self, count: int | None = None) -> list[Piece]:
        """The pieces of a list, of so many if that is said."""
        if count not in (None, len(self._is(list))):
            raise self.wrong()
        return [Piece(one, f"{self.path}.{n}") for n, one in enumerate(self.data)]

    def text(self) -> str:
        """A string."""
        return str(self._is(str))

    def truth(self) -> bool:
        """True or false."""
        return bool(self._is(bool))

    def whole(self, low: float = -math.inf, high: float = math.inf) -> int:
        """A whole number in a range."""
        if not low <= self._is(int) <= high:
            raise self.wrong()
        return int(self.data)

    def one_of(self, words: Collection[str]) -> str:
        """One of some strings."""
        if self.text() not in words:
            raise self.wrong()
        return self.text()
