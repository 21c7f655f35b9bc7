"""Exact ranges: ends are `Fraction` or plus/minus infinity.

A value is a triple `(low, high, absent)`. `absent` says that there may be no value at all; `low` and `high` are
`None` when there certainly is none.
"""
from fractions import Fraction

INF = float("inf")
NEG = float("-inf")
ZERO = Fraction(0)
ONE = Fraction(1)
NOTHING = (None, None, True)


def is_inf(end):
    """Whether an end is infinite."""
    return isinstance(end, float)


def add_ends(a, b):
    """The sum of two ends on the same side."""
    if is_inf(a):
        return a
    if is_inf(b):
        return b
    return a + b


def mul_ends(a, b):
    """The product of two ends; zero times infinity is zero."""
    if is_inf(a) or is_inf(b):
        if a == 0 or b == 0:
            return ZERO
        return INF if (a > 0) == (b > 0) else NEG
    return a * b


def neg(v):
    """-v"""
    if v[0] is None:
        return v
    return (-v[1], -v[0], v[2])


def add(v, w):
    """v + w"""
    if v[0] is None or w[0] is None:
        return NOTHING
    return (add_ends(v[0], w[0]), add_ends(v[1], w[1]), v[2] or w[2])


def sub(v, w):
    """v - w"""
    return add(v, neg(w))


def mul(v, w):
    """v * w: the least and the greatest of the four products."""
    if v[0] is None or w[0] is None:
        return NOTHING
    absent = v[2] or w[2]
    if v[0] == v[1] and w[0] == w[1]:
        p = v[0] * w[0]
        return (p, p, absent)
    products = [mul_ends(a, b) for a in v[:2] for b in w[:2]]
    return (min(products), max(products), absent)


def reciprocal(w):
    """1 / w: no value at zero, an end at zero goes to infinity on its own side."""
    low, high, absent = w
    if low is None or (low == 0 and high == 0):
        return NOTHING
    if low > 0 or high < 0:
        return (ZERO if is_inf(high) else 1 / high, ZERO if is_inf(low) else 1 / low, absent)
    if low == 0:
        return (ZERO if is_inf(high) else 1 / high, INF, True)
    if high == 0:
        return (NEG, ZERO if is_inf(low) else 1 / low, True)
    return (NEG, INF, True)


def div(v, w):
    """v / w"""
    return mul(v, reciprocal(w))


def least(v, w):
    """min(v, w)"""
    if v[0] is None or w[0] is None:
        return NOTHING
    return (min(v[0], w[0]), min(v[1], w[1]), v[2] or w[2])


def greatest(v, w):
    """max(v, w)"""
    if v[0] is None or w[0] is None:
        return NOTHING
    return (max(v[0], w[0]), max(v[1], w[1]), v[2] or w[2])


def hull(v, w):
    """The least range holding both; absent where either may be."""
    if v[0] is None:
        return (w[0], w[1], True)
    if w[0] is None:
        return (v[0], v[1], True)
    return (min(v[0], w[0]), max(v[1], w[1]), v[2] or w[2])


def point(x):
    """A single value."""
    return (x, x, False)


def round_units(x, places, mode):
    """Round an exact number to a whole number of units of the last place, a half away from zero or to the even
    neighbour."""
    top, bottom = abs(x.numerator) * 10 ** places, x.denominator
    whole, rest = divmod(top, bottom)
    if 2 * rest > bottom or (2 * rest == bottom and (mode == "half_up" or whole % 2)):
        whole += 1
    return -whole if x < 0 else whole


def round_places(x, places, mode):
    """Round an exact number to decimal places."""
    return Fraction(round_units(x, places, mode), 10 ** places)


def units_text(units, places):
    """The canonical text of a whole number of units of the last place: no trailing zeros, "0" for zero."""
    digits = str(abs(units))
    if places:
        digits = digits.rjust(places + 1, "0")
        digits = (digits[:-places] + "." + digits[-places:]).rstrip("0").rstrip(".")
    return "-" + digits if units < 0 else digits


def decimal_text(x):
    """The canonical decimal text of an exact finite decimal: no exponent."""
    rest, twos, fives = x.denominator, 0, 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        raise ValueError("not a finite decimal: %s" % x)
    places = max(twos, fives)
    return units_text(x.numerator * (10 ** places // x.denominator), places)
