"""The votes of one decision as groups, and which of them may be told beside one another.

The rounds come first; then, each only where it gives nothing of a few away together with all before:
the votes that stand, who moved, and how the roles voted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from etika_sim.analysis.groups import Group, Vote, is_few, may_be_told
from etika_sim.classroom import tally
from etika_sim.classroom.state import MAIN_ROUNDS, Ballot, Cast
from etika_sim.classroom.tally import FEWEST, Counts, Moves

HANDS = ""
"""The token under which the hands of a round stand; no seat has it."""

REST = ""
"""The role under which those stand that are too few by themselves; None is an observer."""


class Votes(NamedTuple):
    """All votes of the deciding rounds, and the groups of them that are told.

    `rows` has a count per option for each vote; `standing` is None where no group of votes that stand
    can be told; `moves` is None where who moved is not told; `by_role` is empty where nothing can
    be told apart.
    """

    rows: Mapping[Vote, Counts]
    standing: Group | None
    moves: Moves | None
    by_role: Mapping[str | None, Group]

    def added(self, group: Iterable[Vote]) -> Counts:
        """The counts of a group of votes; of an empty one none at all."""
        return tuple(map(sum, zip(*(self.rows[vote] for vote in group), strict=True)))


def told_votes(ballot: Ballot, cast: Cast | None) -> Votes:
    """The groups of votes of a ballot that may be told; its rounds are those that the class has seen."""
    rows = _rows(ballot)
    people = {vote: sum(row) for vote, row in rows.items()}
    by_round = [frozenset(vote for vote in rows if vote[0] == one.number) for one in tally.deciding(ballot)]
    told = [group for group in by_round if _size(group, people) >= FEWEST]

    standing = _standing(by_round, told, people)
    told += [standing] if standing else []
    moves = tally.moves(ballot)
    ends = _ends(ballot) if moves else ()
    if moves and not (_has_no_small_margin(moves.pairs) and may_be_told([*told, *ends], people)):
        moves, ends = None, ()
    told += ends

    roles = _by_role(standing or frozenset(), ballot, cast)
    if len(roles) == 1 or not may_be_told([*told, *roles.values()], people):
        roles = {}
    return Votes(rows, standing, moves, roles)


def _rows(ballot: Ballot) -> dict[Vote, Counts]:
    rows: dict[Vote, Counts] = {}
    for one in tally.deciding(ballot):
        rows |= {(one.number, token): vote.counts for token, vote in one.votes.items()}
        if one.hands:
            rows[one.number, HANDS] = one.hands[-1]
    return rows


def _size(group: Group, people: Mapping[Vote, int]) -> int:
    return sum(people[vote] for vote in group)


def _standing(by_round: list[Group], told: list[Group], people: Mapping[Vote, int]) -> Group | None:
    """Each seat's last vote, without those of round 1 where they are few; None if even that is of a few."""
    if not by_round or is_few(_size(by_round[-1], people)):
        return None
    latest = {token: (number, token) for group in by_round for number, token in group}
    for group in (frozenset(latest.values()), by_round[-1]):
        if _size(group, people) and may_be_told([*told, group], people):
            return group
    return None


def _ends(ballot: Ballot) -> tuple[Group, Group]:
    """The first and the second votes of the phones of one's own that voted in both deciding rounds."""
    first, second = (
        {token for token, vote in one.votes.items() if vote.option is not None}
        for one in tally.deciding(ballot)
    )
    twice = first & second
    return frozenset((1, token) for token in twice), frozenset((MAIN_ROUNDS, token) for token in twice)


def _has_no_small_margin(pairs: Mapping[tuple[str, str], int]) -> bool:
    """Whether each row and column of the table is empty or of five: else it tells a few people apart."""
    before, after = Counter[str](), Counter[str]()
    for (old, new), n in pairs.items():
        before[old] += n
        after[new] += n
    return not any(map(is_few, (*before.values(), *after.values())))


def _by_role(standing: Group, ballot: Ballot, cast: Cast | None) -> dict[str | None, Group]:
    """The votes that stand by the role held, small groups put together under REST.

    Where even they are fewer than five together, the next smallest joins them. Empty without five.
    """
    own = {(one.number, token): vote for one in tally.deciding(ballot) for token, vote in one.votes.items()}
    groups: dict[str | None, set[Vote]] = {}
    for key, vote in own.items():
        if key in standing and vote.option is not None and cast and key[1] in cast.parts:
            groups.setdefault(cast.parts[key[1]].role, set()).add(key)
    rest: set[Vote] = set()
    for role in sorted(groups, key=lambda role: (len(groups[role]), role or "")):
        if len(groups[role]) < FEWEST or is_few(len(rest)):
            rest |= groups.pop(role)
    told = {role: frozenset(group) for role, group in groups.items()}
    return {**told, REST: frozenset(rest)} if rest else told
