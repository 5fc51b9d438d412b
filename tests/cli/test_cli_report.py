"""`etika-sim report`: a class on the screen or in a file, the list of classes, and forgetting one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from classroom.kept import lay, scripted
from classroom.lesson import Lesson, small_case
from cli.program import Ran, Typed, program
from reports.test_practice_sheet import speaking

from etika_sim.analysis.disclosure import disclose
from etika_sim.cli import completion
from etika_sim.cli.kept.class_reports import file_name
from etika_sim.cli.report_command import FORMATS
from etika_sim.environment import STORE_NAME
from etika_sim.journal.classes import PREFIX, names
from etika_sim.reports.class_report import formats
from etika_sim.store.opening import open_store

NONE = "Belum ada kelas yang disimpan di laptop ini.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop on which two classes are kept, and a desk of its own to write to."""
    folder, desk = tmp_path / "home", tmp_path / "desk"
    folder.mkdir()
    desk.mkdir()
    with open_store(folder / STORE_NAME) as store:
        lay(store, "k7f3-a1", scripted("45-menit.txt"))
        lay(store, "m2p9-b4", scripted("campuran.txt"))
    monkeypatch.chdir(desk)
    return folder


def ran(home: Path, *words: str, typed: tuple[str, ...] | None = None) -> Ran:
    """The command on that laptop; at a terminal if something is typed."""
    env = {"ETIKA_SIM_HOME": str(home)}
    if typed is None:
        return program("report", *words, env=env)
    return program("report", *words, terminal=True, stdin=Typed(typed), env=env)


def kept(home: Path) -> list[str]:
    """The classes that are kept there."""
    with open_store(home / STORE_NAME) as store:
        return names(store)


def test_without_a_name_the_last_class_is_told(home: Path) -> None:
    """The account on standard output, and no file."""
    told = ran(home)

    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("Amplop di Loket (Diklat Gabungan)\n")
    assert told.out == ran(home, "m2p9-b4").out
    assert list(Path().iterdir()) == []


def test_what_was_not_revealed_is_not_on_the_screen_either(home: Path) -> None:
    """The class may still go on beside the projector: of its second decision no vote is told."""
    first, second = ran(home).out.split("Pintu yang ditutup (keputusan 2, penuh)")

    assert "Suara 1: A 4 (14\u00a0%)" in first
    assert "Suara 1" not in second
    assert "Jalan yang diambil: tidak ada" in second


def test_the_beginning_of_an_id_is_enough(home: Path) -> None:
    """Unless it is that of several; another is one sentence with a way out."""
    assert "Bimtek Etika Pelayanan Publik" in ran(home, "k7").out
    with open_store(home / STORE_NAME) as store:
        lay(store, "k7ff", scripted("10-menit.txt"))

    several, none = ran(home, "k7"), ran(home, "x")
    assert (several.status, several.err) == (2, "Beberapa kelas berawalan k7; ketik lebih panjang.\n")
    assert (none.status, none.err) == (2, "Tidak ada kelas x. Lihat: etika-sim report --list\n")
    assert ran(home, "").status == 2


