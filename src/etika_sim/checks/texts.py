"""The texts of a case, each with the path to it, in the order in which they stand in the language.

What is kept from readers (names of authors, remarks, reasons) is left out; so are ids. A large case
has a hundred thousand texts: each noun tells its own, under the path from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from etika_sim.language.diagnostic import Path
from etika_sim.model import Choice, Debrief, Decision, Facilitator, Role, Scenario, Scene, Text

Told = tuple[Path, str]
"""The path to a text, and the text as the author wrote it."""


def texts(scenario: Scenario) -> Iterator[Told]:
    """Every text that somebody reads: participants, those who play parts, who lead, who observe."""
    for path, group in groups(scenario):
        yield from under(path, group)


def under(path: Path, group: Iterable[Told]) -> list[Told]:
    """The texts of a noun with their whole paths; `path` leads to the noun."""
    return [((*path, *rest), text) for rest, text in group]


def groups(scenario: Scenario) -> Iterator[tuple[Path, list[Told]]]:
    """The same texts noun by noun: the path to the noun, and its texts under the paths from there."""
    yield (), opening(scenario)
    for name, role in scenario.roles.items():
        yield ("roles", name), _role(role)
    yield ("observe",), [((principle.value,), text) for principle, text in scenario.observe.items()]
    for name, scene in scenario.scenes.items():
        yield ("scenes", name), before_choosing(scene)
        if isinstance(scene, Decision):
            if any(scene.facilitator):
                yield ("scenes", name, "facilitator"), _facilitator(scene.facilitator)
            for choice in scene.choices.values():
                yield ("scenes", name, "choices", choice.id), of_choice(choice)
    yield ("debrief",), debrief(scenario.debrief)


def opening(scenario: Scenario) -> list[Told]:
    """What a participant reads before the first scene."""
    return _present(scenario, ("title", "summary", "note", "you"))


def before_choosing(scene: Scene) -> list[Told]:
    """What a participant reads of a scene before anything is chosen in it, options left out."""
    found: list[Told] = [] if scene.title is None else [(("title",), scene.title)]
    _story(found, ("text",), scene.text)
    if isinstance(scene, Decision):
        found.append((("ask",), scene.ask))
    return found


def of_choice(choice: Choice) -> list[Told]:
    """What a participant reads of a choice: its sentence, and what comes once it is taken."""
    found: list[Told] = [(("text",), choice.text)]
    _story(found, ("outcome",), choice.outcome)
    _story(found, ("review",), choice.review)
    if choice.next_step is not None:
        found.append((("next_step",), choice.next_step))
    if choice.say is not None:
        found.append((("say",), choice.say))
    return found


def debrief(noun: Debrief) -> list[Told]:
    """The questions and sentences for the shared reflection."""
    found: list[Told] = []
    for key in ("gather", "analyse", "summarise", "takeaways"):
        _list(found, key, getattr(noun, key))
    return [*found, *((("office", n, "ask"), remedy.ask) for n, remedy in enumerate(noun.office))]


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


def _role(role: Role) -> list[Told]:
    return _present(role, ("name", "part", "face", "aim", "knows", "never_says", "task"))


def _facilitator(noun: Facilitator) -> list[Told]:
    found = _present(noun, ("hinge", "enact"))
    _list(found, "probe", noun.probe)
    for n, (text, answer) in enumerate(noun.listen_for):
        if answer is None:
            found.append((("listen_for", n), text))
        else:
            found += [(("listen_for", n, "text"), text), (("listen_for", n, "answer"), answer)]
    for n, (text, then) in enumerate(noun.vary):
        found.append((("vary", n) if then is None else ("vary", n, "text"), text))
    return [*found, *_present(noun, ("if_silent", "if_dominated"))]


def _present(noun: object, keys: Iterable[str]) -> list[Told]:
    """The texts of a noun under those keys, where the author wrote any."""
    return [((key,), text) for key in keys if (text := getattr(noun, key)) is not None]


def _list(found: list[Told], key: str, said: Iterable[str]) -> None:
    found.extend(((key, n), text) for n, text in enumerate(said))
