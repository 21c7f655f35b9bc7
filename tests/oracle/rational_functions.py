"""Rational functions over several variables, with exact proofs of sign and exact limits at the corners of a box.

A polynomial is a dict from exponent tuples to fractions. A function is a pair (numerator, denominator).
"""
from fractions import Fraction

from .formulas import plain
from .ranges import INF, NEG, is_inf

TERMS, POWERS = 200, 16


class NotRational(Exception):
    """The formula is not a rational function, or it has no value, or it grows too large."""


def p_add(a, b, sign=1):
    """a + sign * b"""
    out = dict(a)
    for e, c in b.items():
        c = out.get(e, 0) + sign * c
        if c:
            out[e] = c
        else:
            out.pop(e, None)
    return out


def p_mul(a, b):
    """a * b"""
    if len(a) * len(b) > TERMS * 8:
        raise NotRational("too large")
    out = {}
    for e, c in a.items():
        for f, d in b.items():
            g = tuple(x + y for x, y in zip(e, f))
            out[g] = out.get(g, 0) + c * d
    out = {e: c for e, c in out.items() if c}
    if len(out) > TERMS or any(sum(e) > POWERS for e in out):
        raise NotRational("too large")
    return out


def p_diff(a, i):
    """The derivative by variable i."""
    return {e[:i] + (e[i] - 1,) + e[i + 1:]: c * e[i] for e, c in a.items() if e[i]}


def degree(a, i):
    """The degree in variable i."""
    return max((e[i] for e in a), default=0)


def build(node, env, atoms):
    """The rational function of a formula without open choices, derived figures written out."""
    n = len(atoms)
    zero = (0,) * n
    one = {zero: Fraction(1)}

    def constant(value):
        return ({zero: value} if value else {}), one

    def variable(atom, ends):
        if ends[0] == ends[1]:
            return constant(ends[0])
        i = atoms.index(atom)
        return {zero[:i] + (1,) + zero[i + 1:]: Fraction(1)}, one

    def go(node):
        kind = node[0]
        if kind == "num":
            return constant(node[1])
        if kind == "name":
            return named(node[1])
        if kind == "last":
            return variable(("last", node[1]), env.lasts[node[1]])
        if kind == "neg":
            p, q = go(node[1])
            return {e: -c for e, c in p.items()}, q
        if kind in ("+", "-"):
            (p, q), (r, s) = go(node[1]), go(node[2])
            if q == s:
                return p_add(p, r, 1 if kind == "+" else -1), q
            return p_add(p_mul(p, s), p_mul(r, q), 1 if kind == "+" else -1), p_mul(q, s)
        if kind == "*":
            (p, q), (r, s) = go(node[1]), go(node[2])
            return p_mul(p, r), p_mul(q, s)
        if kind == "/":
            (p, q), (r, s) = go(node[1]), go(node[2])
            if not r:
                raise NotRational("no value")
            return p_mul(p, s), p_mul(q, r)
        if kind == "choose":
            chosen = env.choices[node[1]] or node[2][0][0]  # a choice of one option need not be made
            return go(dict(node[2])[chosen])
        raise NotRational(kind)

    def named(ident):
        if ident == "year" and "year" not in env.book.figures:
            return constant(env.numbers["year"][0])
        if ident in env.numbers:
            return variable(("number", ident), env.numbers[ident])
        if ident in env.book.derived:
            inner, undefined = env.book.derived[ident]
            if undefined is not None and plain(inner, env)[2]:
                raise NotRational("a derived figure that may be undefined")
            return go(inner)
        value = env.benchmark(ident, env.year)
        if value is None:
            raise NotRational("no value")
        return constant(value)

    return go(node)


