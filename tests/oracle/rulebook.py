"""A rulebook, read into parsed formulas, base units and trees of indicators."""
from .ranges import INF, NEG, ONE, ZERO
from .syntax import parse
from .units import Units
from .weights import HUNDRED, Amount, fraction, settle


class Figure:
    """One figure: a number with unit and domain, a choice, a yes/no or a checklist."""

    def __init__(self, entry, units):
        kind = entry["kind"]
        self.id = entry["id"]
        self.options = ()
        if kind == "yes_no":
            self.kind, self.options = "yes_no", ("yes", "no")
        elif "number" in kind:
            spec = kind["number"]
            self.kind = "number"
            self.factor, self.kinds = units.unit(spec.get("unit") or "")
            self.low = fraction(spec["least"]) * self.factor if spec.get("least") is not None else NEG
            self.high = fraction(spec["most"]) * self.factor if spec.get("most") is not None else INF
        elif "choice" in kind:
            self.kind = "choice"
            self.options = tuple(o["id"] for o in kind["choice"]["options"])
        elif "checklist" in kind:
            self.kind = "checklist"
            self.options = tuple(o["id"] for o in kind["checklist"]["items"])
        else:
            raise ValueError("unknown kind of figure %s" % self.id)


class Dimension:
    """A dimension with its indicators."""

    def __init__(self, entry, book):
        self.id = entry["id"]
        self.weight = Amount(entry["weight"])
        self.members = [Indicator(i, book) for i in entry["indicators"]]
        settle(self, self.weight)


class Indicator:
    """An indicator: a score function or a group of further indicators. Its `max` is `None` where nobody knows it."""

    def __init__(self, entry, book):
        self.id = entry["id"]
        self.max = Amount(entry["max"]) if entry.get("max") is not None else None
        wu = entry.get("when_undefined_percent")
        self.when_undefined = None if wu is None else fraction(wu) / HUNDRED
        self.score = compile_score(entry["score"], book) if entry.get("score") is not None else None
        self.by_field = self.score is not None and asks_fields(self.score)
        self.members = [Indicator(e, book) for e in entry.get("indicators") or ()]


class Requirement:
    """A condition with its reach and standing."""

    def __init__(self, entry, book):
        self.id = entry["id"]
        self.binding = entry.get("effect") == "binding"
        self.reference = entry["standing"]["basis"] == "reference"
        self.categories = entry.get("categories")
        self.fields = entry.get("fields")
        self.condition = parse(entry["condition"], book.units)
        wu = entry.get("when_undefined")
        self.when_undefined = None if wu is None else wu == "met"

    def applies(self, category, must_fit):
        """Whether it applies in a category whose `must_fit` fields must fit."""
        if self.categories is not None and category not in self.categories:
            return False
        return self.fields is None or any(f in must_fit for f in self.fields)


class Floor:
    """A least share of a dimension's points or of an indicator's share."""

    def __init__(self, entry):
        self.dimension = entry.get("dimension")
        self.indicator = entry.get("indicator")
        self.least = fraction(entry["least_percent"]) / HUNDRED


class Category:
    """A category; `overall` where a rulebook has none."""

    def __init__(self, entry):
        self.id = entry["id"]
        self.chooses = entry.get("fields") == "choose"
        line = entry.get("line")
        self.total = fraction(line["total"]) if line else None
        self.floors = [Floor(f) for f in line.get("floors") or ()] if line else []


class Book:
    """A whole rulebook."""

    def __init__(self, data):
        self.units = Units(data.get("units"))
        rounding = data["rounding"]
        self.mode, self.places = rounding["mode"], int(rounding["indicator"])
        self.figures = {e["id"]: Figure(e, self.units) for e in data["figures"]}
        self.benchmarks, self.benchmark_kinds = {}, {}
        for e in data.get("benchmarks") or ():
            factor, kinds = self.units.unit(e.get("unit") or "")
            values = {int(y): v["value"] if isinstance(v, dict) else v for y, v in e["by_year"].items()}
            self.benchmarks[e["id"]] = {y: fraction(v) * factor for y, v in values.items()}
            self.benchmark_kinds[e["id"]] = kinds
        self.derived, self.derived_kinds = {}, {}
        for e in data.get("derived") or ():
            wu = e.get("when_undefined")
            self.derived[e["id"]] = (parse(e["formula"], self.units),
                                     None if wu is None else self.units.quantity(wu)[0])
            self.derived_kinds[e["id"]] = self.units.unit(e.get("unit") or "")[1]
        self.fields = [e["id"] for e in data.get("fields") or ()]
        self.field_floors = {e["id"]: [Floor(f) for f in e.get("floors") or ()] for e in data.get("fields") or ()}
        self.category_ids = [e["id"] for e in data.get("categories") or ()]
        self.categories = [Category(e) for e in data.get("categories") or ()] or [Category({"id": "overall"})]
        self.requirements = [Requirement(e, self) for e in data.get("requirements") or ()]
        self.weights_by = data.get("weights_by")
        self.dimensions = [Dimension(e, self) for e in data.get("dimensions") or ()]
        self.materials = [(e["id"], parse(e["when"], self.units) if e.get("when") is not None else None)
                          for e in data.get("materials") or ()]
        self.routes = [(e["id"], parse(e["when"], self.units)) for e in data.get("routes") or ()]
        self.indicators = {i.id: i for d in self.dimensions for i in walk(d.members)}
        self.differences = {}

    def dimension(self, ident):
        """The dimension of an id."""
        return next(d for d in self.dimensions if d.id == ident)

    def options(self):
        """The options that weights may depend on; `(None,)` where they depend on none."""
        return self.figures[self.weights_by].options if self.weights_by else (None,)


