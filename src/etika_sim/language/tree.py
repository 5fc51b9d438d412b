"""YAML's events -> plain data, in one pass.

Data are dict, list and str. A text is the source's own characters; the classes here only tell how
it was written. A thing this language refuses is reported and becomes REFUSED.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from etika_sim.language.diagnostic import Diagnostic, Findings, Place
from etika_sim.language.limits import DEEPEST
from etika_sim.prose import UNSAFE

UNWANTED = re.compile(f"\t|{UNSAFE.pattern}")
"""Characters that no case may hold, neither as they are nor behind an escape."""


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


class TooDeep(Exception):
    """More levels inside each other than are read; `place` is where the first too many begins."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


_NO_KEY = object()


class _Flows(dict[str, Flow]):
    """Each different bare text once: most are small numbers."""

    def __missing__(self, value: str) -> Flow:
        self[value] = Flow(value)
        return self[value]


class Tree:
    """Builds the data of a text from its events, and reports what this language refuses."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.findings = findings
        self.lines = text.split("\n") if "#" in text else []
        self.cut_lines = {n for n, line in enumerate(self.lines) if " #" in line}

    def build(self, parser: Any) -> Any:  # noqa: C901, PLR0912, PLR0915 - every call here costs a third
        """The data; None where there are none. Raises TooDeep, and what PyYAML raises."""
        scalar, mapping_start = yaml.ScalarEvent, yaml.MappingStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        get_event, cut_lines, flows = parser.get_event, self.cut_lines, _Flows()
        stack: list[tuple[Any, Any, bool]] = []
        keys: dict[str, str] = {}
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
                    value = evened(value, event.style)
                if event.style:
                    value = self.quoted(event, value)
                elif is_mapping and key is _NO_KEY:
                    pass  # a key is a key however it is written
                elif flow_depth:
                    value = flows[value]
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
                    raise TooDeep(_place(event))
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
                    return REFUSED
                continue
            if not is_mapping:
                container.append(value)
            elif key is not _NO_KEY:
                if key is not REFUSED:
                    container[key] = value
                key = _NO_KEY
            elif type(value) is str and value not in container and value != "<<":
                key = keys.setdefault(value, value)  # there are few different keys, thousands of times
            else:
                key = self.checked_key(event, value, container)

    def document(self, event: Any, root: list[Any]) -> bool:
        """Whether this document is to be read: the first is, directives are reported.

        A second one is most often a stray `---`, and then the first is only half a case.
        """
        if event.version or event.tags:
            self.forbid("directive", event)
        if root:
            self.forbid("document", event)
        return not root

    def quoted(self, event: Any, value: str) -> Any:
        """A quoted or block text, if it has no control character behind an escape."""
        if event.style == '"' and (match := UNWANTED.search(value)):
            self.report("control-character", event, code=f"U+{ord(match.group()):04X}")
            return REFUSED
        return Quoted(value)

    def perhaps_cut(self, event: Any, value: str) -> str:
        """A bare text, told apart if a remark cuts it off."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :]
        return Cut(value) if rest.lstrip(" ").startswith("#") else value

    def checked_key(self, event: Any, key: Any, container: dict[Any, Any]) -> Any:
        """The key as a plain text; REFUSED if it stands there already or may not stand there."""
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
        """Report an anchor, an alias or a tag."""
        if type(event) is yaml.AliasEvent:
            self.forbid("alias", event)
        else:
            self.forbid("anchor" if event.anchor is not None else "tag", event)
        return REFUSED

    def forbid(self, reason: str, event: Any) -> None:
        """Report what YAML offers and cases do not use."""
        self.report("forbidden-yaml", event, reason=reason)

    def report(self, rule: str, event: Any, **facts: str) -> None:
        """Add a finding at the event; beyond the hundredth it is only counted."""
        if self.findings.room:
            self.findings.add(Diagnostic(rule, facts=facts, place=_place(event)))
        else:  # a million of them must not take long
            self.findings.count += 1


def evened(value: str, style: str | None) -> str:
    """A text of several lines with one blank line between paragraphs, whatever its style made of it."""
    breaks = r"\n[ \n]*\n" if style == "|" else r"\n+"
    return re.sub(breaks, "\n\n", value.strip("\n"))


def _place(event: Any) -> Place:
    mark, end = event.start_mark, event.end_mark
    length = end.column - mark.column if end.line == mark.line else 1
    return Place(mark.line + 1, mark.column + 1, max(length, 1))
