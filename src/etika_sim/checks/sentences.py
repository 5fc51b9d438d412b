"""Words and sentences of Indonesian prose: how many words a text has, and where its sentences are.

A word is what stands between blanks and holds a letter or a digit: `rekan-rekan` and `Rp1.400.000`
are one. A sentence ends at `.`, `!`, `?` or an ellipsis, closing quotation marks included, when a
capital letter or a digit follows; and at the end of a paragraph. What is said in quotation marks is
counted like everything else, for it is read with the same breath.
"""

from __future__ import annotations

import re

Span = tuple[int, int]
"""Where a sentence begins and ends in its text."""

_BEFORE_NAMES = "bp bpk dr dra drs h hj ir kab kec kel mis ny prof sdr sdri st tn yth"
_BEFORE_NUMBERS = "hlm jl jln lih no pkl rp tel telp tgl"
ABBREVIATIONS = frozenset(f"{_BEFORE_NAMES} {_BEFORE_NUMBERS}".split())
"""Words that carry a full stop and are followed by a name or a number; `dll.` and its like may end."""

_BREAK = re.compile(
    r"[.!?…\n](?:(?<=\n)[ \n]*\n"  # the end of a paragraph
    r"|(?<![.!?…][.!?…])(?<!\n)[.!?…]*+[\"'”’»)\]*]*+"  # marks that may end a sentence, what closes with them
    r"(?=[ \n]++[\"'“‘«(\[*]*+[A-Z0-9À-ÖØ-Þ]))"
)
"""Begins with the few characters that matter, so that all others are passed over fast."""

_SURE = re.compile(
    r"[.!?…](?:(?<=[a-z]{4}\.)(?<!sdri\.|prof\.|telp\.)|(?<=[!?…]))[\"'”’»)\]*]*+"
    r"[ \n]++(?=[\"'“‘«(\[*]*+[A-Z0-9À-ÖØ-Þ])"
)
"""Ends of sentences that are no abbreviation's for sure: four letters and more stand before them."""

_OPENING = "\"'“‘«([*"
_LONGEST_ABBREVIATION, _LONGEST_OF_DEGREE = 24, 3


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for word in text.split() if word.isalnum() or any(map(str.isalnum, word)))


def may_exceed(text: str, words: int) -> bool:
    """Whether a text can have more than so many words; told from its blanks alone, in no time."""
    return text.count(" ") + text.count("\n") >= words


def has_long_stretch(text: str, words: int) -> bool:
    """Whether some sentence of a text can have more than so many words; told without counting any."""
    return may_exceed(text, words) and any(may_exceed(part, words) for part in _SURE.split(text))


def sentences(text: str) -> list[Span]:
    """Where the sentences of a text are, the blanks between them left out."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        at, end = match.span()
        if end - at > 1 or text[at] != "." or not _is_abbreviated(text, start, at):
            found.append((start, at if text[at] == "\n" else end))
            start = end
    found.append((start, len(text)))
    return [_trimmed(text, first, last) for first, last in found if text[first:last].strip()]


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial, or a degree such as `S.H.`"""
    start = max(start, stop - _LONGEST_ABBREVIATION)
    blank = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop), start - 1)
    word = text[blank + 1 : stop].lstrip(_OPENING)
    if "." in word:
        return all(part.isalpha() and len(part) <= _LONGEST_OF_DEGREE for part in word.split("."))
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
