"""The order in which options are shown: the same for the same seed, whatever else."""

from __future__ import annotations

import hashlib

import pytest
from amplop import answered
from generate import case, choice, counter, decision, ending, flag

from etika_sim.model import Flag, Part
from etika_sim.play.engine import choose, options, start, undo

F = Flag("f")
NAMES = ("alfa", "bravo", "charlie", "delta", "echo")


def many(*ids: str, **rest: object):
    """A case whose first decision has those choices, all leading to a second like it and back."""
    one = decision("one", *[choice(id, "two", add={"n": 1}) for id in ids], **rest)
    two = decision("two", choice("back", "one"), choice("stop", "end"))
    return case(one, two, ending("end"), state=[counter("n")])


def ids(play) -> list[str]:
    """The options as shown."""
    return [option.id for option in options(play)]


def by_digest(seed: str, scene: str) -> list[str]:
    """The order as the language defines it: by SHA-256 of seed/scene/choice."""
    return sorted(NAMES, key=lambda name: hashlib.sha256(f"{seed}/{scene}/{name}".encode()).hexdigest())


@pytest.mark.parametrize("seed", ["", "kelas-7b", "a/b", "é"])
def test_options_are_ordered_by_digest(seed: str) -> None:
    """The options stand in the order of SHA-256 of seed/scene/choice."""
    shown_ids = ids(start(many(*NAMES), seed))

    assert shown_ids == by_digest(seed, "one")


def test_seeds_give_different_orders() -> None:
    """Each seed gives the order of its own digests, also in plays of one scenario side by side."""
    scenario = many(*NAMES)

    orders = [ids(start(scenario, str(seed))) for seed in range(5)]
    assert orders == [by_digest(str(seed), "one") for seed in range(5)]
    assert len(set(map(tuple, orders))) >= 3


def test_the_order_is_the_same_at_every_visit() -> None:
    """Coming again, by a loop or by undo, finds the options in the same order."""
    play = start(many(*NAMES), "seed")

    looped = answered(play, "alfa", "back")
    assert ids(looped) == ids(play)
    assert ids(undo(choose(play, "bravo"))) == ids(play)


def test_the_order_is_the_same_in_every_language() -> None:
    """A translation, another scenario with the same ids, has the same order."""
    translated = many(*reversed(NAMES), text=(Part("Elsewhere."),), ask="Apa yang Anda lakukan?")

    assert ids(start(translated, "seed")) == ids(start(many(*NAMES), "seed"))


def test_a_hidden_option_moves_no_other() -> None:
    """The options that stay keep their order when one is hidden."""
    choices = [choice(name, "one", when=F if name == "charlie" else None) for name in NAMES]
    hidden = start(case(decision("one", *choices), state=[flag("f")]), "seed")

    full = ids(start(many(*NAMES), "seed"))
    assert ids(hidden) == [name for name in full if name != "charlie"]


def test_without_shuffle_the_file_order_is_kept() -> None:
    """With `shuffle: false` the options stand as the author wrote them."""
    play = start(many(*reversed(NAMES), shuffle=False), "seed")

    assert ids(play) == list(reversed(NAMES))


def test_a_seed_may_be_any_text() -> None:
    """A seed with half a surrogate, as a damaged save may hold, orders options all the same."""
    play = start(many(*NAMES), "\ud800")

    assert sorted(ids(play)) == sorted(NAMES)
