"""`etika-sim play CASE`: play a case in the terminal, or write out a scripted play."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim play amplop-di-loket")
    app.command("play", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(play)


def play(
    case: Annotated[
        str,
        typer.Argument(
            metavar=_("CASE"), help=_("The id of a case, or its file."), autocompletion=completion.cases
        ),
    ],
    choices: Annotated[
        str | None, typer.Option(help=_("Play these choices (ids, commas between) and write it all out."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("With --choices: the result as JSON."))] = False,
    seed: Annotated[str, typer.Option(help=_("Orders the options; the same word, the same order."))] = "",
    feedback: Annotated[
        Feedback, typer.Option(help=_("When the why is told: now, at the end, or never."))
    ] = Feedback.NOW,
    reflect: Annotated[
        bool, typer.Option("--reflect", help=_("Before each outcome ask: should, or would I do this?"))
    ] = False,
    guest: Annotated[bool, typer.Option("--guest", help=_("Keep nothing of this play."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """Play a case."""
    from etika_sim.cli.solo import play_case

    way = play_case.Way(seed, feedback, reflect=reflect, guest=guest, as_json=as_json)
    return play_case.play_case(environment(), case, path, choices, way)
