"""Help: every command explains itself, with an example, in both languages."""

from __future__ import annotations

import pytest
from cli.program import program, typing

from etika_sim import __version__
from etika_sim.cli.app import COMMANDS

each_command = pytest.mark.parametrize("command", COMMANDS)
ENGLISH = ("Usage:", "Options:", "Show this message", "Example:", "Error", "Help:")


@each_command
@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_of_a_command_is_indonesian_and_ends_with_an_example(command: str, word: str) -> None:
    """Help starts with the usage, ends with an example of that command, and holds no English label."""
    ran = program(command, word)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Pemakaian: etika-sim {command} [OPSI]")
    assert f"Contoh: etika-sim {command}" in ran.out.splitlines()[-1]
    assert not [label for label in ENGLISH if label in ran.out]


@each_command
def test_help_of_a_command_in_english(command: str) -> None:
    """The same help speaks English when asked to."""
    ran = program("--lang", "en", command, "--help")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: etika-sim {command} [OPTIONS]")
    assert f"Example: etika-sim {command}" in ran.out.splitlines()[-1]


@pytest.mark.parametrize(("language", "head"), [("id", "Pemakaian:"), ("en", "Usage:")])
def test_the_first_help_page_names_every_command_and_the_words_for_all(language: str, head: str) -> None:
    """`--help` lists the commands in their order, then --lang and --plain."""
    ran = program("--lang", language, "--help")

    assert ran.status == 0
    assert ran.out.startswith(head)
    places = [ran.out.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert "--lang en" in ran.out
    assert "--plain" in ran.out


def test_help_lines_fit_the_terminal() -> None:
    """No help page is wider than 80 columns."""
    pages = [program(*words, "--help").out for words in ((), *((command,) for command in COMMANDS))]

    assert max(len(line) for page in pages for line in page.splitlines()) <= 80


@pytest.mark.parametrize(
    "words",
    [("--version",), ("--lang", "en", "--version"), ("--version", "--plain"), ("--version", "list")],
    ids=" ".join,
)
def test_the_version_is_one_line_wherever_it_is_asked_for(words: tuple[str, ...]) -> None:
    """`--version` answers with the name and the version, other words or not."""
    ran = program(*words)

    assert ran == (0, f"etika-sim {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (("--plain",), ["Yang dapat Anda ketik", "K: keluar"]),
        (("--lang=en",), ["What you can type", "?"]),
    ],
)
def test_the_question_mark_explains_the_keys_of_a_play(words: tuple[str, ...], labels: list[str]) -> None:
    """In a play, ? lists what can be typed, in the language in use."""
    ran = typing("", "?", words=words)

    assert [label for label in labels if label not in ran.out] == []
