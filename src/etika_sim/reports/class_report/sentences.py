"""Sentences of a class report: what happened in a class, said carefully.

A class moves; nobody says that it learned. A probability is told with what it does not prove.
"""

from __future__ import annotations

from fractions import Fraction

from etika_sim import labels
from etika_sim.analysis.summary import Met, Option, People, Poll, Side, Summary, gap
from etika_sim.classroom.plan import FULL
from etika_sim.classroom.state import MAIN_ROUNDS, MAJORITY, TIE, TRAINER, USUAL
from etika_sim.locale import N_, Translator
from etika_sim.locale.formats import decimal
from etika_sim.locale.formats import share as share_of
from etika_sim.prose import safe_line

ROADS = {
    MAJORITY: N_("Most votes chose {letter}."),
    TIE: N_("The votes were level; the trainer chose {letter}."),
    TRAINER: N_("The trainer chose {letter}, another road than the votes."),
    None: N_("The class took {letter}; how it came about is not told, since fewer than five voted."),
}


def share(count: int, n: int) -> str:
    """A part of so many in percent, half up; a dash of none."""
    return f"{share_of(count, n)}\u00a0%" if n else "–"


def probability(p: Fraction, language: str) -> str:
    """A probability to two decimals, or that it is smaller than a thousandth."""
    if p < Fraction(1, 1000):
        return f"p\u00a0<\u00a0{decimal(Fraction(1, 1000), 3, language)}"
    return f"p\u00a0=\u00a0{decimal(p, 3 if p < Fraction(1, 100) else 2, language)}"


def people(one: People, words: Translator) -> str:
    """Who took part, by the ways there are."""
    parts, _, ngettext = [], words.gettext, words.ngettext
    if one.phones:
        parts.append(ngettext("{n} phone", "{n} phones", one.phones).format(n=one.phones))
    if one.tables:
        tables = words.ngettext(
            "{n} table with {people} people", "{n} tables with {people} people", one.tables
        )
        parts.append(tables.format(n=one.tables, people=one.at_tables))
    if one.counted:
        parts.append(ngettext("{n} head counted", "{n} heads counted", one.counted).format(n=one.counted))
    if one.most_voted:
        parts.append(_("at most {n} votes in a round").format(n=one.most_voted))
    return ", ".join(parts) or _("nobody voted")


def asks(poll: Poll, words: Translator) -> str:
    """What a round was."""
    _ = words.gettext
    if poll.number > MAIN_ROUNDS:
        return _("Quick vote")
    return _("What most would do") if poll.asks == USUAL else _("Vote {n}").format(n=poll.number)


def how(met: Met, words: Translator) -> str:
    """How a decision was played."""
    return words.gettext("in full") if met.how == FULL else words.gettext("quickly")


def moved(one: Summary, met: Met, words: Translator) -> list[str]:
    """Who moved, and how much that says; nothing of a decision without two votes on what to do."""
    _ = words.gettext
    if met.switch is None:
        twice = len([poll for poll in met.rounds if poll.asks != USUAL]) == MAIN_ROUNDS
        few = _("Who moved is not told, since some part of it is of fewer than five.")
        return [few] if twice else []
    switch = met.switch
    if not switch.moved:
        return [_("Nobody moved among the {n} who voted twice on their own phone.").format(n=switch.paired)]
    said = _("The class moved: {moved} of {n} who voted twice on their own phone changed their option.")
    told = [said.format(moved=switch.moved, n=switch.paired)]
    if switch.p is not None and switch.gained is not None and switch.lost is not None:
        told.append(
            _("{gained} went to an option that is advised, {lost} away from one ({p}).").format(
                gained=switch.gained, lost=switch.lost, p=probability(switch.p, words.language)
            )
        )
        apart = _("If people had moved at random, so uneven a move would be rare.")
        alike = _("If people had moved at random, so uneven a move could well come about.")
        told.append(apart if met.number in one.apart else alike)
    return told


def between(met: Met, words: Translator) -> str:
    """The gap between what is usual and what should be, option by option; empty where it was not asked."""
    both = gap(met)
    if both is None:
        return ""
    usual, should = both
    parts = [
        f"{option.letter} {share(a, usual.n)} ↔ {share(b, should.n)}"
        for option, a, b in zip(met.options, usual.counts or (), should.counts or (), strict=True)
    ]
    said = words.gettext("Usual ↔ should: {parts} (n = {usual} and {should}).")
    return said.format(parts=" · ".join(parts), usual=usual.n, should=should.n)


def crossed(met: Met, words: Translator) -> str:
    """How many of the votes that stand cross a red line; empty where none is offered."""
    if met.red_lines is None:
        return ""
    said = words.gettext("{n} of {all} votes that stand crossed a red line.")
    return said.format(n=met.red_lines, all=met.effective_n)


def road(met: Met, words: Translator) -> str:
    """The road the class took, who chose it, and why."""
    if met.road is None:
        return words.gettext("No road was taken; the class went on to the debrief.")
    said = words.gettext(ROADS[met.road.by]).format(letter=letter_of(met, met.road.choice))
    if met.road.reason:
        reason = words.gettext("Reason: {reason}").format(reason=safe_line(met.road.reason))
        return f"{said} {reason}"
    return said


def letter_of(met: Met, option: str) -> str:
    """The letter of an option."""
    return next(one.letter for one in met.options if one.id == option)


def marks(option: Option, words: Translator) -> str:
    """What is to be known of an option, in words."""
    if option.is_red_line:
        return words.gettext("red line")
    return words.gettext("advised") if option.is_sound else ""


def role(one: Summary, name: str | None, words: Translator) -> str:
    """A role by its name; all those put together, and those who only watched."""
    if name is None:
        return words.gettext("observers")
    return safe_line(one.scenario.roles[name].name) if name else words.gettext("all others")


def arrived(side: Side, words: Translator) -> str:
    """Where a road leads."""
    title = safe_line(side.title)
    return f"{title} ({labels.quality(side.quality, words.gettext)})" if side.quality else title


def chosen(one: Summary, decision: int, side: Side) -> str:
    """The first choice of a road, under its letter."""
    met = one.decisions[decision - 1]
    option = next(option for option in met.options if option.id == side.choices[0])
    return f"{option.letter}: {safe_line(option.text)}"
