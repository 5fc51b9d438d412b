"""Words of letters and decrees where a plain word says the same.

A case tells of people at a counter. Nominal phrases and stock words make a sentence longer and hide
who does what. What stands in quotation marks inside a text is left alone: a person of the story may
well talk like a letter. Source: guidance for plain Indonesian; the list is ours, in `plain_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from etika_sim.checks.draft import Draft
from etika_sim.checks.plain_words import PLAIN
from etika_sim.checks.wording import FUNCTION_WORDS
from etika_sim.language.diagnostic import Diagnostic

_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»')

_KEYS = {
    phrase: max(phrase.split(), key=lambda word: (word not in FUNCTION_WORDS, len(word))).encode()
    for phrase in PLAIN
}
"""The most telling word of each phrase: where that is not in a case, the phrase is not."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a phrase in a text, where it stands first."""
    used = [phrase for phrase, key in _KEYS.items() if key in draft.words]
    if not used:
        return
    having = {text: some for text in draft.texts if (some := _some(used, text))}
    for path, text in draft.told(having):
        for phrase in having[text]:
            if match := _pattern(phrase).search(_without_quotations(text)):
                plain = PLAIN[phrase]
                facts = {"phrase": match[0], "plain": plain, "reason": "" if plain else "leave-out"}
                yield Diagnostic("officialese", path, facts, inside=(match.start(), len(phrase)))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Finds the phrase as whole words."""
    return re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)


def _some(phrases: list[str], text: str) -> list[str]:
    """Those of the phrases that stand in a text at all."""
    flat = text.lower().replace("\n", " ")
    return [phrase for phrase in phrases if phrase in flat]


def _without_quotations(text: str) -> str:
    """On one line, what is quoted blanked out, so that all else keeps its place."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text).replace("\n", " ")
