"""A sentence that is too long to be read, or heard, in one breath.

Up to 20 words a sentence is what guidance for plain Indonesian advises; beyond 30 few readers keep
the beginning in mind. What somebody says in quotation marks counts too, for it is read aloud.
Source: the page of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etika_sim.checks.draft import Draft
from etika_sim.checks.sentences import Span, count_words, has_long_stretch, may_exceed, sentences
from etika_sim.language.diagnostic import Diagnostic

MOST, FAR_TOO_LONG = 20, 30
_WORDS_QUOTED = 5


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a text, at the longest of its sentences."""
    suspects = (text for text in draft.texts if has_long_stretch(text, MOST))
    found = {text: sentence for text in suspects if (sentence := longest(text, MOST))[0] > MOST}
    for path, text in draft.told(found):
        count, (start, end) = found[text]
        begins = " ".join(text[start:end].split()[:_WORDS_QUOTED])
        facts: dict[str, Any] = {"count": count, "most": MOST, "begins": begins}
        if count > FAR_TOO_LONG:
            facts |= {"reason": "far", "most": FAR_TOO_LONG}
        yield Diagnostic("long-sentence", path, facts, inside=(start, end - start))


def longest(text: str, least: int = 0) -> tuple[int, Span]:
    """How many words the longest sentence has, and where it is; the first of equals.

    Sentences that cannot have more than `least` words are not counted.
    """
    found = (0, (0, 0))
    for start, end in sentences(text):
        words = max(least, found[0])
        if end - start > 2 * words and may_exceed(said := text[start:end], words):
            count = count_words(said)
            if count > found[0]:
                found = (count, (start, end))
    return found
