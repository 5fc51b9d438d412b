"""The schema and the builder are of one mind about structure, but for the differences that are listed."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from agreement import DIFFERENCES, Difference, accepts, builder_finds, structure_is_sound
from generate import THOROUGH
from written import data_of

from etika_sim.language.tree import Quoted


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.why)
def test_each_listed_difference_is_one(base_case: str, difference: Difference) -> None:
    """The list says what is so: on each value builder and schema say what it says."""
    data = data_of(base_case)
    here = data
    for step in difference.path[:-1]:
        here = here[step]
    here[difference.path[-1]] = difference.value

    assert (builder_finds(data) == [], accepts(data)) == (difference.builder, difference.schema)


SCALARS = ["", "~", "x", "5", "-1", "99", "2024", "010", "1.5", "1e-3", "true", "false", "no", "2026-11-24",
           "basic", "loket", "selesai-retak", "tercatat", "tekanan > 1", "G-06", "a" * 300]  # fmt: skip
KEYS = ["x", "judul", "title", "text", "to", "ask", "choices", "ending", "if", "else", "scene", "scores",
        "Loket", "catat", "not", "45", "start", "from", "outcome", "integrity", "weight"]  # fmt: skip


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value below the head."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for step, below in items for place in [(*path, step), *places(below, (*path, step))]]


def some_value(random: Random, depth: int = 2) -> Any:
    """A scalar, bare or quoted, or a small list or mapping."""
    kind = random.random()
    if depth and kind < 0.2:
        return [some_value(random, depth - 1) for _ in range(random.randint(0, 3))]
    if depth and kind < 0.4:
        return {random.choice(KEYS): some_value(random, depth - 1) for _ in range(random.randint(0, 3))}
    scalar = random.choice(SCALARS)
    return Quoted(scalar) if random.random() < 0.3 else scalar


def mutate(data: Any, random: Random) -> None:
    """One change in one place: another value, a value from elsewhere, a key less, more or renamed."""
    paths = places(data)
    path = random.choice(paths)
    here = data
    for step in path[:-1]:
        here = here[step]
    step, kind = path[-1], random.randrange(5)
    if kind == 0:
        del here[step]
    elif kind == 1:
        here[step] = copy.deepcopy(at(data, random.choice(paths)))
    elif kind == 2 and isinstance(here, dict):
        here[random.choice(KEYS)] = here.pop(step)
    elif kind == 3 and isinstance(here[step], dict):
        here[step][random.choice(KEYS)] = some_value(random)
    else:
        here[step] = some_value(random)


def at(data: Any, path: tuple[Any, ...]) -> Any:
    """The value at the path."""
    for step in path:
        data = data[step]
    return data


@pytest.mark.parametrize("seed", range(10))
def test_mutated_cases_have_one_verdict(base_case: str, seed: int) -> None:
    """What the builder finds wrong in the structure the schema refuses; what it refuses is not sound."""
    case = data_of(base_case)
    random = Random(seed)  # noqa: S311 - the same documents for the same seed
    for _ in range(100 * THOROUGH):
        data = copy.deepcopy(case)
        for _ in range(random.randint(1, 2)):
            mutate(data, random)
        accepted = accepts(data)
        if accepted:
            assert structure_is_sound(data), builder_finds(data)
        else:
            assert builder_finds(data)
