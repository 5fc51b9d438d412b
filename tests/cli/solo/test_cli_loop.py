"""Playing in a terminal: somebody types, the program answers, and nothing typed can break it."""

from __future__ import annotations

import pytest
from cli.program import Ran, Typed, Writer, program, typing

CASE = "amplop-di-loket"
QUESTION = "Apa yang Anda lakukan?"
PROMPT = "Pilihan Anda (A-C, ? bantuan): "
BEGIN = ""
"""Enter at the first page."""

GO = ("1", "", "")
"""The first option, confirmed, its outcome read."""


def small(case_file: Writer, *lines: str, interrupts: int | None = None) -> Ran:
    """The small case, played to where the lines end."""
    return typing(*lines, case=str(case_file()), interrupts=interrupts)


def order_of(ran: Ran) -> list[str]:
    """The first three options as they were shown."""
    return [line for line in ran.out.splitlines() if line[:3] in ("A. ", "B. ", "C. ")][:3]


ENDED = ("a", "", "", "a", "", "", "")
"""The small case from its first decision to the scorecard: two first options, and Enter at the ending."""


def test_a_play_can_be_typed_from_the_first_page_to_the_farewell(case_file: Writer) -> None:
    """Letters and Enter alone lead through: status 0, no message, and nobody was sent away."""
    ran = small(case_file, BEGIN, *ENDED, *("",) * 5)

    assert (ran.status, ran.err) == (0, "")
    assert [ran.out.count(head) for head in ("Lima asas", "Jejak Anda", "Ucapkan", "Komitmen")] == [1] * 4
    assert ran.out.endswith("\nTerima kasih sudah bermain.\n\n")


def test_the_same_option_is_meant_by_its_letter_small_or_capital_and_its_number() -> None:
    """B, b and 2 choose the second option shown."""
    pages = [typing(BEGIN, typed, "", "").out for typed in ("b", "B", "2", " 2 ")]

    assert len(set(pages)) == 1
    assert f"Anda memilih B: {order_of(typing(BEGIN))[1][3:]}"[:40] in pages[0]


def test_a_typed_play_says_what_the_scripted_one_says(case_file: Writer) -> None:
    """Every line of the scripted transcript stands in the typed one, in its order."""
    file = str(case_file())
    scripted = program("play", file, "--choices", "simpan,ceritakan").out.splitlines()
    letter = "ab"[[line[3:15] for line in order_of(typing(BEGIN, case=file))].index("Menyimpan ma")]

    typed = iter(typing(BEGIN, letter, "", "", "a", "", "", "", case=file).out.splitlines())

    assert [line for line in scripted if line and line not in typed] == []


@pytest.mark.parametrize("typed", ["x", "9", "0", "d", "²", "\x1b[A", "pilih A", "9" * 400, "[/]"])
def test_a_wrong_key_is_answered_with_the_letters_there_are(typed: str) -> None:
    """Nothing is guessed; the letters offered are named and the question stays."""
    ran = typing(BEGIN, typed, "k")

    assert (ran.status, ran.err) == (0, "")
    assert "Ketik salah satu huruf A, B, C, lalu Enter." in ran.out
    assert ran.out.count(PROMPT) == 2


@pytest.mark.parametrize(
    ("lines", "prompt"),
    [
        (("x",), "Enter: mulai"),
        ((BEGIN, "a", "x"), "M: ganti pilihan"),
        ((BEGIN, "a", "", "a"), "Enter: lanjut"),
    ],
)
def test_a_wrong_key_where_enter_is_meant_is_answered_with_how_to_get_help(
    lines: tuple[str, ...], prompt: str
) -> None:
    """Where no option is asked for, a wrong key leads to ? and the prompt comes again."""
    ran = typing(*lines)

    assert "Ketik ? untuk melihat" in ran.out
    assert ran.out.count(prompt) >= 2


def test_choosing_again_brings_the_question_back_and_takes_no_step() -> None:
    """`ganti` before the outcome: the other option is then chosen as a first answer."""
    ran = typing(BEGIN, "a", "m", "b", "", "", "j")

    assert ran.out.count(QUESTION) == 2
    assert "Anda memilih B" in ran.out
    assert ran.out.count("\n1. Amplop di atas map: ") == 1
    assert "2. " not in ran.out.split("Jejak Anda")[1]


def test_going_back_at_the_start_says_that_there_is_nothing_before_it() -> None:
    """`mundur` at the first decision changes nothing."""
    ran = typing(BEGIN, "mundur", "m")

    assert ran.out.count("Anda masih di awal") == 2
    assert ran.status == 0


