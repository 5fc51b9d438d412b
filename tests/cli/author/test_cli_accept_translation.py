"""`check --accept-translation`: one line of a translation names the texts as they are now."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from cli.program import Ran, program
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etika_sim.cli.author.accept_translation import renamed
from etika_sim.language.reader import read
from etika_sim.language.translation import HASH_KEY, text_hash

BOM = b"\xef\xbb\xbf"
LINE = re.compile(rb"^translates: [0-9a-f]{16}", re.MULTILINE)


@pytest.fixture
def pair(tmp_path: Path, base_case: str, base_english: str) -> tuple[Path, str]:
    """The small case and its translation, which names other texts; and the name of the texts."""
    original = tmp_path / "map-di-meja.yaml"
    original.write_text(base_case, encoding="utf-8")
    name = text_hash(read(base_case.encode()).data)
    translation = tmp_path / "map-di-meja.en.yaml"
    translation.write_text(base_english.replace(name, "0" * 16), encoding="utf-8")
    return translation, name


def accept(*paths: Path | str, language: str = "en") -> Ran:
    """Run it."""
    return program("--lang", language, "check", "--accept-translation", *map(str, paths))


def test_only_that_line_changes(pair: tuple[Path, str]) -> None:
    """All other bytes stay, and the check has nothing to say of the translation any more."""
    path, name = pair
    before = path.read_bytes()
    ran = accept(path)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"{path} now counts as the translation of the texts as they are.\n"
    assert path.read_bytes() == before.replace(b"0" * 16, name.encode())
    assert "stale-translation" not in program("check", "--all", str(path)).out


def test_what_is_current_is_left_alone(pair: tuple[Path, str]) -> None:
    """A second time nothing is written."""
    path, _name = pair
    accept(path)
    stamp = path.stat().st_mtime_ns
    os.utime(path, ns=(1, 1))
    ran = accept(path, language="id")

    assert (ran.status, ran.out) == (0, f"{path} sudah tercatat demikian; tidak ada yang diubah.\n")
    assert path.stat().st_mtime_ns == 1 != stamp


WRITTEN = {
    "plain": "translates: {name}",
    "quoted": 'translates:   "{name}"',
    "single quotes, remark": "translates: '{name}'   # made in November",
    "quoted key": '"translates" : {name}',
    "remark": "translates: {name} # made in November",
}


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_every_way_of_writing_the_line(pair: tuple[Path, str], form: str, ending: str, mark: bytes) -> None:
    """Quotes, blanks, remarks, a mark at the head and the ends of lines stay as they were."""
    path, name = pair

    def written(hash_: str) -> bytes:
        text = path.read_text(encoding="utf-8")
        text = re.sub(
            r"^.*translates.*$", WRITTEN[form].format(name=hash_), text, count=1, flags=re.MULTILINE
        )
        return mark + text.replace("\n", ending).encode()

    old, new = written("0123456789abcdef"), written(name)
    path.write_bytes(old)

    assert accept(path).status == 0
    assert path.read_bytes() == new


@pytest.mark.parametrize("empty", ["translates:", "translates: ", "translates :", "translates:   # later"])
def test_an_empty_line_is_filled_in(pair: tuple[Path, str], empty: str) -> None:
    """Behind its colon."""
    path, name = pair
    path.write_bytes(LINE.sub(empty.encode(), path.read_bytes()))
    colon = empty.index(":") + 1

    assert accept(path).status == 0
    assert f"{empty[:colon]} {name}{empty[colon:]}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("head", ["", "# One.\n\n# Two.\n", "---\n", "# One.\n---\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_missing_line_is_put_below_the_remarks_at_the_head(
    pair: tuple[Path, str], head: str, ending: str
) -> None:
    """It ends as the other lines do."""
    path, name = pair
    body = path.read_text(encoding="utf-8").split("\n", 2)[2]
    path.write_bytes((head + body).replace("\n", ending).encode())

    assert accept(path).status == 0
    assert path.read_bytes() == f"{head}translates: {name}\n{body}".replace("\n", ending).encode()


@pytest.mark.parametrize("value", ["|\n  0123", "[a, b]", ">-\n  0123\n  4567", "\n  0123", "{a: b}"])
def test_what_cannot_be_changed_safely_is_left_alone_or_right(pair: tuple[Path, str], value: str) -> None:
    """Either the line to write is told and nothing is written, or that value alone is another."""
    path, name = pair
    path.write_bytes(LINE.sub(f"translates: {value}".encode(), path.read_bytes()))
    before = path.read_bytes()
    data = read(before).data
    ran = accept(path)

    if ran.status:
        assert path.read_bytes() == before
        assert ran.err.count("\n") == 1
    else:
        assert read(path.read_bytes()).data == {**data, HASH_KEY: name}


def refused(ran: Ran, part: str) -> None:
    """One sentence that says why, and nothing else."""
    assert (ran.status, ran.out) == (2, "")
    assert part in ran.err
    assert ran.err.count("\n") == 1


def test_what_is_no_translation_is_refused(pair: tuple[Path, str], tmp_path: Path) -> None:
    """A case, a folder, a register, a file that is not there, one without an original, one with faults."""
    path, _name = pair
    lonely = tmp_path / "lain.en.yaml"
    lonely.write_text("title: Alone\n", encoding="utf-8")
    (tmp_path / "law.en.yaml").write_text("laws: {}\n", encoding="utf-8")

    refused(accept(), "Name the translation")
    refused(accept(path.with_name("map-di-meja.yaml")), "is no translation")
    refused(accept(tmp_path), "is a folder")
    refused(accept(tmp_path / "none.en.yaml"), "There is no file")
    refused(accept(lonely), "which is not there")
    refused(accept(tmp_path / "law.en.yaml"), "translates a register")


@pytest.mark.parametrize("broken", ["title: [", "scenes: {nowhere: {title: X}}", "\x00", "- a", "", "\t\t"])
def test_what_has_errors_is_refused(pair: tuple[Path, str], broken: str) -> None:
    """First mend it, whether the translation is broken or its case."""
    path, _name = pair
    path.write_text(broken, encoding="utf-8")
    refused(accept(path), "has errors")
    assert path.read_text(encoding="utf-8") == broken


def test_a_broken_original_is_named(pair: tuple[Path, str]) -> None:
    """The sentence names the case, for that is what has to be mended."""
    path, _name = pair
    original = path.with_name("map-di-meja.yaml")
    original.write_text("format: 1\n", encoding="utf-8")

    refused(accept(path), str(original))


def test_all_or_none(pair: tuple[Path, str]) -> None:
    """If one of several is refused, none is written."""
    path, _name = pair
    before = path.read_bytes()

    refused(accept(path, path.with_name("none.en.yaml")), "There is no file")
    assert path.read_bytes() == before
    assert accept(path, path).out.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")
def test_a_link_stays_a_link_and_a_mode_its_mode(pair: tuple[Path, str], tmp_path: Path) -> None:
    """Others who could read the file still can; nothing is left beside it."""
    path, name = pair
    home = tmp_path / "kept"
    home.mkdir()
    kept = home / "kept.yaml"
    path.rename(kept)
    kept.chmod(0o664)
    path.symlink_to(kept)

    assert accept(path).status == 0
    assert path.is_symlink()
    assert (kept.stat().st_mode & 0o777, name in kept.read_text(encoding="utf-8")) == (0o664, True)
    assert [file.name for file in home.iterdir()] == ["kept.yaml"]


KEYS = st.sampled_from(["title", "summary", "translates", "you", "x"])
VALUES = st.sampled_from(["abc", '"a b"', "'it''s'", "", "|\n  a\n  b", "[a]", "a # b", "{translates: x}"])
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n# remark\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(KEYS, VALUES, ENDS), max_size=6), st.booleans())
def test_whatever_the_file_no_other_value_changes(lines: list[tuple[str, str, str]], marked: bool) -> None:
    """If the result is sound and has the name, all else is as it was; no input ends in a fault."""
    text = "".join(f"{key}: {value}{end}" for key, value, end in lines)
    raw = (BOM if marked else b"") + text.encode()
    reading = read(raw)
    assume(isinstance(reading.data, dict) and not reading.findings.count)
    again = read(renamed(raw, reading.text, reading.data, "f" * 16))

    if isinstance(again.data, dict) and again.data.get(HASH_KEY) == "f" * 16 and not again.findings.count:
        assert again.data == {**reading.data, HASH_KEY: "f" * 16}
