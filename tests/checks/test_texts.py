"""The texts of a case, each under the path by which it stands in its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from etika_sim.checks.texts import texts
from etika_sim.checks.validate import Cited, check_case
from etika_sim.language.fields import SCENARIO
from etika_sim.language.translation import _texts as translatable
from etika_sim.library.folders import shipped

CASES = sorted(shipped().glob("[1-6]-*/*[!n].yaml"))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    """What stands in data at a path."""
    for step in path:
        data = data[step]
    return data


def leaves(data: Any) -> list[str]:
    """All texts in data."""
    if isinstance(data, dict):
        return [text for below in data.values() for text in leaves(below)]
    if isinstance(data, list):
        return [text for below in data for text in leaves(below)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize("path", [path for path in CASES if "." not in path.stem], ids=lambda path: path.stem)
def test_they_are_the_texts_that_are_translated(path: Path) -> None:
    """Nothing that a translator would translate is missing, nothing is there twice, every path is right."""
    checked = check_case(path.read_bytes(), path.stem, str(path), Cited(None, None))
    assert checked.scenario is not None
    told = list(texts(checked.scenario))

    assert sorted(text for _path, text in told) == sorted(leaves(translatable(SCENARIO, checked.data)))
    assert all(at(checked.data, place) in (text, [text]) for place, text in told)  # a list of one is its item
