"""Parsers of what a trainer types at the prompt line: what was meant, or a sentence where that is unclear."""

from __future__ import annotations

import re

from etika_sim.classroom.case_texts import LETTERS
from etika_sim.classroom.events import (
    Blocked,
    Counted,
    Hid,
    Limited,
    Picked,
    Reworded,
    Supposed,
    Varied,
    Walled,
)
from etika_sim.classroom.progression import play_before
from etika_sim.classroom.state import COMMITMENT, Ballot, Room, Round
from etika_sim.host.actions import Action, Say, SendEvents, ShowPanel, do
from etika_sim.locale import _, ngettext
from etika_sim.play.engine import NoWay, Play, choose, has_ended, options
from etika_sim.views.stage.panels import Panel

_NUMBER = re.compile(r"\d+")
MOST_DIGITS = 4


def counts(typed: str, ballot: Ballot, one: Round) -> Action:
    """Hands counted, in the order of the letters: `12 5 9`, however the numbers are parted."""
    said = [int(number) for number in _NUMBER.findall(typed) if len(number) <= MOST_DIGITS]
    if not typed.strip():
        return None
    if len(said) != len(ballot.options) or re.search(r"[^\d\s,;./+]", typed):
        wanted = ngettext(
            "Type {n} number, one a letter.", "Type {n} numbers, one a letter.", len(letters(ballot))
        )
        return Say(wanted.format(n=len(letters(ballot))))
    return do(Counted(decision=ballot.number, round=one.number, counts=tuple(said)))


def road(typed: str, room: Room) -> Action:
    """A road to try in thought: a decision's number, then letters: `1 C B`; nothing shows the last one.

    Behind the first letter stand those of the decisions that the tried road comes to.
    """
    words = typed.upper().split()
    if not words:
        return ShowPanel(Panel.WHAT_IF)
    is_numbered = words[0].isdecimal() and words[0].isascii()
    number = int(words[0][:MOST_DIGITS]) if is_numbered else len(room.ballots)
    marks = words[1:] if is_numbered else words
    if not (1 <= number <= len(room.ballots)) or room.ballots[number - 1].decided is None or not marks:
        return Say(_("Type the number of a decision, then a letter: 1 C"))
    choices = _walked(play_before(room, number), marks)
    if len(choices) < len(marks):
        return Say(_("There is no option {letter} there.").format(letter=marks[len(choices)][:1]))
    return SendEvents((Supposed(decision=number, choices=tuple(choices)),), Panel.WHAT_IF)


def _walked(play: Play, marks: list[str]) -> list[str]:
    """The choices behind those letters, as far as there are such."""
    choices: list[str] = []
    for mark in marks:
        offered = [] if has_ended(play) else options(play)
        n = LETTERS.find(mark) if len(mark) == 1 else -1
        if not 0 <= n < len(offered):
            break
        choices.append(offered[n].id)
        try:
            play = choose(play, offered[n].id)
        except NoWay:
            break  # the room refuses it, with its reason
    return choices


def option_of(mark: str, ballot: Ballot) -> str | None:
    """The option that stands under a letter."""
    n = LETTERS.find(mark.upper()) if len(mark) == 1 else -1
    return ballot.options[n] if 0 <= n < len(ballot.options) else None


def letters(ballot: Ballot) -> str:
    """The letters of a ballot: `A B C`."""
    return " ".join(LETTERS[: len(ballot.options)])


def variant(typed: str, offered: tuple[str, ...]) -> Action:
    """A quick vote: the number of one that the case offers, or words of one's own."""
    text = typed.strip()
    if not text:
        return None
    if text.isdecimal() and text.isascii() and 1 <= int(text[:MOST_DIGITS]) <= len(offered):
        text = offered[int(text[:MOST_DIGITS]) - 1]
    return SendEvents((Varied(text=text),), Panel.VARY)


def heads(typed: str, room: Room, new_word: str) -> Action:
    """How many people are here; `+` gives another word to come in by."""
    text = typed.strip()
    if text == "+":
        return do(Reworded(word=new_word))
    if not text:
        return None
    if not (text.isdecimal() and text.isascii()) or len(text) > MOST_DIGITS:
        return Say(_("Type how many people are here, or + for another word."))
    people = int(text)
    # nobody who was counted may find the door full
    return do(Limited(people=people, cap=max(people, room.settings.cap)))


def hidden(typed: str, room: Room) -> Action:
    """A commitment taken off the wall, or put back, by its number; nothing takes the whole wall away."""
    text = typed.strip()
    if not text:
        return do(Walled(is_walled=False))
    found = [
        one
        for one in room.said
        if one.kind == COMMITMENT and text.isdecimal() and one.number == int(text[:9])
    ]
    if not found:
        return Say(_("There is no commitment with that number."))
    return do(Hid(said=found[0].number, is_hidden=not found[0].is_hidden))


def picked(typed: str, room: Room) -> Action:
    """A text taken into the report by its number, or out of it again."""
    text = typed.strip()
    if not text:
        return None
    number = int(text[:9]) if text.isdecimal() and text.isascii() else 0
    found = [one for one in room.said if one.number == number]
    if not found:
        return Say(_("There is no text with that number."))
    return do(Picked(said=number, is_picked=not found[0].is_picked))


def silenced(typed: str) -> Action:
    """A seat by its number; `+` before it lets it back in."""
    text = typed.strip()
    if not text:
        return None
    number = text.removeprefix("+").strip()
    if not (number.isdecimal() and number.isascii()) or int(number[:9]) < 1:
        return Say(_("Type the number of a seat, as its phone shows it."))
    return do(Blocked(seat=int(number[:9]), is_blocked=not text.startswith("+")))
