"""The reader's data as an editor sees them: plain scalars typed by the core schema of YAML 1.2."""

from __future__ import annotations

import re
from typing import Any

from etika_sim.language.tree import Quoted

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o([0-7]+)|0x([0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf")
_NULLS = ("", "~", "null", "Null", "NULL")


def typed(data: Any) -> Any:
    """The data with every plain scalar typed; keys are texts, as in JSON."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(value) for value in data]
    return str(data) if isinstance(data, Quoted) else _scalar(data)


def _scalar(text: str) -> Any:
    if text in _NULLS:
        return None
    if text.lower() in ("true", "false") and text in (text.lower(), text.title(), text.upper()):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if match := _OTHER_BASE.fullmatch(text):
        return int(match.group(1), 8) if match.group(1) else int(match.group(2), 16)
    return float(text.replace(".inf", "inf")) if _FLOAT.fullmatch(text) else str(text)
