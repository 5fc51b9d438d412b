"""Data -> Scenario, or every mistake at once.

`values` and its fellows read each value where it stands; here are the rules that need several of
them, and the putting together of the nouns, which begins only when nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from etika_sim.language import effects, kinds, references, story
from etika_sim.language.diagnostic import Findings
from etika_sim.language.fields import SCENARIO
from etika_sim.language.limits import MOST_FINDINGS
from etika_sim.language.suggest import key_meant
from etika_sim.language.values import VALUE_READERS, Names, Readers, Values
from etika_sim.model import (
    NOTHING,
    PRINCIPLES,
    Choice,
    ClassPlan,
    Debrief,
    Decision,
    Ending,
    Facilitator,
    Heard,
    OfficeRemedy,
    Passage,
    Review,
    Role,
    Scenario,
    Scene,
    Variable,
    WhatIf,
)

MOST_RECOMMENDED = 2


def build(
    data: Any,
    case: str,
    findings: Findings,
    laws: frozenset[str] | None = frozenset(),
    channels: frozenset[str] | None = frozenset(),
    language: str = "id",
) -> Scenario | None:
    """The scenario that `data` describe; `case` is its id. None when there are findings."""
    values = Values(findings, Names(laws, channels), READERS)
    raw = data if isinstance(data, dict) else {}
    state_key = _state_key(raw)
    values.path.append(state_key)
    state = effects.state_names(values, raw.get(state_key))
    values.path.pop()
    values.names = Names(laws, channels, _scene_kinds(raw.get("scenes")), state)
    found = values.record(data, SCENARIO)
    if found is None or findings.count:
        return None
    return _scenario(case, language, found)


def _state_key(raw: Mapping[str, Any]) -> str:
    """Under which key the state stands: `state`, or the first that is meant to be it.

    Under a wrong key the names are known all the same, so that only the key is a finding.
    """
    known = SCENARIO.by_key().keys()
    if "state" in raw or raw.keys() <= known:
        return "state"
    unused = [key for key in known if key not in raw]
    unknown = islice((key for key in raw if key not in known), MOST_FINDINGS)
    return next((key for key in unknown if key_meant(key, unused) == "state"), "state")


def _scene_kinds(raw: Any) -> dict[str, str] | None:
    """The kind of each scene; None where there are no scenes to refer to."""
    if not isinstance(raw, dict) or not raw:
        return None
    return {name: story.scene_kind(scene) for name, scene in raw.items()}


def _record(values: Values, raw: Any, kind: kinds.Record) -> dict[str, Any] | None:
    found = values.record(raw, kind)
    check = _CHECKS.get(kind.name)
    if check is not None and isinstance(raw, dict):
        check(values, raw)
    return found


def _check_choice(values: Values, raw: Mapping[str, Any]) -> None:
    changed, added = raw.get("set"), raw.get("add")
    if isinstance(changed, dict) and isinstance(added, dict):
        for name in [name for name in added if name in changed]:
            values.bad("set-and-add", "add", name, on="key", name=name)
    if raw.get("recommended") == "true" and raw.get("red_line") == "true":
        values.bad("recommended-red-line", "recommended", on="key")


def _scene(values: Values, raw: Any, kind: kinds.SceneKinds) -> Scene | None:
    """A scene, put together at once: the values of a large case twice would be its weight again."""
    written = raw.get("choices") if isinstance(raw, dict) else None
    choices = written if isinstance(written, dict) else None
    values.names = values.names._replace(choices=choices)
    found = story.scene(values, raw, kind)
    if choices is not None:
        chosen = [c for c in choices.values() if isinstance(c, dict) and c.get("recommended") == "true"]
        if len(chosen) > MOST_RECOMMENDED:
            values.bad("too-many-recommended", "choices", on="key", most=MOST_RECOMMENDED)
    return None if found is None else _noun(str(values.path[-1]), found)


def _table(values: Values, raw: Any, kind: kinds.Table) -> dict[str, Any] | None:
    found = values.table(raw, kind)
    scenes = values.names.scenes if type(kind.of) is kinds.SceneKinds else None
    if scenes and not {"ending", ""} & set(scenes.values()):  # one that cannot be told may be it
        values.report("no-ending", on="key")
    return found


def _state(values: Values, raw: Any, kind: kinds.StateNames) -> Mapping[str, Variable] | None:
    return values.names.state  # read before everything else


_CHECKS = {"choice": _check_choice}

READERS: Readers = {
    **VALUE_READERS,
    kinds.Record: _record,
    kinds.Table: _table,
    kinds.SceneKinds: _scene,
    kinds.Story: story.story,
    kinds.StoryPart: story.story_part,
    kinds.Routes: story.routes,
    kinds.ConditionText: references.condition,
    kinds.Reference: references.reference,
    kinds.Points: effects.points,
    kinds.Changes: effects.changes,
    kinds.StateNames: _state,
}

# --- the nouns ---------------------------------------------------------------------------------


def _scenario(case: str, language: str, found: dict[str, Any]) -> Scenario:
    return Scenario(
        id=case,
        language=language,
        title=found["title"],
        module=found["module"],
        summary=found["summary"],
        you=found["you"],
        start=found["start"],
        scenes=found["scenes"],
        debrief=_debrief(found["debrief"]),
        state=tuple(found.get("state", {}).values()),
        level=found.get("level", "basic"),
        minutes=found.get("minutes"),
        practices=found.get("practices", ()),
        pressures=found.get("pressures", ()),
        themes=found.get("themes", ()),
        authors=found.get("authors", ()),
        reviewed=tuple(Review(**review) for review in found.get("reviewed", ())),
        twin=found.get("twin"),
        note=found.get("note"),
        roles={name: Role(name, **role) for name, role in found.get("roles", {}).items()},
        observe={p: found["observe"][p] for p in PRINCIPLES if p in found.get("observe", {})},
        plans=_plans(found.get("class", {})),
        allow=found.get("allow", {}),
    )


def _plans(found: dict[str, dict[str, Any]]) -> dict[int, ClassPlan]:
    return {int(minutes): ClassPlan(int(minutes), **plan) for minutes, plan in found.items()}


def _debrief(found: dict[str, Any]) -> Debrief:
    office = tuple(OfficeRemedy(**remedy) for remedy in found.pop("office", ()))
    return Debrief(**found, office=office)


def _noun(name: str, found: dict[str, Any]) -> Scene:
    if "ending" in found:
        return Ending(name, found["title"], found["text"], found["ending"])
    if "choices" not in found:
        return Passage(name, found.get("title"), found["text"], found["to"])
    return Decision(
        id=name,
        title=found.get("title"),
        text=found["text"],
        ask=found["ask"],
        choices={key: _choice(key, choice) for key, choice in found["choices"].items()},
        weight=found.get("weight", 1),
        shuffle=found.get("shuffle", True),
        facilitator=_facilitator(found.get("facilitator", {})),
    )


def _facilitator(found: dict[str, Any]) -> Facilitator:
    heard = tuple(Heard(**one) for one in found.pop("listen_for", ()))
    what_ifs = tuple(WhatIf(**one) for one in found.pop("vary", ()))
    return Facilitator(**found, listen_for=heard, vary=what_ifs)


def _choice(name: str, found: dict[str, Any]) -> Choice:
    get = found.get
    return Choice(
        name,
        found["text"],
        found["scores"],
        found["outcome"],
        found["review"],
        found["to"],
        get("if"),
        get("set", NOTHING),
        get("add", NOTHING),
        get("recommended", False),
        get("red_line", False),
        get("excuse"),
        get("law", ()),
        get("next_step"),
        get("channels", ()),
        get("say"),
        get("mends", False),
    )
