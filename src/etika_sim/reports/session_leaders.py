"""What the leaders of an office are told of a class: obstacles, remedies, the class's own words."""

from __future__ import annotations

from typing import Any, NamedTuple

from etika_sim.classroom.results import percent
from etika_sim.classroom.state import USUAL
from etika_sim.reports.names import ClassNames
from etika_sim.reports.session import Summary, is_few, sound
from etika_sim.reports.session_decision import Met, Poll

OBSTACLES, REMEDIES = ("T1", "T2", "T3", "T4"), ("S1", "S2", "S3")


class Obstacle(NamedTuple):
    """A pressure under its code, and whether it is in the case that the class played."""

    code: str
    name: str
    is_here: bool


class Remedy(NamedTuple):
    """A remedy under its code, and what the class was asked about it."""

    code: str
    name: str
    asked: tuple[str, ...]


class Seen(NamedTuple):
    """A decision: the percentage of votes for advised options, as most would do (if asked) and as decided."""

    title: str
    usual: int | None
    usual_n: int
    should: int
    should_n: int


def leaders_facts(one: Summary, names: ClassNames) -> dict[str, Any]:
    """What the page for leaders is made of."""
    office = one.scenario.debrief.office
    return {
        "obstacles": [
            Obstacle(code, names.pressure(code), code in one.scenario.pressures) for code in OBSTACLES
        ],
        "remedies": [
            Remedy(code, names.remedy(code), tuple(each.ask for each in office if each.remedy == code))
            for code in REMEDIES
        ],
        "seen": _seen(one),
        "words": () if is_few(one) else [picked.text for picked in one.picked],
    }


def _seen(one: Summary) -> list[Seen]:
    """The decisions of which the class said what it would do, and perhaps what is usual."""
    found = []
    for met in one.decisions:
        told = [poll for poll in met.rounds if poll.counts]
        usual = [poll for poll in told if poll.asks == USUAL]
        should = [poll for poll in told if poll.asks != USUAL]
        if should:
            least = _advised(met, usual[0]) if usual else None
            n = usual[0].n if usual else 0
            found.append(Seen(met.title or met.ask, least, n, _advised(met, should[-1]), should[-1].n))
    return found


def _advised(met: Met, poll: Poll) -> int:
    part = sound(met, poll)
    assert part is not None
    return percent(100 * part)
