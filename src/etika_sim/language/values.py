"""Plain data -> values, kind by kind, every mistake at once.

A reading function takes what the author wrote and returns its value, or None after it has reported
why there is none. Here are the plain kinds and what holds several of them; what names something is
read in `references`, what is told in `story`, what a choice does in `effects`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from etika_sim.language import kinds
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.suggest import closest, key_meant
from etika_sim.language.tree import REFUSED, Cut, Flow, Quoted
from etika_sim.model import Condition, Variable

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
INTEGER = re.compile(r"[-+]?[0-9]{1,9}")
PROSE = kinds.Prose()


class Names(NamedTuple):
    """The ids that a case may refer to. None: unreadable, all may be.

    `scenes` maps each to its kind, which is "" where it cannot be told; `choices` are those of the
    decision that is being read.
    """

    laws: frozenset[str] | None = frozenset()
    channels: frozenset[str] | None = frozenset()
    scenes: Mapping[str, str] | None = None
    state: Mapping[str, Variable] | None = {}
    choices: Mapping[str, Any] | None = None


Readers = Mapping[type, Callable[["Values", Any, Any], Any]]
"""How each kind is read."""


class _Known(NamedTuple):
    """The fields of a record under their keys, each with how it is read, and the required keys."""

    kind: kinds.Record
    fields: Mapping[str, tuple[Callable[[Values, Any, Any], Any], kinds.Kind]]
    required: frozenset[str]


class Values:
    """Reads values and collects what is wrong with them; `path` is where it stands."""

    def __init__(self, findings: Findings, names: Names, readers: Readers) -> None:
        self.findings, self.names, self.readers = findings, names, readers
        self.path: list[str | int] = []
        self.conditions: dict[str, Condition] = {}
        self._known: dict[int, _Known] = {}

    # --- reporting ---

    def report(self, rule: str, *steps: str | int, on: str = "value", **facts: Any) -> None:
        """Add a finding here, or some steps further down."""
        self.findings.add(Diagnostic(rule, (*self.path, *steps), facts, on))

    def bad(self, reason: str, *steps: str | int, on: str = "value", **facts: Any) -> None:
        """Report a value that is of the right type and wrong all the same."""
        self.report("bad-value", *steps, on=on, reason=reason, **facts)

    def near(self, word: str, words: Iterable[str]) -> str:
        """What may have been meant by `word`; looked up only while a finding is still kept."""
        return (closest(word, words) if self.findings.room else None) or ""

    def wrong(self, raw: Any, expected: str) -> None:
        """Report a value of the wrong type, or an empty one."""
        if raw is REFUSED:
            return
        if isinstance(raw, str) and not isinstance(raw, Quoted) and raw in NULLS:
            self.bad("empty", on="key", key=self.path[-1] if self.path else "")
            return
        found = "mapping" if isinstance(raw, dict) else "list" if isinstance(raw, list) else "text"
        self.report("wrong-type", expected=expected, found=found)

    def is_written(self, raw: Any, expected: str = "text") -> bool:
        """Whether `raw` is a text at all and not empty; if not it is reported."""
        if isinstance(raw, str) and (type(raw) is Quoted or raw not in NULLS):
            return True
        self.wrong(raw, expected)
        return False

    # --- words and prose ---

    def prose(self, raw: Any, kind: kinds.Prose | kinds.Plain) -> str | None:
        """A text of one paragraph or more."""
        written = type(raw)
        if written is str and raw not in NULLS:
            return raw  # type: ignore[no-any-return]
        if written is Quoted:
            if raw.strip():
                return str(raw)
            self.bad("empty", on="key", key=self.path[-1])
        elif written is Flow and raw not in NULLS:
            self.report("unquoted-text")
        elif written is Cut and raw not in NULLS:
            self.report("cut-text", on="remark")
        else:
            self.wrong(raw, "text")
        return None

    def line(self, raw: Any, kind: kinds.Line) -> str | None:
        """A text of one paragraph."""
        text = self.prose(raw, PROSE)
        if text is not None and "\n\n" in text.strip():
            self.bad("one-paragraph")
        return text

    def word(self, raw: Any, kind: kinds.Word) -> str | None:
        """A short name or a date."""
        if not self.is_written(raw):
            return None
        if kind.pattern and not re.fullmatch(kind.pattern, raw):
            self.bad("pattern", value=str(raw), pattern=kind.pattern)
            return None
        return str(raw)

    def one_of(self, raw: Any, kind: kinds.OneOf) -> str | None:
        """One of a few words."""
        if not self.is_written(raw):
            return None
        if raw not in kind.words:
            self.bad("not-one-of", value=str(raw), words=kind.words, suggestion=self.near(raw, kind.words))
            return None
        return str(raw)

    def number(self, raw: Any, kind: kinds.Number) -> int | None:
        """A bare integer within its range."""
        if not isinstance(raw, str) or type(raw) is Quoted or not INTEGER.fullmatch(raw):
            self.wrong(raw, "number")
        elif not kind.low <= (value := int(raw)) <= kind.high:
            self.bad("range", value=str(raw), low=kind.low, high=kind.high)
        else:
            return value
        return None

    def truth(self, raw: Any, kind: kinds.Truth) -> bool | None:
        """Bare `true` or `false`."""
        if isinstance(raw, str) and type(raw) is not Quoted and raw in ("true", "false"):
            return raw == "true"
        self.wrong(raw, "truth")
        return None

    # --- what holds several ---

    def read(self, raw: Any, kind: kinds.Kind, step: str | int) -> Any:
        """The value of `raw`, which stands one step further down."""
        self.path.append(step)
        value = self.readers[type(kind)](self, raw, kind)
        self.path.pop()
        return value

    def many(self, raw: Any, kind: kinds.Many) -> tuple[Any, ...] | None:
        """A list of values of one kind."""
        if not isinstance(raw, list):
            self.wrong(raw, "list")
            return None
        if len(raw) < kind.least:
            self.bad("too-few", on="key", count=len(raw), least=kind.least)
        values = [self.read(item, kind.of, n) for n, item in enumerate(raw)]
        return tuple(value for value in values if value is not None)

    def annotated(self, raw: Any, kind: kinds.Annotated) -> dict[str, Any] | None:
        """A text alone, or with what is said beside it; always as the values of the record."""
        if isinstance(raw, dict):
            return self.record(raw, kind.record)
        text = self.prose(raw, PROSE)
        return None if text is None else {"text": text}

    def record(self, raw: Any, kind: kinds.Record) -> dict[str, Any] | None:
        """The values under their keys; None unless all that is required is there and sound."""
        if type(raw) is not dict:
            self.wrong(raw, "mapping")
            return None
        _, known, required = self._known.get(id(kind)) or self._learned(kind)
        path, values, unknown = self.path, {}, []
        for key, item in raw.items():
            field = known.get(key)
            if field is None:
                unknown.append(key)
                continue
            path.append(key)
            value = field[0](self, item, field[1])
            path.pop()
            if value is not None:
                values[key] = value
        is_sound = required <= values.keys()
        if unknown or not (is_sound or required <= raw.keys()):
            self._report_keys(raw, unknown, known, required)
        return values if is_sound else None

    def _learned(self, kind: kinds.Record) -> _Known:
        """What is known of a record, kept by its identity: to hash one is to hash the whole language."""
        fields = {field.key: (self.readers[type(field.kind)], field.kind) for field in kind.fields}
        required = frozenset(field.key for field in kind.fields if field.required)
        found = self._known[id(kind)] = _Known(kind, fields, required)
        return found

    def _report_keys(
        self, raw: Mapping[str, Any], unknown: list[str], known: Mapping[str, Any], required: frozenset[str]
    ) -> None:
        missing = [key for key in known if key in required and key not in raw]
        for key in unknown:
            meant = None
            if self.findings.room:
                meant = key_meant(key, [*missing, *(name for name in known if name not in raw)])
            self.report("unknown-key", key, on="key", key=key, suggestion=meant or "", keys=tuple(known))
            if meant in missing:
                missing.remove(meant)
        for key in missing:
            self.report("missing-key", on="key", key=key)

    def table(self, raw: Any, kind: kinds.Table) -> dict[str, Any] | None:
        """Values of one kind under their ids."""
        if type(raw) is not dict:
            self.wrong(raw, "mapping")
            return None
        if len(raw) < kind.least:
            self.bad("too-few", on="key", count=len(raw), least=kind.least)
        if kind.most is not None and len(raw) > kind.most:
            self.bad("too-many", on="key", count=len(raw), most=kind.most)
        values, pattern = {}, re.compile(kind.pattern)
        for name, item in raw.items():
            if not pattern.fullmatch(name):
                self.bad("id", name, on="key", value=name, pattern=kind.pattern)
            values[name] = self.read(item, kind.of, name)
        return {name: value for name, value in values.items() if value is not None}


VALUE_READERS: Readers = {
    kinds.Line: Values.line,
    kinds.Prose: Values.prose,
    kinds.Plain: Values.prose,
    kinds.Word: Values.word,
    kinds.OneOf: Values.one_of,
    kinds.Number: Values.number,
    kinds.Truth: Values.truth,
    kinds.Many: Values.many,
    kinds.Record: Values.record,
    kinds.Annotated: Values.annotated,
    kinds.Table: Values.table,
}
