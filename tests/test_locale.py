"""The catalogue is whole: every word of the program has its Indonesian, and nothing else is kept."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import click
import pytest
import typer
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from cli.program import Stream, clean, world

import etika_sim
from etika_sim import locale
from etika_sim.locale import CatalogueMissing, _, ngettext, use

SOURCE = Path(__file__).parents[1] / "src" / "etika_sim"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "gettext": None}
PLACEHOLDER = re.compile(r"(?<!{){[^{}]*}(?!})")
SAME_IN_BOTH = {"JSON", "KJ", "Status", "format"}


def key(identity: str | tuple[str, ...]) -> str:
    """A message by its singular."""
    return identity if isinstance(identity, str) else identity[0]


@cache
def words_in(folder: Path) -> frozenset[str]:
    """The messages that a folder's Python files mark for translation."""
    found = extract_from_dir(folder, [("**.py", "python"), ("**.html", "jinja2")], keywords=KEYWORDS)
    return frozenset(key(identity) for _file, _line, identity, _comments, _context in found)


@cache
def catalogue() -> Catalog:
    """The Indonesian catalogue."""
    whole = Catalog(locale="id")
    for source in sorted((SOURCE / "locale" / "id").glob("*.po")):
        with source.open("rb") as file:
            read = read_po(file, locale="id")
        whole.obsolete.update(read.obsolete)
        for message in read:
            if message.id:
                whole[message.id] = message
    return whole


def test_no_message_is_translated_twice() -> None:
    """A message stands in one of the catalogue's files only, and once."""
    ids = [
        line
        for source in sorted((SOURCE / "locale" / "id").glob("*.po"))
        for line in source.read_text(encoding="utf-8").split("\n")
        if line.startswith("msgid ") and line != 'msgid ""'
    ]

    assert sorted(line for line in ids if ids.count(line) > 1) == []


def messages() -> list[Message]:
    """The messages of the catalogue, its head left out."""
    return [message for message in catalogue() if message.id]


def texts(message: Message) -> Iterable[str]:
    """The translations of a message, one for each form of number."""
    return [message.string] if isinstance(message.string, str) else message.string


def test_every_word_of_the_program_has_a_translation() -> None:
    """No message that the code marks is missing from the catalogue or empty in it."""
    translated = {key(message.id) for message in messages() if all(texts(message))}

    assert sorted(words_in(SOURCE) - translated - {""}) == []


def test_the_catalogue_keeps_nothing_that_nobody_says() -> None:
    """Every message is ours, or one of the libraries that print on the command line; none is fuzzy."""
    theirs = words_in(Path(click.__file__).parent) | words_in(Path(typer.__file__).parent)

    assert sorted({key(message.id) for message in messages()} - words_in(SOURCE) - theirs) == []
    assert list(catalogue().obsolete) == []
    assert [message.id for message in messages() if message.fuzzy] == []


def placeholders(text: str) -> frozenset[str]:
    """What is put into a text."""
    return frozenset(PLACEHOLDER.findall(text))


def test_a_translation_keeps_the_placeholders() -> None:
    """What is put into our English is put into the Indonesian; of a library's words some may be left out."""
    wrong = []
    for message in messages():
        forms = {placeholders(form) for form in ([message.id] if isinstance(message.id, str) else message.id)}
        ours = key(message.id) in words_in(SOURCE)
        given = {placeholders(text) for text in texts(message)}
        if not (given <= forms if ours else all(text <= frozenset().union(*forms) for text in given)):
            wrong.append(message.id)

    assert wrong == []


def test_a_translation_keeps_the_ends_of_its_text() -> None:
    """Blanks before and behind, and whether a sentence ends, are the same in both languages."""
    ours = [one for one in messages() if key(one.id) in words_in(SOURCE)]
    pairs = [(key(one.id), text) for one in ours for text in texts(one)]
    wrong = [
        said
        for said, text in pairs
        if len(said) - len(said.lstrip()) != len(text) - len(text.lstrip())
        or said.endswith(" ") != text.endswith(" ")
        or said.endswith((".", "?", ":")) != text.endswith((".", "?", ":"))
    ]

    assert wrong == []


