"""Account of a class in plain words: what was decided, who moved, what was tried in thought.

It is made of a summary, never of a room, so that it cannot tell more than a report does.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim import labels
from etika_sim.analysis.summary import Met, Poll, Road, Side, Summary, Tried
from etika_sim.classroom.free_text import NAMES
from etika_sim.classroom.plan import FULL
from etika_sim.classroom.state import MAIN_ROUNDS, USUAL
from etika_sim.classroom.tally import Counts
from etika_sim.locale import _, ngettext
from etika_sim.locale.formats import percent, share
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose


def account(one: Summary) -> Page:
    """The whole class, decision by decision."""
    count = one.people.phones + one.people.at_tables
    there = ngettext("{n} person at phones and tables.", "{n} people at phones and tables.", count)
    planned = _("Planned for {minutes} minutes.").format(minutes=one.minutes)
    blocks: list[Block] = [
        Heading(safe_line(one.scenario.title), one.event),
        Prose((f"{planned} {there.format(n=count)}" if count else planned,)),
        Gap(),
    ]
    for met in one.decisions:
        blocks += _decision(one, met)
    blocks += [*_tried(one), *_picked(one), *_principles(one)]
    return (*blocks, Prose((_(labels.NOTE),), "quiet"), Gap())


def _decision(one: Summary, met: Met) -> Iterator[Block]:
    how = _("in full") if met.how == FULL else _("quickly")
    aside = _("decision {n}, {how}").format(n=met.number, how=how)
    yield Heading(safe_line(met.title or met.ask), aside)
    yield Items(tuple((option.letter, safe_line(option.text)) for option in met.options))
    yield Gap()
    for poll in (*met.rounds, *met.quick):
        yield Labelled(_asks(poll), (f"{safe_line(poll.text)} {_counts(met, poll)}".strip(),))
    if met.voted:
        unseen = _("{n} had voted in a round that was never revealed; it stays so.")
        yield Prose((unseen.format(n=met.voted),))
    yield from _moved(met)
    yield from _by_role(one, met)
    yield from _tipping(met)
    yield from _ticked(met)
    yield Labelled(_("Road taken"), (_road(met, met.road),))
    yield Gap()


def _asks(poll: Poll) -> str:
    if poll.number > MAIN_ROUNDS:
        return _("Quick vote")
    if poll.asks == USUAL:
        return _("What most colleagues would do")
    return _("Vote {n}").format(n=poll.number)


def _counts(met: Met, poll: Poll) -> str:
    if not poll.n:
        return _("nobody voted")
    if poll.counts is None:
        few = _("not told apart: fewer than five")
        return f"{few}; n = {poll.n}"
    parts = [
        f"{option.letter} {count} ({share(count, poll.n)}\u00a0%)"  # a number keeps its sign
        for option, count in zip(met.options, poll.counts, strict=True)
    ]
    return f"{' · '.join(parts)}; n = {poll.n}"


def _moved(met: Met) -> Iterator[Block]:
    if met.switch is None:
        if len([poll for poll in met.rounds if poll.asks != USUAL]) == MAIN_ROUNDS:
            yield Labelled(_("The class moved"), (_("not told apart: fewer than five"),))
        return
    letters = {option.id: option.letter for option in met.options}
    roads = [
        f"{letters[before]} → {letters[after]} {n}"
        for (before, after), n in met.switch.pairs.items()
        if before != after
    ]
    said = _("{moved} of {n} who voted twice").format(moved=met.switch.moved, n=met.switch.paired)
    yield Labelled(_("The class moved"), (f"{said}: {', '.join(sorted(roads))}" if roads else said,))


def _by_role(one: Summary, met: Met) -> Iterator[Block]:
    if met.by_role:
        lines = [f"{_role(one, role)}: {_letters(met, counts)}" for role, counts in met.by_role.items()]
        yield Labelled(_("By role"), ("; ".join(lines),))


def _role(one: Summary, role: str | None) -> str:
    if role is None:
        return _("observers")
    return safe_line(one.scenario.roles[role].name) if role else _("all others")


def _letters(met: Met, counts: Counts) -> str:
    return " ".join(f"{option.letter} {n}" for option, n in zip(met.options, counts, strict=True))


def _tipping(met: Met) -> Iterator[Block]:
    for poll in met.quick:
        if poll.number == met.tipping:
            yield Labelled(_("Tipping point"), (safe_line(poll.text),))


def _ticked(met: Met) -> Iterator[Block]:
    if met.ticks:
        parts = [f"{labels.label(p)} {n}" for p, n in met.ticks.items() if n]
        yield Labelled(_("Seen by observers"), (", ".join(parts),))


def _road(met: Met, road: Road | None) -> str:
    if road is None:
        return _("none; the class went on to the debrief")
    letter = next(option.letter for option in met.options if option.id == road.choice)
    by = labels.chosen_by(road.by)
    said = f"{letter}, {by}"
    return f"{said}: {road.reason}" if road.reason else said


def _tried(one: Summary) -> Iterator[Block]:
    if one.tried:
        yield Heading(_("Tried in thought"))
        for tried in one.tried:
            yield _what_if(one, tried)
        yield Gap()


def _what_if(one: Summary, tried: Tried) -> Block:
    met = one.decisions[tried.decision - 1]
    text = next(option.text for option in met.options if option.id == tried.other.choices[0])
    own, other = _arrived(tried.own), _arrived(tried.other)
    if own == other:
        said = _("leads to {other}, as the class's own road did").format(other=other)
    else:
        said = _("leads to {other}; the class's own road led to {own}").format(other=other, own=own)
    return Labelled(_("From decision {n}").format(n=tried.decision), (f"{safe_line(text)} → {said}.",))


def _arrived(side: Side) -> str:
    title = f'"{safe_line(side.title)}"'
    return f"{title} ({labels.quality(side.quality)})" if side.quality else title


def _picked(one: Summary) -> Iterator[Block]:
    if one.picked:
        yield Heading(_("In people's own words"))
        said = [(_(NAMES[picked.kind]), picked.text) for picked in one.picked]
        yield Items(tuple(("-", f"{kind}: {text}") for kind, text in said))
        yield Gap()


def _principles(one: Summary) -> Iterator[Block]:
    """The principles per round, over all votes of the class; nothing where no round is told."""
    if not any(poll.principles for met in one.decisions for poll in met.rounds):
        return
    yield Heading(_("The five principles"), _("all votes of the class"))
    for principle in PRINCIPLES:
        yield Labelled(labels.label(principle), (_shift(one, principle),))
    yield Gap()


def _shift(one: Summary, principle: Principle) -> str:
    parts = []
    for met in one.decisions:
        sums = [poll.principles[principle] for poll in met.rounds if poll.principles]
        if any(tally.range for tally in sums):
            shown = " → ".join(_percent(tally) for tally in sums)
            parts.append(_("decision {n}: {percents}").format(n=met.number, percents=shown))
    return "; ".join(parts) or _("not tested")


def _percent(one: Tally) -> str:
    return "–" if one.score is None else f"{percent(one.score)} %"
