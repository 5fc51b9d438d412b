"""Cases broken at random: never an exception, and every failure has a finding with a place."""

from __future__ import annotations

from random import Random

import pytest
import yaml
from generate import THOROUGH
from written import CHANNELS, LAWS

from etika_sim.language.builder import build
from etika_sim.language.locate import locate
from etika_sim.language.reader import read

_PIECES = r"""
    \n \n\n \t \r \x00 \x1b \x85 : :\x20 - -\x20 ? ?\x20 # \x20# [ ] { } , & * ! | > ' " % @ ` --- ...
    << ~ null true 010 1e3 .inf \ufeff \u2028 \u202e \U0001f600 é ** a:\x20 &a *a !!str
    !!python/name:os.system "\\x \\U00110000 '' {a:\x20b} [a,\x20b] |+3\n >-\n %YAML if: else: to:
    scenes: loket tekanan \x20\x20\x20
"""
INSERTS = [
    piece.encode().decode("unicode_escape").encode("utf-8", "surrogatepass") for piece in _PIECES.split()
]
"""What breaks YAML, or a case, when it stands in the wrong place."""


def mutated(raw: bytes, random: Random) -> bytes:
    """The bytes after one to four random cuts, copies, insertions and slips."""
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(raw) + 1)
        end = min(len(raw), start + random.choice([1, 1, 2, 5, 20, 200]))
        kind = random.randrange(6)
        if kind == 0:
            raw = raw[:start] + raw[end:]
        elif kind == 1:
            raw = raw[:start] + random.choice(INSERTS) + raw[start:]
        elif kind == 2:
            raw = raw[:start] + random.choice(INSERTS) + raw[end:]
        elif kind == 3:
            raw = raw[:start] + raw[start:end] * 2 + raw[end:]
        elif kind == 4:
            raw = raw[:start] + bytes([random.randrange(256)]) + raw[start + 1 :]
        else:
            lines = raw.splitlines(keepends=True) or [b""]
            one, two = random.randrange(len(lines)), random.randrange(len(lines))
            lines[one], lines[two] = lines[two], lines[one]
            raw = b"".join(lines)
    return raw


def check(raw: bytes) -> None:
    """Read, build and locate as the check does; hold what must always be so."""
    reading = read(raw)
    scenario = None
    if reading.data is not None:
        scenario = build(reading.data, "small", reading.findings, LAWS, CHANNELS)
    placed = locate(reading.text, reading.findings.kept)
    lines = reading.text.split("\n")

    assert (scenario is None) == bool(placed), raw
    for finding in placed:
        assert finding.place is not None, raw
        if reading.text:
            assert 1 <= finding.place.line <= len(lines), (raw, finding)
            assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1, (raw, finding)


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_case_is_a_scenario_or_findings_with_places(base_case: str, seed: int) -> None:
    """A hundred inputs a seed: no exception, and what is no scenario says why and where."""
    raw = base_case.encode()
    random = Random(seed)  # noqa: S311 - the same inputs for the same seed
    for _ in range(100 * THOROUGH):
        check(mutated(raw, random))


def test_the_slow_parser_survives_as_well(base_case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same without PyYAML's C parser, on the few hundred inputs that there is time for."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    raw = base_case[: base_case.index("  ruang-kepala:")].encode()
    random = Random(7)  # noqa: S311 - the same inputs every time
    for _ in range(60 * THOROUGH):
        check(mutated(raw, random))
