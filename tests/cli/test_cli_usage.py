"""Words that are not understood: one clear sentence on standard error, a suggestion, exit status 2."""

from __future__ import annotations

import pytest
from cli.program import program

INDONESIAN = {
    ("plya",): "Tidak ada perintah 'plya'. Mungkin maksud Anda 'play'?",
    ("list", "--jsn"): "Tidak ada opsi '--jsn'. Mungkin maksud Anda '--json'?",
    ("list", "lagi"): "Ada kata yang tidak dikenal: lagi",
    ("play",): "Belum ada argumen 'KASUS'.",
    ("play", "amplop-di-loket", "--seed"): "Opsi '--seed' memerlukan nilai.",
    ("play", "amplop-di-loke", "--choices", "x"): (
        "Tidak ada kasus bernama amplop-di-loke. Mungkin maksud Anda amplop-di-loket?"
    ),
    ("play", "zzz", "--choices", "x"): "Tidak ada kasus bernama zzz. Lihat: etika-sim list",
    ("explain", "stuk"): "Tidak ada aturan bernama stuk. Mungkin maksud Anda stuck?",
    ("explain", "zzzzzzzz"): "Tidak ada aturan bernama zzzzzzzz. Lihat: etika-sim explain",
    ("check", "tidak-ada.yaml"): "Tidak ada berkas tidak-ada.yaml.",
    ("check", "--format", "xml"): "'xml' bukan salah satu dari 'text', 'json', 'github'.",
    ("check", "--max-size", "0"): "0 di luar rentang x>=1.",
    ("check", "--max-size", "banyak"): "'banyak' bukan bilangan yang sah.",
    ("list", "--path", "tidak-ada"): "tidak-ada bukan folder.",
}
ENGLISH = {
    ("plya",): "No such command 'plya'. Did you mean 'play'?",
    ("list", "--jsn"): "No such option '--jsn'. Did you mean '--json'?",
    ("play",): "Missing argument 'CASE'.",
    ("play", "amplop-di-loke", "--choices", "x"): (
        "There is no case amplop-di-loke. Did you mean amplop-di-loket?"
    ),
    ("explain", "stuk"): "There is no rule stuk. Did you mean stuck?",
    ("check", "tidak-ada.yaml"): "There is no file tidak-ada.yaml.",
}
OURS = [pytest.param(words, said, id=" ".join(words)) for words, said in INDONESIAN.items()]
THEIRS = [pytest.param(words, said, id=" ".join(words)) for words, said in ENGLISH.items()]


@pytest.mark.parametrize(("words", "said"), OURS)
def test_what_is_not_understood_is_said_in_indonesian(words: tuple[str, ...], said: str) -> None:
    """The sentence names the word and what may have been meant; nothing goes to standard output."""
    ran = program(*words)

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(("words", "said"), THEIRS)
def test_what_is_not_understood_is_said_in_english(words: tuple[str, ...], said: str) -> None:
    """The same in English."""
    ran = program(*words, "--lang", "en")

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_usage_error_shows_the_usage_and_where_help_is() -> None:
    """Three lines: how the command is used, what is wrong, how to get help."""
    ran = program("list", "--jsn")

    assert ran.err.splitlines() == [
        "Pemakaian: etika-sim list [OPSI]",
        "Tidak ada opsi '--jsn'. Mungkin maksud Anda '--json'?",
        "Bantuan: etika-sim list --help",
    ]


@pytest.mark.parametrize(
    "case", ["*", "**x", "[a]", "?", "law", "channels", "amplop-di-loket.en", ".", "", "a" * 300]
)
def test_a_case_is_found_by_its_whole_name_only(case: str) -> None:
    """Wildcards, registers and translations are no cases."""
    ran = program("play", case, "--choices", "x")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Tidak ada kasus bernama {case}. ")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_language_can_be_named_anywhere_on_the_line(place: int) -> None:
    """--lang en works before, behind and inside a command's words."""
    words = ["law", "UPG"]
    words[place:place] = ["--lang", "en"]

    ran = program(*words)

    assert ran.status == 0
    assert ran.out.startswith("Gratification Control Unit (UPG)\n")


def test_the_language_can_be_named_with_an_equals_sign_and_the_last_one_counts() -> None:
    """--lang=en is --lang en; a second one wins."""
    ran = program("--lang", "id", "law", "--lang=en", "UPG")

    assert ran.out.startswith("Gratification Control Unit (UPG)\n")


def test_the_language_of_the_environment_holds_until_the_line_says_otherwise() -> None:
    """ETIKA_SIM_LANG sets the language; --lang overrides it."""
    env = {"ETIKA_SIM_LANG": "en"}

    assert program("law", "UPG", env=env).out.startswith("Gratification")
    assert program("law", "UPG", "--lang", "id", env=env).out.startswith("Unit Pengendalian")


@pytest.mark.parametrize(("words", "env"), [(("--lang", "jv"), {}), ((), {"ETIKA_SIM_LANG": "jv"})])
def test_a_language_that_is_not_there_is_said_and_indonesian_is_used(
    words: tuple[str, ...], env: dict[str, str]
) -> None:
    """An unknown language is no reason to stop; the notice goes to standard error."""
    ran = program("list", *words, env=env)

    assert (ran.status, ran.err) == (0, "Tidak ada bahasa jv; yang dipakai Bahasa Indonesia.\n")
    assert "Sepupu di Meja Izin" in ran.out


@pytest.mark.parametrize("words", [("--plain", "list"), ("list", "--plain")], ids=" ".join)
def test_plain_can_be_asked_for_anywhere_on_the_line(words: tuple[str, ...]) -> None:
    """--plain gives text without escape sequences or rules, also in a terminal."""
    ran = program(*words, terminal=True)

    assert ran.status == 0
    assert "\x1b" not in ran.out
    assert "─" not in ran.out


@pytest.mark.parametrize(
    ("env", "drawn"),
    [({}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, True)],
)
def test_a_terminal_gets_drawn_pages_unless_it_is_dumb(env: dict[str, str], drawn: bool) -> None:
    """Rules are drawn in a terminal, with colour or without; a dumb one is served plainly."""
    ran = program("list", terminal=True, env=env)

    assert ("─" in ran.out) == drawn


def test_without_words_the_help_page_is_shown_once() -> None:
    """`etika-sim` alone shows how it is used; nothing was asked for, so the status is 2."""
    ran = program()

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("Pemakaian:") == 1
    assert "Mainkan satu kasus" in ran.err
