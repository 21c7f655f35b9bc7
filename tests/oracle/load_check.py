"""Whether a rulebook and a submission for it load, as far as the page on the language says so: lists of faults, empty
if none.

Used to test that generated rulebooks are sound; the assessment itself does not need it.
"""
import re
from fractions import Fraction

from .rulebook import Book, compile_score, fraction, score_nodes
from .submission import Env
from .weights import HUNDRED
from .formulas import plain
from .syntax import children, parse
from .units import kinds_of


NUMBERS = 4000 // 60


class Clash(Exception):
    """A formula that does not fit."""


def kinds(node, book):
    """The unit of a formula; raises `Clash`."""
    kind = node[0]
    if kind == "num":
        return node[2]
    if kind in ("name", "last"):
        ident = node[1]
        if ident in book.figures and book.figures[ident].kind == "number":
            return book.figures[ident].kinds
        if kind == "name":
            if ident == "year":
                return ()
            for table in (book.derived_kinds, book.benchmark_kinds):
                if ident in table:
                    return table[ident]
        raise Clash("no number: %s" % ident)
    if kind == "count":
        if node[1] != "fields" and book.figures[node[1]].kind != "checklist":
            raise Clash("no checklist: %s" % node[1])
        return ()
    if kind == "neg":
        return kinds(node[1], book)
    if kind in ("*", "/"):
        a, b = kinds(node[1], book), kinds(node[2], book)
        return kinds_of(list(a) + [(k, e if kind == "*" else -e) for k, e in b])
    if kind in ("+", "-", "min", "max", "choose"):
        if kind == "choose":
            options = list(book.category_ids) if node[1] == "category" else list(book.figures[node[1]].options)
            if sorted(o for o, _ in node[2]) != sorted(options):
                raise Clash("options of %s" % node[1])
        found = {kinds(part, book) for part in children(node)}
        if len(found) > 1:
            raise Clash("units %s" % sorted(found))
        return found.pop()
    raise Clash("not a formula: %s" % kind)


def condition(node, book):
    """Check a condition; yields what its comparisons divide."""
    kind = node[0]
    if kind == "cmp":
        if kinds(node[2], book) != kinds(node[3], book):
            raise Clash("comparison of %s and %s" % (kinds(node[2], book), kinds(node[3], book)))
        yield from (node[2], node[3])
    elif kind == "name":
        if book.figures[node[1]].kind != "yes_no":
            raise Clash("not a condition: %s" % node[1])
    elif kind == "is":
        options = book.category_ids if node[1] == "category" else book.figures[node[1]].options
        if not set(node[2]) <= set(options):
            raise Clash("options of %s" % node[1])
    elif kind == "has":
        items = book.fields if node[1] == "fields" else book.figures[node[1]].options
        if node[2] not in items:
            raise Clash("items of %s" % node[1])
    elif kind in ("and", "or", "not", "at_least"):
        for part in children(node):
            yield from condition(part, book)
    elif kind != "const":
        raise Clash("not a condition: %s" % kind)


def numbers(node, book):
    """How many numbers a formula uses, its derived figures written out."""
    if node[0] == "name" and node[1] in book.derived:
        return numbers(book.derived[node[1]][0], book)
    return sum(numbers(part, book) for part in children(node)) or 1


def faults(data):
    """Everything that would keep a rulebook from loading."""
    out = []
    try:
        book = Book(data)
        _ids(data, out)
        wide = Env(book, {}, sure_years=True)
        _texts(data, book, wide, out)
        _amounts(data, book, out)
        _floors(book, out)
    except Exception as fault:  # whatever cannot even be read
        out.append("%s: %s" % (type(fault).__name__, fault))
    return out


def submission_faults(data, submission):
    """Units that a submission for a rulebook names and must not: any that is not the figure's own or in its list, and
    the empty one of a plain number, which is left out unless the list holds it."""
    out = []
    numbers_of = {e["id"]: e["kind"]["number"] for e in data["figures"] if "number" in e["kind"]}
    for ident, entry in (submission.get("figures") or {}).items():
        spec = numbers_of.get(ident, {})
        for part in (entry, entry.get("last")) if isinstance(entry, dict) else ():
            unit = part.get("unit") if isinstance(part, dict) else None
            if unit is not None and unit not in [spec.get("unit") or None] + list(spec.get("units") or ()):
                out.append("unit %r of %s" % (unit, ident))
    return out


def _ids(data, out):
    """A rulebook's own id has hyphens, all others underscores."""
    if not re.fullmatch(r"[a-z0-9-]{1,64}", data["id"]):
        out.append("id of the rulebook: %s" % data["id"])
    stack = [v for k, v in data.items() if k != "id"]
    while stack:
        part = stack.pop()
        if isinstance(part, list):
            stack += part
        elif isinstance(part, dict):
            stack += part.values()
            ident = part.get("id")
            if isinstance(ident, str) and not re.fullmatch(r"[a-z0-9_]{1,64}", ident):
                out.append("id %s" % ident)


def _texts(data, book, wide, out):
    def lacks(node, what, undefined):
        if plain(node, wide)[2] and undefined is None:
            out.append("%s may be undefined" % what)
        if numbers(node, book) > NUMBERS:
            out.append("too many digits in %s" % what)

    for e in data.get("derived") or ():
        node = book.derived[e["id"]][0]
        if kinds(node, book) != book.derived_kinds[e["id"]]:
            out.append("unit of %s" % e["id"])
        lacks(node, e["id"], e.get("when_undefined"))
        if e.get("when_undefined") and book.units.quantity(e["when_undefined"])[1] != book.derived_kinds[e["id"]]:
            out.append("unit of when_undefined of %s" % e["id"])
    for r in book.requirements:
        for node in condition(r.condition, book):
            lacks(node, r.id, r.when_undefined)
    for ident, when in book.routes + book.materials:
        list(condition(when, book)) if when is not None else None
    for e in _leaves(data):
        _score(e["score"], e, book, lacks, out)
    for text in _all_texts(data):
        if len(text) > 1000:
            out.append("a formula is too long")


