"""`etika-sim law [ID|WORD]`: the registers of law and channels."""

from __future__ import annotations

from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim law G-06")
    app.command("law", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(law)


def law(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[ID|WORD]"), help=_("An id, or a word to look for."), autocompletion=completion.laws
        ),
    ] = None,
) -> int:
    """Look up the law and the channels."""
    from etika_sim.library.registers import registers
    from etika_sim.views.law import looked_up

    found = registers(environment().language)
    page = looked_up(found, word or "")
    if not page:
        raise Trouble(_nothing_says(word or "", [*found.laws, *found.channels]), ExitStatus.FINDINGS)
    environment().show(page)
    return ExitStatus.FINE


def _nothing_says(word: str, known: list[str]) -> str:
    from etika_sim.language.suggest import closest

    near = closest(word.upper(), known)
    hint = "" if near is None else " " + _("Did you mean {name}?").format(name=near)
    return _("Nothing in the registers says {word}.").format(word=word) + hint
