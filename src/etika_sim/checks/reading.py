"""How much there is to read at once, in the state in which a text is longest."""

from __future__ import annotations

from etika_sim.checks.space import Space
from etika_sim.checks.wording import words
from etika_sim.model import Text


def most_words(text: Text, states: int, space: Space) -> int:
    """The words of a text as it reads in some of the states, where it has most."""
    lengths = {0: states}
    for part in text:
        holds = space.where(part.when)
        shown, other = len(words(part.text)), len(words(part.otherwise or ""))
        split: dict[int, int] = {}
        for length, among in lengths.items():
            for count, there in ((shown, among & holds), (other, among & ~holds)):
                if there:
                    split[length + count] = split.get(length + count, 0) | there
        lengths = split
    return max(lengths, default=0)
