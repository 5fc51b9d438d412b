"""stale-translation and missing-translation: made of the texts as they are, and of all of them."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending

from etika_sim.checks.draft import Draft, Translated
from etika_sim.checks.rules import missing_translation, stale_translation

PATH = ("scenes", "one", "choices", "a", "say")


def draft(translation: Translated | None = None, untranslated: tuple[str, ...] = ()) -> Draft:
    """A case, translated or not."""
    made = Draft(case(decision("one", choice("a", "end"), choice("b", "end")), ending("end")))
    made.translation, made.untranslated = translation, untranslated
    return made


@pytest.mark.parametrize(("named", "reason"), [("aa", None), ("ab", ""), ("", "unnamed")])
def test_a_translation_names_the_texts_as_they_are(named: str, reason: str | None) -> None:
    """Other texts are stale; none at all is told apart."""
    found = list(stale_translation.find(draft(Translated(named, "aa"))))

    assert [one.facts["reason"] for one in found] == ([] if reason is None else [reason])
    assert [one.path for one in found] == ([] if reason is None else [("translates",) if named else ()])


def test_a_shipped_case_is_translated_whole() -> None:
    """Every text that is missing is named; of an author's own case nothing is said."""
    shipped = Translated("aa", "aa", (PATH, ("summary",)), must_be_whole=True)
    found = list(missing_translation.find(draft(shipped)))

    assert [(one.path, one.facts["key"]) for one in found] == [(PATH, "say"), (("summary",), "summary")]
    assert list(missing_translation.find(draft(shipped._replace(must_be_whole=False)))) == []


def test_a_language_without_any_translation_is_named() -> None:
    """It is said of the case itself, once a language."""
    found = list(missing_translation.find(draft(untranslated=("en",))))

    assert [(one.path, one.facts) for one in found] == [((), {"reason": "file", "language": "en"})]


def test_an_original_is_no_translation() -> None:
    """Nothing is stale or missing in a case that stands for itself."""
    assert list(stale_translation.find(draft())) == list(missing_translation.find(draft())) == []
