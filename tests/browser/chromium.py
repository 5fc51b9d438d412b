"""Chromium without a window: what a page becomes in it. Debian's `chromium`, or whatever is installed.

Tests that need it are skipped where there is none; ETIKA_SIM_BROWSER=required makes that a failure.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 120


def found() -> str:
    """The browser's command; skips the test where there is none."""
    command = next(filter(None, map(shutil.which, NAMES)), None)
    if command is None:
        if os.environ.get("ETIKA_SIM_BROWSER") == "required":
            pytest.fail("no Chromium is installed")
        pytest.skip("no Chromium is installed")
    return command


def _run(folder: Path, *words: str) -> str:
    command = [found(), *FLAGS, f"--user-data-dir={folder / 'profile'}", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pages_of_pdf(html: str, folder: Path) -> int:
    """How many pages a document has when it is printed."""
    page, pdf = folder / "print.html", folder / "print.pdf"
    page.write_text(html, encoding="utf-8")
    _run(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def evaluated(html: str, expression: str, folder: Path, width: int = 1200) -> Any:
    """What a JavaScript expression gives in the page, once it is laid out."""
    script = f"<script>document.title=JSON.stringify({expression})</script></body>"
    page = folder / "page.html"
    page.write_text(html.replace("</body>", script), encoding="utf-8")
    shown = _run(folder, f"--window-size={width},1600", "--dump-dom", page.as_uri())
    title = re.search("<title>(.*?)</title>", shown, re.DOTALL)
    assert title is not None
    return json.loads(unescape(title[1]))
