"""Signs five rows high, for what must be read from the last row: the time left, an address, a word."""

from __future__ import annotations

from etika_sim.views.stage.lines import Line, Look, Part, line

ROWS = 5
_FONT = """
0 ### #.# #.# #.# ###
1 .#. ##. .#. .#. ###
2 ### ..# ### #.. ###
3 ### ..# .## ..# ###
4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###
6 ### #.. ### #.# ###
7 ### ..# .#. .#. .#.
8 ### #.# ### #.# ###
9 ### #.# ### ..# ###
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .## #.. #.# #.# .##
H #.# #.# ### #.# #.#
I ### .#. .#. .#. ###
J ..# ..# ..# #.# .#.
K #.# #.# ##. #.# #.#
L #.. #.. #.. #.. ###
M #.# ### ### #.# #.#
N ##. #.# #.# #.# #.#
O .#. #.# #.# #.# .#.
P ##. #.# ##. #.. #..
Q .#. #.# #.# ##. .##
R ##. #.# ##. #.# #.#
S .## #.. .#. ..# ##.
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###
V #.# #.# #.# #.# .#.
W #.# #.# ### ### #.#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
: . # . # .
. . . . . #
/ ..# ..# .#. #.. #..
- ... ... ### ... ...
+ ... .#. ### .#. ...
"""
FONT = {row[0]: row[2:].split() for row in _FONT.strip().splitlines()}


def big(text: str, look: Look, voice: str = "strong") -> Part:
    """The text in large signs, broken into several rows of them where the screen is narrow.

    Signs that have no large form are left out.
    """
    parts: list[list[str]] = [[]]
    width = 0
    for sign in text.upper():
        if sign not in FONT:
            continue
        needed = len(FONT[sign][0]) + 1
        if parts[-1] and width + needed > look.width - 4:
            parts.append([])
            width = 0
        parts[-1].append(sign)
        width += needed
    rows: list[Line] = []
    for signs in parts:
        rows += [*([()] if rows else []), *(_row(signs, n, look, voice) for n in range(ROWS))]
    return tuple(rows)


def _row(signs: list[str], n: int, look: Look, voice: str) -> Line:
    drawn = " ".join(FONT[sign][n] for sign in signs)
    return line(drawn.replace(".", " ").replace("#", "█" if look.draws else "#"), voice)
