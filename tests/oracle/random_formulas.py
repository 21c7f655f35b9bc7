"""Random formulas and conditions that are correct in their units, for the generator."""
from fractions import Fraction

from .formulas import at_point, plain
from .ranges import decimal_text, round_places
from .syntax import children, parse

UNITS = {"money": ("元", "万元", "亿元"), "people": ("人", "万人"), "plain": ("", "%", "‰"), "count": ("个", "万个"),
         "parcels": ("件", "万件"), "per_head": ("元/人", "万元/人")}
SIMPLE = ("money", "people", "plain", "count", "parcels")
LEAVES = 20


class Pool:
    """What formulas may name: `numbers`, `derived`, `benchmarks` map ids to kinds; `leaves` to expanded sizes."""

    def __init__(self, rng):
        self.rng = rng
        self.numbers, self.derived, self.benchmarks, self.leaves = {}, {}, {}, {}
        self.choices, self.yes_nos, self.lists = {}, [], {}
        self.book, self.worlds, self.wide = None, [], None

    def of_kind(self, kind):
        """Ids of numbers of a kind, with derived figures and benchmarks."""
        return [i for table in (self.numbers, self.derived, self.benchmarks) for i, k in table.items() if k == kind]


def constant(pool, kind):
    """A written number of a kind."""
    rng = pool.rng
    unit = rng.choice(UNITS[kind])
    value = rng.choice(("1", "2", "3", "10", "0.5", "7", "100", "2.5", "12.34"))
    return ("%s %s" % (value, unit)).strip()


def _leaf(pool, kind):
    rng = pool.rng
    names = pool.of_kind(kind)
    if not names or rng.random() < 0.12:
        if kind == "plain" and pool.lists and rng.random() < 0.5:
            return "count(%s)" % rng.choice(sorted(pool.lists)), 1
        if kind == "plain" and pool.numbers and rng.random() < 0.5:
            return "growth(%s)" % rng.choice(sorted(pool.numbers)), 2
        if kind == "plain" and rng.random() < 0.1:
            return "(year - 2000)", 1
        return constant(pool, kind), 1
    name = rng.choice(names)
    if name in pool.numbers and rng.random() < 0.15:
        return "last(%s)" % name, 1
    return name, pool.leaves.get(name, 1)


def formula(pool, kind, depth):
    """A formula of a kind as `(text, size)`."""
    rng = pool.rng
    if depth == 0 or rng.random() < 0.2:
        return _leaf(pool, kind)
    pick = rng.random()
    if kind == "per_head":
        (a, m), (b, n) = formula(pool, "money", depth - 1), formula(pool, "people", depth - 1)
        return "%s / %s" % (_wrap(a), _wrap(b)), m + n
    if kind == "plain" and pick < 0.35:
        other = rng.choice(SIMPLE)
        (a, m), (b, n) = formula(pool, other, depth - 1), formula(pool, other, depth - 1)
        return "%s / %s" % (_wrap(a), _wrap(b)), m + n
    if pick < 0.6:
        (a, m), (b, n) = formula(pool, kind, depth - 1), formula(pool, kind, depth - 1)
        if rng.random() < 0.15:
            w, k = _leaf(pool, "plain")
            return "%s * %s + %s * (1 - %s)" % (_wrap(a), _wrap(w), _wrap(b), _wrap(w)), m + n + 2 * k
        return "%s %s %s" % (_wrap(a, True), rng.choice("+-"), _wrap(b)), m + n
    if pick < 0.75:
        (a, m), (b, n) = formula(pool, "plain", depth - 1), formula(pool, kind, depth - 1)
        return "%s * %s" % (_wrap(a), _wrap(b)), m + n
    if pick < 0.82:
        (a, m), (b, n) = formula(pool, kind, depth - 1), formula(pool, "plain", depth - 1)
        return "%s / %s" % (_wrap(a), _wrap(b)), m + n
    if pick < 0.9:
        parts = [formula(pool, kind, depth - 1) for _ in range(rng.choice((2, 2, 3)))]
        return "%s(%s)" % (rng.choice(("min", "max")), ", ".join(p for p, _ in parts)), sum(n for _, n in parts)
    if pick < 0.95 and pool.choices:
        name = rng.choice(sorted(pool.choices))
        parts = [(o, formula(pool, kind, depth - 1)) for o in pool.choices[name]]
        return ("choose(%s, %s)" % (name, ", ".join("%s: %s" % (o, p) for o, (p, _) in parts)),
                sum(n for _, (_, n) in parts))
    a, m = formula(pool, kind, depth - 1)
    return "-%s" % _wrap(a), m


