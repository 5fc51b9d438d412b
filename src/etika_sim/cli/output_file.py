"""Output files, under the name a user gave: written whole or not at all, and nothing replaced unasked."""

from __future__ import annotations

from pathlib import Path

from etika_sim.authoring.shelf import is_there
from etika_sim.cli.context import Trouble
from etika_sim.library.files import is_file
from etika_sim.locale import _
from etika_sim.store.trouble import StoreTrouble
from etika_sim.store.whole import write_whole


def refuse_existing(path: Path, *, replace: bool) -> None:
    """Raises Trouble if something stands in the place of a file to be written; `replace` lets a file go."""
    if is_there(path) and not (replace and is_file(path)):
        raise Trouble(_("{path} is there already; choose another name.").format(path=path))


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole. Raises Trouble if there is no such folder, StoreTrouble."""
    try:
        write_whole(path, content)
    except StoreTrouble as trouble:
        if trouble.reason != "missing":
            raise
        raise Trouble(_("{path} is not a folder.").format(path=path.parent)) from None
