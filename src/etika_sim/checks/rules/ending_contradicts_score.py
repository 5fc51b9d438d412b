"""An ending whose quality says something else than the scores of the plays that come to it.

Two contradictions: a recommended road ends in "compromised" or "violation"; plays that come to a worse
kind of ending earn on average at least five percentage points more than those that come to a better
kind. The average is that of blind choosing, all principles together, first answers only. The five
points are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.spots import TooMany
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.language.fields import QUALITIES
from etika_sim.model import Ending

MARGIN = 5
ROUNDING = 1e-9
RANK = {quality: n for n, quality in enumerate(QUALITIES)}
"""The best kind of ending first."""

BAD = ("compromised", "violation")


def find(draft: Draft) -> Iterator[Diagnostic]:
    """At most one finding an ending, at its quality: the plainest contradiction."""
    bad = {road.ending: road for road in reversed(draft.recommended.roads)}
    averages = _averages(draft)
    for name in draft.scenario.scenes:
        ending = draft.scenario.scenes[name]
        if not isinstance(ending, Ending) or name not in draft.reached:
            continue
        facts: dict[str, object] = {}
        if ending.quality in BAD and name in bad:
            facts = {"reason": "recommended", "road": tuple(choice for _scene, choice in bad[name].steps)}
        elif other := _worse_off(draft, name, averages):
            facts = {"reason": "order", "other": other}
            facts |= {"percent": _whole(averages[name]), "other_percent": _whole(averages[other])}
        if facts:
            told = {"scene": name, "quality": ending.quality, **facts}
            yield Diagnostic("ending-contradicts-score", ("scenes", name, "ending"), told)


def _averages(draft: Draft) -> dict[str, float]:
    """What plays that come to each ending earn on average, in percent."""
    if draft.blind is None:
        return {}
    try:
        found = draft.blind.by_ending
    except TooMany:
        return {}
    return {name: float(sums.percent) for name, sums in found.items() if sums.percent is not None}


def _worse_off(draft: Draft, name: str, averages: dict[str, float]) -> str | None:
    """The better kind of ending whose plays earn least, if they earn clearly less than those of this one."""
    better = [
        other
        for other in averages
        if RANK[_quality(draft, other)] < RANK[_quality(draft, name)] and name in averages
    ]
    least = min(better, key=lambda other: averages[other], default=None)
    if least is None or averages[name] < averages[least] + MARGIN - ROUNDING:
        return None
    return least


def _quality(draft: Draft, name: str) -> str:
    ending = draft.scenario.scenes[name]
    assert isinstance(ending, Ending)
    return ending.quality


def _whole(percent: float) -> int:
    return int(percent + 0.5)
