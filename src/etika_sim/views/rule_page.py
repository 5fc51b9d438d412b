"""The page of a rule, as people read it."""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim.checks.pages import RulePage
from etika_sim.locale import N_, _
from etika_sim.prose import paragraphs, safe
from etika_sim.views.page import Block, Gap, Heading, Items, Page, Prose, Source

_SEVERITIES = {"error": N_("error"), "warning": N_("suggestion"), "cue": N_("cue")}


def explanation(page: RulePage, language: str) -> Page:
    """Why the rule is there, what fails and what passes."""
    title, _newline, rest = page.said[language].partition("\n")
    blocks: list[Block] = [Heading(f"{page.rule}: {title}", _(_SEVERITIES[page.severity]))]
    blocks += [Prose(tuple(paragraphs(rest))), Gap()]
    for head, piece in ((_("Fails"), page.fails), (_("Passes"), page.passes)):
        lines = tuple((f"    {line}", "") for line in safe(piece).rstrip("\n").split("\n"))
        blocks += [Prose((f"**{head}**",)), Source(lines), Gap()]
    return tuple(blocks)


def listing(pages: Iterable[RulePage], language: str) -> Page:
    """All rules with their titles."""
    lines = tuple((page.rule, page.said[language].split("\n")[0]) for page in pages)
    return Heading(_("The rules of the check")), Items(lines), Gap()
