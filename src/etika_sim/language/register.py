"""The registers that cases cite from: data -> laws or channels, and their translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etika_sim.language.builder import READERS
from etika_sim.language.diagnostic import Diagnostic, Findings
from etika_sim.language.fields import DATE
from etika_sim.language.kinds import Field, OneOf, Plain, Prose, Record, Table, Word
from etika_sim.language.values import Names, Values
from etika_sim.model import Channel, Law

REGISTER_ID = "[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*[a-z]?"
"""The small letter at the end is that of a rule that is split into its letters: P-06f."""

BASES = ("read", "two-sources", "one-source")

LAW = Record(
    "law",
    (
        Field("cite", Prose(), "Cara mengutipnya.", "How it is cited.", "UU 25/2009 Pasal 34", True),
        Field("says", Prose(), "Isinya dengan kata sendiri.", "What it says, in our words.", "", True),
        Field("checked", Word(DATE), "Kapan terakhir diperiksa.", "When last checked.", "2026-11-24", True),
        Field("basis", OneOf(BASES), "Dasar keyakinannya.", "How well it is known.", "read", True),
        Field("source", Plain(), "Sumbernya.", "Where it was read.", "", True),
    ),
)

CHANNEL = Record(
    "channel",
    (
        Field("name", Prose(), "Nama saluran.", "Its name.", "", True),
        Field("for", Prose(), "Untuk keperluan apa.", "What one goes there for.", "", True),
        Field("how", Prose(), "Cara menghubunginya.", "How to reach it.", "", True),
    ),
)

LAWS = Record(
    "register of law",
    (
        Field("text_of", Word(DATE), "Tanggal teks yang dibaca.", "The day of the texts read.", "2025-08-20"),
        Field(
            "status_as_of",
            Word(DATE),
            "Sampai kapan perubahannya dicari.",
            "Until when changes were looked for.",
            "2026-11-24",
            True,
        ),
        Field("laws", Table(LAW, REGISTER_ID), "Daftar hukum menurut kode.", "Laws by id.", "", True),
    ),
)

CHANNELS = Record(
    "register of channels",
    (Field("channels", Table(CHANNEL, REGISTER_ID), "Daftar saluran.", "Channels by id.", "", True),),
)

REGISTERS = {"law": LAWS, "channels": CHANNELS}
"""What each register file holds, by the name of the file."""


def build_register(
    name: str, data: Any, findings: Findings, translation: Any = None, *, reviewed: bool = True
) -> Mapping[str, Law | Channel]:
    """The entries of a register ("law" or "channels"), in the language of the translation if given."""
    record = REGISTERS[name]
    if translation is not None and isinstance(data, dict):
        from etika_sim.language.translation import overlay

        data = overlay(data, translation, findings, record).data
    found = Values(findings, Names(), READERS).record(data, record)
    if found is None:
        return {}
    make = _law if name == "law" else _channel
    return {
        key: make(key, entry, reviewed) for key, entry in found["laws" if name == "law" else name].items()
    }


def dates(data: Any) -> tuple[str, str]:
    """The day of the texts read, and until when changes were looked for; empty where a register says none."""
    found = data if isinstance(data, dict) else {}
    text_of, status = (found.get(key) for key in ("text_of", "status_as_of"))
    return (text_of if isinstance(text_of, str) else "", status if isinstance(status, str) else "")


def _law(key: str, entry: dict[str, str], reviewed: bool) -> Law:
    return Law(key, **entry, reviewed=reviewed)


def _channel(key: str, entry: dict[str, str], reviewed: bool) -> Channel:
    return Channel(key, entry["name"], entry["for"], entry["how"], reviewed)


def twice(entries: Mapping[str, Any], others: Mapping[str, Any], name: str) -> list[Diagnostic]:
    """A finding for each id of a register that another register has already.

    A register that has all ids of the other is another edition of it and repeats nothing.
    """
    if others.keys() <= entries.keys():
        return []
    table = "laws" if name == "law" else name
    same = (key for key in entries if key in others)
    return [Diagnostic("duplicate-id", (table, key), {"id": key}, "key") for key in same]