def _all_texts(data):
    yield from (e["formula"] for e in data.get("derived") or ())
    yield from (e["condition"] for e in data.get("requirements") or ())
    yield from (e["when"] for e in data.get("routes") or ())
    yield from (e["when"] for e in data.get("materials") or () if e.get("when") is not None)


def _leaves(data):
    stack = [i for d in data["dimensions"] for i in d["indicators"]]
    while stack:
        e = stack.pop()
        stack += e.get("indicators") or []
        if "score" in e:
            yield e


def _score(spec, entry, book, lacks, out):
    (name, body), = spec.items()
    if name in ("best_of", "sum_of", "by_field"):
        parts = body.values() if name == "by_field" else body
        if name == "sum_of":
            if sum(fraction(p["percent"]) for p in body) != 100:
                out.append("percents of %s" % entry["id"])
            parts = [p["score"] for p in body]
        if name == "by_field" and sorted(body) != sorted(book.fields):
            out.append("fields of %s" % entry["id"])
        for part in parts:
            _score(part, entry, book, lacks, out)
        return
    if name in ("choice", "checklist"):
        if sorted(body["scores"]) != sorted(book.figures[body["of"]].options):
            out.append("options of %s" % entry["id"])
        return
    compiled = compile_score(spec, book)
    for node in score_nodes(compiled):
        kinds(node, book)
        lacks(node, entry["id"], entry.get("when_undefined_percent"))
    if name == "growth":
        return
    unit = kinds(parse(body["of"], book.units), book)
    marks = []
    if name == "bands":
        marks = [b.get("at_least", b.get("above")) for b in body["bands"][1:]]
        ends = [b.get("at_most", b.get("below")) for b in body["bands"][:-1]]
        if marks != ends or any(("below" in a) != ("at_least" in b) for a, b in zip(body["bands"], body["bands"][1:])):
            out.append("a gap in %s" % entry["id"])
    elif name == "piecewise":
        marks = [p["at"] for p in body["points"]]
    elif name == "per_unit":
        if book.units.quantity(body["per"])[1] != unit or book.units.quantity(body["per"])[0] <= 0:
            out.append("per of %s" % entry["id"])
    elif name == "target":
        if any(kinds(parse(body[k], book.units), book) != unit for k in ("target", "from") if k in body):
            out.append("unit of the target of %s" % entry["id"])
    found = [book.units.quantity(m) for m in marks]
    if any(k != unit for _, k in found):
        out.append("unit of a mark of %s" % entry["id"])
    if any(a >= b for (a, _), (b, _) in zip(found, found[1:])):
        out.append("order of the marks of %s" % entry["id"])
    if any(len(m.split()[0].replace(".", "").lstrip("-0")) > 28 for m in marks):
        out.append("digits of %s" % entry["id"])
    scores = [fraction(b["score"]) for b in body.get("bands", body.get("points", ()))]
    falls = any(a > b for a, b in zip(scores, scores[1:])) and any(a < b for a, b in zip(scores, scores[1:]))
    if falls and body.get("monotone", True):
        out.append("scores of %s turn round" % entry["id"])


def _floors(book, out):
    """Floors name a dimension, an indicator or a group, each once, and a share of 0 to 100 %."""
    named = {("dimension", d.id) for d in book.dimensions} | {("indicator", i) for i in book.indicators}
    for floors in [c.floors for c in book.categories] + list(book.field_floors.values()):
        found = [("dimension", f.dimension) if f.dimension is not None else ("indicator", f.indicator) for f in floors]
        if not set(found) <= named or len(set(found)) < len(found):
            out.append("a floor names %s" % found)
        if not all(0 <= f.least <= 1 for f in floors):
            out.append("the share of a floor")


def _amounts(data, book, out):
    for category in book.category_ids or ["overall"]:
        for option in book.options():
            weights = [d.weight.of(category, option) for d in book.dimensions]
            if sum(weights) != 100:
                out.append("weights in %s" % category)
            for dimension, weight in zip(book.dimensions, weights):
                _below(dimension, weight, category, option, out)
    for entry in data["dimensions"]:
        _looked_for(entry, out)


def _below(holder, total, category, option, out):
    """The points of what a dimension or a group holds, with the rest, are its own; of 100 where it has none."""
    parts = [m.max.of(category, option) for m in holder.members if m.max is not None]
    rest = holder.rest.of(category, option) if holder.sharing else Fraction(0)
    if sum(parts, rest) != total or min(parts + [rest]) < 0:
        out.append("points below %s in %s, %s" % (holder.id, category, option))
    for m in holder.members:
        if m.members:
            _below(m, HUNDRED if m.max is None else m.max.of(category, option), category, option, out)


def _looked_for(entry, out):
    """Several indicators that share a rest say what was looked for."""
    open_ = [e for e in entry["indicators"] if e.get("max") is None]
    if len(open_) > 1:
        out += ["note of the points of %s" % e["id"] for e in open_ if not (e.get("max_standing") or {}).get("note")]
    for e in entry["indicators"]:
        if e.get("indicators"):
            _looked_for(e, out)
