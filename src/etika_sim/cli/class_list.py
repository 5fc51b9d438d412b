"""The classes that this laptop remembers."""

from __future__ import annotations

from etika_sim.classroom.phases import NAMES
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal import classes
from etika_sim.journal.classes import Session
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.store.opening import open_store
from etika_sim.views.page import Gap, Items, Prose

SCHEMA_VERSION = 1


def listed(world: Environment, *, as_json: bool) -> int:
    """Show them, the one that went on last first. Raises StoreTrouble."""
    with open_store(world.store_path()) as store:
        found = [(one, classes.phase_of(store, one.id)) for one in classes.sessions(store)]
        if as_json:
            rows = [{**one._asdict(), "phase": phase.value} for one, phase in found]
            world.write_json({"schema_version": SCHEMA_VERSION, "classes": rows})
            return ExitStatus.FINE
        if not found:
            world.show((Prose((_("There is no class yet."),), "quiet"), Gap()))
            return ExitStatus.FINE
        lines = tuple((one.id, " · ".join((_told(one), _(NAMES[phase])))) for one, phase in found)
    world.show((Items(lines), Gap()))
    return ExitStatus.FINE


def _told(one: Session) -> str:
    event = f"{safe_line(one.event)} · " if one.event else ""
    return f"{event}{safe_line(one.case)} · {one.last[:16].replace('T', ' ')}"
