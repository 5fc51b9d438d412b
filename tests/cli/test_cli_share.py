"""`etika-sim share` and `etika-sim receive`: a case goes from one author to another, and harms nothing."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from cli.workbench import Desk, files_in

SCHEMA = "scenario.schema.json"


def make(desk: Desk, name: str = "kasus-saya") -> Path:
    """A case in the author's folder."""
    assert desk.program("new", name, "--module", "3", "--small").status == 0
    return desk.kasus / f"{name}.yaml"


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    """A zip with those names, whatever they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())
    return path


def test_a_case_goes_from_one_laptop_to_another(desk: Desk, here: Path, tmp_path: Path) -> None:
    """Packed here, taken in there, played there: a folder of its own, the schema beside it."""
    case = make(desk)
    mine = case.read_bytes()

    sent = desk.program("share", "kasus-saya")
    case.unlink()
    got = desk.program("receive", "kasus-saya.zip", "--into", str(tmp_path / "teman"))
    theirs = tmp_path / "teman" / "kasus-saya" / "kasus-saya.yaml"

    assert (sent.status, sent.err, got.status, got.err) == (0, "", 0, "")
    assert f"Sudah dikemas:\n   {here / 'kasus-saya.zip'}\n" in sent.out
    assert "\n- kasus-saya.yaml\n" in sent.out
    assert "\n   etika-sim receive kasus-saya.zip\n" in sent.out
    assert theirs.read_bytes() == mine
    assert files_in(tmp_path / "teman") == ["kasus-saya/kasus-saya.yaml", f"kasus-saya/{SCHEMA}"]
    assert "Pemeriksaan tidak menemukan galat." in got.out


@pytest.mark.usefixtures("here")
def test_what_is_taken_in_is_listed_and_played_by_its_id(desk: Desk) -> None:
    """It lies in the author's folder, where cases are found."""
    case = make(desk)
    desk.program("share", "kasus-saya")
    case.unlink()

    desk.program("receive", "kasus-saya.zip")

    assert "Titipan di Antrean" in desk.program("list").out
    assert desk.program("play", "kasus-saya", "--choices", "beri-nomor,usul-papan").status == 0


def test_a_zip_is_never_written_over_a_file(desk: Desk, here: Path) -> None:
    """Another name is asked for, and can be given."""
    make(desk)
    (here / "kasus-saya.zip").write_bytes(b"milik saya")

    ran = desk.program("share", "kasus-saya")
    other = desk.program("share", "kasus-saya", "--output", "lain.zip")

    assert (ran.status, other.status) == (2, 0)
    assert "kasus-saya.zip sudah ada; pilih nama lain." in ran.err
    assert (here / "kasus-saya.zip").read_bytes() == b"milik saya"


@pytest.mark.usefixtures("here")
def test_a_case_whose_id_is_taken_is_kept_under_another(desk: Desk) -> None:
    """With its translation; the author's own stays as it was, and both can be played."""
    case = make(desk)
    mine = case.read_bytes()
    (desk.kasus / "kasus-saya.en.yaml").write_text("title: A Note in the Queue\n", encoding="utf-8")
    desk.program("share", "kasus-saya")
    case.write_bytes(mine + b"# diubah\n")

    ran = desk.program("receive", "kasus-saya.zip")

    assert ran.status == 0
    assert ran.err == "Kasus kasus-saya sudah ada; kiriman itu disimpan sebagai kasus-saya-2.\n"
    folder = desk.kasus / "kasus-saya-2"
    assert files_in(folder) == ["kasus-saya-2.en.yaml", "kasus-saya-2.yaml", SCHEMA]
    assert case.read_bytes() == mine + b"# diubah\n"


@pytest.mark.usefixtures("here")
def test_a_case_that_is_there_already_is_not_written_again(desk: Desk) -> None:
    """Byte for byte the same: it says where it lies."""
    case = make(desk)
    desk.program("share", "kasus-saya")
    before = files_in(desk.kasus)

    ran = desk.program("receive", "kasus-saya.zip")

    assert ran.status == 0
    assert f"Semuanya sudah ada pada Anda; tidak ada yang ditulis:\n   {case}\n" in ran.out
    assert files_in(desk.kasus) == before


