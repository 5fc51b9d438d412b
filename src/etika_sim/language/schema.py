"""fields -> JSON Schema (draft-07), for the hover texts and completion of editors.

Where it differs from the builder, an editor reading YAML 1.2 sees typed scalars where we see text;
docs/language.md lists the differences and a property test holds them.
"""

from __future__ import annotations

from typing import Any

from etika_sim.language import kinds
from etika_sim.language.condition import LONGEST
from etika_sim.language.fields import COUNTER, NAME, ROUTE, SCENARIO, SCENES, TEXT_PART
from etika_sim.model import PRINCIPLES

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_CONDITION: Schema = {"type": ["string", "boolean"], "maxLength": LONGEST}


def schema() -> Schema:
    """The JSON Schema of a case, with meanings in Indonesian."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "etika-sim, kasus format 1",
        **of_kind(SCENARIO),
    }


def of_kind(kind: kinds.Kind) -> Schema:
    """The schema of one kind of value."""
    match kind:
        case kinds.Record():
            return _record(kind)
        case kinds.Many():
            return {"type": "array", "items": of_kind(kind.of), "minItems": kind.least}
        case kinds.Table():
            return _table(kind)
        case kinds.OneOf():
            return {"enum": list(kind.words)}
        case kinds.Number():
            return {"type": "integer", "minimum": kind.low, "maximum": kind.high}
        case kinds.Word():
            return {"type": "string", **({"pattern": f"^{kind.pattern}$"} if kind.pattern else {})}
        case _:
            return _fixed(kind)


def _fixed(kind: kinds.Kind) -> Schema:

    fixed: dict[type, Schema] = {
        kinds.Truth: {"type": "boolean"},
        kinds.ConditionText: _CONDITION,
        kinds.Reference: {"type": "string"},
        kinds.Line: _TEXT,
        kinds.Prose: _TEXT,
        kinds.Plain: _TEXT,
    }
    if type(kind) in fixed:
        return dict(fixed[type(kind)])
    match kind:
        case kinds.Story():
            part = {"anyOf": [_TEXT, _record(TEXT_PART)]}
            return {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": part}]}
        case kinds.Routes():
            routes = {"type": "array", "minItems": 1, "items": _record(ROUTE)}
            return {"anyOf": [{"type": "string"}, routes]}
        case kinds.Points():
            return _points()
        case kinds.StateNames():
            return _state()
        case kinds.Changes():
            values = ["integer"] if kind.how == "add" else ["integer", "boolean"]
            return {"type": "object", "additionalProperties": {"type": values}}
        case kinds.SceneKinds():
            return _scene()
    raise AssertionError(kind)


def _record(kind: kinds.Record) -> Schema:
    properties = {}
    for field in kind.fields:
        example = f"\nContoh: {field.example}" if field.example else ""
        properties[field.key] = {"description": field.id + example, **of_kind(field.kind)}
    required = [field.key for field in kind.fields if field.required]
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


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


def _points() -> Schema:
    point = {"type": "integer", "minimum": -2, "maximum": 2}
    return {
        "type": "object",
        "properties": {principle.value: point for principle in PRINCIPLES},
        "additionalProperties": False,
    }


def _state() -> Schema:

    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{NAME}$"},
        "additionalProperties": {"anyOf": [{"type": "boolean"}, _record(COUNTER)]},
    }


def _scene() -> Schema:
    """A scene by its keys; if/then keeps an editor's complaint to the kind that was meant."""
    decision = {"anyOf": [{"required": ["choices"]}, {"required": ["ask"]}]}
    return {
        "type": "object",
        "if": {"required": ["ending"]},
        "then": _record(SCENES["ending"]),
        "else": {"if": decision, "then": _record(SCENES["decision"]), "else": _record(SCENES["passage"])},
    }
