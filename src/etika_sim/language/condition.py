"""The little condition language: text -> Condition.

    condition  = all ("or" all)*
    all        = part ("and" part)*
    part       = "not" part | "(" condition ")" | comparison | flag | "true" | "false"
    comparison = operand ("==" | "!=" | "<" | "<=" | ">" | ">=") operand
    operand    = a name of the state | an integer | "true" | "false"

Law: nothing is evaluated here, and Python's own parser is never asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from etika_sim.model import Compare, Condition, Flag, Junction, Not, Operand, Truth, Variable

LONGEST = 200
DEEPEST = 30
WORDS = frozenset({"and", "or", "not", "true", "false"})
COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_TOKEN = re.compile(r"\s*(?:([A-Za-z_]\w*)|(-?[0-9]+)|(==|!=|<=|>=|[<>()])|(\S))", re.ASCII)


class ConditionError(Exception):
    """A condition that cannot be read: `reason`, where in the text, and the word it is about."""

    def __init__(self, reason: str, start: int, word: str = "", length: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.start, self.word = reason, start, word
        self.length = length or max(len(word), 1)


class Token(NamedTuple):
    """A piece of the text: kind is "name", "number", "sign" or "end"."""

    kind: str
    text: str
    start: int


def parse(text: str, state: Mapping[str, Variable]) -> Condition:
    """The condition that `text` says over the names in `state`. Raises ConditionError."""
    if len(text) > LONGEST:
        raise ConditionError("too-long", LONGEST)
    return _Parser(_tokens(text), state).whole()


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    position, text_end = 0, len(text.rstrip())
    while position < text_end:
        match = _TOKEN.match(text, position)
        assert match is not None  # the last alternative takes any character
        kind = ("name", "number", "sign", "strange")[(match.lastindex or 1) - 1]
        word, start = match.group(match.lastindex or 1), match.start(match.lastindex or 1)
        if kind == "strange":
            raise ConditionError("single-equals" if word == "=" else "strange-character", start, word)
        if kind == "number" and len(word.lstrip("-")) > 9:
            raise ConditionError("number-too-large", start, word)
        tokens.append(Token(kind, word, start))
        position = match.end()
    return [*tokens, Token("end", "", text_end)]


class _Parser:
    def __init__(self, tokens: list[Token], state: Mapping[str, Variable]) -> None:
        self.tokens, self.state, self.at, self.depth = tokens, state, 0, 0

    def whole(self) -> Condition:
        if self.tokens[0].kind == "end":
            raise ConditionError("empty", 0)
        found = self.junction("or")
        token = self.tokens[self.at]
        if token.kind != "end":
            raise ConditionError("unexpected", token.start, token.text)
        return found

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += token.kind != "end"
        return token

    def junction(self, word: str) -> Condition:
        parts = [self.below(word)]
        while self.tokens[self.at].text == word:
            self.at += 1
            parts.append(self.below(word))
        return parts[0] if len(parts) == 1 else Junction(word, tuple(parts))

    def below(self, word: str) -> Condition:
        return self.junction("and") if word == "or" else self.part()

    def part(self) -> Condition:
        token = self.tokens[self.at]
        self.depth += 1
        if self.depth > DEEPEST:
            raise ConditionError("too-deep", token.start, token.text)
        if token.text == "not":
            self.at += 1
            found: Condition = Not(self.part())
        elif token.text == "(":
            self.at += 1
            found = self.junction("or")
            self.close(token)
        else:
            found = self.comparison()
        self.depth -= 1
        return found

    def close(self, opening: Token) -> None:
        token = self.take()
        if token.kind == "end":
            raise ConditionError("unclosed", opening.start, "(")
        if token.text != ")":
            raise ConditionError("unexpected", token.start, token.text)

    def comparison(self) -> Condition:
        first = self.take()
        left = self.operand(first)
        sign = self.tokens[self.at]
        if sign.text not in COMPARISONS:
            return self.alone(first, left)
        self.at += 1
        right = self.operand(self.take())
        self.check_kinds(sign, left, right)
        after = self.tokens[self.at]
        if after.text in COMPARISONS:
            raise ConditionError("chained", after.start, after.text)
        return Compare(left, sign.text, right)

    def alone(self, token: Token, operand: Operand) -> Condition:
        if isinstance(operand, bool):
            return Truth(operand)
        if isinstance(operand, str) and self.state[operand].is_flag:
            return Flag(operand)
        reason = "counter-alone" if isinstance(operand, str) else "number-alone"
        raise ConditionError(reason, token.start, token.text)

    def operand(self, token: Token) -> Operand:
        if token.kind == "number":
            return int(token.text)
        if token.text in ("true", "false"):
            return token.text == "true"
        if token.kind == "end":
            raise ConditionError("ends-early", token.start)
        if token.kind != "name" or token.text in WORDS:
            raise ConditionError("unexpected", token.start, token.text)
        if token.text not in self.state:
            raise ConditionError("unknown-state", token.start, token.text)
        return token.text

    def check_kinds(self, sign: Token, left: Operand, right: Operand) -> None:
        flags = [self.is_flag(left), self.is_flag(right)]
        if flags[0] != flags[1]:
            raise ConditionError("mixed-kinds", sign.start, sign.text)
        if flags[0] and sign.text not in ("==", "!="):
            raise ConditionError("flag-order", sign.start, sign.text)

    def is_flag(self, operand: Operand) -> bool:
        return self.state[operand].is_flag if isinstance(operand, str) else isinstance(operand, bool)
