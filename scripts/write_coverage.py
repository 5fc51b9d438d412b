"""Writes docs/cakupan.md, in Indonesian: what the shipped cases cover together, and what is missing.

The figures are those of `etika-sim list --coverage`. `python scripts/write_coverage.py --check` says
whether the page is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from etika_sim import labels
from etika_sim.checks.kinds import MODULES
from etika_sim.checks.survey import survey
from etika_sim.language.limits import LARGEST
from etika_sim.language.reader import read
from etika_sim.library.catalogue import Entry, catalogue
from etika_sim.library.coverage import Coverage, Share, cover
from etika_sim.library.examine import examine
from etika_sim.library.survey import scenarios_of
from etika_sim.locale import use
from etika_sim.model import Choice, Decision, Scenario
from etika_sim.views.coverage import hole, label, unnamed

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cakupan.md"
SHIPPED = ROOT / "scenarios"
READINGS = ROOT / "docs" / "readings.yaml"
HEAD = """\
# Cakupan kasus

Apa yang dicakup kasus bawaan bersama-sama, supaya fasilitator dapat memilih dan penulis tahu yang kurang.
Halaman ini ditulis oleh `scripts/write_coverage.py` dari kasusnya sendiri.
Angka yang sama, ditambah kasus buatan Anda, ditampilkan oleh `etika-sim list --coverage`.

"""
GROUPS = {
    "levels": "Tingkat",
    "practices": "Praktik harian yang dilatih",
    "pressures": "Tekanan yang mendorong ke arah lain",
    "remedies": "Yang ditanyakan kepada kantor",
    "principles": "Asas yang dipertaruhkan dalam sedikitnya satu keputusan",
}
CUED = {
    "longest": "petunjuk ({language}): pilihan terpanjang",
    "commas": "petunjuk ({language}): koma terbanyak",
    "joined": 'petunjuk ({language}): "dan" dan "lalu" terbanyak',
    "learned-cue": "petunjuk ({language}): kata yang dipelajari di modul lain",
    "review-formula": "petunjuk ({language}): satu kata dalam ulasan",
}
MEANT = """\
Petunjuk menghitung berapa kali orang yang tidak membaca ceritanya menemukan pilihan terbaik, atau putusan
sebuah ulasan.
Yang dituju: mendekati angka kebetulan, dan kata yang dipelajari tidak lebih dari 45 %.

"""
MARKS = """\
Ukurannya kesepakatan kami sendiri:

- empat kasus tiap modul, dan tidak ada tingkat di bawah seperempat,
- tiap praktik, tekanan, dan pertanyaan kepada kantor di tiga modul,
- tiap asas dipertaruhkan dalam dua belas kasus, dan tiap pokok dibicarakan dalam satu kasus.

Yang belum mencapainya:

