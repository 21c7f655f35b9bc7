"""Conditions in Kleene's three-valued logic: `True`, `False` and `None` for what is not known."""
from . import ranges as R
from .formulas import uses
from .exact_ranges import both

OUTER, INNER = 0, 1


def compare(op, a, b):
    """A comparison of two ranges that both have values."""
    if op == ">=":
        return True if a[0] >= b[1] else False if a[1] < b[0] else None
    if op == ">":
        return True if a[0] > b[1] else False if a[1] <= b[0] else None
    if op in ("<", "<="):
        return compare({"<": ">", "<=": ">="}[op], b, a)
    if op == "!=":
        same = compare("=", a, b)
        return None if same is None else not same
    if a[0] == a[1] == b[0] == b[1]:
        return True
    return False if a[1] < b[0] or a[0] > b[1] else None


def _difference(node, book):
    """The difference of the two sides of a comparison, the same node every time."""
    if id(node) not in book.differences:
        book.differences[id(node)] = ("-", node[2], node[3])
    return book.differences[id(node)]


def comparison(node, env, which, undefined):
    """One comparison; `undefined` is what it counts as without a value."""
    _, op, left, right = node
    a, b = both(left, env)[which], both(right, env)[which]
    if a[0] is None or b[0] is None:
        return undefined
    absent = a[2] or b[2]
    lu, ru = uses(left, env), uses(right, env)
    difference = _difference(node, env.book)
    if set(lu.counts) & set(ru.counts) or uses(difference, env).years_repeat:
        d = both(difference, env)[which]
        if d[0] is None:
            return undefined
        absent = d[2]
        result = compare(op, d, R.point(R.ZERO))
    else:
        result = compare(op, a, b)
    if absent and (undefined is None or result is not undefined):
        return None
    return result


def evaluate(node, env, which=OUTER, undefined=None):
    """A condition; `undefined` is what a comparison without a value counts as (`None`: unknown)."""
    kind = node[0]
    if kind == "const":
        return node[1]
    if kind == "cmp":
        return comparison(node, env, which, undefined)
    if kind == "name":
        value = env.choices[node[1]]
        return None if value is None else value == "yes"
    if kind == "is":
        value = env.choices[node[1]]
        return None if value is None else value in node[2]
    if kind == "has":
        ticked = env.lists[node[1]]
        return None if ticked is None else node[2] in ticked
    if kind == "not":
        value = evaluate(node[1], env, which, undefined)
        return None if value is None else not value
    if kind == "and":
        return both_hold(evaluate(node[1], env, which, undefined), evaluate(node[2], env, which, undefined))
    if kind == "or":
        return either_holds(evaluate(node[1], env, which, undefined), evaluate(node[2], env, which, undefined))
    if kind == "at_least":
        parts = [evaluate(p, env, which, undefined) for p in node[2]]
        certain = sum(1 for p in parts if p is True)
        possible = sum(1 for p in parts if p is not False)
        return True if certain >= node[1] else False if possible < node[1] else None
    raise ValueError("not a condition: %s" % kind)


def both_hold(a, b):
    """Kleene's and."""
    if a is False or b is False:
        return False
    return None if a is None or b is None else True


def either_holds(a, b):
    """Kleene's or."""
    if a is True or b is True:
        return True
    return None if a is None or b is None else False


def all_hold(values):
    """Kleene's and of many; true for none."""
    out = True
    for v in values:
        out = both_hold(out, v)
    return out


def any_holds(values):
    """Kleene's or of many; false for none."""
    out = False
    for v in values:
        out = either_holds(out, v)
    return out
