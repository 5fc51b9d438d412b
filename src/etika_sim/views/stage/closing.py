"""The wall after the story: out of the roles, the questions, the commitments, the farewell."""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim import labels
from etika_sim.classroom.shown import ProjectorView, given
from etika_sim.locale import _, ngettext
from etika_sim.views.stage.lines import Look, Part, Sheet, marked, sheets, wrapped


def de_role(_shown: ProjectorView, look: Look) -> list[Part]:
    """Out of the roles: with the body, with the card, with one's own name."""
    steps = (
        _("Stand up. Lay the role card face down on the table."),
        _("Tell your neighbour your own name and your own work."),
        _("Shake off the role, and change your seat if you like."),
    )
    return [
        wrapped(_("Leave your role"), look, "strong"),
        *(marked(str(n), step, look) for n, step in enumerate(steps, 1)),
        wrapped(_("What was said was said by the role, not by the person."), look),
    ]


def debrief(shown: ProjectorView, look: Look) -> tuple[Sheet, ...]:
    """One question at a time, then what the office can do, then what is taken home."""
    return tuple(sheet for parts in _questions(shown, look) for sheet in sheets(parts, look))


def _questions(shown: ProjectorView, look: Look) -> Iterator[list[Part]]:
    asked = given(shown["debrief"])
    for head, questions in (
        (_("What happened"), asked["gather"]),
        (_("Why it happened"), asked["analyse"]),
        (_("And now"), asked["summarise"]),
    ):
        for question in questions:
            yield [wrapped(head, look, "mark"), wrapped(question, look, "strong")]
    office = [(one["remedy"], one["ask"]) for one in shown["office"]]
    if office:
        yield [
            wrapped(_("What the office can do"), look, "mark"),
            *(marked(remedy, ask, look, "strong") for remedy, ask in office),
        ]
    if asked["takeaways"]:
        yield [
            wrapped(_("To take with you"), look, "mark"),
            *(marked("-", text, look) for text in asked["takeaways"]),
        ]


def commitments(shown: ProjectorView, look: Look) -> list[Part]:
    """One sentence each; the wall of them when the trainer shows it."""
    if shown["wall"]:
        return [
            wrapped(_("What we will do"), look, "strong"),
            *(marked(str(one["said"]), one["text"], look) for one in shown["wall"]),
        ]
    return [
        wrapped(_("One sentence for work"), look, "strong"),
        wrapped(_("What will you do or say?"), look),
        wrapped(_("Something you can do before the week is out, and that others can see."), look),
        wrapped(_("Without a name. On your phone, or on the card."), look, "quiet"),
    ]


def farewell(_shown: ProjectorView, look: Look) -> list[Part]:
    """Three questions on the way out."""
    questions = (
        _("How useful was this for your work?"),
        _("How freely could you say what you think?"),
        _("What should be done differently?"),
    )
    return [
        wrapped(_("Three questions at the end"), look, "strong"),
        *(marked(str(n), question, look) for n, question in enumerate(questions, 1)),
        wrapped(
            _("On your phone, or on the back of the card. You may leave any of them empty."), look, "quiet"
        ),
    ]


def closed(shown: ProjectorView, look: Look) -> list[Part]:
    """Thanks, and the way for what did not belong here."""
    count = shown["decisions"]
    said = ngettext("The class has taken {n} decision.", "The class has taken {n} decisions.", count)
    return [
        wrapped(_("Thank you"), look, "strong"),
        wrapped(said.format(n=count), look),
        wrapped(
            _("Something in your own office must be said? Take it to the channel on your card, not here."),
            look,
        ),
        wrapped(_(labels.NOTE), look, "quiet"),
    ]
