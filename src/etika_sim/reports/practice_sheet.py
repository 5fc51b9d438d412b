"""Practice sheet to print: which cases somebody played to an ending, and what they train.

One HTML file with its style inside, for A4 and for grey; no scores, no endings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from etika_sim import labels
from etika_sim.journal.progress import Finished
from etika_sim.locale import Translator
from etika_sim.locale.formats import long_date
from etika_sim.templates import templates


class Row(NamedTuple):
    """A case: its title, in which language, its module, what it trains, the days on which it was played."""

    title: str
    language: str
    module: str
    trained: tuple[str, ...]
    days: tuple[str, ...]


def practice_sheet(finished: Iterable[Finished], words: Translator) -> str:
    """The sheet for plays that came to an ending: a row a case, by module and first day."""
    played: dict[str, list[Finished]] = {}
    for one in finished:
        played.setdefault(one.record.case, []).append(one)
    cases = sorted(played.values(), key=lambda plays: (plays[-1].play.scenario.module, plays[0].at))
    return (
        templates("etika_sim.reports")
        .get_template("practice_sheet.html")
        .render(rows=[_row(plays, words) for plays in cases], language=words.language, _=words.gettext)
        + "\n"
    )


def _row(plays: list[Finished], words: Translator) -> Row:
    scenario, _ = plays[-1].play.scenario, words.gettext
    return Row(
        scenario.title,
        scenario.language,
        _("Module {n}: {title}").format(n=scenario.module, title=labels.module(scenario.module, _)),
        tuple(labels.practice(name, _) for name in scenario.practices),
        tuple(long_date(day, words.language) for day in dict.fromkeys(one.day for one in plays)),
    )
