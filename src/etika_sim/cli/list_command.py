"""`etika-sim list`: which cases there are, all of them or those that fit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etika_sim.cli.context import Trouble, environment, existing_folders
from etika_sim.environment import ExitStatus
from etika_sim.locale import _

if TYPE_CHECKING:
    from etika_sim.library.catalogue import Wanted

LONGEST_CODE = 3
Many = list[str] | None


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    fits = _("With options only the cases that fit all of them; --principle to --theme may be repeated.")
    none = _("If no case fits, the exit status is 1; with --json it is 0 and the list is empty.")
    example = _("Example: etika-sim list --module 5 --practice PR3")
    explained = f"{about}\n\n{fits} {none}"
    app.command("list", options_metavar=_("[OPTIONS]"), help=explained, epilog=example)(list_cases)


def _word(option: str, about: str) -> Any:
    """An option that takes a word of a list, which the shell can complete."""
    return typer.Option(f"--{option}", metavar=_("WORD"), help=about, autocompletion=lambda: _ids(option))


def _number(about: str, most: int | None = None) -> Any:
    return typer.Option(metavar=_("NUMBER"), min=1, max=most, help=about)


def list_cases(
    module: Annotated[int | None, _number(_("The module, 1 to 6."), 6)] = None,
    principle: Annotated[Many, _word("principle", _("A principle at stake: its name or letters."))] = None,
    practice: Annotated[Many, _word("practice", _("A practice that it trains, PR1 to PR5."))] = None,
    pressure: Annotated[Many, _word("pressure", _("A pressure in it, T1 to T4."))] = None,
    remedy: Annotated[Many, _word("remedy", _("A remedy that it asks about, S1 to S3."))] = None,
    theme: Annotated[Many, _word("theme", _("What it is about, such as gratification."))] = None,
    level: Annotated[str | None, _word("level", _("The level: basic, intermediate or advanced."))] = None,
    minutes: Annotated[int | None, _number(_("The most minutes that it takes."))] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help=_("What all cases cover together, and what is missing."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """List the cases."""
    from etika_sim.library.catalogue import Wanted

    wanted = Wanted(
        module=module,
        level=None if level is None else _meant("level", level),
        minutes=minutes,
        principles=tuple(_meant("principle", word) for word in principle or ()),
        practices=tuple(_meant("practice", word) for word in practice or ()),
        pressures=tuple(_meant("pressure", word) for word in pressure or ()),
        remedies=tuple(_meant("remedy", word) for word in remedy or ()),
        themes=tuple(_meant("theme", word) for word in theme or ()),
    )
    if coverage:
        return _cover(wanted, existing_folders(path), as_json=as_json)
    return _list(wanted, existing_folders(path), as_json=as_json)


def _list(wanted: Wanted, named: tuple[Path, ...], *, as_json: bool) -> int:
    from etika_sim.library.catalogue import catalogue
    from etika_sim.views import listing

    world = environment()
    entries = catalogue(world.language, named, world.cache_path())
    fitting = [entry for entry in entries if wanted.fits(entry)]
    if as_json:
        world.write_json(listing.as_data(fitting))
        return ExitStatus.FINE
    if not fitting and wanted != type(wanted)():
        raise Trouble(_("No case fits {options}.").format(options=_spelled(wanted)), ExitStatus.FINDINGS)
    world.show(listing.listing(fitting))
    return ExitStatus.FINE


def _cover(wanted: Wanted, named: tuple[Path, ...], *, as_json: bool) -> int:
    """Show what all cases cover; options that would leave some out are refused."""
    from etika_sim.library.catalogue import catalogue
    from etika_sim.library.coverage import cover
    from etika_sim.views.coverage import as_data, coverage_page

    if wanted != type(wanted)():
        left_out = _("--coverage looks at all cases: leave out {options}.")
        raise Trouble(left_out.format(options=_spelled(wanted)))
    world = environment()
    covered = cover(catalogue(world.language, named, world.cache_path()))
    if as_json:
        world.write_json(as_data(covered))
    else:
        world.show(coverage_page(covered))
    return ExitStatus.FINE


def _spelled(wanted: Wanted) -> str:
    """The options as they could be typed."""
    one = [("module", wanted.module), ("level", wanted.level), ("minutes", wanted.minutes)]
    groups = (wanted.principles, wanted.practices, wanted.pressures, wanted.remedies, wanted.themes)
    names = ("principle", "practice", "pressure", "remedy", "theme")
    many = [(name, word) for name, group in zip(names, groups, strict=True) for word in group]
    return " ".join(f"--{name} {word}" for name, word in (*one, *many) if word is not None)


def _known(option: str) -> dict[str, str]:
    """The words that an option knows, each with the id that it stands for."""
    from etika_sim import labels
    from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES
    from etika_sim.model import PRINCIPLES

    if option == "principle":
        return {name: principle.value for principle in PRINCIPLES for name in labels.names(principle)}
    if option == "level":
        return {name: level for level in LEVELS for name in (level, labels.level(level))}
    if option == "theme":
        return {name: theme for theme in THEMES for name in labels.theme_names(theme)}
    codes = {"practice": PRACTICES, "pressure": PRESSURES, "remedy": REMEDIES}[option]
    return {code: code for code in codes}


def _ids(option: str) -> list[str]:
    return list(dict.fromkeys(_known(option).values()))


def _meant(option: str, word: str) -> str:
    """The id that a word stands for, in either language. Raises Trouble, with what may have been meant."""
    from etika_sim.language.suggest import closest, meaning

    known = {name.casefold(): (name, name_of) for name, name_of in _known(option).items()}
    plain = word.strip().casefold()
    for spelling in (plain, meaning(plain)):
        if spelling in known:
            return known[spelling][1]
    near = closest(plain, known) if len(plain) > LONGEST_CODE else None
    hint = _("It knows {words}.").format(words=", ".join(_ids(option)))
    if near is not None:
        hint = _("Did you mean {name}?").format(name=known[near][0])
    sentence = _("The option {option} does not know {word}.").format(option=f"--{option}", word=word)
    raise Trouble(f"{sentence} {hint}")
