"""Reading what names something: conditions over the state, ids of scenes, laws and channels.

What may be named is known beforehand, so a name is checked where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etika_sim.language import kinds
from etika_sim.language.condition import ConditionError, parse
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.language.suggest import same_letters
from etika_sim.language.values import Values
from etika_sim.model import Condition, Variable


def condition(values: Values, raw: Any, kind: kinds.ConditionText) -> Condition | None:
    """A condition over the names of the state."""
    if not values.is_written(raw, "condition"):
        return None
    known, state = values.conditions.get(raw), values.names.state
    if known is not None or state is None:  # that the state is unreadable is finding enough
        return known
    try:
        found = parse(raw, state)
    except ConditionError as error:
        _bad_condition(values, error, state)
        return None
    values.conditions[raw] = found
    return found


def _bad_condition(values: Values, error: ConditionError, state: Mapping[str, Variable]) -> None:
    rule, facts = "bad-condition", {"reason": error.reason, "word": error.word}
    if error.reason == "unknown-state":
        rule = "unknown-state"
        facts = {"name": error.word, "suggestion": values.near(error.word, state)}
    inside = (error.start, error.length)
    values.findings.add(Diagnostic(rule, tuple(values.path), facts, inside=inside))


def reference(values: Values, raw: Any, kind: kinds.Reference) -> str | None:
    """The id of something that is there."""
    if not values.is_written(raw):
        return None
    name = str(raw)
    if kind.to == "law":
        return _cited(values, name, values.names.laws, "unknown-law")
    if kind.to == "channel":
        return _cited(values, name, values.names.channels, "unknown-channel")
    return _choice(values, name) if kind.to == "choice" else _scene(values, name, kind.to)


def _cited(values: Values, name: str, known: frozenset[str] | None, rule: str) -> str | None:
    """An id of a register. A wrong citation is worse than none: only the same letters are suggested."""
    if known is None or name in known:
        return name
    meant = same_letters(name, known) if values.findings.room else None
    values.report(rule, name=name, suggestion=meant or "")
    return None


def _choice(values: Values, name: str) -> str | None:
    """The id of a choice of the decision that is being read."""
    known = values.names.choices
    if known is None or name in known:  # that there are no choices is finding enough
        return name
    values.report("unknown-choice", name=name, suggestion=values.near(name, known))
    return None


def _scene(values: Values, name: str, to: str) -> str | None:
    scenes = values.names.scenes
    if scenes is None:  # that the scenes are missing is finding enough
        return name
    if name not in scenes:
        values.report("unknown-scene", name=name, suggestion=values.near(name, scenes))
    elif to == "opening" and scenes[name] == "ending":
        values.bad("start-is-ending", name=name)
    elif to == "decision" and scenes[name] in ("passage", "ending"):
        values.bad("not-a-decision", name=name)
    else:
        return name
    return None
