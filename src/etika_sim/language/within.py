"""Where in the lines of a file something stands that was found in a text of several lines.

Reading evens out the blanks and breaks of such a text and nothing else, so its words are counted:
the tenth word of the text is the tenth word of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from etika_sim.language.diagnostic import Place
from etika_sim.language.tree import evened

_WORD = re.compile(r"\S+")


def within(event: Any, lines: Sequence[str], start: int, length: int) -> Place | None:
    """The place of `length` characters from `start` in the text of a YAML event; to the end of the line.

    None where the lines do not read as the text does, as with escapes between quotation marks.
    """
    value = evened(event.value, event.style)
    word = next((match for match in _WORD.finditer(value) if match.end() > start), None)
    if word is None:
        return None
    left = len(value[: word.start()].split())
    first, column = event.start_mark.line, event.start_mark.column
    if event.style in ("|", ">"):
        first, column = first + 1, 0
    elif event.style in ("'", '"'):
        column += 1
    for number in range(first, min(event.end_mark.line + 1, len(lines))):
        found = list(_WORD.finditer(lines[number], column if number == first else 0))
        if left < len(found):
            return _in_line(number, lines[number], found[left], word, start, length)
        left -= len(found)
    return None


def _in_line(
    number: int, line: str, found: re.Match[str], word: re.Match[str], start: int, length: int
) -> Place | None:
    if not found[0].startswith(word[0]):
        return None
    column = found.start() + max(start - word.start(), 0)
    return Place(number + 1, column + 1, max(1, min(length, len(line.rstrip()) - column)))