def walk(indicators):
    """Every indicator of a list, groups before what they hold."""
    for indicator in indicators:
        yield indicator
        yield from walk(indicator.members)


def _share(score, out_of):
    return fraction(score) / out_of


def compile_score(spec, book):
    """A score function as a tuple whose first part is its name."""
    (name, body), = spec.items()
    units = book.units
    if name == "best_of":
        return ("best_of", [compile_score(s, book) for s in body])
    if name == "sum_of":
        return ("sum_of", [(fraction(s["percent"]) / HUNDRED, compile_score(s["score"], book)) for s in body])
    if name == "by_field":
        return ("by_field", {f: compile_score(s, book) for f, s in body.items()})
    out_of = fraction(body["out_of"]) if body.get("out_of") is not None else None
    scale = HUNDRED if out_of is None else out_of

    def quantity(text):
        return units.quantity(text)[0]

    if name == "bands":
        bands = []
        for b in body["bands"]:
            low = quantity(b.get("at_least", b.get("above"))) if "at_least" in b or "above" in b else NEG
            high = quantity(b.get("at_most", b.get("below"))) if "at_most" in b or "below" in b else INF
            bands.append((low, "at_least" in b, high, "at_most" in b, _share(b["score"], scale)))
        return ("bands", parse(body["of"], units), bands)
    if name == "piecewise":
        points = [(quantity(p["at"]), _share(p["score"], scale)) for p in body["points"]]
        return ("piecewise", parse(body["of"], units), points)
    if name == "per_unit":
        cap = fraction(body["cap"])
        return ("ramp", parse(body["of"], units), fraction(body["each"]) / quantity(body["per"]), ZERO, cap,
                cap if out_of is None else out_of)
    if name == "target":
        of, target = parse(body["of"], units), parse(body["target"], units)
        if body.get("from") is not None:
            start = parse(body["from"], units)
            of, target = ("-", of, start), ("-", target, start)
        most = fraction(body["most"]) if body.get("most") is not None else scale
        return ("ramp", ("/", of, target), most, ZERO, most, scale)
    if name == "growth":
        start = quantity(body["from"]) if body.get("from") is not None else ZERO
        node = parse("growth(%s)" % body["of"], units)
        return ("ramp", node, ONE / (quantity(body["full_at"]) - start), start, ONE, ONE)
    if name == "choice":
        return ("choice", body["of"], {o: _share(s, scale) for o, s in body["scores"].items()})
    if name == "checklist":
        cap = fraction(body["cap"]) if body.get("cap") is not None else scale
        return ("checklist", body["of"], {o: _share(s, scale) for o, s in body["scores"].items()}, cap / scale)
    raise ValueError("unknown score function %s" % name)


def asks_fields(score):
    """Whether a score function holds a `by_field`."""
    if score[0] == "best_of":
        return any(asks_fields(s) for s in score[1])
    if score[0] == "sum_of":
        return any(asks_fields(s) for _, s in score[1])
    return score[0] == "by_field"


def score_nodes(score):
    """The formulas and names inside a score function."""
    name = score[0]
    if name == "best_of":
        for s in score[1]:
            yield from score_nodes(s)
    elif name == "sum_of":
        for _, s in score[1]:
            yield from score_nodes(s)
    elif name == "by_field":
        for s in score[1].values():
            yield from score_nodes(s)
    elif name in ("choice", "checklist"):
        yield ("name", score[1])
    else:
        yield score[1]
