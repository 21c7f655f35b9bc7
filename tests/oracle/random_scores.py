"""Random score functions for the generator."""
from fractions import Fraction

from .rulebook import compile_score, score_nodes
from .load_check import NUMBERS
from .random_formulas import SIMPLE, bounded, cuts, may_lack, quantity, values
from .ranges import decimal_text
from . import rulebook_parts


def rising(rng, n, top=100):
    """`n` scores from low to high or from high to low, as texts."""
    marks = sorted(rng.sample(range(0, 2 * top + 1), n))
    if rng.random() < 0.3:
        marks[-1] = 2 * top
        marks[0] = 0
    if rng.random() < 0.3:
        marks.reverse()
    return [decimal_text(Fraction(m, 2)) for m in marks]


def split(rng, total, n, step):
    """`n` positive parts that sum to a total, each a multiple of a step; nothing but zeros of zero."""
    total = Fraction(total)
    if total == 0:
        return [total] * n
    while total / step < n or (total / step).denominator != 1:
        step /= 10
    units = int(total / step)
    marks = sorted(rng.sample(range(1, units), n - 1)) if n > 1 else []
    ends = [0] + marks
    return [(b - a) * step for a, b in zip(ends, marks + [units])]


def _formula(pool):
    rng = pool.rng
    kind = rng.choice(SIMPLE + ("plain", "plain", "per_head"))
    depth = rng.choice((0, 0, 1, 1, 2, 3, 4))
    return (kind,) + bounded(pool, kind, max(1, depth) if kind == "per_head" else depth)


def score(pool, fields, depth=2):
    """A score function as plain JSON."""
    rng = pool.rng
    pick = rng.random()
    if depth and pick < 0.08:
        return {"best_of": [score(pool, fields, depth - 1) for _ in range(rng.choice((2, 3)))]}
    if depth and pick < 0.18:
        parts = split(rng, 100, rng.choice((2, 3)), Fraction(1, 2))
        return {"sum_of": [{"percent": decimal_text(p), "score": score(pool, fields, depth - 1)} for p in parts]}
    if depth and fields and pick < 0.32:
        return {"by_field": {f: score(pool, (), depth - 1) for f in fields}}
    if pick < 0.42 and (set(pool.choices) - {"category"} or pool.yes_nos):
        return _choice(pool)
    lists = sorted(set(pool.lists) - {"fields"})
    if pick < 0.5 and lists:
        name = rng.choice(lists)
        marks = {i: str(rng.choice((10, 20, 25, 40, 60))) for i in pool.lists[name]}
        more = {"cap": "80"} if rng.random() < 0.3 else {}
        return rulebook_parts.checklist_score(name, marks, **more)
    if pick < 0.56 and pool.numbers:
        name = rng.choice(sorted(pool.numbers))
        more = {"from": rng.choice(("-5 %", "2 %", "0.01"))} if rng.random() < 0.4 else {}
        return rulebook_parts.growth(name, rng.choice(("10 %", "0.2", "100 %", "75 ‰")), **more)
    return _of_formula(pool)


def _choice(pool):
    rng = pool.rng
    named = sorted(c for c in pool.choices if c != "category")
    if not named or (pool.yes_nos and rng.random() < 0.4):
        low, high = rising(rng, 2)
        return rulebook_parts.choice_score(rng.choice(pool.yes_nos), yes=high, no=low)
    name = rng.choice(named)
    marks = [decimal_text(Fraction(rng.randint(0, 200), 2)) for _ in pool.choices[name]]
    return rulebook_parts.choice_score(name, **dict(zip(pool.choices[name], marks)))


def _of_formula(pool):
    rng = pool.rng
    kind, text, node, size = _formula(pool)
    pick = rng.random()
    if pick < 0.35:
        ends = cuts(pool, node, kind, rng.choice((1, 2, 3)))[:5]
        marks = rising(rng, len(ends) + 1)
        more = {}
        if rng.random() < 0.15:
            rng.shuffle(marks)
            more["monotone"] = False
        steps = [marks[0]]
        for end, mark in zip(ends, marks[1:]):
            steps += [(rng.choice(("<", "<=")), end), mark]
        return rulebook_parts.bands(text, *steps, **more)
    if pick < 0.7:
        ends = cuts(pool, node, kind, rng.choice((2, 2, 3)))[:5]
        marks = rising(rng, len(ends))
        more = {}
        if rng.random() < 0.15:
            rng.shuffle(marks)
            more["monotone"] = False
        return rulebook_parts.piecewise(text, *zip(ends, marks), **more)
    if pick < 0.85:
        found = [abs(v) for v in values(pool, node) if v] or [Fraction(1)]
        per, written = quantity(pool, rng.choice(found) / rng.choice((1, 2, 3)), kind)
        if per <= 0:
            written = ("1 " + {"money": "亿元", "people": "万人", "count": "个", "parcels": "万件", "per_head": "元/人",
                               "plain": "%"}[kind])
        cap = rng.choice(("3", "6", "2.5"))
        more = {"out_of": "8"} if rng.random() < 0.3 else {}
        return rulebook_parts.per_unit(text, written, rng.choice(("1", "2", "0.3")), cap, **more)
    goal, _, goal_size = bounded(pool, kind, rng.choice((0, 1)) if kind != "per_head" else 1)
    more = {}
    if rng.random() < 0.4:
        start, _, start_size = bounded(pool, kind, 0 if kind != "per_head" else 1)
        if size + goal_size + 2 * start_size <= NUMBERS:
            more["from"] = start
    if rng.random() < 0.3:
        more["most"] = "80"
    return rulebook_parts.target(text, goal, **more)


def lacks_value(pool, spec):
    """Whether a score function needs `when_undefined_percent`."""
    compiled = compile_score(spec, pool.book)
    for node in score_nodes(compiled):
        if node[0] == "name" and (node[1] in pool.choices or node[1] in pool.lists or node[1] in pool.yes_nos):
            continue
        if may_lack(pool, node):
            return True
    return False
