"""The warnings about a case: it plays, but it may teach badly. A warning is never an error.

RULES stands in the order in which they help an author most; each has its file in `rules/` and its
page in `pages/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic

Rule = Callable[[Draft], Iterator[Diagnostic]]

RULES: tuple[str, ...] = (
    # what makes a case worth playing
    "no-dilemma",
    "straw-man",
    "dominated",
    "ending-contradicts-score",
    "ending-forgets",
    "short-good-road",
    "high-chance",
    "untested-principle",
    # what gives the answer away
    "cue-bot",
    "virtue-words",
    "verdict-words",
    "longest-is-best",
    "absolutes",
    "echo",
    "combined-options",
    "twin-options",
    "form-cue",
    # where the law is crossed
    "violation-without-red-line",
    "red-line-without-law",
    "red-line-weight",
    # what is hard to read
    "long-scene",
    "long-choice",
    "long-sentence",
    "unexpanded-abbreviation",
    "officialese",
    # what a class needs
    "class-plan-too-long",
    "no-facilitation",
    "no-flip",
    "long-for-class",
    # what needs care
    "weak-law",
    "stale-law",
    "stale-translation",
    "missing-translation",
    "unseen-text",
    "unused-state",
    "unknown-rule",
)
PACK_RULES: tuple[str, ...] = ("unknown-twin",)
"""What only the whole pack shows; not among RULES, for one case alone cannot be asked."""

CUES: tuple[str, ...] = ("learned-cue", "review-formula")
"""What is told of the pack as a whole and stands in no case; these have pages as well."""

OF_TRANSLATIONS = ("stale-translation", "missing-translation")
"""What is looked for in a translation; all else is the business of its original."""


def warn(draft: Draft) -> Iterator[Diagnostic]:
    """What every rule finds, those that help most first; also what the author allows."""
    for name in RULES:
        yield from rule(name)(draft)


def warn_of_translation(draft: Draft) -> Iterator[Diagnostic]:
    """What the rules about translations find in one; `draft` is the translated case."""
    for name in OF_TRANSLATIONS:
        yield from rule(name)(draft)


def rule(name: str) -> Rule:
    """The function that looks for a warning."""
    found: Rule = import_module(f"etika_sim.checks.rules.{name.replace('-', '_')}").find
    return found
