"""How practice goes over several plays: words and bars, endings met, one's own words, what to try again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from etika_sim import labels
from etika_sim.journal.progress import Finished, Look, Met, Progress, Written, looks, pooled
from etika_sim.locale import _, ngettext
from etika_sim.model import PRINCIPLES
from etika_sim.play.engine import here
from etika_sim.play.record import ANSWERED, COMMITTED, NOTED
from etika_sim.play.scoring import Scorecard
from etika_sim.prose import paragraphs, safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose, Scores
from etika_sim.views.scene import sentence
from etika_sim.views.scorecard import legend, row, signs, tally_data

SCHEMA_VERSION = 1
SAY = "say"
"""The question that was answered with a sentence to say aloud."""


def page(found: Progress) -> Page:
    """All of it; the decisions to try again come last, right above the prompt."""
    return *overview(found), *journal(found), *again(looks(found.finished)), *_closing(found)


def overview(found: Progress) -> Page:
    """The principles over all finished plays, each play in a line, the endings met."""
    if not found.finished:
        none = _("No play has come to an ending yet. See: etika-sim list")
        return Heading(_("My notes")), Prose((none,)), Gap()
    card = pooled(found.finished)
    count = len(found.finished)
    aside = ngettext("{n} finished play", "{n} finished plays", count).format(n=count)
    note = _("The first answers of all finished plays together.")
    return (
        Heading(_("The five principles"), aside),
        Scores(tuple(row(principle, card) for principle in PRINCIPLES)),
        *legend(card),
        Prose((note,), "quiet"),
        Gap(),
        Heading(_("Play by play")),
        Items(tuple((safe_line(one.day), play_line(one)) for one in found.finished)),
        Gap(),
        Heading(_("Endings met")),
        Items(tuple(("-", _case_line(met)) for met in found.cases)),
        Gap(),
    )


def play_line(one: Finished) -> str:
    """How each principle showed in one play: in a word, or by signs where there are few decisions."""
    parts = [*_in_words(one.card), *_by_signs(one.card)]
    lines = sum(line.counted for line in one.card.red_lines)
    if lines:
        parts.append(ngettext("{n} red line", "{n} red lines", lines).format(n=lines))
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in (safe_line(one.play.scenario.title), *parts))


def _in_words(card: Scorecard) -> Iterable[str]:
    for standing in ("consistent", "emerging", "practise"):
        named = [labels.label(p) for p in PRINCIPLES if card.principles[p].standing == standing]
        if named:
            yield f"{labels.standing(standing)}: {', '.join(named)}"


def _by_signs(card: Scorecard) -> Iterable[str]:
    few = [p for p in PRINCIPLES if card.principles[p].k and card.principles[p].standing is None]
    if few:
        yield ", ".join(f"{labels.label(p)} {' '.join(signs(p, card.judged))}" for p in few)


def _case_line(met: Met) -> str:
    said = _("{title}: {seen} of {count} endings.").format(
        title=safe_line(met.scenario.title), seen=len(met.endings), count=met.out_of
    )
    if not met.untested:
        return said
    named = ", ".join(labels.label(principle) for principle in met.untested)
    return said + " " + _("Not tested there yet: {principles}.").format(principles=named)


def journal(found: Progress) -> Page:
    """Commitments, then everything else that was written, play by play."""
    blocks: list[Block] = []
    kept = [one for one in found.written if one.event.kind == COMMITTED]
    if kept:
        lines = tuple((safe_line(one.day), f"{_text(one)} ({safe_line(one.title)})") for one in kept)
        blocks += [Heading(_("Commitments")), Items(lines), Gap()]
    rest = [one for one in found.written if one.event.kind != COMMITTED]
    if rest:
        blocks.append(Heading(_("Journal")))
    for _stream, group in groupby(rest, lambda one: one.stream):
        entries = list(group)
        head = f"**{safe_line(entries[0].title)}**, {safe_line(entries[0].day)}"
        blocks += [Prose((head,)), *map(_entry, entries), Gap()]
    return tuple(blocks)


def _text(one: Written) -> str:
    return safe_line(one.event.facts.get("text", ""))


def _entry(one: Written) -> Block:
    if one.event.kind == NOTED:
        return Labelled(_("Note"), (f"{_at(one)}{_text(one)}",))
    if one.event.kind != ANSWERED:
        return Labelled(_("View"), (f"{_at(one)}{_view(one)}",))
    question = one.event.facts.get("question", "")
    if question == SAY:
        return Labelled(_("Say it aloud"), (_text(one),))
    return Labelled(_("Answer"), (*paragraphs(question)[:1], _text(one)))


def _at(one: Written) -> str:
    return f"{safe_line(one.scene)}. " if one.scene else ""


def _view(one: Written) -> str:
    facts = one.event.facts
    said = _("What one should do.") if facts.get("view") == "should" else _("What I would do.")
    sure = safe_line(facts.get("sure", ""))
    return said + " " + _("Sure: {n} of 5.").format(n=sure) if sure else said


def again(found: Iterable[Look]) -> Page:
    """The decisions worth another look, numbered; nothing if there are none."""
    lines = tuple((str(n), _look_line(look)) for n, look in enumerate(found, 1))
    return (Heading(_("Worth another look")), Items(lines), Gap()) if lines else ()


def _look_line(look: Look) -> str:
    scene = look.judged.scene
    place = f"{safe_line(look.finished.play.scenario.title)}, {safe_line(scene.title or scene.ask)}"
    said = _("Your first answer: {sentence}").format(sentence=sentence(look.judged.answer))
    return f"{place}. {said}"


def first_answer(look: Look) -> Page:
    """What stands below the options of a decision that is practised."""
    said = _("Your first answer: {sentence}").format(sentence=sentence(look.judged.answer))
    note = _("This is practice: nothing of it is kept or weighed.")
    return Prose((said, note), "quiet"), Gap()


def _closing(found: Progress) -> Page:
    notes = [_(labels.NOTE)]
    if found.unfinished:
        left = ngettext("{n} play is not finished.", "{n} plays are not finished.", found.unfinished)
        notes.append(left.format(n=found.unfinished))
    if found.unreadable:
        lost = ngettext(
            "{n} play can no longer be read and is not counted.",
            "{n} plays can no longer be read and are not counted.",
            found.unreadable,
        )
        notes.append(lost.format(n=found.unreadable))
    return Prose((" ".join(notes),), "quiet"), Gap()


def as_data(found: Progress) -> dict[str, Any]:
    """All of it for machines: exact sums, unreduced, and rounded percentages."""
    card = pooled(found.finished)
    return {
        "schema_version": SCHEMA_VERSION,
        "finished": len(found.finished),
        "unfinished": found.unfinished,
        "unreadable": found.unreadable,
        **_sums(card),
        "plays": [_play_data(one) for one in found.finished],
        "cases": [_case_data(met) for met in found.cases],
        "worth_another_look": [_look_data(look) for look in looks(found.finished)],
        "journal": [_written_data(one) for one in found.written],
    }


def _sums(card: Scorecard) -> dict[str, Any]:
    principles = {p.value: tally_data(card.principles[p]) for p in PRINCIPLES}
    return {"principles": principles, "overall": tally_data(card.overall)}


def _play_data(one: Finished) -> dict[str, Any]:
    ending = here(one.play)
    return {
        "case": one.record.case,
        "title": one.play.scenario.title,
        "key": one.record.key,
        "language": one.record.language,
        "at": one.at,
        "ending": {"id": ending.id, "quality": getattr(ending, "quality", None)},
        "red_lines": [line._asdict() for line in one.card.red_lines],
        "undone": one.card.undone,
        **_sums(one.card),
    }


def _case_data(met: Met) -> dict[str, Any]:
    return {
        "case": met.scenario.id,
        "title": met.scenario.title,
        "module": met.scenario.module,
        "endings_met": list(met.endings),
        "endings": met.out_of,
        "principles_untested": [principle.value for principle in met.untested],
    }


def _look_data(look: Look) -> dict[str, Any]:
    return {
        "case": look.finished.record.case,
        "scene": look.judged.scene.id,
        "choice": look.judged.answer.id,
        "regret": look.judged.regret,
        "at": look.finished.at,
    }


def _written_data(one: Written) -> dict[str, Any]:
    return {"case": one.case, "at": one.event.at, "kind": one.event.kind, **one.event.facts}
