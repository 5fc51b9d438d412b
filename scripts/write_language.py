"""Writes what is made of the one description of the language: the tables of docs/language.md, the schema.

`python scripts/write_language.py --check` says whether they are current.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from re import DOTALL, Match, sub

from etika_sim.language import condition, fields, kinds, limits, register
from etika_sim.language.schema import schema
from etika_sim.views.findings import grouped

ROOT = Path(__file__).parent.parent
LANGUAGE = ROOT / "docs" / "language.md"
SCHEMA = ROOT / "scenarios" / "scenario.schema.json"
MARKED = r"<!-- (keys|limits):? ?([\w ]*) -->\n.*?<!-- end -->"

RECORDS = {
    record.name: record
    for record in (
        fields.SCENARIO,
        fields.DECISION,
        fields.CHOICE,
        fields.PASSAGE,
        fields.ENDING,
        fields.TEXT_PART,
        fields.ROUTE,
        fields.COUNTER,
        fields.ROLE,
        fields.OBSERVE,
        fields.PLAN,
        fields.FACILITATOR,
        fields.HEARD,
        fields.WHAT_IF,
        fields.DEBRIEF,
        fields.OFFICE,
        fields.REVIEWED,
        register.LAWS,
        register.LAW,
        register.CHANNELS,
        register.CHANNEL,
    )
}

PATTERNS = {fields.ID: "an id", fields.DATE: "a date, `2026-11-24`"}

REFERENCES = {
    "scene": "the id of a scene",
    "opening": "the id of a decision or passage",
    "decision": "the id of a decision",
    "choice": "the id of a choice of this decision",
    "law": "an id of the register of law",
    "channel": "an id of the register of channels",
}

LIMITS = (
    ("bytes of a file (`check --max-size` lifts it)", limits.LARGEST),
    ("levels of YAML inside each other", limits.DEEPEST),
    ("findings shown of one file; the rest is counted", limits.MOST_FINDINGS),
    ("characters of a condition", condition.LONGEST),
    ("parentheses and `not`s of a condition inside each other", condition.DEEPEST),
    ("names of the state", fields.MOST_NAMES),
    ("states: the product of the ranges of all names", fields.MOST_STATES),
    ("choices of a decision, at least", fields.FEWEST_CHOICES),
    ("choices of a decision, at most", fields.MOST_CHOICES),
    ("lowest value of a counter", fields.LOWEST_COUNTER),
    ("highest value of a counter", fields.HIGHEST_COUNTER),
)


def _either(words: tuple[str, ...]) -> str:
    return "one of " + ", ".join(f"`{word}`" for word in words)


def _many(kind: kinds.Many) -> str:
    least = f", at least {kind.least}" if kind.least else ""
    return f"list{least}: {said(kind.of)}"


def _table(kind: kinds.Table) -> str:
    count = f"{kind.least} to {kind.most} " if kind.most else f"{kind.least} or more " if kind.least else ""
    names = "minutes" if kind.pattern == fields.PLAN_MINUTES else "ids"
    return f"{count}{names}, each with: {said(kind.of)}"


def _fixed(words: str) -> Callable[[kinds.Kind], str]:
    return lambda _: words


SAID: Mapping[type, Callable[..., str]] = {
    kinds.Line: _fixed("text of one paragraph"),
    kinds.Prose: _fixed("text"),
    kinds.Plain: _fixed("text, not translated"),
    kinds.Story: _fixed("text, or list of paragraphs"),
    kinds.Word: lambda kind: PATTERNS[kind.pattern],
    kinds.OneOf: lambda kind: _either(kind.words),
    kinds.Number: lambda kind: f"`{kind.low}`" if kind.low == kind.high else f"{kind.low} to {kind.high}",
    kinds.Truth: _fixed("`true` or `false`"),
    kinds.ConditionText: _fixed("condition"),
    kinds.Reference: lambda kind: REFERENCES[kind.to],
    kinds.Many: _many,
    kinds.Table: _table,
    kinds.Record: lambda kind: f"the keys of *{kind.name}*",
    kinds.Annotated: lambda kind: f"text, or the keys of *{kind.record.name}*",
    kinds.SceneKinds: _fixed("the keys of *decision*, *passage* or *ending*"),
    kinds.Points: _fixed("principles, each with -2 to 2"),
    kinds.StateNames: _fixed("names, each with `true`, `false` or the keys of *counter*"),
    kinds.Changes: lambda kind: "names, each with " + ("a value" if kind.how == "set" else "a number"),
    kinds.Routes: _fixed("the id of a scene, or list: the keys of *route*"),
}


def said(kind: kinds.Kind) -> str:
    """A kind of value in a few words."""
    return SAID[type(kind)](kind)


def _rows(record: kinds.Record) -> Iterator[str]:
    yield "| key | must | value | meaning | example |"
    yield "| --- | --- | --- | --- | --- |"
    for field in record.fields:
        cells = (
            f"`{field.key}`",
            "yes" if field.required else "",
            said(field.kind),
            field.english,
            f"`{field.example}`" if field.example else "",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _limits() -> Iterator[str]:
    yield "| limit | |"
    yield "| --- | --- |"
    for meaning, number in LIMITS:
        yield f"| {meaning} | {grouped(number)} |"


def _filled(match: Match[str]) -> str:
    what, name = match.groups()
    lines = _rows(RECORDS[name]) if what == "keys" else _limits()
    head = match.group().split("\n", 1)[0]
    return "\n".join((head, "", *lines, "", "<!-- end -->"))


def filled(text: str) -> str:
    """The document with every table written anew."""
    return sub(MARKED, _filled, text, flags=DOTALL)


def main() -> int:
    """Write the tables and the schema, or with --check say whether they are current."""
    current = {
        LANGUAGE: filled(LANGUAGE.read_text(encoding="utf-8")),
        SCHEMA: json.dumps(schema(), ensure_ascii=False, indent=1) + "\n",
    }
    stale = []
    for file, text in current.items():
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8", newline="\n")
        elif file.read_text(encoding="utf-8") != text:
            stale.append(f"{file.name} is out of date: run python scripts/write_language.py\n")
    sys.stderr.write("".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
