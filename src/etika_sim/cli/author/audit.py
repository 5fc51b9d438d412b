"""`etika-sim check --audit CASE`: the roads of a case, for its author."""

from __future__ import annotations

from pathlib import Path

from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import _


def show_audit(paths: list[Path], *, as_json: bool) -> int:
    """Work out the roads of one case, named by its id or its file, and show them. Raises Trouble."""
    if len(paths) != 1:
        raise Trouble(_("Name one case: etika-sim check --audit CASE"))
    loaded = playable(str(paths[0]), None)
    if loaded.scenario is None or not loaded.checked.sound:
        raise Trouble(_("While a case has faults its roads are not worked out."), ExitStatus.FINDINGS)
    from etika_sim.checks.audit import audit
    from etika_sim.views.audit import audit_page
    from etika_sim.views.audit_data import as_data

    found = audit(loaded.scenario)
    if as_json:
        environment().write_json(as_data(found))
    else:
        environment().show(audit_page(found))
    return ExitStatus.FINE
