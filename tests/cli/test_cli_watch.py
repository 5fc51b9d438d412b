"""`etika-sim watch`: at every save the check, and the scene that was changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.program import program
from cli.workbench import Desk

NAME = "map-di-meja.yaml"


@pytest.fixture
def case(desk: Desk, base_case: str) -> Path:
    """The small case in the author's folder."""
    desk.kasus.mkdir(parents=True)
    path = desk.kasus / NAME
    path.write_text(base_case, encoding="utf-8")
    return path


def saved(path: Path, old: str, new: str) -> Callable[[], None]:
    """The author replaces some of the text and saves."""

    def save() -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), encoding="utf-8")

    return save


def test_without_a_terminal_every_change_is_one_line(desk: Desk, case: Path) -> None:
    """The time, the file, what the check says, the scene and the way there; Ctrl+C ends with 130."""
    ran = desk.watched(
        case,
        saved(case, "Kepala seksi menutup pintu", "Kepala seksi membuka pintu"),
        saved(case, "    to: ruang-kepala", "    to: ruang"),
        saved(case, "    to: ruang\n", "    to: ruang-kepala\n"),
    )

    assert ran.status == 130
    assert ran.out.splitlines() == [
        f"09:00:00 {NAME}: tanpa galat; adegan loket",
        f"09:00:00 {NAME}: tanpa galat; adegan ruang-kepala; Jalan ke sini: loket/simpan",
        f"09:00:00 {NAME}: 1 galat",
        f"09:00:00 {NAME}: tanpa galat; adegan ruang-kepala; Jalan ke sini: loket/simpan",
    ]


def test_in_a_terminal_the_changed_scene_is_shown_as_it_is_played(desk: Desk, case: Path) -> None:
    """Findings first, then the way there, the scene, its question and options in their order."""
    ran = desk.watched(case, saved(case, "Kepala seksi menutup", "Kepala seksi membuka"), terminal=True)
    shown = ran.out.rpartition(f"{NAME} (09:00:00)")[2]

    assert ran.status == 130
    assert "1 berkas diperiksa: tanpa galat." in shown
    assert "Jalan ke sini: loket/simpan" in shown
    assert "Kepala seksi membuka" in shown
    assert "\nA. " in shown
    assert "sedang dipantau." in shown


def test_a_changed_outcome_is_shown_with_its_choice(desk: Desk, case: Path) -> None:
    """As a participant meets it: the sentence, what happens, the why."""
    ran = desk.watched(case, saved(case, "masuk ke laci Anda", "masuk ke tas Anda"), terminal=True)
    shown = ran.out.rpartition(f"{NAME} (09:00:00)")[2]

    assert "Anda memilih " in shown
    assert "Amplop itu masuk ke tas Anda." in shown
    assert "Garis merah" in shown


def test_the_road_that_was_shown_is_kept(desk: Desk, case: Path) -> None:
    """A scene further on by the same road: the road is gone on, not begun anew by a shorter one."""
    ran = desk.watched(
        case,
        saved(case, "title: Amplop di dalam map", "title: Amplop"),
        saved(case, "  selesai-retak:\n", "  selesai-retak:\n    # lain\n"),
        saved(case, "    ending: compromised", "    ending: violation"),
        saved(case, "Kepala seksi menutup", "Kepala seksi membuka"),
    )
    ways = [line.partition("Jalan ke sini: ")[2] for line in ran.out.splitlines()]

    assert ways[-2] != ""
    assert ways[-2].startswith(ways[-1])


@pytest.mark.parametrize(
    "broken", [b"", b"\xff\xfe\x00", b"format: [", b"\x00", b"format: 1\n", b"a: \xe9\n"], ids=range(6)
)
def test_half_saved_and_broken_files_stop_nothing(desk: Desk, case: Path, broken: bytes) -> None:
    """What is wrong is said; when the file is whole again it is shown as before."""
    whole = case.read_bytes()

    ran = desk.watched(case, lambda: case.write_bytes(broken), lambda: case.write_bytes(whole))
    lines = ran.out.splitlines()

    assert (ran.status, len(lines)) == (130, 3)
    assert "galat" in lines[1]
    assert "tanpa galat" not in lines[1]
    assert lines[2] == lines[0]
    assert "Traceback" not in ran.err


