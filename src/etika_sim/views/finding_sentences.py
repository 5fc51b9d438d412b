"""What a finding says and what helps: the sentences of its rule's page, filled with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from etika_sim import labels
from etika_sim.checks import pages
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.locale import N_, _, language
from etika_sim.model import Principle
from etika_sim.prose import safe_line

LONGEST_FACT = 100
MOST_LISTED, LEAST_GROUPED = 8, 10_000
_FORMS = {"[A-Z]": "register-id", "[1-9]": "minutes"}
"""Which ids are meant by how their pattern begins; the others are those of scenes and choices."""

SUGGESTION = N_('Did you mean "{suggestion}"?')
SHORTEST = N_("Shortest play: {play}")
AT_ONCE = N_("at once, at the start")
ONLY = N_("Here {name} is only: {values}.")
HIDES = N_("Out of reach with it: {hides}.")
TOGETHER = N_("The parts of the condition never hold together.")
RING = N_("They only lead to each other: {ring}.")

WORDS_MEANT = {"dan": "and", "atau": "or", "bukan": "not", "tidak": "not", "benar": "true", "salah": "false"}
"""What an author means who writes a condition in Indonesian."""


def sentences(finding: Diagnostic) -> tuple[str, str]:
    """What a finding says and what helps, in the user's language; the hint may have several lines."""
    facts = {name: _spoken(value) for name, value in finding.facts.items()}
    rule, reason = entry(finding)
    message, hint = pages.sentences(rule)[reason][language()]
    hints = list(_evidence(finding.facts))
    if meant := facts.get("suggestion") or _word_meant(finding):
        hints.insert(0, _(SUGGESTION).format(suggestion=meant))
    else:
        hints.append(hint.format(**facts))
    return message.format(**facts), "\n".join(hint for hint in hints if hint)


def _word_meant(finding: Diagnostic) -> str:
    """The word that belongs where a condition is written in Indonesian."""
    in_condition = finding.rule in ("bad-condition", "unknown-state") and finding.inside is not None
    word = finding.facts.get("word") or finding.facts.get("name")
    return WORDS_MEANT.get(str(word), "") if in_condition else ""


def entry(finding: Diagnostic) -> tuple[str, str]:
    """The rule and the reason under which a finding's sentences stand on the page of the rule."""
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
    return (finding.rule, reason if reason in pages.sentences(finding.rule) else "")


def _evidence(facts: Mapping[str, Any]) -> Iterable[str]:
    """What proves the finding: the shortest play to it, the values a name can have there."""
    if "play" in facts:
        steps = " → ".join(f"{scene}/{choice}" for scene, choice in facts["play"]) or _(AT_ONCE)
        state = ", ".join(f"{name} = {_spoken(value)}" for name, value in facts.get("state", ()))
        yield _(SHORTEST).format(play=safe_line(steps)) + (f" ({state})" if state else "")
    if "values" in facts and not facts.get("shadowed"):
        yield from _possible(facts["values"])
    if facts.get("hides"):
        yield _(HIDES).format(hides=_spoken(facts["hides"]))
    if "play" not in facts and len(facts.get("ring", ())) > 1:
        yield _(RING).format(ring=_spoken(facts["ring"]))


def _possible(names: Iterable[tuple[str, tuple[Any, ...]]]) -> Iterable[str]:
    """What the names of a condition can be; of a flag that can be both there is nothing to say."""
    names = tuple(names)
    narrow = [
        (name, values) for name, values in names if not (len(values) == 2 and isinstance(values[0], bool))
    ]
    for name, values in narrow:
        is_run = len(values) > MOST_LISTED and values[-1] - values[0] == len(values) - 1
        said = f"{values[0]} … {values[-1]}" if is_run else _spoken(values)
        yield _(ONLY).format(name=name, values=said)
    if len(names) > 1 or (names and not narrow):
        yield _(TOGETHER)


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
    return text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT]}…"


def grouped(number: int) -> str:
    """A number with a thin gap between thousands."""
    return f"{number:,}".replace(",", " ")
