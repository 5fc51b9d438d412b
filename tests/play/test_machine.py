"""Random walks on random cases: the engine against a plain model, step by step."""

from __future__ import annotations

import json
from collections.abc import Callable

from generate import THOROUGH
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from plain import CASES, PlainPlay, Refused

from etika_sim.model import Scenario
from etika_sim.play import record
from etika_sim.play.engine import NothingToUndo, NotOffered, NoWay, choose, options, start, undo


class Walk(RuleBasedStateMachine):
    """Answers, goes back, saves and loads; a play and its plain model stay the same."""

    @initialize(scenario=st.sampled_from(CASES), seed=st.text(max_size=3))
    def begin(self, scenario: Scenario, seed: str) -> None:
        """Begin both."""
        self.scenario = scenario
        self.play, self.plain = start(scenario, seed), PlainPlay(scenario)
        self.record = record.new(scenario, seed)
        self.save()

    @rule(n=st.integers(0, 8))
    def answer(self, n: int) -> None:
        """Take what is offered, or now and then what is not."""
        names = [*self.play.offered * 2, "x", "y", "nothing"]
        scene, name = self.play.scene, names[n % len(names)]
        if self.both(lambda: choose(self.play, name), lambda: self.plain.answer(name)):
            self.record = record.chose(self.record, scene, name)

    @rule()
    def back(self) -> None:
        """Undo the last choice."""
        if self.both(lambda: undo(self.play), self.plain.back):
            self.record = record.undid(self.record)

    @rule()
    def save(self) -> None:
        """Write the play down as JSON."""
        self.saved = json.dumps(record.to_data(self.record)), self.plain.copy()

    @rule()
    def load(self) -> None:
        """Go on from what was written last."""
        text, plain = self.saved
        self.plain, self.record = plain.copy(), record.from_data(json.loads(text))
        self.play, stop = record.replay(self.record, self.scenario)
        assert stop is None

    def both(self, step: Callable[[], object], plain_step: Callable[[], None]) -> bool:
        """Whether the play took the step; its plain model must do, or refuse, the same."""
        before = self.play, repr(self.play)
        try:
            self.play = step()
            refused = False
        except (NotOffered, NoWay, NothingToUndo):
            refused = True
        try:
            plain_step()
        except Refused:
            assert refused
        else:
            assert not refused
        assert repr(before[0]) == before[1]
        return not refused

    @invariant()
    def stands_where_the_plain_model_stands(self) -> None:
        """Scene, state, passages, offers, first answers and undone steps agree."""
        stand = self.plain.stand()
        assert (self.play.scene, self.play.passed) == (stand.scene, stand.passed)
        assert self.play.state == tuple(stand.values[variable.name] for variable in self.scenario.state)
        assert self.play.offered == self.plain.offered()
        assert {option.id for option in options(self.play)} == set(self.plain.offered())
        assert [step.choice for step in self.play.steps] == self.plain.taken
        assert self.play.answers == self.plain.answers
        assert [(step.scene, step.choice) for step in self.play.withdrawn] == self.plain.undone

    @invariant()
    def is_what_its_record_tells(self) -> None:
        """Replaying the record from the start gives the play."""
        assert record.replay(self.record, self.scenario) == (self.play, None)


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    max_examples=100 * THOROUGH,
    stateful_step_count=30 if THOROUGH == 1 else 50,
    derandomize=True,
    deadline=None,
)
