"""`progress`: what is kept of a person as a file, on paper, and gone."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cli.notebook import AT, CASES, FALLEN, NOTE, asked, contents, laptop, played

from etika_sim.environment import STORE_NAME
from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, known_as
from etika_sim.library.load import load
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble


def full(path: Path, _content: bytes) -> None:
    """A disk without room."""
    raise StoreTrouble("full", path)


# --- taking along, bringing back --------------------------------------------------------------


def test_out_forgotten_in_and_out_again_is_the_same_file(tmp_path: Path, here: Path) -> None:
    """Byte for byte; on the way the page is empty once, and the same at the end."""
    home = laptop(tmp_path / "laptop", "melati")
    own = ("--alias", "melati")
    page = asked(home, *own).out

    steps = [
        asked(home, *own, "--export", "a.json"),
        asked(home, *own, "--forget", "--yes"),
        asked(home, *own, "--import", "a.json"),
        asked(home, *own, "--export", "b.json"),
    ]

    assert [(ran.status, ran.err) for ran in steps] == [(0, "")] * 4
    assert steps[2].out.startswith("Ditambahkan: 2\n")
    assert (here / "a.json").read_bytes() == (here / "b.json").read_bytes()
    assert asked(home, *own).out == page


def test_the_readable_file_holds_every_word_of_the_person_and_of_nobody_else(
    tmp_path: Path, here: Path
) -> None:
    """Plain JSON beside the archive, with the meaning of its fields."""
    home = laptop(tmp_path / "laptop", "melati", "mawar")

    asked(home, "--alias", "melati", "--export", "a.json")
    data: Any = json.loads((here / "a.readable.json").read_text(encoding="utf-8"))

    texts = [event.get("text") for play in data["plays"] for event in play["events"]]
    assert (data["alias"], len(data["plays"])) == ("melati", 2)
    assert [text for text in texts if text] == [NOTE, NOTE, "Mohon maaf, Pak.", "Mencatat."]
    assert "mawar" not in (here / "a.readable.json").read_text(encoding="utf-8")
    assert all(data["about"].values())


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing there")
def test_what_is_written_is_its_owners_only(tmp_path: Path, here: Path) -> None:
    """Archive, readable file and sheet."""
    home = laptop(tmp_path / "laptop")
    asked(home, "--export", "a.json")
    asked(home, "--sheet", "a.html")

    assert {file.stat().st_mode & 0o777 for file in here.iterdir()} == {0o600}
    assert len(list(here.iterdir())) == 3


@pytest.mark.usefixtures("here")
def test_what_is_there_already_is_the_same_and_what_differs_is_left_alone(tmp_path: Path) -> None:
    """Counted each, and 1 when something was not taken."""
    home = laptop(tmp_path / "laptop")
    asked(home, "--export", "a.json")
    again = asked(home, "--import", "a.json")
    with open_store(home / STORE_NAME) as store:
        (stream, *_rest) = store.streams(MYSELF.plays)
        (head, *events) = store.read(stream.name)
        store.forget([stream.name])
        store.extend(stream.name, [head, events[0]._replace(data='{"kind": "noted", "text": "lain"}')])
    other = contents(home)

    differing = asked(home, "--import", "a.json")

    assert (again.status, again.out.splitlines()[:3]) == (
        0,
        ["Ditambahkan: 0", "Sudah ada dan sama: 2", "Berbeda dengan yang di sini, dibiarkan: 0"],
    )
    assert (differing.status, differing.out.splitlines()[2]) == (
        1,
        "Berbeda dengan yang di sini, dibiarkan: 1",
    )
    assert contents(home) == other


@pytest.mark.usefixtures("here")
def test_a_play_that_went_on_elsewhere_goes_on_here(tmp_path: Path) -> None:
    """The archive has more of a play than the laptop: it grows."""
    first, second = laptop(tmp_path / "satu"), tmp_path / "dua"
    asked(first, "--export", "a.json")
    asked(second, "--import", "a.json")
    with open_store(first / STORE_NAME) as store:
        kept, _stop = plays.resume(store, plays.unfinished(store, MYSELF)[-1].stream)
        plays.chose(store, kept, kept.play.offered[0], AT)
    asked(first, "--export", "b.json")

    ran = asked(second, "--import", "b.json")

    assert ran.out.splitlines()[:3] == ["Ditambahkan: 0", "Dilanjutkan: 1", "Sudah ada dan sama: 1"]
    assert contents(second).keys() <= contents(first).keys()


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.6, 0.999])
def test_a_changed_byte_is_refused(share: float, tmp_path: Path, here: Path) -> None:
    """Wherever it is: one sentence, status 1, and nothing is taken in."""
    home = laptop(tmp_path / "laptop")
    asked(home, "--export", "a.json")
    raw = bytearray((here / "a.json").read_bytes())
    raw[int(share * len(raw))] ^= 1
    (here / "b.json").write_bytes(raw)

    ran = asked(tmp_path / "lain", "--import", "b.json")

    assert (ran.status, ran.out) == (1, "")
    assert "tidak ada yang diambil darinya." in ran.err
    assert contents(tmp_path / "lain") == {}


REFUSED: dict[str, tuple[tuple[str, ...], int, str]] = {
    "missing": (("--import", "tidak-ada.json"), 2, "Tidak ada berkas tidak-ada.json."),
    "folder": (("--import", "."), 2, "adalah folder"),
    "no archive": (("--import", "surat.txt"), 1, "surat.txt tidak diekspor oleh program ini"),
    "export over a file": (("--export", "surat.txt"), 2, "surat.txt sudah ada; pilih nama lain."),
    "sheet over a file": (("--sheet", "surat.txt"), 2, "surat.txt sudah ada; pilih nama lain."),
    "no folder": (("--export", "tidak-ada/a.json"), 2, "tidak-ada bukan folder."),
    "no folder for a sheet": (("--sheet", "tidak-ada/a.html"), 2, "tidak-ada bukan folder."),
}


@pytest.mark.parametrize(("words", "status", "said"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_used_is_said_and_left_alone(
    words: tuple[str, ...], status: int, said: str, tmp_path: Path, here: Path
) -> None:
    """One sentence names it."""
    (here / "surat.txt").write_text("Yth.", encoding="utf-8")

    ran = asked(laptop(tmp_path / "laptop"), *words)

    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert {file.name: file.read_bytes() for file in here.iterdir()} == {"surat.txt": b"Yth."}


def test_a_file_is_replaced_when_it_is_asked_for_but_never_the_store(tmp_path: Path, here: Path) -> None:
    """--yes writes over an old file; the place where plays are kept stays what it is."""
    home = laptop(tmp_path / "laptop")
    (here / "a.json").write_text("lama", encoding="utf-8")

    over = asked(home, "--export", "a.json", "--yes")
    store = asked(home, "--export", str(home / STORE_NAME), "--yes")

    assert (over.status, (here / "a.json").read_bytes()[:20]) == (0, b'{"etika-sim-archive"')
    assert store.status == 2
    assert "adalah tempat permainan disimpan" in store.err


@pytest.mark.parametrize("words", [("--export", "a"), ("--sheet", "a"), ("--forget", "--yes")], ids=" ".join)
def test_where_nothing_is_kept_nothing_can_be_taken(
    words: tuple[str, ...], tmp_path: Path, here: Path
) -> None:
    """A new laptop: one sentence, status 1, no file."""
    ran = asked(tmp_path / "baru", *words)

    assert ran == (1, "", "Belum ada yang disimpan di laptop ini.\n")
    assert list(here.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="devices of Unix")
@pytest.mark.parametrize("name", [os.devnull, ".", "a" * 300], ids=["device", "folder", "long name"])
@pytest.mark.usefixtures("here")
def test_what_is_no_file_is_never_written_over(name: str, tmp_path: Path) -> None:
    """Not even with --yes."""
    ran = asked(laptop(tmp_path / "laptop"), "--sheet", name, "--yes")

    assert (ran.status, ran.out) == (3 if name[0] == "a" else 2, "")
    assert name in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [("--export", "a.json"), ("--sheet", "a.html")], ids=" ".join)
def test_a_full_disk_is_said(
    words: tuple[str, ...], tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 3, one sentence, no file."""
    monkeypatch.setattr("etika_sim.cli.output_file.write_whole", full)

    ran = asked(laptop(tmp_path / "laptop"), *words)

    assert ran == (3, "", "Penyimpanan penuh.\n")
    assert list(here.iterdir()) == []


