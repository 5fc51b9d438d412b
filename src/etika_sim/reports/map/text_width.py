"""Text metrics without the font: estimated widths, and text broken into lines.

The widths are those of common sans-serif fonts, rounded up, in shares of the font size.
"""

from __future__ import annotations

import re

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}- \"")
_WIDE = frozenset("mwMWQOGD@%&")
_PIECE = re.compile(r"[^\s-]+-?|-")


def width(text: str, size: float) -> float:
    """About how many pixels a text takes in a font of that size."""
    return size * sum(_share(character) for character in text)


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.88
    if ord(character) > 0x2E80:  # CJK and other full-width signs
        return 1.05
    return 0.7 if character.isupper() else 0.6


def lines(text: str, size: float, most: float, count: int) -> list[str]:
    """A text in at most `count` lines of at most `most` pixels; what does not fit ends in an ellipsis."""
    found: list[str] = []
    begun = ""
    rest = _PIECE.findall(" ".join(text.split()))
    glued = False
    for piece in rest:
        joined = begun + piece if glued or not begun else f"{begun} {piece}"
        if begun and width(joined, size) > most:
            found.append(begun)
            joined = piece
        begun = joined
        glued = piece.endswith("-")
    found = [*found, begun] if begun else found
    kept = found[:count]
    if len(found) > count:
        kept[-1] += "…"
    return [_cut(line, size, most) for line in kept]


def _cut(line: str, size: float, most: float) -> str:
    if width(line, size) <= most:
        return line
    while line and width(f"{line}…", size) > most:
        line = line[:-1]
    return f"{line}…"
