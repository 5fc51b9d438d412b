"""When the store fails: the play goes on, nothing is lost in silence, and nothing is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, get_args
from unittest import mock

import pytest
from cli.laptops import FIRST, LEFT, PRIVATE, QUESTION, SHARED, WAY, events, flat, kinds, memory, sitting
from cli.program import Ran, Writer

from etika_sim.environment import STORE_NAME
from etika_sim.store.log import Store
from etika_sim.store.trouble import Reason, StoreTrouble

NOT_KEPT = "Permainan kali ini tidak disimpan."
NOT_YET = "Penyimpanan penuh. Langkah terakhir Anda belum tersimpan."
ASKED = "Enter: coba lagi · S: lanjut tanpa disimpan · K: keluar"
NEWER = ("weight: 2", "weight: 3")
FAREWELL = "Terima kasih sudah bermain.\n\n"
WHOLE = ["chose", "chose", "ended", "answered", "committed", *["answered"] * 4, "closed"]
"""What is kept of the small case when it is played from the first page to the farewell."""

WRITTEN_AFTER = {3: 4, 4: 7, 5: 8, 6: 11, 7: 13, 8: 14, 9: 15, 10: 16, 11: 17}
"""Which writing follows how many lines of the way; 1 is the answer about the laptop, 2 the beginning."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the laptop remembers."""
    return tmp_path / "rumah"


@contextmanager
def disk(name: str, fails: Callable[[int], bool], reason: str = "full") -> Iterator[None]:
    """Inside, the n-th call of a method of the store (from 1) may fail."""
    calls = iter(range(1, 1_000_000))
    method: Callable[..., Any] = getattr(Store, name)

    def failing(store: Store, *arguments: Any, **options: Any) -> Any:
        if fails(next(calls)):
            raise StoreTrouble(reason, store.path)  # type: ignore[arg-type]
        return method(store, *arguments, **options)

    with mock.patch.object(Store, name, failing):
        yield


def played(
    home: Path, case_file: Writer, at: int, *then: str, fails: Callable[[int], bool], rest: bool = True
) -> Ran:
    """The whole way on a disk that fails, with some lines between where it does."""
    lines = (*WAY[:at], *then, *(WAY[at:] if rest else ()))
    with disk("extend", fails):
        return sitting(home, *lines, words=("play", str(case_file())))


@pytest.mark.parametrize("k", WRITTEN_AFTER)
def test_a_full_disk_is_told_and_the_step_is_tried_again(k: int, home: Path, case_file: Writer) -> None:
    """Whichever writing fails: Enter tries once more, and in the end all is kept as if nothing had been."""
    ran = played(home, case_file, WRITTEN_AFTER[k], "", fails=lambda n: n == k)

    assert (ran.status, ran.err) == (0, "")
    assert (ran.out.count(NOT_YET), ran.out.count(ASKED)) == (1, 1)
    assert ran.out.endswith(FAREWELL)
    assert kinds(home) == [WHOLE]


@pytest.mark.parametrize("k", WRITTEN_AFTER)
def test_a_play_goes_on_without_a_disk_if_that_is_wished(k: int, home: Path, case_file: Writer) -> None:
    """S goes on to the farewell and asks no more; what was kept before is still there."""
    ran = played(home, case_file, WRITTEN_AFTER[k], "s", fails=lambda n: n >= k)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count(ASKED) == 1
    assert "Mulai dari sini tidak ada yang disimpan" in flat(ran)
    assert ran.out.endswith(FAREWELL)
    assert kinds(home) == [WHOLE[: k - 3]]


@pytest.mark.parametrize("k", WRITTEN_AFTER)
@pytest.mark.parametrize("leave", [("k",), ()], ids=["K", "no more input"])
def test_a_full_disk_can_be_left(leave: tuple[str, ...], k: int, home: Path, case_file: Writer) -> None:
    """K or the end of the input: what is not kept has no outcome on the screen, and can be chosen later."""
    ran = played(home, case_file, WRITTEN_AFTER[k], *leave, fails=lambda n: n >= k, rest=False)

    assert (ran.status, ran.err) == (0, "")
    assert flat(ran).partition(ASKED)[2].strip().startswith("Anda keluar dari permainan.")
    assert kinds(home) == [WHOLE[: k - 3]]


def test_the_outcome_of_a_choice_is_not_shown_before_it_is_kept(home: Path, case_file: Writer) -> None:
    """Nobody sees what a choice leads to and then makes another one."""
    ran = played(home, case_file, 4, "x", fails=lambda n: n >= 3, rest=False)

    assert ran.out.count(ASKED) == 2
    assert "Pak Darto menarik amplopnya" not in ran.out


