"""CSV of a class report for a spreadsheet: one row a number, and nothing in it that is a formula.

UTF-8 with a byte order mark and semicolons, as an Indonesian Excel opens it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import product

from etika_sim import labels
from etika_sim.analysis.summary import SCALE, Met, Option, Poll, Rated, Summary
from etika_sim.classroom.state import USUAL
from etika_sim.locale import Translator
from etika_sim.locale.formats import percent, share
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell may not begin with: a spreadsheet would take it for a formula. The wide ones count, too."""

Row = tuple[str | int, ...]


def as_sheet(one: Summary, words: Translator) -> bytes:
    """The file."""
    lines, _ = io.StringIO(newline=""), words.gettext
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    heads = (_("Part"), _("Decision"), _("Vote"), _("Letter"), _("What"), _("Count"), "n", "%")
    writer.writerow(heads)
    for row in (*_class(one, words), *_decisions(one, words), *_end(one, words)):
        writer.writerow([cell(value) for value in row])
    return b"\xef\xbb\xbf" + lines.getvalue().encode()


def cell(value: str | int) -> str | int:
    """What is written into a cell: a number as it is, a text on one line that no spreadsheet computes."""
    if isinstance(value, int):
        return value
    line = safe_line(value)
    return f"'{line}" if line.startswith(FORMULA) else line


def _class(one: Summary, words: Translator) -> Iterator[Row]:
    _ = words.gettext
    part, people = _("Class"), one.people
    yield part, "", "", "", _(labels.NOTE), "", "", ""
    for what, said in ((_("Case"), one.scenario.title), (_("Event"), one.event), (_("Day"), one.day)):
        if said:
            yield part, "", "", "", f"{what}: {safe_line(said)}", "", "", ""
    counts = (
        (_("minutes planned"), one.minutes),
        (_("phones"), people.phones),
        (_("tables"), people.tables),
        (_("people at tables"), people.at_tables),
        (_("heads counted"), people.counted),
    )
    for what, count in counts:
        yield part, "", "", "", what, count, "", ""


def _decisions(one: Summary, words: Translator) -> Iterator[Row]:
    _ = words.gettext
    for met in one.decisions:
        for poll in (*met.rounds, *met.quick):
            yield from _poll(met, poll, words)
        if met.effective:
            yield from _votes(_("Votes that stand"), met, "", met.effective, words)
        yield from _moved(met, words)
        for principle, tally in met.principles.items():
            yield _principle(_("Principle"), principle, tally, met.number, met.effective_n, words)
        for role, counts in met.by_role.items():
            yield from _votes(_role(one, role, words), met, "", counts, words)
        for principle, n in (met.ticks or {}).items():
            label = labels.label(principle, _)
            yield _("Seen by observers"), met.number, "", "", label, n, met.observers, ""
        yield _road(met, words)


def _poll(met: Met, poll: Poll, words: Translator) -> Iterator[Row]:
    _ = words.gettext
    part = _("What most would do") if poll.asks == USUAL else _("Vote")
    if poll in met.quick:
        part = _("Quick vote, tipping point") if poll.number == met.tipping else _("Quick vote")
        yield part, met.number, poll.number, "", poll.text, "", poll.n, ""
    if poll.counts:
        yield from _votes(part, met, poll.number, poll.counts, words)
    else:
        yield part, met.number, poll.number, "", _("not told apart: fewer than five"), "", poll.n, ""


def _votes(part: str, met: Met, number: str | int, counts: Iterable[int], words: Translator) -> Iterator[Row]:
    said = tuple(counts)
    n = sum(said)
    for option, count in zip(met.options, said, strict=True):
        yield part, met.number, number, option.letter, _marked(option, words), count, n, share(count, n)


def _marked(option: Option, words: Translator) -> str:
    return words.gettext("{text} (red line)").format(text=option.text) if option.is_red_line else option.text


def _moved(met: Met, words: Translator) -> Iterator[Row]:
    if met.switch is None:
        return
    part, switch = words.gettext("The class moved"), met.switch
    for old, new in product(met.options, repeat=2):
        n = switch.pairs.get((old.id, new.id), 0)
        pair = f"{old.letter} → {new.letter}"
        yield part, met.number, "", "", pair, n, switch.paired, share(n, switch.paired)


def _principle(
    part: str, principle: Principle, tally: Tally, number: str | int, n: int, words: Translator
) -> Row:
    """One principle: points earned, of how many, and the percentage; empty where it was not tested."""
    _ = words.gettext
    name = labels.label(principle, _)
    if tally.score is None:
        return part, number, "", "", _("{name}: not tested").format(name=name), "", n, ""
    points = _("{name}: {earned} of {range} points").format(name=name, earned=tally.earned, range=tally.range)
    return part, number, "", "", points, "", n, percent(tally.score)


def _role(one: Summary, role: str | None, words: Translator) -> str:
    _ = words.gettext
    if role is None:
        return _("By role: observers")
    return _("By role: {name}").format(name=one.scenario.roles[role].name if role else _("all others"))


def _road(met: Met, words: Translator) -> Row:
    _ = words.gettext
    if met.road is None:
        return _("Road taken"), met.number, "", "", _("none"), "", "", ""
    option = next(one for one in met.options if one.id == met.road.choice)
    by = labels.chosen_by(met.road.by, _)
    said = f"{by}: {met.road.reason}" if met.road.reason else by
    return _("Road taken"), met.number, "", option.letter, said, "", "", ""


def _end(one: Summary, words: Translator) -> Iterator[Row]:
    _ = words.gettext
    for principle in PRINCIPLES:
        yield _principle(_("All decisions"), principle, one.principles[principle], "", one.votes, words)
    for picked in one.picked:
        yield _("In people's own words"), picked.decision or "", "", "", picked.text, "", "", ""
    for part, rated in (
        (_("How useful was this for your work?"), one.form.useful),
        (_("How freely could you say what you think?"), one.form.free),
    ):
        yield from _rated(part, rated, words)


def _rated(part: str, rated: Rated, words: Translator) -> Iterator[Row]:
    if rated.counts is None:
        yield part, "", "", "", words.gettext("not told apart: fewer than five"), "", rated.n, ""
        return
    for value, count in zip(SCALE, rated.counts, strict=True):
        yield part, "", "", "", str(value), count, rated.n, share(count, rated.n)
