"""Writes the table of phases into docs/classroom.md out of `classroom/phases.py`.

`python scripts/write_phases.py --check` says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from re import DOTALL, sub

from etika_sim.classroom.phases import PHASES, Phase, Row
from etika_sim.classroom.plan import ANCHORS, plan

PAGE = Path(__file__).parent.parent / "docs" / "classroom.md"
MARKED = r"(<!-- phases -->\n).*?(<!-- end -->)"


def _minutes(phase: Phase, row: Row) -> str:
    """What the phase takes: at a decision in full and quickly, else in an hour of each anchor."""
    if row.full:
        return f"{row.full}, quickly {row.quick}" if row.quick else f"{row.full}, only in full"
    spent = [sum(step.minutes for step in plan(length) if step.phase is phase) for length in ANCHORS]
    return " / ".join(map(str, spent)) if any(spent) else "–"


def _next(row: Row) -> str:
    return ", ".join(f"`{phase}`" for phase in row.next) or "–"


def table() -> Iterator[str]:
    """A row a phase."""
    lengths = " / ".join(map(str, ANCHORS))
    yield f"| phase | minutes in full, or in an hour of {lengths} | what happens | what may follow |"
    yield "| --- | --- | --- | --- |"
    for phase, row in PHASES.items():
        follows = "`route`, by the event `routed` alone" if phase is Phase.REVEAL else _next(row)
        yield f"| `{phase}` | {_minutes(phase, row)} | {row.about} | {follows} |"


def main() -> int:
    """Write the table, or with --check say whether it is current."""
    text = PAGE.read_text(encoding="utf-8")
    rows = "\n".join(table())
    current = sub(MARKED, lambda match: f"{match[1]}\n{rows}\n\n{match[2]}", text, flags=DOTALL)
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(current, encoding="utf-8", newline="\n")
    elif current != text:
        sys.stderr.write("docs/classroom.md is out of date: run python scripts/write_phases.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
