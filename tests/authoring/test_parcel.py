"""A zip that was handed on: what is taken, and what is refused before anything is written."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest

from etika_sim.authoring import parcel
from etika_sim.authoring.parcel import BadParcel, Parcel, packed, renamed, unpacked

CASE = b"format: 1\n"
MANY = {f"a{n}.yaml": CASE for n in range(parcel.MOST_FILES)}


def zipped(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as any program makes one, whatever the names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def entry(name: str, change: Callable[[zipfile.ZipInfo], object], content: bytes = CASE) -> bytes:
    """A zip with one entry whose head is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        change(info)
        archive.writestr(info, content)
    return out.getvalue()


def refused(raw: bytes) -> tuple[str, str]:
    """Why a zip is refused, and the name that the reason is about."""
    with pytest.raises(BadParcel) as error:
        unpacked(raw)
    return error.value.reason, error.value.name


def test_what_was_packed_comes_out_again() -> None:
    """Names, bytes, and which of them are cases; the same files give the same zip."""
    files = {"a.yaml": CASE, "a.en.yaml": b"title: A\n", "law.yaml": b"laws: {}\n", "b-2.yaml": CASE}

    assert unpacked(packed(files)) == Parcel(files, ("a", "b-2"))
    assert packed(files) == packed(dict(reversed(files.items())))


@pytest.mark.parametrize("folder", ["kasus/", "Kasus Saya (2)/", "a.b/"])
def test_one_folder_around_all_of_it_is_taken_off(folder: str) -> None:
    """As a system packs a folder; and it leaves in it what nobody sees."""
    more = {
        f"__MACOSX/{folder}._a.yaml": b"\0",
        f"{folder}.DS_Store": b"\0",
        f"{folder}Thumbs.db": b"\0",
        f"{folder}desktop.ini": b"",
        f"{folder}scenario.schema.json": b"{}",
    }

    raw = zipped({folder: b"", f"{folder}a.yaml": CASE, f"{folder}a.en.yaml": CASE, **more})

    assert unpacked(raw) == Parcel({"a.yaml": CASE, "a.en.yaml": CASE}, ("a",))


HOSTILE = [
    "../a.yaml",
    "../../a.yaml",
    "/a.yaml",
    "//host/a.yaml",
    "..\\a.yaml",
    "\\a.yaml",
    "C:\\a.yaml",
    "C:a.yaml",
    "C:/a.yaml",
    "a.yaml:ads",
    "x:ads/a.yaml",
    "./a.yaml",
    "b/../a.yaml",
    "b/c/a.yaml",
    "a\u202elmay.yaml",
    "con.yaml",
    "CON.yaml",
    "NUL.en.yaml",
    "com1.yml",
    "a\x07.yaml",
    "a\n.yaml",
    ".a.yaml",
    ".git/config",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    """Upwards, absolute, other drives, devices, streams, signs that hide what is meant, more folders."""
    assert refused(zipped({"ok.yaml": CASE, name: CASE}))[0] in ("name", "other-file", "no-case")


def test_a_name_that_is_cut_at_a_zero_is_refused() -> None:
    """The name as it stands in the file counts, not what is left of it."""
    raw = zipped({"nul_x.yaml": CASE}).replace(b"nul_x.yaml", b"nul\0x.yaml")

    assert refused(raw)[0] in ("name", "damaged")


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.exe",
        "a.yaml.exe",
        "README",
        "a.json",
        "a b.yaml",
        "a.eng.yaml",
        "ä.yaml",
        "b.zip",
        "1a.yaml",
    ],
)
def test_what_is_no_case_is_refused_by_its_name(name: str) -> None:
    """Nothing but cases, translations and registers is taken, and a zip in a zip is no case."""
    assert refused(zipped({"ok.yaml": CASE, name: CASE})) == ("other-file", name)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFBLK])
def test_a_link_is_refused(kind: int) -> None:
    """Nothing but plain files; a link could point anywhere."""
    raw = entry("a.yaml", lambda info: setattr(info, "external_attr", (kind | 0o777) << 16), b"/etc/passwd")

    assert refused(raw) == ("link", "a.yaml")


