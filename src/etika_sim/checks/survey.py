"""All cases of a pack looked at together: what they cover, and cues that only many decisions can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from etika_sim.checks.cues import cues
from etika_sim.checks.draft import Draft
from etika_sim.checks.kinds import KINDS
from etika_sim.checks.pack import Pack
from etika_sim.model import PRINCIPLES, Scenario


def survey(
    scenarios: Sequence[Scenario],
    laws: Collection[str],
    translated: Mapping[str, Sequence[Scenario]] | None = None,
) -> Pack:
    """What can be said of sound cases as a pack; `laws` are the ids of the register they cite from.

    `translated` are the same cases by language; their texts are tested for cues of their own.
    """
    drafts = [Draft(scenario) for scenario in scenarios]
    decisions = [scene for draft in drafts for scene in draft.decisions]
    cited = {law for scene in decisions for choice in scene.choices.values() for law in choice.law}
    found = cues(drafts)
    for language, others in (translated or {}).items():
        found += cues([Draft(scenario) for scenario in others], language)
    uncited = tuple(law for law in laws if law not in cited)
    return Pack(len(drafts), len(decisions), _coverage(scenarios, drafts), found, uncited)


def _coverage(scenarios: Iterable[Scenario], drafts: Iterable[Draft]) -> dict[str, dict[str, int]]:
    """How many cases there are of each kind, themes left out; of each principle, its decisions."""
    cases = list(scenarios)
    weighed = Counter(
        principle.value
        for draft in drafts
        for scene in draft.decisions
        for n, principle in enumerate(PRINCIPLES)
        if len({choice.scores[n] or 0 for choice in scene.choices.values()}) > 1
    )
    groups = {group: kinds for group, kinds in KINDS.items() if group != "themes"}
    found = {
        group: _counted(names, Counter(name for one in cases for name in {*has(one)}))
        for group, (names, has) in groups.items()
    }
    return {**found, "principles": _counted((principle.value for principle in PRINCIPLES), weighed)}


def _counted(names: Iterable[str], found: Counter[str]) -> dict[str, int]:
    return {name: found[name] for name in names}
