"""Writes into docs/architecture.md the tree of the source, a sentence a module, and who may import whom.

`python scripts/write_tree.py --check` says whether it is current.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from re import DOTALL, split, sub

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from imports import FENCED, MAY_IMPORT  # noqa: E402 - the tables that the tests hold

ARCHITECTURE = ROOT / "docs" / "architecture.md"
SOURCE = ROOT / "src" / "etika_sim"
MARKED = r"(<!-- (tree|packages|libraries) -->\n).*?(<!-- end -->)"
COLUMN = 26
ORDER = (
    "model.py",
    "prose.py",
    "language",
    "play",
    "checks",
    "library",
    "store",
    "journal",
    "classroom",
    "analysis",
    "reports",
    "views",
    "locale",
    "labels.py",
    "environment.py",
    "cli",
    "__main__.py",
)
"""The way of the data, from the nouns to the command line; what is not named here comes last."""


def _sentence(module: Path) -> str:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return split(r"(?<=\.) ", " ".join(said.split("\n\n")[0].split()))[0]


def _place(path: Path) -> tuple[int, str]:
    return (ORDER.index(path.name) if path.name in ORDER else len(ORDER), path.name)


def _lines(folder: Path, depth: int) -> Iterator[str]:
    for path in sorted(folder.iterdir(), key=_place):
        module = path / "__init__.py" if path.is_dir() else path
        if path.name == "__init__.py" or module.suffix != ".py" or not module.is_file():
            continue
        name = f"{'  ' * depth}{path.name}{'/' if path.is_dir() else ''}"
        yield f"{name:<{COLUMN - 1}} {_sentence(module)}".rstrip()
        if path.is_dir():
            yield from _lines(path, depth + 1)


def tree() -> str:
    """The packages and modules, one line each."""
    return "\n".join(_lines(SOURCE, 0))


def packages() -> Iterator[str]:
    """The table of packages and of what of ours each may import."""
    yield "| package | may import of ours |"
    yield "| --- | --- |"
    for package, others in MAY_IMPORT.items():
        if not package.startswith("__"):
            yield f"| `{package}` | {', '.join(sorted(others)) or '–'} |"
    yield "| `cli` | all |"


def libraries() -> Iterator[str]:
    """The table of libraries of others and of the places that may know them."""
    yield "| library | known to |"
    yield "| --- | --- |"
    for library, places in FENCED.items():
        yield f"| `{library}` | {', '.join(f'`{place}`' for place in sorted(places))} |"


PARTS = {
    "tree": lambda: f"```text\n{tree()}\n```",
    "packages": lambda: "\n".join(packages()),
    "libraries": lambda: "\n".join(libraries()),
}


def main() -> int:
    """Write the parts, or with --check say whether they are current."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    current = sub(MARKED, lambda match: f"{match[1]}\n{PARTS[match[2]]()}\n\n{match[3]}", text, flags=DOTALL)
    if "--check" not in sys.argv[1:]:
        ARCHITECTURE.write_text(current, encoding="utf-8", newline="\n")
    elif current != text:
        sys.stderr.write("docs/architecture.md is out of date: run python scripts/write_tree.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
