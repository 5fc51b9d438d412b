"""Prompt loop of one play: reads a line, handles the keys that hold everywhere, returns the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key, meant
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment
from etika_sim.journal.recorded_play import Keeper
from etika_sim.library.registers import Registers
from etika_sim.locale import _, ngettext
from etika_sim.play.engine import NothingToUndo, Play
from etika_sim.play.record import NOTED
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views import help_page, law, scene, scorecard
from etika_sim.views.page import Block, Gap, Page

LONGEST_TEXT = 2000


class Left(Exception):
    """The participant has left the play."""


class Desk:
    """The world, the case and the play of one participant."""

    def __init__(
        self,
        world: Environment,
        registers: Registers,
        keeper: Keeper,
        feedback: Feedback,
        endings_seen: Callable[[Keeper], int | None],
    ) -> None:
        self.world, self.registers, self.keeper = world, registers, keeper
        self.feedback, self._endings_seen = feedback, endings_seen

    @property
    def play(self) -> Play:
        """Where the play stands."""
        return self.keeper.play

    def endings_seen(self) -> int | None:
        """How many endings of the case this person has met; None when that is not kept."""
        return self._endings_seen(self.keeper)

    def show(self, *blocks: Block) -> None:
        """Put a page on the screen."""
        self.world.show(blocks)

    def say(self, sentence: str) -> None:
        """One quiet sentence."""
        self.world.say(sentence)

    def ask(self, prompt: str, count: int = 0) -> int | Key:
        """What is meant by the next line: an option of `count`, or a key that the caller must settle.

        Help, law, path and notes are granted here. Raises Left, Closed.
        """
        while True:
            wish = meant(self.world.ask(prompt), self.world.language, count)
            if wish is Key.QUIT:
                raise Left
            page = None if isinstance(wish, int) else self.page(wish)
            if page is not None:
                self.show(Gap(), *page)
            elif wish is Key.NOTE:
                self.take_note()
            else:
                return wish

    def pause(self, prompt: str, *others: Key) -> Key:
        """Wait for Enter, or for one of the other keys that the prompt names."""
        while True:
            wish = self.ask(prompt)
            if isinstance(wish, Key) and (wish is Key.ON or wish in others):
                return wish
            self.say(_("That is not understood. ? shows what you can type."))

    def page(self, wish: Key) -> Page | None:
        """The page that a wish opens, if it opens one."""
        if wish is Key.LAW:
            return law.behind(self.play, self.registers)
        if wish is Key.PATH:
            return scorecard.path(self.play)
        return help_page.playing(self.world.language) if wish is Key.HELP else None

    def ask_line(self, prompt: str) -> str:
        """A line of the participant's own words; empty when there are none. Raises Left, Closed."""
        while True:
            typed = self.world.ask(prompt).strip()
            wish = meant(typed, self.world.language, 0)
            if wish is Key.QUIT:
                raise Left
            if wish is not Key.HELP:
                break
            self.show(Gap(), *help_page.writing(self.world.language))
        if len(typed) > LONGEST_TEXT:
            self.say(_("That was long: the first {n} characters are taken.").format(n=LONGEST_TEXT))
        return typed[:LONGEST_TEXT]

    def take_note(self) -> None:
        """A note to oneself, kept with the play."""
        if not self.keeper.keeps:
            self.say_not_kept()
        text = self.ask_line(_("  Your note (Enter: none): "))
        if text:
            self.keep(partial(self.keeper.add, NOTED, {"scene": self.play.scene, "text": text}))
        if text and self.keeper.keeps:
            self.say(_("Kept with this play."))

    def say_not_kept(self) -> None:
        """What a guest should know before writing anything."""
        self.say(_("This play is not kept, nor is what you write."))

    def keep(self, write: Callable[[], None]) -> None:
        """Do what is written down first; if that fails, again, or from now on unkept. Raises Left."""
        while True:
            try:
                return write()
            except StoreTrouble as trouble:
                self.say(_("{why} Your last step is not kept yet.").format(why=sentence_of(trouble)))
                prompt = _("  Enter: try again · S: go on without keeping · Q: leave ")
                if self.pause(prompt, Key.SKIP) is Key.SKIP:
                    self.keeper.keep_no_more()
                    self.say(_("From here on nothing is kept; what was kept before stays."))

    def arrive(self) -> None:
        """Show where the play stands; an ending counts as met before it is seen."""
        self.keep(self.keeper.arrive)
        self.world.write("\n")
        self.show(*scene.arrival(self.play))

    def go_back(self) -> bool:
        """One step back; the first answer is still the one that is weighed."""
        try:
            self.keep(self.keeper.undo)
        except NothingToUndo:
            self.say(_("You are at the beginning; there is nothing to go back to."))
            return False
        count = len(self.play.withdrawn)
        self.say(
            ngettext(
                "You went back once. The first answer is the one that is weighed.",
                "You went back {count} times. The first answer is the one that is weighed.",
                count,
            ).format(count=count)
        )
        self.show(*scene.arrival(self.play))
        return True
