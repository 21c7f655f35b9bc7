"""The two results of a formula that uses an unknown more than once.

The outer range is the plain interval. The inner range holds values that are surely attained or approached. Where
each unknown provably rises or falls throughout or is of first degree, the extremes over the corners are the exact
range, and both are that one.
"""
import random
from fractions import Fraction
from itertools import product

from .formulas import at_point, plain, uses
from .ranges import NOTHING, hull, is_inf
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
    if outer[0] is None:
        return outer, outer
    if not used.touched:
        return outer, _option_by_option(node, env, used) or outer
    values, exact = _corners(node, env, used)
    if exact is not None:
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


def _option_by_option(node, env, used):
    """The range with every open choice made in each way in turn. Where nothing is used more than once the page calls
    the plain range exact, which it is not where only a choice as a whole spans zero below a division."""
    choices = sorted(a for a in used.counts if a[0] == "choice")
    combos = list(product(*[env.options[c[1]] for c in choices]))
    if not choices or len(combos) > COMBINATIONS:
        return None
    found = [plain(node, env.choosing({c[1]: o for c, o in zip(choices, combo)})) for combo in combos]
    out = found[0]
    for value in found[1:]:
        out = hull(out, value)
    return out


def _with(value, x):
    """A range widened by one value."""
    if value[0] is None:
        return (x, x, value[2])
    return (min(value[0], x), max(value[1], x), value[2])


def ends_of(atom, env):
    """The ends of a number that is unknown."""
    kind, ident = atom
    return env.numbers[ident] if kind == "number" else env.lasts[ident]


def _corners(node, env, used):
    """Limits at all corners for every way to choose, and the exact range where it is provably made of them.

    Under a choice that is used more than once every way of making it gives a formula of its own; under one that is
    used once an unknown has to be fit for corners in all options together.
    """
    if not used.rational:
        return set(), None
    atoms = sorted(a for a in used.counts if a[0] in ("number", "last"))
    choices = sorted(a for a in used.counts if a[0] == "choice")
    if len(atoms) > VARIABLES:
        return set(), None
    combos = list(product(*[env.options[c[1]] for c in choices]))
    if len(combos) > COMBINATIONS:
        return set(), None
    box = [ends_of(a, env) for a in atoms]
    values, proved, absent, shapes = set(), True, False, {}
    for combo in combos:
        made = env.choosing({c[1]: option for c, option in zip(choices, combo)})
        value = plain(node, made)
        if value[0] is None:
            absent = True
            continue
        proved = proved and not value[2]
        try:
            p, q = build(node, made, atoms)
            if sign_on(q, box) in (None, 0):
                proved = False
                continue
            limits = corner_limits(p, q, box)
            proved = proved and None not in limits
            values |= limits - {None}
            if proved:
                way = tuple(option for c, option in zip(choices, combo) if c in used.repeated)
                for i, atom in enumerate(atoms):
                    if atom in used.repeated:
                        shapes.setdefault((way, atom), []).append(_shape(p, q, box, i))
        except NotRational:
            proved = False
    if not proved or not all(_ends_decide(found) for found in shapes.values()):
        return values, None
    return values, (min(values), max(values), absent) if values else NOTHING


def _shape(p, q, box, i):
    """The direction of p / q in variable i (`None` if not proved), and whether it is of first degree between finite
    ends, so that in each place it rises or falls."""
    slope = p_add(p_mul(p_diff(p, i), q), p_mul(p, p_diff(q, i)), -1)
    return sign_on(slope, box), max(degree(p, i), degree(q, i)) <= 1 and not any(is_inf(end) for end in box[i])


def _ends_decide(shapes):
    """Whether an unknown has one direction in all options, or is of first degree in all of them."""
    directions = {sign for sign, _ in shapes} - {0}
    return (len(directions) <= 1 and None not in directions) or all(first for _, first in shapes)


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