def test_an_alias_without_plays_has_nothing_to_write(tmp_path: Path, here: Path) -> None:
    """Others play on this laptop; of this one nothing is kept."""
    ran = asked(laptop(tmp_path / "laptop", "melati"), "--alias", "mawar", "--export", "a.json")

    assert ran == (1, "", "Belum ada yang disimpan untuk ditulis ke berkas.\n")
    assert list(here.iterdir()) == []


# --- the sheet --------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "title"), [("id", "Lembar latihan"), ("en", "Practice sheet")])
def test_the_sheet_is_written_in_the_language_of_the_program(
    language: str, title: str, tmp_path: Path, here: Path
) -> None:
    """Only the play that came to an ending stands on it."""
    ran = asked(laptop(tmp_path / "laptop"), "--sheet", "lembar.html", language=language)

    html = (here / "lembar.html").read_text(encoding="utf-8")
    assert (ran.status, ran.err) == (0, "")
    assert str((here / "lembar.html").resolve()) in ran.out.replace("\n", "")
    assert f"<h1>{title}</h1>" in html
    assert "Amplop di Loket" in html
    assert "Sepupu" not in html


def test_a_sheet_is_not_written_before_the_first_ending(tmp_path: Path, here: Path) -> None:
    """It would be empty; status 1."""
    ran = asked(laptop(tmp_path / "laptop", choices=FALLEN[:2]), "--sheet", "lembar.html")

    assert (ran.status, ran.out) == (1, "")
    assert "lembarnya akan kosong" in ran.err
    assert list(here.iterdir()) == []