def test_a_full_disk_when_all_is_done_is_no_matter(home: Path, case_file: Writer) -> None:
    """Only that the play was closed is not kept: it is offered once more, and nobody is bothered now."""
    ran = played(home, case_file, len(WAY), fails=lambda n: n == 12)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith(FAREWELL)
    assert kinds(home) == [WHOLE[:-1]]


@pytest.mark.parametrize("k", [1, 2])
def test_a_disk_that_is_full_from_the_start_is_told_once(k: int, home: Path, case_file: Writer) -> None:
    """Neither the answer about the laptop nor the beginning can be kept: the play goes on like a guest's."""
    ran = played(home, case_file, len(WAY), fails=lambda n: n >= k)

    assert ran.status == 0
    assert ran.err == f"Penyimpanan penuh. {NOT_KEPT}\n"
    assert ran.out.endswith(FAREWELL)
    assert ASKED not in ran.out
    assert kinds(home) == []


def test_a_note_on_a_full_disk_is_not_said_to_be_kept(home: Path, case_file: Writer) -> None:
    """Only after it was tried again is it told that it is kept."""
    words = ("play", str(case_file()))
    with disk("extend", lambda n: n == 3):
        ran = sitting(home, PRIVATE, "", "t", "Ragu.", "", "k", words=words)

    assert flat(ran).index(NOT_YET) < flat(ran).index("Tersimpan bersama permainan ini.")
    assert events(home) == [[{"kind": "noted", "scene": "loket", "text": "Ragu."}]]


def test_when_keeping_fails_while_moving_to_a_new_version_the_old_one_stays(
    home: Path, case_file: Writer
) -> None:
    """The play goes on in the new version, unkept, and the next start offers the old one as before."""
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, *FIRST, words=words)
    case_file(NEWER)
    with disk("extend", lambda _n: True):
        ran = sitting(home, "v", "", "k", words=words)

    assert ran.err == f"Penyimpanan penuh. {NOT_KEPT}\n"
    assert "Pilihan terakhir Anda: Mengembalikan" in ran.out
    assert kinds(home) == [["chose"]]
    assert LEFT in sitting(home, words=words).out


@pytest.mark.parametrize("reason", ["other", "busy", "read-only", "moved"])
@pytest.mark.parametrize("name", ["read", "streams", "fetch"])
def test_a_store_that_cannot_be_read_is_told_and_done_without(
    name: str, reason: str, home: Path, case_file: Writer
) -> None:
    """Whichever reading fails, and why: one sentence, and a play that is not kept, never a traceback."""
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, *FIRST, words=words)
    case_file(NEWER)
    with disk(name, lambda _n: True, reason):
        ran = sitting(home, "", "a", "", "", "a", "", "", "", "k", words=words)

    assert ran.status == 0
    assert ran.err.count("\n") == ran.err.count(NOT_KEPT) == 1
    assert "Lima asas" in ran.out
    assert kinds(home) == [["chose"]]


def test_endings_are_not_counted_when_they_cannot_be_read(home: Path, case_file: Writer) -> None:
    """The scorecard comes all the same."""
    with disk("streams", lambda n: n > 1, "busy"):
        ran = sitting(home, *WAY, words=("play", str(case_file())))

    assert (ran.status, ran.err) == (0, "")
    assert "akhir sudah Anda temui" not in ran.out
    assert "Lima asas" in ran.out


