"""Going on with a play that was left: at every step, in another version, with two windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.laptops import FIRST, LEFT, PRIVATE, WAY, events, flat, kinds, memory, places, sitting
from cli.program import Ran, Writer

from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF
from etika_sim.journal.plays import CannotResume

LAST = "Pilihan terakhir Anda: Mengembalikan amplop itu, lalu mencatatnya di buku tamu."
FIRST_PAGE = "Enter: mulai"
SECOND = "Keputusan 2"
SHOWN = ("Apa yang Anda katakan?", "Apa yang Anda ucapkan?")
"""The second question of the small case, and the same after the case was changed."""

CHANGED = [("ask: Apa yang Anda katakan?", "ask: Apa yang Anda ucapkan?")]
NARROWED = [("      kembalikan:\n", "      pulangkan:\n")]
DEAD = [
    ("start: loket", "start: pintu"),
    ("scenes:\n", "scenes:\n  pintu:\n    text: Pintu.\n    to: pintu\n"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the laptop remembers."""
    return tmp_path / "rumah"


def left(home: Path, case_file: Writer, *lines: str) -> tuple[str, ...]:
    """Leave the small case after some lines; the words that open it again."""
    words = ("play", str(case_file()))
    sitting(home, PRIVATE, *lines, words=words)
    return words


AGAIN: dict[int, tuple[str, str]] = {
    1: ("", FIRST_PAGE),
    2: ("", FIRST_PAGE),
    3: ("", FIRST_PAGE),
    4: ("keputusan 2", LAST),
    5: ("keputusan 2", LAST),
    6: ("keputusan 2", LAST),
    7: ('akhir cerita, "Buku tamu yang berbicara"', "Pilihan terakhir Anda: Menceritakan"),
    8: ('akhir cerita, "Buku tamu yang berbicara"', "(Akhir: menjadi teladan)"),
    9: ("akhir cerita", "(Akhir: menjadi teladan)"),
    10: ("akhir cerita", "(Akhir: menjadi teladan)"),
    11: ("akhir cerita", "(Akhir: menjadi teladan)"),
    12: ("akhir cerita", "(Akhir: menjadi teladan)"),
    14: ("akhir cerita", "(Akhir: menjadi teladan)"),
    16: ("akhir cerita", "(Akhir: menjadi teladan)"),
    17: ("", FIRST_PAGE),
}
"""After how many lines of the way the input ends: what is offered then, and what Enter shows."""


@pytest.mark.parametrize("at", AGAIN)
def test_at_every_step_the_next_start_goes_on_there(at: int, home: Path, case_file: Writer) -> None:
    """What was on the screen comes again: first page, outcome or ending; after the farewell nothing."""
    words = ("play", str(case_file()))
    sitting(home, *WAY[:at], words=words)

    ran = sitting(home, "", words=words)

    place, shown = AGAIN[at]
    assert [LEFT in flat(ran), LEFT + place in flat(ran)] == [bool(place)] * 2
    assert shown in flat(ran)


def test_what_was_written_at_the_end_is_not_asked_again(home: Path, case_file: Writer) -> None:
    """Cut off among the questions: sentence and answers are shown, the commitment is passed over."""
    words = ("play", str(case_file()))
    sitting(home, *WAY[:14], words=words)

    ran = sitting(home, "", "", "", "", "Dua.", "Tiga.", "Empat.", words=words)

    assert "Tulisan Anda: Terima kasih, Pak." in ran.out
    assert "Tulisan Anda: Sebuah map." in ran.out
    assert "Komitmen" not in ran.out
    assert ran.out.endswith("Terima kasih sudah bermain.\n\n")
    answers = [event["text"] for event in events(home)[0] if event["kind"] == "answered"]
    assert answers == ["Terima kasih, Pak.", "Sebuah map.", "Dua.", "Tiga.", "Empat."]


