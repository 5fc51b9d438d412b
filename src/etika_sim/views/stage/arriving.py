"""The wall before the story begins: the way in, the ground rules, the roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from etika_sim.classroom.shown import FaceData, ProjectorView
from etika_sim.classroom.sign import matrix
from etika_sim.locale import _, ngettext
from etika_sim.views.stage.big import big
from etika_sim.views.stage.lines import MARGIN, Line, Look, Part, Piece, line, marked, told, wrapped

APART = 3
FEWEST_COLUMNS = 24
"""Columns that the words beside the code need."""

HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def lobby(shown: ProjectorView, look: Look) -> list[Part]:
    """The way in: a code to scan, the address and the word to type, how many are in."""
    if not look.address:
        return _by_hand(shown, look)
    code = _code(look.address, look)
    beside = look.width - 2 * MARGIN - len(code[0][0].text) - APART if code else 0
    if beside < FEWEST_COLUMNS or len(code) > look.rows:
        return [*_spelled(look), _came(shown, look)]
    narrower = look._replace(width=beside + 2 * MARGIN)
    return [_side_by_side(code, _beside(shown, narrower))]


def _side_by_side(code: list[Line], parts: Iterable[Part]) -> Part:
    """A code, and at its right some words."""
    words = [row for part in parts for row in (*part, ())]
    blank: Line = (Piece(" " * len(code[0][0].text)),)
    rows = max(len(code), len(words) - 1)
    return tuple(
        (
            *(code[n] if n < len(code) else blank),
            Piece(" " * APART),
            *(words[n] if n < len(words) else ()),
        )
        for n in range(rows)
    )


def own_phone(_shown: ProjectorView, look: Look) -> list[Part]:
    """The way to the notes for the trainer's own phone, to be scanned before anybody looks on."""
    code = _code(look.notes, look, "l")
    said = _("For your own phone: the notes. Put this away before you project.")
    beside = look.width - 2 * MARGIN - len(code[0][0].text) - APART if code else 0
    if beside >= FEWEST_COLUMNS and len(code) <= look.rows:
        return [_side_by_side(code, [wrapped(said, look._replace(width=beside + 2 * MARGIN), "alarm")])]
    rows = range(0, len(look.notes), look.columns)
    return [
        wrapped(said, look, "alarm"),
        tuple(line(look.notes[n : n + look.columns], "strong") for n in rows),
    ]


def _code(address: str, look: Look, error: str = "m") -> list[Line]:
    """The address as a code of half blocks, black on white; nothing where half blocks cannot be drawn."""
    rows = matrix(address, error) if look.draws else ()
    padded = [*rows, (True,) * len(rows[0])] if len(rows) % 2 else list(rows)
    return [
        line("".join(HALVES[pair] for pair in zip(padded[n], padded[n + 1], strict=True)), "code")
        for n in range(0, len(padded), 2)
    ]


def _beside(shown: ProjectorView, look: Look) -> Iterator[Part]:
    address, word = _read(look.address)
    yield wrapped(_("Scan the code, or open:"), look)
    yield wrapped(address, look, "strong")
    if word:
        yield wrapped(_("The word to come in by:"), look)
        yield (line(" ".join(word), "strong"),)
    yield _came(shown, look)
    yield wrapped(_("One phone for a table is enough."), look, "quiet")
    yield wrapped(_("No phone? Raise your hand; it counts the same."), look, "quiet")


def _spelled(look: Look) -> Iterator[Part]:
    """The way in without a code: address and word in large signs."""
    address, word = _read(look.address)
    yield wrapped(_("Open this on your phone:"), look)
    yield big(address.removeprefix("http://"), look)
    if word:
        yield wrapped(_("The word to come in by:"), look)
        yield big(word, look)


def _read(address: str) -> tuple[str, str]:
    """An address as somebody types it, and the join word at its end."""
    parts = urlsplit(address)
    return f"http://{parts.netloc.lower()}", parts.path.strip("/")


def _came(shown: ProjectorView, look: Look) -> Part:
    count = shown["seats"]
    if shown["is_locked"]:
        return wrapped(_("The door is closed; whoever has a seat can come back."), look)
    said = ngettext("{n} is in.", "{n} are in.", count).format(n=count)
    if shown["people"]:
        said = _("{n} are in, of {people} people here.").format(n=count, people=shown["people"])
    return wrapped(said, look, "strong")


def _by_hand(shown: ProjectorView, look: Look) -> list[Part]:
    return [
        wrapped(shown["title"], look, "strong"),
        wrapped(shown["you"], look),
        wrapped(_("Phones can stay in your pocket. We decide with our hands."), look),
        wrapped(_("Can you read this from the last row?"), look, "quiet"),
    ]


def briefing(shown: ProjectorView, look: Look) -> list[Part]:
    """The content note of the case, if it has one, and the ground rules."""
    rules = (
        _("No real names, no real offices."),
        _("No cases that are under way."),
        _("You are free not to play. Nobody asks why."),
    )
    return [
        wrapped(_("Before we begin"), look, "strong"),
        *(told([shown["note"]], look) if shown["note"] else ()),
        *(marked(str(n), rule, look) for n, rule in enumerate(rules, 1)),
        wrapped(_("Everybody votes alone. The result is opened when all have chosen."), look),
        wrapped(_("The class decides; the story answers."), look),
    ]


def roles(shown: ProjectorView, look: Look) -> list[Part]:
    """Who is in the story, and what everybody may know of them."""
    head = _("Every table plays the same scene. Whoever has no role observes.")
    groups = shown["groups"]
    if groups:
        dealt = ngettext("Roles are dealt in {n} group.", "Roles are dealt in {n} groups.", groups)
        observes = _("Whoever has no role observes.")
        head = f"{dealt.format(n=groups)} {observes}"
    own = _("Nobody plays his own job. Pass the role on if it is yours.")
    return [
        (*wrapped(head, look), *wrapped(own, look, "quiet")),
        *(_face(role, look) for role in shown["roles"]),
    ]


def _face(role: FaceData, look: Look) -> Part:
    name = f"{role['name']}, {role['part']}" if role["part"] else role["name"]
    return (*wrapped(name, look, "strong"), *(row for part in told([role["face"]], look) for row in part))
