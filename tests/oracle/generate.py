"""Random rulebooks that load, with submissions: `python3 -m oracle.generate --seed N --pairs K` (JSON lines)."""
import argparse
import json
import random
import sys
from fractions import Fraction

from . import random_submissions, rulebook_parts as s
from .rulebook import Book
from .submission import Env
from .random_formulas import Pool, UNITS, bounded, comparisons, condition, may_lack
from .ranges import decimal_text
from .random_scores import lacks_value, score
from .random_weights import Shares
from .syntax import parse

PER_BOOK = 6
DOMAINS = {
    "money": ((None, None), ("0", None), ("0", "100000"), ("1", "100000"), ("0.5", None)),
    "people": (("1", "4000"), ("1", None), ("0", "4000"), ("0", None)),
    "plain": (("0", "100"), (None, None), ("-100", "1000"), ("-10", "10"), (None, "50"), ("1", "2")),
    "count": (("0", "100"), ("0", None), ("1", "40")),
    "parcels": (("0", None), ("1", "100000"), ("0", "100000"))}


class Maker:
    """Makes one rulebook and its submissions."""

    def __init__(self, rng, ident):
        self.rng, self.ident = rng, ident
        self.pool = Pool(rng)
        self.specs, self.figures = {}, []
        self.parts = {}

    def make(self):
        """`(rulebook, submissions)`"""
        rng = self.rng
        self.make_figures()
        self.make_categories()
        self.make_worlds()
        self.make_derived()
        dimensions = self.make_dimensions()
        self.make_lines(dimensions)
        if rng.random() < 0.8:
            self.parts["requirements"] = [self.requirement(i) for i in range(rng.randint(1, 5))]
        if rng.random() < 0.5:
            self.parts["routes"] = [s.route("way%d" % i, condition(self.pool, rng.choice((0, 1, 1, 2))))
                                    for i in range(rng.randint(1, 3))]
        if rng.random() < 0.4:
            self.parts["materials"] = [self.material(i) for i in range(rng.randint(1, 4))]
        book = s.rulebook(self.ident, self.figures, dimensions, mode=rng.choice(("half_up", "half_even")),
                          places=rng.randint(0, 6), **self.parts)
        return book, self.submissions(book)

    def make_figures(self):
        """2 to 12 figures of all kinds."""
        rng, pool = self.rng, self.pool
        for i in range(rng.randint(2, 12)):
            pick = rng.random()
            if pick < 0.65 or i < 1:
                kind = rng.choice(("money", "people", "plain", "plain", "count", "parcels"))
                least, most = rng.choice(DOMAINS[kind])
                unit = random_submissions.OWN[kind] if kind != "plain" else rng.choice(("", "%"))
                units = [u for u in UNITS[kind] if u not in ("", unit)] if rng.random() < 0.6 else []
                spec = random_submissions.Spec(kind, unit, units, least, most, 12 if units else rng.choice((0, 1, 2, 4, 12)))
                if spec.least.__class__ is Fraction and spec.least.denominator > 1:
                    spec.places = max(spec.places, 1)
                ident = "n%d" % i
                self.specs[ident], pool.numbers[ident] = spec, kind
                self.figures.append(s.number(ident, unit, least, most, spec.places, units or None))
            elif pick < 0.77:
                pool.choices["o%d" % i] = ["a", "b", "c"][:rng.choice((2, 3))]
                self.figures.append(s.choice("o%d" % i, *pool.choices["o%d" % i]))
            elif pick < 0.89:
                pool.yes_nos.append("y%d" % i)
                self.figures.append(s.yes_no("y%d" % i))
            else:
                pool.lists["l%d" % i] = ["u", "v", "w", "x"][:rng.choice((2, 3, 4))]
                self.figures.append(s.checklist("l%d" % i, *pool.lists["l%d" % i]))
        self.own_choices = dict(pool.choices)
        self.own_lists = dict(pool.lists)
        marks = []
        for i in range(rng.choice((0, 0, 1, 2, 3))):
            kind = rng.choice(("money", "people", "plain"))
            years = rng.sample(range(2018, 2025), rng.randint(1, 4))
            marks.append(s.benchmark("m%d" % i, UNITS[kind][-1] if kind != "plain" else "",
                                     {str(y): str(rng.randint(1, 900)) for y in sorted(years)}))
            pool.benchmarks["m%d" % i] = kind
        self.parts["benchmarks"] = marks

    def make_categories(self):
        """0 to 3 categories, 0 to 3 fields (only where a category chooses), and weights by option."""
        rng = self.rng
        self.categories = ["c%d" % i for i in range(rng.choice((0, 1, 2, 2, 3)))]
        self.fields, self.chooses = [], {}
        if self.categories and rng.random() < 0.7:
            self.fields = ["f%d" % i for i in range(rng.randint(1, 3))]
            self.chooses = {c: rng.random() < 0.5 for c in self.categories}
            self.chooses[rng.choice(self.categories)] = True
        self.weights_by = rng.choice(sorted(self.own_choices)) if self.own_choices and rng.random() < 0.4 else None
        if self.weights_by:
            self.parts["weights_by"] = self.weights_by
        if self.categories and rng.random() < 0.2:
            self.pool.choices["category"] = list(self.categories)
        if self.fields and rng.random() < 0.2:
            self.pool.lists["fields"] = list(self.fields)
        self.shares = Shares(rng, self.categories if rng.random() < 0.5 else None,
                             self.own_choices[self.weights_by] if self.weights_by else None)

    def make_worlds(self):
        """Sample submissions with everything known, to put marks where values lie."""
        rng, pool = self.rng, self.pool
        data = s.rulebook("draft", self.figures, [], benchmarks=self.parts["benchmarks"])
        pool.book = Book(data)
        pool.book.category_ids, pool.book.fields = list(self.categories), list(self.fields)
        self.years = [rng.choice((2018, 2020, 2022, 2024)) for _ in range(3)]
        self.worlds = [random_submissions.base(rng, self.specs, self.own_choices, pool.yes_nos, self.own_lists)
                       for _ in range(3)]
        for world, year in zip(self.worlds, self.years):
            figures = {}
            for ident, value in world.items():
                if ident in self.specs:
                    now, last = (decimal_text(v) for v in value)
                    value = {"value": now, "last": last}
                figures[ident] = value
            category = self.categories[0] if self.categories else None
            pool.worlds.append(Env(pool.book, {"year": year, "figures": figures, "category": category,
                                              "fields": self.fields[:rng.randint(0, 2)]}))
        pool.wide = Env(pool.book, {}, sure_years=True)

    def make_derived(self):
        """Up to four derived figures that may build on one another."""
        rng, pool, out = self.rng, self.pool, []
        for i in range(rng.choice((0, 1, 2, 3, 4))):
            kind = rng.choice(("money", "people", "plain", "plain", "per_head", "per_head"))
            text, node, size = bounded(pool, kind, rng.choice((1, 1, 2, 3)))
            unit = rng.choice(UNITS[kind])
            undefined = None
            if may_lack(pool, node) or (pool.benchmarks and rng.random() < 0.1):
                undefined = "%s %s" % (rng.choice(("0", "1", "50", "-3")), unit)
                undefined = undefined.strip()
            ident = "d%d" % i
            out.append(s.derived(ident, unit, text, undefined))
            quantity = None if undefined is None else pool.book.units.quantity(undefined)[0]
            pool.book.derived[ident] = (node, quantity)
            pool.derived[ident], pool.leaves[ident] = kind, size
        self.parts["derived"] = out

    def make_dimensions(self):
        """1 to 4 dimensions with groups of indicators up to three levels deep."""
        rng, out = self.rng, []
        self.leaves, self.groups, n = [], [], rng.randint(1, 4)
        shares = self.shares
        for i, table in enumerate(shares.parts(shares.all_points(), n, Fraction(1))):
            out.append(s.dimension("d%d" % i, shares.encode(table), self.indicators("%d" % i, table, 3)))
        return out

    def indicators(self, name, table, levels):
        """Indicators that share the points of a table."""
        rng, shares, out = self.rng, self.shares, []
        n = rng.choice((1, 2, 3, 4)) if shares.left_out else rng.randint(1, 3)
        for i, (part, written) in enumerate(shares.members(table, n)):
            ident = "%s_%d" % (name, i)
            most = shares.encode(part) if written else None
            if levels > 1 and rng.random() < (0.2 if shares.left_out else 0.12):
                self.groups.append(ident)
                out.append(s.indicator(ident, most, indicators=self.indicators(ident, part, levels - 1)))
                continue
            spec = score(self.pool, self.fields)
            percent = None
            if lacks_value(self.pool, spec) or (self.pool.benchmarks and rng.random() < 0.1):
                percent = rng.choice(("0", "100", "50", "33.3"))
            self.leaves.append(ident)
            out.append(s.indicator(ident, most, spec, percent))
        return out

    def make_lines(self, dimensions):
        """Categories with lines and floors, fields with floors."""
        rng = self.rng

        def some_floors():
            floors = {}
            for _ in range(rng.choice((0, 1, 2))):
                percent = rng.choice(("10", "33.3", "50", "70", "100"))
                if rng.random() < 0.4:
                    name = rng.choice(dimensions)["id"][2:]
                    floors["dimension", name] = s.floor(percent, name)
                else:
                    name = rng.choice(self.groups if self.groups and rng.random() < 0.5 else self.leaves)
                    floors["indicator", name] = s.floor(percent, indicator=name)
            return list(floors.values())

        out = []
        for c in self.categories:
            total = str(rng.randint(10, 80)) if rng.random() < 0.8 else None
            out.append(s.category(c, total, some_floors() if total else None, self.chooses.get(c, False)))
        self.parts["categories"] = out
        self.parts["fields"] = [s.field(f, some_floors() or None) for f in self.fields]

    def requirement(self, i):
        """A requirement for all categories or some."""
        rng, pool = self.rng, self.pool
        text = condition(pool, rng.choice((0, 1, 2)))
        lacks = any(may_lack(pool, c[2]) or may_lack(pool, c[3]) or may_lack(pool, ("-", c[2], c[3]))
                    for c in comparisons(parse(text, pool.book.units)))
        undefined = rng.choice(("met", "not_met")) if lacks or (pool.benchmarks and rng.random() < 0.1) else None
        some = rng.sample(self.categories, rng.randint(1, len(self.categories))) if self.categories else None
        return s.requirement("%d" % i, text, rng.choice(("binding", "binding", "hint")), rng.random() < 0.7, undefined,
                             sorted(some) if some and rng.random() < 0.3 else None,
                             [rng.choice(self.fields)] if self.fields and rng.random() < 0.3 else None)

    def material(self, i):
        """A material that is always needed, or where a condition holds."""
        rng = self.rng
        text = condition(self.pool, rng.choice((0, 0, 1, 2))) if rng.random() < 0.8 else None
        some = self.categories and rng.random() < 0.3
        return s.material("%d" % i, text, [rng.choice(self.categories)] if some else None)

    def submissions(self, book):
        """Full and partial submissions; the first worlds are those the marks were put by."""
        rng, out = self.rng, []
        for i, known in enumerate((1, 1, 0.8, 0.6, 0.4, 0.1)[:PER_BOOK]):
            world, year = rng.choice(list(zip(self.worlds, self.years)))
            if i == 0:
                world, year = self.worlds[0], self.years[0]
            elif rng.random() < 0.3:
                world = random_submissions.base(rng, self.specs, self.own_choices, self.pool.yes_nos, self.own_lists)
            if i and rng.random() < 0.2:
                year = None
            fields = category = None
            if self.fields and rng.random() < 0.7:
                fields = sorted(rng.sample(self.fields, rng.randint(0 if i else 1, len(self.fields))))
            if self.categories and rng.random() < 0.5:
                category = rng.choice(self.categories)
            figures = random_submissions.figures(rng, self.pool.book, self.specs, world, known)
            ticked = random_submissions.ticked(rng, book)
            out.append(s.submission(book, year, fields, category, ticked, **figures))
        return out


