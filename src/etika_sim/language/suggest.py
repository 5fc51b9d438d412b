"""What an author may have meant by a word we do not know, Indonesian words included."""

from __future__ import annotations

import re
from collections.abc import Iterable

SYNONYMS = {
    "adegan": "scenes",
    "akhir": "ending",
    "akibat": "outcome",
    "akuntabilitas": "accountability",
    "alasan": "excuse",
    "amati": "observe",
    "anda": "you",
    "asas": "scores",
    "bagian": "part",
    "bila_diam": "if_silent",
    "bila_didominasi": "if_dominated",
    "bobot": "weight",
    "dalih": "excuse",
    "catatan": "note",
    "catatan_isi": "note",
    "dampak": "outcome",
    "dari": "from",
    "dengarkan": "listen_for",
    "fasilitator": "facilitator",
    "engsel": "hinge",
    "gali": "probe",
    "garis_merah": "red_line",
    "hukum": "law",
    "izinkan": "allow",
    "jawab": "answer",
    "jawaban": "answer",
    "jika": "if",
    "judul": "title",
    "kalau": "if",
    "kalau_diam": "if_silent",
    "kalau_didominasi": "if_dominated",
    "ke": "to",
    "keadaan": "state",
    "keadilan": "fairness",
    "kejujuran": "integrity",
    "kelas": "class",
    "kembar": "twin",
    "konsekuensi": "outcome",
    "kunci": "hinge",
    "langkah": "next_step",
    "langkah_berikut": "next_step",
    "maka": "then",
    "memperbaiki": "mends",
    "memulihkan": "mends",
    "menit": "minutes",
    "modul": "module",
    "mulai": "start",
    "nama": "name",
    "nilai": "scores",
    "pengamat": "observe",
    "pengamatan": "observe",
    "penulis": "authors",
    "peragakan": "enact",
    "peran": "roles",
    "pertanyaan": "ask",
    "pilihan": "choices",
    "poin": "scores",
    "praktik": "practices",
    "profesionalisme": "professionalism",
    "rangkum": "summarise",
    "refleksi": "debrief",
    "ringkasan": "summary",
    "saluran": "channels",
    "saran": "recommended",
    "disarankan": "recommended",
    "selain_itu": "else",
    "skor": "scores",
    "tahu": "knows",
    "tambah": "add",
    "tampilan": "face",
    "tanggung_jawab": "accountability",
    "tanya": "ask",
    "tekanan": "pressures",
    "teks": "text",
    "terbaik": "then",
    "tema": "themes",
    "telaah": "analyse",
    "tingkat": "level",
    "tinjauan": "reviewed",
    "transparansi": "transparency",
    "tugas": "task",
    "tujuan": "aim",
    "ucapkan": "say",
    "ulasan": "review",
    "umpan_balik": "review",
    "ubah": "set",
    "variasi": "vary",
    "yang_menentukan": "hinge",
}
"""Indonesian words an author may write for a key of the language."""

IN_A_ROUTE = {"adegan": "scene", "ke": "scene", "menuju": "scene", "to": "scene", "tujuan": "scene"}
"""What a word means where its first meaning is no key."""

_LONGEST_COMPARED = 80
_MOST_COMPARED = 2000


def key_meant(word: str, keys: Iterable[str]) -> str | None:
    """The key among `keys` that the author most likely meant by `word`, if any."""
    keys = list(keys)
    plain = _plain(word)
    for meanings in (SYNONYMS, IN_A_ROUTE):
        if (meant := meanings.get(plain, plain)) in keys:
            return meant
    return closest(plain, keys) or _by_synonym(plain, keys)


def meaning(word: str) -> str:
    """The key of the language that an Indonesian word stands for; any other word itself."""
    plain = _plain(word)
    return SYNONYMS.get(plain, plain)


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")


def same_letters(word: str, ids: Iterable[str]) -> str | None:
    """The one id that differs from `word` in nothing but case, spaces and punctuation, if there is one."""
    letters = _letters(word)
    same = [known for known in ids if _letters(known) == letters]
    return same[0] if len(same) == 1 and letters else None


def _letters(word: str) -> str:
    return re.sub(r"[\W_]", "", word).casefold()


def _by_synonym(word: str, keys: list[str]) -> str | None:
    near = closest(word, SYNONYMS)
    return SYNONYMS[near] if near is not None and SYNONYMS[near] in keys else None


def closest(word: str, words: Iterable[str]) -> str | None:
    """The word nearest in spelling, if one is near."""
    from difflib import get_close_matches

    some = [known for _, known in zip(range(_MOST_COMPARED), words, strict=False)]
    found = get_close_matches(word[:_LONGEST_COMPARED], some, n=1, cutoff=0.6)
    return found[0] if found else None
