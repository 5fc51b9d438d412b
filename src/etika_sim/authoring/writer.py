"""Plain data -> a case file in block style.

Law: what is written is read back as the very same data. Texts are those that the reader can give:
without tabs and unsafe characters, blank lines only singly between paragraphs (see `readable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from etika_sim.prose import UNSAFE

WIDTH = 92
_FLOW_LISTS = frozenset({"law", "channels", "practices", "pressures", "themes"})
"""Lists of ids, on one line as in the shipped cases; prose would lose its commas there."""
_MOST_IN_A_LINE = 5
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=[^\s]))*")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|[1-9][0-9]*")
_TYPED = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_REGISTER_ID = re.compile(r"[A-Z][A-Z0-9-]*[a-z]?")


def readable(text: str) -> str:
    """The text as it can be written and read back: tabs are spaces, unsafe characters are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub(r"\n[ \n]*\n", "\n\n", UNSAFE.sub("", text).strip("\n"))


def written(data: Mapping[str, Any]) -> str:
    """The text of a file that holds the data: mappings, lists, texts, whole numbers, truth values.

    A blank line stands before every part of the case, and before every scene.
    """
    lines: list[str] = []
    for key, value in data.items():
        part = list(_entry(key, value, 0))
        if len(part) > 1 and lines:
            lines.append("")
        lines += part
    return "\n".join(_spaced(lines)) + "\n"


def line(key: str, text: str) -> str:
    """A key with a text of one line behind it, as it stands at the head of a file."""
    text = " ".join(readable(text).split())
    return f"{key}: {text if _is_plain(text) else _quoted(text)}"


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines with a blank one before each scene but the first."""
    inside = first = False
    for line in lines:
        if line[:1].strip():
            inside, first = line == "scenes:", True
        elif inside and line[:3].strip() and not line.startswith("   "):
            if not first:
                yield ""
            first = False
        yield line


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{key if _KEY.fullmatch(key) else _quoted(key)}:"
    yield from _below(head, value, indent, key)


def _below(head: str, value: Any, indent: int, key: str) -> Iterator[str]:
    """The head with the value behind it, or below it and further in."""
    if isinstance(value, str):
        yield from _text(head, value, indent + 2)
    elif isinstance(value, Mapping):
        if _fits_a_line(value):
            yield f"{head} {{{', '.join(f'{name}: {_bare(one)}' for name, one in value.items())}}}"
            return
        yield head
        for name, one in value.items():
            yield from _entry(name, one, indent + 2)
    elif isinstance(value, list):
        if not value or (key in _FLOW_LISTS and all(map(_is_register_id, value))):
            yield f"{head} [{', '.join(value)}]"
            return
        yield head
        for one in value:
            yield from _item(one, indent + 2)
    else:
        yield f"{head} {_bare(value)}"


def _item(value: Any, indent: int) -> Iterator[str]:
    """An item of a list; a mapping begins behind the dash."""
    dash = f"{' ' * indent}-"
    if not isinstance(value, Mapping | list) or not value:
        yield from _below(dash, value, indent, "")
    elif isinstance(value, list):
        yield dash
        for one in value:
            yield from _item(one, indent + 2)
    else:
        inside = [line for key, one in value.items() for line in _entry(key, one, indent + 2)]
        yield f"{dash} {inside[0].lstrip(' ')}"
        yield from inside[1:]


def _fits_a_line(value: Mapping[str, Any]) -> bool:
    """Whether a mapping holds only a few numbers and truth values under plain keys."""
    simple = all(isinstance(one, int) and _KEY.fullmatch(key) for key, one in value.items())
    return simple and len(value) <= _MOST_IN_A_LINE


def _is_register_id(value: Any) -> bool:
    return isinstance(value, str) and _REGISTER_ID.fullmatch(value) is not None


def _bare(value: int) -> str:
    return str(value).lower()  # True is true


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """A text: bare or quoted on its line, folded if that is too long, as it stands if it has lines."""
    margin = " " * indent
    folded = _folded(text, WIDTH - indent)
    if "\n" not in text and (folded is None or len(head) + len(text) < WIDTH):
        yield f"{head} {text if _is_plain(text) else _quoted(text)}"
    elif folded is not None:
        yield f"{head} >-"
        yield from (f"{margin}{line}" if line else "" for line in folded)
    else:
        yield f"{head} |{'2' if text.lstrip(chr(10)).startswith(' ') else ''}-"
        yield from (f"{margin}{line}" if line else "" for line in text.split("\n"))


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _TYPED and not text[-1].isspace()


def _quoted(text: str) -> str:
    """The text in quotation marks: the kind that needs no backslash."""
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def _folded(text: str, width: int) -> list[str] | None:
    """Paragraphs broken at single spaces, a blank line between them; None where folding would change them."""
    if not text.strip() or re.search(r"(?<!\n)\n(?!\n)|\n{3}|\n | \n|^ | $", text):
        return None
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        words = re.split(r"(?<=[^ ]) (?=[^ ])", paragraph)
        lines += ["", *_wrapped(words, width)] if lines else _wrapped(words, width)
    return lines


def _wrapped(words: list[str], width: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