def generate(seed, pairs):
    """Lines of a whole run."""
    made, number = 0, 0
    while made < pairs:
        book, subs = Maker(random.Random("%d/%d" % (seed, number)), "random-%d-%d" % (seed, number)).make()
        number += 1
        yield json.dumps({"define": book["id"], "rulebook": book}, ensure_ascii=False)
        for sub in subs[:pairs - made]:
            made += 1
            yield json.dumps({"rulebook": book["id"], "submission": sub}, ensure_ascii=False)


def generate_for(rulebook, seed, pairs):
    """Lines with random submissions for a given rulebook."""
    rng, book = random.Random("%d/%s" % (seed, rulebook["id"])), Book(rulebook)
    specs, choices, yes_nos, lists = random_submissions.read_specs(rulebook)
    years = sorted({y for by_year in book.benchmarks.values() for y in by_year}) or [2021]
    years += [years[-1] + 1, years[0] - 1, None]
    yield json.dumps({"define": rulebook["id"], "rulebook": rulebook}, ensure_ascii=False)
    for _ in range(pairs):
        world = random_submissions.base(rng, specs, choices, yes_nos, lists)
        some = [f for f in book.fields if rng.random() < 0.4] or None
        category = rng.choice(book.category_ids + [None])
        sub = s.submission(rulebook, rng.choice(years), some, category, random_submissions.ticked(rng, rulebook),
                           **random_submissions.figures(rng, book, specs, world, rng.choice((1, 1, 0.8, 0.5, 0.2))))
        yield json.dumps({"rulebook": rulebook["id"], "submission": sub}, ensure_ascii=False)


def main():
    """Write the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--rulebook", help="random submissions for this rulebook instead of random rulebooks")
    arguments = parser.parse_args()
    lines = generate(arguments.seed, arguments.pairs)
    if arguments.rulebook:
        with open(arguments.rulebook, encoding="utf-8") as f:
            lines = generate_for(json.load(f), arguments.seed, arguments.pairs)
    for line in lines:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
