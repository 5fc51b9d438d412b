"""`etika-sim completion SHELL`: the script that lets a shell complete our words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _


class Shell(StrEnum):
    """The shells that can."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


HOW = {
    Shell.BASH: "etika-sim completion bash >> ~/.bashrc",
    Shell.ZSH: "etika-sim completion zsh >> ~/.zshrc",
    Shell.FISH: "etika-sim completion fish > ~/.config/fish/completions/etika-sim.fish",
    Shell.POWERSHELL: "etika-sim completion powershell | Add-Content $PROFILE",
}
"""What is typed once, by shell."""


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    how = _("Prints a script for your shell. Keep it where the shell reads it when it starts:")
    lines = "\n".join(HOW.values())
    after = _("Then open a new window.")
    explained = f"{about}\n\n{how}\n\n\b\n{lines}\n\n{after}"
    example = _("Example: etika-sim completion bash >> ~/.bashrc")
    app.command("completion", options_metavar=_("[OPTIONS]"), help=explained, epilog=example)(show)


def show(
    shell: Annotated[Shell, typer.Argument(metavar=_("SHELL"), help=_("bash, zsh, fish or powershell."))],
) -> None:
    """Print the script."""
    environment().write(completion.script(shell.value))
