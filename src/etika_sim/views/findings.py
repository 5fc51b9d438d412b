"""Findings as people read them: place and sentence, the line itself with a caret, a hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from etika_sim import labels
from etika_sim.checks.validate import SYNTAX, SYNTAX_RULES, Checked
from etika_sim.checks.warnings import PACK_RULES, RULES
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.locate import placed
from etika_sim.locale import _, ngettext
from etika_sim.model import Principle
from etika_sim.prose import safe, safe_line
from etika_sim.views import messages
from etika_sim.views.page import Block, Gap, Page, Prose, Source
from etika_sim.views.plain import wrapped
from etika_sim.views.suggestions import SUGGESTIONS

LONGEST_LINE = 100
HINT_WIDTH, HINT_INDENT = 80, 10
MOST_LISTED, LEAST_GROUPED = 8, 10_000
MOST_HELPFUL = 3
_FORMS = {"[A-Z]": "register-id", "[1-9]": "minutes"}
"""Which ids are meant by how their pattern begins; the others are those of scenes and choices."""
_SAID = {**messages.MESSAGES, **SUGGESTIONS}


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


def sentences(finding: Diagnostic) -> tuple[str, str]:
    """What a finding says and what helps, in the user's language; the hint may have several lines."""
    facts = {name: _spoken(value) for name, value in finding.facts.items()}
    message, hint = _SAID[entry(finding)]
    hints = list(_evidence(finding.facts))
    if meant := facts.get("suggestion") or _word_meant(finding):
        hints.insert(0, _(messages.SUGGESTION).format(suggestion=meant))
    else:
        hints.append(_(hint).format(**facts))
    return _(message).format(**facts), "\n".join(hint for hint in hints if hint)


def _word_meant(finding: Diagnostic) -> str:
    """The word that belongs where a condition is written in Indonesian."""
    in_condition = finding.rule in ("bad-condition", "unknown-state") and finding.inside is not None
    word = finding.facts.get("word") or finding.facts.get("name")
    return messages.WORDS_MEANT.get(str(word), "") if in_condition else ""


def entry(finding: Diagnostic) -> tuple[str, str]:
    """The rule and the reason under which a finding's sentences stand in MESSAGES or SUGGESTIONS."""
    facts = finding.facts
    reason = str(facts.get("reason") or facts.get("expected") or "")
    if facts.get("shadowed") and finding.rule == "impossible-route":
        reason = "shadowed"
    elif reason == "empty" and (facts.get("key") == "" or isinstance(facts.get("key"), int)):
        reason = "nothing"  # an item of a list, or the whole file
    elif finding.rule == "missing-key" and facts["key"] == "to" and finding.path[-2:-1] == ("scenes",):
        reason = "way-on"
    elif finding.rule == "duplicate-id" and "other" in facts:
        reason = "case"
    elif reason == "id":
        reason = _FORMS.get(facts["pattern"][:5], reason)
    return (finding.rule, reason if (finding.rule, reason) in _SAID else "")


def _evidence(facts: Mapping[str, Any]) -> Iterable[str]:
    """What proves the finding: the shortest play to it, the values a name can have there."""
    if "play" in facts:
        steps = " → ".join(f"{scene}/{choice}" for scene, choice in facts["play"]) or _(messages.AT_ONCE)
        state = ", ".join(f"{name} = {_spoken(value)}" for name, value in facts.get("state", ()))
        yield _(messages.SHORTEST).format(play=safe_line(steps)) + (f" ({state})" if state else "")
    if "values" in facts and not facts.get("shadowed"):
        yield from _possible(facts["values"])
    if facts.get("hides"):
        yield _(messages.HIDES).format(hides=_spoken(facts["hides"]))
    if "play" not in facts and len(facts.get("ring", ())) > 1:
        yield _(messages.RING).format(ring=_spoken(facts["ring"]))


def _possible(names: Iterable[tuple[str, tuple[Any, ...]]]) -> Iterable[str]:
    """What the names of a condition can be; of a flag that can be both there is nothing to say."""
    names = tuple(names)
    narrow = [
        (name, values) for name, values in names if not (len(values) == 2 and isinstance(values[0], bool))
    ]
    for name, values in narrow:
        is_run = len(values) > MOST_LISTED and values[-1] - values[0] == len(values) - 1
        said = f"{values[0]} … {values[-1]}" if is_run else _spoken(values)
        yield _(messages.ONLY).format(name=name, values=said)
    if len(names) > 1 or (names and not narrow):
        yield _(messages.TOGETHER)


def _spoken(value: Any) -> str:
    """A fact in words, safe to show; long lists are cut short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Principle):
        return labels.label(value)
    if isinstance(value, tuple):
        shown = [_spoken(part) for part in value[:MOST_LISTED]]
        return ", ".join([*shown, "…"] if len(value) > MOST_LISTED else shown)
    if isinstance(value, int) and value >= LEAST_GROUPED:
        return grouped(value)
    text = safe_line(str(value))
    return text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}…"


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


def grouped(number: int) -> str:
    """A number with a thin gap between thousands."""
    return f"{number:,}".replace(",", " ")
