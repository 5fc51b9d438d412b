"""Data written as a file is read back as it was."""

from __future__ import annotations

import os
import string
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etika_sim.authoring.writer import readable, written
from etika_sim.language.limits import DEEPEST
from etika_sim.language.reader import read
from etika_sim.prose import UNSAFE

LONG = int(os.environ.get("ETIKA_SIM_LONG", "1"))
"""How many times more random inputs are tried than on an ordinary run."""

_SIGNS = "ab é \n\"':#-,[]{}&*!|>%@`?~\\.=+0 "
texts = st.one_of(
    st.text(max_size=120).map(readable),
    st.text(alphabet=_SIGNS, max_size=60).map(readable),
    st.sampled_from(["no", "true", "~", "null", "12:30", "2024-01-02", "- a", "a: b", "a #b", "<<", "", " "]),
    st.lists(st.text(alphabet=string.ascii_letters + ".,", min_size=1, max_size=12), max_size=60).map(
        " ".join
    ),
)
keys = st.one_of(
    st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True), texts.filter(lambda text: "\n" not in text)
)
scalars = st.one_of(texts, st.integers(-999_999_999, 999_999_999), st.booleans())
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


def as_read(value: Any) -> Any:
    """The data as the reader gives them: it types nothing, so a number is its characters."""
    if isinstance(value, dict):
        return {key: as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_back(text: str) -> Any:
    """What the reader makes of the text, without a finding."""
    reading = read(text.encode())
    assert reading.findings.kept == [], text
    return reading.data


@given(st.dictionaries(keys, values, min_size=1, max_size=5))
@settings(max_examples=300 * LONG, deadline=None)
@example({"a": "x\n\n y\nz "})
@example({"a": [[], {}, ""]})
@example({"scenes": {"b": {"c": "x"}, "d": {"e": "a\n b"}}})
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    """Any data with texts that the reader can give come back, every one of their characters."""
    assert read_back(written(data)) == as_read(data)


@given(st.dictionaries(keys, values, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_slow_parser_reads_the_same(data: dict[str, Any]) -> None:
    """Where PyYAML's C parser is missing, what is written means the same."""
    text = written(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)

        assert read_back(text) == as_read(data)


@given(st.text())
def test_any_text_can_be_made_readable_and_stays_so(text: str) -> None:
    """Twice is as good as once, and nothing unsafe is left."""
    made = readable(text)

    assert readable(made) == made
    assert not UNSAFE.search(made)


def test_a_case_looks_as_an_author_would_write_it() -> None:
    """Block style; points on one line; long prose folded; a blank line before a scene."""
    data = {
        "title": "Kasus: kecil",
        "practices": ["PR3"],
        "scenes": {
            "loket": {
                "text": "Satu baris.\nBaris kedua.",
                "choices": {"a": {"text": '"Untuk kopi, Bu," katanya.', "scores": {"integrity": -2}}},
            },
            "akhir-baik": {"text": "kata " * 30 + "terakhir."},
        },
        "debrief": {"gather": ["Apa yang terjadi?"]},
    }

    assert written(data).splitlines() == [
        'title: "Kasus: kecil"',
        "practices: [PR3]",
        "",
        "scenes:",
        "  loket:",
        "    text: |-",
        "      Satu baris.",
        "      Baris kedua.",
        "    choices:",
        "      a:",
        """        text: '"Untuk kopi, Bu," katanya.'""",
        "        scores: {integrity: -2}",
        "",
        "  akhir-baik:",
        "    text: >-",
        "      " + "kata " * 16 + "kata",
        "      " + "kata " * 13 + "terakhir.",
        "",
        "debrief:",
        "  gather:",
        "    - Apa yang terjadi?",
    ]


def test_deep_data_are_written_as_deep_as_they_are_read() -> None:
    """As many levels as the reader takes."""
    data: dict[str, Any] = {"a": "x"}
    for _ in range(DEEPEST - 1):
        data = {"a": data}

    assert read_back(written(data)) == data
