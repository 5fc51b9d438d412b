"""Any bytes at all as a sheet or a zip: a result, or one of the reasons that have a sentence.

ETIKA_SIM_LONG=500 tries 500 times as many inputs as an ordinary run.
"""

from __future__ import annotations

import io
import os
import zipfile
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etika_sim import locale
from etika_sim.authoring.blank import blank_sheet
from etika_sim.authoring.columns import COLUMNS, MORE_COLUMNS, WORDS
from etika_sim.authoring.parcel import BadParcel, packed, unpacked
from etika_sim.authoring.sheet import imported
from etika_sim.authoring.table import NoTable
from etika_sim.authoring.writer import written
from etika_sim.checks.validate import Cited, check_case
from etika_sim.locale import use
from etika_sim.prose import UNSAFE
from etika_sim.views import authoring, findings, plain

EXAMPLES = 200 * int(os.environ.get("ETIKA_SIM_LONG", "1"))
bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

CITED = Cited(None, None)


@pytest.fixture(autouse=True)
def _tongue(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's language is put back afterwards."""
    monkeypatch.setattr(locale, "_words", locale._words)


def taken_as_a_sheet(raw: bytes) -> None:
    """Import the bytes as `new --from` does; hold what must always be so."""
    try:
        made = imported(raw, "kasus")
    except NoTable as refused:
        authoring.no_table(refused, "x.csv")  # has a sentence, or fails
        return
    text = written(made.data)
    checked = check_case(text.encode("utf-8"), "kasus", "kasus.yaml", CITED)
    said = plain.text((*authoring.complaints(made.complaints), *findings.report([checked])))
    rows = raw.count(b"\n") + raw.count(b"\r") + 1

    assert checked.data is not None, "what is written can be read"
    assert all(0 <= one.row <= rows for one in made.complaints)
    assert not UNSAFE.search(said)


def taken_as_a_zip(raw: bytes) -> None:
    """Look at the bytes as `receive` does; hold what must always be so."""
    try:
        found = unpacked(raw)
    except BadParcel as refused:
        said = authoring.bad_parcel(refused, "x.zip")
    else:
        said = ""
        assert found.cases
        assert all(name.isascii() and not {*"/\\"} & {*name} for name in found.files)
        assert unpacked(packed(found.files)) == found
    assert not UNSAFE.search(said)


# --- sheets -----------------------------------------------------------------------------------

_cells = st.one_of(
    st.sampled_from(
        [*COLUMNS, *MORE_COLUMNS, *(f"#{word}" for word in WORDS), "#", "", "Loket", "Sore",
         "akhir: teladan", "akhir", "akhir: x", "1", "-2", "−1", "9", "ya", "#NAME?", "=1+1", "'=1",
         "G-06", "con", "true", "\n", "\t"]
    ),
    st.text(max_size=12),
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    """Something like a sheet: most often with heads, in one of the ways that programs write them."""
    heads = draw(
        st.one_of(st.just(list(COLUMNS)), st.permutations([*COLUMNS, *MORE_COLUMNS]), st.lists(_cells))
    )
    rows = [heads, *draw(st.lists(st.lists(_cells, max_size=14), max_size=8))]
    sign = draw(st.sampled_from([";", ",", "\t"]))
    quote = draw(st.sampled_from(['"{}"', "{}"]))
    end = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    text = end.join(sign.join(quote.format(cell) for cell in row) for row in rows)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    return text.encode(encoding, "replace")


@given(st.one_of(st.binary(max_size=400), sheets()))
@bounded
def test_any_bytes_end_as_a_case_or_one_sentence(raw: bytes) -> None:
    """What is written of a sheet is always YAML that the check reads to its end."""
    use("id")
    taken_as_a_sheet(raw)


@given(st.integers(0, 2**63))
@bounded
def test_a_sheet_that_was_tampered_with_ends_as_well(seed: int) -> None:
    """The blank sheet, with bytes cut, copied, swapped or replaced."""
    use("en")
    taken_as_a_sheet(mutated(blank_sheet(), Random(seed)))  # noqa: S311 - the same bytes for the same seed


# --- zips -------------------------------------------------------------------------------------

_names = st.one_of(
    st.sampled_from(["a.yaml", "a.en.yaml", "b.yml", "law.yaml", "law.en.yaml", "channels.yaml", "k/",
                     "k/a.yaml", "../a.yaml", "/a.yaml", "con.yaml",
                     "A.YAML", "a.zip", "__MACOSX/x", ".DS_Store"]),
    st.text(min_size=1, max_size=12),
)  # fmt: skip
_contents = st.one_of(st.sampled_from([b"format: 1\n", b"a: [", b"", b"\xff"]), st.binary(max_size=60))


@st.composite
def zips(draw: st.DrawFn) -> bytes:
    """A zip with such names, one of them perhaps locked, linked or lying about its size."""
    out = io.BytesIO()
    files = draw(st.dictionaries(_names, _contents, max_size=4))
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            info.external_attr = draw(st.sampled_from([0, 0o100644 << 16, 0o120777 << 16, 0o040755 << 16]))
            how = draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]))
            archive.writestr(info, content, how)
    return out.getvalue()


@given(
    st.one_of(st.binary(max_size=200), st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest), zips())
)
@bounded
def test_any_bytes_end_as_a_parcel_or_one_sentence(raw: bytes) -> None:
    """Nothing that a zip can hold or be raises anything but its reason."""
    taken_as_a_zip(raw)


@given(zips(), st.integers(0, 2**63))
@bounded
def test_a_zip_that_was_tampered_with_ends_as_well(raw: bytes, seed: int) -> None:
    """Heads, sizes, sums and names changed byte by byte."""
    taken_as_a_zip(mutated(raw, Random(seed)))  # noqa: S311 - the same bytes for the same seed


def mutated(raw: bytes, random: Random) -> bytes:
    """The bytes after one to four random cuts, copies, swaps and slips."""
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(raw) + 1)
        end = min(len(raw), start + random.choice([1, 1, 2, 4, 16, 100]))
        piece = raw[start:end]
        kind = random.randrange(4)
        if kind == 0:
            raw = raw[:start] + raw[end:]
        elif kind == 1:
            raw = raw[:start] + piece * 2 + raw[end:]
        elif kind == 2:
            other = random.randrange(len(raw) + 1)
            raw = raw[:other] + piece + raw[other:]
        else:
            raw = raw[:start] + random.randbytes(len(piece)) + raw[end:]
    return raw
