"""Files, texts, names and words that mean harm, through the whole program: told, shown harmless, survived."""

from __future__ import annotations

import os
import random
import re
import socket
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from cli.program import Ran, program

from etika_sim.language.limits import LARGEST
from etika_sim.library.registers import Registers
from etika_sim.model import Law
from etika_sim.prose import UNSAFE
from etika_sim.views import plain
from etika_sim.views.law import entry

OUR_STYLES = re.compile(r"\x1b\[[0-9;]*m")
NEVER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ROAD = ("--choices", "kembalikan,ceritakan")

STEERING = {
    "ESC": "\x1b[31mmerah",
    "C1 CSI": "\x9b31mmerah",
    "OSC title": "\x1b]0;judul\x07",
    "OSC link": "\x1b]8;;http://jahat.example\x1b\\klik\x1b]8;;\x1b\\",
    "OSC clipboard": "\x1b]52;c;aGFsbw==\x07",
    "DCS": '\x1bP$q"p\x1b\\',
    "APC": "\x1b_G\x1b\\",
    "BEL": "\x07bunyi",
    "BS": "a\x08b",
    "CR": "asli\rpalsu",
    "DEL": "a\x7fb",
    "NEL": "a\x85b",
    "NUL": "a\x00b",
    "RLO": "a\u202ebc",
    "isolate": "a\u2066b\u2069",
    "ALM": "a\u061cb",
    "line separator": "a\u2028b",
}
MARKUP = [
    "[/]",
    "[a]",
    "[bold red]tebal[/]",
    "[link=http://jahat.example]klik[/link]",
    "[[x]]",
    ":smile:",
    r"akhir \\",
    r"\[x]",
    "{name}",
    "{0}",
    "{",
    "%s %(x)s",
    "$(rm)",
    "<b>x</b>",
    "&amp;",
    "a * b",
    "_garis_",
    "`kode`",
]
FIELDS = {
    "title": "Map di Meja",
    "summary": "Sebuah map tertinggal di meja Anda, dan isinya bukan hanya berkas.",
    "you": "Sari, petugas loket",
    "title of a scene": "Amplop di dalam map",
    "text": "Menjelang tutup, telepon di meja Anda berdering.",
    "ask": "Apa yang Anda lakukan?",
    "choice": "Mengembalikan amplop itu, lalu mencatatnya di buku tamu.",
    "outcome": "Pak Darto menarik amplopnya, malu.",
    "review": "Penolakan yang tercatat melindungi Anda.",
    "next_step": "Sampaikan kepada atasan hari ini juga.",
}
"""Fields of the small case that a player sees, with what stands in them."""


def harmless(ran: Ran) -> bool:
    """Whether nothing but text, line ends and our own styles has reached the two streams."""
    return all(not NEVER.search(OUR_STYLES.sub("", stream)) for stream in (ran.out, ran.err))


def with_text(base: str, field: str, text: str) -> str:
    """The small case with a text, in quotes, in one of its fields."""
    old = f": {FIELDS[field]}\n"
    assert base.count(old) == 1
    return base.replace(old, f': "{text}"\n')


def escaped(text: str) -> str:
    """The text as YAML's double quotes want it, unsafe characters as escapes."""
    spelled = text.replace("\\", "\\\\").replace('"', '\\"')
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", spelled)


# --- files that are no case --------------------------------------------------------------------


def written(path: Path, content: bytes) -> Path:
    """The path, with that content."""
    path.write_bytes(content)
    return path


def pipe(path: Path) -> Path:
    """A pipe that nobody writes to."""
    os.mkfifo(path)
    return path


