"""A class in numbers as CSV for a spreadsheet: one row a number, and nothing in it that is a formula.

UTF-8 with a byte order mark and semicolons, as an Indonesian Excel opens it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

from etika_sim.classroom.results import percent
from etika_sim.classroom.state import MAJORITY, TIE, USUAL
from etika_sim.locale import _
from etika_sim.model import PRINCIPLES
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line
from etika_sim.reports.names import ClassNames
from etika_sim.reports.session import SCALE, Rated, Summary
from etika_sim.reports.session_decision import Met, Option, Poll

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell may not begin with: a spreadsheet would take it for a formula. The wide ones count, too."""

Row = tuple[str | int, ...]


class _Lines(list[str]):
    """Where the writer of CSV puts its lines."""

    write = list.append


def as_sheet(one: Summary, names: ClassNames, note: str) -> bytes:
    """The file. `note` says what these numbers are not meant for."""
    lines = _Lines()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    heads = (_("Part"), _("Decision"), _("Vote"), _("Letter"), _("What"), _("Count"), "n", "%")
    writer.writerow(heads)
    for row in (*_class(one, note), *_decisions(one, names), *_end(one, names)):
        writer.writerow([cell(value) for value in row])
    return b"\xef\xbb\xbf" + "".join(lines).encode()


def cell(value: str | int) -> str | int:
    """What is written into a cell: a number as it is, a text on one line that no spreadsheet computes."""
    if isinstance(value, int):
        return value
    line = safe_line(value)
    return f"'{line}" if line.startswith(FORMULA) else line


def _class(one: Summary, note: str) -> Iterator[Row]:
    part, people = _("Class"), one.people
    yield part, "", "", "", note, "", "", ""
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


def _decisions(one: Summary, names: ClassNames) -> Iterator[Row]:
    for met in one.decisions:
        for poll in (*met.rounds, *met.quick):
            yield from _poll(met, poll)
        if met.effective:
            yield from _votes(_("Votes that stand"), met, "", met.effective)
        yield from _moved(met)
        for principle, tally in met.principles.items():
            yield _principle(_("Principle"), names.principle(principle), tally, met.number, met.effective_n)
        for role, counts in met.by_role.items():
            yield from _votes(_role(one, role), met, "", counts)
        for principle, n in (met.ticks or {}).items():
            yield _("Seen by observers"), met.number, "", "", names.principle(principle), n, met.observers, ""
        yield _road(met)


def _poll(met: Met, poll: Poll) -> Iterator[Row]:
    part = _("What most would do") if poll.asks == USUAL else _("Vote")
    if poll in met.quick:
        part = _("Quick vote, tipping point") if poll.number == met.tipping else _("Quick vote")
        yield part, met.number, poll.number, "", poll.text, "", poll.n, ""
    if poll.counts:
        yield from _votes(part, met, poll.number, poll.counts)
    else:
        yield part, met.number, poll.number, "", _("not told apart: fewer than five"), "", poll.n, ""


def _votes(part: str, met: Met, number: str | int, counts: Iterable[int]) -> Iterator[Row]:
    said = tuple(counts)
    for option, count in zip(met.options, said, strict=True):
        yield (
            part,
            met.number,
            number,
            option.letter,
            _marked(option),
            count,
            sum(said),
            _share(count, sum(said)),
        )


def _marked(option: Option) -> str:
    return _("{text} (red line)").format(text=option.text) if option.is_red_line else option.text


def _share(count: int, n: int) -> int:
    return percent(Fraction(100 * count, n)) if n else 0


def _moved(met: Met) -> Iterator[Row]:
    if met.switch is None:
        return
    part, switch = _("The class moved"), met.switch
    for old, new in product(met.options, repeat=2):
        n = switch.pairs.get((old.id, new.id), 0)
        pair = f"{old.letter} → {new.letter}"
        yield part, met.number, "", "", pair, n, switch.paired, _share(n, switch.paired)


def _principle(part: str, label: str, tally: Tally, number: str | int, n: int) -> Row:
    """One principle: points earned, of how many, and the percentage; empty where it was not tested."""
    if tally.score is None:
        return part, number, "", "", _("{name}: not tested").format(name=label), "", n, ""
    points = _("{name}: {earned} of {range} points").format(
        name=label, earned=tally.earned, range=tally.range
    )
    return part, number, "", "", points, "", n, percent(tally.score)


def _role(one: Summary, role: str | None) -> str:
    if role is None:
        return _("By role: observers")
    return _("By role: {name}").format(name=one.scenario.roles[role].name if role else _("all others"))


def _road(met: Met) -> Row:
    if met.decided is None:
        return _("Road taken"), met.number, "", "", _("none"), "", "", ""
    option = next(one for one in met.options if one.id == met.decided.choice)
    by = {MAJORITY: _("most votes"), TIE: _("the trainer, after a tie")}.get(
        met.decided.by, _("the trainer's own choice")
    )
    said = f"{by}: {met.decided.reason}" if met.decided.reason else by
    return _("Road taken"), met.number, "", option.letter, said, "", "", ""


def _end(one: Summary, names: ClassNames) -> Iterator[Row]:
    for principle in PRINCIPLES:
        tally = one.principles[principle]
        yield _principle(_("All decisions"), names.principle(principle), tally, "", one.votes)
    for picked in one.picked:
        yield _("In people's own words"), picked.decision or "", "", "", picked.text, "", "", ""
    for part, rated in (
        (_("How useful was this for your work?"), one.form.useful),
        (_("How freely could you say what you think?"), one.form.free),
    ):
        yield from _rated(part, rated)


def _rated(part: str, rated: Rated) -> Iterator[Row]:
    if rated.counts is None:
        yield part, "", "", "", _("not told apart: fewer than five"), "", rated.n, ""
        return
    for value, count in zip(SCALE, rated.counts, strict=True):
        yield part, "", "", "", str(value), count, rated.n, _share(count, rated.n)
