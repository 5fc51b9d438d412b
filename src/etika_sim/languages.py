"""The languages there are: of the program, and of the cases it tells."""

ORIGINAL = "id"
"""The language in which a case is written."""

TRANSLATIONS = ("en",)
"""Languages into which it may be translated."""

LANGUAGES = (ORIGINAL, *TRANSLATIONS)
