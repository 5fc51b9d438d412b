"""The words of the program in the user's language; the English words in the code are the keys."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from etika_sim.languages import ORIGINAL

DOMAIN = "etika_sim"
DEFAULT = ORIGINAL
SOURCE = "en"
FOLDER = Path(__file__).parent

Gettext = Callable[[str], str]
"""A message in some language; `_` is the one of the language in use."""

_words: gettext.NullTranslations = gettext.NullTranslations()


class CatalogueMissing(Exception):
    """The compiled catalogue of a language is not there; the program would speak English unasked."""


def use(language: str) -> None:
    """Speak that language from now on, click's own messages included. Raises CatalogueMissing."""
    global _words  # noqa: PLW0603 - a program speaks one language at a time
    os.environ["LANGUAGE"] = language  # where gettext looks on behalf of click
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    _words = words_of(language)


def language() -> str:
    """The code of the language in use."""
    return _words.info().get("language", SOURCE)


def words_of(language: str) -> gettext.NullTranslations:
    """The words of a language, for who speaks several at once: phones. Raises CatalogueMissing."""
    if language == SOURCE:
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, str(FOLDER), [language])
    except OSError:
        raise CatalogueMissing(language) from None


class Translator(NamedTuple):
    """The words of one language, handed to a document so that it speaks as asked, whatever is in use."""

    language: str
    words: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        """The message in that language."""
        return self.words.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form that fits the count, in that language."""
        return self.words.ngettext(singular, plural, count)


def translator(language: str) -> Translator:
    """The translator of a language. Raises CatalogueMissing."""
    return Translator(language, words_of(language))


def _(message: str) -> str:
    """The message in the language in use."""
    return _words.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a message that is translated later, where it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form that fits the count, in the language in use."""
    return _words.ngettext(singular, plural, count)
