"""One page a rule: `<rule>.md`, read by `explain`, by the docs, and by the tests, which run it.

A page has a head of `key: value` lines and parts under `## ` headings:

    # unknown-scene
    severity: error
    stage: structure

    ## id            the explanation in Indonesian: first line a title, then paragraphs
    ## en            the same in English
    ## fails         a piece of YAML as it is when the rule fires
    ## passes        the same piece when it is right
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class RulePage(NamedTuple):
    """The page of a rule. `said` maps a language to its explanation; `about` says which file fails."""

    rule: str
    severity: str
    stage: str
    about: str
    said: dict[str, str]
    fails: str
    passes: str


@cache
def rules() -> tuple[str, ...]:
    """The names of all rules that have a page, sorted."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


def page(rule: str) -> RulePage:
    """The page of a rule. Raises FileNotFoundError for a rule without one."""
    head, *parts = (_FOLDER / f"{rule}.md").read_text(encoding="utf-8").split("\n## ")
    facts = dict(line.split(": ", 1) for line in head.split("\n")[1:] if ": " in line)
    found = {
        name.strip(): body.strip("\n") for name, _newline, body in (part.partition("\n") for part in parts)
    }
    return RulePage(
        rule,
        facts["severity"],
        facts["stage"],
        facts.get("about", "case"),
        {language: found[language].strip() for language in ("id", "en")},
        _yaml(found["fails"]),
        _yaml(found["passes"]),
    )


def _yaml(part: str) -> str:
    """The YAML between the fences of a part."""
    lines = part.strip("\n").split("\n")
    return "\n".join(lines[1:-1]) + "\n"
