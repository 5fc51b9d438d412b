"""A cache of what the check found, by content: what has not changed is not checked again.

Law: an entry is found only by the digest of everything that its findings depend on: the bytes of a
case, of its translations and of the registers, the day, the limits, and the program itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from etika_sim import __version__
from etika_sim.checks.validate import Case, Checked
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.locate import placed
from etika_sim.library.index import Index
from etika_sim.model import Principle

NAME = "checks.json"
SOURCES = ("checks", "language", "play", "library")
"""The parts of the program on which findings depend."""


class NotPlain(TypeError):
    """A fact that is not of the kinds that are kept; then nothing of that case is."""


class CheckCache:
    """Plain data by file or folder and key, kept in `folder`; None keeps nothing. For faults see `Index`."""

    def __init__(self, folder: Path | None) -> None:
        self._index = Index(folder, _maker() if folder else "", NAME)

    def get(self, place: Path, key: str) -> Any:
        """The plain data kept for a file or folder, if its key is still the same; else None."""
        return self._index.get(str(place), "", key)

    def put(self, place: Path, key: str, data: Any) -> None:
        """Keep plain data of JSON, not None, in the place of what was kept there before."""
        self._index.put(str(place), "", key, data)

    def save(self) -> None:
        """Write what is new."""
        self._index.save()


def digest(*parts: bytes | str) -> str:
    """SHA-256 (hex) of some parts, told apart by their lengths."""
    made = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(raw))
        made.update(raw)
    return made.hexdigest()


def _maker() -> str:
    """The program as it is: its version, and when its source was written last."""
    home = Path(__file__).parents[1]
    files = (file for part in SOURCES for file in (home / part).rglob("*.py"))
    return f"etika-sim {__version__} {max(file.stat().st_mtime_ns for file in files)}"


def to_data(checked: Iterable[Checked]) -> list[Any] | None:
    """What was found in files as plain data, places of warnings included; None if a fact is not plain."""
    try:
        return [_data(one) for one in checked]
    except NotPlain:
        return None


def from_data(data: Iterable[Any]) -> list[Checked]:
    """What was found, without data and scenarios."""
    return [_checked(one) for one in data]


def _data(one: Checked) -> list[Any]:
    is_quiet = not (one.findings or one.warnings)
    return [
        one.name,
        "" if is_quiet else one.text,
        None if one.case is None else [one.case.id, one.case.language, one.case.twin, dict(one.case.allow)],
        [_plain(tuple(finding)) for finding in one.findings],
        one.more,
        one.stage,
        one.states,
        [] if is_quiet else [_plain(tuple(warning)) for warning in placed(one.text, one.warnings)],
        one.more_warnings,
        one.allowed,
    ]


def _checked(data: list[Any]) -> Checked:
    name, text, case, findings, more, stage, states, warnings, more_warnings, allowed = data
    return Checked(
        name,
        text,
        None,
        None,
        tuple(map(_diagnostic, findings)),
        more,
        stage,
        states,
        tuple(map(_diagnostic, warnings)),
        more_warnings,
        allowed,
        case=None if case is None else Case(*case),
    )


def _diagnostic(data: Any) -> Diagnostic:
    rule, path, facts, on, inside, place = _typed(data)
    return Diagnostic(rule, path, facts, on, inside, Place(*place) if place else None)


def _plain(value: Any) -> Any:
    """A fact as data of JSON. Raises NotPlain."""
    if isinstance(value, Principle):
        return {"principle": value.value}
    if isinstance(value, Fraction):
        return {"fraction": [value.numerator, value.denominator]}
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {"facts": {key: _plain(part) for key, part in value.items()}}
    raise NotPlain(type(value).__name__)


def _typed(data: Any) -> Any:
    """The fact that data of `_plain` tell."""
    if isinstance(data, list):
        return tuple(map(_typed, data))
    if isinstance(data, dict):
        ((kind, held),) = data.items()
        if kind == "principle":
            return Principle(held)
        if kind == "fraction":
            return Fraction(*held)
        return {key: _typed(part) for key, part in held.items()}
    return data
