"""All hand-outs of a class as one HTML file: its style inside, for A4 or F4, good in grey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from etika_sim.locale import N_, Translator
from etika_sim.model import Channel, Choice, ClassPlan, Decision, Scenario
from etika_sim.play.engine import arranged
from etika_sim.reports.paper import cards
from etika_sim.reports.paper.block import paged
from etika_sim.reports.paper.briefing import Step, briefing, watched
from etika_sim.reports.paper.gamebook import gamebook
from etika_sim.reports.paper.gathering import Gathering
from etika_sim.templates import templates

PAPERS = {"a4": ("210mm", "297mm"), "f4": ("215mm", "330mm")}
PER_PAGE = {"roles": 4, "observers": 2, "ballots": 6, "commitments": 3, "pocket": 2}

QUICK_TESTS = (
    N_("Would I do it if it were in the newspaper tomorrow?"),
    N_("Who bears the cost if I choose this?"),
    N_("Would I accept it if I stood on the other side of the counter?"),
    N_("Could I write it down and sign it?"),
    N_("What would a colleague whom I respect say?"),
)


class Class(NamedTuple):
    """The class that the papers are for: its case, who comes, what is played, where phones join."""

    scenario: Scenario
    gathering: Gathering
    plan: ClassPlan
    steps: tuple[Step, ...]
    channels: Mapping[str, Channel]
    event: str = ""
    code: str = ""
    address: str = ""


class Page(NamedTuple):
    """A page of paper: which kind of sheet it belongs to, and what is laid on it."""

    kind: str
    items: tuple[Any, ...]


class Handout(NamedTuple):
    """The file, and how many pages each kind of sheet takes."""

    html: str
    pages: Mapping[str, int]


def handout(held: Class, paper: str, words: Translator) -> Handout:
    """The hand-outs for a class. `paper` is a key of PAPERS; `held.code` the QR sign's SVG, or nothing."""
    pages = tuple(_pages(held, paper, words))
    counts: dict[str, int] = {}
    for page in pages:
        counts[page.kind] = counts.get(page.kind, 0) + 1
    width, height = PAPERS[paper]
    facts = {
        "held": held,
        "scenario": held.scenario,
        "questions": cards.questions(held.scenario, held.plan),
        "watched": watched(held.scenario, words),
        "say": cards.lines_to_say(held.scenario),
        "channels": [held.channels[id] for id in cards.channels_of(held.scenario) if id in held.channels],
        "tests": [words.gettext(test) for test in QUICK_TESTS],
    }
    template = templates("etika_sim.reports").get_template("paper.html")
    spoken = {"language": words.language, "_": words.gettext, "ngettext": words.ngettext}
    html = template.render(pages=pages, width=width, height=height, **facts, **spoken)
    return Handout(html, counts)


def _pages(held: Class, paper: str, words: Translator) -> Iterator[Page]:
    scenario, people = held.scenario, held.gathering
    sheet = briefing(scenario, people, held.plan, held.steps, words)
    yield from (Page("briefing", leaf) for leaf in paged(sheet, paper))
    yield Page("sign", ())
    yield from _several("roles", cards.role_cards(scenario, people, held.plan))
    if scenario.observe:
        yield from _several("observers", cards.observers(scenario, people))
    book = gamebook(scenario, _arranged(scenario), words)
    yield from (Page("gamebook", leaf) for leaf in paged(book, paper))
    yield from _several("ballots", range(people.people))
    yield Page("tally", ())
    yield from _several("commitments", range(people.people))
    yield from _several("pocket", range(people.people))


def _several(kind: str, items: Iterable[Any]) -> Iterator[Page]:
    """Small papers, so many to a page."""
    rest = list(items)
    while rest:
        yield Page(kind, tuple(rest[: PER_PAGE[kind]]))
        rest = rest[PER_PAGE[kind] :]


def _arranged(scenario: Scenario) -> dict[str, tuple[Choice, ...]]:
    """The choices of each decision in the order that a class sees: the seed is the id of the case."""
    scenes = scenario.scenes.items()
    return {name: arranged(scene, scenario.id) for name, scene in scenes if isinstance(scene, Decision)}
