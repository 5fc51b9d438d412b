"""A class told afterwards in plain words: what was decided, who moved, what was tried in thought.

For the trainer and for reports. Free texts stand here only when the trainer picked them, and groups
under five are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.classroom import progression, tally
from etika_sim.classroom.case_texts import LETTERS, decision_of, letter
from etika_sim.classroom.free_text import NAMES
from etika_sim.classroom.plan import FULL
from etika_sim.classroom.results import percent
from etika_sim.classroom.state import (
    MAIN_ROUNDS,
    MAJORITY,
    TIE,
    USUAL,
    Ballot,
    Room,
    Round,
    WhatIf,
)
from etika_sim.locale import N_, _, ngettext
from etika_sim.model import PRINCIPLES, Ending, Principle
from etika_sim.play.engine import Play, here
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line
from etika_sim.views import words
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose

_BY = {
    MAJORITY: N_("most votes"),
    TIE: N_("the trainer, after a tie"),
    None: N_("the trainer's own choice"),
}


def account(room: Room) -> Page:
    """The whole class, decision by decision."""
    seats = [seat for seat in room.seats.values() if not seat.is_blocked]
    count = sum(seat.voices for seat in seats)
    there = ngettext("{n} person at phones and tables.", "{n} people at phones and tables.", count)
    planned = _("Planned for {minutes} minutes.").format(minutes=room.settings.minutes)
    blocks: list[Block] = [
        Heading(safe_line(room.scenario.title), room.settings.event),
        Prose((f"{planned} {there.format(n=count)}" if count else planned,)),
        Gap(),
    ]
    for ballot in room.ballots:
        blocks += _decision(room, ballot)
    blocks += [*_what_ifs(room), *_picked(room), *_principles(room)]
    note = _("This is feedback for training, not a measurement for personnel decisions.")
    return (*blocks, Prose((note,), "quiet"), Gap())


def _decision(room: Room, ballot: Ballot) -> Iterator[Block]:
    scene = decision_of(room.scenario, ballot)
    how = _("in full") if ballot.how == FULL else _("quickly")
    aside = _("decision {n}, {how}").format(n=ballot.number, how=how)
    yield Heading(safe_line(scene.title or scene.ask), aside)
    choices = [scene.choices[option].text for option in ballot.options]
    yield Items(tuple((mark, safe_line(text)) for mark, text in zip(LETTERS, choices, strict=False)))
    yield Gap()
    for one in ballot.rounds:
        yield Labelled(_asks(one), (f"{safe_line(one.text)} {_counts(ballot, one)}".strip(),))
    yield from _moved(ballot)
    yield from _by_role(room, ballot)
    tipped = tally.tipping(ballot)
    if tipped:
        yield Labelled(_("Tipping point"), (safe_line(tipped.text),))
    yield from _ticked(ballot)
    yield Labelled(_("Road taken"), (_road(ballot),))
    yield Gap()


def _asks(one: Round) -> str:
    if one.number > MAIN_ROUNDS:
        return _("Quick vote")
    if one.asks == USUAL:
        return _("What most colleagues would do")
    return _("Vote {n}").format(n=one.number)


def _counts(ballot: Ballot, one: Round) -> str:
    said = tally.counts(ballot, one)
    n = sum(said)
    if not n:
        return _("nobody voted")
    parts = [
        f"{mark} {count} ({_share(count, n)}\u00a0%)"  # a number keeps its sign
        for mark, count in zip(LETTERS, said, strict=False)
    ]
    return f"{' · '.join(parts)}; n = {n}"


def _share(count: int, n: int) -> int:
    return (200 * count + n) // (2 * n)


def _moved(ballot: Ballot) -> Iterator[Block]:
    moves = tally.moves(ballot)
    if moves is None:
        return
    roads = [
        f"{letter(ballot, before)} → {letter(ballot, after)} {n}"
        for (before, after), n in moves.pairs.items()
        if before != after
    ]
    said = _("{moved} of {n} who voted twice").format(moved=moves.moved, n=moves.paired)
    yield Labelled(_("The class moved"), (f"{said}: {', '.join(sorted(roads))}" if roads else said,))


def _by_role(room: Room, ballot: Ballot) -> Iterator[Block]:
    told = tally.by_role(room, ballot)
    if len(told) > 1:
        lines = [(_role(room, role), counts) for role, counts in told.items()]
        yield Labelled(_("By role"), ("; ".join(f"{name}: {_letters(counts)}" for name, counts in lines),))


def _role(room: Room, role: str | None) -> str:
    if role is None:
        return _("observers")
    return safe_line(room.scenario.roles[role].name) if role else _("all others")


def _letters(counts: tally.Counts) -> str:
    return " ".join(f"{mark} {n}" for mark, n in zip(LETTERS, counts, strict=False))


def _ticked(ballot: Ballot) -> Iterator[Block]:
    seen = [principle for ticks in ballot.ticks.values() for principle in ticks]
    if seen:
        parts = [f"{words.label(p)} {seen.count(p)}" for p in PRINCIPLES if p in seen]
        yield Labelled(_("Seen by observers"), (", ".join(parts),))


def _road(ballot: Ballot) -> str:
    if ballot.decided is None:
        return _("none; the class went on to the debrief")
    by = _(_BY.get(ballot.decided.by, _BY[None]))
    said = f"{letter(ballot, ballot.decided.choice)}, {by}"
    return f"{said}: {ballot.decided.reason}" if ballot.decided.reason else said


def _what_ifs(room: Room) -> Iterator[Block]:
    if room.what_ifs:
        yield Heading(_("Tried in thought"))
        for one in room.what_ifs:
            yield from _what_if(room, one)
        yield Gap()


def _what_if(room: Room, one: WhatIf) -> Iterator[Block]:
    ballot = room.ballots[one.decision - 1]
    text = decision_of(room.scenario, ballot).choices[one.choices[0]].text
    own, other = (_arrived(play) for play in progression.sides(room, one))
    if own == other:
        said = _("leads to {other}, as the class's own road did").format(other=other)
    else:
        said = _("leads to {other}; the class's own road led to {own}").format(other=other, own=own)
    yield Labelled(_("From decision {n}").format(n=one.decision), (f"{safe_line(text)} → {said}.",))


def _arrived(play: Play) -> str:
    scene = here(play)
    title = f'"{safe_line(scene.title or scene.id)}"'
    return f"{title} ({words.quality(scene.quality)})" if isinstance(scene, Ending) else title


def _picked(room: Room) -> Iterator[Block]:
    picked = [one for one in room.said if one.is_picked]
    if picked:
        yield Heading(_("In people's own words"))
        said = [(_(NAMES[one.kind]), one.text) for one in picked]
        yield Items(tuple(("-", f"{kind}: {text}") for kind, text in said))
        yield Gap()


def _principles(room: Room) -> Iterator[Block]:
    """The principles per round, over all votes of the class."""
    if not room.ballots:
        return
    yield Heading(_("The five principles"), _("all votes of the class"))
    for principle in PRINCIPLES:
        yield Labelled(words.label(principle), (_shift(room, principle),))
    yield Gap()


def _shift(room: Room, principle: Principle) -> str:
    parts = []
    for ballot in room.ballots:
        rounds = [tally.counts(ballot, one) for one in tally.deciding(ballot)]
        sums = [tally.principles(room.scenario, ballot, said)[principle] for said in rounds]
        if any(one.range for one in sums):
            shown = " → ".join(_percent(one) for one in sums)
            parts.append(_("decision {n}: {percents}").format(n=ballot.number, percents=shown))
    return "; ".join(parts) or _("not tested")


def _percent(one: Tally) -> str:
    return "–" if one.score is None else f"{percent(one.score)} %"
