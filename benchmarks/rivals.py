"""The check of a case against what others need for the same story: inkjs compiles it, Bardic lints it.

Both are fetched by their package managers into the measure's own folder. The story is written in
their languages word for word: scenes, choices with their conditions, outcomes and reviews, changes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import story
from turns import Figure, etika_sim, processes_in_turn

from etika_sim.language.reader import read

INKJS, BARDIC = "inkjs@2.4.0", "bardic==0.10.2"
SIZES = (1_000, 10_000)
LIMIT = 0.25
Plain = dict[str, Any]


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """Whole processes, in turn: our check, inkjs's compiler, Bardic's lint."""
    ink, bardic = _inkjs(folder), _bardic(folder)
    figures = []
    for scenes in SIZES[: 1 if quick else None]:
        file = story.write(folder / f"{scenes}.yaml", scenes)
        case = read(file.read_bytes(), file.stat().st_size).data
        written = {
            "ink": _written(folder / f"{scenes}.ink", in_ink(case)),
            "bard": _written(folder / f"{scenes}.bard", in_bardic(case)),
        }
        commands = {
            "ours": etika_sim("check", "--max-size", str(file.stat().st_size), str(file)),
            "inkjs compile": [*ink, "-o", str(folder / "out.json"), str(written["ink"])],
            "Bardic lint": [*bardic, "lint", "--no-plugins", str(written["bard"])],
        }
        spent = processes_in_turn(1 if quick or scenes > SIZES[0] else 3, commands)
        figures += [
            Figure(f"check, {scenes:,} scenes", spent["ours"].seconds, "s", name, spent[name].seconds, LIMIT)
            for name in ("inkjs compile", "Bardic lint")
        ]
    return figures


def _inkjs(folder: Path) -> list[str]:
    """The command of inkjs's compiler, installed in the folder."""
    npm, node = (shutil.which(name) for name in ("npm", "node"))
    if npm is None or node is None:
        raise RuntimeError("npm and node are needed to measure against inkjs")
    _run([npm, "install", "--silent", "--prefix", str(folder), INKJS])
    return [node, str(folder / "node_modules" / "inkjs" / "bin" / "inkjs-compiler.js")]


def _bardic(folder: Path) -> list[str]:
    """The command of Bardic, in an environment of its own in the folder."""
    _run([sys.executable, "-m", "venv", str(folder / "bardic")])
    within = folder / "bardic" / "bin"
    _run([str(within / "python"), "-m", "pip", "install", "-q", BARDIC])
    return [str(within / "bardic")]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _written(path: Path, lines: Iterator[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# --- ink ----------------------------------------------------------------------------------------


def in_ink(case: Plain) -> Iterator[str]:
    """The story in ink: a knot a scene; outcome, review and changes stand below their choice."""
    for name, value in case["state"].items():
        yield f"VAR {name} = {_start(value)}"
    yield f"-> {_ink(case['start'])}"
    for id, scene in case["scenes"].items():
        yield f"=== {_ink(id)} ==="
        yield scene["text"]
        if "ending" in scene:
            yield "-> END"
            continue
        yield scene["ask"]
        for choice in scene["choices"].values():
            when = f" {{{choice['if']}}}" if "if" in choice else ""
            yield f"+{when} [{choice['text']}]"
            yield f"    {choice['outcome']}"
            yield f"    {choice['review']}"
            for name, value in _changes(choice, "false", "true"):
                yield f"    ~ {name} = {value}"
            yield f"    -> {_ink(choice['to'])}"


def _ink(id: str) -> str:
    return id.replace("-", "_")


# --- Bardic -------------------------------------------------------------------------------------


def in_bardic(case: Plain) -> Iterator[str]:
    """The story in Bardic: a passage a scene, and one a choice, since only passages change anything."""
    yield ":: Start"
    for name, value in case["state"].items():
        yield f"~ {name} = {_start(value).capitalize()}"
    yield f"+ [Mulai] -> {_bard(case['start'])}"
    for id, scene in case["scenes"].items():
        yield f":: {_bard(id)}"
        yield scene["text"]
        if "ending" in scene:
            continue
        yield scene["ask"]
        for name, choice in scene["choices"].items():
            when = f" {{{choice['if']}}}" if "if" in choice else ""
            yield f"+{when} [{choice['text']}] -> {_bard(id)}_{name}"
        for name, choice in scene["choices"].items():
            yield f":: {_bard(id)}_{name}"
            yield choice["outcome"]
            yield choice["review"]
            for state, value in _changes(choice, "False", "True"):
                yield f"~ {state} = {value}"
            yield f"-> {_bard(choice['to'])}"


def _bard(id: str) -> str:
    return "".join(part.capitalize() for part in id.split("-")[:1]) + "_".join(id.split("-")[1:])


# --- both ---------------------------------------------------------------------------------------


def _start(value: Any) -> str:
    return str(value["start"]) if isinstance(value, dict) else str(value)


def _changes(choice: Plain, no: str, yes: str) -> Iterator[tuple[str, str]]:
    """Names and their new values; counters are added to without the clamps that only we have."""
    for name, value in choice.get("set", {}).items():
        yield name, {"false": no, "true": yes}.get(str(value), str(value))
    for name, value in choice.get("add", {}).items():
        yield name, f"{name} + {value}"
