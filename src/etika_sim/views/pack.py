"""All cases of a pack as a teacher looks at them: what they cover, which cues they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etika_sim import labels
from etika_sim.checks.pack import LEVEL, Cue, Pack
from etika_sim.checks.pages import Sentences, sentences
from etika_sim.locale import N_, _, language, ngettext
from etika_sim.model import PRINCIPLES
from etika_sim.prose import safe_line
from etika_sim.views.page import Gap, Heading, Page, Source
from etika_sim.views.plain import wrapped

WIDTH, INDENT = 76, 2
_COVERAGE = {
    "modules": N_("Cases in each module"),
    "levels": N_("Cases of each level"),
    "practices": N_("Cases for each daily practice"),
    "pressures": N_("Cases under each pressure"),
    "remedies": N_("Cases with each office remedy"),
    "principles": N_("Decisions that weigh each principle"),
}
_CUES = {
    "longest": N_("the longest choice is best"),
    "shortest": N_("the shortest choice is best"),
    "commas": N_("the choice with most commas is best"),
    "joined": N_('the choice that joins most with "dan" or "lalu" is best'),
    "digits": N_("the choice with most figures is best"),
    "no-reason": N_("the best choice gives no reason where others do"),
    "reason": N_("the best choice gives a reason where others do not"),
    "cue-bot": N_("a glance is enough to guess"),
    "position": N_("the best choice stands in one place of the file"),
}


def overview(pack: Pack) -> Page:
    """Coverage, cues and laws without a case, a line each."""
    cases = ngettext("{n} case", "{n} cases", pack.cases).format(n=pack.cases)
    decisions = ngettext("{n} decision", "{n} decisions", pack.decisions).format(n=pack.decisions)
    said = [*_coverage(pack), *map(_cue, pack.cues), _uncited(pack)]
    lines = tuple((line, "") for text in said for line in wrapped(text, WIDTH, INDENT))
    return Heading(_("The pack"), f"{cases}, {decisions}"), Source(lines), Gap()


def _coverage(pack: Pack) -> Iterator[str]:
    for name, counts in pack.coverage.items():
        what = _(_COVERAGE[name])
        yield f"{what}: {_counts(name, counts)}."


def _counts(name: str, counts: Mapping[str, int]) -> str:
    spoken = {
        **{principle.value: labels.code(principle) for principle in PRINCIPLES},
        **({level: labels.level(level) for level in counts} if name == "levels" else {}),
    }
    return ", ".join(f"{spoken.get(key, key)} {count or '–'}" for key, count in counts.items())


def _cue(cue: Cue) -> str:
    """A cue with its numbers; what helps against one that has a page, if it tells."""
    has_page = cue.name not in _CUES
    what = _said(cue).message.format(word=safe_line(cue.word)) if has_page else _(_CUES[cue.name])
    if cue.language:
        what = f"{cue.language}: {what}"
    if cue.counts:
        what += f" ({'/'.join(map(str, cue.counts))})"
    said = _("Cue, {what}: {hits} of {of}, by chance about {expected}: {verdict}.")
    facts = {"hits": cue.hits, "of": cue.of, "expected": round(cue.expected), "verdict": _verdict(cue)}
    hint = f" {_said(cue).hint}" if has_page and cue.significant else ""
    return said.format(what=what, **facts) + hint


def _verdict(cue: Cue) -> str:
    if cue.significant:
        return _("more often than chance") if cue.hits > cue.expected else _("less often than chance")
    is_unlikely = cue.name not in _CUES and cue.p < LEVEL
    return _("hardly more often than chance") if is_unlikely else _("as chance would have it")


def _said(cue: Cue) -> Sentences:
    """The sentences of a cue that has a page."""
    return sentences(cue.name)[""][language()]


def _uncited(pack: Pack) -> str:
    if not pack.uncited:
        return _("Every law of the register is cited.")
    said = ngettext(
        "{n} law is cited by no case: {laws}.", "{n} laws are cited by no case: {laws}.", len(pack.uncited)
    )
    return said.format(n=len(pack.uncited), laws=safe_line(", ".join(pack.uncited)))
