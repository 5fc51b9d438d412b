"""Preflight check of a class: is the screen large enough, can phones come in? Then a trial."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from etika_sim.classroom.plan import SHORTEST
from etika_sim.classroom.web import network
from etika_sim.classroom.web.context import PORT
from etika_sim.classroom.web.server import CannotListen, listen
from etika_sim.cli.context import Trouble
from etika_sim.cli.live import start
from etika_sim.cli.live.run import Way, draws, require_terminal, theme_of
from etika_sim.environment import Closed, Environment, ExitStatus
from etika_sim.library.catalogue import catalogue
from etika_sim.locale import N_, _, ngettext
from etika_sim.views.page import Block, Gap, Items, Prose, Source

COLUMNS, LINES = 80, 24
ROOMY = 200
"""Columns beyond which letters are too small to be read from the last row."""

FINE, MIND, BAD = N_("good"), N_("mind"), N_("amiss")

HINTS = {
    "windows-asks": N_(
        "Windows asks at the first start whether phones may come in: tick both boxes, public networks too."
    ),
    "windows-public": N_("If it does not ask, set this network to private in the settings of Windows."),
    "windows-rule": N_("If phones still cannot come in, type this in a window of the administrator:"),
    "macos-asks": N_("macOS asks at the first start whether phones may come in: allow it."),
    "ufw": N_("If the firewall ufw is on, let phones in:"),
    "firewalld": N_("If the firewall firewalld is on, let phones in:"),
}


class Found(NamedTuple):
    """One thing looked at: how it is, and what that means."""

    mark: str
    said: str


def check(world: Environment, way: Way, case: str | None) -> int:
    """Look, say what was seen, and open a trial that a phone can reach. Raises Trouble."""
    port = way.port or PORT
    found = [*_screen(world), _port(way.host, port), *_addresses(way.host)]
    world.show(
        (
            Prose((_("First: extend the display to the projector, do not mirror it; notes stay with you."),)),
            Gap(),
            Items(tuple((_(one.mark), one.said) for one in found)),
            Gap(),
            *_hints(port),
        )
    )
    status = ExitStatus.FINDINGS if any(one.mark == BAD for one in found) else ExitStatus.FINE
    if world.interactive and network.addresses(way.host):
        with suppress(Closed):
            world.ask(
                _("Enter: open the trial on this screen, and come in with your own phone. Q there ends it. ")
            )
            require_terminal(world)
            _run_trial(world, way, case)
    return status


def _run_trial(world: Environment, way: Way, case: str | None) -> None:
    """A lobby that nothing is kept of; who comes in is told on the screen."""
    if case is None:
        entries = [entry for entry in catalogue(world.language, cache=world.cache_path()) if entry.sound]
        if not entries:
            raise Trouble(_("There is no case to try with."))
        case = str(entries[0].path)
    start.run_trial(world, case, start.settle(SHORTEST, 0, _("Trial")), way)


def _screen(world: Environment) -> Iterator[Found]:
    columns, lines = shutil.get_terminal_size((COLUMNS, LINES))
    size = _("The window has {columns} columns and {lines} lines.").format(columns=columns, lines=lines)
    if columns < COLUMNS or lines < LINES:
        less = _("80 and 24 are needed: make the letters smaller or the window larger.")
        yield Found(BAD, f"{size} {less}")
    elif columns > ROOMY:
        more = _("Make the letters larger, until the last row can read them.")
        yield Found(MIND, f"{size} {more}")
    else:
        yield Found(FINE, size)
    if draws(world):
        yield Found(FINE, _("Bars and codes can be drawn."))
    else:
        plain = _("Only plain letters can be drawn: bars of # and =, and the address instead of a code.")
        yield Found(MIND, plain)
    yield _colours(world)


def _colours(world: Environment) -> Found:
    from etika_sim.host.colours import Theme

    if theme_of(world, "") is Theme.PLAIN:
        return Found(MIND, _("No colours are used; patterns tell the votes apart."))
    if os.environ.get("COLORTERM") in ("truecolor", "24bit") or "256" in os.environ.get("TERM", ""):
        return Found(FINE, _("Colours can be shown."))
    return Found(MIND, _("Few colours can be shown; patterns tell the votes apart."))


def _port(host: str | None, port: int) -> Found:
    try:
        listening = listen(host, port)
    except CannotListen as error:
        said = _("Nothing can be listened at there: {fault}.").format(fault=error.error.strerror)
        return Found(BAD, said)
    taken = int(listening.getsockname()[1])
    listening.close()
    if taken == port:
        return Found(FINE, _("Port {port} is free.").format(port=port))
    return Found(MIND, _("Port {port} is taken; {other} would be used.").format(port=port, other=taken))


def _addresses(host: str | None) -> Iterator[Found]:
    found = network.addresses(host)
    if not found:
        none = _(
            "This laptop is in no network. Switch on wifi or its hotspot, or use raised hands (--hands)."
        )
        yield Found(BAD, none)
        return
    listed = ", ".join(found)
    said = ngettext(
        "Phones reach this laptop at {addresses}.",
        "Phones reach this laptop at one of {addresses}; the first is the likeliest.",
        len(found),
    )
    yield Found(FINE, said.format(addresses=listed))


def _hints(port: int) -> Iterator[Block]:
    """What a firewall may want to be told, on this system."""
    for hint in network.firewall_hints(platform.system(), port):
        yield Prose((_(HINTS[hint.code]),), "quiet")
        if hint.command:
            yield Source(((f"   {hint.command}", ""),))
    yield Gap()
