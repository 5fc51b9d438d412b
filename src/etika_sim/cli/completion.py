"""Shell completion, what Tab offers: commands, options, cases, rules, laws.

Law: nothing is parsed for it. Ids of cases are the names of their files; ids of laws are indexed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import typer

from etika_sim.cli.context import environment
from etika_sim.languages import LANGUAGES
from etika_sim.locale import _

PROGRAM = "etika-sim"
VARIABLE = "_ETIKA_SIM_COMPLETE"
"""Set by the script in the shell; Typer and click look for it under this name."""


def cases(ctx: typer.Context) -> list[str]:
    """The ids of all cases that can be played, those in folders named with --path included."""
    from etika_sim.library.folders import cases_in, folders

    named = [Path(path) for path in ctx.params.get("path") or ()]
    return sorted({path.stem for folder in folders(named) for path in cases_in(folder)})


def rules() -> list[str]:
    """The rules of the check."""
    from etika_sim.checks import pages

    return list(pages.rules())


def laws(incomplete: str) -> list[str]:
    """The ids of the registers, in small letters for who types them so."""
    from etika_sim.library.catalogue import law_ids

    ids = law_ids(environment().cache_path())
    return [name.lower() for name in ids] if incomplete.islower() else ids


def filters(option: str) -> Callable[[], list[str]]:
    """What tells the words that a filter of `list` takes."""

    def words() -> list[str]:
        from etika_sim.cli.solo.filter_words import ids_of

        return ids_of(option)

    return words


def sessions() -> list[str]:
    """The ids of the classes that are kept; the store is only looked at, and none where it cannot be."""
    from etika_sim.journal.classes import PREFIX
    from etika_sim.library.files import is_file
    from etika_sim.store.glance import names_in

    path = environment().store_path()
    names = names_in(path, PREFIX) if is_file(path) else []
    return [name.removeprefix(PREFIX) for name in names if name.isprintable() and " " not in name]


def script(shell: str) -> str:
    """What a shell must read once to complete our words. `shell` is one that Typer knows."""
    from typer._completion_shared import get_completion_script

    return f"{get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)}\n"


def answer(program: click.Command) -> int:
    """Tell the shell what may come next, on standard output. Whatever fails, the prompt stays clean."""
    from typer._completion_classes import completion_init

    completion_init()
    commands = program.commands.values() if isinstance(program, click.Group) else ()
    for command in (program, *commands):
        command.params += _everywhere()
    try:
        program.main([], prog_name=PROGRAM, complete_var=VARIABLE)
    except SystemExit as end:
        return int(end.code or 0)
    except Exception:  # noqa: BLE001 - nobody has asked for anything yet
        return 1
    return 0


def _everywhere() -> list[click.Parameter]:
    """The words that hold for every command, which the outer main takes off the line otherwise."""
    return [
        click.Option(["--lang"], type=click.Choice(LANGUAGES), help=_("Speak that language.")),
        click.Option(["--plain"], is_flag=True, help=_("Plain text without drawing.")),
    ]
