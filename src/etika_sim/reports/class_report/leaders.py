"""The page for those who lead the office: obstacles, remedies, the class's own words.

Nothing on it is of one person; what a class of fewer than five said is left out.
"""

from __future__ import annotations

from typing import NamedTuple

from etika_sim import labels
from etika_sim.analysis.summary import Met, Poll, Summary, is_small, sound_share
from etika_sim.classroom.state import USUAL
from etika_sim.locale import Translator
from etika_sim.locale.formats import percent
from etika_sim.reports.class_report.html import rendered

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


def leaders_page(one: Summary, words: Translator) -> bytes:
    """The page as an HTML file."""
    office, _ = one.scenario.debrief.office, words.gettext
    facts = {
        "obstacles": [
            Obstacle(code, labels.pressure(code, _), code in one.scenario.pressures) for code in OBSTACLES
        ],
        "remedies": [
            Remedy(code, labels.remedy(code, _), tuple(each.ask for each in office if each.remedy == code))
            for code in REMEDIES
        ],
        "seen": _seen(one),
        "own_words": () if is_small(one) else [picked.text for picked in one.picked],
    }
    return rendered("leaders.html", one, words, facts)


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
    part = sound_share(met, poll)
    assert part is not None
    return percent(100 * part)