def test_a_terminal_is_told_how_to_have_a_file(home: Path) -> None:
    """The last line names the command; a pipe gets the account alone."""
    assert "etika-sim report m2p9-b4 --format html" in ran(home, typed=()).out
    assert "--format" not in ran(home).out


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("--format", "html"), "amplop-di-loket-laporan-m2p9-b4.html", b"<!DOCTYPE html>"),
        (("--format", "csv"), "amplop-di-loket-laporan-m2p9-b4.csv", b"\xef\xbb\xbfBagian;"),
        (("--format", "json"), "amplop-di-loket-laporan-m2p9-b4.json", b'{\n  "schema_version": 1,'),
        (("--leaders",), "amplop-di-loket-pimpinan-m2p9-b4.html", b"<!DOCTYPE html>"),
        (("--output", "a.CSV"), "a.CSV", b"\xef\xbb\xbfBagian;"),
        (("--output", "a.json"), "a.json", b"{\n"),
        (("--output", "a.htm"), "a.htm", b"<!DOCTYPE html>"),
        (("--output", "a.txt", "--format", "csv"), "a.txt", b"\xef\xbb\xbfBagian;"),
    ],
)
def test_a_file_is_written_and_named(home: Path, words: tuple[str, ...], name: str, begins: bytes) -> None:
    """After the class, or as it is called with --output, whose ending says what it is."""
    written = ran(home, *words)

    assert (written.status, written.err) == (0, "")
    assert [path.name for path in Path().iterdir()] == [name]
    assert Path(name).read_bytes().startswith(begins)
    assert name in written.out.replace("\n  ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("case", "id", "leaders", "name"),
    [
        ("amplop", "k7", False, "amplop-laporan-k7.csv"),
        ("amplop", "k7", True, "amplop-pimpinan-k7.csv"),
        ("../a", "b/../c\x1b", False, "-a-laporan-b-c-.csv"),
    ],
)
def test_a_file_is_named_with_letters_digits_and_dashes_only(
    case: str, id: str, leaders: bool, name: str
) -> None:
    """So that no id leads to another folder."""
    one = disclose(Lesson().room, id)
    with speaking("id"):
        assert file_name(one._replace(scenario=small_case(id=case)), "csv", leaders=leaders) == name


def test_standard_output_is_a_file_as_well(home: Path) -> None:
    """`--output -` writes it there and nothing else."""
    data = json.loads(ran(home, "k7", "--format", "json", "--output", "-").out)

    assert (data["session"], data["votes"]) == ("k7f3-a1", 57)
    assert ran(home, "--leaders", "--output", "-").out.startswith("<!DOCTYPE html>")
    assert list(Path().iterdir()) == []


def test_nothing_is_replaced_unasked_and_the_store_never(home: Path) -> None:
    """A file that is there stays, but with --yes; where the classes are kept, no report is written."""
    Path("a.html").write_text("mine", encoding="utf-8")
    refused = ran(home, "--output", "a.html")

    assert (refused.status, Path("a.html").read_text(encoding="utf-8")) == (2, "mine")
    assert ran(home, "--output", "a.html", "--yes").status == 0
    assert ran(home, "--output", str(home / STORE_NAME), "--format", "csv", "--yes").status == 2
    assert ran(home, "--output", "none/a.html").status == 2
    assert kept(home) == ["m2p9-b4", "k7f3-a1"]


def test_classes_are_listed_for_people_and_for_machines(home: Path) -> None:
    """The last one first; both forms tell the same."""
    shown, data = ran(home, "--list"), json.loads(ran(home, "--list", "--format", "json").out)

    assert [one["session"] for one in data] == ["m2p9-b4", "k7f3-a1"]
    assert [line.split(":")[0] for line in shown.out.splitlines()[:2]] == ["m2p9-b4", "k7f3-a1"]
    assert data[1] == {
        "session": "k7f3-a1",
        "case": "amplop-di-loket",
        "event": "Bimtek Etika Pelayanan Publik",
        "day": "2026-11-24",
        "last": "2026-11-24T05:00:00+00:00",
    }


def test_where_no_class_is_kept_it_is_said(tmp_path: Path) -> None:
    """An empty list is fine; a report of nothing is not, and no store is made by asking."""
    assert ran(tmp_path, "--list") == Ran(0, NONE + "\n", "")
    assert ran(tmp_path, "--list", "--format", "json") == Ran(0, "[]\n", "")
    for words in ((), ("k7",), ("k7", "--forget", "--yes"), ("--format", "csv")):
        assert ran(tmp_path, *words) == Ran(1, "", NONE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("--list", "k7"),
        ("--list", "--format", "csv"),
        ("--list", "--leaders"),
        ("--list", "--forget"),
        ("--forget",),
        ("k7", "--forget", "--format", "csv"),
        ("k7", "--forget", "--leaders"),
        ("--leaders", "--format", "json"),
        ("--leaders", "--output", "a.csv"),
        ("--format", "pdf"),
    ],
    ids=" ".join,
)
def test_wishes_that_do_not_go_together_are_refused(home: Path, words: tuple[str, ...]) -> None:
    """One sentence, status 2, nothing written and nothing deleted."""
    refused = ran(home, *words)

    assert (refused.status, refused.out) == (2, "")
    assert "Traceback" not in refused.err
    assert list(Path().iterdir()) == []
    assert kept(home) == ["m2p9-b4", "k7f3-a1"]


