"""Documents in HTML out of templates: everything put in is escaped, nothing is fetched from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from etika_sim.locale import _, ngettext
from etika_sim.prose import paragraphs, safe_line, spans

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TAGS = {"em": "em", "strong": "strong"}


def rendered(template: str, language: str, **facts: Any) -> str:
    """A template of `reports/pages/` filled in."""
    return _environment().get_template(template).render(language=language, **facts)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("etika_sim.reports", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(_=_, ngettext=ngettext)
    made.filters.update(line=safe_line, prose=prose, paragraphs=paragraphs)
    return made


def prose(paragraph: str) -> Markup:
    """A paragraph with its emphasis; whatever else is in it is text."""
    from markupsafe import Markup, escape

    runs = (
        Markup("<{0}>{1}</{0}>").format(TAGS[span.voice], span.text) if span.voice else escape(span.text)
        for span in spans(safe_line(paragraph))
    )
    return Markup("").join(runs)