@pytest.mark.parametrize("reason", get_args(Reason))
@pytest.mark.parametrize("lang", ["id", "en"])
def test_whatever_is_wrong_with_the_store_is_one_sentence(
    lang: str, reason: Reason, home: Path, case_file: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named where it matters, and the play goes on unkept, in either language."""

    def failing(path: Path, **_options: object) -> Store:
        raise StoreTrouble(reason, path)

    monkeypatch.setattr("etika_sim.cli.solo.open_store.open_store", failing)
    ran = sitting(home, *WAY[1:], words=("play", str(case_file())), lang=lang)

    told = {"id": NOT_KEPT, "en": "This play is not kept."}[lang]
    assert ran.err.endswith(f". {told}\n")
    assert (str(home / STORE_NAME) in ran.err) == (reason != "full")
    assert "{" not in ran.err
    assert ran.status == 0


def sqlite(home: Path, *statements: str) -> bytes:
    """Change the file of the store behind its back; what is in it then."""
    with closing(sqlite3.connect(home / STORE_NAME)) as db, db:
        for statement in statements:
            db.execute(statement)
    with closing(sqlite3.connect(home / STORE_NAME, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    return (home / STORE_NAME).read_bytes()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "PRAGMA user_version = 99",
            "ditulis oleh versi program yang lebih baru; berkas itu dibiarkan utuh.",
        ),
        ("PRAGMA application_id = 7", "milik program lain; berkas itu dibiarkan utuh."),
    ],
)
def test_a_store_of_somebody_else_is_left_as_it_is(
    statement: str, said: str, home: Path, case_file: Writer
) -> None:
    """A newer or a foreign file: one sentence, a whole play, and not a byte of it changed."""
    sitting(home, PRIVATE)
    before = sqlite(home, statement)

    ran = sitting(home, *WAY[1:], words=("play", str(case_file())))

    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert NOT_KEPT in ran.err
    assert QUESTION not in ran.out
    assert ran.out.endswith(FAREWELL)
    assert (home / STORE_NAME).read_bytes() == before


def test_garbage_where_plays_were_kept_is_set_aside_and_said(home: Path, case_file: Writer) -> None:
    """It is not thrown away; what comes now is kept again."""
    home.mkdir()
    (home / STORE_NAME).write_bytes(b"bukan basis data " * 300)

    ran = sitting(home, *WAY, words=("play", str(case_file())))

    assert "Berkas permainan Anda rusak. Berkas itu disisihkan sebagai" in ran.err
    assert kinds(home) == [WHOLE]
    (aside,) = home.glob(f"{STORE_NAME}.damaged-*")
    assert aside.read_bytes() == b"bukan basis data " * 300


def test_a_damage_found_while_reading_is_mended_and_the_other_plays_stay(
    home: Path, case_file: Writer
) -> None:
    """One event is not what was written: the file is set aside, and what can be read is offered."""
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, *FIRST, "a", "", words=words)
    sqlite(home, "UPDATE entry SET data = '{}' WHERE n = 2")

    ran = sitting(home, "", "k", words=words)

    assert "Berkas permainan Anda rusak." in ran.err
    assert "Anda berhenti di keputusan 2" in flat(ran)
    assert kinds(home) == [["chose"]]


def test_a_damaged_version_is_found_when_it_is_needed(home: Path, case_file: Writer) -> None:
    """The bytes of the first day are not what they were: that is said, and a new play is kept."""
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, *FIRST, words=words)
    case_file(NEWER)
    sqlite(home, "UPDATE version SET content = x'00'")

    ran = sitting(home, "", "", "k", words=words)

    assert "Berkas permainan Anda rusak." in ran.err
    assert "Versi yang Anda mainkan tidak dapat dibaca lagi." in ran.out
    assert kinds(home) == [["chose", "left"], ["chose"]]


def test_a_damaged_answer_about_the_laptop_makes_a_guest(home: Path, case_file: Writer) -> None:
    """Nobody is taken for the person of a laptop that may be shared."""
    words = ("play", str(case_file()))
    sitting(home, SHARED, "melati", *FIRST, words=words)
    sqlite(home, "UPDATE entry SET data = '{\"shared\": false}' WHERE stream = 'laptop'")

    ran = sitting(home, "k", words=words)

    assert ran.status == 0
    assert NOT_KEPT in ran.err
    assert LEFT not in ran.out


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, case_file: Writer) -> None:
    """A file stands where the folder should be: the whole play goes on unkept."""
    home = tmp_path / "rumah"
    home.write_text("bukan folder", encoding="utf-8")

    ran = sitting(home, *WAY[1:], words=("play", str(case_file())))

    assert (ran.status, ran.err.count("\n")) == (0, 1)
    assert NOT_KEPT in ran.err
    assert ran.out.endswith(FAREWELL)
    assert home.read_text(encoding="utf-8") == "bukan folder"


def test_a_store_that_is_taken_away_in_the_middle_is_told(home: Path, case_file: Writer) -> None:
    """What would be written into nowhere is not said to be kept."""

    def away() -> None:
        (home / STORE_NAME).rename(home / "lain.sqlite3")

    ran = sitting(home, *WAY[:4], "s", "k", words=("play", str(case_file())), meddling=(3, away))

    assert "dipindahkan selagi dipakai. Langkah terakhir Anda belum tersimpan." in flat(ran)
    assert "Pak Darto menarik amplopnya" in ran.out
    assert "Permainan tersimpan" not in ran.out


def test_a_store_that_another_window_holds_is_waited_for_and_told(
    home: Path, case_file: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window writes for longer than we wait: the same question, and then all is kept."""
    monkeypatch.setattr("etika_sim.store.opening.PATIENCE", 0.05)
    monkeypatch.setattr(
        "etika_sim.store.opening.open_store.__kwdefaults__", {"patience": 0.05, "thorough": False}
    )
    sitting(home, PRIVATE, words=())
    with memory(home) as store, store.changing():
        blocked = sitting(home, *FIRST, words=("play", str(case_file())))

    free = sitting(home, *FIRST, words=("play", str(case_file())))

    assert "sedang dipakai jendela lain." in blocked.err
    assert NOT_KEPT in blocked.err
    assert (free.err, kinds(home)) == ("", [["chose"]])
