"""What is known of all cases of a pack together: what they cover, and the cues that were tested."""

from __future__ import annotations

from typing import NamedTuple

LEVEL = 0.05
"""The probability that the tests of one language share."""


class Cue(NamedTuple):
    """One test: the best choice was hit so often in so many decisions, where chance hits `expected`.

    `name` is "longest", "shortest", "commas", "joined", "digits", "no-reason" or its opposite "reason",
    "cue-bot", "learned-cue", "review-formula" with the word, or "position" with the counts of each place
    in the file. For "review-formula" it is verdicts that are hit, and `expected` is the usual verdict's.
    `p` is the probability of numbers so far from chance; `significant` after all tests are counted.
    `language` is that of the texts, if it is not the original's.
    """

    name: str
    hits: int
    of: int
    expected: float
    p: float
    counts: tuple[int, ...] = ()
    significant: bool = False
    word: str = ""
    language: str = ""


class Pack(NamedTuple):
    """What the cases are about, counted, and the cues tested over all their decisions."""

    cases: int
    decisions: int
    coverage: dict[str, dict[str, int]]
    cues: tuple[Cue, ...]
    uncited: tuple[str, ...]

    @property
    def has_cues(self) -> bool:
        """Whether some cue gives the best choices away over all decisions."""
        return any(cue.significant for cue in self.cues)
