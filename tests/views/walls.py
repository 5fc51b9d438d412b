"""A class walked through on the wall, for tests: every step and panel, framed as the screen shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from classroom.lesson import Lesson

from etika_sim.classroom import progression
from etika_sim.classroom.events import Routed
from etika_sim.classroom.plan import FULL
from etika_sim.classroom.state import Room
from etika_sim.classroom.visibility import for_projector
from etika_sim.environment import in_ascii
from etika_sim.library.load import load
from etika_sim.model import Scenario
from etika_sim.views.stage.lines import MARGIN, Line, Look, text_of
from etika_sim.views.stage.panels import Panel
from etika_sim.views.stage.stage import footer, header, stage

ADDRESS = "HTTP://192.168.1.20:8765/7K3Q"


class Moment(NamedTuple):
    """A room as it stands on the wall, with a panel over it."""

    room: Room
    panel: Panel = Panel.NONE


def scenario(name: str, language: str = "id") -> Scenario:
    """A shipped case."""
    found = load(name, language).scenario
    assert found is not None
    return found


def hour(told: Scenario, people: int = 31, **settings: Any) -> Iterator[Moment]:
    """A class of 45 minutes from the lobby to the farewell; the first decision is played to the full."""
    lesson = Lesson(told, 45, event="Bimtek Etika Pelayanan", **settings)
    yield Moment(lesson.room)
    lesson.phones(people)
    yield Moment(lesson.room)
    yield Moment(lesson.room, Panel.HELP)
    yield from _opening(lesson)
    yield from _decision(lesson)
    while lesson.room.phase not in ("de-role", "debrief"):
        _on(lesson)
    yield Moment(lesson.room)
    while lesson.room.phase != "commitments":
        yield _on(lesson)
    lesson.do("committed", token="t3", text="Saya menulis setiap tamu di buku.")
    lesson.do("walled", is_walled=True)
    yield Moment(lesson.room)
    for _step in ("exit", "closed"):
        yield _on(lesson)


def _on(lesson: Lesson) -> Moment:
    """What Enter does; where only the trainer can choose, the first road."""
    lesson.happen(progression.ahead(lesson.room) or Routed(lesson.ballot.options[0]))
    return Moment(lesson.room)


def _opening(lesson: Lesson) -> Iterator[Moment]:
    yield _on(lesson)
    _on(lesson)
    if lesson.room.phase == "roles":
        lesson.do("dealt", seed="x")
        yield Moment(lesson.room)
    while lesson.room.open_round is None:
        yield _on(lesson)


def _decision(lesson: Lesson) -> Iterator[Moment]:
    options = lesson.ballot.options
    lesson.vote([options[n % len(options)] for n in range(20)])
    yield Moment(lesson.room)
    yield _on(lesson)
    if lesson.ballot.how == FULL:
        yield _on(lesson)
        _on(lesson)
        _on(lesson)
        lesson.vote([options[0]] * 18 + [options[1]] * 12)
        yield Moment(lesson.room)
        _on(lesson)
    yield _on(lesson)
    yield Moment(lesson.room, Panel.LAW)
    lesson.do("varied", text="Bagaimana kalau ia kakak Anda sendiri?")
    lesson.vote([options[1]] * 20)
    yield Moment(lesson.room, Panel.VARY)
    lesson.do("shown")
    yield Moment(lesson.room, Panel.VARY)
    yield _on(lesson)
    lesson.do("supposed", decision=1, choices=[options[-1]])
    yield Moment(lesson.room, Panel.WHAT_IF)


def look(width: int, height: int, room: Room, *, draws: bool = True, address: str = ADDRESS) -> Look:
    """A screen of that size, twenty seconds after the last thing that happened."""
    return Look(now=room.now + 20, width=width, height=height, address=address, draws=draws)


def rows(moment: Moment, seen: Look) -> Iterator[list[Line]]:
    """The rows of the screen, sheet by sheet: head, sheet, foot."""
    shown = for_projector(moment.room)
    sheets = stage(shown, seen, moment.panel)
    for n, sheet in enumerate(sheets):
        rest = [()] * (seen.rows - len(sheet))
        foot = footer(shown, seen, n, len(sheets), moment.panel)
        yield [header(shown, seen), (), *sheet, *rest, (), foot]


def framed(moment: Moment, seen: Look) -> str:
    """The screens of a moment as text between rules, empty rows at a sheet's end left out."""
    texts = []
    for screen in rows(moment, seen):
        lines = [text_of(row) for row in screen]
        *body, foot = lines
        while body and not body[-1]:
            body.pop()
        title = f"=== {moment.room.phase.value} {moment.panel.value}".rstrip()
        shown = "\n".join(f"{' ' * MARGIN}{line}".rstrip() for line in [*body, "", foot])
        texts.append(f"{title}\n{shown if seen.draws else in_ascii(shown)}\n")
    return "\n".join(texts)
