"""What an author sees in an editor: meanings in Indonesian, and mistakes underlined while typing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from agreement import VALIDATOR, accepts
from cli.program import Stream, world
from typed import typed
from written import data_of

from etika_sim import labels
from etika_sim.authoring.template import template
from etika_sim.checks.pages import page, rules
from etika_sim.language import fields
from etika_sim.language.kinds import Many, OneOf, Record
from etika_sim.language.reader import read
from etika_sim.language.schema import hover, schema
from etika_sim.locale import use
from etika_sim.model import PRINCIPLES

BASE = Path(__file__).parents[1] / "broken" / "base.yaml"
SEEN_BY_A_SCHEMA = {"missing-key", "unknown-key", "wrong-type", "bad-value"}
"""The rules whose page breaks the shape of a case. The others compare, count, or need registers."""


def described(part: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every key of the schema with its part, wherever it stands."""
    if isinstance(part, dict):
        for key, one in part.get("properties", {}).items():
            yield (*path, key), one
        for key, one in part.items():
            yield from described(one, (*path, key))
    elif isinstance(part, list):
        for one in part:
            yield from described(one, path)


def enums(part: Any) -> Iterator[Any]:
    """Every part of the schema that lists words."""
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from enums(one)
    if isinstance(part, dict) and isinstance(part.get("enum"), list):
        yield part


def test_every_key_of_a_case_has_a_meaning() -> None:
    """Wherever the cursor stands, hovering tells something."""
    silent = [path for path, part in described(schema()) if not part.get("description", "").strip()]

    assert silent == []


def test_every_fixed_word_has_a_meaning() -> None:
    """Where an editor offers words, each says what it means; what hovers over the key lists them."""
    found = list(enums(schema()))

    assert len(found) >= 6
    for part in found:
        assert len(part["enum"]) == len(part["enumDescriptions"])
        assert all(part["enumDescriptions"])


def test_the_words_of_a_key_hover_over_it() -> None:
    """A key that takes fixed words tells each with its meaning, a list of them as well."""
    over = {field.key: hover(field) for field in fields.SCENARIO.fields}

    assert "- basic: dasar\n- intermediate: menengah\n- advanced: lanjut\n" in over["level"]
    assert "- PR3: menolak gratifikasi" in over["practices"]
    assert "- T2: atasan yang tidak memberi contoh" in over["pressures"]


def _meanings(record: Record, key: str) -> dict[str, str]:
    """The words of a key with what the schema says of them."""
    kind = record.by_key()[key].kind
    kind = kind.of if isinstance(kind, Many) else kind
    assert isinstance(kind, OneOf)
    return dict(zip(kind.words, kind.indonesian, strict=True))


def test_meanings_are_those_of_the_screen() -> None:
    """One word per thing: an editor says what a participant reads."""
    with world(Stream(), Stream(), Stream()):
        use("id")
        assert _meanings(fields.ENDING, "ending") == {name: labels.quality(name) for name in fields.QUALITIES}
        assert _meanings(fields.CHOICE, "excuse") == {name: labels.excuse(name) for name in fields.EXCUSES}
        assert _meanings(fields.SCENARIO, "level") == {name: labels.level(name) for name in fields.LEVELS}
        practices = {name: labels.practice(name) for name in fields.PRACTICES}
        assert _meanings(fields.SCENARIO, "practices") == practices
        pressures = {name: labels.pressure(name) for name in fields.PRESSURES}
        assert _meanings(fields.SCENARIO, "pressures") == pressures
        assert _meanings(fields.SCENARIO, "themes") == {name: labels.theme(name) for name in fields.THEMES}
        assert {
            one.value: f"{labels.label(one)} ({labels.code(one)})" for one in PRINCIPLES
        } == fields.PRINCIPLES_ID
        module = fields.SCENARIO.by_key()["module"].indonesian
        assert [n for n in labels.MODULES if f"{n} {labels.module(n)}" not in module] == []


@pytest.mark.parametrize("small", [True, False], ids=["small", "full"])
def test_it_accepts_what_an_author_begins_with(small: bool) -> None:
    """No template is underlined anywhere."""
    data = data_of(template("kasus", 3, small=small))

    assert list(VALIDATOR.iter_errors(typed(data))) == []


def test_it_accepts_the_case_that_the_pages_break() -> None:
    """Else the next test would say nothing."""
    assert accepts(data_of(BASE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", sorted(SEEN_BY_A_SCHEMA))
def test_a_broken_page_is_refused_in_the_editor_already(rule: str) -> None:
    """What breaks the shape of a case is underlined before it is checked."""
    broken = BASE.read_text(encoding="utf-8").replace(page(rule).passes, page(rule).fails)

    assert not accepts(read(broken.encode()).data)


def readable_pages() -> list[str]:
    """The other rules about cases whose broken page is read without a finding."""
    base = BASE.read_text(encoding="utf-8")
    pages = [page(rule) for rule in rules() if rule not in SEEN_BY_A_SCHEMA]
    return [
        one.rule
        for one in pages
        if one.about == "case" and not read(base.replace(one.passes, one.fails).encode()).findings.kept
    ]


@pytest.mark.parametrize("rule", readable_pages())
def test_what_only_the_check_sees_is_not_underlined(rule: str) -> None:
    """An editor does not cry wolf over a case that is sound in shape."""
    broken = BASE.read_text(encoding="utf-8").replace(page(rule).passes, page(rule).fails)

    assert accepts(data_of(broken))
