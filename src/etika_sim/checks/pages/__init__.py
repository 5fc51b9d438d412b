"""One page a rule: `<rule>.md`, read by the check, by `explain`, by the docs, and by the tests, which run it.

A page has a head of `key: value` lines and parts under `## ` headings:

    # unknown-scene
    severity: error
    stage: structure

    ## says REASON   what a finding says for that reason, its facts in braces, and a hint, in both languages:
    id: ...          (a part without a reason serves every reason that has none of its own)
    id hint: ...
    en: ...
    en hint: ...

    ## id            the explanation in Indonesian: first line a title, then paragraphs
    ## en            the same in English
    ## fails         a piece of YAML as it is when the rule fires
    ## passes        the same piece when it is right
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from etika_sim.languages import LANGUAGES

_FOLDER = Path(__file__).parent


class Sentences(NamedTuple):
    """What a finding says, and what helps (may be empty); `{...}` are its facts."""

    message: str
    hint: str


class RulePage(NamedTuple):
    """The page of a rule.

    `says` maps a reason ("" for all others) and a language to the sentences of a finding, `said` a
    language to the explanation; `about` says which file fails.
    """

    rule: str
    severity: str
    stage: str
    about: str
    says: Mapping[str, Mapping[str, Sentences]]
    said: Mapping[str, str]
    fails: str
    passes: str


@cache
def rules() -> tuple[str, ...]:
    """The names of all rules that have a page, sorted."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


@cache
def sentences(rule: str) -> Mapping[str, Mapping[str, Sentences]]:
    """What findings of a rule say, by reason and language."""
    return page(rule).says


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
        {name[4:].strip(): _says(part) for name, part in found.items() if name.split()[0] == "says"},
        {language: found[language].strip() for language in LANGUAGES},
        _yaml(found["fails"]),
        _yaml(found["passes"]),
    )


def _says(part: str) -> dict[str, Sentences]:
    lines = dict(line.split(": ", 1) for line in part.strip().split("\n"))
    return {language: Sentences(lines[language], lines.get(f"{language} hint", "")) for language in LANGUAGES}


def _yaml(part: str) -> str:
    """The YAML between the fences of a part."""
    lines = part.strip("\n").split("\n")
    return "\n".join(lines[1:-1]) + "\n"