@pytest.mark.parametrize("lines", [("1", "", "m"), ("1", "", "", "m")], ids=["after the outcome", "later"])
def test_going_back_returns_to_the_decision_before(lines: tuple[str, ...]) -> None:
    """`mundur` undoes one decision, whether the outcome or the next scene is on the screen."""
    ran = typing(BEGIN, *lines)

    assert ran.out.count("Amplop di atas map (Keputusan 1)") == 2
    assert "Jejak" not in ran.out


def test_going_back_is_told_on_the_scorecard_and_the_first_answer_counts(case_file: Writer) -> None:
    """A red line that was withdrawn still stands above the scores, as the first answer does."""
    file = str(case_file())
    letter = "ab"[[line[3:15] for line in order_of(typing(BEGIN, case=file))].index("Menyimpan ma")]
    other = {"a": "b", "b": "a"}[letter]

    ran = typing(BEGIN, letter, "", "m", other, "", "", "a", "", "", "", case=file)

    assert "Anda mundur 1 kali. Yang ditimbang tetap jawaban pertama." in ran.out
    assert "Garis merah: Menyimpan map itu dulu" in ran.out


def test_going_back_from_an_ending_opens_the_last_decision_again(case_file: Writer) -> None:
    """At the end M leads back into the play."""
    ran = small(case_file, BEGIN, "a", "", "", "a", "", "", "m", "k")

    assert ran.out.count("Apa yang Anda katakan?") == 2
    assert "Anda keluar dari permainan" in ran.out


def test_the_path_is_empty_before_the_first_choice_and_grows() -> None:
    """`jejak` says so while there is none, then lists the decisions with their sentences."""
    ran = typing(BEGIN, "j", *GO, "j")

    assert "Anda belum memilih apa-apa." in ran.out
    assert "\n1. Amplop di atas map: " in ran.out


def test_the_law_of_the_last_choice_is_shown_in_full() -> None:
    """`hukum` before a choice says that it comes later; after it every cited entry is shown."""
    ran = typing(BEGIN, "h", "a", "", "h")
    before, after = ran.out.split("Anda memilih A", 1)

    assert "Belum ada dasar hukum yang dikutip." in before
    assert after.count("Teks per") == 3


@pytest.mark.parametrize("at", range(7))
def test_leaving_is_possible_at_every_prompt(case_file: Writer, at: int) -> None:
    """`keluar` ends the play at once with a friendly word and status 0."""
    lines = [BEGIN, "a", "", "", "a", "", ""]

    ran = small(case_file, *lines[:at], "keluar")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nAnda keluar dari permainan. Sampai jumpa lagi.\n")


@pytest.mark.parametrize("at", range(8))
def test_the_end_of_the_input_leaves_the_play_at_every_prompt(case_file: Writer, at: int) -> None:
    """Ctrl+D, or a keyboard that goes away, is as good as `keluar`."""
    lines = [BEGIN, "a", "", "", "a", "", "", ""]

    ran = small(case_file, *lines[:at])

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\nAnda keluar dari permainan. Sampai jumpa lagi.\n")


@pytest.mark.parametrize("at", range(8))
def test_ctrl_c_ends_the_program_at_every_prompt_with_status_130(case_file: Writer, at: int) -> None:
    """An interrupt leaves no word but the end of the prompt's line, and the status that shells know."""
    lines = [BEGIN, "a", "", "", "a", "", "", ""]

    ran = small(case_file, *lines, interrupts=at)

    assert (ran.status, ran.err) == (130, "")
    assert ran.out.endswith(" \n")


def test_in_english_the_english_letters_are_shown_and_work() -> None:
    """The prompts speak English, and U goes back."""
    ran = typing(BEGIN, "a", "u", "q", words=("--plain", "--lang", "en"))

    assert "Your choice (A-C, ? for help): " in ran.out
    assert "Enter: go on · U: choose again" in ran.out
    assert ran.out.endswith("\nYou have left the play. See you again.\n")


def test_a_case_with_five_options_is_answered_with_a_to_e(case_file: Writer) -> None:
    """The prompt names the last letter there is."""
    choice = """      {id}:
        text: Satu pilihan lagi, yang ke-{id}.
        scores: {{integrity: 0}}
        outcome: Begitu.
        review: Begitulah.
        to: sore-hari
"""
    more = "".join(choice.format(id=name) for name in ("lain", "lainnya", "terakhir"))
    file = case_file(("    choices:\n      kembalikan:", f"    choices:\n{more}      kembalikan:"))

    ran = typing(BEGIN, "6", "e", case=str(file))

    assert "Pilihan Anda (A-E, ? bantuan): " in ran.out
    assert "Ketik salah satu huruf A, B, C, D, E, lalu Enter." in ran.out
    assert "Anda memilih E: " in ran.out


