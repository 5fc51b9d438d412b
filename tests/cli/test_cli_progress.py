"""`progress`: how practice goes over several plays, a decision tried again, and whose notes they are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.notebook import AT, CASES, FALLEN, NOTE, asked, contents, laptop, played
from cli.program import Ran, Typed, Writer, program

from etika_sim.environment import STORE_NAME
from etika_sim.journal.owner import MYSELF, known_as, remember_shared
from etika_sim.library.load import load
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

NUMBER = "Nomor, lalu Enter"
WHOSE = "Siapa yang bermain?"
GOLDEN = Path(__file__).parent / "progress.json"

# --- the page ---------------------------------------------------------------------------------


def test_without_a_terminal_the_page_is_shown_and_nothing_asked(tmp_path: Path) -> None:
    """Principles, plays, endings, commitments, journal, what to try again, in that order."""
    ran = asked(laptop(tmp_path))

    heads = (
        "Lima asas (1 permainan selesai)",
        "Permainan satu per satu",
        "Akhir cerita yang sudah ditemui",
        "Komitmen",
        "Jurnal",
        "Layak dicoba lagi",
        "Ini umpan balik untuk berlatih",
    )
    assert (ran.status, ran.err) == (0, "")
    assert [ran.out.count(head) for head in heads] == [1] * len(heads)
    assert sorted(heads, key=ran.out.index) == list(heads)
    assert NUMBER not in ran.out


def test_the_page_says_what_was_kept(tmp_path: Path) -> None:
    """Words instead of marks, the endings counted, own words with where they belong."""
    out = " ".join(asked(laptop(tmp_path)).out.split())

    assert "Kejujuran: perlu dilatih, 6 keputusan" in out
    assert "2026-11-24: Amplop di Loket. Perlu dilatih: Kejujuran, Keadilan" in out
    assert "- Amplop di Loket: 1 dari 5 akhir." in out
    assert "2026-11-24: Mencatat. (Amplop di Loket)" in out
    assert f"Catatan: Amplop di atas map. {NOTE}" in out
    assert "Ucapkan: Mohon maaf, Pak." in out
    assert "1 permainan belum selesai." in out


def test_the_page_ranks_nobody_and_fails_nobody(tmp_path: Path) -> None:
    """No percent, no mark, no pass, in either language."""
    home = laptop(tmp_path)
    said = asked(home).out + asked(home, language="en").out

    assert not re.search(r"%|\b(lulus|gagal|nilai|benar|salah|peringkat|pass|fail|score|rank)", said)


def test_in_english_the_page_is_english(tmp_path: Path) -> None:
    """The frame is; a case stays in the language it was played in."""
    ran = asked(laptop(tmp_path), language="en")

    assert (ran.status, ran.err) == (0, "")
    assert "The five principles (1 finished play)" in ran.out
    assert "- Amplop di Loket: 1 of 5 endings." in ran.out


def test_on_a_new_laptop_one_sentence_says_so_and_nothing_is_made(tmp_path: Path) -> None:
    """No question, no file."""
    ran = asked(tmp_path, typed=())

    assert ran == (0, "Belum ada yang disimpan di laptop ini.\n", "")
    assert list(tmp_path.iterdir()) == []


def test_before_the_first_ending_the_page_says_how_to_come_to_one(tmp_path: Path) -> None:
    """What was written is shown even so."""
    ran = asked(laptop(tmp_path, choices=FALLEN[:2]), typed=())

    assert (ran.status, ran.err) == (0, "")
    assert "Belum ada permainan yang sampai ke akhir cerita." in ran.out
    assert NOTE in ran.out
    assert NUMBER not in ran.out


def test_plays_that_cannot_be_read_are_counted_and_said(tmp_path: Path) -> None:
    """Nothing of the others is lost, and no traceback is seen."""
    home = laptop(tmp_path)
    with open_store(home / STORE_NAME) as store:
        store.append(f"{MYSELF.plays}00", 0, AT, "rusak")
        head = store.read(store.streams(MYSELF.plays)[0].name)[0].data
        store.append(f"{MYSELF.plays}01", 0, AT, head, [b"bukan kasus"])
        store.append(f"{MYSELF.plays}01", 1, AT, '{"kind": "chose"}')

    ran = asked(home)

    assert (ran.status, ran.err) == (0, "")
    assert "Lima asas (1 permainan selesai)" in ran.out
    assert "2 permainan tidak dapat dibaca lagi dan tidak dihitung." in " ".join(ran.out.split())


def test_what_was_written_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """A note, a title, a date: whatever stands in the store is only read."""
    home = laptop(tmp_path)
    evil = "\x1b[31m\x9b2J\u202e[bold]{n}%s"
    head = {"case": evil, "title": evil, "key": "", "seed": "", "language": "id", "versions": []}
    with open_store(home / STORE_NAME) as store:
        store.append(f"{MYSELF.plays}00", 0, evil, json.dumps(head))
        for n, kind in enumerate(("noted", "committed", "answered", "reflected", "reflected"), 1):
            facts = {"kind": kind, "text": evil, "question": evil, "scene": evil, "sure": evil}
            store.append(f"{MYSELF.plays}00", n, evil, json.dumps(facts))

    said = asked(home).out + asked(home, "--json").out

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert "[bold]{n}%s" in said


# --- trying a decision again ------------------------------------------------------------------


def test_enter_leaves_the_page_at_once(tmp_path: Path) -> None:
    """The prompt comes once, and the command ends well."""
    ran = asked(laptop(tmp_path), typed=("",))

    assert (ran.status, ran.err, ran.out.count(NUMBER)) == (0, "", 1)


def test_a_decision_is_tried_again_with_its_outcome_and_feedback(tmp_path: Path) -> None:
    """The scene as it was, the first answer, another answer, what comes of it; then the list again."""
    ran = asked(laptop(tmp_path), typed=("1", "c", "", ""))

    out = " ".join(ran.out.split())
    assert (ran.status, ran.err) == (0, "")
    assert "Amplop di atas map (Keputusan 1)" in out
    assert "Ini hanya mencoba lagi: tidak disimpan dan tidak ditimbang." in out
    assert "Anda memilih C:" in out
    assert "Ulasan:" in out.partition("Anda memilih C:")[2]
    assert (out.count("Layak dicoba lagi"), out.count(NUMBER)) == (2, 2)


def test_several_answers_can_be_tried(tmp_path: Path) -> None:
    """M leads back to the same options in the same order; then another decision."""
    ran = asked(laptop(tmp_path), typed=("1", "a", "m", "b", "", "2", "", ""))

    assert (ran.status, ran.err) == (0, "")
    assert [ran.out.count(f"Anda memilih {letter}:") for letter in "ABC"] == [1, 1, 0]
    assert (ran.out.count("(Keputusan 1)"), ran.out.count("(Keputusan 2)")) == (2, 1)


WAYS = [
    ("1", "a", "m", "b", "m", "c", "", "3", "b", "", "2", "t", "catatan", "a", "h", "j", "?", "", "k"),
    ("1", "k", "5", "m", "9", "x", "?", ""),
    ("1", "x", "h", "j", "z", ""),
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_practice_changes_nothing_that_is_kept(way: tuple[str, ...], tmp_path: Path) -> None:
    """Not an entry, not a sum, whatever is typed."""
    home = laptop(tmp_path)
    before, sums = contents(home), asked(home, "--json").out

    ran = asked(home, typed=way)

    assert (ran.status, ran.err) == (0, "")
    assert (contents(home), asked(home, "--json").out) == (before, sums)


@pytest.mark.parametrize("at", range(5))
def test_the_end_of_the_input_and_ctrl_c_end_quietly(at: int, tmp_path: Path) -> None:
    """Wherever they come: status 0 for the one, 130 for the other, and no traceback."""
    home, way = laptop(tmp_path), ("1", "c", "m", "a")
    env = {"ETIKA_SIM_HOME": str(home)}

    ended = asked(home, typed=way[:at])
    broken = program("--plain", "progress", terminal=True, stdin=Typed((*way, ""), at), env=env)

    assert (ended.status, ended.err) == (0, "")
    assert broken.status == 130
    assert "Traceback" not in broken.err


# --- whose ------------------------------------------------------------------------------------


def test_a_shared_laptop_asks_and_keeps_owners_apart(tmp_path: Path) -> None:
    """Each sees what is kept under the alias that was typed."""
    home = laptop(tmp_path, "melati", "mawar")
    with open_store(home / STORE_NAME) as store:
        played(store, known_as("mawar"), load(CASES[0]), *FALLEN)

    asks = {name: asked(home, typed=(name, "")) for name in ("melati", " MAWAR ", "mel")}
    counts = [len(re.findall(r"^2026-11-24: Amplop", ran.out, re.MULTILINE)) for ran in asks.values()]

    assert all(WHOSE in ran.out for ran in asks.values())
    assert counts == [1, 2, 0]
    assert asked(home, "--alias", "melati").out in asks["melati"].out


def test_a_guest_is_told_that_nothing_is_kept(tmp_path: Path) -> None:
    """Enter alone at the question, or an empty alias."""
    home = laptop(tmp_path, "melati")

    typed, named = asked(home, typed=("",)), asked(home, "--alias", "")

    assert (typed.status, named.status) == (0, 0)
    assert "Permainan tamu tidak disimpan." in typed.out
    assert "Permainan tamu tidak disimpan." in named.out
    assert NOTE not in typed.out + named.out


@pytest.mark.parametrize(
    "words", [(), ("--json",), ("--forget", "--yes"), ("--export", "x.json")], ids=" ".join
)
def test_a_shared_laptop_without_a_terminal_wants_an_alias(words: tuple[str, ...], tmp_path: Path) -> None:
    """Nobody's notes are shown, written or deleted by mistake."""
    home = laptop(tmp_path, "melati")
    before = contents(home)

    ran = asked(home, *words)

    assert (ran.status, ran.out) == (2, "")
    assert "--alias NAMA" in ran.err
    assert contents(home) == before


