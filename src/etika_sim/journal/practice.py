"""Answering one decision again, for practice.

Law: practice is pure. Nothing of it is written down, and nothing of it is ever weighed.
"""

from __future__ import annotations

from etika_sim.journal.plays import Kept
from etika_sim.journal.progress import Look
from etika_sim.play.record import CHOSE, replay


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
