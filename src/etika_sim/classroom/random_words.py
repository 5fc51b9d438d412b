"""Names that a class gives: two plain words for a seat, four signs to come in by. Chance is handed in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from etika_sim.classroom.web.tokens import ALPHABET


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NOUNS = _words(
    "angin awan bambu bintang buku bulan cangkir daun dermaga embun gelas gitar hujan jendela jeruk kapal"
    " karang kebun kelapa kopi kota kursi ladang lampu langit laut layar madu mangga meja melati ombak"
    " pagi pandan pasir payung pena perahu pintu pohon rotan sawah sepeda sungai taman teh telaga tikar"
)

QUALITIES = _words(
    "baru biru bulat cerah dekat emas hangat harum hijau jernih jingga kecil kuning lapang lebar manis"
    " merah muda perak putih rapi ringan rindang segar sejuk tenang terang tinggi tua ungu utuh wangi"
)

WORD = 4


def name(choose: Callable[[Sequence[str]], str], taken: Collection[str] = ()) -> str:
    """Two words for a seat, none of those taken as long as that is found soon."""
    said = ""
    for _ in range(20):
        said = f"{choose(NOUNS)} {choose(QUALITIES)}"
        if said not in taken:
            break
    return said


def word(choose: Callable[[Sequence[str]], str]) -> str:
    """A join word: four signs that are easy to read from the last row and to type."""
    return "".join(choose(ALPHABET) for _ in range(WORD))
