"""Documents cannot lie.

What they show is run, what is made of the code is current, what they point at is there.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli.program import program
from play.amplop import played

from etika_sim.checks.pages import rules
from etika_sim.checks.proof import prove
from etika_sim.cli.app import COMMANDS
from etika_sim.environment import ExitStatus
from etika_sim.language.builder import build
from etika_sim.language.condition import ConditionError, parse
from etika_sim.language.diagnostic import Findings
from etika_sim.language.reader import read
from etika_sim.language.register import build_register
from etika_sim.language.translation import overlay
from etika_sim.library.folders import shipped
from etika_sim.library.registers import registers
from etika_sim.play.scoring import scorecard
from etika_sim.views.scorecard import rounded

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
READMES = {"en": ROOT / "README.md", "id": ROOT / "README.id.md"}
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
EXAMPLE = {"en": "Example: etika-sim", "id": "Contoh: etika-sim"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users|usr|opt|mnt|var)/|[A-Z]:\\")

each_readme = pytest.mark.parametrize("language", READMES)
each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def text_of(path: Path) -> str:
    """The text of a document."""
    return path.read_text(encoding="utf-8")


class Block(NamedTuple):
    """A fenced block: its language, the words behind it, its lines."""

    language: str
    words: str
    text: str


def blocks(document: Path, *heads: str) -> list[Block]:
    """The fenced blocks of a document whose words begin with one of `heads`, or all of them."""
    found = re.findall(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", text_of(document), re.MULTILINE | re.DOTALL)
    made = (Block(*one) for one in found)
    return [one for one in made if not heads or one.words.split(" ")[0] in heads]


# --- the readmes ------------------------------------------------------------------------------


@each_readme
@pytest.mark.parametrize("command", COMMANDS)
def test_a_readme_shows_every_command(language: str, command: str) -> None:
    """Each command stands in a block of both readmes."""
    shown = "".join(block.text for block in blocks(READMES[language]))

    assert f"etika-sim {command}" in shown.replace("--lang en ", "")


@each_readme
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(language: str, command: str) -> None:
    """The help of each command ends with an example of that command."""
    ran = program("--lang", language, command, "--help")

    assert ran.status == 0
    assert f"{EXAMPLE[language]} {command}" in ran.out


@each_readme
@pytest.mark.parametrize("status", ExitStatus, ids=lambda status: status.name.lower())
def test_a_readme_tells_every_exit_status(language: str, status: ExitStatus) -> None:
    """Each way a run can end has its row."""
    assert f"\n| {int(status)} | " in text_of(READMES[language])


def test_the_readmes_install_alike() -> None:
    """Both give the same lines that install, play and test, for both kinds of shell."""
    lines = [
        [line for block in blocks(readme) for line in block.text.split("\n") if "venv .venv" in line]
        for readme in READMES.values()
    ]

    assert len(lines[0]) == 4
    assert lines[0] == lines[1]


@each_readme
def test_a_broken_case_is_answered_as_the_readme_shows(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The walk-through, walked: break the copy, check it, and read what the readme says."""
    monkeypatch.chdir(tmp_path)
    whole = text_of(shipped() / "5-pelanggaran" / "amplop-di-loket.yaml")
    walked = re.findall(
        r"<!-- broken: (\S+) (\S+) -->\n```text\n(.*?)```", text_of(READMES[language]), re.DOTALL
    )

    assert len(walked) == 2
    for name, other, shown in walked:
        broken = whole.replace(f"to: {name}\n", f"to: {other}\n", 1)
        Path("kasus-saya.yaml").write_text(broken, encoding="utf-8")
        ran = program("--lang", language, "check", "kasus-saya.yaml")
        assert (ran.status, ran.out) == (1, shown)


# --- the language -----------------------------------------------------------------------------


LANGUAGE = DOCS / "language.md"
CASE = blocks(LANGUAGE, "case")[0].text
PIECES = [block for block in blocks(LANGUAGE, "laid", "refused") if block.language == "yaml"]
CONDITIONS = [block for block in blocks(LANGUAGE) if block.language == "conditions"]


def laid(data: Any, piece: Any) -> Any:
    """The piece laid into the data, key by key; what is no mapping takes the place of what was there."""
    if not isinstance(data, dict) or not isinstance(piece, dict):
        return piece
    return {**data, **{key: laid(data.get(key), value) for key, value in piece.items()}}


