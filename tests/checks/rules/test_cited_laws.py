"""stale-law and weak-law: looked up within a year, and known from more than one source."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules import stale_law, weak_law
from etika_sim.model import Law

TODAY = "2026-11-24"


def draft(*cited: str, checked: str = TODAY, basis: str = "read", today: str = TODAY) -> Draft:
    """A case whose second choice cites those entries of a register with the one entry G-01."""
    law = Law("G-01", "Pasal 1", "Dilarang.", checked, basis, "Naskah")
    scene = decision("one", choice("a", "end"), choice("b", "end", law=cited))
    return Draft(case(scene, ending("end")), {"G-01": law}, today)


@pytest.mark.parametrize(
    ("checked", "today", "fires"),
    [
        ("2025-11-24", "2026-11-24", False),  # a year ago to the day
        ("2025-11-23", "2026-11-24", True),
        ("2026-11-25", "2026-11-24", False),  # a clock that goes wrong is no fault of the law
        ("2023-02-28", "2024-02-29", True),
        ("2023-03-01", "2024-02-29", False),
        ("2024-02-29", "2025-03-01", True),
        ("2024-02-29", "2025-02-28", False),
        ("1999-12-31", "2026-11-24", True),
        ("1999-12-31", "", False),  # without a day nothing is old
    ],
)
def test_a_law_is_looked_up_every_year(checked: str, today: str, fires: bool) -> None:
    """More than a year before today is too long ago."""
    found = list(stale_law.find(draft("G-01", checked=checked, today=today)))

    assert [one.facts for one in found] == ([{"law": "G-01", "checked": checked}] if fires else [])


@pytest.mark.parametrize(("basis", "fires"), [("read", False), ("two-sources", False), ("one-source", True)])
def test_one_source_is_weak(basis: str, fires: bool) -> None:
    """Two sources, or the law itself, are enough."""
    found = list(weak_law.find(draft("G-01", basis=basis)))

    assert [one.facts for one in found] == ([{"law": "G-01", "source": "Naskah"}] if fires else [])


def test_it_is_said_once_where_the_case_cites_it_first() -> None:
    """At the item of the list; entries that are in no register are left alone."""
    law = Law("G-01", "Pasal 1", "Dilarang.", "2001-01-01", "one-source", "Naskah")
    one = decision("one", choice("a", "two"), choice("b", "two", law=("X-09", "G-01")))
    two = decision("two", choice("c", "end", law=("G-01",)), choice("d", "end"))
    whole = Draft(case(one, two, ending("end")), {"G-01": law}, TODAY)

    for rule in (stale_law, weak_law):
        assert [found.path for found in rule.find(whole)] == [("scenes", "one", "choices", "b", "law", 1)]
