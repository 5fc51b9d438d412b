"""Who may import whom: held by `test_architecture.py`, and written into docs/architecture.md from here."""

from __future__ import annotations

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"__init__", "cli"},
    "model": set(),
    "prose": set(),
    "exact": set(),
    "locale": set(),
    "templates": {"prose"},
    "clauses": {"model", "locale"},
    "store": set(),
    "language": {"model", "prose"},
    "play": {"model"},
    "checks": {"model", "prose", "exact", "language", "play"},
    "library": {"__init__", "model", "prose", "language", "checks"},
    "journal": {"model", "prose", "play", "checks", "library", "store", "classroom"},
    "authoring": {"model", "prose", "language", "play", "checks", "library", "store"},
    "classroom": {"model", "prose", "play", "locale", "templates"},
    "views": {
        "model",
        "prose",
        "play",
        "language",
        "checks",
        "library",
        "locale",
        "journal",
        "authoring",
        "classroom",
        "clauses",
    },
    "reports": {
        "templates",
        "clauses",
        "model",
        "prose",
        "exact",
        "play",
        "journal",
        "classroom",
        "locale",
    },
    "environment": {"prose", "views"},
    "host": {"environment", "model", "play", "locale", "classroom", "views"},
}
"""What each part may import of ours besides itself; `cli` is the top and may import all."""

FENCED: dict[str, set[str]] = {
    "rich": {"views/drawn.py", "environment.py", "host/"},
    "textual": {"host/"},
    "yaml": {"language/locate.py", "language/reader.py", "language/tree.py"},
    "typer": {"cli/"},
    "click": {"cli/"},
    "sqlite3": {"store/"},
    "gettext": {"locale/"},
    "jinja2": {"templates.py", "classroom/web/pages/"},
    "markupsafe": {"classroom/web/pages/", "templates.py"},
    "segno": {"classroom/sign.py"},
    "starlette": {"classroom/web/"},
    "uvicorn": {"classroom/web/uvicorn_protocol.py"},
    "h11": {"classroom/web/uvicorn_protocol.py"},
    "ifaddr": {"classroom/web/network.py"},
    "platformdirs": {"environment.py", "library/folders.py"},
}
"""Libraries that only some files may know."""
