"""Statistical disclosure control for sums over groups: small cells, also those that subtraction would find.

Law: every sum or difference of told groups is a sum over whole cells of their crossing, so if no cell
holds between one and four people, nothing about so few can be worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from etika_sim.classroom.tally import FEWEST

Vote = tuple[int, str]
"""One vote: the number of its round, and the token of the seat; the hands of a round count as one seat."""

Group = frozenset[Vote]


def is_few(count: int) -> bool:
    """Whether so many are somebody, and fewer than five."""
    return 0 < count < FEWEST


def may_be_told(groups: Iterable[Set[Vote]], people: Mapping[Vote, int]) -> bool:
    """Whether all these groups may be told together, each as a sum over its votes.

    `people` says how many stand behind a vote. The cells are the classes of votes that lie in exactly
    the same groups; each of them must be empty or hold five people.
    """
    all_groups = tuple(groups)
    cells: Counter[tuple[bool, ...]] = Counter()
    for vote in set().union(*all_groups):
        cells[tuple(vote in group for group in all_groups)] += people[vote]
    return not any(map(is_few, cells.values()))