def _wrap(text, keep=False):
    """Parentheses round a text that needs them; `keep` leaves a left operand of a sum as it is."""
    if keep or (" " not in text and not text.startswith("-")):
        return text
    return "(%s)" % text


def bounded(pool, kind, depth):
    """A formula that stays small and short, parsed: `(text, node, size)`."""
    for _ in range(20):
        text, size = formula(pool, kind, depth)
        if size <= LEAVES and len(text) <= 600:
            return text, parse(text, pool.book.units), size
        depth = max(0, depth - 1)
    text, size = _leaf(pool, kind)
    return text, parse(text, pool.book.units), size


def may_lack(pool, node):
    """Whether a formula may have no value within the domains, other than for want of a benchmark."""
    return plain(node, pool.wide)[2]


def values(pool, node):
    """The values that a formula has in the sample submissions."""
    found = (at_point(node, world, {}) for world in pool.worlds)
    return [v for v in found if v is not None]


def quantity(pool, value, kind):
    """A value, perhaps rounded, as a written number with a unit: `(value in base units, text)`."""
    rng = pool.rng
    unit = rng.choice(UNITS[kind])
    factor = pool.book.units.unit(unit)[0]
    scaled = value / factor
    if abs(scaled) > 10 ** 14:
        scaled = Fraction(10 ** 14) if scaled > 0 else -Fraction(10 ** 14)
    scaled = round_places(scaled, rng.choice((0, 1, 2, 4, 8, 12)), "half_up")
    return scaled * factor, ("%s %s" % (decimal_text(scaled), unit)).strip()


def cuts(pool, node, kind, least):
    """At least `least` ascending marks near the sample values of a formula: texts."""
    found = {}
    for value in values(pool, node):
        v, text = quantity(pool, value, kind)
        found[v] = text
    step = 1
    while len(found) < least:
        base = pool.rng.choice(sorted(found)) if found else Fraction(0)
        unit = pool.book.units.unit(UNITS[kind][-1] if kind != "plain" else "")[0]
        v, text = quantity(pool, base + pool.rng.choice((-1, 1)) * step * unit, kind)
        found[v] = text
        step *= 2
    return [found[v] for v in sorted(found)]


def condition(pool, depth):
    """A condition."""
    rng = pool.rng
    pick = rng.random()
    if depth and pick < 0.4:
        word = rng.choice(("and", "or"))
        return "(%s) %s (%s)" % (condition(pool, depth - 1), word, condition(pool, depth - 1))
    if depth and pick < 0.5:
        return "not (%s)" % condition(pool, depth - 1)
    if depth and pick < 0.6:
        parts = [condition(pool, depth - 1) for _ in range(rng.choice((2, 3, 3)))]
        return "at_least(%d, %s)" % (rng.randint(1, len(parts)), ", ".join(parts))
    return _atom(pool)


def _atom(pool):
    rng = pool.rng
    pick = rng.random()
    if pick < 0.15 and pool.yes_nos:
        return rng.choice(pool.yes_nos)
    if pick < 0.3 and pool.choices:
        name = rng.choice(sorted(pool.choices))
        options = pool.choices[name]
        if rng.random() < 0.5:
            return "%s is %s" % (name, rng.choice(options))
        some = rng.sample(options, rng.randint(1, len(options)))
        return "%s in (%s)" % (name, ", ".join(some))
    if pick < 0.4 and pool.lists:
        name = rng.choice(sorted(pool.lists))
        return "%s has %s" % (name, rng.choice(pool.lists[name]))
    if pick < 0.43:
        return "year >= %d" % rng.randint(2017, 2026)
    kind = rng.choice(SIMPLE + ("per_head",))
    text, node, _ = bounded(pool, kind, rng.choice((0, 1, 1, 2)) if kind != "per_head" else rng.choice((1, 2)))
    op = rng.choice((">=", ">=", ">", "<", "<=", "=", "!="))
    if rng.random() < 0.25:
        other = bounded(pool, kind, 1)[0]
        return "%s %s %s" % (text, op, other)
    return "%s %s %s" % (text, op, rng.choice(cuts(pool, node, kind, 1)))


def comparisons(node):
    """Every comparison in a condition."""
    if node[0] == "cmp":
        yield node
    else:
        for part in children(node):
            yield from comparisons(part)
