"""Bytes -> plain data, strictly.

Law: the reader types nothing. A text is the source's own characters; the classes below only tell
how it was written. Data are dict, list and str; a thing this language refuses becomes REFUSED.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml

from etika_sim.language.diagnostic import Diagnostic, Findings, Place
from etika_sim.language.limits import DEEPEST, LARGEST
from etika_sim.language.syntax import syntax_finding
from etika_sim.prose import UNSAFE


class Quoted(str):
    """Written in quotes or as a block."""

    __slots__ = ()


class Flow(str):
    """Written bare inside `[ ]` or `{ }`, where a comma would part it."""

    __slots__ = ()


class Cut(str):
    """Written bare, with ` #` behind it on the same line."""

    __slots__ = ()


class Refused:
    """Stands where a thing was refused and reported; nobody complains about it twice."""


REFUSED = Refused()


class Reading(NamedTuple):
    """What a file holds: its text, its data (None when it cannot be read), the findings."""

    text: str
    data: Any
    findings: Findings


def parser_of(text: str) -> Any:
    """PyYAML's event source for the text: the C parser, or the slow one where that is missing."""
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


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
    if len(raw) > largest:
        facts = {"reason": "too-large", "limit": largest}
        findings.add(Diagnostic("yaml-syntax", facts=facts, place=Place(1, 1)))
        return Reading("", None, findings)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.add(_bad_encoding(raw, error))
        return Reading("", None, findings)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean, readable = _scan(text, findings)
    data = _data(clean, findings) if readable else None
    return Reading(text, data, findings)


def _bad_encoding(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    sixteen = raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw[:64]
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    facts = {"reason": "utf-16" if sixteen else "encoding", "byte": f"0x{raw[error.start]:02x}"}
    return Diagnostic("yaml-syntax", facts=facts, place=Place(before.count(b"\n") + 1, column))


_UNWANTED = re.compile(f"\t|{UNSAFE.pattern}")


def parsable(text: str) -> str:
    """The text as the parser takes it: what it would refuse is replaced, one character for one."""
    return UNSAFE.sub("\ufffd", text.replace("\t", " "))


def _scan(text: str, findings: Findings) -> tuple[str, bool]:
    """Report tabs and control characters; return a text the parser takes, and whether to try."""
    if _UNWANTED.search(text) is None:
        return text, True
    readable, line, line_start = True, 1, 0
    matches = _UNWANTED.finditer(text)
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
            data = _Tree(text, findings).build(parser)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # PyYAML lets slip what int and chr raise
        finding = syntax_finding(text, error)
        seen = {found.place.line for found in findings.kept if found.place}
        if finding.place and finding.place.line not in seen:
            findings.add(finding)
        return None
    except _TooDeep as error:
        findings.add(Diagnostic("too-deep", facts={"limit": DEEPEST}, place=error.place))
        return None
    finally:
        parser.dispose()
    if data is None:
        findings.add(Diagnostic("yaml-syntax", facts={"reason": "empty"}, place=Place(1, 1)))
    return data


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def _evened(value: str, style: str | None) -> str:
    """A text of several lines with one blank line between paragraphs, whatever its style made of it."""
    breaks = r"\n[ \n]*\n" if style == "|" else r"\n+"
    return re.sub(breaks, "\n\n", value.strip("\n"))


def _place(event: Any) -> Place:
    mark, end = event.start_mark, event.end_mark
    length = end.column - mark.column if end.line == mark.line else 1
    return Place(mark.line + 1, mark.column + 1, max(length, 1))


_NO_KEY = object()


class _Tree:
    """Builds the data from events in one pass. Long on purpose: every call here costs a third."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.findings = findings
        self.lines = text.split("\n") if " #" in text else []
        self.cut_lines = {n for n, line in enumerate(self.lines) if " #" in line}

    def build(self, parser: Any) -> Any:
        scalar, mapping_start = yaml.ScalarEvent, yaml.MappingStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        get_event, cut_lines = parser.get_event, self.cut_lines
        stack: list[tuple[Any, Any, bool]] = []
        root: list[Any] = []
        container: Any = root
        key: Any = _NO_KEY
        is_mapping, flow_depth = False, 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                value = event.value
                if "\n" in value:
                    value = _evened(value, event.style)
                if event.style:
                    value = self.quoted(event, value)
                elif flow_depth:
                    value = Flow(value)
                elif cut_lines and event.end_mark.line in cut_lines:
                    value = self.perhaps_cut(event, value)
                if event.anchor is not None or event.tag is not None:
                    value = self.refuse(event)
            elif kind is mapping_end or kind is sequence_end:
                value = container
                container, key, is_mapping = stack.pop()
                flow_depth -= flow_depth > 0
            elif kind is mapping_start or kind is yaml.SequenceStartEvent:
                if len(stack) == DEEPEST:
                    raise _TooDeep(_place(event))
                if event.anchor is not None or event.tag is not None:
                    self.refuse(event)
                if is_mapping and key is _NO_KEY:
                    self.forbid("key", event)
                    return REFUSED
                stack.append((container, key, is_mapping))
                is_mapping = kind is mapping_start
                container, key = ({} if is_mapping else []), _NO_KEY
                flow_depth += flow_depth > 0 or bool(event.flow_style)
                continue
            elif kind is yaml.AliasEvent:
                value = self.refuse(event)
            elif kind is yaml.StreamEndEvent:
                return root[0] if root else None
            else:
                if kind is yaml.DocumentStartEvent and not self.document(event, root):
                    return root[0]
                continue
            if not is_mapping:
                container.append(value)
            elif key is _NO_KEY:
                key = self.checked_key(event, value, container)
            else:
                if key is not REFUSED:
                    container[key] = value
                key = _NO_KEY

    def document(self, event: Any, root: list[Any]) -> bool:
        """Whether this document is to be read: the first is, directives are reported."""
        if event.version or event.tags:
            self.forbid("directive", event)
        if root:
            self.forbid("document", event)
        return not root

    def quoted(self, event: Any, value: str) -> Any:
        """A quoted or block text, if it has no control character behind an escape."""
        if event.style == '"' and (match := _UNWANTED.search(value)):
            self.report("control-character", event, code=f"U+{ord(match.group()):04X}")
            return REFUSED
        return Quoted(value)

    def perhaps_cut(self, event: Any, value: str) -> str:
        end = event.end_mark
        rest = self.lines[end.line][end.column :]
        return Cut(value) if rest.lstrip(" ").startswith("#") else value

    def checked_key(self, event: Any, key: Any, container: dict[Any, Any]) -> Any:
        if key is REFUSED:
            return key
        if key == "<<" and not event.style:
            self.forbid("merge", event)
            return REFUSED
        key = str(key)
        if key in container:
            self.report("duplicate-key", event, key=key)
            return REFUSED
        return key

    def refuse(self, event: Any) -> Refused:
        if type(event) is yaml.AliasEvent:
            self.forbid("alias", event)
        else:
            self.forbid("anchor" if event.anchor is not None else "tag", event)
        return REFUSED

    def forbid(self, reason: str, event: Any) -> None:
        self.report("forbidden-yaml", event, reason=reason)

    def report(self, rule: str, event: Any, **facts: str) -> None:
        if self.findings.room:
            self.findings.add(Diagnostic(rule, facts=facts, place=_place(event)))
        else:  # a million of them must not take long
            self.findings.count += 1