# --- forgetting -------------------------------------------------------------------------------


def traces(home: Path, *words: str) -> list[str]:
    """The files of a folder that hold one of the words."""
    files = [file for file in home.rglob("*") if file.is_file()]
    return [file.name for file in files if any(word.encode() in file.read_bytes() for word in words)]


def test_after_forgetting_no_file_holds_the_name_or_a_word(tmp_path: Path) -> None:
    """Neither the store nor what lies beside it; another's plays are untouched."""
    home = laptop(tmp_path, "kenanga", "mawar")
    kept = {name: entries for name, entries in contents(home).items() if "kenanga" not in name}
    backup = home / f"{STORE_NAME}.version-1-20261124-090000"
    backup.write_text("play/kenanga/00", encoding="utf-8")
    with open_store(home / STORE_NAME) as store:
        played(store, known_as("kenanga"), load(CASES[0]), at="2026-11-25T10:00:00+00:00")
    assert traces(home, "kenanga")

    ran = asked(home, "--alias", "kenanga", "--forget", "--yes")

    assert (ran.status, ran.err) == (0, "")
    assert "3 permainan dihapus." in ran.out
    assert traces(home, "kenanga") == []
    assert contents(home) == kept


def test_only_plays_older_than_some_days_can_be_forgotten(tmp_path: Path) -> None:
    """What was played since stays; when nothing is that old, nothing is asked."""
    home = laptop(tmp_path)
    with open_store(home / STORE_NAME) as store:
        played(store, MYSELF, load(CASES[0]), at="2020-01-01T10:00:00+00:00")
    before = set(contents(home))

    first = asked(home, "--forget", "--older-than", "1000", "--yes")
    again = asked(home, "--forget", "--older-than", "1000", "--yes")

    assert "1 permainan dihapus." in first.out
    assert len(before - set(contents(home))) == 1
    assert again.out.strip() == "Tidak ada yang setua itu; tidak ada yang dihapus."


