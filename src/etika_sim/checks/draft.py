"""A sound case as the warnings look at it: what can be reached in it, what it cites, and the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from etika_sim.checks.glance import Glance, glances
from etika_sim.checks.graph import Graph
from etika_sim.checks.texts import Told, groups, texts
from etika_sim.language.diagnostic import Path
from etika_sim.model import Choice, Decision, Ending, Law, Scenario
from etika_sim.play.scoring import FEWEST_DECISIONS

if TYPE_CHECKING:
    from etika_sim.checks.blind import Blind
    from etika_sim.checks.longest import Longest
    from etika_sim.checks.roads import Recommended, Road
    from etika_sim.checks.spots import Spots

MOST_SPOTS = 20_000
"""Beyond so many (scene, state) pairs no warning asks what all plays come to."""

MOST_GLANCES = 300
"""So many decisions tell whether options give themselves away; no case to be taught has half of them."""

_LETTERS = b"abcdefghijklmnopqrstuvwxyz/"
_SMALL = bytes(byte if byte in _LETTERS else 32 for byte in bytes(range(256)).lower())
"""Capitals to small letters, all else but the slash to blanks."""

_PIECE = 256
"""Texts that are looked at together: all words of a large case at once would take 100 MiB."""


class Translated(NamedTuple):
    """A translation as it lies over its case.

    `named` are the texts that it says it was made of ("" if it says none), `present` those of the case
    now, `missing` what it leaves untranslated; of a shipped case it `must_be_whole`.
    """

    named: str
    present: str
    missing: tuple[Path, ...] = ()
    must_be_whole: bool = False


class Draft:
    """A case without errors. `laws` is the register it cites from, `today` an ISO date.

    What the proof has walked already, the `graph` and where it reached, need not be walked again.
    `translation` is there when the scenario is a translated one; `untranslated` are languages that a
    shipped case lacks altogether.
    """

    translation: Translated | None = None
    untranslated: tuple[str, ...] = ()

    def __init__(
        self,
        scenario: Scenario,
        laws: Mapping[str, Law] | None = None,
        today: str = "",
        graph: Graph | None = None,
        reached: Mapping[str, int] | None = None,
    ) -> None:
        self.scenario, self.laws, self.today = scenario, laws or {}, today
        if graph is not None:
            self.graph = graph
        if reached is not None:
            self.reached = reached

    @cached_property
    def graph(self) -> Graph:
        """The routes of the case as arcs between sets of states."""
        return Graph(self.scenario)

    @cached_property
    def reached(self) -> Mapping[str, int]:
        """For each scene that a play can reach, the states in which it can be there."""
        return self.graph.reach()

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that a play can reach, in the order of the file."""
        scenes = self.scenario.scenes
        return tuple(
            scene for name in scenes if name in self.reached and isinstance(scene := scenes[name], Decision)
        )

    @cached_property
    def offers(self) -> Mapping[str, tuple[tuple[Choice, ...], ...]]:
        """For each reached decision, the choices as they can stand together on the screen.

        More than one group where choices have conditions. A single choice is nothing to decide and
        is left out, so there may be no group.
        """
        return {scene.id: tuple(self._offers(scene)) for scene in self.decisions}

    @cached_property
    def glances(self) -> tuple[tuple[Glance, ...], ...]:
        """The options of reached decisions with something to choose, as a glance shows them.

        Of a case with more than MOST_GLANCES decisions those that come first in the file.
        """
        scenes = [scene for scene in self.decisions if self.offers[scene.id]][:MOST_GLANCES]
        found = (glances(scene, self.offers[scene.id]) for scene in scenes)
        return tuple(one for one in found if any(glance.others for glance in one))

    def _offers(self, scene: Decision) -> list[tuple[Choice, ...]]:
        choices = tuple(scene.choices.values())
        if not any(choice.when for choice in choices):
            return [choices]
        groups: list[tuple[tuple[Choice, ...], int]] = [((), self.reached[scene.id])]
        for way in self.graph.exits[scene.id]:
            choice = scene.choices[str(way.move.id)]
            with_it = (((*group, choice), states & way.guard) for group, states in groups)
            without = ((group, states & ~way.guard) for group, states in groups)
            groups = [(group, states) for group, states in (*with_it, *without) if states]
        return [group for group, _states in groups if len(group) > 1]

    @cached_property
    def texts(self) -> Sequence[str]:
        """Every text that somebody reads, in the order of the language."""
        return [text for _path, group in groups(self.scenario) for _rest, text in group]

    def told(self, some: Collection[str]) -> Iterator[Told]:
        """Some of these texts, each with the path to it; the same text may stand in several places."""
        if some:
            yield from (told for told in texts(self.scenario) if told[1] in some)

    def in_pieces(self) -> Iterator[bytes]:
        """All these texts, a few hundred at a time, to see fast what stands nowhere in the case."""
        for n in range(0, len(self.texts), _PIECE):
            yield "\n".join(self.texts[n : n + _PIECE]).encode("utf-8", "replace")

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The words of all texts in small letters, as ASCII; `dan/atau` is one."""
        found: set[bytes] = set()
        for piece in self.in_pieces():
            found.update(piece.translate(_SMALL).split())
        return frozenset(found)

    @cached_property
    def spots(self) -> Spots | None:
        """The case spot by spot; None if there are too many spots."""
        from etika_sim.checks.spots import Spots

        if sum(states.bit_count() for states in self.reached.values()) > MOST_SPOTS:
            return None
        return Spots(self.scenario, MOST_SPOTS)

    @cached_property
    def blind(self) -> Blind[float] | None:
        """What choosing blindly leads to, in floats; None if there are too many spots."""
        from etika_sim.checks.blind import Blind

        return None if self.spots is None else Blind(self.spots, 1.0)

    @cached_property
    def shortest(self) -> Road:
        """A play to an ending with the fewest choices."""
        from etika_sim.checks.roads import road
        from etika_sim.checks.shortest import Shortest

        endings = {name for name, scene in self.scenario.scenes.items() if isinstance(scene, Ending)}
        way = Shortest(self.graph).way({name: self.reached[name] for name in self.reached if name in endings})
        assert way is not None  # a case without errors comes to an ending
        return road(self.scenario, [choice for _scene, choice in way.choices])

    @cached_property
    def longest(self) -> Longest | None:
        """The longest road, or a bound for it; None if there are too many spots."""
        from etika_sim.checks.longest import longest

        return None if self.spots is None else longest(self.spots)

    @property
    def is_small(self) -> bool:
        """Whether no play meets three decisions: a case for a short talk, on which no bars are shown."""
        return self.longest is not None and self.longest.value < FEWEST_DECISIONS

    @cached_property
    def planned(self) -> Mapping[str, bool]:
        """The reached decisions that some class plan names, and whether one plays them in full."""
        found: dict[str, bool] = {}
        for plan in self.scenario.plans.values():
            for names, in_full in ((plan.full, True), (plan.quick, False)):
                for name in names:
                    found[name] = found.get(name, False) or in_full
        return {scene.id: found[scene.id] for scene in self.decisions if scene.id in found}

    @cached_property
    def recommended(self) -> Recommended:
        """The recommended roads."""
        from etika_sim.checks.roads import recommended

        return recommended(self.scenario)


def cited_laws(draft: Draft) -> Iterator[tuple[Path, Law]]:
    """Each law of the register that a reached decision cites, with the path to its first citation."""
    seen = set()
    for scene in draft.decisions:
        for choice in scene.choices.values():
            for n, name in enumerate(choice.law):
                if name not in seen and name in draft.laws:
                    seen.add(name)
                    yield ("scenes", scene.id, "choices", choice.id, "law", n), draft.laws[name]
