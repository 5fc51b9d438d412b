"""How much there is to read at once, against reading the text in every state."""

from __future__ import annotations

from random import Random

from checks.plain_roads import faultless
from generate import THOROUGH, random_case, random_condition

from etika_sim.checks.graph import Graph
from etika_sim.checks.reading import most_words
from etika_sim.checks.spots import Spots
from etika_sim.checks.wording import words
from etika_sim.model import Part
from etika_sim.play.compiled import text_in_state


def test_the_longest_reading_is_that_of_some_state() -> None:
    """Over random texts with conditions: as many words as in the longest of all states."""
    for seed in range(120 * THOROUGH):
        dice = Random(seed)  # noqa: S311 - the same case again for the same seed
        scenario = random_case(seed)
        if not faultless(scenario):
            continue
        graph = Graph(scenario)
        text = tuple(
            Part(
                "kata " * dice.randint(1, 9),
                random_condition(dice, scenario.state),
                "lain " * dice.randint(1, 9),
            )
            for _ in range(dice.randint(1, 4))
        )
        spots = Spots(scenario, 5_000)
        for scene, states in graph.reach().items():
            here = [state for at, state in zip(spots.scenes, spots.states, strict=True) if at == scene]
            counts = [len(words(text_in_state(text, scenario, state))) for state in here]
            assert most_words(text, states, graph.space) == max(counts)
