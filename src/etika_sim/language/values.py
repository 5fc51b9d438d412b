"""Plain data -> values, kind by kind, every mistake at once.

A reading function takes what the author wrote and returns its value, or None after it has
reported why there is none. Names are checked where they stand: the ids are known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from etika_sim.language import kinds
from etika_sim.language.condition import ConditionError, parse
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.fields import ROUTE, SCENES, TEXT_PART
from etika_sim.language.reader import REFUSED, Cut, Flow, Quoted
from etika_sim.language.suggest import SYNONYMS, closest, key_meant
from etika_sim.model import Condition, Part, Route, Variable

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
INTEGER = re.compile(r"[-+]?[0-9]{1,9}")


class Names(NamedTuple):
    """The ids that a case may refer to; `scenes` maps each to its kind. None: unreadable, all may be."""

    laws: frozenset[str] | None = frozenset()
    channels: frozenset[str] | None = frozenset()
    scenes: Mapping[str, str] | None = None
    state: Mapping[str, Variable] | None = {}


Readers = Mapping[type, Callable[["Values", Any, Any], Any]]
"""How each kind is read."""


@cache
def _known(kind: kinds.Record) -> tuple[dict[str, kinds.Kind], frozenset[str]]:
    known = {field.key: field.kind for field in kind.fields}
    return known, frozenset(field.key for field in kind.fields if field.required)


def scene_kind(raw: Any) -> str:
    """Which of the three kinds of scene the keys of `raw` show."""
    keys = {SYNONYMS.get(key, key) for key in raw} if isinstance(raw, dict) else set()
    if "ending" in keys:
        return "ending"
    return "decision" if keys & {"choices", "ask"} else "passage"


class Values:
    """Reads values and collects what is wrong with them; `path` is where it stands."""

    def __init__(self, findings: Findings, names: Names, readers: Readers) -> None:
        self.findings, self.names, self.readers = findings, names, readers
        self.path: list[str | int] = []
        self.conditions: dict[str, Condition] = {}

    # --- reporting ---

    def report(self, rule: str, *steps: str | int, on: str = "value", **facts: Any) -> None:
        self.findings.add(Diagnostic(rule, (*self.path, *steps), facts, on))

    def bad(self, reason: str, *steps: str | int, on: str = "value", **facts: Any) -> None:
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

    # --- words and prose ---

    def prose(self, raw: Any, kind: kinds.Prose | kinds.Plain) -> str | None:
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
            self.report("cut-text")
        else:
            self.wrong(raw, "text")
        return None

    def line(self, raw: Any, kind: kinds.Line) -> str | None:
        text = self.prose(raw, kinds.Prose())
        if text is not None and "\n\n" in text.strip():
            self.bad("one-paragraph")
        return text

    def word(self, raw: Any, kind: kinds.Word) -> str | None:
        if not isinstance(raw, str) or (type(raw) is not Quoted and raw in NULLS):
            self.wrong(raw, "text")
        elif kind.pattern and not re.fullmatch(kind.pattern, raw):
            self.bad("pattern", value=str(raw), pattern=kind.pattern)
        else:
            return str(raw)
        return None

    def one_of(self, raw: Any, kind: kinds.OneOf) -> str | None:
        if not isinstance(raw, str) or (type(raw) is not Quoted and raw in NULLS):
            self.wrong(raw, "text")
        elif raw not in kind.words:
            self.bad("not-one-of", value=str(raw), words=kind.words, suggestion=self.near(raw, kind.words))
        else:
            return str(raw)
        return None

    def number(self, raw: Any, kind: kinds.Number) -> int | None:
        if not isinstance(raw, str) or type(raw) is Quoted or not INTEGER.fullmatch(raw):
            self.wrong(raw, "number")
        elif not kind.low <= int(raw) <= kind.high:
            self.bad("range", value=str(raw), low=kind.low, high=kind.high)
        else:
            return int(raw)
        return None

    def truth(self, raw: Any, kind: kinds.Truth) -> bool | None:
        if isinstance(raw, str) and type(raw) is not Quoted and raw in ("true", "false"):
            return raw == "true"
        self.wrong(raw, "truth")
        return None

    def condition(self, raw: Any, kind: kinds.ConditionText) -> Condition | None:
        if not isinstance(raw, str) or (type(raw) is not Quoted and raw in NULLS):
            self.wrong(raw, "condition")
            return None
        known, state = self.conditions.get(raw), self.names.state
        if known is not None or state is None:
            return known
        try:
            found = parse(raw, state)
        except ConditionError as error:
            self._bad_condition(error, state)
            return None
        self.conditions[raw] = found
        return found

    def _bad_condition(self, error: ConditionError, state: Mapping[str, Variable]) -> None:
        rule, facts = "bad-condition", {"reason": error.reason, "word": error.word}
        if error.reason == "unknown-state":
            rule = "unknown-state"
            facts = {"name": error.word, "suggestion": self.near(error.word, state)}
        inside = (error.start, error.length)
        self.findings.add(Diagnostic(rule, tuple(self.path), facts, inside=inside))

    def reference(self, raw: Any, kind: kinds.Reference) -> str | None:
        if not isinstance(raw, str) or (type(raw) is not Quoted and raw in NULLS):
            self.wrong(raw, "text")
            return None
        name = str(raw)
        if kind.to in ("law", "channel"):
            known = self.names.laws if kind.to == "law" else self.names.channels
            return name if self.is_known(name, known, f"unknown-{kind.to}") else None
        scenes = self.names.scenes
        if scenes is None:  # that the scenes are missing is finding enough
            return name
        if not self.is_known(name, scenes, "unknown-scene"):
            return None
        if kind.to == "opening" and scenes[name] == "ending":
            self.bad("start-is-ending", name=name)
        elif kind.to == "decision" and scenes[name] != "decision":
            self.bad("not-a-decision", name=name)
        else:
            return name
        return None

    def is_known(self, name: str, known: Collection[str] | None, rule: str) -> bool:
        """Whether `name` is one of the known ones; if not it is reported under the rule."""
        if known is None or name in known:
            return True
        self.report(rule, name=name, suggestion=self.near(name, known))
        return False

    # --- containers ---

    def read(self, raw: Any, kind: kinds.Kind, step: str | int) -> Any:
        """The value of `raw`, which stands one step further down."""
        self.path.append(step)
        value = self.readers[type(kind)](self, raw, kind)
        self.path.pop()
        return value

    def many(self, raw: Any, kind: kinds.Many) -> tuple[Any, ...] | None:
        if not isinstance(raw, list):
            self.wrong(raw, "list")
            return None
        if len(raw) < kind.least:
            self.bad("too-few", on="key", count=len(raw), least=kind.least)
        values = [self.read(item, kind.of, n) for n, item in enumerate(raw)]
        return tuple(value for value in values if value is not None)

    def scene(self, raw: Any, kind: kinds.SceneKinds) -> dict[str, Any] | None:
        return self.record(raw, SCENES[scene_kind(raw)])

    def record(self, raw: Any, kind: kinds.Record) -> dict[str, Any] | None:
        """The values under their keys; None unless all that is required is there and sound."""
        if type(raw) is not dict:
            self.wrong(raw, "mapping")
            return None
        known, required = _known(kind)
        path, values, unknown = self.path, {}, []
        for key, item in raw.items():
            field_kind = known.get(key)
            if field_kind is None:
                unknown.append(key)
                continue
            path.append(key)
            value = self.readers[type(field_kind)](self, item, field_kind)
            path.pop()
            if value is not None:
                values[key] = value
        if unknown or not required <= raw.keys():
            self.report_keys(raw, unknown, known, required)
        return values if required <= values.keys() else None

    def report_keys(
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
        if type(raw) is not dict:
            self.wrong(raw, "mapping")
            return None
        if len(raw) < kind.least:
            self.bad("too-few", on="key", count=len(raw), least=kind.least)
        if kind.most is not None and len(raw) > kind.most:
            self.bad("too-many", on="key", count=len(raw), most=kind.most)
        values = {}
        for name, item in raw.items():
            if not re.fullmatch(kind.pattern, name):
                self.bad("id", name, on="key", value=name, pattern=kind.pattern)
            values[name] = self.read(item, kind.of, name)
        return {name: value for name, value in values.items() if value is not None}

    # --- story and routes ---

    def story(self, raw: Any, kind: kinds.Story) -> tuple[Part, ...] | None:
        if type(raw) is not list:
            text = self.prose(raw, kinds.Prose())
            return None if text is None else (Part(text),)
        if not raw:
            self.bad("empty", on="key", key=self.path[-1])
        parts = [self.read(item, kinds.StoryPart(), n) for n, item in enumerate(raw)]
        return tuple(part for part in parts if part is not None)

    def story_part(self, raw: Any, kind: kinds.StoryPart) -> Part | None:
        if type(raw) is not dict:
            text = self.prose(raw, kinds.Prose())
            return None if text is None else Part(text)
        values = self.record(raw, TEXT_PART)
        return None if values is None else Part(values["text"], values["if"], values.get("else"))

    def routes(self, raw: Any, kind: kinds.Routes) -> tuple[Route, ...] | None:
        if type(raw) is not list:
            scene = self.reference(raw, kinds.Reference("scene"))
            return None if scene is None else (Route(scene),)
        if not raw:
            self.bad("empty", on="key", key=self.path[-1])
            return None
        routes = [self.read(item, ROUTE, n) for n, item in enumerate(raw)]
        if None in routes:
            return None
        return tuple(Route(route["scene"], route.get("if")) for route in routes)


VALUE_READERS: Readers = {
    kinds.Line: Values.line,
    kinds.Prose: Values.prose,
    kinds.Plain: Values.prose,
    kinds.Word: Values.word,
    kinds.OneOf: Values.one_of,
    kinds.Number: Values.number,
    kinds.Truth: Values.truth,
    kinds.ConditionText: Values.condition,
    kinds.Reference: Values.reference,
    kinds.Many: Values.many,
    kinds.Record: Values.record,
    kinds.Table: Values.table,
    kinds.SceneKinds: Values.scene,
    kinds.Story: Values.story,
    kinds.StoryPart: Values.story_part,
    kinds.Routes: Values.routes,
}
