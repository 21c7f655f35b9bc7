"""Tokens and the parser of formulas and conditions.

Nodes are tuples: ("num", value, kinds), ("name", id), ("last", id), ("count", id), ("neg", a), ("+", a, b),
("-", a, b), ("*", a, b), ("/", a, b), ("min", parts), ("max", parts), ("choose", id, ((option, node), ...)),
("cmp", op, a, b), ("is", id, options), ("has", id, item), ("not", a), ("and", a, b), ("or", a, b),
("at_least", n, parts), ("const", bool).
"""
import re
from fractions import Fraction

KEYWORDS = {"and", "or", "not", "is", "in", "has", "true", "false"}
_NUM = re.compile(r"\d+(?:\.\d+)?")
_PLAIN = str.maketrans("×÷−＋－＊／（），：＜＞＝！％", "*/-+-*/(),:<>=!%")
_UNIT = re.compile(r"[^\s\d()+\-*/,<>=!:.≥≤≠]+(?:/[^\s\d()+\-*/,<>=!:.≥≤≠]+)*")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OP = re.compile(r">=|<=|!=|[-+*/()<>=,:≥≤≠]")
_SAME = {"≥": ">=", "≤": "<=", "≠": "!="}


class SyntaxFault(Exception):
    """A text that is not a formula or condition."""


def tokens(text, units):
    """The tokens of a text as (kind, value); a number carries its unit."""
    text = text.translate(_PLAIN)
    out, i = [], 0
    while i < len(text):
        if text[i].isspace():
            i += 1
            continue
        m = _NUM.match(text, i)
        if m:
            value, i = Fraction(m.group()), m.end()
            j = i
            while j < len(text) and text[j].isspace():
                j += 1
            u = _UNIT.match(text, j)
            if u and u.group() not in KEYWORDS:
                factor, kinds = units.unit(u.group())
                out.append(("num", (value * factor, kinds)))
                i = u.end()
            else:
                out.append(("num", (value, ())))
            continue
        m = _NAME.match(text, i)
        if m:
            word = m.group()
            out.append(("key" if word in KEYWORDS else "name", word))
            i = m.end()
            continue
        m = _OP.match(text, i)
        if not m:
            raise SyntaxFault("column %d: %r" % (i + 1, text[i]))
        out.append(("op", _SAME.get(m.group(), m.group())))
        i = m.end()
    out.append(("end", None))
    return out


class _Parser:
    """Recursive descent; a parenthesis may hold a formula or a condition."""

    def __init__(self, toks):
        self.toks, self.i = toks, 0

    def at(self, kind, value):
        """Whether the next token is this one."""
        return self.toks[self.i] == (kind, value)

    def accept(self, kind, value):
        """Take the next token if it is this one."""
        if self.at(kind, value):
            self.i += 1
            return True
        return False

    def expect(self, kind, value=None):
        """Take a token of a kind, and of a value where one is given; its value."""
        tok = self.toks[self.i]
        if tok[0] != kind or (value is not None and tok[1] != value):
            raise SyntaxFault("expected %s %s, found %s" % (kind, value, tok))
        self.i += 1
        return tok[1]

    def disjunction(self):
        """Conditions joined by `or`."""
        node = self.conjunction()
        while self.accept("key", "or"):
            node = ("or", node, self.conjunction())
        return node

    def conjunction(self):
        """Conditions joined by `and`."""
        node = self.negation()
        while self.accept("key", "and"):
            node = ("and", node, self.negation())
        return node

    def negation(self):
        """A condition behind any number of `not`."""
        if self.accept("key", "not"):
            return ("not", self.negation())
        return self.relation()

    def relation(self):
        """A comparison, a test of a choice or checklist, or what stands alone."""
        node = self.sum()
        kind, value = self.toks[self.i]
        if kind == "op" and value in (">=", "<=", ">", "<", "=", "!="):
            self.i += 1
            return ("cmp", value, node, self.sum())
        if kind == "key" and value in ("is", "in", "has"):
            if node[0] != "name":
                raise SyntaxFault("%s needs a name before it" % value)
            self.i += 1
            if value == "has":
                return ("has", node[1], self.expect("name"))
            if value == "is":
                return ("is", node[1], (self.expect("name"),))
            self.expect("op", "(")
            options = [self.expect("name")]
            while self.accept("op", ","):
                options.append(self.expect("name"))
            self.expect("op", ")")
            return ("is", node[1], tuple(options))
        return node

    def sum(self):
        """Terms joined by `+` and `-`."""
        node = self.product()
        while self.toks[self.i] in (("op", "+"), ("op", "-")):
            op = self.expect("op")
            node = (op, node, self.product())
        return node

    def product(self):
        """Factors joined by `*` and `/`."""
        node = self.unary()
        while self.toks[self.i] in (("op", "*"), ("op", "/")):
            op = self.expect("op")
            node = (op, node, self.unary())
        return node

    def unary(self):
        """A factor behind any number of `-`."""
        if self.accept("op", "-"):
            return ("neg", self.unary())
        return self.primary()

    def primary(self):
        """A number, a name, a call or what stands in parentheses."""
        kind, value = self.toks[self.i]
        self.i += 1
        if kind == "num":
            return ("num", value[0], value[1])
        if (kind, value) == ("op", "("):
            node = self.disjunction()
            self.expect("op", ")")
            return node
        if kind == "key" and value in ("true", "false"):
            return ("const", value == "true")
        if kind == "name":
            return self.call(value) if self.accept("op", "(") else ("name", value)
        raise SyntaxFault("unexpected %s" % (value,))

    def call(self, word):
        """What stands behind the name of a function and `(`."""
        if word in ("last", "growth", "count"):
            name = self.expect("name")
            self.expect("op", ")")
            if word == "growth":
                return ("-", ("/", ("name", name), ("last", name)), ("num", Fraction(1), ()))
            return (word, name)
        if word in ("min", "max"):
            parts = self.parts()
            return (word, tuple(parts))
        if word == "at_least":
            number = self.expect("num")
            self.expect("op", ",")
            return ("at_least", int(number[0]), tuple(self.parts()))
        if word == "choose":
            name, options = self.expect("name"), []
            while self.accept("op", ","):
                option = self.expect("name")
                self.expect("op", ":")
                options.append((option, self.sum()))
            self.expect("op", ")")
            return ("choose", name, tuple(options))
        raise SyntaxFault("unknown function %s" % word)

    def parts(self):
        """Parts with commas between them, up to `)`."""
        parts = [self.disjunction()]
        while self.accept("op", ","):
            parts.append(self.disjunction())
        self.expect("op", ")")
        return parts


def parse(text, units):
    """Parse a whole formula or condition."""
    parser = _Parser(tokens(text, units))
    node = parser.disjunction()
    parser.expect("end")
    return node


def children(node):
    """The nodes right below a node."""
    kind = node[0]
    if kind in ("+", "-", "*", "/", "and", "or"):
        return (node[1], node[2])
    if kind in ("neg", "not"):
        return (node[1],)
    if kind in ("min", "max"):
        return node[1]
    if kind == "at_least":
        return node[2]
    if kind == "cmp":
        return (node[2], node[3])
    if kind == "choose":
        return tuple(part for _, part in node[2])
    return ()
