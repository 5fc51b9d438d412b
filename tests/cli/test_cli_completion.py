"""Tab in a shell: what is offered, in which shells, and how little is loaded for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.program import Ran, Writer, clean, program

from etika_sim.checks.pages import rules
from etika_sim.cli import completion
from etika_sim.cli.app import COMMANDS
from etika_sim.cli.completion_command import HOW, Shell
from etika_sim.library.catalogue import law_ids
from etika_sim.library.folders import cases_in, shipped

SHIPPED = [path.stem for path in cases_in(shipped())]
RUN = (
    "import sys; from etika_sim.cli.app import run; status = run([]); sys.stderr.write(' '.join(sys.modules))"
)


def asked(shell: str, *words: str) -> dict[str, str]:
    """The variables by which the script of a shell asks; the last word is not finished."""
    line = " ".join(("etika-sim", *words))
    return {
        completion.VARIABLE: f"complete_{shell}",
        "COMP_WORDS": "\n".join(("etika-sim", *words)),
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def tab(*words: str, shell: str = "bash", **env: str) -> Ran:
    """What the program answers when Tab is pressed behind those words."""
    return program(env={**asked(shell, *words), **env})


def offered(*words: str, **env: str) -> list[str]:
    """The words that are offered, sorted."""
    ran = tab(*words, **env)
    assert (ran.status, ran.err) == (0, "")
    return sorted(ran.out.split())


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("",), COMMANDS),
        (("pl",), ("play",)),
        (("play", ""), SHIPPED),
        (("play", "amplop-di"), ("amplop-di-loket",)),
        (("play", "--guest", "amplop-di"), ("amplop-di-loket",)),
        (("play", "zzz"), ()),
        (("explain", ""), rules()),
        (("explain", "unk"), [rule for rule in rules() if rule.startswith("unk")]),
        (("law", ""), law_ids()),
        (("law", "G-0"), [name for name in law_ids() if name.startswith("G-0")]),
        (("law", "g-0"), [name.lower() for name in law_ids() if name.startswith("G-0")]),
        (("list", "--pr"), ("--principle", "--practice", "--pressure")),
        (("list", "--practice", ""), ("PR1", "PR2", "PR3", "PR4", "PR5")),
        (("list", "--level", "b"), ("basic",)),
        (("list", "--principle", "t"), ("transparency",)),
        (("check", "--format", ""), ("text", "json", "github")),
        (("completion", ""), tuple(Shell)),
    ],
    ids=" ".join,
)
def test_what_may_come_next_is_offered(words: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Commands, ids of cases, rules and laws, options and their words."""
    assert offered(*words) == sorted(wanted)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--lang", ""), ["en", "id"]),
        (("--lang", "en", "play", "amplop-di"), ["amplop-di-loket"]),
        (("play", "--lang", "en", "amplop-di"), ["amplop-di-loket"]),
        (("--plain", "play", "amplop-di"), ["amplop-di-loket"]),
        (("law", "--plain", "--lang", "e"), ["en"]),
        (("play", "--pl"), ["--plain"]),
    ],
    ids=" ".join,
)
def test_the_words_that_hold_everywhere_are_known_everywhere(
    words: tuple[str, ...], wanted: list[str]
) -> None:
    """--lang and --plain are offered with the rest, and what follows them is as ever."""
    assert offered(*words) == wanted


def test_cases_of_other_folders_are_offered_as_well(case_file: Writer) -> None:
    """Those named with --path on the line, and those of ETIKA_SIM_PATH; each id once."""
    folder = str(case_file(name="amplop-lain.yaml").parent)
    case_file(name="amplop-di-loket.yaml")

    assert offered("play", "amplop-di") == ["amplop-di-loket"]
    assert offered("play", "--path", folder, "amplop-") == [
        "amplop-di-loket",
        "amplop-hajatan",
        "amplop-lain",
    ]
    assert offered("play", "amplop-", ETIKA_SIM_PATH=folder) == [
        "amplop-di-loket",
        "amplop-hajatan",
        "amplop-lain",
    ]


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("bash", "play\n"),
        ("zsh", """_arguments '*: :(("play":"Mainkan satu kasus, sendiri."))'\n"""),
        ("fish", "play\tMainkan satu kasus, sendiri.\n"),
        ("powershell", "play:::Mainkan satu kasus, sendiri.\n"),
    ],
)
def test_every_shell_is_answered_in_its_own_way(shell: str, said: str) -> None:
    """Where a shell can show what a word is, it is told in Indonesian; in English on request."""
    assert tab("pl", shell=shell) == Ran(0, said, "")
    english = tab("pl", shell=shell, ETIKA_SIM_LANG="en")
    assert english == Ran(0, said.replace("Mainkan satu kasus, sendiri.", "Play a case, alone."), "")


