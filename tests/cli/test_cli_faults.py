"""Where errors end: one sentence, a status, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from cli.program import Writer, clean, program

from etika_sim.library.folders import LibraryMissing
from etika_sim.locale import CatalogueMissing

COMMANDS = {
    "list": ("list",),
    "play": ("play", "amplop-di-loket", "--choices", "terima"),
    "law": ("law",),
    "check": ("check", "FILE"),
}


def raising(fault: BaseException) -> object:
    """A function that raises whatever it is called with."""

    def function(*_args: object, **_options: object) -> None:
        raise fault

    return function


def test_a_fault_of_our_own_is_one_sentence_with_status_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the program names itself, asks to be reported, and shows no traceback."""
    monkeypatch.setattr("etika_sim.cli.solo.list_cases.catalogue", raising(RuntimeError("kacau\x1b[31m")))

    ran = program("list")

    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        "Program ini keliru sendiri (RuntimeError: kacau\\x1b[31m). "
        "Mohon laporkan; berkas Anda tidak berubah.\n"
    )


def test_the_traceback_is_shown_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """ETIKA_SIM_DEBUG shows it before the sentence."""
    monkeypatch.setattr("etika_sim.cli.solo.list_cases.catalogue", raising(RuntimeError("kacau")))

    ran = program("list", env={"ETIKA_SIM_DEBUG": "1"})

    assert ran.status == 3
    assert ran.err.startswith("Traceback (most recent call last):\n")
    assert ran.err.splitlines()[-1].startswith("Program ini keliru sendiri (RuntimeError: kacau).")


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_missing_shipped_cases_are_said_with_status_3(
    words: tuple[str, ...], case_file: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the command, an incomplete installation says that it is one."""
    for module in ("folders", "registers", "load", "examine"):
        monkeypatch.setattr(f"etika_sim.library.{module}.shipped", raising(LibraryMissing()))

    ran = program(*(str(case_file()) if word == "FILE" else word for word in words))

    assert ran == (3, "", "Kasus bawaan tidak ada; pasang ulang program ini.\n")


def test_a_missing_catalogue_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never silent English: status 3, and the sentence in Indonesian and English."""
    monkeypatch.setattr("etika_sim.cli.app.use", raising(CatalogueMissing("id")))

    ran = program("list")

    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        "etika-sim: the language catalogue 'id' is missing; install the program again.\n"
        "etika-sim: katalog bahasa 'id' tidak ada; pasang ulang program ini.\n"
    )


@pytest.mark.parametrize("fault", [KeyboardInterrupt, EOFError])
def test_an_interrupt_while_working_ends_with_its_status(
    fault: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C in the middle of work is 130, without a traceback."""
    monkeypatch.setattr("etika_sim.cli.solo.list_cases.catalogue", raising(fault()))

    ran = program("list")

    assert (ran.status, ran.out) == (130, "")
    assert "Traceback" not in ran.err


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
@pytest.mark.parametrize("words", [("law",), ("list", "--json"), COMMANDS["play"]], ids=" ".join)
def test_a_reader_that_goes_away_is_no_error(words: tuple[str, ...]) -> None:
    """`etika-sim … | head` ends quietly when the pipe closes."""
    command = [sys.executable, "-m", "etika_sim", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()

    assert err == b"" or not err.startswith(b"Traceback")
    assert b"BrokenPipe" not in err
    assert process.returncode in (0, 1)
