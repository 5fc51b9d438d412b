"""Who may import whom, read from the source; and how large its parts may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from cli.program import clean
from imports import FENCED, MAY_IMPORT

SOURCE = Path(__file__).parents[1] / "src" / "etika_sim"
PACKAGE = "etika_sim"

LONGEST_FILE, LONGEST_FUNCTION = 250, 40
LONGER_FILES = {
    "model.py": "the nouns, all in one place",
    "classroom/events.py": "a table: every kind of event",
    "classroom/phases.py": "a table: every phase, with what is said in it",
    "classroom/shown.py": "a table: the shape of everything that is shown or sent",
    "language/fields.py": "a table: the language, described once",
}
LONGER_FUNCTIONS = {
    "cli/class_command.py:class_": "a table: the options of the command, each with its help",
    "language/tree.py:build": "one loop over YAML's events; cut up, it would take twice as long",
}


class Import(ast.NodeVisitor):
    """What a module imports when it is loaded, and what only later, inside a function or for types."""

    def __init__(self, module: str) -> None:
        self.module, self.at_once, self.later, self.types = module, set[str](), set[str](), set[str]()
        self.into = self.at_once

    def visit_Import(self, node: ast.Import) -> None:
        """`import a.b`."""
        self.into.update(alias.name for alias in node.names)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """`from a.b import c`, where c may be a module."""
        assert node.level == 0, f"{self.module} imports relatively"
        assert node.module is not None
        modules = {f"{node.module}.{alias.name}" for alias in node.names} & set(modules_of_ours())
        self.into.update(modules or {node.module})

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """What stands inside a function is imported when it runs."""
        self._within(self.later, node.body)

    def visit_If(self, node: ast.If) -> None:
        """What stands under TYPE_CHECKING is never imported."""
        is_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        self._within(self.types if is_types else self.into, node.body)
        self._within(self.into, node.orelse)

    def _within(self, into: set[str], body: list[ast.stmt]) -> None:
        before, self.into = self.into, into
        for statement in body:
            self.visit(statement)
        self.into = before


@cache
def modules_of_ours() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports_of(module: str) -> Import:
    """What the module imports."""
    visitor = Import(module)
    visitor.visit(ast.parse(modules_of_ours()[module].read_text(encoding="utf-8")))
    return visitor


def part_of(module: str) -> str:
    """The part of the program that a module belongs to: `etika_sim.play.engine` is of `play`."""
    return [*module.split("."), "__init__"][1]


def ours(modules: set[str]) -> set[str]:
    """Those of the modules that are ours."""
    return {module for module in modules if module.split(".")[0] == PACKAGE}


def named(path: Path) -> str:
    """A file's path inside the package."""
    return path.relative_to(SOURCE).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file with their lengths in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{named(path)}:{node.name}", node.end_lineno - node.lineno + 1


def test_a_module_imports_only_what_its_part_may_know() -> None:
    """The picture of who may import whom holds for every file, imports inside functions included."""
    beyond = {}
    for module in modules_of_ours():
        part, found = part_of(module), imports_of(module)
        known = {part_of(name) for name in ours(found.at_once | found.later | found.types)} - {part}
        if part != "cli" and known - MAY_IMPORT[part]:
            beyond[module] = known - MAY_IMPORT[part]

    assert beyond == {}


def test_what_is_told_of_a_class_afterwards_is_made_without_its_room() -> None:
    """Reports and accounts know the nouns of a summary only: a leak would need a type that is not there."""
    rooms = {"Room", "Ballot", "Round", "Vote", "Seat", "Said"}
    tellers = [*sorted((SOURCE / "reports").rglob("*.py")), SOURCE / "views" / "room_account.py"]
    knowing = [
        named(path)
        for path in tellers
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and rooms & {alias.name for alias in node.names}
    ]

    assert knowing == []


