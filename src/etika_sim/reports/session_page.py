"""A class in numbers as one HTML file: to read on a screen, to print on A4, good in grey.

Its style is inside, nothing is fetched, and each chart says the same in words and in a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from etika_sim.classroom.free_text import NAMES
from etika_sim.classroom.results import percent
from etika_sim.locale import _, ngettext
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line
from etika_sim.reports import session_words as said
from etika_sim.reports.bars import Bar, Group, drawn
from etika_sim.reports.names import ClassNames
from etika_sim.reports.session import SCALE, Rated, Summary, is_few, mean, sound
from etika_sim.reports.session_data import NOTE
from etika_sim.reports.session_decision import Met
from etika_sim.reports.sheet import spelled
from etika_sim.templates import templates


def page(one: Summary, names: ClassNames, language: str) -> str:
    """The report of a class."""
    facts = {
        "principles": PRINCIPLES,
        "scale": SCALE,
        "kinds": {kind: _(name) for kind, name in NAMES.items()},
        "glance": _glance,
        "votes_chart": _votes_chart,
        "principles_chart": partial(_principles_chart, names),
        "pooled_chart": partial(_pooled_chart, names, one),
        "score": _score,
        "chance": _chance,
        "moved": partial(said.moved, one, language=language),
        "rated": partial(_rated, language),
        "role": partial(said.role, one),
        "chosen": partial(said.chosen, one),
        "arrived": partial(said.arrived, names=names),
    }
    return _rendered("session.html", one, names, language, facts)


def leaders(one: Summary, names: ClassNames, language: str) -> str:
    """One page for those who lead the office: what stood in the way, what helps, what the class said.

    Nothing on it is of one person; what a class of fewer than five said is left out.
    """
    from etika_sim.reports.session_leaders import leaders_facts

    return _rendered("leaders.html", one, names, language, leaders_facts(one, names))


def _rendered(template: str, one: Summary, names: ClassNames, language: str, facts: Mapping[str, Any]) -> str:
    common = {
        "one": one,
        "names": names,
        "language": language,
        "day": spelled(one.day, language),
        "note": _(NOTE),
        "said": said,
        "share": said.share,
        "is_few": is_few(one),
        "_": _,
        "ngettext": ngettext,
    }
    return templates("etika_sim.reports").get_template(template).render({**common, **facts})


# --- figures ----------------------------------------------------------------------------------


def _score(tally: Tally | None) -> str:
    """A percentage, or a dash where the principle was not at stake."""
    return "–" if tally is None or tally.score is None else f"{percent(tally.score)}\u00a0%"


def _chance(tally: Tally | None) -> str:
    return "–" if tally is None or tally.chance is None else f"{percent(tally.chance)}\u00a0%"


def _glance(met: Met) -> str:
    """The share of votes for advised options, vote by vote."""
    shares = [sound(met, poll) for poll in met.rounds if poll.principles]
    return " → ".join(f"{percent(100 * one)}\u00a0%" for one in shares if one is not None) or "–"


def _rated(language: str, rated: Rated) -> str:
    middle = mean(rated)
    return "–" if middle is None else said.decimal(middle, 1, language)


# --- charts -----------------------------------------------------------------------------------


def _votes_chart(met: Met) -> str:
    """The main rounds of a decision that are told, side by side; nothing without any."""
    polls = [(said.asks(poll), poll.n, poll.counts) for poll in met.rounds if poll.counts]
    if not polls:
        return ""
    groups, told = [], []
    for n, option in enumerate(met.options):
        shares = [(Fraction(100 * counts[n], of), counts[n], of) for _name, of, counts in polls]
        bars = tuple(Bar(part, f"{count} ({said.share(count, of)})") for part, count, of in shares)
        groups.append(Group(option.letter, bars))
        told.append(f"{option.letter}: {' → '.join(bar.text for bar in bars)}")
    series = [f"{name}, n = {of}" for name, of, _counts in polls]
    alternative = _("Votes. {series}. {told}.").format(series="; ".join(series), told="; ".join(told))
    return _picture(f"votes-{met.number}", alternative, series, groups)


def _principles_chart(names: ClassNames, met: Met) -> str:
    """The principles at stake in both votes, or in the votes that stand; nothing where none is told."""
    if met.shifts:
        rows = {p: (shift.before, shift.after) for p, shift in met.shifts.items()}
        return _sums(f"principles-{met.number}", names, [_("Vote 1"), _("Vote 2")], rows)
    alone = {p: (tally,) for p, tally in met.principles.items()}
    return _sums(f"principles-{met.number}", names, [_("Votes that stand")], alone)


def _pooled_chart(names: ClassNames, one: Summary) -> str:
    """The principles over all decisions, by the votes that stand."""
    return _sums(
        "pooled", names, [_("Votes that stand")], {p: (tally,) for p, tally in one.principles.items()}
    )


def _sums(
    name: str, names: ClassNames, series: Sequence[str], rows: Mapping[Principle, tuple[Tally, ...]]
) -> str:
    groups, told = [], []
    for principle, tallies in rows.items():
        if tallies[-1].score is None:
            continue
        bars = tuple(Bar(tally.score, _score(tally)) for tally in tallies)
        groups.append(Group(names.code(principle), bars, tallies[-1].chance))
        chance = _("chance {percent}").format(percent=_chance(tallies[-1]))
        told.append(f"{names.principle(principle)}: {' → '.join(bar.text for bar in bars)} ({chance})")
    alternative = _("Principles. {series}. {told}.").format(series="; ".join(series), told="; ".join(told))
    return _picture(name, alternative, series, groups) if groups else ""


def _picture(name: str, told: str, series: Sequence[str], groups: Sequence[Group]) -> str:
    return drawn(name, safe_line(told), series, groups)
