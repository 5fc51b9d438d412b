"""The hooks for an agency's repository of cases: as pre-commit reads them, holding back what they should."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.program import Ran, program

from etika_sim.cli.app import COMMANDS
from etika_sim.library.folders import shipped

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
KNOWN = {
    "id",
    "name",
    "description",
    "entry",
    "language",
    "files",
    "types",
    "require_serial",
}
"""The keys of pre-commit that we use; `id`, `name`, `entry` and `language` must be there."""

each_hook = pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])


def run(hook: dict[str, Any], *files: Path) -> Ran:
    """The hook as pre-commit runs it: its entry, then the files."""
    words = shlex.split(hook["entry"])
    assert words[0] == "etika-sim"
    return program(*words[1:], *map(str, files))


@each_hook
def test_a_hook_has_the_form_that_pre_commit_reads(hook: dict[str, Any]) -> None:
    """No unknown key, none missing; an id without blanks; one process sees all files."""
    assert {"id", "name", "entry", "language"} <= hook.keys() <= KNOWN
    assert re.fullmatch(r"[a-z][a-z-]*", hook["id"])
    assert (hook["language"], hook["types"], hook["require_serial"]) == ("python", ["yaml"], True)


def test_hooks_are_told_apart_by_their_ids() -> None:
    """Each id once."""
    ids = [hook["id"] for hook in HOOKS]

    assert ids == list(dict.fromkeys(ids))


@each_hook
def test_a_hook_calls_a_command_that_there_is(hook: dict[str, Any]) -> None:
    """With options that it knows."""
    command, *options = shlex.split(hook["entry"])[1:]

    assert command in COMMANDS
    assert [option for option in options if option not in program(command, "--help").out] == []


@each_hook
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("kasus/a.yaml", True),
        ("kasus/modul-3/a.en.yaml", True),
        ("dinas/kasus/law.yaml", True),
        ("scenarios/5-pelanggaran/amplop-di-loket.yaml", True),
        (".github/workflows/ci.yaml", False),
        (".pre-commit-config.yaml", False),
        ("bukan-kasus/a.yaml", False),
    ],
)
def test_a_hook_looks_at_cases_only(hook: dict[str, Any], path: str, wanted: bool) -> None:
    """Other YAML of a repository is no case."""
    assert bool(re.search(hook["files"], path)) == wanted


@each_hook
def test_a_hook_holds_back_a_case_with_errors_and_lets_sound_ones_pass(
    hook: dict[str, Any], tmp_path: Path
) -> None:
    """The exit status is what pre-commit looks at; a register or a translation alone is looked at as well."""
    whole = shipped() / "5-pelanggaran" / "amplop-di-loket.yaml"
    broken = tmp_path / "a.yaml"
    broken.write_text(whole.read_text(encoding="utf-8").replace("to: ", "ke: ", 1), encoding="utf-8")

    assert run(hook, whole).status == 0
    assert run(hook, whole.with_name("amplop-di-loket.en.yaml"), shipped() / "law.yaml").status == 0
    assert run(hook, whole, broken).status == 1