def _to_orthant(poly, i, low, high):
    """Replace variable i so that its box becomes [0, infinity], times a positive power."""
    d = degree(poly, i)
    if d == 0:
        return poly
    if is_inf(low) and is_inf(high):
        return None
    if is_inf(high):
        top, bottom = (low, Fraction(1)), (Fraction(1), Fraction(0))
    elif is_inf(low):
        top, bottom = (high, Fraction(-1)), (Fraction(1), Fraction(0))
    else:
        top, bottom = (low, high), (Fraction(1), Fraction(1))
    powers = {}
    for k in range(d + 1):
        line = [Fraction(1)]
        for pair in [top] * k + [bottom] * (d - k):
            new = [Fraction(0)] * (len(line) + 1)
            for j, c in enumerate(line):
                new[j] += c * pair[0]
                new[j + 1] += c * pair[1]
            line = new
        powers[k] = line
    out = {}
    for e, c in poly.items():
        for j, f in enumerate(powers[e[i]]):
            if f:
                g = e[:i] + (j,) + e[i + 1:]
                out[g] = out.get(g, 0) + c * f
    return {e: c for e, c in out.items() if c}


def sign_on(poly, box):
    """+1 or -1 if provably not below or not above zero all over the box (and not zero inside), 0 for the zero
    polynomial, `None` if not proved."""
    if not poly:
        return 0
    for i, (low, high) in enumerate(box):
        poly = _to_orthant(poly, i, low, high)
        if poly is None:
            return None
        if len(poly) > TERMS:
            return None
    if all(c > 0 for c in poly.values()):
        return 1
    if all(c < 0 for c in poly.values()):
        return -1
    return None


def _shift(poly, i, by):
    """Replace variable i by itself plus a number."""
    if not by:
        return poly
    out = {}
    for e, c in poly.items():
        term = c
        k = e[i]
        binomial = 1
        for j in range(k, -1, -1):
            g = e[:i] + (j,) + e[i + 1:]
            out[g] = out.get(g, 0) + term * binomial
            term *= by
            binomial = binomial * j // (k - j + 1)
    return {e: c for e, c in out.items() if c}


def _part(poly, i, k):
    """The coefficient of the k-th power of variable i, as a polynomial in the others."""
    return {e[:i] + (0,) + e[i + 1:]: c for e, c in poly.items() if e[i] == k}


def corner_limits(p, q, box, i=0):
    """All iterated limits of p / q at the corners of the box, taken from inside; `None` for an unclear sign."""
    if i == len(box):
        zero = next(iter(q))
        return {p.get(zero, Fraction(0)) / q[zero]}
    if degree(p, i) == 0 and degree(q, i) == 0:
        return corner_limits(p, q, box, i + 1)
    low, high = box[i]
    out = set()
    for end, side in ((low, 1), (high, -1)):
        if is_inf(end):
            k, m = degree(p, i), degree(q, i)
            grows = k - m
            sign = 1 if end > 0 or grows % 2 == 0 else -1
        else:
            a, b = _shift(p, i, end), _shift(q, i, end)
            k, m = min((e[i] for e in a), default=0), min(e[i] for e in b)
            grows = m - k
            sign = 1 if side > 0 or grows % 2 == 0 else -1
        if not p:
            out.add(Fraction(0))
            continue
        source = (p, q) if is_inf(end) else (a, b)
        if grows < 0:
            out.add(Fraction(0))
            continue
        top, bottom = _part(source[0], i, k), _part(source[1], i, m)
        if grows == 0:
            out |= corner_limits(top, bottom, box, i + 1)
            continue
        for way in _signs(top, bottom, box, i + 1):
            out.add(None if way is None else INF if way == sign else NEG)
    return out


def _signs(p, q, box, i):
    """The signs that p / q has inside the box, p not the zero polynomial; `None` for an unclear one."""
    proved = sign_on(p, box), sign_on(q, box)
    if None not in proved:
        return {proved[0] * proved[1]}
    limits = corner_limits(p, q, box, i)
    signs = {value if value is None else 1 if value > 0 else -1 for value in limits if value != 0}
    return signs or {None}
