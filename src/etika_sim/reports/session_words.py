"""The sentences of a class report: what happened in a class, said carefully.

A class moves; nobody says that it learned. A probability is told with what it does not prove.
"""

from __future__ import annotations

from fractions import Fraction

from etika_sim.classroom.plan import FULL
from etika_sim.classroom.results import percent
from etika_sim.classroom.state import (
    MAIN_ROUNDS,
    MAJORITY,
    TIE,
    USUAL,
)
from etika_sim.locale import N_, _, ngettext
from etika_sim.prose import safe_line
from etika_sim.reports.names import ClassNames
from etika_sim.reports.session import People, Side, Summary
from etika_sim.reports.session_decision import Met, Option, Poll, gap

ROADS = {
    MAJORITY: N_("Most votes chose {letter}."),
    TIE: N_("The votes were level; the trainer chose {letter}."),
    None: N_("The trainer chose {letter}, another road than the votes."),
}


def share(count: int, n: int) -> str:
    """A part of so many in percent, half up; a dash of none."""
    return f"{percent(Fraction(100 * count, n))}\u00a0%" if n else "–"


def decimal(value: Fraction, places: int, language: str) -> str:
    """A number with so many decimals, half up, with the sign that the language puts before them."""
    digits = str(percent(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}{',' if language == 'id' else '.'}{digits[-places:]}"


def probability(p: Fraction, language: str) -> str:
    """A probability to two decimals, or that it is smaller than a thousandth."""
    if p < Fraction(1, 1000):
        return f"p\u00a0<\u00a0{decimal(Fraction(1, 1000), 3, language)}"
    return f"p\u00a0=\u00a0{decimal(p, 3 if p < Fraction(1, 100) else 2, language)}"


def people(one: People) -> str:
    """Who took part, by the ways there are."""
    parts = []
    if one.phones:
        parts.append(ngettext("{n} phone", "{n} phones", one.phones).format(n=one.phones))
    if one.tables:
        tables = ngettext("{n} table with {people} people", "{n} tables with {people} people", one.tables)
        parts.append(tables.format(n=one.tables, people=one.at_tables))
    if one.counted:
        parts.append(ngettext("{n} head counted", "{n} heads counted", one.counted).format(n=one.counted))
    if one.most_voted:
        parts.append(_("at most {n} votes in a round").format(n=one.most_voted))
    return ", ".join(parts) or _("nobody voted")


def asks(poll: Poll) -> str:
    """What a round was."""
    if poll.number > MAIN_ROUNDS:
        return _("Quick vote")
    return _("What most would do") if poll.asks == USUAL else _("Vote {n}").format(n=poll.number)


def how(met: Met) -> str:
    """How a decision was played."""
    return _("in full") if met.how == FULL else _("quickly")


def moved(one: Summary, met: Met, language: str) -> list[str]:
    """Who moved, and how much that says; nothing of a decision without two votes on what to do."""
    if met.switch is None:
        twice = len([poll for poll in met.rounds if poll.asks != USUAL]) == MAIN_ROUNDS
        few = _("Who moved is not told: too few voted twice on a phone of their own, or too few otherwise.")
        return [few] if twice else []
    switch = met.switch
    if not switch.moved:
        return [_("Nobody moved among the {n} who voted twice on their own phone.").format(n=switch.paired)]
    said = _("The class moved: {moved} of {n} who voted twice on their own phone changed their option.")
    told = [said.format(moved=switch.moved, n=switch.paired)]
    if switch.p is not None and switch.gained is not None and switch.lost is not None:
        told.append(
            _("{gained} went to an option that is advised, {lost} away from one ({p}).").format(
                gained=switch.gained, lost=switch.lost, p=probability(switch.p, language)
            )
        )
        apart = _("If people had moved at random, so uneven a move would be rare.")
        alike = _("If people had moved at random, so uneven a move could well come about.")
        told.append(apart if met.number in one.apart else alike)
    return told


def between(met: Met) -> str:
    """The gap between what is usual and what should be, option by option; empty where it was not asked."""
    both = gap(met)
    if both is None:
        return ""
    usual, should = both
    parts = [
        f"{option.letter} {share(a, usual.n)} ↔ {share(b, should.n)}"
        for option, a, b in zip(met.options, usual.counts or (), should.counts or (), strict=True)
    ]
    said = _("Usual ↔ should: {parts} (n = {usual} and {should}).")
    return said.format(parts=" · ".join(parts), usual=usual.n, should=should.n)


def crossed(met: Met) -> str:
    """How many of the votes that stand cross a red line; empty where none is offered."""
    if met.red_lines is None:
        return ""
    said = _("{n} of {all} votes that stand crossed a red line.")
    return said.format(n=met.red_lines, all=met.effective_n)


def road(met: Met) -> str:
    """The road the class took, who chose it, and why."""
    if met.decided is None:
        return _("No road was taken; the class went on to the debrief.")
    said = _(ROADS.get(met.decided.by, ROADS[None])).format(letter=letter_of(met, met.decided.choice))
    if met.decided.reason:
        reason = _("Reason: {reason}").format(reason=safe_line(met.decided.reason))
        return f"{said} {reason}"
    return said


def letter_of(met: Met, option: str) -> str:
    """The letter of an option."""
    return next(one.letter for one in met.options if one.id == option)


def marks(option: Option) -> str:
    """What is to be known of an option, in words."""
    if option.is_red_line:
        return _("red line")
    return _("advised") if option.is_sound else ""


def role(one: Summary, name: str | None) -> str:
    """A role by its name; all those put together, and those who only watched."""
    if name is None:
        return _("observers")
    return safe_line(one.scenario.roles[name].name) if name else _("all others")


def arrived(side: Side, names: ClassNames) -> str:
    """Where a road leads."""
    title = safe_line(side.title)
    return f"{title} ({names.quality(side.quality)})" if side.quality else title


def chosen(one: Summary, decision: int, side: Side) -> str:
    """The first choice of a road, under its letter."""
    met = one.decisions[decision - 1]
    option = next(option for option in met.options if option.id == side.choices[0])
    return f"{option.letter}: {safe_line(option.text)}"
