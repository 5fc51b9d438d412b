"""A law that nobody has looked up for more than a year.

Law changes, and a case that cites it goes on being played. Source: our convention, a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft, cited_laws
from etika_sim.language.diagnostic import Diagnostic


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a law, where the case cites it first; none where the day is not known."""
    if not draft.today:
        return
    limit = _year_before(draft.today)
    for path, law in cited_laws(draft):
        if law.checked < limit:
            yield Diagnostic("stale-law", path, {"law": law.id, "checked": law.checked})


def _year_before(day: str) -> str:
    """The same day of the year before, both as ISO dates; dates so written compare as they follow."""
    year, rest = day.split("-", 1)
    return f"{int(year) - 1:04}-{rest}"