def found_in(piece: str) -> set[str]:
    """The rules that the case of the document breaks with the piece laid into it."""
    reading, cited = read(piece.encode()), registers()
    data = laid(read(CASE.encode()).data, reading.data)
    scenario = build(data, "kasus", reading.findings, frozenset(cited.laws), frozenset(cited.channels))
    proved = () if scenario is None else prove(scenario).findings
    return {finding.rule for finding in (*reading.findings.kept, *proved)}


def test_the_whole_case_is_sound() -> None:
    """The case at the head of the document has no findings."""
    assert found_in(CASE) == set()


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.words)
def test_a_piece_does_what_the_document_says(piece: Block) -> None:
    """A piece that is laid in breaks nothing; one that is refused breaks just the rule it names."""
    how, *named = piece.words.split()

    assert how == ("refused" if named else "laid")
    assert found_in(piece.text) == set(named)


@pytest.mark.parametrize("block", CONDITIONS, ids=lambda block: block.words or "read")
def test_conditions_are_read_or_refused_as_shown(block: Block) -> None:
    """Each line is a condition over the state of the case, or is refused."""
    scenario = build(
        read(CASE.encode()).data, "kasus", Findings(), frozenset({"P-01"}), frozenset({"ATASAN"})
    )
    assert scenario is not None
    state = {variable.name: variable for variable in scenario.state}
    for line in block.text.splitlines():
        if block.words == "refused":
            with pytest.raises(ConditionError):
                parse(line, state)
        else:
            parse(line, state)


def test_the_translation_fits_its_case() -> None:
    """The translation of the document can be laid over its case without a finding."""
    findings = Findings()
    reading = read(blocks(LANGUAGE, "translation")[0].text.encode())

    overlay(read(CASE.encode()).data, reading.data, findings)

    assert (findings.kept, reading.findings.kept) == ([], [])


@pytest.mark.parametrize("block", blocks(LANGUAGE, "register"), ids=lambda block: block.words)
def test_the_registers_are_sound(block: Block) -> None:
    """The registers of the document are read without a finding and hold an entry."""
    reading = read(block.text.encode())

    entries = build_register(block.words.split()[1], reading.data, reading.findings)

    assert reading.findings.kept == []
    assert len(entries) == 1


# --- what is made of the code -----------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_what_a_script_writes_is_current(script: Path) -> None:
    """Running the script again would change nothing that it writes."""
    ran = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_a_section(rule: str) -> None:
    """Each rule of the check stands under a heading of its own in docs/rules.md."""
    assert re.search(rf"^#+ {rule}$", text_of(DOCS / "rules.md"), re.MULTILINE)


def test_the_worked_example_is_what_the_scoring_says() -> None:
    """Each row of the results in docs/scoring.md is what its play scores."""
    table = text_of(DOCS / "scoring.md").partition("<!-- results -->\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]

    assert len(rows) == 4
    for choices, *figures in rows:
        card = scorecard(played(*choices.split()))
        tallies = (*card.principles.values(), card.overall)
        assert [str(rounded(tally.score, 1)) for tally in tallies if tally.score is not None] == figures


# --- all documents ----------------------------------------------------------------------------


@each_document
def test_links_lead_somewhere(document: Path) -> None:
    """Each link to a file of ours names one that is there, each link to a heading one of that page."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(document)):
        if target.startswith("http"):
            continue
        name, _sign, heading = target.partition("#")
        page = document.parent / name if name else document
        assert page.is_file(), target
        if heading:
            heads = re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)
            assert heading in {re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in heads}


@each_document
def test_no_document_holds_a_path_of_some_machine(document: Path) -> None:
    """Documents speak of the checkout, never of where it lies on somebody's disk."""
    assert MACHINE_PATH.search(text_of(document)) is None


@pytest.mark.parametrize("file", [*SCRIPTS, *sorted(DOCS.glob("pictures/*"))], ids=lambda path: path.name)
def test_no_script_and_no_picture_holds_one_either(file: Path) -> None:
    """Nor do the scripts that write documents, nor the pictures."""
    assert MACHINE_PATH.search(text_of(file)) is None
