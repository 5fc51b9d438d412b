"""Templates of HTML made ready: everything put in is escaped, nothing is fetched from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from etika_sim.prose import paragraphs, safe_line, spans

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def templates(package: str) -> Environment:
    """The templates in the folder `pages` of a package.

    Filters: `line` brings a text on one safe line, `prose` keeps the emphasis of one paragraph,
    `paragraphs` does so for each paragraph of a text.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader(package, "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(line=safe_line, prose=_prose, paragraphs=_paragraphs)
    return made


def _prose(paragraph: str) -> Markup:
    """A paragraph with its emphasis; whatever else is in it is text."""
    from markupsafe import Markup, escape

    tags = {"em": Markup("<em>{}</em>"), "strong": Markup("<strong>{}</strong>")}
    runs = (
        tags[span.voice].format(span.text) if span.voice else escape(span.text)
        for span in spans(safe_line(paragraph))
    )
    return Markup("").join(runs)


def _paragraphs(text: str) -> list[Markup]:
    return [_prose(paragraph) for paragraph in paragraphs(text)]
