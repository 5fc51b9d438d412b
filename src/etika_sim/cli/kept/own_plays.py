"""Export, import, print and delete one player's stored plays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from etika_sim.cli.context import Trouble, cannot_read
from etika_sim.cli.kept.confirm_forget import confirm_forget, will_go
from etika_sim.cli.output_file import refuse_existing, write_file
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal import export_import
from etika_sim.journal.owner import Owner
from etika_sim.journal.progress import progress
from etika_sim.library.files import CannotRead, read_bytes, real
from etika_sim.locale import N_, _, ngettext, translator
from etika_sim.prose import escaped
from etika_sim.store.archive import collect, merge, pack, unpack
from etika_sim.store.log import Store
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views.page import Gap, Page, Prose

LARGEST_ARCHIVE = 200_000_000
"""Bytes; many times what a person can write in a life of playing."""

_REFUSED = {
    "changed": N_("{path} is not what was exported; nothing was taken from it."),
    "foreign": N_("{path} was not exported by this program; nothing was taken from it."),
    "newer": N_("{path} was exported by a newer version of this program; nothing was taken from it."),
}

_ABOUT: Mapping[str, str] = {
    "alias": N_("the alias under which the plays are kept; empty on a laptop of one's own"),
    "stream": N_("the name of the play in the store"),
    "case, title, language": N_("what was played"),
    "key, versions": N_("which version of the case it was"),
    "seed": N_("what ordered the options"),
    "began, at": N_("when, in UTC"),
    "events": N_("what happened, in order: n is the number, kind says what it was"),
    "chose: scene, choice": N_("a choice at a scene"),
    "undid, left, closed": N_("a step back; the play given up; the play done"),
    "ended: ending, quality": N_("an ending was met"),
    "noted, committed, answered": N_("your own words: text, with scene or question"),
    "reflected: scene, view, sure": N_("your view of a choice, and how sure you were, 1 to 5"),
}


def nothing_kept() -> str:
    """What is said to a guest, and where no store is."""
    return _("Nothing is kept of a guest. Give an alias at the start to find your notes again.")


class OwnPlays:
    """What is kept of one person on this laptop."""

    def __init__(self, world: Environment, store: Store, owner: Owner) -> None:
        self.world, self.store, self.owner = world, store, owner

    def export(self, path: Path, *, replace: bool = False) -> int:
        """Write all plays to an archive, and beside it a file to be read. Raises Trouble, StoreTrouble."""
        names = export_import.names_of(self.store, self.owner)
        if not names:
            raise Trouble(_("Nothing is kept that could be written to a file."), ExitStatus.FINDINGS)
        beside = path.with_name(f"{path.stem}.readable.json")
        for file in (path, beside):
            self._free(file, replace=replace)
        archive = collect(self.store, names)
        about = {name: _(meaning) for name, meaning in _ABOUT.items()}
        readable = export_import.readable(archive, self.owner.alias, about)
        write_file(path, pack(archive))
        text = json.dumps(readable, ensure_ascii=False, indent=2) + "\n"
        write_file(beside, escaped(text).encode())
        self._say(
            _("To bring back with --import: {path}").format(path=real(path)),
            _("To read: {path}").format(path=real(beside)),
        )
        return ExitStatus.FINE

    def bring_back(self, path: Path) -> int:
        """Take in the plays of an archive; 1 if some were not taken. Raises Trouble, StoreTrouble."""
        try:
            archive = unpack(read_bytes(path, LARGEST_ARCHIVE), path)
        except CannotRead as error:
            raise cannot_read(error) from None
        except StoreTrouble as trouble:
            refused = _(_REFUSED.get(trouble.reason, _REFUSED["foreign"]))
            raise Trouble(refused.format(path=path), ExitStatus.FINDINGS) from None
        mine, others = export_import.adopted(archive, self.owner)
        merged = merge(self.store, mine)
        lines = [_("Added: {n}").format(n=len(merged.added))]
        if merged.grown:
            lines.append(_("Gone on with: {n}").format(n=len(merged.grown)))
        lines.append(_("There already, the same: {n}").format(n=len(merged.same)))
        lines.append(_("Different here, left as it is: {n}").format(n=len(merged.differing)))
        if others:
            lines.append(_("Not a play, left out: {n}").format(n=others))
        self._say(*lines)
        return ExitStatus.FINDINGS if merged.differing or others else ExitStatus.FINE

    def print_sheet(self, path: Path, *, replace: bool = False) -> int:
        """Write a sheet to be printed. Raises Trouble, StoreTrouble."""
        from etika_sim.reports.practice_sheet import practice_sheet

        finished = progress(self.store, self.owner).finished
        if not finished:
            raise Trouble(
                _("No play has come to an ending yet; a sheet would be empty."), ExitStatus.FINDINGS
            )
        self._free(path, replace=replace)
        write_file(path, practice_sheet(finished, translator(self.world.language)).encode())
        self._say(_("To open in a browser and print: {path}").format(path=real(path)))
        return ExitStatus.FINE

    def forget(self, *, sure: bool = False, before: str = "") -> int:
        """Delete what is kept, or what is older than `before`, after asking.

        Raises Trouble, Closed, StoreTrouble.
        """
        streams = export_import.plays_of(self.store, self.owner, before)
        if before and not streams:
            self._say(_("Nothing is that old; nothing was deleted."))
            return ExitStatus.FINE
        self.world.show(self._to_be_forgotten(export_import.size_of(streams)))
        if not sure and not confirm_forget(self.world):
            return ExitStatus.FINE
        gone = self.store.forget([stream.name for stream in streams])
        deleted = ngettext("{n} play was deleted.", "{n} plays were deleted.", gone.streams)
        self._say(deleted.format(n=gone.streams))
        return ExitStatus.FINE

    def _to_be_forgotten(self, size: export_import.Size) -> Page:
        """What would go, counted."""
        plays = ngettext("{n} play", "{n} plays", size.plays).format(n=size.plays)
        entries = ngettext("{n} entry", "{n} entries", size.entries).format(n=size.entries)
        return will_go(self.store, f"{plays}, {entries}")

    def _free(self, path: Path, *, replace: bool) -> None:
        """Raises Trouble if something stands in the place of a file to be written."""
        if real(path) == real(self.store.path):
            raise Trouble(_("{path} is where the plays are kept; choose another name.").format(path=path))
        refuse_existing(path, replace=replace)

    def _say(self, *sentences: str) -> None:
        self.world.show((*(Prose((sentence,)) for sentence in sentences), Gap()))
