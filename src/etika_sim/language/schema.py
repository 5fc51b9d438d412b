"""The JSON Schema of a case, made of `fields` (draft-07), for the hover texts and completion of editors.

Where it differs from the builder, an editor reading YAML 1.2 sees typed scalars where we see text;
docs/language.md lists the differences and a property test holds them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from etika_sim.language import kinds
from etika_sim.language.condition import LONGEST, WORDS
from etika_sim.language.fields import COUNTER, NAME, PRINCIPLES_ID, ROUTE, SCENARIO, SCENES, TEXT_PART
from etika_sim.model import PRINCIPLES

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_CONDITION: Schema = {"type": ["string", "boolean"], "pattern": r"\S", "maxLength": LONGEST}
_STATE_NAME = f"^(?!(?:{'|'.join(sorted(WORDS))})$){NAME}$"


def schema() -> Schema:
    """The JSON Schema of a case, with meanings in Indonesian."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "etika-sim, kasus format 1",
        **of_kind(SCENARIO),
    }


def of_kind(kind: kinds.Kind) -> Schema:
    """The schema of one kind of value."""
    return _SCHEMAS[type(kind)](kind)


def hover(field: kinds.Field) -> str:
    """What an editor shows over a key: its meaning, what each of its words means, an example."""
    kind = field.kind.of if isinstance(field.kind, kinds.Many) else field.kind
    lines = [field.indonesian]
    if isinstance(kind, kinds.OneOf):
        lines += [f"- {word}: {meaning}" for word, meaning in zip(kind.words, kind.indonesian, strict=False)]
    if field.example:
        lines.append(f"Contoh: {field.example}")
    return "\n".join(lines)


def _one_of(kind: kinds.OneOf) -> Schema:
    """The words; editors show the meaning of each where they offer it."""
    return {
        "enum": list(kind.words),
        **({"enumDescriptions": list(kind.indonesian)} if kind.indonesian else {}),
    }


def _fixed(schema: Schema) -> Callable[[Any], Schema]:
    return lambda _: dict(schema)


def _word(kind: kinds.Word) -> Schema:
    return {"type": "string", **({"pattern": f"^{kind.pattern}$"} if kind.pattern else {})}


def _story(_: kinds.Story) -> Schema:
    part = {"anyOf": [_TEXT, _record(TEXT_PART)]}
    return {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": part}]}


def _routes(_: kinds.Routes) -> Schema:
    routes = {"type": "array", "minItems": 1, "items": _record(ROUTE)}
    return {"anyOf": [{"type": "string"}, routes]}


def _changes(kind: kinds.Changes) -> Schema:
    values = ["integer"] if kind.how == "add" else ["integer", "boolean"]
    return {"type": "object", "additionalProperties": {"type": values}}


def _record(kind: kinds.Record) -> Schema:
    properties = {}
    for field in kind.fields:
        properties[field.key] = {"description": hover(field), **of_kind(field.kind)}
    required = [field.key for field in kind.fields if field.required]
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _annotated(kind: kinds.Annotated) -> Schema:
    return {"anyOf": [_TEXT, _record(kind.record)]}


def _table(kind: kinds.Table) -> Schema:
    limits: Schema = {"minProperties": kind.least}
    if kind.most is not None:
        limits["maxProperties"] = kind.most
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{kind.pattern}$"},
        "additionalProperties": of_kind(kind.of),
        **limits,
    }


def _points(_: kinds.Points) -> Schema:
    point = {"type": "integer", "minimum": -2, "maximum": 2}
    means = "{label}, -2 (melanggar) sampai 2 (teladan)."
    return {
        "type": "object",
        "properties": {
            one.value: {"description": means.format(label=PRINCIPLES_ID[one.value]), **point}
            for one in PRINCIPLES
        },
        "additionalProperties": False,
    }


def _state(_: kinds.StateNames) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": _STATE_NAME},
        "additionalProperties": {"anyOf": [{"type": "boolean"}, _record(COUNTER)]},
    }


def _scene(_: kinds.SceneKinds) -> Schema:
    """A scene by its keys; if/then keeps an editor's complaint to the kind that was meant."""
    decision = {"anyOf": [{"required": ["choices"]}, {"required": ["ask"]}]}
    return {
        "type": "object",
        "if": {"required": ["ending"]},
        "then": _record(SCENES["ending"]),
        "else": {"if": decision, "then": _record(SCENES["decision"]), "else": _record(SCENES["passage"])},
    }


_SCHEMAS: dict[type, Callable[[Any], Schema]] = {
    kinds.Line: _fixed(_TEXT),
    kinds.Prose: _fixed(_TEXT),
    kinds.Plain: _fixed(_TEXT),
    kinds.Truth: _fixed({"type": "boolean"}),
    kinds.ConditionText: _fixed(_CONDITION),
    kinds.Reference: _fixed({"type": "string"}),
    kinds.Word: _word,
    kinds.OneOf: _one_of,
    kinds.Number: lambda kind: {"type": "integer", "minimum": kind.low, "maximum": kind.high},
    kinds.Many: lambda kind: {"type": "array", "items": of_kind(kind.of), "minItems": kind.least},
    kinds.Record: _record,
    kinds.Annotated: _annotated,
    kinds.Table: _table,
    kinds.SceneKinds: _scene,
    kinds.Story: _story,
    kinds.Routes: _routes,
    kinds.Points: _points,
    kinds.StateNames: _state,
    kinds.Changes: _changes,
}
