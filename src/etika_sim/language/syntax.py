"""What PyYAML says at its first stumble, as a reason that an author can act on."""

from __future__ import annotations

import re
from typing import Any

from etika_sim.language.diagnostic import Diagnostic, Place

_SPECIAL_START = re.compile(r"^\s*(?:- +)*(?:[\w-]+: +)?(?:- +)*([*&!%@`\[\]{}|>,?])")
_TEXT_AFTER_QUOTE = re.compile(r"""^\s*(?:- +)*(?:[\w-]+: +)?(["']).*?\1 *[^\s#,:\]}]""")
_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)*[\w-]+: +[^\"'\[{|>].*?:(?: |$)")


def syntax_finding(text: str, error: Any) -> Diagnostic:
    """The finding for a YAML error: where it stopped and, as far as can be told, why."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = str(getattr(error, "problem", "") or "")
    reason, line = _reason(lines, line, problem, error)
    column = min(column, len(lines[line]))
    facts = {"reason": reason}
    if reason == "special-start" and (match := _SPECIAL_START.match(lines[line])):
        facts["character"] = match.group(1)
        column = match.start(1)
    return Diagnostic("yaml-syntax", facts=facts, place=Place(line + 1, column + 1))


def _reason(lines: list[str], line: int, problem: str, error: Any) -> tuple[str, int]:
    """A reason and its line; a text that went wrong is often noticed one line too late."""
    context_mark = getattr(error, "context_mark", None)
    if "quoted scalar" in str(getattr(error, "context", "")):
        start = context_mark.line if context_mark else line
        return "unclosed-quote", start
    for number in (line, line - 1):
        if number < 0 or not lines[number].strip():
            continue
        if _TEXT_AFTER_QUOTE.match(lines[number]):
            return "text-after-quote", number
        if _SPECIAL_START.match(lines[number]) and number == line:
            return "special-start", number
        if _COLON_IN_TEXT.match(lines[number]) and "mapping values" in problem:
            return "colon-in-text", number
    if "flow" in str(getattr(error, "context", "")):
        return "unclosed-bracket", context_mark.line if context_mark else line
    if "could not find expected ':'" in problem:
        return "missing-colon", line
    if "block mapping" in str(getattr(error, "context", "")) or "indent" in problem:
        return "indentation", line
    if "block end" in problem or "block sequence" in str(getattr(error, "context", "")):
        return "indentation", line
    return "other", line