def test_a_terminal_on_one_end_only_is_no_place_to_play() -> None:
    """Output into a file, or input from one: the play wants its choices instead."""
    piped_in = program("play", CASE, terminal=True)
    piped_out = program("play", CASE, stdin=Typed(()))

    assert [ran.status for ran in (piped_in, piped_out)] == [2, 2]
    assert all("--choices" in ran.err for ran in (piped_in, piped_out))


def test_a_fault_of_the_case_ends_a_typed_play_in_one_sentence(case_file: Writer) -> None:
    """The play stops with status 1, the scene's name, and no traceback."""
    file = case_file(("- {scene: sore-hari}", "- {if: tekanan > 2, scene: sore-hari}"))
    letter = "ab"[[line[3:15] for line in order_of(typing(BEGIN, case=str(file)))].index("Menyimpan ma")]

    ran = typing(BEGIN, letter, "", "", "b", "", case=str(file))

    assert ran.status == 1
    assert ran.err.splitlines()[-1] == "Ada cacat dalam kasus ini: dari ruang-kepala tidak ada jalan lanjut."


@pytest.mark.parametrize("typed", ["r", "rincian", "b", "v", "a", "x"])
def test_only_enter_confirms_a_choice(typed: str) -> None:
    """A key that means something elsewhere does not count as yes: the outcome stays hidden."""
    ran = typing(BEGIN, "a", typed)

    assert "Amplop masuk ke laci." not in ran.out
    assert ran.out.count("Enter: lanjut · M: ganti pilihan") == 2


def test_the_details_are_shown_as_often_as_wanted(case_file: Writer) -> None:
    """R at the scorecard opens the numbers and the roads not taken, each time."""
    ran = small(case_file, BEGIN, *ENDED, "r", "rincian")

    assert ran.out.count("Jalan yang tidak ditempuh") == 2
    assert "Keseluruhan: " in ran.out
    assert "\n* " in ran.out


def test_going_back_is_possible_from_the_scorecard(case_file: Writer) -> None:
    """M at the scorecard opens the last decision again."""
    ran = small(case_file, BEGIN, *ENDED, "m")

    assert ran.out.count("Apa yang Anda katakan?") == 2


def test_what_is_written_at_the_end_is_answered_and_goes_on(case_file: Writer) -> None:
    """A sentence, a commitment and answers can be written; the first Enter alone leaves the questions."""
    ran = small(
        case_file, BEGIN, *ENDED, "", "Terima kasih, Pak.", "", "Mencatat.", "Sebuah map.", "", "sisa"
    )

    assert (ran.status, ran.err) == (0, "")
    assert "Contoh: " in ran.out
    assert "Apa yang terjadi di meja loket?" in ran.out
    assert "Apa yang seharusnya dicontohkan kepala seksi?" not in ran.out
    assert ran.out.endswith("\nTerima kasih sudah bermain.\n\n")


@pytest.mark.parametrize(
    ("when", "told"), [("now", [True, False]), ("end", [False, True]), ("never", [False, False])]
)
def test_the_why_is_told_when_it_was_asked_for(case_file: Writer, when: str, told: list[bool]) -> None:
    """--feedback now, end or never: at each outcome, before the scorecard, or not at all."""
    words = ("--plain", "play", str(case_file()), "--guest", "--feedback", when)
    ran = program(*words, terminal=True, stdin=Typed((BEGIN, *ENDED)))
    story, _head, closing = ran.out.partition("(Akhir: ")

    assert ["Ulasan: " in story, "Ulasan: " in closing] == told


def test_reflection_is_asked_before_each_outcome_and_can_be_skipped(case_file: Writer) -> None:
    """--reflect asks whether one should or would, and how sure; Enter skips."""
    words = ("--plain", "play", str(case_file()), "--guest", "--reflect")
    ran = program(*words, terminal=True, stdin=Typed((BEGIN, "a", "", "1", "5", "", "a", "", "")))

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("Ini yang seharusnya (1)") == 2


def test_a_note_can_be_written_anywhere(case_file: Writer) -> None:
    """T asks for a line of one's own and comes back to the same prompt."""
    ran = small(case_file, "t", "Catatan", BEGIN, "tulis", "", "a", "t", "Lagi", "k")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("Catatan Anda (Enter: batal)") == 3
