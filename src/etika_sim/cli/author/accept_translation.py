"""Acceptance of a translation that was looked over: its head names the texts of the original as they are now.

One line of the file changes; line endings, a mark at the head and all other bytes stay as they were.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any, NamedTuple

from etika_sim.checks.validate import Checked, Cited, check_case, check_translation
from etika_sim.cli.context import Trouble, cannot_read
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.locate import locate
from etika_sim.language.reader import read
from etika_sim.language.translation import HASH_KEY, text_hash
from etika_sim.library.files import CannotRead, is_file, read_bytes, real
from etika_sim.library.folders import REGISTER_NAMES, is_translation
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.store.whole import write_whole

_ANY = Cited(None, None)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BOM = b"\xef\xbb\xbf"


class Accepted(NamedTuple):
    """A translation, its bytes as they are to be, and whether they differ from those on disk."""

    path: Path
    content: bytes
    is_new: bool


def accept(world: Environment, paths: list[Path], largest: int) -> int:
    """Rewrite that line in translations; all of them, or none where one is refused.

    Raises Trouble for what is no translation or has errors, StoreTrouble where writing fails.
    """
    if not paths:
        raise Trouble(_("Name the translation that you have looked over, for example my-case.en.yaml."))
    try:
        accepted = [_rewrite(path, largest) for path in dict.fromkeys(paths)]
    except CannotRead as error:
        raise cannot_read(error) from None
    for one in accepted:
        if one.is_new:
            _write(one)
            said = _("{path} now counts as the translation of the texts as they are.")
        else:
            said = _("{path} counts as their translation already; nothing was changed.")
        world.write(said.format(path=safe_line(str(one.path))) + "\n")
    return ExitStatus.FINE


def _rewrite(path: Path, largest: int) -> Accepted:
    raw = read_bytes(path, largest)
    original = _read_original(path, largest)
    checked = check_translation(raw, original, "", str(path), _ANY, largest)
    if checked.scenario is None or checked.findings:
        raise Trouble(_("{path} has errors; look at them first: etika-sim check {path}").format(path=path))
    name = text_hash(original.data)
    content = raw if checked.data.get(HASH_KEY) == name else renamed(raw, checked.text, checked.data, name)
    expected = {**checked.data, HASH_KEY: name}
    again = read(content, len(content))
    if again.findings.count or again.data != expected:
        raise Trouble(
            _(
                "{path} is written in a way that cannot be changed here; write the line yourself: {line}"
            ).format(path=path, line=f"{HASH_KEY}: {name}")
        )
    return Accepted(path, content, content != raw)


def _read_original(path: Path, largest: int) -> Checked:
    """The sound case that a file is a translation of. Raises Trouble, CannotRead."""
    case = path.with_name(f"{path.stem.partition('.')[0]}{path.suffix}") if path.suffix else path
    if not is_translation(path):
        raise Trouble(
            _("{path} is no translation; the name of one is like my-case.en.yaml.").format(path=path)
        )
    if case.stem in REGISTER_NAMES:
        raise Trouble(_("{path} translates a register; only cases have this line.").format(path=path))
    if not is_file(case):
        raise Trouble(_("{path} translates {case}, which is not there.").format(path=path, case=case))
    checked = check_case(read_bytes(case, largest), case.stem, str(case), _ANY, largest, proved=True)
    if checked.scenario is None:
        raise Trouble(_("{path} has errors; look at them first: etika-sim check {path}").format(path=case))
    return checked


def renamed(raw: bytes, text: str, data: dict[str, Any], name: str) -> bytes:
    """The bytes of a translation with another name of its texts; `text` and `data` are what was read.

    Where it has no such line yet, it gets one below the remarks at its head.
    """
    bom = _BOM if raw.startswith(_BOM) else b""
    lines = _LINE.findall(raw[len(bom) :].decode("utf-8"))
    if HASH_KEY not in data:
        ending = re.search(r"[\r\n]+", lines[0])
        lines.insert(_head(lines), f"{HASH_KEY}: {name}" + (ending[0] if ending else "\n"))
    elif data[HASH_KEY] == "":
        place = _place(text, "key")
        line = lines[place.line - 1]
        colon = line.index(":", place.column - 1 + place.length)
        lines[place.line - 1] = f"{line[: colon + 1]} {name}{line[colon + 1 :]}"
    else:
        place = _place(text, "value")
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + name + line[start + place.length :]
    return bom + "".join(lines).encode("utf-8")


def _place(text: str, on: str) -> Place:
    (found,) = locate(text, [Diagnostic("stale-translation", (HASH_KEY,), on=on)])
    assert found.place is not None
    return found.place


def _head(lines: list[str]) -> int:
    """How many lines at the head are remarks, blank, or the mark of a document."""
    heads = (n for n, line in enumerate(lines) if line.strip() and not line.startswith(("#", "---")))
    return next(heads, 0)


def _write(accepted: Accepted) -> None:
    path = real(accepted.path)  # a link stays a link
    mode = stat.S_IMODE(path.stat().st_mode)
    write_whole(path, accepted.content)
    path.chmod(mode)
