"""How a play went, for people: words and a bar, never a mark; and the path that was taken."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from etika_sim import labels
from etika_sim.locale import _, ngettext
from etika_sim.model import PRINCIPLES, Ending, Principle
from etika_sim.play.engine import Play, has_ended, here
from etika_sim.play.record import key_of
from etika_sim.play.scoring import FEWEST_DECISIONS, Judged, RedLine, Scorecard, Tally, scorecard
from etika_sim.prose import safe_line
from etika_sim.views.debrief import two_thoughts
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose, Row, Scores
from etika_sim.views.plain import SIGNS
from etika_sim.views.scene import choice_of, sentence

SCHEMA_VERSION = 1


def summary(play: Play, seen: int | None = None) -> Page:
    """The end of a play: red lines above everything, the five principles, two thoughts, the path.

    `seen` is how many of the endings this person has met by now, if that is known.
    """
    card = scorecard(play)
    rows = tuple(row(principle, card) for principle in PRINCIPLES)
    note = _(labels.NOTE)
    blocks: list[Block] = [
        *_endings_met(play, seen),
        *red_lines(play, card),
        Heading(_("The five principles")),
        Scores(rows),
        *legend(card),
        Gap(),
    ]
    if card.undone:
        blocks += [Prose((_undone(card.undone),), "quiet"), Gap()]
    return (*blocks, *two_thoughts(play), *path(play), Prose((note,), "quiet"), Gap())


def _endings_met(play: Play, seen: int | None) -> Page:
    """How many endings have been met, and of how many; nothing of what the others are."""
    if seen is None:
        return ()
    count = sum(isinstance(scene, Ending) for scene in play.scenario.scenes.values())
    met = _("You have met {seen} of {count} endings.").format(seen=seen, count=count)
    return Prose((met,), "quiet"), Gap()


def details(play: Play) -> Page:
    """The numbers behind the words: percent, chance, the comparator, and the roads not taken."""
    card = scorecard(play)
    lines = [(labels.code(p), _numbers(card.principles[p], card.comparator[p])) for p in PRINCIPLES]
    overall = _("Overall")
    lines.append(("", f"{overall}: {_numbers(card.overall, None)}"))
    blocks: list[Block] = [Heading(_("Details")), Items(tuple(lines)), Gap()]
    blocks.append(Prose((_("Percent of what the decisions met could have given."),), "quiet"))
    blocks += [Gap(), Heading(_("Roads not taken"))]
    for one in card.judged:
        others = tuple((" ", sentence(other)) for other in one.offered if other is not one.answer)
        taken = safe_line(one.scene.title or one.scene.ask)
        blocks += [Prose((f"**{taken}**",)), Items((("*", sentence(one.answer)), *others)), Gap()]
    return tuple(blocks)


def _numbers(tally: Tally, comparator: Tally | None) -> str:
    if tally.score is None or tally.chance is None:
        return _("not tested")
    said = _("{score} %, guessing without reading {chance} %").format(
        score=rounded(tally.score, 0), chance=rounded(tally.chance, 0)
    )
    if comparator is None or comparator.score is None:
        return said
    return said + _(", the recommended way {score} %").format(score=rounded(comparator.score, 0))


def legend(card: Scorecard) -> Page:
    """What a word on the scorecard means, where the word alone could be taken for a mark."""
    if all(tally.standing != "practise" for tally in card.principles.values()):
        return ()
    return (Prose((_("Needs practice: no better than guessing without reading."),), "quiet"),)


def red_lines(play: Play, card: Scorecard) -> Page:
    """The red lines that were chosen; those withdrawn or chosen later are told apart."""
    return tuple(block for line in card.red_lines for block in (_red_line(play, line), Gap()))


def _red_line(play: Play, line: RedLine) -> Block:
    scene = play.scenario.scenes[line.scene]
    touched = ", ".join(labels.label(principle) for principle in line.principles)
    said = sentence(scene.choices[line.choice])  # type: ignore[union-attr]
    note = (
        "" if line.counted else " " + _("Chosen for a while, then withdrawn, or chosen later; not counted.")
    )
    return Labelled(_("Red line"), (f"{said} ({touched}){note}",), "alarm")


def _undone(count: int) -> str:
    return ngettext(
        "You went back once. The first answer is the one that is weighed.",
        "You went back {count} times. The first answer is the one that is weighed.",
        count,
    ).format(count=count)


def row(principle: Principle, card: Scorecard) -> Row:
    """How a principle showed: a bar and words, or signs where there is too little for a bar."""
    tally = card.principles[principle]
    code, label = labels.code(principle), labels.label(principle)
    if tally.score is None:
        return Row(principle, code, label, None, _("not tested"), "")
    count = ngettext("{k} decision", "{k} decisions", tally.k).format(k=tally.k)
    said = f"{labels.standing(tally.standing)}, {count}"
    if tally.k < FEWEST_DECISIONS:
        return Row(principle, code, label, None, said, " ".join(signs(principle, card.judged)))
    return Row(principle, code, label, int(rounded(tally.score, 0)), said, "")


def signs(principle: Principle, judged: tuple[Judged, ...]) -> Iterator[str]:
    """A sign for each decision where the principle was at stake: how the first answer expressed it."""
    n = PRINCIPLES.index(principle)
    for one in judged:
        if len({choice.scores[n] or 0 for choice in one.offered}) > 1:
            points = one.answer.scores[n] or 0
            yield SIGNS[(points > 0) - (points < 0)]


def path(play: Play) -> Page:
    """The decisions taken, in order."""
    items = []
    for n, step in enumerate(play.steps, 1):
        title = play.scenario.scenes[step.scene].title
        head = f"{safe_line(title)}: " if title else ""
        items.append((str(n), head + sentence(choice_of(play.scenario, step))))
    if not items:
        return Prose((_("You have not chosen anything yet."),), "quiet"), Gap()
    return Heading(_("Your path")), Items(tuple(items)), Gap()


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """A fraction rounded half up, for display only."""
    unit = Decimal(1).scaleb(-places)
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(unit, ROUND_HALF_UP)


def as_data(play: Play) -> dict[str, Any]:
    """The whole result for machines: path, ending, red lines, exact sums and rounded percentages."""
    card, scene = scorecard(play), here(play)
    ending = scene if isinstance(scene, Ending) else None
    return {
        "schema_version": SCHEMA_VERSION,
        "case": play.scenario.id,
        "key": key_of(play.scenario),
        "language": play.scenario.language,
        "seed": play.seed,
        "complete": has_ended(play),
        "path": [{"scene": step.scene, "choice": step.choice} for step in play.steps],
        "ending": ending and {"id": ending.id, "quality": ending.quality, "title": ending.title},
        "red_lines": [line._asdict() for line in card.red_lines],
        "undone": card.undone,
        "scorecard": {p.value: tally_data(card.principles[p]) for p in PRINCIPLES},
        "overall": tally_data(card.overall),
        "comparator": {p.value: tally_data(card.comparator[p]) for p in PRINCIPLES},
    }


def tally_data(tally: Tally) -> dict[str, Any] | None:
    """A tally for machines: `earned` and `range` unreduced, percentages rounded; None if untested."""
    if tally.score is None or tally.chance is None:
        return None
    return {
        "earned": tally.earned,
        "range": tally.range,
        "score": float(rounded(tally.score)),
        "chance": float(rounded(tally.chance)),
        "k": tally.k,
    }
