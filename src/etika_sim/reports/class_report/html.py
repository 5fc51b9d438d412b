"""HTML of a class report in one file: to read on a screen, to print on A4, good in grey.

Its style is inside, nothing is fetched, and each chart says the same in words and in a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from etika_sim import labels
from etika_sim.analysis.summary import SCALE, Met, Rated, Summary, is_small, mean, sound_share
from etika_sim.classroom.free_text import NAMES
from etika_sim.locale import Translator
from etika_sim.locale.formats import decimal, long_date, percent
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line
from etika_sim.reports.class_report import sentences as said
from etika_sim.reports.class_report.bar_chart import Bar, Group, drawn
from etika_sim.templates import templates


def page(one: Summary, words: Translator) -> bytes:
    """The report of a class as an HTML file."""
    facts = {
        "principles": PRINCIPLES,
        "scale": SCALE,
        "kinds": {kind: words.gettext(name) for kind, name in NAMES.items()},
        "glance": _glance,
        "votes_chart": partial(_votes_chart, words),
        "principles_chart": partial(_principles_chart, words),
        "pooled_chart": partial(_pooled_chart, words, one),
        "score": _score,
        "chance": _chance,
        "rated": partial(_rated, words.language),
    }
    return rendered("class_report.html", one, words, facts)


def rendered(template: str, one: Summary, words: Translator, facts: Mapping[str, Any]) -> bytes:
    """A page of a class made of a template in `reports/pages`, which speaks through `words`."""
    common = {
        "one": one,
        "words": words,
        "language": words.language,
        "day": long_date(one.day, words.language),
        "note": words.gettext(labels.NOTE),
        "said": said,
        "labels": labels,
        "share": said.share,
        "is_small": is_small(one),
        "_": words.gettext,
        "ngettext": words.ngettext,
    }
    return templates("etika_sim.reports").get_template(template).render({**common, **facts}).encode()


# --- figures ----------------------------------------------------------------------------------


def _score(tally: Tally | None) -> str:
    """A percentage, or a dash where the principle was not at stake."""
    return "–" if tally is None or tally.score is None else f"{percent(tally.score)}\u00a0%"


def _chance(tally: Tally | None) -> str:
    return "–" if tally is None or tally.chance is None else f"{percent(tally.chance)}\u00a0%"


def _glance(met: Met) -> str:
    """The share of votes for advised options, vote by vote."""
    shares = [sound_share(met, poll) for poll in met.rounds if poll.principles]
    return " → ".join(f"{percent(100 * one)}\u00a0%" for one in shares if one is not None) or "–"


def _rated(language: str, rated: Rated) -> str:
    middle = mean(rated)
    return "–" if middle is None else decimal(middle, 1, language)


# --- charts -----------------------------------------------------------------------------------


def _votes_chart(words: Translator, met: Met) -> str:
    """The main rounds of a decision that are told, side by side; nothing without any."""
    _ = words.gettext
    polls = [(said.asks(poll, words), poll.n, poll.counts) for poll in met.rounds if poll.counts]
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


def _principles_chart(words: Translator, met: Met) -> str:
    """The principles at stake in both votes, or in the votes that stand; nothing where none is told."""
    _ = words.gettext
    if met.shifts:
        rows = {p: (shift.before, shift.after) for p, shift in met.shifts.items()}
        return _sums(f"principles-{met.number}", words, [_("Vote 1"), _("Vote 2")], rows)
    alone = {p: (tally,) for p, tally in met.principles.items()}
    return _sums(f"principles-{met.number}", words, [_("Votes that stand")], alone)


def _pooled_chart(words: Translator, one: Summary) -> str:
    """The principles over all decisions, by the votes that stand."""
    alone = {p: (tally,) for p, tally in one.principles.items()}
    return _sums("pooled", words, [words.gettext("Votes that stand")], alone)


def _sums(
    name: str, words: Translator, series: Sequence[str], rows: Mapping[Principle, tuple[Tally, ...]]
) -> str:
    groups, told, _ = [], [], words.gettext
    for principle, tallies in rows.items():
        if tallies[-1].score is None:
            continue
        bars = tuple(Bar(tally.score, _score(tally)) for tally in tallies)
        groups.append(Group(labels.code(principle), bars, tallies[-1].chance))
        chance = _("chance {percent}").format(percent=_chance(tallies[-1]))
        told.append(f"{labels.label(principle, _)}: {' → '.join(bar.text for bar in bars)} ({chance})")
    alternative = _("Principles. {series}. {told}.").format(series="; ".join(series), told="; ".join(told))
    return _picture(name, alternative, series, groups) if groups else ""


def _picture(name: str, told: str, series: Sequence[str], groups: Sequence[Group]) -> str:
    return drawn(name, safe_line(told), series, groups)
