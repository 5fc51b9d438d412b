"""Findings as people read them: place and sentence, the line itself with a caret, a hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from etika_sim.checks.validate import SYNTAX, SYNTAX_RULES, Checked
from etika_sim.checks.warnings import PACK_RULES, RULES
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.locate import placed
from etika_sim.locale import _, ngettext
from etika_sim.prose import safe, safe_line
from etika_sim.views.finding_sentences import grouped, sentences
from etika_sim.views.page import Block, Gap, Page, Prose, Source
from etika_sim.views.plain import wrapped

LONGEST_LINE = 100
HINT_WIDTH, HINT_INDENT = 80, 10
MOST_HELPFUL = 3


def report(checked: Iterable[Checked], *, every: bool = True) -> Page:
    """The errors in some files, the suggestions (not `every`: those that help most), and a summary."""
    files = list(checked)
    blocks: list[Block] = []
    for one in files:
        for finding in one.findings:
            blocks += [*_finding(one, finding, _("error")), Gap()]
        blocks += _notes(one)
    shown = [(one, warning) for one in files for warning in one.located()] if every else _most_helpful(files)
    for one, warning in shown:
        blocks += [*_finding(one, warning, _("suggestion")), Gap()]
    return (*blocks, Source(tuple((line, "") for line in _summary(files, len(shown), every=every))))


def _most_helpful(files: list[Checked]) -> list[tuple[Checked, Diagnostic]]:
    """The first of each rule, those of rules that help most; then the second of each, and so on."""
    place = {rule: n for n, rule in enumerate((*RULES, *PACK_RULES))}
    met: Counter[str] = Counter()
    ranked = []
    for one in files:
        for warning in one.warnings:
            ranked.append((met[warning.rule], place[warning.rule], one, warning))
            met[warning.rule] += 1
    first = sorted(ranked, key=lambda row: row[:2])[:MOST_HELPFUL]
    grouped = groupby(((one, warning) for *_rank, one, warning in first), key=lambda pair: pair[0])
    return [(one, warning) for one, some in grouped for warning in placed(one.text, [w for _one, w in some])]


def _finding(checked: Checked, finding: Diagnostic, severity: str) -> Page:
    place = finding.place or Place(1, 1)
    message, hint = sentences(finding)
    where = f"{safe_line(checked.name)}:{place.line}:{place.column}"
    head = f"{where} {severity} {finding.rule}: {message}"
    lines = [(head, "strong"), *_excerpt(checked.text, place, hint)]
    return (Source(tuple(lines)),)


def _excerpt(text: str, place: Place, hint: str) -> list[tuple[str, str]]:
    """The line of the file with a caret below it; the hint stands behind the caret if it fits."""
    row, hints = _row(text, place.line), hint.split("\n")
    if not text or row is None:
        return _below(hints)
    start = max(0, place.column - 1 - LONGEST_LINE // 2) if len(row) > LONGEST_LINE else 0
    shown, before = safe(row[start : start + LONGEST_LINE]), safe(row[start : place.column - 1])
    marked = safe(row[place.column - 1 : place.column - 1 + place.length])
    width = max(1, min(len(marked), LONGEST_LINE - len(before)))
    caret = f"{' ' * 5} │ {' ' * len(before)}{'^' * width}"
    if len(caret) + 1 + len(hints[0]) <= HINT_WIDTH:
        caret = f"{caret} {hints.pop(0)}".rstrip()
    return [(f"{place.line:>5} │ {shown}", ""), (caret, "hint"), *_below(hints)]


def _row(text: str, line: int) -> str | None:
    """A line of a text, if it has so many; the others are passed over, for there may be a million."""
    start = 0
    for _line in range(1, line):
        start = text.find("\n", start) + 1
        if not start:
            return None
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _below(hints: list[str]) -> list[tuple[str, str]]:
    lines = (line for hint in hints for line in wrapped(hint, HINT_WIDTH - HINT_INDENT))
    return [(" " * HINT_INDENT + line, "hint") for line in lines]


def _notes(checked: Checked) -> Page:
    notes = []
    if checked.more:
        notes.append(
            ngettext("and {n} more in this file", "and {n} more in this file", checked.more).format(
                n=checked.more
            )
        )
    if checked.stage == SYNTAX and any(finding.rule in SYNTAX_RULES for finding in checked.findings):
        notes.append(_("Reading stops here; there may be more once this is mended."))
    return tuple(block for note in notes for block in (Prose((note,), "quiet"), Gap()))


def _summary(files: list[Checked], shown: int, *, every: bool) -> list[str]:
    count = sum(len(one.findings) + one.more for one in files)
    checked = ngettext("{n} file checked", "{n} files checked", len(files)).format(n=len(files))
    found = ngettext("{n} error", "{n} errors", count).format(n=count) if count else _("no errors")
    lines = [f"{checked}: {found}.", *_suggestions(files, shown, every=every)]
    states = [one.states for one in files if one.states is not None]
    if states:
        lines.append(_("Proof: {n} states, complete.").format(n=grouped(sum(states))))
    return lines


def _suggestions(files: list[Checked], shown: int, *, every: bool) -> Iterator[str]:
    """How many suggestions there are, how many of them are shown, and how many the authors weighed."""
    count = sum(len(one.warnings) + one.more_warnings for one in files)
    allowed = sum(one.allowed for one in files)
    left, said = count - shown, []
    if left and not every:
        most = ngettext("{n} suggestion that helps most", "{n} suggestions that help most", shown)
        more = ngettext("{n} more suggestion (--all)", "{n} more suggestions (--all)", left)
        said += [most.format(n=shown), more.format(n=grouped(left))]
    elif count:
        said.append(ngettext("{n} suggestion", "{n} suggestions", count).format(n=grouped(count)))
        said += [_("only {n} of them shown").format(n=shown)] if left else []
    if allowed:
        said.append(
            ngettext("{n} weighed by the author", "{n} weighed by the author", allowed).format(n=allowed)
        )
    if said:
        yield " · ".join(said)
