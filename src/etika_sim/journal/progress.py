"""Progress of a participant, read off stored plays: how the principles showed, endings met, own words.

Law: only plays that came to an ending are pooled, by their first answers. Practice is pure: nothing of
it is written down, and nothing of it is ever weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from etika_sim.journal.histories import Told, once, tell
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import OVER, Kept
from etika_sim.model import PRINCIPLES, Decision, Ending, Principle, Scenario
from etika_sim.play.engine import Play, has_ended
from etika_sim.play.record import ANSWERED, CHOSE, COMMITTED, ENDED, NOTED, REFLECTED, Event, Record, replay
from etika_sim.play.scoring import Judged, Scorecard, pool, scorecard
from etika_sim.store.log import Store

WORDS = (NOTED, REFLECTED, ANSWERED, COMMITTED)
"""The kinds of event that are the participant's own words."""

MOST_LOOKS = 5


class Finished(NamedTuple):
    """A play that came to an ending: when it did, the local date of that, its record, and how it went."""

    at: str
    day: str
    record: Record
    play: Play
    card: Scorecard


class Met(NamedTuple):
    """A case of which an ending was met, in the version that was played last.

    `endings` are the ids of those met, `out_of` is how many there are; `untested` are the principles
    that the case can test and that no finished play of it has tested.
    """

    scenario: Scenario
    endings: tuple[str, ...]
    out_of: int
    untested: tuple[Principle, ...]


class Written(NamedTuple):
    """Words of the participant's own: an event, its local date, and where it was written.

    `stream` names the play, `case` and `title` its case; `scene` is the scene's title or question.
    """

    stream: str
    case: str
    title: str
    scene: str
    day: str
    event: Event


class Look(NamedTuple):
    """A decision worth another look: the play that met it last, and how its first answer is judged."""

    finished: Finished
    judged: Judged


class Progress(NamedTuple):
    """What one participant has done: plays in the order of their last writing."""

    finished: tuple[Finished, ...] = ()
    cases: tuple[Met, ...] = ()
    written: tuple[Written, ...] = ()
    unfinished: int = 0
    unreadable: int = 0


def progress(store: Store, owner: Owner) -> Progress:
    """What the owner's plays tell; one that cannot be read is counted. Raises StoreTrouble."""
    told, lost = tell(store, owner)
    counted = once(told)
    finished = tuple(_finished(one, one.play) for one in counted if one.play and has_ended(one.play))
    return Progress(
        finished,
        tuple(_met(told, finished)),
        tuple(_unique(written for one in told for written in _written(one))),
        unfinished=sum(map(_goes_on, counted)),
        unreadable=lost + sum(one.play is None for one in counted),
    )


def pooled(finished: Iterable[Finished]) -> Scorecard:
    """The scorecards of some plays as one: sums are added, percentages never averaged."""
    cards = [one.card for one in finished]
    return Scorecard(
        principles={p: pool(card.principles[p] for card in cards) for p in PRINCIPLES},
        overall=pool(card.overall for card in cards),
        comparator={p: pool(card.comparator[p] for card in cards) for p in PRINCIPLES},
        judged=tuple(chain.from_iterable(card.judged for card in cards)),
        red_lines=tuple(chain.from_iterable(card.red_lines for card in cards)),
        undone=sum(card.undone for card in cards),
    )


def looks(finished: Iterable[Finished], most: int = MOST_LOOKS) -> tuple[Look, ...]:
    """Decisions whose first answer, in the last play that met them, left something to be wished.

    Most regret first; of equal ones the one that was met last.
    """
    last: dict[tuple[str, str], Look] = {}
    for one in reversed(tuple(finished)):
        for judged in one.card.judged:
            last.setdefault((one.record.case, judged.scene.id), Look(one, judged))
    left = [look for look in last.values() if look.judged.regret > 0]
    return tuple(sorted(left, key=lambda look: -look.judged.regret)[:most])


def before(look: Look) -> Kept:
    """The play as it stood when that decision was answered for the first time, on its own version.

    What was undone before that stays undone; the name of its stream is empty, for it has none.
    """
    record, scenario = look.finished.record, look.finished.play.scenario
    first = next(
        n
        for n, event in enumerate(record.events)
        if event.kind == CHOSE and event.facts["scene"] == look.judged.scene.id
    )
    begun = record._replace(events=record.events[:first])
    play, _stop = replay(begun, scenario)
    return Kept("", begun, play)


def day_of(at: str) -> str:
    """The date of a moment on this laptop's calendar, as far as the moment can be read."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return at[:10]


def testable(scenario: Scenario) -> set[Principle]:
    """The principles on which the choices of some decision differ."""
    decisions = [scene for scene in scenario.scenes.values() if isinstance(scene, Decision)]
    return {
        principle
        for n, principle in enumerate(PRINCIPLES)
        for scene in decisions
        if len({choice.scores[n] or 0 for choice in scene.choices.values()}) > 1
    }


def _finished(told: Told, play: Play) -> Finished:
    at = next((event.at for event in reversed(told.events) if event.kind == CHOSE), "")
    return Finished(at, day_of(at), told.record, play, scorecard(play))


def _goes_on(told: Told) -> bool:
    """Whether the play has begun, has not come to an ending, and was not given up."""
    if told.play is None or has_ended(told.play) or not told.events:
        return False
    return told.events[-1].kind not in OVER


def _met(told: Iterable[Told], finished: Iterable[Finished]) -> Iterator[Met]:
    """The cases of which an ending was met, by module."""
    latest: dict[str, Scenario] = {}
    endings: dict[str, set[str]] = defaultdict(set)
    tested: dict[str, set[Principle]] = defaultdict(set)
    for one in told:
        ended = (event.facts.get("ending", "") for event in one.events if event.kind == ENDED)
        endings[one.head.case].update(ended)
        if one.play is not None:
            latest[one.head.case] = one.play.scenario
    for play in finished:
        endings[play.record.case].add(play.play.scene)
        tested[play.record.case].update(p for p, tally in play.card.principles.items() if tally.k)
    for case, scenario in sorted(latest.items(), key=lambda item: (item[1].module, item[0])):
        ids = [name for name, scene in scenario.scenes.items() if isinstance(scene, Ending)]
        met = tuple(name for name in ids if name in endings[case])
        if met:
            left = testable(scenario) - tested[case]
            yield Met(scenario, met, len(ids), tuple(p for p in PRINCIPLES if p in left))


def _written(told: Told) -> Iterator[Written]:
    head = told.head
    for event in told.events:
        if event.kind in WORDS:
            where = _place(told.play, event.facts.get("scene", ""))
            yield Written(head.stream, head.case, head.title, where, day_of(event.at), event)


def _place(play: Play | None, scene: str) -> str:
    """A scene's title, or the question asked there; empty if that is not known any more."""
    found = None if play is None else play.scenario.scenes.get(scene)
    if found is None:
        return ""
    return found.title or (found.ask if isinstance(found, Decision) else "")


def _unique(written: Iterable[Written]) -> list[Written]:
    """Words once each: a play that was moved to a new version brought along what was written in it."""
    found: dict[tuple[object, ...], Written] = {}
    for one in written:
        event = one.event
        found.setdefault((one.case, event.n, event.at, event.kind, *sorted(event.facts.items())), one)
    return list(found.values())
