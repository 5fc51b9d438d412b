"""Bytes in: encodings, line ends, sizes, and both of PyYAML's parsers."""

from __future__ import annotations

import gc

import pytest
import yaml
from written import brief, data_of, found, read_text

from etika_sim.language.reader import collector_paused, read
from etika_sim.language.tree import REFUSED


def test_a_byte_order_mark_at_the_head_is_stripped() -> None:
    """A BOM changes neither the data nor the text nor a place."""
    reading = read(b"\xef\xbb\xbfa: &x b\n")

    assert (reading.text, brief(reading.findings.kept[0])) == ("a: &x b\n", "1:4 forbidden-yaml anchor")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_a_line_end(end: str) -> None:
    """LF, CR LF and a lone CR give the same text and the same data."""
    reading = read(end.join(["a: |", "  x", "", "  y", "b: z", ""]).encode())

    assert (reading.text, reading.data) == ("a: |\n  x\n\n  y\nb: z\n", {"a": "x\n\ny", "b": "z"})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a: b\n".encode("utf-16"), "1:1 yaml-syntax utf-16"),
        ("a: b\n".encode("utf-16-be"), "1:1 yaml-syntax utf-16"),
        ("judul: é\n".encode("utf-16-le"), "1:1 yaml-syntax utf-16"),
        (b"\x00", "1:1 yaml-syntax utf-16"),
        (b"PK\x03\x04\x14\x00\x08\xff", "1:1 yaml-syntax utf-16"),
        (b"\xfe\xff" + "a: b\n".encode("utf-16-be"), "1:1 yaml-syntax utf-16"),
        ("a: b\n".encode("utf-32"), "1:1 yaml-syntax utf-16"),
        ("judul: é\n".encode("latin-1"), "1:8 yaml-syntax encoding"),
        ("a: b\nc: dé €\n".encode("cp1252"), "2:5 yaml-syntax encoding"),
        ("a: ä\nb: ä ".encode() + b"\xe4", "2:6 yaml-syntax encoding"),
        (b"a: b\x00c\n", "1:5 control-character U+0000"),
        (b"\xff", "1:1 yaml-syntax encoding"),
        (b"", "1:1 yaml-syntax empty"),
        (b"\xef\xbb\xbf", "1:1 yaml-syntax empty"),
        (b"# only\n\n# comments\n", "1:1 yaml-syntax empty"),
        (b"\n \n", "1:1 yaml-syntax empty"),
    ],
)
def test_bytes_that_are_no_case_are_refused_with_a_reason_and_a_place(raw: bytes, expected: str) -> None:
    """Wrong encodings, NUL and empty files each give one first finding that says what they are."""
    reading = read(raw)

    assert brief(reading.findings.kept[0]) == expected


def test_the_first_byte_that_is_not_utf_8_is_named() -> None:
    """The finding tells which byte stopped it."""
    finding = read("judul: é\n".encode("latin-1")).findings.kept[0]

    assert finding.facts == {"reason": "encoding", "byte": "0xe9"}


@pytest.mark.parametrize(("more", "is_read"), [(-1, True), (0, True), (1, False)])
def test_a_file_may_be_as_large_as_the_limit_and_no_larger(more: int, is_read: bool) -> None:
    """A byte below the limit and the limit itself are read, one byte more is refused."""
    raw = b"a: b\n#".ljust(100 + more, b"#")

    reading = read(raw, largest=100)

    assert (reading.data is not None) == is_read


def test_a_file_that_is_too_large_says_the_limit() -> None:
    """The limit stands in the finding, and nothing of the file is kept."""
    reading = read(b"a: b\n", largest=4)

    assert (reading.text, reading.data, reading.findings.kept[0].facts) == (
        "",
        None,
        {"reason": "too-large", "limit": 4},
    )


def test_the_limit_of_a_file_is_16_mib() -> None:
    """One byte over 16 MiB is refused when no other limit is given."""
    reading = read(b"#" * (16 * 1024 * 1024 + 1))

    assert brief(reading.findings.kept[0]) == "1:1 yaml-syntax too-large"


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    """Garbage collection is paused while reading and put back after it, whatever happens."""
    (gc.enable if on else gc.disable)()
    try:
        with collector_paused():
            paused = not gc.isenabled()

        assert (paused, gc.isenabled()) == (True, on)
    finally:
        gc.enable()


def test_the_slow_parser_gives_the_same_case(base_case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML's C parser is missing, the Python parser gives equal data."""
    fast = data_of(base_case)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    assert data_of(base_case) == fast


@pytest.mark.parametrize(
    "text",
    [
        'a: "x" y\n',
        "a: *b c\n",
        "a: %b\n",
        "a: - b\n",
        "a: b: c\n",
        'a: "b\nc: d\n',
        "a: [b\nc: d\n",
        "a:\n  - b\n  c: d\n",
        "a: b\nc\nd: e\n",
        "a: b\na: c\n",
        "a: &b c\nd: *b\n",
        "a: b\n---\nc: d\n",
        "[a]: b\n",
        "a: b # c\n",
        "a: [b, {c: d}]\n",
        "[" * 30,
    ],
)
def test_both_parsers_find_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake has the same reason and place with either parser of PyYAML."""
    fast = found(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    assert found(text) == fast


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"\n', 'a: "\\U00110000"\n', "a: !<%ED%A0%80> b\n"])
@pytest.mark.parametrize("with_libyaml", [True, False])
def test_what_pyyaml_lets_slip_is_a_syntax_finding(
    text: str, with_libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one of PyYAML's parsers raises ValueError or OverflowError, the reader does not."""
    monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml)

    assert [finding.rule for finding in read_text(text).findings.kept] == ["yaml-syntax"]


def test_a_very_long_version_number_is_a_syntax_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's limit on the length of an integer does not come through the slow parser."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)

    assert found(f"%YAML 1.{'1' * 5000}\n---\na: b\n") == ["1:1 yaml-syntax special-start"]


def test_a_key_that_is_no_scalar_ends_the_reading() -> None:
    """Nothing is said about the data behind a key that is a list or a mapping."""
    assert read_text("? [a, b]\n: c\n").data is REFUSED
