"""Text made safe, and split into paragraphs and emphasis.

Law: nothing an author, a participant or a phone sends reaches a screen without passing `safe`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1 (with U+0085)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the reading direction
    "\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"  # line separators, BOM, non-characters
)
"""Characters that can steer a terminal, turn text round, or are no characters at all."""

_BLANK_LINE = re.compile(r"\n[ \n]*\n")
_GAP = re.compile(r"[ \n]+")
"""Not every kind of space: one that must not break stays as it is."""

_EMPHASIS = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|\*(?=\S)([^*]+)(?<=\S)\*")
"""No star within, so that a text full of stars that pair with nothing takes no longer than another."""


class Span(NamedTuple):
    """A run of text in one voice: "" as it is, "em" emphasised, "strong" stressed."""

    text: str
    voice: str = ""


def escaped(text: str) -> str:
    """JSON text with what could steer a terminal written as escapes of JSON."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def safe(text: str) -> str:
    """The text with every unsafe character spelled out, so that it can only be read."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    return UNSAFE.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def safe_line(text: str) -> str:
    """The text made safe and brought on one line."""
    return " ".join(safe(text).split())


def paragraphs(text: str) -> list[str]:
    """Paragraphs of a safe text: a blank line parts them, a single break is a space."""
    return [_GAP.sub(" ", part).strip(" ") for part in _BLANK_LINE.split(safe(text)) if part.strip()]


def spans(paragraph: str) -> list[Span]:
    """A paragraph as runs: `**strong**` and `*emphasis*` where the stars touch their words."""
    runs: list[Span] = []
    end = 0
    for match in _EMPHASIS.finditer(paragraph):
        if match.start() > end:
            runs.append(Span(paragraph[end : match.start()]))
        strong, em = match.groups()
        runs.append(Span(strong, "strong") if strong is not None else Span(em, "em"))
        end = match.end()
    if end < len(paragraph):
        runs.append(Span(paragraph[end:]))
    return runs


def unmarked(paragraph: str) -> str:
    """A paragraph without its emphasis marks."""
    return "".join(span.text for span in spans(paragraph))
