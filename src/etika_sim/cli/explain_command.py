"""`etika-sim explain RULE`: the page of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim explain stuck")
    app.command("explain", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(explain)


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[RULE]"),
            help=_("The rule; without one, all are listed."),
            autocompletion=completion.rules,
        ),
    ] = None,
) -> int:
    """Explain a rule of the check."""
    from etika_sim.checks.pages import page, rules
    from etika_sim.views import rule_page

    world = environment()
    if rule is None:
        world.show(rule_page.listing([page(name) for name in rules()], world.language))
        return ExitStatus.FINE
    if rule not in rules():
        raise Trouble(_no_such_rule(rule, rules()))
    world.show(rule_page.explanation(page(rule), world.language))
    return ExitStatus.FINE


def _no_such_rule(rule: str, known: tuple[str, ...]) -> str:
    from etika_sim.language.suggest import closest

    near = closest(rule, known)
    hint = _("See: etika-sim explain") if near is None else _("Did you mean {name}?").format(name=near)
    sentence = _("There is no rule {name}.").format(name=rule)
    return f"{sentence} {hint}"
