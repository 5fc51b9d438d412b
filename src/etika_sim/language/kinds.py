"""The kinds of value the language knows. A kind only describes; builder and schema interpret it."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """Prose of one paragraph."""


class Prose(NamedTuple):
    """Prose of one or more paragraphs."""


class Plain(NamedTuple):
    """Prose that is never translated: a proper name, a remark for authors."""


class Story(NamedTuple):
    """Prose, or a list of paragraphs some of which depend on a condition."""


class StoryPart(NamedTuple):
    """One item of such a list: a paragraph, or a mapping with `if`, `text` and maybe `else`."""


class Word(NamedTuple):
    """A short name or date; no prose, no markup."""

    pattern: str | None = None


class OneOf(NamedTuple):
    """One of a few fixed words; `indonesian` says what each of them means."""

    words: tuple[str, ...]
    indonesian: tuple[str, ...] = ()


class Number(NamedTuple):
    """A bare integer from low to high."""

    low: int
    high: int


class Truth(NamedTuple):
    """Bare `true` or `false`."""


class ConditionText(NamedTuple):
    """A condition over the state."""


class Reference(NamedTuple):
    """The id of something that must exist: "scene", "opening", "decision", "choice", "law", "channel"."""

    to: str


class Many(NamedTuple):
    """A list of one kind, with at least `least` items."""

    of: Kind
    least: int = 0


class Record(NamedTuple):
    """A mapping with known keys."""

    name: str
    fields: tuple[Field, ...]

    def by_key(self) -> dict[str, Field]:
        """The fields under their keys."""
        return {field.key: field for field in self.fields}


class Annotated(NamedTuple):
    """Prose, or a record that says more beside the text under its key `text`."""

    record: Record


class Table(NamedTuple):
    """A mapping from ids to one kind; `pattern` is what an id looks like."""

    of: Kind
    pattern: str
    least: int = 0
    most: int | None = None


class SceneKinds(NamedTuple):
    """A decision, a passage or an ending, told apart by their keys."""


class Points(NamedTuple):
    """Points for some of the five principles."""


class StateNames(NamedTuple):
    """The names of the state: flags and counters."""


class Changes(NamedTuple):
    """What a choice changes in the state: "set" or "add"."""

    how: str


class Routes(NamedTuple):
    """A scene id, or a list of routes with conditions."""


Kind = (
    Line
    | Prose
    | Plain
    | Story
    | StoryPart
    | Word
    | OneOf
    | Number
    | Truth
    | ConditionText
    | Reference
    | Many
    | Record
    | Annotated
    | Table
    | SceneKinds
    | Points
    | StateNames
    | Changes
    | Routes
)


class Field(NamedTuple):
    """A key of a mapping: the kind of its value, what it means in both languages, an example."""

    key: str
    kind: Kind
    indonesian: str
    english: str
    example: str = ""
    required: bool = False
