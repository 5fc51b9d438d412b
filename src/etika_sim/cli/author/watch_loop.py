"""Watch loop of `watch`: polls a case while it is written, and shows it whenever it has changed."""

from __future__ import annotations

from pathlib import Path

from etika_sim.authoring.watching import Change, Road, Stand, changed, stand
from etika_sim.checks.validate import Checked
from etika_sim.cli.cases import file_of
from etika_sim.cli.context import cannot_read
from etika_sim.environment import Environment
from etika_sim.language.limits import LARGEST
from etika_sim.languages import ORIGINAL
from etika_sim.library.examine import examine
from etika_sim.library.files import CannotRead, read_bytes
from etika_sim.library.folders import REGISTER_NAMES, translation_of
from etika_sim.library.load import Loaded, load
from etika_sim.locale import _
from etika_sim.model import Scenario
from etika_sim.views import watching
from etika_sim.views.page import Prose

PAUSE = 0.3
"""Seconds between two looks; a file is read when two looks see the same, so that it is saved whole."""

_SMALL = 1024 * 1024
"""Bytes up to which contents are compared, for clocks are coarse and a save may change nothing."""

Seen = bytes | tuple[int, int] | None
"""The content of a small file; the time and the size of a large one; None if there is nothing to read."""


def watch(world: Environment, case: str, paths: list[Path] | None = None) -> None:
    """Show a case at every save until Ctrl+C. Raises Trouble if it cannot be read."""
    file = file_of(case, paths)
    try:
        read_bytes(file, 0)
    except CannotRead as error:
        raise cannot_read(error) from None
    Watcher(world, file).run()


class Watcher:
    """One case under watch: what was seen of its files, the last sound version, the road to its scene."""

    def __init__(self, world: Environment, path: Path) -> None:
        self.world, self.path = world, path
        self.sound: Scenario | None = None
        self.change: Change | None = None
        self.road: Road = ()
        near = (path.parent, path.parent.parent)
        self._files = [path, *(folder / f"{name}.yaml" for folder in near for name in REGISTER_NAMES)]
        if world.language != ORIGINAL:
            self._files.append(translation_of(path, world.language))
        self._last: list[Seen] = []
        self._shown: list[Seen] = []

    def run(self) -> None:
        """Look until interrupted."""
        self._last = self._look()
        while True:
            self.turn()
            self.world.pause(PAUSE)

    def turn(self) -> None:
        """Look once; show the case if it is not what was shown and has settled."""
        now = self._look()
        if now == self._last and now != self._shown:
            self._shown = now
            self._show()
        self._last = now

    def _look(self) -> list[Seen]:
        return [_seen(file) for file in self._files]

    def _show(self) -> None:
        try:
            loaded = load(str(self.path), self.world.language)
            checked = examine([self.path], LARGEST, self.world.now()[:10])
        except CannotRead:
            self._say(_("{path} is not there or cannot be read; waiting for it.").format(path=self.path.name))
            return
        standing = self._stand(loaded)
        if self.world.stdout.isatty():
            self._show_pages(loaded, checked, standing)
        else:
            change = None if loaded.scenario is None else self.change
            line = watching.line(self.path.name, self.world.clock(), checked, change, standing)
            self.world.write(f"{line}\n")
        self.world.stdout.flush()

    def _stand(self, loaded: Loaded) -> Stand | None:
        """A play at the scene that was changed, or at the one shown before if no scene was."""
        scenario = loaded.scenario
        if scenario is None:
            return None
        new = None if self.sound is None else changed(self.sound, scenario)
        self.sound = scenario
        if new is not None:
            self.change = new
        elif self.change is None or self.change.scene not in scenario.scenes:
            self.change = Change(scenario.start)
        found = stand(scenario, self.change.scene, self.road)
        if found is not None:
            self.road = found.road
        return found

    def _show_pages(self, loaded: Loaded, checked: list[Checked], standing: Stand | None) -> None:
        self.world.show(watching.head(self.path.name, self.world.clock()))
        self.world.show(watching.found(checked))
        self.world.write("\n")
        if standing is not None and self.change is not None:
            self.world.show(watching.stood(standing, self.change, loaded.registers))
        elif loaded.scenario is not None and self.change is not None:
            self.world.show(watching.nothing_there(self.change))
        self._say(_("Watching {path}. Save it to see it anew; Ctrl+C ends.").format(path=self.path.name))

    def _say(self, sentence: str) -> None:
        if self.world.stdout.isatty():
            self.world.show((Prose((sentence,), "quiet"),))
        else:
            self.world.write(f"{self.world.clock()} {sentence}\n")
        self.world.stdout.flush()


def _seen(file: Path) -> Seen:
    """What a look sees of a file."""
    try:
        stat = file.stat()
        return read_bytes(file) if stat.st_size <= _SMALL else (stat.st_mtime_ns, stat.st_size)
    except (OSError, ValueError, CannotRead):
        return None