def test_a_word_stays_english_only_where_both_languages_share_it() -> None:
    """A translation that repeats the English is a word forgotten, unless the two are alike."""
    same = {key(message.id) for message in messages() if key(message.id) in texts(message)}

    assert {word for word in same if re.search("[a-z]{3}", word)} - SAME_IN_BOTH == set()


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    """What the program loads is what was written: compile again with `python hatch_build.py`."""
    with (Path(locale.FOLDER) / "id" / "LC_MESSAGES" / "etika_sim.mo").open("rb") as file:
        compiled = {key(message.id): list(texts(message)) for message in read_mo(file) if message.id}

    assert compiled == {key(message.id): list(texts(message)) for message in messages()}


def is_marking(call: ast.Call) -> bool:
    """Whether a call marks its argument for translation."""
    return isinstance(call.func, ast.Name) and call.func.id in KEYWORDS


def nodes_of_ours() -> Iterable[tuple[str, ast.AST]]:
    """Every node of the program's source, with its file."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.name, node


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """An f-string inside _() could never be found in a catalogue."""
    calls = [
        (file, node) for file, node in nodes_of_ours() if isinstance(node, ast.Call) and is_marking(node)
    ]
    arguments = [(file, argument) for file, call in calls for argument in call.args]

    assert [
        f"{file}:{one.lineno}" for file, one in arguments if isinstance(one, ast.JoinedStr | ast.BinOp)
    ] == []


def test_no_text_is_marked_inside_an_f_string() -> None:
    """Extraction does not look into f-strings: a word there would go missing unseen."""
    texts = [(file, node) for file, node in nodes_of_ours() if isinstance(node, ast.JoinedStr)]
    parts = [(file, part) for file, node in texts for part in ast.walk(node)]

    assert [
        f"{file}:{one.lineno}" for file, one in parts if isinstance(one, ast.Call) and is_marking(one)
    ] == []


def test_english_is_the_language_of_the_code() -> None:
    """In English every message is itself, and numbers choose between its two forms."""
    with world(Stream(), Stream(), Stream()):
        use("en")

        assert _("Your path") == "Your path"
        assert [ngettext("{n} ending", "{n} endings", n) for n in (1, 2)] == ["{n} ending", "{n} endings"]


def test_indonesian_has_one_form_for_every_number() -> None:
    """One and many are said alike."""
    with world(Stream(), Stream(), Stream()):
        use("id")

        assert _("Your path") == "Jejak Anda"
        assert len({ngettext("{n} ending", "{n} endings", n) for n in (0, 1, 2, 21)}) == 1


def test_the_empty_text_is_not_the_head_of_the_catalogue() -> None:
    """gettext answers an empty message with the catalogue's head; we answer it with nothing."""
    with world(Stream(), Stream(), Stream()):
        use("id")

        assert _("") == ""


def test_a_catalogue_that_is_missing_is_an_error_and_not_silent_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program refuses to speak a language that nobody asked for."""
    monkeypatch.setattr(locale, "FOLDER", tmp_path)

    with world(Stream(), Stream(), Stream()), pytest.raises(CatalogueMissing):
        use("id")


def test_an_installation_without_its_catalogue_says_so_and_ends_with_3(tmp_path: Path) -> None:
    """A copy of the program without compiled catalogues names what is missing, in both languages."""
    copy = tmp_path / "etika_sim"
    for path in Path(etika_sim.__file__).parent.rglob("*.py"):
        target = copy / path.relative_to(Path(etika_sim.__file__).parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())

    done = subprocess.run(
        [sys.executable, "-m", "etika_sim", "list"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
        env=clean({"PYTHONPATH": str(tmp_path)}),
    )

    assert (done.returncode, done.stdout) == (3, "")
    assert "the language catalogue 'id' is missing" in done.stderr
    assert "katalog bahasa 'id' tidak ada" in done.stderr
