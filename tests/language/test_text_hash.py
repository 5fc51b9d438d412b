"""What is a text of a case, and the hash that tells when a translation is stale."""

from __future__ import annotations

from typing import Any

import pytest
from written import changed, data_of, set_at

from etika_sim.language.diagnostic import Path
from etika_sim.language.fields import CHOICE, SCENARIO
from etika_sim.language.kinds import Field, Line, Many, Plain, Prose, Record, Table, Truth
from etika_sim.language.translation import HASH_KEY, HASH_LENGTH, has_texts, text_hash

LOKET, RUANG = ("scenes", "loket"), ("scenes", "ruang-kepala")
SIMPAN = (*LOKET, "choices", "simpan")


@pytest.fixture
def original(base_case: str) -> Any:
    """The data of the small case."""
    return data_of(base_case)


# --- what is a text ---------------------------------------------------------------------------


def test_kinds_that_are_equal_as_tuples_are_not_taken_for_each_other() -> None:
    """A kind is what its class says: a list of names is no list of texts, though both are empty tuples."""
    kinds = [
        Line(),
        Truth(),
        Prose(),
        Plain(),
        Many(Prose()),
        Many(Plain()),
        Table(Prose(), "x"),
        Table(Plain(), "x"),
    ]

    assert [has_texts(kind) for kind in kinds] == [True, False, True, False, True, False, True, False]


def test_a_record_has_texts_if_one_of_its_keys_has() -> None:
    """The language's own records, and one made of numbers."""
    record = Record("x", (Field("a", Truth(), "", ""),))

    assert [has_texts(kind) for kind in (SCENARIO, CHOICE, record)] == [True, True, False]


# --- the hash ---------------------------------------------------------------------------------


def test_the_translation_of_the_small_case_is_current(original: Any, base_english: str) -> None:
    """`translates` at the head of a translation is the hash of the original's texts."""
    written = data_of(base_english)[HASH_KEY]

    assert (written, len(written)) == (text_hash(original), HASH_LENGTH)


NO_TEXTS = [
    (("module",), "4"),
    (("level",), "advanced"),
    (("minutes",), None),
    (("authors",), ["x"]),
    (("reviewed",), None),
    (("twin",), None),
    (("class",), None),
    (("class", "90"), {"full": ["loket"]}),
    (("allow",), None),
    (("state", "text"), "true"),
    (("state", "else"), "true"),
    (("start",), "sore-hari"),
    ((*LOKET, "weight"), "3"),
    ((*SIMPAN, "scores"), {"fairness": "1"}),
    ((*SIMPAN, "set"), {"text": "true"}),
    ((*SIMPAN, "add"), {"tekanan": "1"}),
    ((*SIMPAN, "to"), [{"if": "tercatat", "scene": "loket"}, {"scene": "sore-hari"}]),
    ((*SIMPAN, "law"), ["A-07"]),
    ((*SIMPAN, "if"), "tercatat"),
    ((*RUANG, "text", 1, "if"), "not tercatat"),
    ((*RUANG, "facilitator"), {}),
    ((*LOKET, "facilitator", "vary", 0), {"text": "Bagaimana kalau isinya Rp50 ribu?", "then": "simpan"}),
    (("roles", "warga", "scenes"), ["loket"]),
    ((*SIMPAN, "mends"), "true"),
    (("scenes", "selesai-retak", "ending"), "violation"),
    (("debrief", "office", 0, "remedy"), "S1"),
]

TEXTS = [
    (("title",), "x"),
    (("summary",), "x"),
    (("you",), "x"),
    (("roles", "warga", "knows"), None),
    (("roles", "warga", "knows"), "x"),
    (("observe", "fairness"), "x"),
    ((*LOKET, "text"), "x"),
    ((*LOKET, "ask"), "x"),
    ((*LOKET, "facilitator", "vary"), ["x"]),
    ((*LOKET, "facilitator", "vary", 0), {"text": "x", "then": "simpan"}),
    ((*LOKET, "facilitator", "listen_for", 0), {"text": "semua orang juga begitu", "answer": "x"}),
    ((*LOKET, "facilitator", "hinge"), "x"),
    (("roles", "warga", "task"), "x"),
    (("note",), "x"),
    ((*SIMPAN, "outcome"), "x"),
    ((*SIMPAN, "say"), "x"),
    ((*RUANG, "text", 0), "x"),
    ((*RUANG, "text", 1, "text"), "x"),
    ((*RUANG, "text", 1, "else"), None),
    (("scenes", "selesai-retak", "title"), "x"),
    (("debrief", "gather"), ["x", "y"]),
    (("debrief", "office", 0, "ask"), "x"),
]


@pytest.mark.parametrize(("path", "value"), NO_TEXTS)
def test_what_is_no_text_leaves_the_hash_alone(original: Any, path: Path, value: Any) -> None:
    """A translation does not go stale because a score, a route or a condition changed."""
    assert text_hash(set_at(original, path, value)) == text_hash(original)


@pytest.mark.parametrize(("path", "value"), TEXTS)
def test_every_text_counts_for_the_hash(original: Any, path: Path, value: Any) -> None:
    """A translation goes stale when any text changes, comes or goes."""
    assert text_hash(set_at(original, path, value)) != text_hash(original)


def test_the_order_of_scenes_does_not_count_for_the_hash(original: Any) -> None:
    """Texts hang on ids, so moving a scene in the file changes nothing."""
    moved = set_at(original, ("scenes",), dict(reversed(original["scenes"].items())))

    assert text_hash(moved) == text_hash(original)


def test_how_a_text_is_written_does_not_count_for_the_hash(base_case: str, original: Any) -> None:
    """Quotes around a text are not part of it."""
    quoted = data_of(changed(base_case, ("title: Map di Meja", 'title: "Map di Meja"')))

    assert text_hash(quoted) == text_hash(original)
