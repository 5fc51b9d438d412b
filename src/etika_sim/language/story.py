"""Reading what is told and where it leads: scenes, texts with conditions, routes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from etika_sim.language import kinds
from etika_sim.language.fields import ROUTE, SCENES, TEXT_PART
from etika_sim.language.references import reference
from etika_sim.language.suggest import meaning
from etika_sim.language.values import PROSE, Values
from etika_sim.model import Part, Route

_STORY_PART = kinds.StoryPart()
_TO_SCENE = kinds.Reference("scene")


def scene_kind(raw: Any) -> str:
    """Which of the three kinds of scene the keys of `raw` show; "" where there are none to look at."""
    if not isinstance(raw, dict):
        return ""
    return _told_by(raw) or _told_by({meaning(key) for key in raw}) or "passage"


def _told_by(keys: Collection[str]) -> str:
    if "ending" in keys:
        return "ending"
    return "decision" if "choices" in keys or "ask" in keys else ""


def scene(values: Values, raw: Any, kind: kinds.SceneKinds) -> dict[str, Any] | None:
    """The values of a scene under their keys."""
    return values.record(raw, SCENES[scene_kind(raw) or "passage"])


def story(values: Values, raw: Any, kind: kinds.Story) -> tuple[Part, ...] | None:
    """A text, or a list of paragraphs some of which depend on a condition."""
    if type(raw) is not list:
        text = values.prose(raw, PROSE)
        return None if text is None else (Part(text),)
    if not raw:
        values.bad("empty", on="key", key=values.path[-1])
    parts = [values.read(item, _STORY_PART, n) for n, item in enumerate(raw)]
    return tuple(part for part in parts if part is not None)


def story_part(values: Values, raw: Any, kind: kinds.StoryPart) -> Part | None:
    """One paragraph, always there or on a condition."""
    if type(raw) is not dict:
        text = values.prose(raw, PROSE)
        return None if text is None else Part(text)
    found = values.record(raw, TEXT_PART)
    return None if found is None else Part(found["text"], found["if"], found.get("else"))


def routes(values: Values, raw: Any, kind: kinds.Routes) -> tuple[Route, ...] | None:
    """Where it goes on: a scene, or a list of routes with conditions."""
    if type(raw) is not list:
        target = reference(values, raw, _TO_SCENE)
        return None if target is None else (Route(target),)
    if not raw:
        values.bad("empty", on="key", key=values.path[-1])
        return None
    found = [values.read(item, ROUTE, n) for n, item in enumerate(raw)]
    if None in found:
        return None
    return tuple(Route(route["scene"], route.get("if")) for route in found)
