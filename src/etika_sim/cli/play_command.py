"""`etika-sim play CASE`: play a case in the terminal, or write out a scripted play."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble, environment
from etika_sim.cli.script import scripted
from etika_sim.environment import ExitStatus
from etika_sim.locale import _
from etika_sim.play.engine import NoWay


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "play",
        options_metavar=_("[OPTIONS]"),
        help=_("Play a case, alone."),
        epilog=_("Example: etika-sim play amplop-di-loket"),
    )(play)


def play(
    case: Annotated[str, typer.Argument(metavar=_("CASE"), help=_("The id of a case, or its file."))],
    choices: Annotated[
        str | None, typer.Option(help=_("Play these choices (ids, commas between) and write it all out."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("With --choices: the result as JSON."))] = False,
    seed: Annotated[str, typer.Option(help=_("Orders the options; the same word, the same order."))] = "",
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """Play a case."""
    loaded = playable(case, path)
    try:
        if choices is not None:
            return scripted(loaded, choices, seed, as_json=as_json)
        if as_json or not environment().interactive:
            raise Trouble(_("This is no terminal to play in. Name the choices: --choices id,id,…"))
        from etika_sim.cli.converse import converse

        return converse(loaded, seed)
    except NoWay as fault:
        raise Trouble(
            _("The case has a fault: from {scene} no way leads on.").format(scene=fault.scene),
            ExitStatus.FINDINGS,
        ) from None
