"""The trainer's notes as a page, for a second screen; they must never be projected."""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.classroom import trainer_notes
from etika_sim.classroom.shown import NotesView
from etika_sim.classroom.trainer_notes import Section
from etika_sim.locale import language, translator
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page


def notes(shown: NotesView, now: float) -> Page:
    """The page for this moment, in the language in use; `now` is in seconds of the clock of the class."""
    told = trainer_notes.notes(shown, now, translator(language()))
    return (
        Heading(told.heading, told.timed),
        *(block for section in told.sections for block in _blocks(section)),
    )


def _blocks(section: Section) -> Iterator[Block]:
    yield from (Labelled(*one) for one in section.labelled)
    if section.items:
        yield Items(section.items)
    yield Gap()
