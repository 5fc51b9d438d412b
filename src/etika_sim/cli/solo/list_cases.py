"""The cases that there are: all of them or those that fit, and what they cover together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from etika_sim.cli.context import Trouble, existing_folders
from etika_sim.environment import Environment, ExitStatus
from etika_sim.library.catalogue import Entry, Wanted, catalogue
from etika_sim.locale import _
from etika_sim.views import listing


class Words(NamedTuple):
    """What was typed behind the filters, in either language."""

    principle: Iterable[str] = ()
    practice: Iterable[str] = ()
    pressure: Iterable[str] = ()
    remedy: Iterable[str] = ()
    theme: Iterable[str] = ()
    level: str | None = None
    module: int | None = None
    minutes: int | None = None


def list_cases(world: Environment, words: Words, paths: list[Path] | None, *, as_json: bool) -> None:
    """Show the cases that fit. Raises Trouble if none does."""
    wanted = _wanted(words)
    fitting = [entry for entry in _entries(world, paths) if wanted.fits(entry)]
    if as_json:
        world.write_json(listing.as_data(fitting))
        return
    if not fitting and wanted != Wanted():
        raise Trouble(_("No case fits {options}.").format(options=_spelled(wanted)), ExitStatus.FINDINGS)
    world.show(listing.listing(fitting))


def show_coverage(world: Environment, words: Words, paths: list[Path] | None, *, as_json: bool) -> None:
    """Show what all cases cover; words that would leave some out are refused. Raises Trouble."""
    from etika_sim.library.coverage import cover  # of no use for a list
    from etika_sim.views.coverage import as_data, coverage_page

    wanted = _wanted(words)
    if wanted != Wanted():
        left_out = _("--coverage looks at all cases: leave out {options}.")
        raise Trouble(left_out.format(options=_spelled(wanted)))
    covered = cover(_entries(world, paths))
    if as_json:
        world.write_json(as_data(covered))
    else:
        world.show(coverage_page(covered))


def _entries(world: Environment, paths: list[Path] | None) -> list[Entry]:
    return catalogue(world.language, existing_folders(paths), world.cache_path())


def _wanted(words: Words) -> Wanted:
    """The ids that the words stand for. Raises Trouble for a word that no filter knows."""
    if words == Words():
        return Wanted()
    from etika_sim.cli.solo.filter_words import id_meant  # the whole language, which a list does without

    return Wanted(
        module=words.module,
        level=None if words.level is None else id_meant("level", words.level),
        minutes=words.minutes,
        principles=tuple(id_meant("principle", word) for word in words.principle),
        practices=tuple(id_meant("practice", word) for word in words.practice),
        pressures=tuple(id_meant("pressure", word) for word in words.pressure),
        remedies=tuple(id_meant("remedy", word) for word in words.remedy),
        themes=tuple(id_meant("theme", word) for word in words.theme),
    )


def _spelled(wanted: Wanted) -> str:
    """The options as they could be typed."""
    one = [("module", wanted.module), ("level", wanted.level), ("minutes", wanted.minutes)]
    groups = (wanted.principles, wanted.practices, wanted.pressures, wanted.remedies, wanted.themes)
    names = ("principle", "practice", "pressure", "remedy", "theme")
    many = [(name, word) for name, group in zip(names, groups, strict=True) for word in group]
    return " ".join(f"--{name} {word}" for name, word in (*one, *many) if word is not None)
