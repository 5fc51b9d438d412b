"""The best choice stands out by its form: another end, another beginning, the only one with a comma.

Only where three options or more stand together and all the others are alike. Source: options parallel
in form (Haladyna, Downing and Rodriguez 2002); any difference counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance
from etika_sim.language.diagnostic import Diagnostic

FEWEST_OPTIONS = 3
_KINDS = re.compile(r"(me|ber|di|ter)", re.IGNORECASE)
_COMMA = re.compile(r"[,;](?=\s)")


def _end(text: str) -> str:
    return text[-1] if text and not text[-1].isalnum() else ""


def _beginning(text: str) -> str:
    """The affix that tells the kind of the first word; of a root word, nothing."""
    first = text.split(maxsplit=1)[0] if text else ""
    kind = _KINDS.match(first)
    return kind.group(1).lower() if kind else ""


def _comma(text: str) -> str:
    return "," if _COMMA.search(text) else ""


FORMS: Mapping[str, Callable[[str], str]] = {"end": _end, "beginning": _beginning, "comma": _comma}


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at the text of the choice."""
    for groups in draft.glances:
        yield from [found for glance in groups for found in _found(glance)][:1]


def _found(glance: Glance) -> Iterator[Diagnostic]:
    if len(glance.best) != 1 or len(glance.options) < FEWEST_OPTIONS:
        return
    best = glance.best[0].choice
    for reason, form in FORMS.items():
        others = {form(option.choice.text) for option in glance.others}
        mine = form(best.text)
        stands_out = len(others) == 1 and mine not in others
        if stands_out and (mine or reason != "comma"):
            scene = glance.scene.id
            facts = {"scene": scene, "choice": best.id, "reason": reason}
            yield Diagnostic("form-cue", ("scenes", scene, "choices", best.id, "text"), facts)
