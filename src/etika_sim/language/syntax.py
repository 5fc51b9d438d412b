"""What PyYAML says at its first stumble, as a reason that an author can act on.

The reasons: text-after-quote, special-start, colon-in-text, unclosed-quote, bad-escape,
unclosed-bracket, missing-colon, indentation, other.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from etika_sim.language.diagnostic import Diagnostic, Place

_SPECIAL_START = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([*&!%@`\[\]{}|>,]|\? )")
_COLON = re.compile(r":(?: |$)")
_COLON_IN_TEXT = re.compile(r" *(?:- +)*[\w-]+: +[^ \"'\[{|>].*?:(?: |$)")
_OPENED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([\"'])")
_SCANNED = re.compile("scanning (?:an alias|an anchor|a tag|a block scalar|a directive|a %)")


class _Stumble(NamedTuple):
    """What PyYAML was doing (`context`), what stopped it (`problem`), and where (line and column from 0)."""

    lines: list[str]
    context: str
    begun: tuple[int, int]
    problem: str
    here: tuple[int, int]

    def line(self, back: int = 0) -> str:
        """The line where it stopped, or one before it."""
        return self.lines[max(self.here[0] - back, 0)]


def syntax_finding(text: str, error: Any) -> Diagnostic:
    """The finding for a YAML error: what is wrong as far as can be told, and where."""
    stumble = _stumble(text, error)
    reason, (line, column) = _reason(stumble)
    facts = {"reason": reason}
    if reason == "special-start":
        facts["character"] = stumble.lines[line][column : column + 1]
    return Diagnostic("yaml-syntax", facts=facts, place=Place(line + 1, column + 1))


def _stumble(text: str, error: Any) -> _Stumble:
    lines = text.split("\n")
    context, problem = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    begun, here = (_position(lines, getattr(error, name, None)) for name in ("context_mark", "problem_mark"))
    return _Stumble(lines, context, begun or here or (0, 0), problem, here or begun or (0, 0))


def _position(lines: list[str], mark: Any) -> tuple[int, int] | None:
    if mark is None:
        return None
    line = min(mark.line, len(lines) - 1)
    return line, min(mark.column, len(lines[line]))


def _reason(stumble: _Stumble) -> tuple[str, tuple[int, int]]:
    problem, context, here = stumble.problem, stumble.context, stumble.here
    if "quoted scalar" in context:
        is_escape = "escape" in problem or "hex" in problem
        return ("bad-escape", here) if is_escape else ("unclosed-quote", stumble.begun)
    if _SCANNED.search(context):
        return "special-start", stumble.begun
    at = stumble.line()[here[1] : here[1] + 1]
    if "start any token" in problem or "sequence entries" in problem or at in ("]", "}"):
        return "special-start", here
    if at and stumble.line()[: here[1]].rstrip().endswith(('"', "'")):
        return _quotes(stumble)
    if "flow" in context:
        return "unclosed-bracket", stumble.begun
    if (match := _SPECIAL_START.match(stumble.line())) and match.start(1) <= here[1]:
        return "special-start", (here[0], match.start(1))
    return _layout(stumble)


def _quotes(stumble: _Stumble) -> tuple[str, tuple[int, int]]:
    """Text behind a closing quotation mark, unless that mark closes by mistake one opened further up."""
    row, column = stumble.here
    before = stumble.line()[:column].rstrip()
    opened = _opened(stumble.lines, row, before[-1]) if before.count(before[-1]) % 2 else None
    return ("text-after-quote", stumble.here) if opened is None else ("unclosed-quote", opened)


def _opened(lines: list[str], row: int, mark: str) -> tuple[int, int] | None:
    """Where above a row a text in such marks begins to which the lines since then do not belong."""
    for n in range(row - 1, -1, -1):
        match = _OPENED.match(lines[n])
        if match and match[1] == mark and lines[n].count(mark) % 2:
            stands_alone = match.start(1) == _indent(lines[n])  # its key is further up
            least = _indent(lines[n]) + (not stands_alone)
            goes_on = all(_indent(line) >= least for line in lines[n + 1 : row + 1] if line.strip())
            return None if goes_on else (n, match.start(1))
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _layout(stumble: _Stumble) -> tuple[str, tuple[int, int]]:
    """Mistakes of colons and indentation."""
    problem, context, here = stumble.problem, stumble.context, stumble.here
    if "mapping values" in problem:
        if _COLON_IN_TEXT.match(stumble.line()):
            return "colon-in-text", here
        if here[0] and not _COLON.search(stumble.line(1)):
            return "missing-colon", (here[0] - 1, len(stumble.line(1).rstrip()))
        return "indentation", here
    if "could not find expected ':'" in problem:
        return "missing-colon", stumble.begun
    if "while parsing a block" in context or "block end" in problem or "indent" in problem:
        return "indentation", here
    return "other", here