def test_an_age_without_forgetting_is_a_slip(tmp_path: Path) -> None:
    """--older-than alone says what it needs; status 2."""
    ran = asked(laptop(tmp_path), "--older-than", "10")

    assert (ran.status, ran.err) == (2, "--older-than memerlukan --forget.\n")


def test_forgetting_says_what_would_go_before_it_asks(tmp_path: Path) -> None:
    """Plays, entries, files beside the store; and what stays."""
    home = laptop(tmp_path)
    (home / f"{STORE_NAME}.damaged-20261124-090000").write_text("sisa", encoding="utf-8")

    out = " ".join(asked(home, "--forget", typed=("",)).out.split())

    preview, _prompt, answer = out.partition("Ketik HAPUS untuk menghapus semuanya (Enter: batal):")
    assert "2 permainan, 15 butir catatan" in preview
    assert "1 berkas cadangan atau berkas rusak" in preview
    assert answer == " Tidak ada yang dihapus."


@pytest.mark.parametrize(
    ("typed", "goes"),
    [("HAPUS", True), (" hapus ", True), ("FORGET", True), ("", False), ("y", False), ("hapus?", False)],
)
def test_only_the_word_itself_deletes(typed: str, goes: bool, tmp_path: Path) -> None:
    """A yes typed by habit keeps everything."""
    home = laptop(tmp_path)

    ran = asked(home, "--forget", typed=(typed,))

    assert (ran.status, ran.err) == (0, "")
    assert (contents(home).keys() == {"laptop"}) is goes
    assert ("2 permainan dihapus." in ran.out) is goes


@pytest.mark.parametrize("typed", [None, ()], ids=["no terminal", "end of input"])
def test_without_an_answer_nothing_is_deleted(typed: tuple[str, ...] | None, tmp_path: Path) -> None:
    """Where nobody can be asked, --yes has to say so."""
    home = laptop(tmp_path)
    before = contents(home)

    ran = asked(home, "--forget", typed=typed)

    assert ran.status == (2 if typed is None else 0)
    assert ("--forget --yes" in ran.err) is (typed is None)
    assert contents(home) == before


def test_what_lies_beside_a_lost_store_is_forgotten_too(tmp_path: Path) -> None:
    """The file is gone, a damaged one was set aside: nothing can be taken out of it, so it goes."""
    laptop(tmp_path)
    (tmp_path / STORE_NAME).rename(tmp_path / f"{STORE_NAME}.damaged-20261124-090000")

    ran = asked(tmp_path, "--forget", "--yes")

    assert (ran.status, ran.err) == (0, "")
    assert traces(tmp_path, NOTE) == []


# --- troubles of the store --------------------------------------------------------------------


def test_a_store_of_a_newer_version_is_left_untouched(tmp_path: Path) -> None:
    """One sentence, status 3; every wish alike."""
    home = laptop(tmp_path)
    with sqlite3.connect(home / STORE_NAME) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (home / STORE_NAME).read_bytes()

    runs = [asked(home, *words) for words in ((), ("--json",), ("--forget", "--yes"))]

    assert [(ran.status, ran.out) for ran in runs] == [(3, "")] * 3
    assert all("versi" in ran.err for ran in runs)
    assert (home / STORE_NAME).read_bytes() == before


def test_a_damaged_store_is_set_aside_and_said(tmp_path: Path) -> None:
    """What could be read of it is shown."""
    home = laptop(tmp_path)
    raw = bytearray((home / STORE_NAME).read_bytes())
    raw[:60] = b"\x00" * 60
    (home / STORE_NAME).write_bytes(raw)

    ran = asked(home)

    assert ran.status == 0
    assert "disisihkan" in ran.err
    assert "Traceback" not in ran.err
