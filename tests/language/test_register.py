"""The registers that cases cite from: laws and channels, and their translations."""

from __future__ import annotations

from typing import Any

import pytest
from written import data_of

from etika_sim.language.diagnostic import Findings, Path
from etika_sim.language.register import build_register, dates, twice
from etika_sim.language.tree import REFUSED
from etika_sim.model import Channel, Law

LAW = """\
status_as_of: 2026-11-24
laws:
  G-06:
    cite: Peraturan KPK 2/2019 Pasal 2
    says: Pemberian yang berlawanan dengan tugas wajib ditolak.
    checked: 2026-11-24
    basis: read
    source: "jdih.kpk.go.id, peraturan 2/2019"
"""
CHANNELS = """\
channels:
  KPK-WBS:
    name: KPK, pelaporan pelanggaran
    for: Melaporkan dugaan korupsi.
    how: Lewat laman resminya.
"""
G_06 = Law(
    "G-06",
    "Peraturan KPK 2/2019 Pasal 2",
    "Pemberian yang berlawanan dengan tugas wajib ditolak.",
    "2026-11-24",
    "read",
    "jdih.kpk.go.id, peraturan 2/2019",
)


def built(name: str, data: Any, translation: Any = None, **rest: Any) -> tuple[Any, list[tuple[str, Path]]]:
    """The entries, and rule and path of what was found."""
    findings = Findings()
    entries = build_register(name, data, findings, translation, **rest)
    return entries, [(finding.rule, finding.path) for finding in findings.kept]


def test_a_register_of_law_holds_laws_under_their_ids() -> None:
    """Each entry is a Law as it was written."""
    assert built("law", data_of(LAW)) == ({"G-06": G_06}, [])


def test_a_register_of_channels_holds_channels_under_their_names() -> None:
    """Each entry is a Channel as it was written."""
    channel = Channel(
        "KPK-WBS", "KPK, pelaporan pelanggaran", "Melaporkan dugaan korupsi.", "Lewat laman resminya."
    )

    assert built("channels", data_of(CHANNELS)) == ({"KPK-WBS": channel}, [])


def test_entries_of_an_author_are_marked_as_not_reviewed() -> None:
    """Who reads the register says whether its entries were reviewed."""
    entries, _ = built("law", data_of(LAW), reviewed=False)

    assert entries == {"G-06": G_06._replace(reviewed=False)}


def test_a_translation_gives_the_texts() -> None:
    """What is cited and said is translated; when and how it was checked is the original's."""
    english = {"laws": {"G-06": {"cite": "KPK Regulation 2/2019 Article 2", "says": "It must be refused."}}}

    entries, found = built("law", data_of(LAW), english)

    assert (entries, found) == (
        {"G-06": G_06._replace(cite="KPK Regulation 2/2019 Article 2", says="It must be refused.")},
        [],
    )


@pytest.mark.parametrize(
    ("english", "path"),
    [
        ({"laws": {"G-99": {"cite": "x"}}}, ("laws", "G-99")),
        ({"laws": {"G-06": {"basis": "read"}}}, ("laws", "G-06", "basis")),
        ({"laws": {"G-06": {"source": "x"}}}, ("laws", "G-06", "source")),
        ({"status_as_of": "2026-01-01"}, ("status_as_of",)),
    ],
)
def test_a_translation_that_does_not_fit_is_a_mismatch(english: Any, path: Path) -> None:
    """An id that the register lacks, or something that is no text."""
    entries, found = built("law", data_of(LAW), english)

    assert (entries, found) == ({"G-06": G_06}, [("translation-mismatch", path)])


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("laws", "G-06", "basis"), "heard", ("bad-value", ("laws", "G-06", "basis"))),
        (("laws", "G-06", "checked"), "kemarin", ("bad-value", ("laws", "G-06", "checked"))),
        (("laws", "G-06", "cited"), "x", ("unknown-key", ("laws", "G-06", "cited"))),
        (("laws", "g-06"), {}, ("bad-value", ("laws", "g-06"))),
        (("status",), "x", ("unknown-key", ("status",))),
    ],
)
def test_a_mistake_in_a_register_is_found(path: Path, value: Any, expected: tuple[str, Path]) -> None:
    """The entries are read like everything else in the language."""
    data = data_of(LAW)
    here = data
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value

    assert expected in built("law", data)[1]


@pytest.mark.parametrize("data", ["", "x", [], {}, REFUSED, {"laws": "x"}])
def test_data_that_are_no_register_have_no_entries(data: Any) -> None:
    """Whatever the data, nothing is raised, with a translation or without."""
    assert [built("law", data)[0], built("law", data, {"laws": {}})[0]] == [{}, {}]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (data_of(LAW), ("", "2026-11-24")),
        ({"text_of": "2025-08-20", "status_as_of": "2026-11-24"}, ("2025-08-20", "2026-11-24")),
        ({}, ("", "")),
        ("x", ("", "")),
        ({"status_as_of": ["x"], "text_of": {}}, ("", "")),
    ],
)
def test_the_dates_of_a_register_are_as_written(data: Any, expected: tuple[str, str]) -> None:
    """The day of the texts, and until when changes were looked for; empty where it says none."""
    assert dates(data) == expected


@pytest.mark.parametrize(
    ("id", "is_one"), [("P-06f", True), ("P-06", True), ("P-06ff", False), ("p-06", False)]
)
def test_a_rule_may_be_split_into_its_letters(id: str, is_one: bool) -> None:
    """One small letter may stand at the end of an id, and nowhere else."""
    entry = data_of(LAW)["laws"]["G-06"]
    found, findings = built("law", {"status_as_of": "2026-11-24", "laws": {id: entry}})

    assert (list(found), bool(findings)) == ([id], not is_one)


@pytest.mark.parametrize(("name", "path"), [("law", ("laws", "G-06")), ("channels", ("channels", "G-06"))])
def test_an_id_that_another_register_has_is_a_finding(name: str, path: Path) -> None:
    """A register in an author's folder adds to the shipped one and never replaces."""
    found = twice({"G-06": 1, "X-01": 2}, {"G-06": 3, "A-01": 4}, name)

    assert [(f.rule, f.path, f.facts, f.on) for f in found] == [("duplicate-id", path, {"id": "G-06"}, "key")]
