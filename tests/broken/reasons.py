"""What an author may write to meet each reason of each rule: pieces of the base files, spoilt.

A rule's own page is one more example; what is on a page is not repeated here.
"""

from __future__ import annotations

from typing import NamedTuple


class Spoilt(NamedTuple):
    """A piece of a base file and what stands in its place; where `was` is empty, the whole file."""

    rule: str
    reason: str
    was: str
    now: str | bytes
    file: str = "base.yaml"


ENGLISH, REGISTER = "base.en.yaml", "law.yaml"

TITLE = "title: Sekardus Durian\n"
LEVEL = "level: basic\n"
MODULE = "module: 5\n"
PLAN = "  45: {full: [parkiran], quick: [rapat]}\n"
STATE = "  bisik: {from: 0, to: 3, start: 0}\n"
PROBE = "        - Apa yang membuat menolak terasa sulit?\n"
ASK = "    ask: Apa jawab Anda?\n"
SCORES = "        scores: {integrity: 2, transparency: 2}\n"
ADDED = "        add: {bisik: 2}\n"
LAW = "        law: [G-06]\n        next_step: Sampaikan"
IF = "        if: bisik >= 1\n"
RED = "        red_line: true\n"
WAIT = "  menunggu:\n"
WAITING = "    text: Siang itu telepon berdering lagi.\n    to: telepon\n"
WAITING_ON = """\
    text: Siang itu telepon berdering lagi.
    to:
      - {if: tercatat, scene: menunggu}
      - {scene: telepon}
"""
SILENT = """\
      diam:
        text: Menunggu orang lain berbicara lebih dulu.
        scores: {accountability: -1, transparency: -1}
        excuse: diffuse
        outcome: Tidak ada yang berbicara.
        review: Diam itu aman hari ini, dan lebih mahal besok.
        add: {bisik: 1}
        to: inspektur
"""
OUTCOME = "        outcome: Tidak ada yang berbicara.\n"
ROUTE = "          - {if: bisik >= 2, scene: kulit-durian}\n"
LAST = "    - Satu kalimat apa yang akan Anda ucapkan besok?\n"
GATHER = "    - Apa yang terjadi di parkiran, dan siapa yang melihatnya?\n"
OPENING = """\
    text: |
      "Untuk anak-anak, Bu," kata Pak Wirya. Ia menaruh sekardus durian di samping motor Anda.

      Berkas izin usahanya masih ada di meja Anda.
"""
CALL = """\
      - The next morning Pak Wirya calls and asks about his permit.
      - text: His voice is careful.
"""
SWEET = "        else: '\"Were the durians sweet, Bu?\" he asks first.'\n"
RING = """\
  lorong:
    text: Anda berjalan ke tangga.
    to: tangga
  tangga:
    text: Anda kembali ke lorong.
    to: lorong
"""


def _many(scene: str) -> str:
    return "".join(scene.replace("diam:", f"diam-{n}:") for n in range(5))


def _condition(reason: str, condition: str) -> Spoilt:
    return Spoilt("bad-condition", reason, IF, f"        if: {condition}\n")


