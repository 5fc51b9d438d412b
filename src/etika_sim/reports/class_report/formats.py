"""The formats that a class report is written in: one table for the command line, the menu and Tab."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from etika_sim.analysis.summary import Summary
from etika_sim.locale import Translator
from etika_sim.prose import escaped
from etika_sim.reports.class_report.csv_rows import as_sheet
from etika_sim.reports.class_report.html import page
from etika_sim.reports.class_report.json_data import as_data


def _json(one: Summary, words: Translator) -> bytes:
    text = json.dumps(as_data(one, words), ensure_ascii=False, indent=2) + "\n"
    return escaped(text).encode()


FORMATS: Mapping[str, Callable[[Summary, Translator], bytes]] = {"html": page, "csv": as_sheet, "json": _json}
"""By the ending of the file, what writes it."""