def loaded(home: Path, *words: str, shell: str = "bash") -> tuple[list[str], set[str]]:
    """What is offered, and the modules that a process has loaded for it."""
    env = clean({**asked(shell, *words), "ETIKA_SIM_HOME": str(home)})
    done = subprocess.run(
        [sys.executable, "-c", RUN], env=env, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.split(), set(done.stderr.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("words", [("play", "amplop-di"), ("explain", "stu"), ("law", "G-0")], ids=" ".join)
def test_ids_are_offered_without_parsing_or_drawing(
    words: tuple[str, ...], shell: str, tmp_path: Path
) -> None:
    """File names and the index are enough: neither YAML nor Rich nor the store is loaded."""
    loaded(tmp_path, "law", "")
    found, modules = loaded(tmp_path, *words, shell=shell)

    assert found
    assert modules & {"yaml", "rich", "sqlite3", "etika_sim.language.reader"} == set()


def test_laws_are_parsed_once_for_the_index(tmp_path: Path) -> None:
    """The first Tab behind `law` reads the registers, the next one does not."""
    first, second = (loaded(tmp_path, "law", "G-0") for _ in range(2))

    assert first[0] == second[0]
    assert ("yaml" in first[1], "yaml" in second[1]) == (True, False)


@pytest.mark.parametrize("language", ["jv", "", "en"])
def test_nothing_but_the_answer_is_written(language: str) -> None:
    """A prompt is no place for notices, not even of a language that is not there."""
    assert tab("pl", ETIKA_SIM_LANG=language) == Ran(0, "play\n", "")


@pytest.mark.parametrize("asking", ["complete_tcsh", "banyak", "x_y"])
def test_a_shell_that_is_not_known_gets_no_answer(asking: str) -> None:
    """Whatever stands in the variable, no fault of ours is reported, and no menu opens."""
    ran = program(terminal=True, env={**asked("bash", "pl"), completion.VARIABLE: asking})

    assert "kesalahan" not in ran.err
    assert "Traceback" not in ran.err
    assert "play\n" not in ran.out


def test_an_empty_variable_asks_nothing() -> None:
    """A shell that leaves it behind empty, as PowerShell may, does not stop the program from working."""
    assert program("law", "UPG", env={completion.VARIABLE: ""}) == program("law", "UPG")


def test_a_fault_on_the_way_leaves_the_prompt_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is offered, nothing is said; the status tells the shell."""

    def fails() -> None:
        raise RuntimeError

    monkeypatch.setattr("etika_sim.checks.pages.rules", fails)

    assert tab("explain", "st") == Ran(1, "", "")


# --- the scripts ------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", Shell)
def test_the_script_of_a_shell_is_printed(shell: str) -> None:
    """On standard output alone, so that it can be put into a file."""
    ran = program("completion", shell)

    assert (ran.status, ran.err) == (0, "")
    assert f"{completion.VARIABLE}" in ran.out
    assert f"complete_{shell}" in ran.out


@pytest.mark.parametrize(("language", "then"), [("id", "buka jendela baru"), ("en", "open a new window")])
def test_help_shows_a_line_for_every_shell(language: str, then: str) -> None:
    """What is typed once, each on a line of its own, unbroken."""
    ran = program("--lang", language, "completion", "--help")

    assert [line.strip() for line in ran.out.splitlines() if line.strip() in HOW.values()] == list(
        HOW.values()
    )
    assert then in ran.out


def test_a_shell_that_cannot_is_answered_with_those_that_can() -> None:
    """Status 2, and the names."""
    ran = program("completion", "tcsh")

    assert (ran.status, ran.out) == (2, "")
    assert "'tcsh' bukan salah satu dari 'bash', 'zsh', 'fish', 'powershell'." in ran.err


def in_shell(shell: str, code: str, home: Path) -> str:
    """What a real shell prints that has read our script and then runs some code."""
    program_there = Path(sys.executable).with_name("etika-sim")
    if shutil.which(shell) is None or not program_there.is_file():
        pytest.skip(f"no {shell}, or the program is not installed")
    script = home / f"etika-sim.{shell}"
    script.write_text(program("completion", shell).out, encoding="utf-8")
    env = clean({"ETIKA_SIM_HOME": str(home), "SCRIPT": str(script), "HOME": str(home)})
    env["PATH"] = os.pathsep.join((str(program_there.parent), env["PATH"]))
    command = [shell, *({"zsh": ["-f"], "bash": ["--norc"]}.get(shell, ["--no-config"])), "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False, cwd=home)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("play amplop-di", ["amplop-di-loket"]),
        ("--lang en explain stu", ["stuck"]),
        ("law G-06", ["G-06"]),
        ("check etika", []),
    ],
)
def test_bash_completes(words: str, wanted: list[str], tmp_path: Path) -> None:
    """The function that the script defines fills in the words; for files bash has its own."""
    code = """source "$SCRIPT"; complete -p etika-sim; COMP_WORDS=(etika-sim {words})
        COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _etika_sim_completion etika-sim
        printf '%s\\n' "${{COMPREPLY[@]}}" """
    registered, *found = in_shell("bash", code.format(words=words), tmp_path).split("\n")

    assert registered == "complete -o default -F _etika_sim_completion etika-sim"
    assert [word for word in found if word] == wanted


def test_zsh_completes(tmp_path: Path) -> None:
    """The function that the script defines hands the words on to zsh."""
    code = """compdef() { }; source "$SCRIPT"; _arguments() { print -r -- "$@" }
        words=(etika-sim play amplop-di); CURRENT=3; _etika_sim_completion"""

    assert in_shell("zsh", code, tmp_path) == '*: :(("amplop-di-loket"))\n'


def test_fish_completes(tmp_path: Path) -> None:
    """What fish would show, asked from fish itself."""
    code = 'source "$SCRIPT"; complete -C "etika-sim play amplop-di"; complete -C "etika-sim law g-06"'

    assert in_shell("fish", code, tmp_path) == "amplop-di-loket\ng-06\n"
