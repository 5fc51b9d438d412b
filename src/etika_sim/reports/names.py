"""What things are called in a document; whoever asks for one knows the words of the user's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from etika_sim.locale import _
from etika_sim.model import Principle


class Names(NamedTuple):
    """The names of a module by its number, a practice by its id, a principle."""

    module: Callable[[int], str]
    practice: Callable[[str], str]
    principle: Callable[[Principle], str]


class ClassNames(NamedTuple):
    """The names that a report of a class needs: principles, their letters, qualities, pressures, remedies."""

    principle: Callable[[Principle], str]
    code: Callable[[Principle], str]
    quality: Callable[[str], str]
    pressure: Callable[[str], str]
    remedy: Callable[[str], str]


def report_file(case: str, id: str, ending: str, *, leaders: bool = False) -> str:
    """The name of the file that a report of a class is written to."""
    name = _("{case}-leaders-{id}") if leaders else _("{case}-report-{id}")
    made = name.format(case=case, id=id)
    return f"{re.sub('[^A-Za-z0-9_-]+', '-', made)}.{ending}"
