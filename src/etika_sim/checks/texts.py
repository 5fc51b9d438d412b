"""The texts of a case, each with the path to it, in the order in which they stand in the language.

What is kept from readers (names of authors, remarks, reasons) is left out; so are ids. Lists are
handed on and added to, for a large case has a hundred thousand texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim.language.diagnostic import Path
from etika_sim.model import Choice, Debrief, Decision, Facilitator, Role, Scenario, Scene, Text

Told = tuple[Path, str]
"""The path to a text, and the text as the author wrote it."""


def texts(scenario: Scenario) -> list[Told]:
    """Every text that somebody reads: participants, those who play parts, who lead, who observe."""
    found = opening(scenario)
    for name, role in scenario.roles.items():
        _role(found, ("roles", name), role)
    for principle, text in scenario.observe.items():
        found.append((("observe", principle.value), text))
    for scene in scenario.scenes.values():
        path = ("scenes", scene.id)
        before_choosing(found, path, scene)
        if isinstance(scene, Decision):
            _facilitator(found, (*path, "facilitator"), scene.facilitator)
            for choice in scene.choices.values():
                of_choice(found, path, choice)
    debrief(found, scenario.debrief)
    return found


def opening(scenario: Scenario) -> list[Told]:
    """What a participant reads before the first scene."""
    return [(("title",), scenario.title), (("summary",), scenario.summary), (("you",), scenario.you)]


def before_choosing(found: list[Told], path: Path, scene: Scene) -> None:
    """Add what a participant reads of a scene before anything is chosen in it, options left out."""
    if scene.title is not None:
        found.append(((*path, "title"), scene.title))
    _story(found, (*path, "text"), scene.text)
    if isinstance(scene, Decision):
        found.append(((*path, "ask"), scene.ask))


def of_choice(found: list[Told], scene: Path, choice: Choice) -> None:
    """Add what a participant reads of a choice: its sentence, and what comes once it is taken."""
    path = (*scene, "choices", choice.id)
    found.append(((*path, "text"), choice.text))
    _story(found, (*path, "outcome"), choice.outcome)
    _story(found, (*path, "review"), choice.review)
    if choice.next_step is not None:
        found.append(((*path, "next_step"), choice.next_step))
    if choice.say is not None:
        found.append(((*path, "say"), choice.say))


def debrief(found: list[Told], noun: Debrief) -> None:
    """Add the questions and sentences for the shared reflection."""
    for key in ("gather", "analyse", "summarise", "takeaways"):
        _list(found, ("debrief", key), getattr(noun, key))
    for n, remedy in enumerate(noun.office):
        found.append((("debrief", "office", n, "ask"), remedy.ask))


def _story(found: list[Told], path: Path, text: Text) -> None:
    """Add the parts of a text, each with what stands in its place while its condition does not hold."""
    if len(text) == 1 and text[0].when is None:  # written as a plain text
        found.append((path, text[0].text))
        return
    for n, (said, when, otherwise) in enumerate(text):
        if when is None:
            found.append(((*path, n), said))
            continue
        found.append(((*path, n, "text"), said))
        if otherwise is not None:
            found.append(((*path, n, "else"), otherwise))


def _role(found: list[Told], path: Path, role: Role) -> None:
    for key in ("name", "part", "face", "aim", "knows", "never_says"):
        text = getattr(role, key)
        if text is not None:
            found.append(((*path, key), text))


def _facilitator(found: list[Told], path: Path, noun: Facilitator) -> None:
    if noun.enact is not None:
        found.append(((*path, "enact"), noun.enact))
    for key in ("probe", "listen_for", "vary"):
        _list(found, (*path, key), getattr(noun, key))


def _list(found: list[Told], path: Path, said: Iterable[str]) -> None:
    found.extend(((*path, n), text) for n, text in enumerate(said))
