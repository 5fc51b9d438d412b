"""(text, findings) -> places. Walks the events again, and only when there is something to say.

What is said of a key that is written twice names the line of the first one; it is filled in here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import yaml

from etika_sim.language.diagnostic import Diagnostic, Path, Place
from etika_sim.language.reader import parsable, parser_of
from etika_sim.language.within import within

_HEAD = Place(1, 1)
_AGAIN = "duplicate-key"
_DEEPER = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}
_NODES = {yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}


def locate(text: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with their places filled in, in the order of the text."""
    return sorted(placed(text, findings), key=lambda finding: (finding.place or _HEAD)[:2])


def placed(text: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with their places filled in, in the order in which they come."""
    findings = list(findings)
    wanted = _trie(finding.path for finding in findings if finding.place is None)
    walk = _walk(text, wanted) if wanted is not None else None
    found = [finding._replace(place=_place_of(finding, walk)) for finding in findings]
    again = {finding.place[:2] for finding in found if finding.place and finding.rule == _AGAIN}
    if again:
        first = _first_lines(text, again)
        found = [_with_first(finding, first) if finding.rule == _AGAIN else finding for finding in found]
    return found


def _place_of(finding: Diagnostic, walk: _Walk | None) -> Place:
    if finding.place is not None or walk is None:
        return finding.place or _HEAD
    places, path, on = walk.places, finding.path, finding.on
    while path:
        place = places.get((path, on)) or places.get((path, "key")) or places.get((path, "value"))
        if place is not None:
            return _inside(place, finding, walk) if path == finding.path else place
        path, on = path[:-1], "key"
    return _HEAD


def _inside(place: Place, finding: Diagnostic, walk: _Walk) -> Place:
    if finding.inside is None:
        return place
    start, length = finding.inside
    event = walk.long.get(finding.path)
    if event is not None:
        return within(event, walk.lines, start, length) or place
    return Place(place.line, place.column + start, length) if start <= place.length else place


def _trie(paths: Iterable[Path]) -> dict[Any, Any] | None:
    """The wanted paths as nested mappings, so that the rest of the file costs nothing."""
    root: dict[Any, Any] | None = None
    for path in paths:
        root = {} if root is None else root
        node = root
        for step in path:
            node = node.setdefault(step, {})
    return root


def _leaves(wanted: dict[Any, Any]) -> int:
    """At how many places a wanted path ends and no other goes on."""
    found, waiting = 0, [wanted]
    while waiting:
        below = waiting.pop()
        waiting += below.values()
        found += not below
    return found


class _AllFound(Exception):
    """Every place that was wanted is known; the rest of the file need not be read."""


class _Walk:
    def __init__(self, text: str, wanted: dict[Any, Any]) -> None:
        self.parser, self.text = parser_of(text), text
        self.places: dict[tuple[Path, str], Place] = {}
        self.long: dict[Path, Any] = {}
        """The values of several lines, as YAML said them."""
        self.left = _leaves(wanted)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; few findings ask for them, and those of a large case are many."""
        return self.text.split("\n")

    def keep(self, path: Path, on: str, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        quote = on == "value" and getattr(event, "style", None) in ("'", '"')
        length = end.column - start.column if end.line == start.line else 1
        place = Place(start.line + 1, start.column + 1 + quote, max(length - 2 * quote, 1))
        self.places.setdefault((path, on), place)
        if on == "value" and end.line > start.line:
            self.long.setdefault(path, event)

    def keep_remark(self, path: Path, event: Any) -> None:
        """The place of the remark that cuts a text off, up to the end of its line."""
        end = event.end_mark
        stop = self.text.find("\n", end.index)
        behind = self.text[end.index : None if stop < 0 else stop]
        remark = behind.lstrip(" ")
        if remark.startswith("#"):
            place = Place(end.line + 1, end.column + len(behind) - len(remark) + 1, len(remark.rstrip()))
            self.places.setdefault((path, "remark"), place)

    def node(self, event: Any, path: Path, wanted: dict[Any, Any] | None) -> None:
        """Take in the node that begins with `event`."""
        if wanted is None:
            self.skip(event)
            return
        if type(event) is yaml.ScalarEvent:
            self.keep(path, "value", event)
            self.keep_remark(path, event)
        elif path and isinstance(path[-1], int):
            self.keep(path, "key", event)
        if not wanted:
            self.left -= 1
            if not self.left:
                raise _AllFound
        if type(event) is yaml.MappingStartEvent:
            self.mapping(path, wanted)
        elif type(event) is yaml.SequenceStartEvent:
            self.sequence(path, wanted)

    def skip(self, event: Any) -> None:
        """Pass over the node that begins with `event`, however deep it goes."""
        depth = 0
        while depth := depth + _DEEPER.get(type(event), 0):
            event = self.parser.get_event()

    def mapping(self, path: Path, wanted: dict[Any, Any]) -> None:
        while type(event := self.parser.get_event()) is not yaml.MappingEndEvent:
            key: Any = event.value if type(event) is yaml.ScalarEvent else None
            below = wanted.get(key)
            if below is not None:
                self.keep((*path, key), "key", event)
            elif key is None:
                self.skip(event)
            self.node(self.parser.get_event(), (*path, key), below)

    def sequence(self, path: Path, wanted: dict[Any, Any]) -> None:
        position = 0
        while type(event := self.parser.get_event()) is not yaml.SequenceEndEvent:
            self.node(event, (*path, position), wanted.get(position))
            position += 1


def _walk(text: str, wanted: dict[Any, Any]) -> _Walk:
    walk = _Walk(parsable(text), wanted)
    try:
        while type(event := walk.parser.get_event()) is not yaml.StreamEndEvent:
            if type(event) in (yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.ScalarEvent):
                walk.node(event, (), wanted)
                break
    except _AllFound:
        pass
    except yaml.YAMLError:
        pass  # the reader has reported it; what was found so far still helps
    finally:
        walk.parser.dispose()
    return walk


# --- keys that are written twice ---


def _with_first(finding: Diagnostic, first: Mapping[tuple[int, int], int]) -> Diagnostic:
    place = finding.place or _HEAD
    return finding._replace(facts={**finding.facts, "first": first.get(place[:2], place.line)})


class _Keys:
    """The keys of a mapping met so far, each with its line; it takes a key and a value in turn."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.is_key = False

    def take(self, word: str | None, line: int) -> int | None:
        """The line of the first key that reads like this one, if it is a key and a word."""
        self.is_key = not self.is_key
        return self.lines.setdefault(word, line) if self.is_key and word is not None else None


def _first_lines(text: str, again: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """For each of the places where a key stands again: the line where it stands first."""
    found: dict[tuple[int, int], int] = {}
    open_nodes: list[_Keys | None] = [None]
    for event in _events(text):
        kind = type(event)
        if _DEEPER.get(kind) == -1:
            open_nodes.pop()
        elif kind in _NODES:
            keys, mark = open_nodes[-1], event.start_mark
            line = keys.take(getattr(event, "value", None), mark.line + 1) if keys else None
            if line and (place := (mark.line + 1, mark.column + 1)) in again:
                found[place] = line
            if kind in _DEEPER:
                open_nodes.append(_Keys() if kind is yaml.MappingStartEvent else None)
        if len(found) == len(again):
            break
    return found


def _events(text: str) -> Iterator[Any]:
    """What YAML says, up to the end or to what cannot be read: the reader has reported that."""
    parser = parser_of(parsable(text))
    try:
        while type(event := parser.get_event()) is not yaml.StreamEndEvent:
            yield event
    except yaml.YAMLError:
        pass
    finally:
        parser.dispose()
