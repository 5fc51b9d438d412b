"""A choice that points to other choices: "semua benar", "A dan B", "tidak ada yang benar".

The options are shown in another order in every play, so that "A" and "di atas" mean nothing; and such
a choice is no deed. Letters that name a counter, a building or a class of people are left alone.
Source: "all of the above" and "none of the above" (Haladyna, Downing and Rodriguez 2002); any counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Decision

_NAMED = (
    "loket|blok|gedung|lantai|ruang|golongan|kelas|tipe|jalur|seri|kelompok|pihak|warga|formulir|berkas"
    "|map|desa|tim|vitamin"
)
_ALL = re.compile(
    r"\b(?:(?:semua(?:nya)?|keduanya|ketiganya) (?:jawaban|pilihan|opsi|benar|betul|di atas)"
    r"|(?:tidak|tak) (?:ada|satu) (?:jawaban |pilihan |pun )?(?:yang )?(?:benar|betul|tepat)"
    r"|(?:tidak|tak|bukan) (?:salah satu(?:nya)?|satu pun) (?:di atas|dari (?:pilihan|jawaban|opsi))"
    r"|(?:kedua|ketiga|dua|tiga) (?:hal|langkah|pilihan|opsi) (?:di atas|tadi|itu sekaligus)"
    r"|(?:pilihan|jawaban|opsi) (?:[a-e]|pertama|kedua|ketiga) (?:dan|atau)"
    r" (?:pilihan |jawaban )?(?:[a-e]|pertama|kedua|ketiga))\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:\b(?P<before>\w+) )?(?P<pair>\b[A-E] (?:dan|atau|maupun) [A-E]\b)")

_SIGNS = (
    "benar",
    "betul",
    "tepat",
    "jawaban",
    "pilihan",
    "opsi",
    "di atas",
    "tadi",
    "itu sekaligus",
    " dan ",
    " atau ",
    " maupun ",
)
"""What must stand in a text for one of the patterns to fit: a quick look that spares most a search."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a choice, at the words."""
    for scene in draft.decisions:
        for choice in scene.choices.values() if _may_point(scene) else ():
            span = _pointing(choice.text)
            if span:
                start, end = span
                facts = {"scene": scene.id, "choice": choice.id, "words": choice.text[start:end]}
                path = ("scenes", scene.id, "choices", choice.id, "text")
                yield Diagnostic("combined-options", path, facts, inside=(start, end - start))


def _may_point(scene: Decision) -> bool:
    said = " ".join([choice.text for choice in scene.choices.values()]).lower()
    return any(sign in said for sign in _SIGNS)


def _pointing(text: str) -> tuple[int, int] | None:
    found = _ALL.search(text)
    if found:
        return found.span()
    for letters in _LETTERS.finditer(text):
        if not re.fullmatch(_NAMED, letters["before"] or "", re.IGNORECASE):
            return letters.span("pair")
    return None
