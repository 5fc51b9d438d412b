"""`etika-sim law [ID|WORD]`: the registers of law and channels."""

from __future__ import annotations

from typing import Annotated

import typer

from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.views import law as view


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "law",
        options_metavar=_("[OPTIONS]"),
        help=_("Look up the law and the channels."),
        epilog=_("Example: etika-sim law G-06"),
    )(law)


def law(
    word: Annotated[
        str | None, typer.Argument(metavar=_("[ID|WORD]"), help=_("An id, or a word to look for."))
    ] = None,
) -> int:
    """Look up the law and the channels."""
    found = registers(environment().language)
    name = (word or "").strip().upper()
    if name in found.laws:
        environment().show(view.entry(found.laws[name], found.status_as_of))
        return ExitStatus.FINE
    if name in found.channels:
        environment().show(view.channel(found.channels[name]))
        return ExitStatus.FINE
    wanted = (word or "").casefold()
    laws = [one for one in found.laws.values() if wanted in f"{one.id} {one.cite} {one.says}".casefold()]
    channels = [one for one in found.channels.values() if wanted in " ".join(map(str, one)).casefold()]
    if not laws and not channels:
        raise Trouble(
            _("Nothing in the registers says {word}.").format(word=safe_line(word or "")), ExitStatus.FINDINGS
        )
    environment().show(view.listing(found, laws, channels))
    return ExitStatus.FINE
