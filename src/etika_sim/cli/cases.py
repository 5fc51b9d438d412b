"""Loading of a case for a command, or one sentence that says why it cannot be had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etika_sim.cli.context import Trouble, cannot_read, environment, existing_folders
from etika_sim.environment import ExitStatus
from etika_sim.library.files import CannotRead
from etika_sim.library.folders import cases_in, folders
from etika_sim.library.load import Loaded, NoSuchCase, load, path_of
from etika_sim.locale import _
from etika_sim.play.engine import NoWay


def playable(case: str, paths: list[Path] | None) -> Loaded:
    """A case with a sound structure; one with proof errors comes with a notice. Raises Trouble."""
    named = existing_folders(paths)
    try:
        loaded = load(case, environment().language, named)
    except NoSuchCase:
        raise Trouble(_no_such_case(case, named)) from None
    except CannotRead as error:
        raise cannot_read(error) from None
    if loaded.scenario is None:
        from etika_sim.views import findings

        environment().show(findings.report([loaded.checked]))
        raise Trouble(_("This case has errors and cannot be played."), ExitStatus.FINDINGS)
    if not loaded.checked.sound:
        environment().complain(
            _("Notice: this case has faults; a play may stop short. See: etika-sim check {file}").format(
                file=loaded.path
            )
        )
    return loaded


def file_of(case: str, paths: list[Path] | None) -> Path:
    """The file of a case named by its id or its path. Raises Trouble if no case is called so."""
    named = existing_folders(paths)
    try:
        return path_of(case, named)
    except NoSuchCase:
        raise Trouble(_no_such_case(case, named)) from None


@contextmanager
def dead_end_as_trouble() -> Iterator[None]:
    """While a case is played: a fault of the case that leads nowhere ends in one sentence."""
    try:
        yield
    except NoWay as fault:
        sentence = _("The case has a fault: from {scene} no way leads on.").format(scene=fault.scene)
        raise Trouble(sentence, ExitStatus.FINDINGS) from None


def _no_such_case(case: str, named: tuple[Path, ...]) -> str:
    from etika_sim.language.suggest import closest

    known = [path.stem for folder in folders(named) for path in cases_in(folder)]
    near = closest(case, known)
    hint = _("See: etika-sim list") if near is None else _("Did you mean {name}?").format(name=near)
    sentence = _("There is no case {name}.").format(name=case)
    return f"{sentence} {hint}"