def listening(path: Path) -> Path:
    """A socket in the file system."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))
    return path


def folder(path: Path) -> Path:
    """A folder with the name of a case."""
    path.mkdir()
    return path


def looping(path: Path) -> Path:
    """A link that leads to itself."""
    path.symlink_to(path)
    return path


UNREADABLE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda path: path, "Tidak ada berkas"),
    "pipe": (pipe, "bukan berkas biasa"),
    "socket": (listening, "bukan berkas biasa"),
    "endless device": (lambda _path: Path("/dev/zero"), "bukan berkas biasa"),
    "loop": (looping, "tidak dapat dibaca"),
    "very long name": (lambda path: path.with_name("a" * 300 + ".yaml"), "tidak dapat dibaca"),
}
NO_CASES = {
    "empty": b"",
    "only comments": b"# satu\n# dua\n",
    "only blanks": b"\n \n\n",
    "only a BOM": b"\xef\xbb\xbf",
    "UTF-16": "format: 1\n".encode("utf-16"),
    "UTF-32": "format: 1\n".encode("utf-32"),
    "Latin-1": b"title: caf\xe9\n",
    "cut UTF-8": b"title: caf\xc3",
    "surrogate": b"title: \xed\xa0\x80\n",
    "NUL": b"title: a\x00b\n",
    "a lone CR": b"title: a\rformat: 1\rtitle: b\r",
    "a list": b"- a\n- b\n",
    "a word": b"halo\n",
    "brackets": b"[" * 100_000,
    "a binary": bytes(range(256)) * 64,
    "one long line": b"title: " + b"a" * 1_000_000,
    "an alias bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "a tag": b"title: !!python/object/apply:os.system [echo]\n",
}


@pytest.mark.skipif(os.name == "nt", reason="pipes, devices and links of Unix")
@pytest.mark.parametrize("command", ["check", "play"])
@pytest.mark.parametrize(("make", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_ordinary_file_is_refused_with_its_reason(
    make: Callable[[Path], Path], said: str, command: str, tmp_path: Path
) -> None:
    """Nothing is read from it, nothing hangs; one sentence and status 2."""
    ran = program(command, str(make(tmp_path / "kasus.yaml")), *(ROAD if command == "play" else ()))

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_is_checked_as_a_folder_and_not_played(tmp_path: Path) -> None:
    """`check` looks for cases in it, `play` says what it is."""
    path = folder(tmp_path / "kasus.yaml")

    assert "Tidak ada berkas kasus" in program("check", str(path)).err
    assert "adalah folder" in program("play", str(path), *ROAD).err


@pytest.mark.parametrize("command", ["check", "play"])
def test_a_file_that_may_not_be_read_is_said_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions are named as the reason."""
    path = written(tmp_path / "kasus.yaml", b"format: 1\n")

    def denied(*_arguments: object, **_options: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", denied)
        ran = program(command, str(path), *(ROAD if command == "play" else ()))

    assert (ran.status, ran.out) == (2, "") or command == "play"
    assert "tidak boleh dibaca" in ran.err


@pytest.mark.parametrize("content", NO_CASES.values(), ids=NO_CASES)
def test_what_is_no_case_is_told_by_check_and_refused_by_play(content: bytes, tmp_path: Path) -> None:
    """Findings with places, status 1, no fault of our own, whatever the bytes."""
    path = str(written(tmp_path / "kasus.yaml", content))

    checked, played = program("check", path), program("play", path, *ROAD)

    assert (checked.status, checked.err) == (1, "")
    assert (played.status, played.err.count("\n")) == (1, 1)
    assert played.out == checked.out
    assert harmless(checked)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""], ids=["BOM", "none"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CR LF", "CR"])
def test_a_byte_order_mark_and_any_line_ends_make_no_difference(
    start: bytes, end: bytes, tmp_path: Path, base_case: str
) -> None:
    """What Windows editors write plays like what others write."""
    path = written(tmp_path / "kasus.yaml", start + base_case.encode().replace(b"\n", end))
    other = written(tmp_path / "lain.yaml", base_case.encode())

    assert program("check", str(path)).status == 0
    assert program("play", str(path), *ROAD).out == program("play", str(other), *ROAD).out


@pytest.mark.parametrize(("size", "status"), [(LARGEST, 0), (LARGEST + 1, 1), (100 * 1024 * 1024, 1)])
def test_a_file_is_read_up_to_the_limit(size: int, status: int, tmp_path: Path, base_case: str) -> None:
    """Sixteen MiB are read, one byte more is refused, and a huge file is refused as quickly."""
    path = tmp_path / "kasus.yaml"
    content = base_case.encode()
    with path.open("wb") as file:
        file.write(content)
        if size <= LARGEST + 1:
            file.write(b"\n#" + b"x" * (size - len(content) - 2))
        file.truncate(size)

    ran = program("check", str(path))

    assert ran.status == status
    assert ("lebih besar dari" in ran.out) == bool(status)


# --- texts that steer a terminal ---------------------------------------------------------------


@pytest.mark.parametrize("terminal", [True, False], ids=["drawn", "plain"])
@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_text_that_steers_a_terminal_is_refused_and_shown_spelled_out(
    text: str, terminal: bool, tmp_path: Path, base_case: str
) -> None:
    """Raw or as an escape in quotes, in any field: a finding, and only its spelling on the screen."""
    ways = (escaped,) if "\r" in text else (str, escaped)  # raw, a CR is a line's end like any other
    for n, (field, how) in enumerate(product(("title", "text", "choice"), ways)):
        path = tmp_path / f"kasus-{n}.yaml"
        path.write_bytes(with_text(base_case, field, how(text)).encode("utf-8"))
        for words in (("check", str(path)), ("play", str(path), *ROAD)):
            ran = program(*words, terminal=terminal)
            assert ran.status == 1, (field, how, words)
            assert harmless(ran)


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_an_entry_of_a_register_shows_steering_text_spelled_out(text: str) -> None:
    """Even a text that no reader has refused is made safe where it is shown."""
    law = Law("X-01", text, f"{text}. {text}", "2026-11-24", "read", text)

    assert not NEVER.search(plain.text(entry(law, Registers({}, {}, text, text))))


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("text", [text for text in STEERING.values() if "\0" not in text and "/" not in text])
def test_a_file_name_that_steers_a_terminal_is_shown_spelled_out(
    text: str, form: str, tmp_path: Path, base_case: str
) -> None:
    """In findings of every format, in the list, and in messages."""
    path = tmp_path / f"{text}.yaml"
    path.write_text(base_case.replace("start: loket", "start: lokett"), encoding="utf-8")

    for ran in (
        program("check", "--format", form, str(path)),
        program("list", "--path", str(tmp_path)),
        program("list", "--json", "--path", str(tmp_path)),
        program("play", str(path), *ROAD),
        program("play", str(tmp_path / f"tidak-{text}.yaml"), *ROAD),
    ):
        assert harmless(ran), ran


@pytest.mark.parametrize("text", [text for text in STEERING.values() if "\0" not in text])
def test_words_on_the_line_that_steer_a_terminal_are_shown_spelled_out(text: str) -> None:
    """Commands, options, ids, languages: what is quoted back is quoted harmlessly."""
    case = "amplop-di-loket"
    for words in (
        (text,),
        ("list", f"--{text}"),
        ("list", text),
        ("list", "--path", text),
        ("play", text, *ROAD),
        ("play", case, "--choices", text),
        ("play", case, "--choices", "terima", "--seed", text),
        ("play", case, "--choices", "terima", "--seed", text, "--json"),
        ("explain", text),
        ("law", text),
        ("check", f"x{text}"),
        ("check", "--format", text),
        ("check", "--max-size", text),
        ("--lang", text, "list"),
    ):
        ran = program(*words)
        assert ran.status in (0, 1, 2), (words, ran)
        assert harmless(ran), (words, ran)


@pytest.mark.parametrize("text", [text for text in STEERING.values() if "\0" not in text])
def test_folders_of_the_environment_that_steer_a_terminal_are_harmless(
    text: str, tmp_path: Path, base_case: str
) -> None:
    """ETIKA_SIM_PATH and ETIKA_SIM_LANG can hold anything."""
    home = tmp_path / text.replace("/", "_").replace(os.pathsep, "_")
    home.mkdir()
    (home / "rusak.yaml").write_text(base_case.replace("start: loket", "start: x"), encoding="utf-8")
    env = {"ETIKA_SIM_PATH": str(home), "ETIKA_SIM_LANG": text}

    for words in (("list",), ("list", "--json"), ("play", "rusak", *ROAD), ("play", "tidak-ada", *ROAD)):
        ran = program(*words, env=env)
        assert ran.status in (0, 1, 2)
        assert harmless(ran), (words, ran)


# --- texts that look like our own markup -------------------------------------------------------


@pytest.mark.parametrize("terminal", [True, False], ids=["drawn", "plain"])
@pytest.mark.parametrize("text", MARKUP)
def test_text_that_looks_like_markup_is_printed_as_it_is(
    text: str, terminal: bool, tmp_path: Path, base_case: str
) -> None:
    """Brackets, braces, emoji names, backslashes: every field shows exactly what was written."""
    case = base_case
    for n, field in enumerate(FIELDS):
        case = with_text(case, field, escaped(f"{n}{text}{n}"))
    path = tmp_path / "kasus.yaml"
    path.write_text(case, encoding="utf-8")

    ran = program("play", str(path), *ROAD, terminal=terminal, env={"NO_COLOR": "1"})
    shown = OUR_STYLES.sub("", ran.out)

    assert (ran.status, ran.err) == (0, "")
    assert [field for n, field in enumerate(FIELDS) if f"{n}{text}{n}" not in shown] == []


def test_random_texts_with_brackets_are_printed_as_they_are(tmp_path: Path, base_case: str) -> None:
    """Two hundred texts of brackets, backslashes, stars and words: no error, nothing swallowed but stars."""
    dice = random.Random(22)  # noqa: S311 - the same texts again
    pieces = ["[", "]", "/", "\\", "a", "b=c", "*", "**", ":", "x:", "{", "}", "red", "@click", "'", "~"]
    for n in range(200):
        text = "".join(dice.choices(pieces, k=dice.randint(1, 12)))
        path = tmp_path / "kasus.yaml"
        path.write_text(with_text(base_case, "outcome", escaped(f"mulai{text}selesai")), encoding="utf-8")

        ran = program("play", str(path), *ROAD, terminal=bool(n % 2))

        shown = OUR_STYLES.sub("", ran.out)
        assert ran.status == 0, text
        assert f"mulai{text}selesai".replace("*", "") in shown.replace("*", ""), text


def test_emphasis_is_shown_as_style_and_not_as_stars(tmp_path: Path, base_case: str) -> None:
    """Paired stars that touch a word are ours; the plain view leaves them out."""
    path = tmp_path / "kasus.yaml"
    path.write_text(with_text(base_case, "outcome", "Ia *sangat* **malu**, 2 * 3."), encoding="utf-8")

    assert "Ia sangat malu, 2 * 3." in program("play", str(path), *ROAD).out
    assert "\x1b[3msangat\x1b[0m \x1b[1mmalu\x1b[0m" in program("play", str(path), *ROAD, terminal=True).out


# --- bytes at random ---------------------------------------------------------------------------


def mutations(base: bytes, count: int) -> Iterator[bytes]:
    """The case with bytes changed, cut out, doubled, or lines exchanged; the same ones each time."""
    dice = random.Random(5)  # noqa: S311 - the same changes again
    for _ in range(count):
        content = bytearray(base)
        for _ in range(dice.randint(1, 4)):
            at, length = dice.randrange(len(content)), dice.randint(1, 40)
            match dice.randrange(4):
                case 0:
                    content[at : at + 1] = bytes([dice.choice(b"\x00\x1b\x9b\xff:-#'\"[]{}&*!|>%@ \n\t")])
                case 1:
                    del content[at : at + length]
                case 2:
                    content[at:at] = content[at : at + length]
                case _:
                    content[at:at] = content[dice.randrange(len(content)) :][:length]
        yield bytes(content)


def test_a_case_with_bytes_changed_is_checked_or_played_and_never_breaks_the_program(
    tmp_path: Path, base_case: str
) -> None:
    """Three hundred changed files: a status that is documented, harmless output, no fault of our own."""
    path = tmp_path / "kasus.yaml"
    for content in mutations(base_case.encode(), 300):
        path.write_bytes(content)
        for words in (("check", str(path)), ("play", str(path), *ROAD)):
            ran = program(*words)
            assert ran.status in (0, 1), (content, ran.err)
            assert harmless(ran)
