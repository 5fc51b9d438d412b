"""`etika-sim check --audit CASE`: the roads of a case, for its author."""

from __future__ import annotations

from pathlib import Path

from etika_sim.checks.audit import audit
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment, ExitStatus
from etika_sim.locale import _
from etika_sim.views.audit import audit_page
from etika_sim.views.audit_data import as_data


def show_audit(world: Environment, paths: list[Path], *, as_json: bool) -> int:
    """Work out the roads of one case, named by its id or its file, and show them. Raises Trouble."""
    if len(paths) != 1:
        raise Trouble(_("Name one case: etika-sim check --audit CASE"))
    loaded = playable(str(paths[0]), None)
    if loaded.scenario is None or not loaded.checked.sound:
        raise Trouble(_("While a case has faults its roads are not worked out."), ExitStatus.FINDINGS)
    found = audit(loaded.scenario)
    if as_json:
        world.write_json(as_data(found))
    else:
        world.show(audit_page(found))
    return ExitStatus.FINE