def test_the_outcome_is_shown_again_before_the_next_decision(home: Path, case_file: Writer) -> None:
    """The last choice, what came of it and why; Enter leads on, and it is the second decision."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, "", "", words=words)

    told = [LAST, "Pak Darto menarik amplopnya, malu.", "Ulasan: ", SECOND, SHOWN[0]]
    assert sorted(told, key=flat(ran).index) == told
    assert FIRST_PAGE not in ran.out


@pytest.mark.parametrize(("when", "told"), [("now", True), ("end", False), ("never", False)])
def test_the_why_is_told_again_only_if_it_is_wanted(
    when: str, told: bool, home: Path, case_file: Writer
) -> None:
    """--feedback holds for what is shown again, too; the outcome is always told."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, "", words=(*words, "--feedback", when))

    assert "Pak Darto menarik amplopnya, malu." in ran.out
    assert ("Ulasan: " in ran.out) == told


def test_after_a_step_back_the_decision_is_shown_at_once(home: Path, case_file: Writer) -> None:
    """Nobody is told an outcome that was taken back."""
    words = left(home, case_file, *FIRST, "a", "", "m")

    ran = sitting(home, "", words=words)

    assert "Pilihan terakhir" not in ran.out
    assert SHOWN[0] in ran.out


def test_after_going_back_to_the_beginning_the_first_page_is_shown(home: Path, case_file: Writer) -> None:
    """The step back is counted all the same."""
    words = left(home, case_file, "", "b", "", "m")

    ran = sitting(home, "", "", "a", "", "", "a", "", "", "", words=words)

    assert FIRST_PAGE in ran.out
    assert "Anda mundur 1 kali." in ran.out
    assert kinds(home)[0] == ["chose", "undid", "chose", "chose", "ended"]


def test_one_can_go_back_from_what_is_shown_again(home: Path, case_file: Writer) -> None:
    """M at the outcome leads to the decision before."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, "", "m", words=words)

    assert "Amplop di dalam map (Keputusan 1)" in ran.out
    assert kinds(home) == [["chose", "undid"]]


@pytest.mark.parametrize("leave", ["k", "keluar", "m", "q"])
def test_leaving_at_the_offer_changes_nothing(leave: str, home: Path, case_file: Writer) -> None:
    """The play is offered again."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, leave, words=words)

    assert (ran.status, ran.err) == (0, "")
    assert kinds(home) == [["chose"]]
    assert LEFT in sitting(home, words=words).out


