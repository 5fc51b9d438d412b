"""Writes docs/rules.md from the pages of the rules.

`python scripts/write_rules.py --check` says whether it is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from etika_sim.checks.pages import RulePage, page, rules
from etika_sim.prose import paragraphs, safe

RULES = Path(__file__).parent.parent / "docs" / "rules.md"
LANGUAGE = "en"
STAGES = {
    "syntax": "The file cannot be read as YAML; nothing after the place is looked at.",
    "structure": "The file can be read; all that is wrong with its parts is reported together.",
    "proof": "The parts are sound; every play that is possible has been followed.",
    "warnings": "Every play comes to an end; the case is read as a teacher would read it.",
    "library": "All cases are looked at together, with `--library`.",
}
HEAD = """\
# The rules of the check

`etika-sim check` reports findings under these names; `etika-sim explain NAME` shows a rule in the terminal,
in Indonesian or English.
This page is written by `scripts/write_rules.py` from the same pages as `explain`.

Every example is run by the tests: it stands in `tests/broken/base.yaml`, in its translation, or in the
register beside it, and `tests/broken/NAME.en.txt` holds exactly what the check says when it is broken.
The examples of warnings stand in `tests/taught/` in the same way.

A file goes through the stages in this order.
A stage that finds an error ends the check of that file.
"""


def _ordered() -> list[RulePage]:
    """All pages by stage, then by name."""
    return sorted(map(page, rules()), key=lambda one: (list(STAGES).index(one.stage), one.rule))


def _title(one: RulePage) -> str:
    return one.said[LANGUAGE].partition("\n")[0]


def _table(pages: Iterable[RulePage]) -> Iterator[str]:
    yield "| rule | severity | stage | |"
    yield "| --- | --- | --- | --- |"
    for one in pages:
        yield f"| [{one.rule}](#{one.rule}) | {one.severity} | {one.stage} | {_title(one)} |"


def _section(one: RulePage) -> Iterator[str]:
    yield f"## {one.rule}\n\n**{_title(one)}** ({one.severity}, {one.stage})\n"
    for paragraph in paragraphs(one.said[LANGUAGE].partition("\n")[2]):
        yield f"{paragraph}\n"
    for head, piece in (("Fails:", one.fails), ("Passes:", one.passes)):
        yield f"{head}\n\n```yaml\n{safe(piece)}```\n"


def document() -> str:
    """The whole of docs/rules.md."""
    pages = _ordered()
    stages = (f"- **{stage}**: {meaning}" for stage, meaning in STAGES.items())
    sections = (line for one in pages for line in _section(one))
    return "\n".join([HEAD, *stages, "", *_table(pages), "", *sections])


def main() -> int:
    """Write the document, or with --check say whether it is current."""
    current = document()
    if "--check" not in sys.argv[1:]:
        RULES.write_text(current, encoding="utf-8", newline="\n")
    elif not RULES.is_file() or RULES.read_text(encoding="utf-8") != current:
        sys.stderr.write("docs/rules.md is out of date: run python scripts/write_rules.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