def test_a_case_with_the_id_of_a_shipped_one_gets_another(desk: Desk, here: Path) -> None:
    """Nobody can put his case in the place of ours."""
    zip_of(here / "x.zip", {"amplop-di-loket.yaml": b"format: 1\n"})

    desk.program("receive", "x.zip")

    assert files_in(desk.kasus)[0] == "amplop-di-loket-2/amplop-di-loket-2.yaml"


def test_a_case_with_errors_is_taken_in_and_the_errors_are_counted(desk: Desk, here: Path) -> None:
    """The receiver is told, and how to see them."""
    zip_of(here / "x.zip", {"a.yaml": b"format: 1\n"})

    ran = desk.program("receive", "x.zip")

    assert ran.status == 0
    assert "Pemeriksaan menemukan " in ran.out
    assert f"\n   etika-sim check {desk.kasus / 'a'}\n" in ran.out


HOSTILE = [
    "../a.yaml",
    "/etc/a.yaml",
    "C:\\a.yaml",
    "con.yaml",
    "a.exe",
    "b/c/a.yaml",
    "\x1b[2J.yaml",
    "a\u202e.yaml",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_writes_nothing_anywhere(name: str, desk: Desk, here: Path, tmp_path: Path) -> None:
    """One sentence, status 1; no file, no folder, no escape on the screen."""
    zip_of(here / "x.zip", {"ok.yaml": b"format: 1\n", name: b"format: 1\n"})
    before = files_in(tmp_path)

    ran = desk.program("receive", "x.zip")

    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "tidak ada yang diambil darinya" in ran.err
    assert "\x1b" not in ran.err
    assert files_in(tmp_path) == before
    assert not desk.kasus.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.zip bukan zip."),
        (b"halo", "x.zip bukan zip."),
        (b"PK\x03\x04", "x.zip rusak; mintalah dikirim lagi."),
        (b"PK" + b"a" * 5_300_000, "x.zip terlalu besar untuk sebuah kasus"),
    ],
    ids=range(4),
)
def test_what_is_no_zip_is_one_sentence(content: bytes, said: str, desk: Desk, here: Path) -> None:
    """Status 1, with what to do."""
    (here / "x.zip").write_bytes(content)

    ran = desk.program("receive", "x.zip")

    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("receive", "tidak-ada.zip"), "Tidak ada berkas tidak-ada.zip."),
        (("receive", "."), ". adalah folder"),
        (("receive",), "Belum ada argumen 'BERKAS'."),
        (("share",), "Belum ada argumen 'KASUS'."),
        (("share", "amplop-di-loke"), "Mungkin maksud Anda amplop-di-loket?"),
        (("share", "tidak-ada.yaml"), "Tidak ada berkas tidak-ada.yaml."),
        (("share", "amplop-di-loket", "--output", "tidak/ada.zip"), "ada.zip tidak dapat dipakai."),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_sentence(
    words: tuple[str, ...], said: str, desk: Desk, here: Path
) -> None:
    """What is not there, is a folder, or cannot be written."""
    ran = desk.program(*words)

    assert ran.status in (2, 3)
    assert said in ran.err
    assert files_in(here) == []


@pytest.mark.usefixtures("here")
def test_a_shipped_case_can_be_shared_with_its_translation(desk: Desk) -> None:
    """To be changed by somebody else under another id."""
    ran = desk.program("share", "amplop-di-loket")

    assert "\n- amplop-di-loket.en.yaml\n- amplop-di-loket.yaml\n" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_folder_that_is_a_link_is_followed_as_the_author_set_it(
    desk: Desk, here: Path, tmp_path: Path
) -> None:
    """The author's own folder may be elsewhere; what is in a zip decides nothing."""
    (tmp_path / "lain").mkdir()
    desk.kasus.parent.mkdir(parents=True)
    desk.kasus.symlink_to(tmp_path / "lain")
    zip_of(here / "x.zip", {"a.yaml": b"format: 1\n"})

    desk.program("receive", "x.zip")

    assert files_in(tmp_path / "lain") == ["a/a.yaml", f"a/{SCHEMA}"]
