"""The two results of a formula that uses an unknown more than once.

The outer range is the plain interval. The inner range holds values that are surely attained or approached. Where
the formula is provably made of monotone parts, both are the exact range.
"""
import random
from fractions import Fraction
from itertools import product

from .formulas import at_point, plain, uses
from .ranges import NOTHING, is_inf
from .rational_functions import NotRational, build, corner_limits, degree, p_add, p_diff, p_mul, sign_on

VARIABLES = 8
COMBINATIONS = 16
SAMPLES = 10
BIG = Fraction(10) ** 7


def both(node, env):
    """`(outer, inner)` of a formula."""
    memo = env.memo.setdefault("both", {})
    found = memo.get(id(node))
    if found is None:
        found = memo[id(node)] = _both(node, env)
        if found[0] != found[1]:
            env.loose = True
    return found


def _both(node, env):
    outer = plain(node, env)
    used = uses(node, env)
    if not used.touched or outer[0] is None:
        return outer, outer
    values, strict = _corners(node, env, used, outer)
    if strict:
        exact = (min(values), max(values), False)
        return exact, exact
    inner = NOTHING[:2] + (False,)
    for value in values:
        inner = _with(inner, value)
    for world in _worlds(env, used):
        value = at_point(node, env, world)
        if value is None:
            inner = (inner[0], inner[1], True)
        else:
            inner = _with(inner, value)
    return outer, inner


def _with(value, x):
    """A range widened by one value."""
    if value[0] is None:
        return (x, x, value[2])
    return (min(value[0], x), max(value[1], x), value[2])


def ends_of(atom, env):
    """The ends of a number that is unknown."""
    kind, ident = atom
    return env.numbers[ident] if kind == "number" else env.lasts[ident]


def _corners(node, env, used, outer):
    """Limits at all corners for every way to choose, and whether they are provably the exact range."""
    if not used.rational:
        return set(), False
    atoms = sorted(a for a in used.counts if a[0] in ("number", "last"))
    choices = sorted(a for a in used.counts if a[0] == "choice")
    if len(atoms) > VARIABLES:
        return set(), False
    combos = list(product(*[env.options[c[1]] for c in choices]))
    if len(combos) > COMBINATIONS:
        return set(), False
    strict = not outer[2] and not any(a[0] == "choice" for a in used.repeated)
    box = [ends_of(a, env) for a in atoms]
    values, directions = set(), {}
    for combo in combos:
        world = dict(zip(choices, combo))
        try:
            p, q = build(node, env, atoms, world)
        except NotRational:
            strict = False
            continue
        if sign_on(q, box) in (None, 0):
            strict = False
            continue
        limits = corner_limits(p, q, box)
        if None in limits:
            strict = False
            limits.discard(None)
        values |= limits
        try:
            strict = strict and _monotone(p, q, box, atoms, used, directions)
        except NotRational:
            strict = False
    return values, strict and bool(values)


def _monotone(p, q, box, atoms, used, directions):
    """Whether every repeated unknown rises, or falls, throughout, in the same way for every choice, and every
    other one is used in a way that corners decide."""
    for i, atom in enumerate(atoms):
        if atom in used.repeated:
            slope = p_add(p_mul(p_diff(p, i), q), p_mul(p, p_diff(q, i)), -1)
            sign = sign_on(slope, box)
            if sign is None:
                return False
            if sign and directions.setdefault(atom, sign) != sign:
                return False
        elif degree(p, i) > 1 or degree(q, i) > 1:
            return False
    return True


def _years(env):
    """Years that lead to every different set of benchmark values, and the ends of the range of years."""
    years = {1900, 2999}
    for by_year in env.book.benchmarks.values():
        years |= set(by_year)
    return sorted(years)


def _worlds(env, used):
    """Sample worlds: ends first, then mixtures, always the same ones."""
    rng = random.Random(20)
    sets = []
    for atom in sorted(used.counts):
        kind, ident = atom
        if kind in ("number", "last"):
            sets.append((atom, _samples(*ends_of(atom, env))))
        elif kind == "count":
            low, high = env.count_range(ident)
            sets.append((atom, [Fraction(k) for k in range(int(low), int(high) + 1)]))
        elif kind == "choice":
            sets.append((atom, list(env.options[ident])))
    years = [env.year]
    if env.year is None:
        years = _years(env) if any(a[0] in ("benchmark", "year") for a in used.counts) else [1900]
    sets.append(("year", years))
    total = 1
    for _, s in sets:
        total *= len(s)
    if total <= 2 * SAMPLES:
        for combo in product(*[s for _, s in sets]):
            yield {atom: value for (atom, _), value in zip(sets, combo)}
        return
    for pick in (0, 1):
        for other in (0, 1):
            yield {atom: s[pick % len(s)] if i % 2 else s[other % len(s)] for i, (atom, s) in enumerate(sets)}
    for _ in range(SAMPLES):
        yield {atom: rng.choice(s) for atom, s in sets}


def _samples(low, high):
    """Some values of a range, its ends first."""
    if is_inf(low) and is_inf(high):
        return [-BIG, BIG, Fraction(0), Fraction(1), Fraction(-1)]
    if is_inf(high):
        return [low, low + BIG, low + 1, low + 1000]
    if is_inf(low):
        return [high, high - BIG, high - 1, high - 1000]
    return [low, high, (low + high) / 2, low + (high - low) / 7]
