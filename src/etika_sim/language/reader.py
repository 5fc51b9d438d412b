"""Bytes -> plain data, strictly.

Law: the reader types nothing. What comes out is made in `tree`; here are the bytes and characters
before it, and the findings when there is nothing to be made.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml

from etika_sim.language.diagnostic import Diagnostic, Findings, Place
from etika_sim.language.limits import DEEPEST, LARGEST
from etika_sim.language.tree import UNWANTED, TooDeep, Tree
from etika_sim.prose import UNSAFE

_HEAD = Place(1, 1)
_FIRST_BYTES = 64
_TOWER = "maximum nesting depth"
"""What the C parser says since 0.2.6 of a thousand levels, which it meets before it tells of the first."""

_PIECE = 1 << 14
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"


class Reading(NamedTuple):
    """What a file holds: its text, its data (None when it cannot be read), the findings."""

    text: str
    data: Any
    findings: Findings


class _Pieces:
    """A text as the C parser asks for it; of a whole one it would keep a copy."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def read(self, size: int = 1 << 14, /) -> str:
        self.at += size
        return self.text[self.at - size : self.at]


def parser_of(text: str) -> Any:
    """PyYAML's event source for the text: the C parser, or the slow one where that is missing."""
    return yaml.CSafeLoader(_Pieces(text)) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: it would walk the growing tree again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read(raw: bytes, largest: int = LARGEST) -> Reading:
    """The data of a file, or why it cannot be read; `largest` in bytes. Raises nothing of YAML's."""
    findings = Findings()
    text = _text(raw, largest, findings)
    if text is None:
        return Reading("", None, findings)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean, readable = _scan(text, findings)
    data = _data(clean, findings) if readable else None
    return Reading(text, data, findings)


def _text(raw: bytes, largest: int, findings: Findings) -> str | None:
    """The characters of a file; None where there are too many or the bytes are no UTF-8."""
    if len(raw) > largest:
        findings.add(_unreadable("too-large", limit=largest))
    elif _is_utf_16(raw):
        findings.add(_unreadable("utf-16"))
    else:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            findings.add(_bad_encoding(raw, error))
    return None


def _unreadable(reason: str, place: Place = _HEAD, **facts: Any) -> Diagnostic:
    return Diagnostic("yaml-syntax", facts={"reason": reason, **facts}, place=place)


def _is_utf_16(raw: bytes) -> bool:
    """Whether a file has the mark of UTF-16 at its head, or as many NULs as letters of ours in it give."""
    head = raw[:_FIRST_BYTES]
    return head[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\x00" in head and 3 * head.count(0) >= len(head))


def _bad_encoding(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    if b"\x00" in raw[:_FIRST_BYTES]:
        return _unreadable("utf-16")
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    place = Place(before.count(b"\n") + 1, column)
    return _unreadable("encoding", place, byte=f"0x{raw[error.start]:02x}")


def parsable(text: str) -> str:
    """The text as the parser takes it: what it would refuse is replaced, one character for one."""
    return text if _is_clean(text) else UNSAFE.sub("\ufffd", text.replace("\t", " "))


def _is_clean(text: str) -> bool:
    """Whether nothing unwanted is in the text: a twelfth of the time that a search of it all takes.

    Piece by piece, for a copy of the whole would stay in the process's memory.
    """
    pieces = (text[n : n + _PIECE].encode() for n in range(0, len(text), _PIECE))
    rest = b"".join(piece.translate(None, _ORDINARY) for piece in pieces)
    return UNWANTED.search(rest.decode()) is None


def _scan(text: str, findings: Findings) -> tuple[str, bool]:
    """Report tabs and control characters; return a text the parser takes, and whether to try."""
    if _is_clean(text):
        return text, True
    readable, line, line_start = True, 1, 0
    matches = UNWANTED.finditer(text)
    for match in matches:
        start = match.start()
        line += text.count("\n", line_start, start)
        line_start = text.rfind("\n", 0, start) + 1
        place = Place(line, start - line_start + 1)
        if match.group() == "\t":
            findings.add(Diagnostic("forbidden-yaml", facts={"reason": "tab"}, place=place))
            readable = readable and bool(text[line_start:start].strip())
        else:
            code = f"U+{ord(match.group()):04X}"
            findings.add(Diagnostic("control-character", facts={"code": code}, place=place))
        line_start = start
        if not findings.room:
            findings.count += sum(1 for _ in matches)
    return parsable(text), readable


def _data(text: str, findings: Findings) -> Any:
    parser = parser_of(text)
    try:
        with collector_paused():
            data = Tree(text, findings).build(parser)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # PyYAML lets slip what int and chr raise
        from etika_sim.language.syntax import syntax_finding

        finding = syntax_finding(text, error)
        if _TOWER in str(error):
            finding = Diagnostic("too-deep", facts={"limit": DEEPEST}, place=finding.place)
        seen = {found.place.line for found in findings.kept if found.place}
        if finding.place and finding.place.line not in seen:
            findings.add(finding)
        return None
    except TooDeep as error:
        findings.add(Diagnostic("too-deep", facts={"limit": DEEPEST}, place=error.place))
        return None
    finally:
        parser.dispose()
    if data is None:
        findings.add(_unreadable("empty"))
    return data
