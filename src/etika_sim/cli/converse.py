"""Playing a case by question and answer in a terminal."""

from __future__ import annotations

from etika_sim.cli.context import environment
from etika_sim.cli.keys import Key, meant
from etika_sim.environment import Closed, ExitStatus
from etika_sim.library.load import Loaded
from etika_sim.locale import _
from etika_sim.model import Choice
from etika_sim.play.engine import NothingToUndo, Play, choose, has_ended, options, start, undo
from etika_sim.views import help_page, law, scene, scorecard
from etika_sim.views.page import Gap, Page, Prose
from etika_sim.views.scene import LETTERS


class Left(Exception):
    """The participant has left the play."""


def converse(loaded: Loaded, seed: str) -> int:
    """Play until an ending, or until the participant leaves."""
    try:
        _Conversation(loaded, seed).run()
    except (Left, Closed):
        environment().show((Gap(), Prose((_("You have left the play. See you again."),), "quiet")))
    return ExitStatus.FINE


class _Conversation:
    def __init__(self, loaded: Loaded, seed: str) -> None:
        assert loaded.scenario is not None
        self.world, self.loaded = environment(), loaded
        self.play = start(loaded.scenario, seed)
        self.show = self.world.show

    def run(self) -> None:
        self.world.write("\n")
        self.show(scene.opening(self.play.scenario))
        while (wish := meant(self.world.ask(_("  Enter: begin ")), self.world.language, 0)) is not Key.ON:
            self.other(wish)
        self.world.write("\n")
        self.show(scene.arrival(self.play))
        while True:
            if has_ended(self.play):
                self.show(scorecard.summary(self.play))
                if self.finished():
                    return
            else:
                self.decide()

    def decide(self) -> None:
        """One decision: an option, confirmed, and what came of it; or another wish."""
        offered = options(self.play)
        prompt = _("  Your choice ({first}-{last}, ? for help): ").format(
            first="A", last=LETTERS[len(offered) - 1]
        )
        wish = meant(self.world.ask(prompt), self.world.language, len(offered))
        if isinstance(wish, int):
            self.confirm(offered[wish])
        elif wish is Key.ON or wish is Key.UNKNOWN:
            letters = ", ".join(LETTERS[: len(offered)])
            self.say(_("Type one of the letters {letters}, then Enter.").format(letters=letters))
        else:
            self.other(wish)

    def confirm(self, choice: Choice) -> None:
        """The chosen sentence counts once its outcome is shown."""
        self.world.write("\n")
        self.show(scene.chosen(self.play, choice))
        while True:
            typed = self.world.ask(_("  Enter: go on · U: choose again "))
            wish = meant(typed, self.world.language, 0)
            if wish is Key.ON:
                return self.take(choice)
            if wish is Key.UNDO:
                return self.show((Gap(), *scene.question(self.play)))
            self.other(wish)

    def take(self, choice: Choice) -> None:
        self.play = choose(self.play, choice.id)
        registers = self.loaded.registers
        self.world.write("\n")
        self.show(scene.consequence(self.play, registers.laws, registers.channels))
        while (wish := meant(self.world.ask(_("  Enter: go on ")), self.world.language, 0)) is not Key.ON:
            if wish is Key.UNDO:
                return self.back()
            self.other(wish)
        self.world.write("\n")
        self.show(scene.arrival(self.play))

    def finished(self) -> bool:
        """Whether the participant is done; going back from an ending is allowed."""
        while True:
            wish = meant(self.world.ask(_("  Enter: finish · U: go back ")), self.world.language, 0)
            if wish is Key.ON:
                return True
            if wish is Key.UNDO:
                self.back()
                return False
            self.other(wish)

    def back(self) -> None:
        """One step back; the first answer is still the one that is weighed."""
        try:
            self.play = undo(self.play)
        except NothingToUndo:
            self.say(_("You are at the beginning; there is nothing to go back to."))
            return
        self.world.write("\n")
        self.show(scene.arrival(self.play))

    def other(self, wish: int | Key) -> None:
        """Wishes that can be had at any prompt."""
        if wish is Key.QUIT:
            raise Left
        if wish is Key.UNDO:
            self.back()
        elif wish is Key.LAW:
            self.show((Gap(), *law_of_last(self.play, self.loaded)))
        elif wish is Key.PATH:
            self.show((Gap(), *scorecard.path(self.play)))
        elif wish is Key.HELP:
            self.show((Gap(), *help_page.playing(self.world.language)))
        else:
            self.say(_("That is not understood. ? shows what you can type."))

    def say(self, sentence: str) -> None:
        self.show((Gap(), Prose((sentence,), "quiet"), Gap()))


def law_of_last(play: Play, loaded: Loaded) -> Page:
    """Every law cited by the last choice; a sentence when there is none."""
    registers = loaded.registers
    cited = scene.choice_of(play.scenario, play.steps[-1]).law if play.steps else ()
    pages = [
        law.entry(registers.laws[name], registers.status_as_of) for name in cited if name in registers.laws
    ]
    if not pages:
        return (Prose((_("No law has been cited yet. It comes after a choice."),), "quiet"), Gap())
    return tuple(block for page in pages for block in (*page, Gap()))