def test_a_file_that_goes_away_is_waited_for(desk: Desk, case: Path) -> None:
    """It is said once; when it is back it is watched on."""
    aside = case.with_suffix(".bak")

    ran = desk.watched(case, lambda: case.rename(aside), lambda: aside.rename(case))

    assert ran.out.splitlines()[1] == f"09:00:00 {NAME} tidak ada atau tidak terbaca; ditunggu."
    assert ran.out.splitlines()[2].endswith("tanpa galat; adegan loket")


def test_an_editor_that_writes_anew_and_renames_is_followed(desk: Desk, case: Path) -> None:
    """As many editors save: the new file takes the place of the old one."""

    def save() -> None:
        new = case.with_name("simpan.tmp")
        new.write_bytes(case.read_bytes().replace(b"menutup pintu", b"membuka pintu"))
        new.replace(case)

    ran = desk.watched(case, save)

    assert ran.out.splitlines()[1].startswith(f"09:00:00 {NAME}: tanpa galat; adegan ruang-kepala")


def test_a_file_that_is_only_touched_is_not_shown_again(desk: Desk, case: Path) -> None:
    """Neither a save without a change nor one that is undone at once."""
    before = case.read_bytes()

    ran = desk.watched(case, lambda: case.write_bytes(before), lambda: os.utime(case, (1, 1)))

    assert len(ran.out.splitlines()) == 1


def test_a_change_that_the_clock_does_not_show_is_seen(desk: Desk, case: Path) -> None:
    """Same size, same time: the content counts."""
    os.utime(case, (1, 1))

    def save() -> None:
        saved(case, "menutup pintu", "membukA pintu")()
        os.utime(case, (1, 1))

    assert len(desk.watched(case, save).out.splitlines()) == 2


def test_a_register_beside_the_case_is_watched_as_well(desk: Desk, case: Path) -> None:
    """A law that is added there is found at once."""
    saved(case, "law: [G-06, A-07i]", "law: [Z-01]")()
    entry = '{cite: "A", says: "B", checked: 2026-11-24, basis: read, source: "C"}'
    register = f"status_as_of: 2026-11-24\nlaws:\n  Z-01: {entry}\n"

    ran = desk.watched(case, lambda: (desk.kasus / "law.yaml").write_text(register, encoding="utf-8"))

    assert ["1 galat" in line for line in ran.out.splitlines()] == [True, False]


def test_a_new_scene_without_a_way_to_it_is_shown_alone(desk: Desk, case: Path) -> None:
    """So that it can be read before it is linked; the check says that nothing leads there."""
    new = "scenes:\n  baru:\n    ending: exemplary\n    title: Akhir baru\n    text: Baru.\n"

    ran = desk.watched(case, saved(case, "scenes:\n", new), terminal=True)

    assert "galat unreachable-ending" in ran.out
    assert "Belum ada jalan ke adegan ini" in ran.out
    assert "Akhir baru" in ran.out


def test_in_english_the_translation_is_watched(desk: Desk, case: Path, base_english: str) -> None:
    """What is shown is the translated scene, and a change in the translation shows its scene."""
    english = desk.kasus / "map-di-meja.en.yaml"
    english.write_text(base_english, encoding="utf-8")
    line = next(line for line in base_english.split("\n") if line.startswith("    ask: "))

    ran = desk.watched(
        case, saved(english, line, "    ask: What now?"), terminal=True, words=("--lang", "en")
    )

    assert "What now?" in ran.out
    assert "Ctrl+C ends." in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tidak-ada.yaml",), "Tidak ada berkas tidak-ada.yaml."),
        (("amplop-di-loke",), "Mungkin maksud Anda amplop-di-loket?"),
        ((), "Belum ada argumen 'KASUS'."),
    ],
)
def test_what_cannot_be_watched_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    """Status 2, at once."""
    ran = program("watch", *words)

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
