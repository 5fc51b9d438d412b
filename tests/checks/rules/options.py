"""Cases of a few decisions between options of given words, for the tests of what gives answers away."""

from __future__ import annotations

from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.model import Choice, Decision, Part

BEST, OTHER = (2, 0, 0, 0, 0), (0, 0, 0, 0, 0)


def options(best: str, *others: str) -> tuple[Choice, ...]:
    """A best choice "a" with that text, and others "b", "c", … with theirs."""
    rest = [choice(id, "end", text=text, points=OTHER) for id, text in zip("bcde", others, strict=False)]
    return (choice("a", "end", text=best, points=BEST), *rest)


def asked(*choices: Choice, id: str = "one", story: str = "Hujan.", ask: str = "Lalu?") -> Decision:
    """A decision between them, after that story."""
    return decision(id, *choices, text=(Part(story),), ask=ask)


def draft(*scenes: Decision) -> Draft:
    """A case in which each decision leads on to the next, whatever is chosen, and the last to an end."""
    ids = [*(scene.id for scene in scenes), "end"]
    linked = []
    for scene, following in zip(scenes, ids[1:], strict=True):
        choices = {
            one.id: one._replace(to=tuple(route._replace(scene=following) for route in one.to))
            for one in scene.choices.values()
        }
        linked.append(scene._replace(choices=choices))
    return Draft(case(*linked, ending("end")))


def of(*texts: str) -> Draft:
    """A case of one decision: the text of its best choice, then those of the others."""
    return draft(asked(*options(*texts)))
