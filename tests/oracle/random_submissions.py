"""Random submissions for a generated rulebook."""
from fractions import Fraction

from .ranges import INF, NEG, decimal_text, round_places

OWN = {"money": "亿元", "people": "万人", "plain": "", "count": "个", "parcels": "万件"}
SCALE = {"money": 500, "people": 600, "plain": 20, "count": 12, "parcels": 900}


class Spec:
    """What a number figure allows: unit, other units, domain in its own unit, places."""

    def __init__(self, kind, unit, units, least, most, places):
        self.kind, self.unit, self.units = kind, unit, units
        self.least = NEG if least is None else Fraction(least)
        self.most = INF if most is None else Fraction(most)
        self.places = places

    def value(self, rng):
        """A value of the domain, kept to the places of the figure, in its own unit."""
        scale = SCALE.get(self.kind, 500)
        low = self.least if self.least != NEG else Fraction(-scale)
        high = min(self.most, low + 4 * scale) if self.most != INF else low + 4 * scale
        pick = rng.random()
        if pick < 0.06 and self.least != NEG:
            return self.least
        if pick < 0.1 and self.most != INF:
            return self.most
        if pick < 0.14 and low <= 0 <= high:
            return Fraction(0)
        x = low + (high - low) * Fraction(rng.randint(0, 1000), 1000 if rng.random() < 0.7 else 7000)
        x = round_places(x, min(self.places, rng.choice((0, 0, 1, 2, self.places))), "half_up")
        return min(max(x, self.least), self.most)


def read_specs(rulebook):
    """`(specs, choices, yes_nos, lists)` of the figures of any rulebook."""
    specs, choices, yes_nos, lists = {}, {}, [], {}
    for figure in rulebook["figures"]:
        kind, ident = figure["kind"], figure["id"]
        if kind == "yes_no":
            yes_nos.append(ident)
        elif "number" in kind:
            n = kind["number"]
            specs[ident] = Spec("own", n.get("unit") or "", n.get("units") or [], n.get("least"), n.get("most"),
                                int(n.get("places") or 0))
        elif "choice" in kind:
            choices[ident] = [o["id"] for o in kind["choice"]["options"]]
        else:
            lists[ident] = [i["id"] for i in kind["checklist"]["items"]]
    return specs, choices, yes_nos, lists


def written(rng, book, spec, value, bare=True):
    """A value of a figure in one of the forms a submission may use; without a unit unless `bare` is false."""
    text = decimal_text(value)
    if bare and rng.random() < 0.3:
        return int(text) if value.denominator == 1 and abs(value) < 10 ** 15 else text
    if bare and rng.random() < 0.2 and Fraction(1, 100) <= abs(value) < 10 ** 7 and len(text) < 13:
        return float(text)
    if bare and rng.random() < 0.4:
        return text
    if spec.units and rng.random() < 0.4:
        unit = rng.choice(spec.units)
        return {"value": decimal_text(_in_unit(book, spec, value, unit)), "unit": unit}
    return {"value": text, "unit": spec.unit} if spec.unit else {"value": text}


def estimate(rng, book, spec, value, unit=None):
    """An estimate around a value, perhaps open at one end; in `unit` without naming it, if that is given."""
    ends = [value, spec.value(rng) if rng.random() < 0.5 else value]
    if ends[0] == ends[1]:
        width = max(abs(value) / rng.choice((4, 10, 100)), Fraction(1, 10 ** spec.places))
        width = round_places(width, spec.places, "half_up") or Fraction(1, 10 ** spec.places)
        ends = [max(value - width, spec.least), min(value + width, spec.most)]
        if rng.random() < 0.4:
            ends[rng.randint(0, 1)] = value
    named = rng.choice(spec.units) if not unit and spec.units and rng.random() < 0.2 else None
    if unit or named:
        ends = [_in_unit(book, spec, e, unit or named) for e in ends]
    ends = [decimal_text(e) for e in sorted(ends)]
    if rng.random() < 0.2:
        ends[rng.randint(0, 1)] = None
    return {"between": ends, "unit": named} if named else {"between": ends}


def _in_unit(book, spec, value, unit):
    """A value of a figure in another unit."""
    return value * book.units.unit(spec.unit)[0] / book.units.unit(unit)[0]


def _last(rng, book, spec, last, unit, known):
    """Last year's value in an object whose unit is `unit` (`None`: it names none), which it is read in unless it
    names its own."""
    pick = rng.random()
    if unit and pick < 0.4:
        out = written(rng, book, spec, last, bare=False)
        return out if "unit" in out else {"value": decimal_text(_in_unit(book, spec, last, unit)), "unit": unit}
    if pick < 0.7 or known == 1:
        text = decimal_text(_in_unit(book, spec, last, unit) if unit else last)
        return {"value": text} if rng.random() < 0.2 else text
    return estimate(rng, book, spec, last, unit)


def base(rng, specs, choices, yes_nos, lists):
    """A world: every figure has a value (numbers as `(now, last)`)."""
    world = {}
    for ident, spec in specs.items():
        now = spec.value(rng)
        world[ident] = (now, now if rng.random() < 0.15 else spec.value(rng))
    for ident, options in choices.items():
        world[ident] = rng.choice(options)
    for ident in yes_nos:
        world[ident] = rng.random() < 0.6
    for ident, items in lists.items():
        world[ident] = [i for i in items if rng.random() < 0.5]
    return world


def figures(rng, book, specs, world, known):
    """The figures of a submission, each known with a probability."""
    out = {}
    for ident, value in world.items():
        if ident not in specs:
            if rng.random() < known:
                out[ident] = {"value": value} if rng.random() < 0.1 else value
            elif rng.random() < 0.3:
                out[ident] = rng.choice((None, {"state": "not_collected"}))
            continue
        spec = specs[ident]
        now, last = value
        pick = rng.random()
        if pick < known:
            entry = written(rng, book, spec, now)
        elif pick < known + (1 - known) * 0.5:
            entry = estimate(rng, book, spec, now)
        else:
            entry = None
        if rng.random() < max(known, 0.2) and (known == 1 or rng.random() < 0.8):
            if not isinstance(entry, dict):
                entry = {} if entry is None else {"value": str(entry)}
            entry["last"] = _last(rng, book, spec, last, entry.get("unit"), known)
        if entry is not None and entry != {}:
            out[ident] = entry
    return out


def ticked(rng, rulebook):
    """Which materials are ready, for some of them or for none said."""
    found = [m["id"] for m in rulebook.get("materials") or ()]
    if not found or rng.random() < 0.2:
        return None
    return {m: rng.random() < 0.6 for m in found if rng.random() < 0.8}
