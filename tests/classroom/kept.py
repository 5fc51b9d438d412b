"""Classes of the scripts laid in a store, as a class going on leaves them there."""

from __future__ import annotations

import json
from pathlib import Path

from classroom.script import Script

from etika_sim.classroom.state import Room
from etika_sim.journal.classes import PREFIX
from etika_sim.library.load import load
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry

SESSIONS = Path(__file__).parent / "sessions"
AT = "2026-11-24T05:00:00+00:00"


def scripted(name: str, language: str = "id", more: tuple[str, ...] = ()) -> Script:
    """The class of a file of `sessions`, in that language; `more` lines come before its last."""
    text = (SESSIONS / name).read_text(encoding="utf-8").partition("-" * 72)[0]
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    scenario = load(lines[0].split()[1], language).scenario
    assert scenario is not None
    return Script(scenario, [*lines[:-1], *more, lines[-1]])


def lay(store: Store, id: str, script: Script, keep: tuple[bytes, ...] | None = None, at: str = AT) -> Room:
    """Put a class into the store with the bytes of its case; the room it should come out as."""
    lesson = script.lesson
    entries = [Entry(n, at, json.dumps(event)) for n, event in enumerate(lesson.journal)]
    store.extend(PREFIX + id, entries, load(lesson.scenario.id).sources if keep is None else keep)
    return lesson.room