def test_a_document_takes_its_words_as_an_argument() -> None:
    """Nothing in `reports` knows the language in use; it speaks the one that it is handed."""
    knowing = [
        named(path)
        for path in sorted((SOURCE / "reports").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and {"_", "ngettext"} & {alias.name for alias in node.names}
    ]

    assert knowing == []


def places_that_know(library: str) -> set[str]:
    """The files that import a library of others."""
    return {
        named(path)
        for module, path in modules_of_ours().items()
        for name in imports_of(module).at_once | imports_of(module).later | imports_of(module).types
        if name.split(".")[0] == library
    }


def test_a_library_is_known_only_where_it_belongs() -> None:
    """A library that could be exchanged stands behind one fence, no wider than it must be."""
    for library, places in FENCED.items():
        knowing = places_that_know(library)

        assert {path for path in knowing if not path.startswith(tuple(places))} == set(), library
        assert {place for place in places if not any(path.startswith(place) for path in knowing)} == set(), (
            library
        )


def test_no_import_goes_round_in_a_circle() -> None:
    """Taking away, again and again, the modules that need none of the rest leaves nothing.

    Imports inside functions and those for types alone count as well.
    """
    left = {
        module: ours(found.at_once | found.later | found.types) - {module}
        for module in modules_of_ours()
        for found in (imports_of(module),)
    }

    while free := {module for module, needs in left.items() if not needs & left.keys()}:
        left = {module: needs for module, needs in left.items() if module not in free}

    assert left == {}


SHARED_BY_COMMANDS = {
    f"{PACKAGE}.{name}"
    for name in (
        "cli.completion",
        "cli.context",
        "cli.solo.feedback",
        "language.limits",
        "languages",
        "locale",
    )
}
"""What a command file may import when it is loaded: what all of them share, and tables without imports."""


def test_a_command_file_holds_options_and_one_way_to_what_it_does() -> None:
    """Tab loads every command: each imports at once what all share, later one module that works."""
    beyond = {}
    for module in modules_of_ours():
        found = imports_of(module)
        if module.endswith("_command") and (
            ours(found.at_once | found.types) - SHARED_BY_COMMANDS or len(ours(found.later)) > 1
        ):
            beyond[module] = (ours(found.at_once | found.types) - SHARED_BY_COMMANDS, ours(found.later))

    assert beyond == {}


def test_nothing_is_imported_later_that_is_there_already() -> None:
    """An import inside a function of what the file imports at its head would only tell a lie about cost."""
    twice = {
        module: imports_of(module).at_once & imports_of(module).later
        for module in modules_of_ours()
        if ours(imports_of(module).at_once & imports_of(module).later)
    }

    assert twice == {}


def test_the_folders_of_the_command_line_know_each_other_one_way_only() -> None:
    """Menus may know all, what leads, writes and keeps may know the player; the player knows none of them."""
    may_know = {
        "menus": {"live", "author", "kept", "solo"},
        "live": {"kept", "solo"},
        "author": {"solo"},
        "kept": {"solo"},
        "solo": set[str](),
    }
    beyond = {}
    for module in modules_of_ours():
        folder = [*module.split("."), "", ""][2]
        if folder in may_know:
            found = imports_of(module)
            names = {name.split(".")[2] for name in ours(found.at_once | found.later) if ".cli." in name}
            if wrong := names & may_know.keys() - may_know[folder] - {folder}:
                beyond[module] = wrong

    assert beyond == {}


def test_a_file_is_no_longer_than_can_be_read_at_once() -> None:
    """250 lines are enough, but for the files that say why they are longer."""
    longer = {
        named(path)
        for path in modules_of_ours().values()
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE
    }

    assert longer <= LONGER_FILES.keys()


def test_a_function_is_no_longer_than_can_be_read_at_once() -> None:
    """40 lines are enough, but for the functions that say why they are longer."""
    longer = {
        name
        for path in modules_of_ours().values()
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION
    }

    assert longer <= LONGER_FUNCTIONS.keys()


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    """A module begins with a docstring whose first paragraph is a sentence, capital letter to full stop."""
    silent = []
    for path in modules_of_ours().values():
        said = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
        if not said or not said.rstrip().endswith((".", ":")) or not (said[0].isupper() or said[0] in "`("):
            silent.append(f"{named(path)}: {said}")

    assert silent == []


def loaded(*words: str) -> set[str]:
    """The modules in memory after the program has run those words."""
    code = (
        "import sys; from etika_sim.__main__ import main\n"
        f"sys.argv = ['etika-sim', *{words!r}]\n"
        "main(); sys.stderr.write('\\n'.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=clean()
    )
    return set(done.stderr.split("\n"))


def test_the_version_is_told_without_loading_the_program() -> None:
    """`--version` needs neither typer nor yaml nor any part of ours."""
    modules = loaded("--version")

    assert modules & {"typer", "click", "yaml", "rich", "gettext", "sqlite3", "json"} == set()
    assert {module for module in modules if module.startswith(f"{PACKAGE}.")} == {f"{PACKAGE}.__main__"}


@pytest.mark.parametrize(
    "words",
    [
        ("play", "amplop-di-loket", "--choices", "terima,bawa-pulang,bawa-sendiri,lembur-satu,minta-diam"),
        ("list",),
        ("law", "G-06"),
        ("explain", "stuck"),
        ("check",),
    ],
    ids=lambda words: words[0],
)
def test_plain_pages_are_written_without_loading_rich(words: tuple[str, ...]) -> None:
    """Nothing that draws is loaded where nothing is drawn; nor what no command needs yet."""
    modules = loaded(*words)

    assert modules & {"rich", "rich.console", "pydantic", "starlette", "jinja2", "textual"} == set()


def test_the_help_page_names_commands_without_loading_one() -> None:
    """`--help` loads no command, nor what reads or checks a case."""
    modules = loaded("--help")

    assert [module for module in modules if module.endswith("_command")] == []
    assert modules & {"yaml", "json", "hashlib", f"{PACKAGE}.model"} == set()


def test_a_sound_case_is_checked_without_what_only_others_need(tmp_path: Path) -> None:
    """Neither digests nor reasons of bad syntax are loaded for a case of one's own that is fine."""
    case = tmp_path / "kasus.yaml"
    case.write_bytes(Path(__file__).with_name("taught").joinpath("base.yaml").read_bytes())
    modules = loaded("check", str(case))

    assert f"{PACKAGE}.checks.rules.long_sentence" in modules
    assert modules & {"hashlib", "json", "statistics", f"{PACKAGE}.language.syntax"} == set()