def test_a_locked_zip_is_refused() -> None:
    """A password is asked for nowhere."""
    raw = bytearray(zipped({"a.yaml": CASE}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    assert refused(bytes(raw)) == ("encrypted", "a.yaml")


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(how: int) -> None:
    """Those that can take much memory are not even begun."""
    assert refused(zipped({"a.yaml": CASE}, how)) == ("method", "a.yaml")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """A thousand to one: by what its head says."""
    assert refused(zipped({"a.yaml": b"a" * 10_000_000})) == ("inflated", "a.yaml")


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    """What the head says is not believed: no more is read than may be."""
    raw = bytearray(zipped({"a.yaml": b"a" * 10_000_000}))
    for head, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = raw.index(head) + place
        raw[at : at + 4] = (1000).to_bytes(4, "little")

    assert refused(bytes(raw))[0] == "damaged"


def test_many_files_that_grow_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for all of them, by what is said and by what is read."""
    monkeypatch.setattr(parcel, "LARGEST_UNPACKED", 100)
    files = {"a.yaml": b"a" * 60, "b.yaml": b"b" * 60}

    assert refused(zipped(files))[0] == "unpacked"
    assert set(unpacked(zipped({"a.yaml": b"a: b\n" + b"#" * 95})).files) == {"a.yaml"}


def test_as_many_files_as_are_taken() -> None:
    """At the limit it is a parcel; one more is too many, and so are ten thousand."""
    assert len(unpacked(zipped(MANY)).files) == parcel.MOST_FILES
    assert refused(zipped({**MANY, "b.yaml": CASE})) == ("many", "")
    assert refused(zipped({f"a{n}.yaml": b"" for n in range(10_001)})) == ("many", "")


def test_a_large_zip_is_refused_unread() -> None:
    """More bytes than a pack of cases has."""
    assert refused(b"PK" + b"a" * parcel.LARGEST_PARCEL)[0] == "large"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [
        ("a.yaml", "a.yaml"),
        ("a.yaml", "A.yaml"),
        ("a.yaml", "a.yml"),
    ],
)
def test_names_that_would_be_one_file_are_refused(names: tuple[str, str]) -> None:
    """The same name, one that differs in large letters only, two files of one case."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, CASE)

    assert refused(out.getvalue())[0] == "twice"


@pytest.mark.parametrize("at", [40, 45])
def test_a_wrong_check_sum_is_refused(at: int) -> None:
    """A byte that changed on the way is found."""
    raw = bytearray(zipped({"a.yaml": CASE * 20}, zipfile.ZIP_STORED))
    raw[at] ^= 1

    assert refused(bytes(raw))[0] == "damaged"


@pytest.mark.parametrize("length", range(0, 110, 7))
def test_half_a_zip_is_refused(length: int) -> None:
    """A download that stopped."""
    assert refused(zipped({"a.yaml": CASE})[:length])[0] in ("no-zip", "damaged")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"law.yaml": CASE}, "no-case"),
        ({}, "no-case"),
        ({"a.yaml": CASE, "b.en.yaml": CASE}, "orphan"),
        ({"law.en.yaml": CASE, "a.yaml": CASE}, "orphan"),
        ({"a.yaml": b"\xff\xfe\x00"}, "unreadable"),
        ({"a.yaml": b"a: [\n"}, "unreadable"),
        ({"a.yaml": b""}, "unreadable"),
        ({"a.yaml": zipped({"b.yaml": CASE})}, "unreadable"),
        ({"a.yaml": b"a: &x [*x]"}, None),
    ],
)
def test_what_is_inside_must_be_cases(files: dict[str, bytes], reason: str | None) -> None:
    """At least one, each readable; a case with mistakes is taken, for the check tells of them."""
    if reason is None:
        assert unpacked(zipped(files)).cases == ("a",)
    else:
        assert refused(zipped(files))[0] == reason


def test_a_case_takes_its_translations_along_when_it_is_renamed() -> None:
    """Its files get the new id, others keep theirs."""
    files = {"a.yaml": b"1", "a.en.yaml": b"2", "b.yml": b"3", "law.yaml": b"4"}

    assert renamed(Parcel(files, ("a", "b")), {"a": "a-2"}) == Parcel(
        {"a-2.yaml": b"1", "a-2.en.yaml": b"2", "b.yml": b"3", "law.yaml": b"4"}, ("a-2", "b")
    )