"""


def _table(head: str, shares: Iterable[Share]) -> Iterator[str]:
    yield f"## {head}\n"
    yield f"| | {' | '.join(f'Modul {module}' for module in MODULES)} | semua |"
    yield f"| --- |{' ---: |' * (len(MODULES) + 1)}"
    for share in shares:
        cells = [str(share.within(int(module)) or "–") for module in MODULES]
        yield f"| {label(share)} | {' | '.join(cells)} | {len(share.cases) or '–'} |"
    yield ""


def _link(entry: Entry) -> str:
    return f"[{entry.title}](../{entry.path.relative_to(ROOT).as_posix()})"


def _modules(coverage: Coverage) -> Iterator[str]:
    yield "## Kasus tiap modul\n"
    for share in coverage.of("modules"):
        yield f"{share.name}. {label(share)}"
        for entry in share.cases:
            minutes = f", {entry.minutes} menit" if entry.minutes else ""
            yield f"   - {_link(entry)}: {labels.level(entry.level)}{minutes}"
    yield ""


def _themes(coverage: Coverage) -> Iterator[str]:
    yield "## Mencari menurut pokok\n"
    yield "| Pokok | Kasus |"
    yield "| --- | --- |"
    for share in coverage.of("themes"):
        yield f"| {label(share)} | {', '.join(map(_link, share.cases)) or 'belum ada'} |"
    yield ""


def _holes(coverage: Coverage) -> Iterator[str]:
    yield "## Yang masih kurang\n"
    yield MARKS.rstrip("\n") + "\n"
    said = [*map(hole, coverage.holes), *map(unnamed, coverage.unnamed)]
    yield from (f"- {sentence}" for sentence in said)
    if not said:
        yield "- Tidak ada: semuanya cukup."
    yield ""


def _decisions(scenarios: Iterable[Scenario]) -> Iterator[str]:
    """What every decision is to have: a price, another good road, a fact that turns it round."""
    named, planned = list[Decision](), list[Decision]()
    for one in scenarios:
        of_plans = {name for plan in one.plans.values() for name in (*plan.full, *plan.quick)}
        own = [scene for scene in one.scenes.values() if isinstance(scene, Decision)]
        named += own
        planned += [scene for scene in own if scene.id in of_plans]
    for head, count, of in (
        ("disarankan walau kalah di suatu asas", sum(map(_is_priced, named)), len(named)),
        ("dua pilihan disarankan", sum(len(_good(scene)) > 1 for scene in named), len(named)),
        ("punya fakta yang membaliknya", sum(map(_is_turned, named)), len(named)),
        ("dimainkan kelas dan punya fakta itu", sum(map(_is_turned, planned)), len(planned)),
    ):
        yield f"| keputusan: {head} | {count} dari {of} | {_percent(count, of)} |"


def _good(scene: Decision) -> list[Choice]:
    return [choice for choice in scene.choices.values() if choice.recommended]


def _is_priced(scene: Decision) -> bool:
    """Whether some recommended choice is beaten by another on a principle."""
    rows = [[points or 0 for points in choice.scores] for choice in scene.choices.values()]
    highest = [max(column) for column in zip(*rows, strict=True)]
    return any([points or 0 for points in choice.scores] != highest for choice in _good(scene))


def _is_turned(scene: Decision) -> bool:
    """Whether a what-if names a choice that is not recommended."""
    good = {choice.id for choice in _good(scene)}
    return any(one.then and one.then not in good for one in scene.facilitator.vary)


def _percent(count: float, of: float) -> str:
    return f"{round(100 * count / of)} %" if of else "–"


def _tested() -> Iterator[str]:
    """What is tested over all decisions together, in both languages."""
    found = examine([SHIPPED], LARGEST)
    by_language = scenarios_of(found)
    yield "## Yang dijaga pada semua keputusan\n"
    yield "| | | |"
    yield "| --- | ---: | ---: |"
    yield from _decisions(by_language["id"])
    forgotten = sum(warning.rule == "ending-forgets" for one in found for warning in one.warnings)
    yield f"| akhir yang baik sesudah perbuatan berat | {forgotten} | |"
    for cue in survey(by_language.pop("id"), (), by_language).cues:
        if cue.name in CUED:
            said = CUED[cue.name].format(language=cue.language or "id")
            hits = f"{cue.hits} dari {cue.of}, kebetulan {round(cue.expected)}"
            yield f"| {said} | {hits} | {_percent(cue.hits, cue.of)} |"
    yield ""
    yield MEANT


def _read() -> Iterator[str]:
    """What readers did who did not know the key, as docs/readings.yaml keeps it."""
    kept = read(READINGS.read_bytes()).data
    alone, told, of = kept["options_alone"], kept["with_story"], int(kept["decisions"])
    yield "## Dibaca tanpa kunci\n"
    yield f"Terakhir: {kept['day']}. Pembacanya pembaca uji dengan peran tertentu, bukan peserta pelatihan.\n"
    yield "| | | |"
    yield "| --- | ---: | ---: |"
    rows = (
        ("hanya pilihan, tanpa cerita: yang terbaik ditemukan", alone["found"]),
        ("kebetulan saja", alone["chance"]),
        (f"dengan cerita, {told['readers']} pembaca: berbeda tentang yang terbaik", told["differ_on_best"]),
        ("berbeda tentang yang akan sungguh dilakukan", told["differ_on_would"]),
        ("menyebut pilihan kedua yang sama kuat, rata-rata", told["second_named"]),
    )
    for head, count in rows:
        yield f"| {head} | {count} dari {of} | {_percent(int(count), of)} |"
    yield ""


def document() -> str:
    """The whole of docs/cakupan.md, from the shipped cases and their readings alone."""
    use("id")
    coverage = cover(entry for entry in catalogue("id", [SHIPPED]) if not entry.own)
    tables = (line for group, head in GROUPS.items() for line in _table(head, coverage.of(group)))
    pieces = [*_modules(coverage), *_themes(coverage), *tables, *_tested(), *_read(), *_holes(coverage)]
    return HEAD + "\n".join(pieces)


def main() -> int:
    """Write the document, or with --check say whether it is current."""
    current = document()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(current, encoding="utf-8", newline="\n")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != current:
        sys.stderr.write("docs/cakupan.md is out of date: run python scripts/write_coverage.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