SPOILT = (
    # --- bytes and YAML ---
    Spoilt("yaml-syntax", "too-large", "", "# terlalu besar\n" * 1024 * 1024 + "#"),
    Spoilt("yaml-syntax", "encoding", "", "format: 1\ntitle: Café di Loket\n".encode("latin-1")),
    Spoilt("yaml-syntax", "utf-16", "", "format: 1\n".encode("utf-16")),
    Spoilt("yaml-syntax", "utf-16", "", "format: 1\n".encode("utf-16-le")),
    Spoilt("yaml-syntax", "empty", "", "# belum ada isinya\n"),
    Spoilt("yaml-syntax", "special-start", TITLE, "title: @Sekardus Durian\n"),
    Spoilt("yaml-syntax", "special-start", TITLE, "title: *Sekardus* Durian\n"),
    Spoilt("yaml-syntax", "text-after-quote", OUTCOME, '        outcome: "Sudah," katanya.\n'),
    Spoilt("yaml-syntax", "colon-in-text", TITLE, "title: Durian: sekardus di parkiran\n"),
    Spoilt("yaml-syntax", "unclosed-quote", LAST, LAST.replace("- ", '- "')),
    Spoilt("yaml-syntax", "unclosed-quote", TITLE, 'title: "Sekardus Durian\n'),
    Spoilt("yaml-syntax", "bad-escape", TITLE, 'title: "Map C:\\Durian"\n'),
    Spoilt("yaml-syntax", "unclosed-bracket", SCORES, SCORES.replace("}", "")),
    Spoilt("yaml-syntax", "missing-colon", OUTCOME, OUTCOME.replace(":", "")),
    Spoilt("yaml-syntax", "indentation", OUTCOME, OUTCOME[1:]),
    Spoilt("yaml-syntax", "other", "format: 1\n", "%YAML 1.1\nformat: 1\n"),
    Spoilt("forbidden-yaml", "tab", TITLE, "title:\tSekardus Durian\n"),
    Spoilt("forbidden-yaml", "tab", ASK, "\task: Apa jawab Anda?\n"),
    Spoilt("forbidden-yaml", "anchor", SCORES, SCORES.replace("{", "&poin {")),
    Spoilt("forbidden-yaml", "alias", SCORES, "        scores: *poin\n"),
    Spoilt("forbidden-yaml", "tag", TITLE, "title: !penting Sekardus Durian\n"),
    Spoilt("forbidden-yaml", "directive", "format: 1\n", "%YAML 1.1\n---\nformat: 1\n"),
    Spoilt("forbidden-yaml", "document", LAST, f"{LAST}---\ntitle: Kasus kedua\n"),
    Spoilt("forbidden-yaml", "document", WAIT, f"---\n{WAIT}"),
    Spoilt("forbidden-yaml", "merge", SCORES, f"{SCORES}        <<: {{recommended: true}}\n"),
    Spoilt("forbidden-yaml", "key", TITLE, f"{TITLE}? [judul, kedua]\n: Durian\n"),
    Spoilt("control-character", "", TITLE, "title: Sekardus\u200e Durian\n"),
    # --- keys and values ---
    Spoilt("unknown-key", "", ASK, f"{ASK}    catatan: Adegan ini singkat saja.\n"),
    Spoilt("missing-key", "way-on", "    ending: acceptable\n", ""),
    Spoilt("wrong-type", "text", ASK, "    ask: {apa: jawab Anda}\n"),
    Spoilt("wrong-type", "number", MODULE, "module: lima\n"),
    Spoilt("wrong-type", "truth", RED, '        red_line: "true"\n'),
    Spoilt("wrong-type", "list", f"      probe:\n{PROBE}", "      probe: Apa yang terasa sulit?\n"),
    Spoilt("wrong-type", "mapping", SCORES, "        scores: integrity 2\n"),
    Spoilt("wrong-type", "condition", IF, "        if: [bisik, tercatat]\n"),
    Spoilt("bad-value", "empty", TITLE, "title:\n"),
    Spoilt("bad-value", "nothing", PROBE, f"{PROBE}        -\n"),
    Spoilt("bad-value", "one-paragraph", ASK, "    ask: |\n      Apa jawab Anda?\n\n      Pikirkan.\n"),
    Spoilt("bad-value", "pattern", "on: 2026-11-24", "on: 24 November 2026"),
    Spoilt("bad-value", "not-one-of", LEVEL, "level: dasar\n"),
    Spoilt("bad-value", "not-one-of", LEVEL, "level: basics\n"),
    Spoilt("bad-value", "range", MODULE, "module: 7\n"),
    Spoilt("bad-value", "start-is-ending", "start: parkiran\n", "start: buku-tamu\n"),
    Spoilt("bad-value", "not-a-decision", PLAN, PLAN.replace("[rapat]", "[menunggu]")),
    Spoilt("bad-value", "too-few", f"  gather:\n{GATHER}", "  gather: []\n"),
    Spoilt("bad-value", "too-few", SILENT, ""),
    Spoilt("bad-value", "too-many", SILENT, _many(SILENT)),
    Spoilt("bad-value", "id", WAIT, f"  Jam Istirahat:\n    text: Kantin penuh.\n    to: telepon\n\n{WAIT}"),
    Spoilt("bad-value", "register-id", "  KAB-01:\n", "  kab-01:\n", REGISTER),
    Spoilt("bad-value", "minutes", PLAN, PLAN.replace("45", "45 menit")),
    Spoilt("bad-value", "state-name", STATE, f"{STATE}  sudah-lapor: false\n"),
    Spoilt("bad-value", "counter-range", STATE, "  bisik: {from: 3, to: 0, start: 3}\n"),
    Spoilt("bad-value", "add-to-flag", ADDED, "        add: {tercatat: 1}\n"),
    Spoilt("bad-value", "set-and-add", ADDED, f"        set: {{bisik: 1}}\n{ADDED}"),
    Spoilt("bad-value", "recommended-red-line", RED, f"{RED}        recommended: true\n"),
    Spoilt(
        "bad-value",
        "too-many-recommended",
        SILENT,
        "".join(
            SILENT.replace("diam", f"diam-{n}").replace("excuse: diffuse", "recommended: true") for n in "ab"
        ),
    ),
    # --- conditions ---
    _condition("too-long", " or ".join(["bisik >= 1"] * 20)),
    _condition("too-deep", "not " * 40 + "tercatat"),
    _condition("empty", '""'),
    _condition("unexpected", "tercatat dan bisik >= 1"),
    _condition("unexpected", "bisik >= 1 tercatat"),
    _condition("unexpected", "(bisik >= 1 tercatat)"),
    _condition("unclosed", "(bisik >= 1 and tercatat"),
    _condition("chained", "1 <= bisik <= 2"),
    _condition("counter-alone", "tercatat and bisik"),
    _condition("number-alone", "2"),
    _condition("ends-early", "bisik >="),
    _condition("mixed-kinds", "tercatat == 1"),
    _condition("flag-order", "tercatat >= true"),
    _condition("single-equals", "bisik = 1"),
    _condition("strange-character", "bisik >= 1 & tercatat"),
    _condition("number-too-large", "bisik >= 12345678901"),
    # --- names ---
    Spoilt("unknown-scene", "", "        to: malam-hari\n", "        to: esok\n"),
    Spoilt("unknown-choice", "", "          then: bagikan\n", "          then: tunda\n"),
    Spoilt("unknown-state", "", IF, "        if: bukan tercatat\n"),
    Spoilt("unknown-state", "", ADDED, "        add: {gosip: 2}\n"),
    Spoilt("unknown-law", "", LAW, LAW.replace("G-06", "Pasal 12B")),
    Spoilt("unknown-channel", "", "[UPG]", "[Lurah]"),
    # --- translations ---
    Spoilt(
        "translation-mismatch", "kind", f"    text:\n{CALL}{SWEET}", "    text: The next morning.\n", ENGLISH
    ),
    Spoilt("translation-mismatch", "extra", WAIT, "  menungu:\n", ENGLISH),
    Spoilt("translation-mismatch", "extra", WAIT, f"  kantin:\n    text: It is full.\n{WAIT}", ENGLISH),
    Spoilt("translation-mismatch", "not-text", "title: A Box", "module: 5\ntitle: A Box", ENGLISH),
    Spoilt("translation-mismatch", "length", CALL + SWEET, CALL + SWEET + "      - It rains.\n", ENGLISH),
    Spoilt("translation-mismatch", "if-repeated", SWEET, f"{SWEET}        if: tercatat\n", ENGLISH),
    Spoilt("translation-mismatch", "lacks", SWEET, "", ENGLISH),
    # --- the proof ---
    Spoilt("empty-text", "", OPENING, '    text:\n      - {if: tercatat, text: "Pak Wirya datang lagi."}\n'),
    Spoilt("endless-loop", "", WAITING, WAITING_ON),
    Spoilt("impossible-choice", "", IF, "        if: tercatat and bisik >= 1\n"),
    Spoilt("impossible-route", "shadowed", ROUTE, ROUTE + ROUTE.replace("2", "3")),
    Spoilt("unreachable-scene", "", WAIT, f"{RING}{WAIT}"),
)
