"""Mermaid flowchart of a map, which many places that show text can draw."""

from __future__ import annotations

import re

from etika_sim import labels
from etika_sim.locale import Translator
from etika_sim.play.program import DECISION, PASSAGE
from etika_sim.reports.map.model import Chart, Link, Node

_SHAPES = {
    DECISION: ("[", "]"),
    PASSAGE: ("(", ")"),
    "exemplary": ("([", "])"),
    "acceptable": ("(", ")"),
    "compromised": (">", "]"),
    "violation": ("{{", "}}"),
}
_CLASSES = {
    "exemplary": "fill:#d5efe4,stroke:#00694c,color:#1a1a1a",
    "acceptable": "fill:#dcecf8,stroke:#00588c,color:#1a1a1a",
    "compromised": "fill:#fbecc8,stroke:#8a6100,color:#1a1a1a",
    "violation": "fill:#fbdccd,stroke:#a33e00,color:#1a1a1a",
    "lost": "fill:#fff,stroke:#777,color:#1a1a1a,stroke-dasharray:3 3",
}
_ITEM = re.compile(r"\d+[.)]|[-+*]")
LONGEST_LABEL = 60
"""Characters of a condition on an arrow; longer ones are cut, the text form has them whole."""


def mermaid(chart: Chart, words: Translator) -> str:
    """The chart as a flowchart from top to bottom."""
    names = {node.id: f"s{n}" for n, node in enumerate(chart.nodes)}
    lines = ["flowchart TD", f"  accTitle: {_plain(chart.title)}"]
    lines += [f"  {names[node.id]}{_shaped(node, words)}" for node in chart.nodes]
    lines += [_arrow(link, names, words) for link in chart.links]
    road = [str(n) for n, link in enumerate(chart.links) if link.road]
    if road:
        lines.append(f"  linkStyle {','.join(road)} stroke:#00694c,stroke-width:4px")
    for name, style in _CLASSES.items():
        marked = [names[node.id] for node in chart.nodes if _class(node) == name]
        if marked:
            lines += [f"  classDef {name} {style}", f"  class {','.join(marked)} {name}"]
    return "\n".join(lines) + "\n"


def _class(node: Node) -> str:
    return node.kind if node.reached else "lost"


def _shaped(node: Node, words: Translator) -> str:
    """The label in its shape, quoted; line by line the title, what it is, and the choices by number."""
    said = [node.title or node.id]
    if node.kind not in (DECISION, PASSAGE):
        said.append(labels.quality(node.kind, words.gettext))
    if not node.reached:
        said.append(words.gettext("out of reach"))
    for row in node.rows:
        marks = [words.gettext("recommended")] * row.recommended + [words.gettext("red line")] * row.red_line
        said.append(f"{row.number} {row.choice}" + (f" ({', '.join(marks)})" if marks else ""))
    opening, closing = _SHAPES[node.kind]
    return f'{opening}"{"<br/>".join(map(escaped, said))}"{closing}'


def _arrow(link: Link, names: dict[str, str], words: Translator) -> str:
    said = ", ".join(map(str, link.numbers))
    if link.when:
        condition = words.gettext(" or ").join(link.when)
        short = condition if len(condition) <= LONGEST_LABEL else f"{condition[: LONGEST_LABEL - 1]}…"
        said = f"{said}: {short}" if said else short
    line = "==>" if link.road else "-->" if link.sure else "-.->"
    label = f'|"{escaped(said)}"|' if said else ""
    return f"  {names[link.source]} {line}{label} {names[link.target]}"


def escaped(text: str) -> str:
    """A label in which nothing means anything to Mermaid or to HTML: what could is written as its number.

    A label that begins like an item of a list would be taken for one.
    """
    item = _ITEM.match(text)
    begun = item.end() if item else 0
    return "".join(
        character
        if character.isalnum() or (character in " .,:!?()-/…" and n >= begun)
        else f"#{ord(character)};"
        for n, character in enumerate(text)
    )


def _plain(text: str) -> str:
    """A title outside quotes, where no numbers are read: what could mean something is left out."""
    return "".join(character if character.isalnum() or character in " .,-" else " " for character in text)
