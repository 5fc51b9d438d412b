"""A sheet to print: which cases somebody played to an ending, and what they train; no scores, no endings.

One HTML file with its style inside, for A4 and for grey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from etika_sim.journal.progress import Finished
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.reports.names import Names

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}

_STYLE = """
@page { size: A4; margin: 20mm 18mm; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: 11pt/1.45 "Noto Sans", "Segoe UI", Arial, sans-serif; }
body { max-width: 174mm; margin: 0 auto; padding: 8mm 0; }
h1 { font-size: 17pt; margin: 0 0 1mm; }
p { margin: 0 0 4mm; }
table { width: 100%; border-collapse: collapse; margin: 6mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.5mm 2mm; border-bottom: 0.3mm solid #777; }
th { border-bottom: 0.6mm solid #000; }
ul { margin: 0; padding: 0; list-style: none; }
.module { display: block; color: #333; font-size: 9.5pt; }
.dates { white-space: nowrap; }
.note { border-left: 1mm solid #777; padding-left: 3mm; }
.signed { break-inside: avoid; margin-top: 14mm; display: grid; grid-template-columns: 1fr 1fr; gap: 16mm; }
.signed div { border-top: 0.3mm solid #000; padding-top: 1mm; margin-top: 16mm; }
@media print { body { padding: 0; max-width: none; } }
"""


def sheet(finished: Iterable[Finished], language: str, names: Names) -> str:
    """The sheet for plays that came to an ending: a row a case, with the dates on which it was played."""
    played: dict[str, list[Finished]] = {}
    for one in finished:
        played.setdefault(one.record.case, []).append(one)
    cases = sorted(played.values(), key=lambda plays: (plays[-1].play.scenario.module, plays[0].at))
    title = escape(_("Practice sheet"))
    about = _("Cases of ethics in public service that were played to an ending with etika-sim.")
    note = _("This sheet says which cases were played, and no more. It is not a measurement.")
    use = _("It is not meant for personnel decisions.")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style></head>",
        f"<body><h1>{title}</h1>",
        f"<p>{escape(about)}</p>",
        _heads(_("Case"), _("What it trains"), _("Played on")),
        *(_row(plays, language, names) for plays in cases),
        "</tbody></table>",
        f'<p class="note">{escape(note)} {escape(use)}</p>',
        _signed(_("Name"), _("Date and signature")),
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def _heads(*heads: str) -> str:
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>"


def _signed(*lines: str) -> str:
    """Lines to write on by hand."""
    places = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return f'<div class="signed">{places}</div>'


def _row(plays: list[Finished], language: str, names: Names) -> str:
    scenario = plays[-1].play.scenario
    module = _("Module {n}: {title}").format(n=scenario.module, title=names.module(scenario.module))
    trained = "".join(f"<li>{escape(names.practice(name))}</li>" for name in scenario.practices)
    days = "<br>".join(escape(spelled(day, language)) for day in dict.fromkeys(one.day for one in plays))
    title = f'<span lang="{escape(scenario.language)}">{escape(safe_line(scenario.title))}</span>'
    return (
        f'<tr><td>{title}<span class="module">{escape(module)}</span></td>'
        f'<td><ul>{trained}</ul></td><td class="dates">{days}</td></tr>'
    )


def spelled(day: str, language: str) -> str:
    """An ISO date with the name of its month; anything else as it is, made safe."""
    found = _DATE.fullmatch(day)
    months = _MONTHS[language].split()
    if found is None or not 1 <= int(found[2]) <= len(months):
        return safe_line(day)
    return f"{int(found[3])} {months[int(found[2]) - 1]} {found[1]}"
