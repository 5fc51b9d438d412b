"""Whole classes that a trainer can read: above the line what happens, below it the account.

`<name>.txt` is in Indonesian, `<name>.en.txt` in English. `pytest --update` writes the account anew;
read it as prose before keeping it. After each line the class is rebuilt from its journal.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom.script import Script
from cli.program import Stream, world

from etika_sim.analysis.disclosure import disclose
from etika_sim.library.load import load
from etika_sim.locale import use
from etika_sim.views import plain
from etika_sim.views.room_account import account

FILES = sorted((Path(__file__).parent / "sessions").glob("*.txt"))
LINE = "-" * 72 + "\n"


def told(file: Path, script: str) -> str:
    """The account of a class after its script."""
    language = "en" if file.name.endswith(".en.txt") else "id"
    lines = [line for line in script.splitlines() if line and not line.startswith("#")]
    scenario = load(lines[0].split()[1], language).scenario
    assert scenario is not None
    with world(Stream(), Stream(), Stream()):
        use(language)
        return plain.text(account(disclose(Script(scenario, lines).lesson.room)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_class_comes_out_as_its_file_says(file: Path, request: pytest.FixtureRequest) -> None:
    """The account of the class is the file's, word for word."""
    script, _line, expected = file.read_text(encoding="utf-8").partition(LINE)

    found = told(file, script)

    if request.config.getoption("--update"):
        file.write_text(f"{script}{LINE}{found}", encoding="utf-8", newline="\n")
        expected = found
    assert found == expected


def test_there_are_classes_of_every_kind() -> None:
    """By phones, by hands alone, with tables, usual and should, ten minutes, of a few; in two languages."""
    names = {file.name for file in FILES}

    assert names >= {
        "45-menit.txt",
        "45-minutes.en.txt",
        "tangan.txt",
        "campuran.txt",
        "biasanya.txt",
        "10-menit.txt",
        "kecil.txt",
    }


def test_a_class_that_never_began_has_an_account_too() -> None:
    """Nothing decided, nothing said, and nothing made up."""
    scenario = load("amplop-di-loket", "en").scenario
    assert scenario is not None
    with world(Stream(), Stream(), Stream()):
        use("en")
        text = plain.text(account(disclose(Script(scenario, ["begin amplop-di-loket 45"]).lesson.room)))

    assert "Planned for 45 minutes.\n" in text
    assert "Vote" not in text


def test_texts_nobody_picked_and_small_groups_stand_in_no_account() -> None:
    """Only what the trainer picked is told, and a silent round says that nobody voted."""
    scenario = load("amplop-di-loket", "en").scenario
    assert scenario is not None
    lines = ["begin amplop-di-loket 45", "phones 9", "go briefing", "deal s", "go read-full vote-1"]
    script = Script(scenario, lines).lesson
    assert script.room.cast is not None
    watcher = next(token for token, part in script.room.cast.parts.items() if part.role is None)
    script.do("ticked", token=watcher, decision=1, principles=["fairness", "integrity"])
    script.do("asked", token="t1", text="A secret question", nonce="q").go("discuss", "vote-2").vote(
        [script.ballot.options[0]] * 9
    )
    script.go("reveal")
    with world(Stream(), Stream(), Stream()):
        use("en")
        text = plain.text(account(disclose(script.room)))

    assert "Vote 1: nobody voted" in text
    assert "Seen by observers" not in text
    assert "secret" not in text
    assert "By role" not in text
