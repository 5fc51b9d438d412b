"""How many people sit at how many tables, and what each of them needs on paper."""

from __future__ import annotations

from typing import NamedTuple


class Gathering(NamedTuple):
    """A class to come: how many `people` at how many `tables`, and the `minutes` of the plan."""

    people: int
    tables: int
    minutes: int


class Table(NamedTuple):
    """One table: its number, how many sit there, and how many of them watch while the roles play."""

    number: int
    people: int
    observers: int


def tables(gathering: Gathering, roles: int) -> tuple[Table, ...]:
    """The tables, filled as evenly as can be; whoever has no role observes."""
    each, more = divmod(gathering.people, gathering.tables)
    sizes = [each + (n < more) for n in range(gathering.tables)]
    return tuple(Table(n + 1, size, max(0, size - roles)) for n, size in enumerate(sizes))
