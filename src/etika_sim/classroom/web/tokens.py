"""Who a phone is: a token that this server made and nobody can guess, and the short code to come back by.

Law: before it has a seat a token counts only if it carries our mark; with a seat it counts because the
room knows it, also after a restart with another secret.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from hashlib import sha256

SHAPE = re.compile(r"[A-Za-z0-9_-]{22}\.[0-9a-f]{16}", re.ASCII)
"""128 random bits, and the first 64 bits of their mark."""

ALPHABET = "ABCDEFGHJKMNPQRTUVWXY2346789"
"""Signs that are not taken for one another when somebody reads them aloud or off a wall."""

CODE = 7
"""Signs of a code to come back by: 33 bits, and few tries a second."""


def marked(secret: bytes, random: str) -> str:
    """The token of 22 random signs."""
    return f"{random}.{_mark(secret, random)}"


def is_marked(secret: bytes, token: str) -> bool:
    """Whether a token was made with that secret."""
    if not SHAPE.fullmatch(token):
        return False
    random, mark = token.split(".")
    return hmac.compare_digest(mark, _mark(secret, random))


def _mark(secret: bytes, random: str) -> str:
    return hmac.new(secret, random.encode(), sha256).hexdigest()[:16]


def code_of(token: str) -> str:
    """The code that its holder may note down to come back with another phone, or without cookies."""
    number = int.from_bytes(sha256(f"code/{token}".encode()).digest())
    signs = []
    for _ in range(CODE):
        number, n = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[n])
    return "".join(signs)


def of_code(tokens: Iterable[str], typed: str) -> str | None:
    """The token whose code was typed, however it was spaced; None if there is none."""
    code = "".join(typed.split()).replace("-", "").upper()
    if len(code) != CODE or not code.isascii():
        return None
    found = None
    for token in tokens:
        if hmac.compare_digest(code_of(token), code):
            found = token
    return found


def cookie_name(class_name: str, key: str) -> str:
    """The cookie of a class: two classes on one laptop share its cookies, whatever their ports."""
    return f"etika_{sha256(f'{class_name}/{key}'.encode()).hexdigest()[:10]}"
