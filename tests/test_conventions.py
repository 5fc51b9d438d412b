"""Habits that a machine can hold us to: in the tests, and in the packages that must stay pure."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "etika_sim"
PURE = (
    "model.py",
    "prose.py",
    "labels.py",
    "language",
    "play",
    "checks",
    "views",
    "analysis",
    "reports",
    "classroom",
)
DOORS = {"server", "app", "board", "guard", "notes_routes", "uvicorn_protocol", "sse", "network"}
"""The modules of `classroom/web` that touch the network; the rest of it is as pure as the others."""

READS_ITS_OWN_PAGES = {"checks/pages/__init__.py"}
FORBIDDEN_CALLS = {"print", "open", "input", "exec", "eval", "breakpoint"}
FORBIDDEN_IMPORTS = {"os", "sys", "time", "datetime", "random", "socket", "subprocess", "shutil"}

test_files = sorted(TESTS.rglob("test_*.py"))
source_files = sorted(SOURCE.rglob("*.py"))
pure_files = [
    path
    for name in PURE
    for path in sorted((SOURCE / name).rglob("*.py")) or [SOURCE / name]
    if path.parent.name != "web" or path.stem not in DOORS
]


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> list[ast.FunctionDef]:
    """The test functions of a file, those in classes included."""
    nodes = ast.walk(parsed(path))
    return [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def is_a_sentence(said: str | None) -> bool:
    """Whether a docstring begins with a paragraph that ends with a full stop."""
    return bool(said) and said.split("\n\n")[0].rstrip().endswith(".")


def calls_in(path: Path) -> dict[str, int]:
    """The names that a file calls, with a line where it does."""
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return {call.func.id: call.lineno for call in calls if isinstance(call.func, ast.Name)}


def named(path: Path) -> str:
    """A file's path in short."""
    return path.relative_to(TESTS if path.is_relative_to(TESTS) else SOURCE).as_posix()


def offenders(paths: Iterable[Path], faults: Callable[[Path], Collection[object]]) -> dict[str, object]:
    """The files that have a fault, each with its faults."""
    return {named(path): found for path in paths if (found := faults(path))}


def test_every_test_says_its_rule_in_a_sentence() -> None:
    """The rule that a test holds is read without reading its code."""

    def silent(path: Path) -> list[str]:
        return [test.name for test in functions_of(path) if not is_a_sentence(ast.get_docstring(test))]

    assert offenders(test_files, silent) == {}


def test_no_two_tests_of_a_file_share_a_name() -> None:
    """A second function of the same name would silently replace the first."""

    def twice(path: Path) -> list[str]:
        names = Counter(test.name for test in functions_of(path))
        return [name for name, count in names.items() if count > 1]

    assert offenders(test_files, twice) == {}


def test_pure_packages_touch_nothing_outside() -> None:
    """No printing, no files, no clock, no dice: what is pure gets everything handed in."""

    def touched(path: Path) -> set[str | None]:
        nodes = list(ast.walk(parsed(path)))
        imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        modules = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
        forbidden = (
            FORBIDDEN_IMPORTS if named(path) in READS_ITS_OWN_PAGES else {*FORBIDDEN_IMPORTS, "pathlib"}
        )
        return (calls_in(path).keys() & FORBIDDEN_CALLS) | ((imported | modules) & forbidden)

    assert offenders(pure_files, touched) == {}


def test_nothing_is_printed_behind_the_environments_back() -> None:
    """Output goes through the environment; `print` appears nowhere in the program."""
    assert offenders(source_files, lambda path: calls_in(path).keys() & {"print"}) == {}


def test_text_files_are_read_and_written_as_utf_8() -> None:
    """Whatever the machine's own encoding is, ours is named at each reading and writing."""

    def careless(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"read_text", "write_text"}
            and "encoding" not in {keyword.arg for keyword in node.keywords}
        ]

    assert offenders(source_files, careless) == {}