def test_a_class_that_cannot_be_read_is_one_sentence(home: Path) -> None:
    """It is told, the others are not harmed, and it can still be forgotten."""
    with open_store(home / STORE_NAME) as store:
        store.append(PREFIX + "zz", 0, "2026-11-24T05:00:00+00:00", '{"kind": "began"}')
    refused = ran(home, "zz")

    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith("Kelas zz tidak dapat diceritakan lagi")
    assert ran(home, "zz", "--forget", "--yes").status == 0
    assert kept(home) == ["m2p9-b4", "k7f3-a1"]


# --- forgetting ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "is_gone"), [("hapus", True), ("FORGET", True), ("", False), ("ya", False)]
)
def test_forgetting_asks_first(home: Path, typed: str, is_gone: bool) -> None:
    """Only the word deletes; it is said before what would go."""
    told = ran(home, "k7f3-a1", "--forget", typed=(typed,))

    assert told.status == 0
    assert "k7f3-a1" in told.out
    assert kept(home) == (["m2p9-b4"] if is_gone else ["m2p9-b4", "k7f3-a1"])


def test_without_a_terminal_forgetting_needs_yes(home: Path) -> None:
    """Nothing is deleted because nobody could be asked."""
    assert ran(home, "k7", "--forget").status == 2
    assert kept(home) == ["m2p9-b4", "k7f3-a1"]


def test_nothing_of_a_forgotten_class_is_left_in_any_file(home: Path) -> None:
    """Neither its texts nor its id nor its case are in the bytes of the folder; the other class is whole."""
    texts = [b"Bimtek Etika Pelayanan Publik", b"k7f3-a1", b"Diskusinya jujur."]
    before = b"".join(path.read_bytes() for path in home.iterdir())
    assert all(text in before for text in texts)

    assert ran(home, "k7f3-a1", "--forget", "--yes").status == 0
    after = b"".join(path.read_bytes() for path in home.iterdir())

    assert [text for text in texts if text in after] == []
    assert "Diklat Gabungan" in ran(home).out


def test_ids_of_classes_are_completed(home: Path) -> None:
    """Those that begin so; where there is no store, or none that can be read, nothing, and none is made."""
    with open_store(home / STORE_NAME) as store:
        lay(store, "x\x1b[2J", scripted("10-menit.txt"))

    def offered(folder: Path, begun: str) -> list[str]:
        words = ("etika-sim", "report", begun)
        line = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": "2", "ETIKA_SIM_HOME": str(folder)}
        told = program(env={completion.VARIABLE: "complete_bash", **line})
        assert told.err == ""
        return sorted(told.out.split())

    assert offered(home, "") == ["k7f3-a1", "m2p9-b4"]
    assert offered(home, "k") == ["k7f3-a1"]
    empty = home.parent / "empty"
    empty.mkdir()
    assert offered(empty, "") == []
    assert list(empty.iterdir()) == []
    (empty / STORE_NAME).write_bytes(b"no store at all" * 99)
    assert offered(empty, "") == []
    assert [path.name for path in empty.iterdir()] == [STORE_NAME]


# --- hostile ids --------------------------------------------------------------------------------


def test_an_id_steers_neither_a_terminal_nor_a_folder(home: Path) -> None:
    """Whatever stands in the store: it is spelled out on the screen, and the file stays beside you."""
    with open_store(home / STORE_NAME) as store:
        lay(store, "../../x\x1b[2J", scripted("10-menit.txt"))

    assert "\x1b" not in ran(home, "--list").out
    assert "\x1b[2J" not in ran(home, "../", "--forget", typed=("",)).out
    assert ran(home, "--format", "csv").status == 0
    assert [path.name for path in Path().iterdir()] == ["amplop-di-loket-laporan--x-2J.csv"]


def test_the_command_takes_the_formats_that_a_report_can_be_written_in() -> None:
    """Tab and the help page know them without loading what writes them."""
    assert tuple(form.value for form in FORMATS) == tuple(formats.FORMATS)
