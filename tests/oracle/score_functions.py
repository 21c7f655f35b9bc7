"""Score functions: the least and the greatest share of any value in a range."""
from .ranges import INF, NEG, ONE, ZERO, is_inf
from .exact_ranges import both


def share(score, env, which, fields, undefined):
    """The share of a score function as `(low, high)`.

    `fields` is `None` for the mean of all fields, or the set of which the best counts. `undefined` is the share of a
    function without a value, `None` where the rule names none.
    """
    name = score[0]
    if name == "best_of":
        parts = [share(s, env, which, fields, undefined) for s in score[1]]
        return (max(p[0] for p in parts), max(p[1] for p in parts))
    if name == "sum_of":
        parts = [(w, share(s, env, which, fields, undefined)) for w, s in score[1]]
        return (sum(w * p[0] for w, p in parts), sum(w * p[1] for w, p in parts))
    if name == "by_field":
        return _by_field(score[1], env, which, fields, undefined)
    if name == "choice":
        chosen = env.choices[score[1]]
        if chosen is not None:
            return (score[2].get(chosen, ZERO),) * 2
        values = [score[2].get(o, ZERO) for o in env.options[score[1]]]
        return (min(values), max(values))
    if name == "checklist":
        return _checklist(score, env)
    value = both(score[1], env)[which]
    if value[0] is None:
        return (ZERO, ONE) if undefined is None else (undefined, undefined)
    low, high = {"bands": _bands, "piecewise": _piecewise, "ramp": _ramp}[name](score, value[0], value[1])
    if value[2]:
        if undefined is None:
            return (ZERO, ONE)
        return (min(low, undefined), max(high, undefined))
    return (low, high)


def _by_field(scores, env, which, fields, undefined):
    if fields is None:
        parts = [share(s, env, which, fields, undefined) for s in scores.values()]
        return (sum(p[0] for p in parts) / len(parts), sum(p[1] for p in parts) / len(parts))
    parts = [share(s, env, which, fields, undefined) for f, s in scores.items() if f in fields]
    if not parts:
        return (ZERO, ZERO)
    return (max(p[0] for p in parts), max(p[1] for p in parts))


def _checklist(score, env):
    ticked = env.lists[score[1]]
    scores, cap = score[2], score[3]
    if ticked is not None:
        total = min(sum((scores.get(i, ZERO) for i in ticked), ZERO), cap)
        return (total, total)
    low = sum((s for s in scores.values() if s < 0), ZERO)
    high = sum((s for s in scores.values() if s > 0), ZERO)
    return (min(low, cap), min(high, cap))


def _bands(score, low, high):
    """Every band that holds a value of the range."""
    found = []
    for start, start_in, end, end_in, s in score[2]:
        above = high > start or (start_in and high == start) or start == NEG
        below = low < end or (end_in and low == end) or end == INF
        if above and below:
            found.append(s)
    return (min(found), max(found))


def _line(points, x):
    """The share on the straight line between the neighbouring points."""
    if x <= points[0][0]:
        return points[0][1]
    if x >= points[-1][0]:
        return points[-1][1]
    for (a, s), (b, t) in zip(points, points[1:]):
        if a <= x <= b:
            return s + (t - s) * (x - a) / (b - a)
    raise ValueError("points out of order")


def _piecewise(score, low, high):
    points = score[2]
    values = [_line(points, low), _line(points, high)]
    values += [s for at, s in points if low < at < high]
    return (min(values), max(values))


def _ramp(score, low, high):
    """In proportion from `start`, by `slope` (which may be nothing), between 0 and `cap`, of `out_of`."""
    _, _, slope, start, cap, out_of = score

    def at(x):
        if is_inf(x):
            reached = cap if slope and (x > 0) == (slope > 0) else ZERO
        else:
            reached = min(max((x - start) * slope, ZERO), cap)
        return reached / out_of

    ends = (at(low), at(high))
    return (min(ends), max(ends))
