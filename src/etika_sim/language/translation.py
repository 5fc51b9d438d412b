"""Laying a translation over a case: texts only, hung on the ids of the original.

Works on plain data, before anything is built, so that a translated case is built and checked
exactly like its original.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from etika_sim.language import kinds
from etika_sim.language.diagnostic import Diagnostic, Findings, Path
from etika_sim.language.fields import SCENARIO, SCENES, TEXT_PART
from etika_sim.language.story import scene_kind
from etika_sim.language.suggest import closest, key_meant
from etika_sim.language.tree import REFUSED

HASH_KEY = "translates"
HASH_LENGTH = 16
_PROSE = (kinds.Line, kinds.Prose, kinds.Story)


class Overlay(NamedTuple):
    """The original's data with the translated texts in place, and the paths left untranslated."""

    data: dict[str, Any]
    missing: tuple[Path, ...]


def overlay(
    original: dict[str, Any], given: Any, findings: Findings, record: kinds.Record = SCENARIO
) -> Overlay:
    """`given` laid over the data of a sound case; what does not fit becomes a finding."""
    if given is REFUSED:
        return Overlay(original, ())
    if not isinstance(given, dict):
        facts = {"expected": "mapping", "found": "list" if isinstance(given, list) else "text"}
        findings.add(Diagnostic("wrong-type", facts=facts))
        return Overlay(original, ())
    layer = _Layer(findings)
    texts = {key: value for key, value in given.items() if key != HASH_KEY}
    return Overlay(layer.lay(record, original, texts), tuple(layer.missing))


def text_hash(original: dict[str, Any]) -> str:
    """Names the texts of an original: 16 hexadecimal digits of SHA-256 over its texts alone."""
    import hashlib
    import json

    canonical = json.dumps(_texts(SCENARIO, original), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:HASH_LENGTH]


def has_texts(kind: kinds.Kind) -> bool:
    """Whether values of this kind hold texts that can be translated."""
    if isinstance(kind, kinds.Many | kinds.Table):
        return has_texts(kind.of)
    if isinstance(kind, kinds.Annotated):
        return True
    if isinstance(kind, kinds.Record):
        return any(has_texts(field.kind) for field in kind.fields)
    return isinstance(kind, (*_PROSE, kinds.SceneKinds))


def _fields(kind: kinds.Kind, original: Any) -> dict[str, kinds.Kind]:
    """What stands below a mapping: each key and the kind of its value."""
    if isinstance(kind, kinds.SceneKinds):
        kind = SCENES[scene_kind(original)]
    if isinstance(kind, kinds.Annotated):
        kind = kind.record
    if isinstance(kind, kinds.Record):
        return {field.key: field.kind for field in kind.fields}
    return dict.fromkeys(original, kind.of) if isinstance(kind, kinds.Table) else {}


def _texts(kind: kinds.Kind, original: Any) -> Any:
    """The texts of `original` in its shape; None where there are none."""
    if not has_texts(kind):
        return None
    if isinstance(original, dict):
        fields = _fields(kind, original) or {"text": kinds.Prose(), "else": kinds.Prose()}
        below = {key: _texts(fields[key], value) for key, value in original.items() if key in fields}
        found = {key: value for key, value in below.items() if value}
        is_text_alone = isinstance(kind, kinds.Annotated) and found.keys() == {"text"}
        return found["text"] if is_text_alone else found or None
    if isinstance(original, list):
        inner = kind.of if isinstance(kind, kinds.Many) else kind
        return [_texts(inner, item) for item in original]
    return original


class _Layer:
    def __init__(self, findings: Findings) -> None:
        self.findings, self.path = findings, list[str | int]()
        self.missing: list[Path] = []

    def mismatch(self, reason: str, *steps: str | int, on: str = "key", **facts: Any) -> None:
        path = (*self.path, *steps)
        self.findings.add(Diagnostic("translation-mismatch", path, {"reason": reason, **facts}, on))

    def too_many(self, kind: kinds.Kind, key: str, known: Iterable[str]) -> str:
        """Report a key that the original has not, and return which one may have been meant."""
        find = closest if isinstance(kind, kinds.Table) else key_meant
        meant = (find(key, known) if self.findings.room else None) or ""
        self.mismatch("extra", key, key=key, suggestion=meant)
        return meant

    def below(self, kind: kinds.Kind, original: Any, given: Any, step: str | int) -> Any:
        self.path.append(step)
        laid = self.lay(kind, original, given)
        self.path.pop()
        return laid

    def lay(self, kind: kinds.Kind, original: Any, given: Any) -> Any:
        if given is REFUSED:
            return original
        if isinstance(original, list):
            return self.lay_list(kind, original, given)
        if isinstance(original, dict):
            if isinstance(kind, kinds.Annotated) and not isinstance(given, list | dict):
                given = {"text": given}
            if not isinstance(given, dict):
                self.mismatch("kind")
                return original
            if isinstance(kind, kinds.Story):
                return self.lay_conditional(original, given)
            return self.lay_mapping(kind, original, given)
        if isinstance(given, dict | list):
            self.mismatch("kind")
            return original
        return given

    def lay_mapping(
        self, kind: kinds.Kind, original: dict[str, Any], given: dict[str, Any]
    ) -> dict[str, Any]:
        fields = _fields(kind, original)
        texts = {key: fields[key] for key in original if key in fields and has_texts(fields[key])}
        for key in given:
            if key not in original:
                self.too_many(kind, key, (text for text in texts if text not in given))
            elif key not in texts:
                self.mismatch("not-text", key, key=key)
        laid = dict(original)
        for key, below in texts.items():
            if key in given:
                laid[key] = self.below(below, original[key], given[key], key)
            else:
                self.missing.append((*self.path, key))
        return laid

    def lay_list(self, kind: kinds.Kind, original: list[Any], given: Any) -> list[Any]:
        if not isinstance(given, list):
            self.mismatch("kind")
            return original
        if len(given) != len(original):
            self.mismatch("length", here=len(given), there=len(original))
            return original
        inner = kind.of if isinstance(kind, kinds.Many) else kind
        pairs = enumerate(zip(original, given, strict=True))
        return [self.below(inner, there, here, n) for n, (there, here) in pairs]

    def lay_conditional(self, original: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
        texts: list[str] = [key for key in ("text", "else") if key in original]
        lacking = [key for key in texts if key not in given]
        for key in given:
            if key == "if":
                self.mismatch("if-repeated", key)
            elif key not in texts and (meant := self.too_many(TEXT_PART, key, lacking)):
                lacking.remove(meant)  # once is enough
        for key in lacking:
            self.mismatch("lacks", key=key)
        laid = {
            key: self.below(kinds.Prose(), original[key], given[key], key) for key in texts if key in given
        }
        return {**original, **laid}
