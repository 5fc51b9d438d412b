"""`etika-sim graph`: where the choices of a case lead, to read and to look at."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cli.program import Writer, program

from etika_sim.library.folders import cases_in, shipped

ROADS = Path(__file__).parents[1] / "roads"
CASES = [path for path in cases_in(shipped()) if path.stem not in ("law", "channels")]
KINDS = {"id.txt": ("--lang", "id"), "en.txt": ("--lang", "en"), "id.mmd": ("--format", "mermaid")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_map_of_the_small_case(kind: str, case_file: Writer, request: pytest.FixtureRequest) -> None:
    """The outline in both languages, and the Mermaid text, word for word."""
    ran = program("graph", str(case_file()), *KINDS[kind])
    file = ROADS / f"graph.{kind}"

    if request.config.getoption("--update"):
        file.write_text(ran.out, encoding="utf-8", newline="\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["text", "mermaid", "svg"])
def test_every_shipped_case_has_a_map(path: Path, form: str) -> None:
    """Named by its id, in every form, without a word of complaint."""
    ran = program("graph", path.stem, "--format", form)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out
    if form == "svg":
        assert ET.fromstring(ran.out) is not None  # noqa: S314 - our own text


def test_the_outline_has_every_scene_once_and_refers_to_it_by_number(case_file: Writer) -> None:
    """Lines that begin with a number are scenes; there are as many as the case has."""
    out = program("graph", str(case_file())).out
    numbers = [line.split(".")[0] for line in out.splitlines() if line.split(".")[0].isdecimal()]

    assert numbers == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("form", ["text", "mermaid", "svg"])
def test_a_map_can_be_written_to_a_file(form: str, case_file: Writer, here: Path) -> None:
    """The file holds what the screen would, and the screen says only where it is."""
    shown = program("graph", str(case_file()), "--format", form).out
    ran = program("graph", str(case_file()), "--format", form, "--output", "peta")

    assert (ran.status, ran.out) == (0, "")
    assert "peta" in ran.err
    assert (here / "peta").read_text(encoding="utf-8") == shown


def test_a_file_is_replaced_only_when_asked(case_file: Writer, here: Path) -> None:
    """A map must not cost somebody a file of the same name."""
    (here / "peta.svg").write_text("mine", encoding="utf-8")
    words = ("graph", str(case_file()), "--format", "svg", "--output", "peta.svg")
    refused = program(*words)

    assert (refused.status, refused.out) == (2, "")
    assert (here / "peta.svg").read_text(encoding="utf-8") == "mine"
    for word in ("--yes", "--replace"):
        assert program(*words, word).status == 0
    assert "--replace" not in program("graph", "--help").out
    assert (here / "peta.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_folder_that_is_not_there_is_one_sentence(case_file: Writer, here: Path) -> None:
    """No traceback, no half file."""
    ran = program("graph", str(case_file()), "--output", str(here / "tidak" / "ada.txt"))

    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_a_case_with_faults_has_a_map_all_the_same(case_file: Writer) -> None:
    """That is when an author needs it: what no play reaches is marked, and a notice tells of the fault."""
    path = case_file(("if: tekanan >= 2", "if: tekanan > 5"))

    for form, word in (("text", "tidak tercapai"), ("svg", "tidak tercapai"), ("mermaid", "tidak tercapai")):
        ran = program("graph", str(path), "--format", form)
        assert ran.status == 0
        assert word in ran.out
        assert "etika-sim check" in ran.err


@pytest.mark.parametrize(
    ("words", "status"),
    [(("graph",), 2), (("graph", "tidak-ada"), 2), (("graph", "amplop-di-loket", "--format", "png"), 2)],
)
def test_what_cannot_be_drawn_is_said(words: tuple[str, ...], status: int) -> None:
    """No case, no such case, no such form: the status of usage and a sentence."""
    ran = program(*words)

    assert (ran.status, ran.out) == (status, "")
    assert ran.err