@pytest.mark.parametrize("typed", ["v", "a", "1", "?", "lagi"])
def test_a_wrong_key_at_the_offer_decides_nothing(typed: str, home: Path, case_file: Writer) -> None:
    """V, too, where there is no other version."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, typed, "k", words=words)

    assert "Ketik salah satu tombol yang disebut, lalu Enter." in ran.out
    assert kinds(home) == [["chose"]]


def test_begun_anew_the_old_play_stays_on_record_but_is_not_offered(home: Path, case_file: Writer) -> None:
    """B closes the old one and opens the first page of a new one."""
    words = left(home, case_file, *FIRST)

    ran = sitting(home, "b", "", "a", "", "k", words=words)

    assert FIRST_PAGE in ran.out
    assert kinds(home) == [["chose"], ["chose", "left"]]
    assert places(home) == ["Map di Meja"]


def test_leaving_says_that_the_play_can_be_gone_on_with(home: Path, case_file: Writer) -> None:
    """Only when something is kept to go on with."""
    words = ("play", str(case_file()))
    said = "Permainan tersimpan; lain kali Anda dapat melanjutkan dari sini."

    nothing = sitting(home, PRIVATE, "k", words=words)
    something = sitting(home, "", "a", "", "k", words=words)
    guest = sitting(home, "", "a", "", "k", words=(*words, "--guest"))

    shown = [flat(ran).endswith(said) for ran in (nothing, something, guest)]
    assert shown == [False, True, False]


def changed(home: Path, case_file: Writer, *lines: str, changes: list[tuple[str, str]] | None = None) -> Ran:
    """Leave the small case at its second decision, change its file, and open it again."""
    words = left(home, case_file, *FIRST)
    case_file(*(CHANGED if changes is None else changes))
    return sitting(home, *lines, words=words)


def test_a_changed_case_is_offered_in_both_versions(home: Path, case_file: Writer) -> None:
    """The offer says that it was changed and where the new version would stand."""
    ran = changed(home, case_file, "k")

    assert "Anda berhenti di keputusan 2. Sejak itu kasus ini telah diubah." in flat(ran)
    assert "dengan pilihan yang sama Anda tiba di keputusan 2." in flat(ran)
    assert "Enter: lanjut versi lama · V: pindah ke versi baru · B: mulai baru" in ran.out


@pytest.mark.parametrize(
    ("wish", "shown", "streams"),
    [
        ("", SHOWN[0], [["chose", "chose", "ended"]]),
        ("v", SHOWN[1], [["chose", "chose", "ended"], ["chose", "left"]]),
        ("versi", SHOWN[1], [["chose", "chose", "ended"], ["chose", "left"]]),
    ],
)
def test_a_changed_case_is_gone_on_with_as_it_was_or_as_it_is(
    wish: str, shown: str, streams: list[list[str]], home: Path, case_file: Writer
) -> None:
    """Enter keeps the version of the first day, V moves all events to the new one and closes the old."""
    ran = changed(home, case_file, wish, "", "a", "", "")

    assert shown in ran.out
    assert [question for question in SHOWN if question in ran.out] == [shown]
    assert kinds(home) == streams


def test_where_the_new_version_stops_short_that_is_said_before(home: Path, case_file: Writer) -> None:
    """The choice is not there any more: the new version would begin at the first decision."""
    ran = changed(home, case_file, "v", changes=NARROWED)

    assert 'hanya dapat diikuti sampai keputusan 1, "Amplop di dalam map".' in flat(ran)
    assert FIRST_PAGE in ran.out
    assert kinds(home) == [["chose", "left"], []]


def test_a_new_version_that_cannot_begin_is_not_offered(home: Path, case_file: Writer) -> None:
    """The old one goes on as if nothing had been changed."""
    ran = changed(home, case_file, "", "", changes=DEAD)

    assert "Enter: lanjutkan · B: mulai baru" in ran.out
    assert SHOWN[0] in ran.out


def test_beginning_a_case_that_cannot_begin_is_one_sentence(home: Path, case_file: Writer) -> None:
    """The old play is given up as was wished; the fault of the new version is said."""
    ran = changed(home, case_file, "b", changes=DEAD)

    assert ran.status == 1
    assert ran.err.splitlines()[-1].startswith("Ada cacat dalam kasus ini: dari pintu")
    assert "Traceback" not in ran.err


def unreadable(*_: object) -> None:
    """A version of the first day that this program cannot read."""
    raise CannotResume


@pytest.mark.parametrize(
    ("wish", "streams"), [("", [["chose"], ["chose", "left"]]), ("b", [["chose", "left"]])]
)
def test_when_the_old_version_is_lost_the_new_one_is_offered(
    wish: str, streams: list[list[str]], home: Path, case_file: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter moves the play, B begins anew."""
    monkeypatch.setattr(plays, "version", unreadable)

    ran = changed(home, case_file, wish)

    assert "Versi yang Anda mainkan tidak dapat dibaca lagi." in ran.out
    assert "Enter: lanjutkan · B: mulai baru" in ran.out
    assert sorted(kind for kind in kinds(home) if kind) == streams


def test_a_play_that_cannot_be_read_at_all_is_said_once(home: Path, case_file: Writer) -> None:
    """A new one begins; the next start does not come back to it."""
    words = left(home, case_file, *FIRST)
    with memory(home) as store:
        (head,) = plays.unfinished(store, MYSELF)
        store.append(head.stream, 2, "", '{"kind": "undid"}')
        store.append(head.stream, 3, "", '{"kind": "undid"}')

    first, second = sitting(home, words=words), sitting(home, words=words)

    assert "Permainan yang Anda tinggalkan tidak dapat dibaca lagi." in first.out
    assert FIRST_PAGE in first.out
    assert "tidak dapat dibaca lagi" not in second.out


def test_another_language_is_no_other_version(home: Path, case_file: Writer, base_english: str) -> None:
    """A play begun in Indonesian goes on in English, where it stood."""
    words = left(home, case_file, *FIRST)
    Path(words[1]).with_suffix(".en.yaml").write_text(base_english, encoding="utf-8")

    ran = sitting(home, "", "", words=words, lang="en")

    assert "You left this play at decision 2." in ran.out
    assert "Your last choice: Hand the envelope back" in ran.out
    assert "What do you say?" in ran.out


