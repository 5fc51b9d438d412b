"""The words that the filters of `list` take, in either language, and the ids that they stand for."""

from __future__ import annotations

from etika_sim import labels
from etika_sim.cli.context import Trouble
from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES
from etika_sim.language.suggest import closest, meaning
from etika_sim.locale import _
from etika_sim.model import PRINCIPLES

LONGEST_CODE = 3


def ids_of(option: str) -> list[str]:
    """The ids that a filter knows."""
    return list(dict.fromkeys(_known(option).values()))


def id_meant(option: str, word: str) -> str:
    """The id that a word stands for, in either language. Raises Trouble, with what may have been meant."""
    known = {name.casefold(): (name, name_of) for name, name_of in _known(option).items()}
    plain = word.strip().casefold()
    for spelling in (plain, meaning(plain)):
        if spelling in known:
            return known[spelling][1]
    near = closest(plain, known) if len(plain) > LONGEST_CODE else None
    hint = _("It knows {words}.").format(words=", ".join(ids_of(option)))
    if near is not None:
        hint = _("Did you mean {name}?").format(name=known[near][0])
    sentence = _("The option {option} does not know {word}.").format(option=f"--{option}", word=word)
    raise Trouble(f"{sentence} {hint}")


def _known(option: str) -> dict[str, str]:
    """The words that an option knows, each with the id that it stands for."""
    if option == "principle":
        return {name: principle.value for principle in PRINCIPLES for name in labels.names(principle)}
    if option == "level":
        return {name: level for level in LEVELS for name in (level, labels.level(level))}
    if option == "theme":
        return {name: theme for theme in THEMES for name in labels.theme_names(theme)}
    codes = {"practice": PRACTICES, "pressure": PRESSURES, "remedy": REMEDIES}[option]
    return {code: code for code in codes}
