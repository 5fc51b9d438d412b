"""What a phone gets: one page, drawn from the state that it may see, in the language it chose.

Law: everything put in is escaped; script and style stand in the page and are allowed by their hash,
so that nothing else ever runs, and nothing is fetched from elsewhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from etika_sim import labels
from etika_sim.classroom import trainer_notes
from etika_sim.classroom.phases import PHASES, Phase, Trait, has
from etika_sim.classroom.shown import NotesView, PhonePage, SeatedPage
from etika_sim.classroom.state import Stage
from etika_sim.classroom.web.pages import words
from etika_sim.locale import translator, words_of
from etika_sim.model import PRINCIPLES
from etika_sim.prose import safe_line
from etika_sim.templates import templates

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_PACKAGE = "etika_sim.classroom.web"


class Look(NamedTuple):
    """How a page is to be drawn: a nonce for its forms, the return code of its seat, the join word of
    its address, what was refused just before, whether the question box was asked for.
    """

    language: str
    nonce: str
    code: str = ""
    word: str = ""
    said: str = ""
    asks: bool = False
    cite: Callable[[str, str], str] = lambda _language, name: name


def page(state: PhonePage, look: Look) -> str:
    """The whole page."""
    return _template("page.html").render(
        **_facts(state, look),
        css=_source("page.css"),
        script=_source("page.js"),
        refresh=state["seat"] is not None and _is_waiting(state) and not look.asks,
    )


def screen(state: PhonePage, look: Look) -> str:
    """What stands in the middle of the page; a script puts it in the place of the one before."""
    return _template("screen.html").render(**_facts(state, look))


def notes(shown: NotesView, language: str, now: float) -> str:
    """The trainer's notes; `now` is in seconds of the clock of the class."""
    return _template("notes.html").render(
        shown=shown,
        notes=trainer_notes.notes(shown, now, translator(language)),
        language=language,
        _=words_of_language(language),
        here=trainer_notes.HERE,
        elsewhere=trainer_notes.ELSEWHERE,
        css=_source("page.css"),
    )


def sentence(reason: str, language: str) -> str:
    """What a phone reads when something was not taken."""
    message = words.REFUSALS.get(reason)
    return words_of_language(language)(message) if message else ""


def policy() -> str:
    """The Content-Security-Policy that lets our own script and style run, and nothing else."""
    script, style = (_hash(_source(name)) for name in ("page.js", "page.css"))
    return (
        f"default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@cache
def words_of_language(language: str) -> Callable[[str], str]:
    """What translates into that language."""
    return words_of(language).gettext


def _is_waiting(state: SeatedPage) -> bool:
    is_open = state["round"] is not None and state["round"]["stage"] == Stage.OPEN
    return has(Phase(state["phase"]), Trait.RELOADS) and not is_open


def _facts(state: PhonePage, look: Look) -> dict[str, object]:
    say = words_of_language(look.language)
    return {
        "state": state,
        "look": look,
        "_": say,
        "refusal": sentence(look.said, look.language),
        "title_of_phase": say(PHASES[Phase(state["phase"])].heading),
        "principles": {one.value: labels.label(one, say) for one in PRINCIPLES},
        "standings": {name: labels.standing(name, say) for name in labels.STANDINGS},
        "cited": lambda name: safe_line(look.cite(look.language, name)),
    }


# --- templates --------------------------------------------------------------------------------


@cache
def _template(name: str) -> Template:
    return templates(_PACKAGE).get_template(name)


@cache
def _source(name: str) -> Markup:
    from markupsafe import Markup

    environment = templates(_PACKAGE)
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])  # noqa: S704 - ours, as it was packed


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
