"""The page of a rule of the check, or the list of all rules."""

from __future__ import annotations

from etika_sim.checks.pages import page, rules
from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment
from etika_sim.language.suggest import closest
from etika_sim.locale import _
from etika_sim.views import rule_page


def explain_rule(world: Environment, rule: str | None) -> None:
    """Show the page of a rule; without one, all that there are. Raises Trouble for one that is not known."""
    if rule is None:
        world.show(rule_page.listing([page(name) for name in rules()], world.language))
        return
    if rule not in rules():
        raise Trouble(_no_such_rule(rule, rules()))
    world.show(rule_page.explanation(page(rule), world.language))


def _no_such_rule(rule: str, known: tuple[str, ...]) -> str:
    near = closest(rule, known)
    hint = _("See: etika-sim explain") if near is None else _("Did you mean {name}?").format(name=near)
    sentence = _("There is no rule {name}.").format(name=rule)
    return f"{sentence} {hint}"