# --- for machines -----------------------------------------------------------------------------


def test_the_json_is_as_its_file_shows(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every field, with sums unreduced."""
    ran = asked(laptop(tmp_path), "--json")

    if request.config.getoption("--update"):
        GOLDEN.write_text(ran.out, encoding="utf-8", newline="\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == GOLDEN.read_text(encoding="utf-8")


def test_without_plays_the_json_is_whole_and_empty(tmp_path: Path) -> None:
    """No store, a guest: the same fields."""
    new = json.loads(asked(tmp_path / "baru", "--json").out)
    guest = json.loads(asked(laptop(tmp_path / "lama", "melati"), "--json", "--alias", "").out)

    assert new == guest
    assert new.keys() == json.loads(GOLDEN.read_text(encoding="utf-8")).keys()
    assert (new["schema_version"], new["finished"], new["plays"], new["overall"]) == (1, 0, [], None)


@pytest.mark.parametrize(
    "words",
    [("--json", "--forget"), ("--sheet", "a", "--export", "b"), ("--import", "a", "--json")],
    ids=" ".join,
)
def test_only_one_thing_is_done_at_a_time(words: tuple[str, ...], tmp_path: Path) -> None:
    """What would be done first is nobody's guess."""
    home = laptop(tmp_path)
    before = contents(home)

    assert asked(home, *words).status == 2
    assert contents(home) == before


# --- from the menu ----------------------------------------------------------------------------


NOTES, BACK = "4", "m"


def from_the_menu(home: Path, *lines: str) -> Ran:
    """`etika-sim` alone, and "My notes"."""
    env = {"ETIKA_SIM_HOME": str(home)}
    return program("--plain", terminal=True, stdin=Typed((NOTES, *lines)), env=env)


def test_everything_can_be_reached_from_the_menu(tmp_path: Path, here: Path) -> None:
    """The page and a decision again, the sheet, the file out and in."""
    home = laptop(tmp_path / "laptop")

    ran = from_the_menu(
        home, "1", "1", "c", "", "", "2", "lembar", "3", "simpanan", "4", "simpanan.json", BACK, "k"
    )

    assert (ran.status, ran.err) == (0, "")
    assert "Anda memilih C:" in ran.out
    assert "Sudah ada dan sama: 2" in ran.out
    assert {file.name for file in here.iterdir()} == {
        "lembar.html",
        "simpanan.json",
        "simpanan.readable.json",
    }


def test_everything_can_be_deleted_from_the_menu(tmp_path: Path) -> None:
    """The same question; the menu goes on."""
    home = laptop(tmp_path)

    ran = from_the_menu(home, "5", "", "5", "HAPUS", "1", BACK, "k")

    assert (ran.status, ran.err) == (0, "")
    assert contents(home).keys() == {"laptop"}
    assert "Belum ada permainan yang sampai ke akhir cerita." in ran.out


def test_what_stands_in_the_way_is_said_and_the_menu_goes_on(tmp_path: Path, here: Path) -> None:
    """A file that is there already, one that is not; Enter alone goes back."""
    (here / "ada.html").write_text("", encoding="utf-8")

    ran = from_the_menu(laptop(tmp_path / "laptop"), "2", "ada", "4", "tidak-ada.json", "2", "", BACK, "k")

    assert ran.status == 0
    assert "ada.html sudah ada" in ran.err
    assert "Tidak ada berkas tidak-ada.json." in ran.err
    assert ran.out.count("3. Simpan semuanya ke berkas") == 4


def test_no_name_and_no_disk_stops_the_menu(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that no file can have, a disk without room: said, and the menu goes on."""

    def full(path: Path, _content: bytes) -> None:
        raise StoreTrouble("full", path)

    monkeypatch.setattr("etika_sim.cli.output_file.write_whole", full)
    names = ("a\x00b", "~tidak-ada/a", "..", "/", "a" * 300, "lembar")

    ran = from_the_menu(
        laptop(tmp_path / "laptop"), *(line for name in names for line in ("2", name)), BACK, "k"
    )

    assert ran.status == 0
    assert "a\\x00b tidak dapat dipakai." in ran.err
    assert "Penyimpanan penuh." in ran.err
    assert list(here.iterdir()) == []


def test_a_guest_is_told_in_the_menu(tmp_path: Path) -> None:
    """One sentence, and the menu stays."""
    env = {"ETIKA_SIM_HOME": str(laptop(tmp_path, "melati"))}

    ran = program("--plain", terminal=True, stdin=Typed(("", NOTES, "k")), env=env)

    assert (ran.status, ran.err) == (0, "")
    assert "Permainan tamu tidak disimpan." in " ".join(ran.out.split())


# --- cases of one's own -----------------------------------------------------------------------


def test_a_case_that_is_gone_or_changed_can_still_be_tried_again(tmp_path: Path, case_file: Writer) -> None:
    """Its version was kept with the play."""
    home = tmp_path / "laptop"
    file = case_file()
    with open_store(home / STORE_NAME) as store:
        remember_shared(store, False, AT)
        played(store, MYSELF, load(str(file)), "simpan", "ceritakan")
    file.unlink()

    ran = asked(home, typed=("1", "b", "", ""))

    assert (ran.status, ran.err) == (0, "")
    assert "Pak Darto menarik amplopnya" in ran.out or "Amplop itu masuk ke laci" in ran.out
