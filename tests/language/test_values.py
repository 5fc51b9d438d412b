"""Every rule about the structure of a case fires once on its broken input, on the right thing."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from written import built, changed, mistakes, place_of

from etika_sim.language.diagnostic import Path

LOKET, RUANG = ("scenes", "loket"), ("scenes", "ruang-kepala")
KEMBALIKAN, SIMPAN = (*LOKET, "choices", "kembalikan"), (*LOKET, "choices", "simpan")
DIAM = (*RUANG, "choices", "diam")


class Broken(NamedTuple):
    """A change that breaks the small case: what is found, at which path, and the text it points at."""

    old: str
    new: str
    what: str
    path: Path
    at: str


TYPES = [
    Broken("roles:\n", "peran:\n", "unknown-key peran", ("peran",), "peran:"),
    Broken("title: Map di Meja\n", "", "missing-key title", (), "# A small"),
    Broken("    title: Laci yang terkunci\n", "", "missing-key title", ("scenes", "selesai-retak"),
           "selesai-retak:\n"),
    Broken("debrief:\n", "refleksi:\n", "unknown-key refleksi", ("refleksi",), "refleksi:"),
    Broken("title: Map di Meja", "title: [Map]", "wrong-type", ("title",), "title: [Map]"),
    Broken("title: Map di Meja", "title: {a: b}", "wrong-type", ("title",), "title: {a: b}"),
    Broken("title: Map di Meja", "title:", "bad-value empty", ("title",), "title:\nmodule"),
    Broken("title: Map di Meja", "title: ~", "bad-value empty", ("title",), "title: ~"),
    Broken("title: Map di Meja", "title: ''", "bad-value empty", ("title",), "title: ''"),
    Broken("title: Map di Meja", "title: ' '", "bad-value empty", ("title",), "title: ' '"),
    Broken("title: Map di Meja", "title: # kosong", "bad-value empty", ("title",), "title: # kosong"),
    Broken("module: 5", "module: lima", "wrong-type", ("module",), "lima\n"),
    Broken("module: 5", "module: '5'", "wrong-type", ("module",), "5'"),
    Broken("module: 5", "module: 5.0", "wrong-type", ("module",), "5.0"),
    Broken("module: 5", "module: 1e0", "wrong-type", ("module",), "1e0"),
    Broken("module: 5", "module: 0x5", "wrong-type", ("module",), "0x5"),
    Broken("module: 5", "module: \u0665", "wrong-type", ("module",), "\u0665"),
    Broken("module: 5", "module: 1234567890", "wrong-type", ("module",), "1234567890"),
    Broken("module: 5", "module: null", "bad-value empty", ("module",), "module: null"),
    Broken("module: 5", "module: [5]", "wrong-type", ("module",), "module: [5]"),
    Broken("module: 5", "module: 0", "bad-value range", ("module",), "0\nlevel"),
    Broken("module: 5", "module: 7", "bad-value range", ("module",), "7\nlevel"),
    Broken("module: 5", "module: -1", "bad-value range", ("module",), "-1\nlevel"),
    Broken("shuffle: false", "shuffle: no", "wrong-type", (*RUANG, "shuffle"), "no\n    choices"),
    Broken("shuffle: false", "shuffle: False", "wrong-type", (*RUANG, "shuffle"), "False"),
    Broken("shuffle: false", "shuffle: 'false'", "wrong-type", (*RUANG, "shuffle"), "false'"),
    Broken("shuffle: false", "shuffle:", "bad-value empty", (*RUANG, "shuffle"), "shuffle:"),
    Broken("shuffle: false", "shuffle: [false]", "wrong-type", (*RUANG, "shuffle"), "shuffle:"),
    Broken("level: basic", "level: Basic", "bad-value not-one-of", ("level",), "Basic"),
    Broken("level: basic", "level: [basic]", "wrong-type", ("level",), "level: ["),
    Broken("level: basic", "level: Null", "bad-value empty", ("level",), "level: N"),
    Broken("twin: kotak-di-pos", "twin: Kotak", "bad-value pattern", ("twin",), "Kotak"),
    Broken("twin: kotak-di-pos", "twin: [a]", "wrong-type", ("twin",), "twin:"),
    Broken("twin: kotak-di-pos", "twin: NULL", "bad-value empty", ("twin",), "twin:"),
    Broken("practices: [PR3]", "practices: PR3", "wrong-type", ("practices",), "PR3\n"),
    Broken("practices: [PR3]", "practices: {PR3: x}", "wrong-type", ("practices",), "practices:"),
    Broken("practices: [PR3]", "practices: [[PR3]]", "wrong-type", ("practices", 0), "[PR3]]"),
    Broken("practices: [PR3]", "practices: [PR3, ~]", "bad-value empty", ("practices", 1), "~]"),
    Broken("    face: Sopan, terburu-buru.\n", "", "missing-key face", ("roles", "warga"), "warga:"),
    Broken("  sari:\n    name: Sari\n", "  Sari:\n    name: Sari\n", "bad-value id", ("roles", "Sari"),
           "Sari:\n"),
    Broken("observe:\n  integrity:", "observe:\n  kejujuran:", "unknown-key kejujuran",
           ("observe", "kejujuran"), "kej"),
    Broken("  45: {full", "  1000: {full", "bad-value id", ("class", "1000"), "1000"),
    Broken("  45: {full", "  0: {full", "bad-value id", ("class", "0"), "0: {full"),
    Broken("allow:\n  long-choice", "allow:\n  Long_choice", "bad-value id", ("allow", "Long_choice"),
           "Long_choice"),
]  # fmt: skip

TEXTS = [
    Broken('authors: ["Nama Penulis"]', "authors: [Nama Penulis]", "unquoted-text", ("authors", 0),
           "Nama Penulis]"),
    Broken('by: "Nama Peninjau"', "by: Nama Peninjau", "unquoted-text", ("reviewed", 0, "by"),
           "Nama Peninjau"),
    Broken('text: "Ia tidak bertanya lagi."', "text: Ia diam", "unquoted-text", (*DIAM, "outcome", 1, "text"),
           "Ia diam"),
    Broken("title: Map di Meja", "title: Map # di Meja", "cut-text", ("title",), "# di Meja"),
    Broken("- Apa yang terjadi di", "- Apa # yang", "cut-text", ("debrief", "gather", 0), "# yang"),
    Broken("title: Map di Meja", "title: Map\n  di   # mana?", "cut-text", ("title",), "# mana?"),
    Broken("title: Map di Meja", "title: |\n  Map\n\n  di Meja", "bad-value one-paragraph", ("title",),
           "|\n  Map"),
    Broken("title: Map di Meja", "title: Map\n\n  di Meja", "bad-value one-paragraph", ("title",), "Map\n"),
    Broken("text: Diam dan menunggu ditanya.", 'text: "Diam\\n\\nlama."', "bad-value one-paragraph",
           (*DIAM, "text"), "Diam\\n"),
    Broken("    text: Menjelang tutup, telepon di meja Anda berdering.", "    text: []",
           "bad-value empty", ("scenes", "sore-hari", "text"), "text: []"),
    Broken("    text: Menjelang tutup, telepon di meja Anda berdering.", "    text: {a: b}",
           "wrong-type", ("scenes", "sore-hari", "text"), "text: {a: b}"),
    Broken("      - Kepala seksi menutup pintu.", "      - [a]", "wrong-type", (*RUANG, "text", 0), "[a]"),
    Broken("      - Kepala seksi menutup pintu.", "      -", "bad-value empty", (*RUANG, "text", 0),
           "\n      - if: tercatat"),
    Broken("      - if: tercatat\n        text", "      - text", "missing-key if", (*RUANG, "text", 1),
           "text: Buku tamu t"),
    Broken("        text: Buku tamu terbuka di mejanya.\n", "", "missing-key text", (*RUANG, "text", 1),
           "if: tercatat\n"),
    Broken("        else: Ia belum", "        lain: Ia belum", "unknown-key lain",
           (*RUANG, "text", 1, "lain"), "lain:"),
    Broken("allow:\n  long-choice: Kutipan aturan harus utuh.", "allow: {long-choice: Kutipan}",
           "unquoted-text", ("allow", "long-choice"), "Kutipan"),
]  # fmt: skip

STORY = [
    Broken("start: loket", "start: loke", "unknown-scene loke", ("start",), "loke\n"),
    Broken("start: loket", "start: selesai-retak", "bad-value start-is-ending", ("start",),
           "selesai-retak\nscenes"),
    Broken("start: loket", "start: [loket]", "wrong-type", ("start",), "start: [loket]"),
    Broken("start: loket", "start: ''", "unknown-scene", ("start",), "'\nscenes"),
    Broken("start: loket\n", "", "missing-key start", (), "# A small"),
    Broken("    to: ruang-kepala", "    to: ruang-wakil", "unknown-scene ruang-wakil",
           ("scenes", "sore-hari", "to"), "ruang-wakil"),
    Broken("    to: ruang-kepala", "    to: []", "bad-value empty", ("scenes", "sore-hari", "to"), "to: []"),
    Broken("    to: ruang-kepala", "    to: {scene: loket}", "wrong-type", ("scenes", "sore-hari", "to"),
           "to: {"),
    Broken("    to: ruang-kepala", "    to: [loket]", "wrong-type", ("scenes", "sore-hari", "to", 0),
           "loket]\n\n"),
    Broken("- {scene: sore-hari}", "- {if: tercatat}", "missing-key scene", (*DIAM, "to", 1),
           "{if: tercatat}"),
    Broken("- {scene: sore-hari}", "- {ke: sore-hari}", "unknown-key ke", (*DIAM, "to", 1, "ke"), "ke: s"),
    Broken("full: [loket]", "full: [sore-hari]", "bad-value not-a-decision", ("class", "45", "full", 0),
           "sore-hari], quick"),
    Broken("full: [loket]", "full: [lokett]", "unknown-scene lokett", ("class", "45", "full", 0), "lokett"),
    Broken("law: [G-06]", "law: [g-06]", "unknown-law g-06", (*SIMPAN, "law", 0), "g-06"),
    Broken("law: [G-06]", "law: G-06", "wrong-type", (*SIMPAN, "law"), "G-06\n"),
    Broken("channels: [UPG]", "channels: [KPK]", "unknown-channel KPK", (*KEMBALIKAN, "channels", 0), "KPK"),
    Broken("    ending: exemplary", "    ending: sempurna", "bad-value not-one-of",
           ("scenes", "selesai-bersih", "ending"), "sempurna"),
    Broken("    ending: exemplary\n    title: Buku", "    ending: exemplary\n    ask: x\n    title: Buku",
           "unknown-key ask", ("scenes", "selesai-bersih", "ask"), "ask: x"),
]  # fmt: skip

DECISIONS = [
    Broken("    ask: Apa yang Anda katakan?\n", "", "missing-key ask", RUANG, "ruang-kepala:\n"),
    Broken("    weight: 2", "    weight: 0", "bad-value range", (*LOKET, "weight"), "0\n    facilitator"),
    Broken("    weight: 2", "    bobot: 2", "unknown-key bobot", (*LOKET, "bobot"), "bobot"),
    Broken("      probe:\n", "      gali:\n", "unknown-key gali", (*LOKET, "facilitator", "gali"), "gali"),
    Broken("      ceritakan:\n", "      1-cerita:\n", "bad-value id", (*RUANG, "choices", "1-cerita"),
           "1-cerita"),
    Broken("        outcome: Amplop itu masuk ke laci Anda.\n", "", "missing-key outcome", SIMPAN,
           "simpan:\n"),
    Broken("        outcome: Amplop", "        akibat: Amplop", "unknown-key akibat", (*SIMPAN, "akibat"),
           "akibat"),
    Broken("scores: {accountability: -1}", "scores: 2", "wrong-type", (*DIAM, "scores"),
           "2\n        outcome:"),
    Broken("scores: {accountability: -1}", "scores: {akuntabilitas: -1}", "unknown-key akuntabilitas",
           (*DIAM, "scores", "akuntabilitas"), "akuntabilitas"),
    Broken("scores: {accountability: -1}", "scores: {accountability: -3}", "bad-value range",
           (*DIAM, "scores", "accountability"), "-3"),
    Broken("scores: {accountability: -1}", "scores: {accountability: '1'}", "wrong-type",
           (*DIAM, "scores", "accountability"), "1'}"),
    Broken("scores: {accountability: -1}", "scores: {accountability: [1]}", "wrong-type",
           (*DIAM, "scores", "accountability"), "accountability: [1]"),
    Broken("        recommended: true", "        recommended: true\n        red_line: true",
           "bad-value recommended-red-line", (*KEMBALIKAN, "recommended"), "recommended: true"),
    Broken("        excuse: minimise", "        excuse: malas", "bad-value not-one-of", (*SIMPAN, "excuse"),
           "malas"),
]  # fmt: skip

STATE = [
    Broken("  tercatat: false", "  Ingat: true\n  tercatat: false", "bad-value state-name",
           ("state", "Ingat"), "Ingat:"),
    Broken("  tercatat: false", "  not: true\n  tercatat: false", "bad-value state-name", ("state", "not"),
           "not: true"),
    Broken("  tercatat: false", "  tercatat: tidak", "wrong-type", ("state", "tercatat"), "tidak\n"),
    Broken("  tercatat: false", "  tercatat:", "bad-value empty", ("state", "tercatat"), "tercatat:\n"),
    Broken("  tercatat: false", "  tercatat: 0", "wrong-type", ("state", "tercatat"), "0\n"),
    Broken("  tercatat: false", "  tercatat: [false]", "wrong-type", ("state", "tercatat"), "tercatat: ["),
    Broken("{from: 0, to: 3, start: 0}", "{from: 0, to: 3}", "missing-key start", ("state", "tekanan"),
           "tekanan: {from"),
    Broken("{from: 0, to: 3, start: 0}", "{from: 3, to: 3, start: 3}", "bad-value counter-range",
           ("state", "tekanan", "to"), "3, start"),
    Broken("{from: 0, to: 3, start: 0}", "{from: 0, to: 3, start: 4}", "bad-value range",
           ("state", "tekanan", "start"), "4}\n\nstart"),
    Broken("{from: 0, to: 3, start: 0}", "{from: 0, to: 1001, start: 0}", "bad-value range",
           ("state", "tekanan", "to"), "1001"),
    Broken("{from: 0, to: 3, start: 0}", "{from: 0, to: 3, mulai: 0}", "unknown-key mulai",
           ("state", "tekanan", "mulai"), "mulai"),
    Broken("set: {tercatat: true}", "set: {tercatt: true}", "unknown-state tercatt",
           (*KEMBALIKAN, "set", "tercatt"), "tercatt:"),
    Broken("set: {tercatat: true}", "set: {tercatat: 1}", "wrong-type", (*KEMBALIKAN, "set", "tercatat"),
           "1}\n        to: sore"),
    Broken("set: {tercatat: true}", "set: tercatat", "wrong-type", (*KEMBALIKAN, "set"),
           "tercatat\n        to: sore"),
    Broken("set: {tercatat: true}", "set: {tekanan: 4}", "bad-value range", (*KEMBALIKAN, "set", "tekanan"),
           "4}\n        to"),
    Broken("set: {tercatat: true}", "set: {tekanan: true}", "wrong-type", (*KEMBALIKAN, "set", "tekanan"),
           "true}"),
    Broken("add: {tekanan: 1}", "add: {tekanan: 4}", "bad-value range", (*DIAM, "add", "tekanan"),
           "4}\n        to"),
    Broken("add: {tekanan: 1}", "add: {tekanan: -4}", "bad-value range", (*DIAM, "add", "tekanan"), "-4}"),
    Broken("add: {tekanan: 1}", "add: {tercatat: 1}", "bad-value add-to-flag", (*DIAM, "add", "tercatat"),
           "tercatat: 1"),
    Broken("add: {tekanan: 1}", "add: {tekanan: 1}\n        set: {tekanan: 0}", "bad-value set-and-add",
           (*DIAM, "add", "tekanan"), "tekanan: 1}"),
    Broken("add: {tekanan: 1}", "add: {tekanan: satu}", "wrong-type", (*DIAM, "add", "tekanan"), "satu}"),
    Broken("if: tekanan >= 2", "if: tekan >= 2", "unknown-state tekan", (*DIAM, "to", 0, "if"), "tekan >="),
    Broken("if: tekanan >= 2", "if: tekanan", "bad-condition counter-alone", (*DIAM, "to", 0, "if"),
           "tekanan, scene"),
    Broken("if: tekanan >= 2", "if: tekanan => 2", "bad-condition single-equals", (*DIAM, "to", 0, "if"),
           "=> 2"),
    Broken("if: tekanan >= 2", "if: [a]", "wrong-type", (*DIAM, "to", 0, "if"), "if: [a]"),
    Broken("if: not tercatat and tekanan < 3", "if:", "bad-value empty", (*DIAM, "if"), "if:\n"),
    Broken("if: not tercatat and tekanan < 3", "if: ''", "bad-condition empty", (*DIAM, "if"),
           "'\n        text: Diam"),
]  # fmt: skip


@pytest.mark.parametrize(
    "broken", [*TYPES, *TEXTS, *STORY, *DECISIONS, *STATE], ids=lambda b: f"{b.what}: {b.new[:30]}"
)
def test_each_mistake_is_one_finding_on_the_thing_itself(base_case: str, broken: Broken) -> None:
    """A mistake is found once, at its path and its place, and nothing else is said."""
    text = changed(base_case, (broken.old, broken.new))
    _, findings = built(text)

    assert (mistakes(text), [finding.path for finding in findings]) == (
        [f"{place_of(text, broken.at)} {broken.what}"],
        [broken.path],
    )
