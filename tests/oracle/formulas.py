"""Formulas: plain ranges, unknowns and how often they are used, and exact values at a point."""
from fractions import Fraction

from . import ranges as R
from .ranges import NOTHING, point

ABSENT_YEAR = 1900


def plain(node, env):
    """The range of a formula by the rules of interval arithmetic, derived figures as ranges of their own."""
    kind = node[0]
    if kind == "num":
        return point(node[1])
    if kind == "name":
        return _named(node[1], env)
    if kind == "last":
        low, high = env.lasts[node[1]]
        return (low, high, False)
    if kind == "count":
        low, high = env.count_range(node[1])
        return (low, high, False)
    if kind == "neg":
        return R.neg(plain(node[1], env))
    if kind in ("+", "-", "*", "/"):
        a, b = plain(node[1], env), plain(node[2], env)
        return (R.add, R.sub, R.mul, R.div)["+-*/".index(kind)](a, b)
    if kind in ("min", "max"):
        values = [plain(p, env) for p in node[1]]
        join = R.least if kind == "min" else R.greatest
        out = values[0]
        for v in values[1:]:
            out = join(out, v)
        return out
    if kind == "choose":
        chosen = env.choices[node[1]]
        if chosen is not None:
            return plain(dict(node[2])[chosen], env)
        values = [plain(p, env) for _, p in node[2]]
        out = values[0]
        for v in values[1:]:
            out = R.hull(out, v)
        return out
    raise ValueError("not a formula: %s" % kind)


def _named(ident, env):
    if ident in env.numbers:
        low, high = env.numbers[ident]
        return (low, high, False)
    memo = env.memo.setdefault("plain", {})
    if ident in memo:
        return memo[ident]
    book = env.book
    if ident in book.derived:
        node, undefined = book.derived[ident]
        value = plain(node, env)
        if value[2] and undefined is not None:
            value = R.hull(value, point(undefined))[:2] + (False,)
    elif env.year is not None:
        known = env.benchmark(ident, env.year)
        value = NOTHING if known is None else point(known)
    else:
        values = book.benchmarks[ident].values()
        value = (min(values), max(values), not env.sure_years) if values else NOTHING
    memo[ident] = value
    return value


class Uses:
    """The unknowns of a formula with its derived figures written out, and what stands in it."""

    def __init__(self, node, env):
        self.counts = {}
        self.rational = True
        self._walk(node, env)
        years = sum(n for a, n in self.counts.items() if a[0] in ("benchmark", "year"))
        self.repeated = {a for a, n in self.counts.items() if n > 1}
        self.years_repeat = years > 1
        self.touched = bool(self.repeated) or self.years_repeat

    def _use(self, kind, ident, ends):
        if ends[0] != ends[1]:
            atom = (kind, ident)
            self.counts[atom] = self.counts.get(atom, 0) + 1

    def _walk(self, node, env):
        kind = node[0]
        if kind == "name":
            self._name(node[1], env)
        elif kind == "last":
            self._use("last", node[1], env.lasts[node[1]])
        elif kind == "count":
            self.rational = False
            self._use("count", node[1], env.count_range(node[1]))
        elif kind == "neg":
            self._walk(node[1], env)
        elif kind in ("+", "-", "*", "/"):
            self._walk(node[1], env)
            self._walk(node[2], env)
        elif kind in ("min", "max"):
            self.rational = False
            for part in node[1]:
                self._walk(part, env)
        elif kind == "choose":
            chosen = env.choices[node[1]]
            if chosen is not None:
                self._walk(dict(node[2])[chosen], env)
            else:
                if len(node[2]) > 1:
                    self._use("choice", node[1], (0, 1))
                for _, part in node[2]:
                    self._walk(part, env)

    def _name(self, ident, env):
        if ident in env.numbers:
            if ident == "year" and "year" not in env.book.figures:
                if env.year is None:
                    self.rational = False
                    self._use("year", "year", (0, 1))
            else:
                self._use("number", ident, env.numbers[ident])
        elif ident in env.book.derived:
            node, undefined = env.book.derived[ident]
            if undefined is not None and plain(node, env)[2]:
                self.rational = False
            self._walk(node, env)
        elif env.year is None:
            self.rational = False
            self._use("benchmark", ident, (0, 1))


def uses(node, env):
    """`Uses` of a formula, remembered."""
    memo = env.memo.setdefault("uses", {})
    found = memo.get(id(node))
    if found is None:
        found = memo[id(node)] = Uses(node, env)
    return found


def at_point(node, env, world):
    """The exact value where every unknown is given by `world`, or `None` where there is none."""
    kind = node[0]
    if kind == "num":
        return node[1]
    if kind == "name":
        return _named_at(node[1], env, world)
    if kind in ("last", "count"):
        if (kind, node[1]) in world:
            return world[(kind, node[1])]
        return env.lasts[node[1]][0] if kind == "last" else env.count_range(node[1])[0]
    if kind == "neg":
        a = at_point(node[1], env, world)
        return None if a is None else -a
    if kind in ("+", "-", "*", "/"):
        a, b = at_point(node[1], env, world), at_point(node[2], env, world)
        if a is None or b is None:
            return None
        if kind == "+":
            return a + b
        if kind == "-":
            return a - b
        if kind == "*":
            return a * b
        return None if b == 0 else Fraction(a) / b
    if kind in ("min", "max"):
        values = [at_point(p, env, world) for p in node[1]]
        if None in values:
            return None
        return min(values) if kind == "min" else max(values)
    if kind == "choose":
        chosen = env.choices[node[1]]
        if chosen is None:
            chosen = world.get(("choice", node[1]), node[2][0][0])
        return at_point(dict(node[2])[chosen], env, world)
    raise ValueError("not a formula: %s" % kind)


def _named_at(ident, env, world):
    if ident == "year" and "year" not in env.book.figures:
        return Fraction(world["year"]) if env.year is None else Fraction(env.year)
    if ident in env.numbers:
        atom = ("number", ident)
        return world[atom] if atom in world else env.numbers[ident][0]
    if ident in env.book.derived:
        node, undefined = env.book.derived[ident]
        value = at_point(node, env, world)
        return undefined if value is None else value
    return env.benchmark(ident, world["year"] if env.year is None else env.year)
