"""Roads through a case: the shortest, the longest, the recommended ones, and what they hold.

- A road is a play from the start to an ending, told by its choices. A decision that is met again
  counts once, as on the scorecard.
- The shortest road to somewhere has the fewest choices.
- The longest road is the play that meets the most different decisions, however often it turns back.
- A recommended road takes recommended choices only; where none is offered, those with the
  most points. Where there are two the road forks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etika_sim.model import Choice, Decision, Scenario
from etika_sim.play.compiled import State, text_in_state
from etika_sim.play.engine import Play, choose, has_ended, here, start
from etika_sim.play.goodness import best

MOST_ROADS = 16
"""Recommended roads that are followed; a case that forks at every turn has thousands."""

READ_PER_MINUTE = 180
"""Words a minute, quiet reading of a text with decisions; a convention of this project."""


class Road(NamedTuple):
    """A play: its (scene, choice) steps, and where it ends; `ending` is None if it goes in a circle.

    `decisions` counts different ones, `words` all that is read on the way.
    """

    steps: tuple[tuple[str, str], ...]
    ending: str | None
    decisions: int
    words: int

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least one."""
        return max(1, (2 * self.words + READ_PER_MINUTE) // (2 * READ_PER_MINUTE))


def road(scenario: Scenario, choices: Iterable[str]) -> Road:
    """The road that takes those choices from the start."""
    return _told(played(scenario, choices))


def played(scenario: Scenario, choices: Iterable[str]) -> list[Play]:
    """A play before each of those choices, and after the last."""
    plays = [start(scenario)]
    for choice in choices:
        plays.append(choose(plays[-1], choice))
    return plays


def _told(plays: list[Play]) -> Road:
    last = plays[-1]
    steps = tuple((step.scene, step.choice) for step in last.steps)
    words = _head_words(last.scenario) + sum(_scene_words(play) for play in plays)
    taken = zip(plays[1:], steps, strict=True)
    words += sum(_answer_words(play, *step) for play, step in taken)
    ending = last.scene if has_ended(last) else None
    return Road(steps, ending, len(dict.fromkeys(scene for scene, _choice in steps)), words)


Pace = tuple[str, str | None, str]
"""A scene, the choice taken there (None out of a passage), and the scene it leads to."""


def paces(scenario: Scenario, road: Road) -> Iterator[Pace]:
    """All that a road goes through, passages included."""
    first, *others = played(scenario, [choice for _scene, choice in road.steps])
    way = [*first.passed, first.scene]
    yield from zip(way, (None,) * len(way), way[1:], strict=False)
    for (scene, choice), play in zip(road.steps, others, strict=True):
        way = [*play.passed, play.scene]
        yield scene, choice, way[0]
        yield from zip(way, (None,) * len(way), way[1:], strict=False)


def _count(text: str) -> int:
    return len(text.split())


def _head_words(scenario: Scenario) -> int:
    return sum(map(_count, (scenario.title, scenario.summary, scenario.you)))


def _scene_words(play: Play) -> int:
    """What is read on arriving: passages on the way, the scene, its question and its options."""
    scene = here(play)
    texts = [
        text_in_state(play.scenario.scenes[name].text, play.scenario, play.state) for name in play.passed
    ]
    texts.append(text_in_state(scene.text, play.scenario, play.state))
    if isinstance(scene, Decision):
        texts.append(scene.ask)
        texts += [scene.choices[choice].text for choice in play.offered]
    return sum(map(_count, texts))


def _answer_words(play: Play, scene: str, choice: str) -> int:
    """What is read after a choice: the outcome, the review, the next step."""
    found = _choice(play.scenario, scene, choice)
    outcome, review = (
        text_in_state(text, play.scenario, play.state) for text in (found.outcome, found.review)
    )
    return sum(map(_count, (outcome, review, found.next_step or "")))


def _choice(scenario: Scenario, scene: str, choice: str) -> Choice:
    decision = scenario.scenes[scene]
    assert isinstance(decision, Decision)
    return decision.choices[choice]


class Recommended(NamedTuple):
    """The recommended roads; not `complete` if there are more than were followed."""

    roads: tuple[Road, ...]
    complete: bool


def recommended(scenario: Scenario, most: int = MOST_ROADS) -> Recommended:
    """The recommended roads of a case without faults, in the order of the file."""
    found: list[Road] = []
    for plays in _following(scenario):
        if len(found) == most:
            return Recommended(tuple(found), complete=False)
        found.append(_told(plays))
    return Recommended(tuple(found), complete=True)


def _following(scenario: Scenario) -> Iterator[list[Play]]:
    """Every recommended play, as the play before each choice; one that comes round again stops there."""
    way: list[Play] = []
    on_way: set[tuple[str, State]] = set()
    waiting = [(0, start(scenario))]
    while waiting:
        depth, play = waiting.pop()
        for left in way[depth:]:
            on_way.discard((left.scene, left.state))
        way[depth:] = [play]
        if has_ended(play) or (play.scene, play.state) in on_way:
            yield list(way)
            way.pop()
            continue
        on_way.add((play.scene, play.state))
        scene = here(play)
        assert isinstance(scene, Decision)
        good = best(tuple(scene.choices[choice] for choice in play.offered))
        waiting += [(depth + 1, choose(play, choice.id)) for choice in reversed(good)]
