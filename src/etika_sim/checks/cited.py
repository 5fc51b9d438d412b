"""Which laws a case cites, and where first."""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Path
from etika_sim.model import Law


def cited_laws(draft: Draft) -> Iterator[tuple[Path, Law]]:
    """Each law of the register that a reached decision cites, with the path to its first citation."""
    seen = set()
    for scene in draft.decisions:
        for choice in scene.choices.values():
            for n, name in enumerate(choice.law):
                if name not in seen and name in draft.laws:
                    seen.add(name)
                    yield ("scenes", scene.id, "choices", choice.id, "law", n), draft.laws[name]