def test_of_two_windows_the_slower_one_is_told_and_ends(home: Path, case_file: Writer) -> None:
    """The other window has chosen meanwhile: this one writes nothing and says where to look."""
    words = left(home, case_file, *FIRST)

    def elsewhere() -> None:
        sitting(home, "", "", "a", "", words=words)

    ran = sitting(home, "", "", "a", "", words=words, meddling=(3, elsewhere))

    assert ran.status == 0
    assert "Permainan ini sudah berlanjut di jendela lain." in ran.out
    assert kinds(home) == [["chose", "chose"]]


def test_begun_anew_in_one_window_a_play_goes_on_in_the_other(home: Path, case_file: Writer) -> None:
    """Between offer and answer the other window chose: it keeps the play, this one begins anew."""
    words = left(home, case_file, *FIRST)

    def elsewhere() -> None:
        sitting(home, "", "", "a", "", words=words)

    ran = sitting(home, "b", "", "a", "", words=words, meddling=(0, elsewhere))

    assert ran.status == 0
    assert FIRST_PAGE in ran.out
    assert sorted(kinds(home)) == [["chose"], ["chose", "chose", "left"]]


@pytest.mark.parametrize("at", range(4))
def test_a_play_that_another_window_forgets_is_not_kept_any_more(
    at: int, home: Path, case_file: Writer
) -> None:
    """Wherever it happens, that is said, and nothing of it comes back."""
    words = left(home, case_file, *FIRST)

    def elsewhere() -> None:
        with memory(home) as store:
            store.forget([stream.name for stream in store.streams(MYSELF.plays)])

    ran = sitting(home, "", "", "a", "", words=words, meddling=(at, elsewhere))

    assert ran.status == 0
    assert "Permainan ini telah dihapus di jendela lain" in ran.out
    assert kinds(home) == []


def test_from_the_menu_a_play_goes_on_without_its_file(home: Path, case_file: Writer) -> None:
    """The bytes of the first day are enough, though the case is nowhere to be found."""
    words = left(home, case_file, *FIRST)
    Path(words[1]).unlink()

    ran = sitting(home, "1", "1", "", "", "a", "", "", "", words=())

    assert "1. Lanjutkan: Map di Meja" in ran.out
    assert "mulai baru" not in ran.out
    assert "Lima asas" in ran.out


def test_the_menu_offers_only_what_can_still_be_gone_on_with(home: Path, case_file: Writer) -> None:
    """Once the play is done its line is gone from the same menu."""
    left(home, case_file, *FIRST)

    ran = sitting(home, "1", "1", "", "", *WAY[5:], words=())

    assert ran.out.count("1. Lanjutkan: Map di Meja") == 1
    assert ran.out.count("Belajar sendiri\n\n1. Modul") == 1


def test_two_plays_of_one_case_are_gone_on_with_each_by_itself(home: Path, case_file: Writer) -> None:
    """The second line of the menu opens the second play, which stands elsewhere."""
    left(home, case_file, *FIRST, "a", "")
    with memory(home) as store:
        (head,) = plays.unfinished(store, MYSELF)
        store.extend("play//other", store.read(head.stream)[:2])

    first = sitting(home, "1", "1", words=())
    second = sitting(home, "1", "2", words=())

    assert first.out.count("Lanjutkan: Map di Meja") >= 2
    assert "Anda berhenti di keputusan 2" in first.out
    assert "Anda berhenti di akhir cerita" in second.out


@pytest.mark.parametrize("at", range(len(WAY)))
def test_ctrl_c_at_any_prompt_ends_with_130_and_loses_nothing(at: int, home: Path, case_file: Writer) -> None:
    """Status 130, no word of a fault, and what was acknowledged before is kept."""
    words = ("play", str(case_file()))
    ran = sitting(home, *WAY, words=words, interrupts=at)

    quiet = sitting(home.with_name("lain"), *WAY[:at], words=words)

    assert (ran.status, ran.err, quiet.status) == (130, "", 0)
    assert kinds(home) == kinds(home.with_name("lain"))
