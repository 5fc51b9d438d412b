"""What people who mean harm, or know other languages, write for a condition."""

from __future__ import annotations

import pytest

from etika_sim.language.condition import LONGEST, ConditionError, parse
from etika_sim.model import Variable

STATE = {
    name: Variable(name, 0, 1 if is_flag else 3, 0, is_flag)
    for name, is_flag in {"f": True, "g": True, "n": False, "m": False}.items()
}

HOSTILE = [
    "__import__('os').system('true')",
    "__builtins__",
    "f.__class__",
    "().__class__.__bases__[0].__subclasses__()",
    "exec('f')",
    "eval('f')",
    "open('/etc/passwd')",
    "print(f)",
    "f()",
    "f(g)",
    "(f)(g)",
    "f[0]",
    "f[g]",
    "[f]",
    "{f}",
    "{'f': g}",
    "(f, g)",
    "f, g",
    "9**9**9",
    "n ** 99999",
    "n * 2 > 1",
    "n / 0 == 1",
    "n // 0 == 1",
    "n % 2 == 0",
    "n + 1 == 2",
    "n - 1 == 2",
    "n << 9",
    "n >> 9",
    "n & 1",
    "n | 1",
    "n ^ 1",
    "~n",
    "-n < 1",
    "+n < 1",
    "--1 < n",
    "-" * 3000 + "1 < n",
    "f and " * 5000 + "f",
    "(" * 3000 + "f" + ")" * 3000,
    "not " * 3000 + "f",
    "(f := true)",
    "f = true",
    "f += 1",
    "lambda: f",
    "lambda f: f",
    "f if g else f",
    "f'{f}'",
    "'f'",
    '"f" == "f"',
    "b'f' == f",
    "f is g",
    "f is not g",
    "n in m",
    "n not in m",
    "f for f in g",
    "import os",
    "f; g",
    "f\x00",
    "f # g",
    "f \\\n and g",
    "await f",
    "yield",
    "*f",
    "@f",
    "$f",
    "`f`",
    "${f}",
    "{{f}}",
    "<f>",
    "n <> 1",
    "n ≥ 1",
    "\uff46",
    "f\u202eand g",
    "0x10 < n",
    "1e3 < n",
    "1_0 < n",
    "n < 1j",
    "n < ٣",
    "None",
    "True",
    "...",
    "__debug__",
    "%s",
    "f\r\n;g",
    "n < " + "9" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_not_of_the_language_is_refused_with_a_place(text: str) -> None:
    """Calls, attributes, arithmetic, strings and towers are refused, and nothing is evaluated."""
    with pytest.raises(ConditionError) as caught:
        parse(text, STATE)

    assert 0 <= caught.value.start <= min(len(text), LONGEST)
