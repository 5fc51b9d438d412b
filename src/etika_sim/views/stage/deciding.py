"""The wall at a decision: the situation, the scene played, the question, the talk."""

from __future__ import annotations

from etika_sim.classroom.clock import left, minutes_and_seconds
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.shown import ProjectorView, given
from etika_sim.classroom.state import USUAL, Stage
from etika_sim.locale import _
from etika_sim.views.stage.big import big
from etika_sim.views.stage.lines import Look, Part, marked, told, wrapped


def read(shown: ProjectorView, look: Look) -> list[Part]:
    """The situation, without its options: everybody thinks before anything is offered."""
    decision = given(shown["decision"])
    parts = told(decision["text"], look)
    title = [wrapped(decision["title"], look, "strong")] if decision["title"] else []
    return [*title, *parts, wrapped(decision["ask"], look, "strong")]


def enact(shown: ProjectorView, look: Look) -> list[Part]:
    """The scene is played at all tables at once."""
    return [
        wrapped(_("Play the scene at your table. Say it as you would at the office."), look, "strong"),
        big(minutes_and_seconds(left(shown, look.now)), look),
        wrapped(_("Observers: write down one sentence, word for word."), look),
        wrapped(_("Nobody has to act well. Nobody is judged."), look, "quiet"),
    ]


def vote(shown: ProjectorView, look: Look) -> list[Part]:
    """The question, its options, and how many have chosen; never what they chose."""
    now = given(shown["round"])
    own = given(shown["decision"])["ask"]
    asks = _("What would most colleagues probably do?") if now["asks"] == USUAL else own
    return [
        wrapped(asks, look, "strong"),
        *options(shown, look),
        state(shown, look),
    ]


def options(shown: ProjectorView, look: Look) -> list[Part]:
    """The options behind their letters."""
    return [marked(option["letter"], option["text"], look) for option in shown["options"]]


def state(shown: ProjectorView, look: Look) -> Part:
    """Whether votes are taken, and how many have come."""
    now = given(shown["round"])
    if now["stage"] == Stage.WAITING:
        return wrapped(_("Choose in silence. The vote is not open yet."), look, "quiet")
    if now["stage"] == Stage.OPEN and not look.address and not now["voted"]:
        return wrapped(_("Close your eyes. Raise your hand when your letter is called."), look)
    count = _("{voted} of {voices} have chosen.").format(**now)
    if now["stage"] == Stage.OPEN:
        return wrapped(count, look, "strong")
    closed = _("The vote is closed.")
    return wrapped(f"{closed} {count}", look, "quiet")


def discuss(shown: ProjectorView, look: Look) -> list[Part]:
    """Neighbours talk; nobody has seen a result."""
    return [
        wrapped(_("Find somebody who chose differently."), look, "strong"),
        wrapped(_("You need not win. Understand why the other chose that."), look),
        big(minutes_and_seconds(left(shown, look.now)), look),
        wrapped(_("Then everybody votes once more."), look, "quiet"),
        tuple(row for part in options(shown, look) for row in part),
    ]


PAGES = {Phase.READ: read, Phase.ENACT: enact, Phase.VOTE_1: vote, Phase.VOTE_2: vote, Phase.DISCUSS: discuss}
