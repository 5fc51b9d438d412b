"""Texts taken apart for the rules that look at wording: words, roots, content words.

Made for Indonesian, in which cases are written. What is here:

- `told(text)`: all that a text of a case can say, its conditional parts included, as one string
- `words(text)`: its words in small letters; `anak-anak`, `e-KTP` and `Rp300.000` are one word each
- `root(word)`: what is left without affixes, to compare words; not a word of a dictionary
- `content(text)`: the roots of its words that carry meaning: no function words, no names
"""

from __future__ import annotations

import re
from functools import lru_cache

from etika_sim.model import Text

_LETTERS = r"[^\W_]+(?:[.,’'-][^\W_]+)*"
_WORD = re.compile(_LETTERS)
_TOKEN = re.compile(rf"([.?!:…]['\"”’)*]*\s+|[\"“‘(])?({_LETTERS})")
"""A word, and before it what makes it begin a sentence; elsewhere a capital letter is a name's."""

_CLITIC = re.compile(r"(?:nya|lah|kah|pun|ku|mu)$")
_SUFFIX = re.compile(r"(?:kan|an)$")
_PREFIX = re.compile(r"^(?:meny|meng|men|mem|me|peny|peng|pen|pem|pe|ber|be|ter|di|ke|se)")
_SOFT = re.compile(r"^[ptksn](?=[aeiou])")
"""A first consonant that melts away behind a prefix: tulis, menulis."""
SHORTEST_ROOT = 4

_FUNCTION_WORDS = """
ada adalah agar akan aku anda apa apakah atas atau bagaimana bagi bahwa banyak baru beberapa begini
begitu belum berapa beri bersama biar biasa bila bisa boleh bu bukan cuma cukup dalam dan dapat dari
daripada demi demikian dengan di dia dua dulu hal hanya hari harus hingga ia ialah ibu ikut ini itu
jadi jangan jika juga justru kalau kali kami kamu kapan karena ke kecuali kembali kemudian kepada
ketika kini kita lagi lain lalu lebih maka makin malah mana masih mau maupun mbak mengapa mereka
meski meskipun mungkin namun nanti nomor oleh orang pada pak para per perlu pernah pun punya saat
saja salah sama sambil sampai sana sangat saya se sebab sebagai sebelum sebuah secara sedang segera
sehingga sejak sekali sekarang selagi selain selama seorang seperti sering serta sesuai sesudah
setelah setiap siapa sini situ suatu sudah supaya tadi tanpa tapi telah tentang terhadap terlalu
tersebut tetap tetapi tiap tidak tinggal tiga untuk walau walaupun yaitu yakni yang melakukan
lakukan menjadi ingin melihat berkata kata jawab
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that say nothing about what is done."""


def told(text: Text) -> str:
    """All that a text can say, whatever the state, as one string."""
    return "\n\n".join(said for part in text for said in (part.text, part.otherwise) if said)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in order."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """A word without its affixes, good for comparing: menulis, ditulis, tulisannya are one."""
    for affix in (_CLITIC, _PREFIX, _SOFT, _SUFFIX):
        without = affix.sub("", word)
        word = without if len(without) >= SHORTEST_ROOT else word
    return word


@lru_cache(maxsize=8192)
def _meaning(word: str) -> str:
    """The root of a word; nothing for function words, numbers and single letters."""
    word = word.lower()
    is_small = word in FUNCTION_WORDS or word[0].isdigit() or len(word) == 1
    return "" if is_small else root(word)


def content(text: str) -> frozenset[str]:
    """The roots of the words of a text that carry meaning; function words, numbers and names do not."""
    tokens = _TOKEN.findall(text)
    found = {_meaning(word) for before, word in tokens[1:] if before or not word[0].isupper()}
    found.update(_meaning(word) for _before, word in tokens[:1])
    return frozenset(found - {""})
