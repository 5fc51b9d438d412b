"""The roads of a case, for its author: how long they are, where they end, what guessing would earn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from etika_sim import labels
from etika_sim.checks.audit import LOOPS, Audit, Chances
from etika_sim.checks.roads import Road
from etika_sim.locale import N_, _, ngettext
from etika_sim.model import Decision, Ending, Passage
from etika_sim.prose import safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose
from etika_sim.views.scorecard import rounded

LONGEST_FRACTION = 12
"""Characters; a longer fraction says less than its percent."""

_LEFT_OUT = {
    "spots": N_("Chances and the longest road were not worked out: the case has too many states."),
    LOOPS: N_("Chances were not worked out: the loops of the case are too large."),
}


def audit_page(audit: Audit) -> Page:
    """All of an audit as a page."""
    blocks: list[Block] = [
        Heading(safe_line(audit.scenario.title), _("the roads")),
        Prose((_counted(audit),)),
        Gap(),
        *_roads(audit),
        *_endings(audit),
    ]
    if audit.chances is not None:
        blocks += [*_guessing(audit.chances), Gap()]
    if audit.why:
        blocks += [Prose((_(_LEFT_OUT[audit.why]),)), Gap()]
    return (*blocks, *_ways(audit))


def _counted(audit: Audit) -> str:
    kinds = [type(audit.scenario.scenes[name]) for name in audit.distance]
    decisions, passages, endings = (kinds.count(kind) for kind in (Decision, Passage, Ending))
    counts = (
        ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions),
        ngettext("{n} passage", "{n} passages", passages).format(n=passages),
        ngettext("{n} ending", "{n} endings", endings).format(n=endings),
        ngettext("{n} state", "{n} states", audit.states).format(n=audit.states),
    )
    return _("Within reach: {things}.").format(things=", ".join(counts))


# --- roads ---


def _roads(audit: Audit) -> Page:
    blocks: list[Block] = [Heading(_("Roads"))]
    told: dict[Road, str] = {}
    for label, road in _labelled(audit):
        if road in told:
            blocks += [Labelled(label, (_("the same as: {label}").format(label=told[road]),)), Gap()]
        else:
            blocks += [Labelled(label, _road(road, audit)), Gap()]
        told.setdefault(road, label)
    if audit.longest is not None and audit.longest_road is None:
        most = audit.longest.value
        bound = ngettext("at most {n} decision", "at most {n} decisions", most).format(n=most)
        said = _("{bound}; which road that is was not worked out").format(bound=bound)
        blocks += [Labelled(_("Longest"), (said,)), Gap()]
    if not audit.recommended.complete:
        blocks += [Prose((_("There are more recommended roads; these are the first."),)), Gap()]
    return tuple(blocks)


def _labelled(audit: Audit) -> Iterator[tuple[str, Road]]:
    yield _("Shortest"), audit.shortest
    if audit.longest_road is not None:
        yield _("Longest"), audit.longest_road
    roads = audit.recommended.roads
    for n, road in enumerate(roads, 1):
        yield _("Recommended") if len(roads) == 1 else _("Recommended, {n}").format(n=n), road


def _road(road: Road, audit: Audit) -> tuple[str, ...]:
    scene = audit.scenario.scenes[road.ending] if road.ending is not None else None
    where = _("it goes in a circle and never ends")
    if isinstance(scene, Ending):
        where = _('to "{title}" ({quality})').format(
            title=safe_line(scene.title), quality=labels.quality(scene.quality)
        )
    counts = (
        ngettext("{n} decision", "{n} decisions", road.decisions).format(n=road.decisions),
        ngettext("{n} minute of reading", "{n} minutes of reading", road.minutes).format(n=road.minutes),
        where,
    )
    return f"{', '.join(counts)}.", _way(choice for _scene, choice in road.steps)


def _way(choices: Iterable[str]) -> str:
    """Choices one after the other."""
    return ", ".join(safe_line(choice) for choice in choices) or _("right at the start")


# --- chances ---


def _endings(audit: Audit) -> Page:
    heading = _("Endings, if choices are made without reading") if audit.chances else _("Endings")
    items = []
    for name in audit.soonest:
        scene = audit.scenario.scenes[name]
        assert isinstance(scene, Ending)
        said = f"{safe_line(scene.title)} ({labels.quality(scene.quality)})"
        if audit.chances is not None:
            said += f": {_chance(audit.chances, name)}"
        items.append(("*", said))
    return Heading(heading), Items(tuple(items)), Gap()


def _chance(chances: Chances, ending: str) -> str:
    """How likely an ending is, and how those who come there did on the whole."""
    chance = chances.endings[ending]
    said = _percent(100 * chance, exact=chances.exact)
    if isinstance(chance, Fraction) and len(str(chance)) <= LONGEST_FRACTION:
        said += f" ({chance})"
    score = chances.by_ending[ending].percent
    if score is None:
        return said
    earned = _percent(score, exact=chances.exact)
    return said + _("; such plays earn {percent} of what they could").format(percent=earned)


def _guessing(chances: Chances) -> Page:
    items = []
    for column, expected in chances.expected.items():
        label = _("Overall") if column is None else labels.label(column)
        percent = expected.percent
        said = _("not tested") if percent is None else _percent(percent, exact=chances.exact)
        items.append(("*", f"{label}: {said}"))
    about = _("What choosing without reading earns, of what there is to earn; first answers only.")
    return Heading(_("Guessing without reading")), Prose((about,), "quiet"), Gap(), Items(tuple(items))


def _percent(value: Fraction | float, *, exact: bool) -> str:
    """A share in whole percent; what is rare stays visible."""
    if 0 < value < 1:
        return _("less than 1 %")
    if 99 < value < 100:
        return _("more than 99 %")
    said = _("{n} %").format(n=rounded(Fraction(value), 0))
    return said if exact else _("about {percent}").format(percent=said)


def _ways(audit: Audit) -> Page:
    """How soon each scene can be reached."""
    items = []
    for name, choices in audit.ways.items():
        count = ngettext("after {n} choice", "after {n} choices", len(choices)).format(n=len(choices))
        said = f"{count} ({_way(choices)})" if choices else _way(choices)
        items.append(("*", f"{safe_line(name)}: {said}"))
    blocks: list[Block] = [Heading(_("Shortest play to every scene")), Items(tuple(items)), Gap()]
    if len(audit.ways) < len(audit.distance):
        note = _("The case has many scenes; only the endings are listed.")
        blocks.insert(1, Prose((note,), "quiet"))
    return tuple(blocks)
