"""The traps of Indonesian law in which a trainer would catch us, as far as a machine can see them.

Each trap says its rule in one sentence, holds sentences that fall into it and sentences that do not,
and names the entries of the register that may speak of the matter because they put it right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

AMOUNT = r"Rp\s?(?:1 juta|1\.000\.000|200 ribu|200\.000|300 ribu|300\.000)\b"
AMOUNT_EN = r"Rp\s?(?:1 million|1,000,000|200,000|300,000)\b"
OFTEN_REPLACED = r"(?:Pasal|Article)s? (?:2 ayat \(1\)|2\(1\)|3|5|11|13)(?![\d.])"
ACT = r"Tipikor|31/1999|20/2001|[Cc]orruption (?:Act|Law)"


class Trap(NamedTuple):
    """A trap: its rule, whether a sentence falls into it, examples, and what may speak of it all the same.

    `rows` are ids of the register of law. `ours`: only what the program itself says counts, as people
    in a story may be mistaken.
    """

    name: str
    rule: str
    caught: Callable[[str], bool]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    rows: frozenset[str] = frozenset()
    ours: bool = False


def holds(*patterns: str, without: str = "") -> Callable[[str], bool]:
    """Whether a sentence holds all the patterns and not the other one, small letters and capitals alike."""
    wanted = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
    unwanted = re.compile(without, re.IGNORECASE) if without else None

    def caught(sentence: str) -> bool:
        has_all = all(pattern.search(sentence) for pattern in wanted)
        return has_all and not (unwanted and unwanted.search(sentence))

    return caught


TRAPS = (
    Trap(
        "old-thresholds",
        "Since 20 January 2026 gifts are reported above Rp1.5 million or Rp500,000; the old limits are gone.",
        holds(f"{AMOUNT}|{AMOUNT_EN}", r"batas|wajib (?:di)?lapor|hajatan|\blimit|threshold|report"),
        (
            "Hadiah hajatan sampai Rp1 juta per pemberi tidak wajib dilaporkan.",
            "Batas antarrekan kerja adalah Rp200 ribu.",
            "Farewell gifts up to Rp300,000 need not be reported.",
        ),
        (
            "Hadiah hajatan sampai Rp1,5 juta per pemberi tidak wajib dilaporkan.",
            "Di amplop itu ada Rp200 ribu.",
            "Gifts between colleagues up to Rp500,000 need not be reported.",
        ),
    ),
    Trap(
        "below-is-allowed",
        "Below the limit means that a gift need not be reported, never that it may be taken.",
        holds(
            r"di bawah batas|(?:below|under) the (?:limit|threshold)",
            r"boleh|aman|diizinkan|allowed|\bmay\b|safe|\bfine\b",
            without=r"\b(?:tidak|bukan|belum|not|never|nothing)\b",
        ),
        ("Nilainya di bawah batas, jadi boleh diterima.", "It is below the limit, so it may be kept."),
        (
            "Di bawah batas tidak berarti boleh diterima.",
            "Below the limit does not mean that it may be accepted.",
        ),
        ours=True,
    ),
    Trap(
        "ten-million",
        "Rp10 million only says who must prove; it is no limit up to which gifts may be taken.",
        holds(r"Rp\s?10(?: juta|\.000\.000| million|,000,000)"),
        ("Di bawah Rp10 juta tidak perlu dilaporkan.", "Gifts under Rp10 million are permitted."),
        ("Voucher itu bernilai Rp2 juta.", "A voucher worth Rp100 million."),
        frozenset({"G-01"}),
    ),
    Trap(
        "calendar-days",
        "Gratification is reported within 30 working days, not 30 days of the calendar.",
        holds(r"\b30 (?:hari(?! kerja)|days)|\btiga puluh hari(?! kerja)|\bthirty days"),
        ("Laporkan ke KPK dalam 30 hari.", "Report it within 30 days.", "Masih ada tiga puluh hari."),
        ("Laporkan paling lambat 30 hari kerja.", "Report it within 30 working days."),
        frozenset({"P-07"}),
        ours=True,
    ),
    Trap(
        "12b-is-in-force",
        "Articles 12B and 12C of the corruption act are still in force.",
        holds(
            r"\b12[BC]\b",
            r"dicabut|tidak berlaku lagi|sudah diganti|repealed|no longer|replaced",
            without=r"tidak dicabut|(?:is|are|was|were) not repealed",
        ),
        ("Pasal 12B sudah dicabut oleh KUHP baru.", "Article 12C is no longer in force."),
        ("Pasal 12, 12A, 12B, dan 12C tidak dicabut.", "Articles 12B and 12C are not repealed."),
    ),
    Trap(
        "replaced-articles",
        "Articles 2(1), 3, 5, 11 and 13 of the corruption act end with 2 January 2026.",
        holds(OFTEN_REPLACED, ACT),
        (
            "Menerima hadiah karena jabatan diancam Pasal 11 UU Tipikor.",
            "UU 31/1999 jo. UU 20/2001, Pasal 5 ayat (2)",
            "This falls under Article 11 of the Corruption Act.",
        ),
        ("UU 31/1999 jo. UU 20/2001, Pasal 12 huruf e", "KUHP, Pasal 606 ayat (2)", "PP 94/2021, Pasal 5"),
    ),
    Trap(
        "saber-pungli",
        "The task force Saber Pungli is dissolved; illegal fees are as illegal as before.",
        holds(r"Saber Pungli"),
        ("Laporkan ke Satgas Saber Pungli.", "Call the Saber Pungli task force."),
        ("Laporkan pungli ke Inspektorat.",),
        frozenset({"P-13"}),
    ),
    Trap(
        "kasn",
        "KASN is dissolved; its watch went to BKN and KemenPANRB.",
        holds(r"\bKASN\b|Komisi Aparatur Sipil Negara|Civil Service Commission"),
        ("Adukan kepada KASN.", "Complain to the Civil Service Commission (KASN)."),
        ("Pegawai ASN dapat bertanya kepada BKN.",),
        frozenset({"A-17"}),
    ),
    Trap(
        "conflict-rule",
        "PermenPANRB 17/2024 is the rule on conflicts of interest: they are actual or potential, no more.",
        holds(
            r"37/2012|konflik kepentingan yang (?:di)?persepsi\w*|konflik (?:kepentingan )?persepsi"
            r"|perceived conflict|apparent conflict"
        ),
        (
            "Menurut PermenPANRB 37/2012 hal itu dilaporkan.",
            "Ini konflik kepentingan yang dipersepsikan.",
            "That is a perceived conflict of interest.",
        ),
        ("Menurut PermenPANRB 17/2024 konflik yang aktual dideklarasikan.", "An actual conflict."),
    ),
    Trap(
        "medium-discipline",
        "The cut of 25 percent of the allowance is not yet applied as a medium sanction.",
        holds(
            r"potong\w* (?:tunjangan|tukin)"
            r"|(?:cut|deduct)\w* .{0,30}allowance|allowance .{0,30}(?:cut|deduct)",
            r"25|disiplin|hukuman|disciplin|sanction",
        ),
        (
            "Hukuman sedang berupa potong tunjangan kinerja 25%.",
            "A medium sanction cuts the performance allowance by 25 percent.",
        ),
        (
            "Tunjangan tim dipotong karena nilainya turun.",
            "Hukuman sedang berupa penundaan kenaikan pangkat.",
        ),
        frozenset({"A-10"}),
    ),
    Trap(
        "made-up-article-42",
        "Article 42 of UU 30/2014 forbids to decide; it does not say that officials must resign.",
        holds(r"Pasal 42|Article 42|30/2014", r"mengundurkan diri|\bresign"),
        (
            "Menurut Pasal 42 pejabat wajib mengundurkan diri.",
            "Under Article 42 the official must resign.",
        ),
        ("Menurut Pasal 42 pejabat dilarang menetapkan keputusan.", "He wants to resign."),
    ),
    Trap(
        "nepotism",
        "The crime of nepotism is one of state officials in the narrow sense, not of every clerk.",
        holds(r"nepotis", r"pidana|penjara|\bcrim|prison", without=r"penyelenggara negara|state official"),
        (
            "Menolong sepupu adalah nepotisme dan dapat dipidana.",
            "Nepotism is a crime, and a clerk may go to prison.",
        ),
        ("Nepotisme oleh penyelenggara negara dapat dikenai pidana.", "Orang menyebutnya nepotisme."),
    ),
    Trap(
        "cousins",
        "Cousins, nephews and nieces are not in the family list of Article 43 of UU 30/2014.",
        holds(
            r"sepupu|keponakan|cousin|nephew|niece",
            r"derajat kedua|Pasal 43|daftar keluarga|second degree|Article 43|list of relatives",
            without=r"\b(?:tidak|bukan|di luar|luar daftar|not|outside|nor)\b",
        ),
        (
            "Keluarga sampai derajat kedua termasuk sepupu.",
            "Article 43 counts cousins as family.",
        ),
        ("Sepupu tidak disebut dalam daftar keluarga itu.", "Cousins are not in the list of relatives."),
    ),
    Trap(
        "fines",
        "Fines outside the corruption act may have changed with UU 1/2026: no amounts, and no `kurungan`.",
        holds(
            r"\b(?:denda|fined?s?)\b.{0,60}Rp\s?\d|kurungan|light imprisonment",
            r"paling banyak|sampai|penjara|kurungan|at most|up to|prison",
        ),
        (
            "Pelakunya dapat dikenai denda paling banyak Rp75 juta.",
            "Ancamannya pidana kurungan paling lama satu tahun.",
            "The fine is at most Rp25 million.",
        ),
        ("Dapat dikenai penjara paling lama 2 tahun dan/atau denda.", "Bagaimana kalau dendanya Rp20 ribu?"),
        frozenset({"G-02", "G-05", "G-13"}),
        ours=True,
    ),
    Trap(
        "certain-punishment",
        "Whether somebody is punished is for others to decide: it may happen, never that it surely will.",
        holds(
            r"(?:pasti|akan|tentu) (?:dipidana|dipenjara|dihukum|dipecat)|pasti melanggar"
            r"|will (?:surely |certainly )?be (?:punished|jailed|imprisoned|dismissed)"
        ),
        ("Anda pasti dipidana.", "You will be punished for this."),
        ("Perbuatan ini dapat dikenai pidana.", "This may lead to criminal penalties."),
        ours=True,
    ),
    Trap(
        "seed-figures",
        "Figures of surveys that nobody could verify are not told as facts.",
        holds(
            r"\bLAN\b|Lembaga Administrasi Negara|Bandung|Jateng|Jawa Tengah|Central Java",
            r"\d+(?:[.,]\d+)?\s?(?:%|persen|per cent|percent)",
        ),
        (
            "Menurut survei LAN 2024 kepuasan mencapai 90%.",
            "Complaints in Central Java fell by 30 percent.",
        ),
        ("Nilai kepuasan turun menjadi 76.", "Harganya naik 30%."),
    ),
    Trap(
        "pns-not-asn",
        "PP 94/2021 and PP 42/2004 bind PNS; they do not speak of all ASN.",
        holds(
            r"94/2021|42/2004|(?:hukuman|pelanggaran|pemeriksaan) disiplin|disciplinary",
            r"\bASN\b",
            without=r"\bPNS\b|\bPPPK\b|SKB|netralitas|neutrality",
        ),
        (
            "Menurut PP 94/2021 ASN wajib menolak pemberian.",
            "Setiap ASN dapat dikenai hukuman disiplin berat.",
            "Under PP 94/2021 every ASN must refuse gifts.",
        ),
        ("PP 94/2021 mengatur disiplin PNS.", "Nilai dasar ASN adalah berorientasi pelayanan."),
    ),
)
