"""Weights that are not known, and materials: results worked out by hand, and what the page promises of any weights."""
import copy
import json
import random
import unittest
from fractions import Fraction as F

from oracle import compare, rulebook_parts as s
from oracle.generate import generate
from oracle.load_check import faults
from oracle.random_scores import split
from oracle.ranges import decimal_text
from oracle.results import assess_data


def linear(*indicators, places=2, dimensions=None, **parts):
    """A rulebook of figures from 0 to 100, with one dimension unless more are given."""
    figures = [s.number(name, least="0", most="100") for name in "xyz"] + [s.choice("o", "a", "b")]
    return s.rulebook("weights", figures, dimensions or [s.dimension("d", "100", list(indicators))], places=places, **parts)


def ind(ident, most=None, *below, of=None):
    """An indicator or a group; a score function in proportion to the figure of its id."""
    return s.indicator(ident, most, None if below else s.linear(of or ident[0]), indicators=list(below) or None)


def of(book, *path, **figures):
    """What the first category shows of a dimension or an indicator."""
    found = assess_data(book, s.submission(book, **figures))["categories"][0]
    for i, ident in enumerate(path):
        found = next(p for p in found["indicators" if i else "dimensions"] if p["id"] == ident)
    return found


def pair(low, high=None):
    return {"low": low, "high": low if high is None else high}


class ByHand(unittest.TestCase):
    def test_one_alone(self):
        book = linear(ind("x", "37.5"), ind("y"))
        found = of(book, "d_d", "i_y", x="10", y="50")
        self.assertEqual((found["max"], found["score"], "share" in found), ("62.5", pair("31.25"), False))
        self.assertNotIn("unweighted", of(book, "d_d"))

    def test_several(self):
        """x has 20 of 100; of the 80 left, y alone would give 8 and z alone 48."""
        book = linear(ind("x", "20"), ind("y"), ind("z"), categories=[s.category("k", "58", [s.floor("18", "d"), s.floor("60", indicator="z")])])
        known = dict(x="50", y="10", z="60")
        found = of(book, "d_d", **known)
        self.assertEqual((found["score"], found["unweighted"]), (pair("18", "58"), {"max": "80", "score": pair("8", "48")}))
        self.assertEqual([(i["max"], i["score"], i.get("share")) for i in found["indicators"]],
                         [("20", pair("10"), None), (None, None, pair("10")), (None, None, pair("60"))])
        line = of(book, **known)["line"]
        self.assertEqual((line["status"], [f["status"] for f in line["floors"]]), ("undetermined", ["met", "met"]))

    def test_rounded_once(self):
        """Two thirds of half a point are a third, not two roundings."""
        book = linear(ind("x", "99.5"), ind("y"), ind("z"), places=0)
        self.assertEqual(of(book, "d_d", x="0", y="50", z="99")["unweighted"], {"max": "0.5", "score": pair("0")})
        self.assertEqual(of(book, "d_d", x="0", y="50", z="100")["unweighted"]["score"], pair("0", "1"))

    def test_parts_of_a_hundred(self):
        """The group is worth 30 % of x and 70 % of y and z: from 3 + 14 to 3 + 56; beside it x alone gives 10."""
        group = ind("g", None, ind("x1", "30"), ind("y"), ind("z"))
        book = linear(group, ind("x2"), ind("x3", "60"), categories=[s.category("k", "0", [s.floor("17", indicator="g"),
                                                                                         s.floor("17.1", indicator="g")])])
        known = dict(x="10", y="20", z="80")
        found = of(book, "d_d", "i_g", **known)
        self.assertEqual((found["share"], found["max"], "unweighted" in found), (pair("17", "59"), None, False))
        self.assertEqual([(i["max"], i["share"]) for i in found["indicators"]],
                         [(None, pair("10")), (None, pair("20")), (None, pair("80"))])
        self.assertEqual(of(book, "d_d", **known)["unweighted"], {"max": "40", "score": pair("4", "23.6")})
        self.assertEqual([f["status"] for f in of(book, **known)["line"]["floors"]], ["met", "undetermined"])

    def test_group_of_nothing(self):
        """A share of what counts nothing is everything; of 100 parts, 0 are left for those without."""
        empty = ind("e", None, ind("x1", "100"), ind("y1", "0", ind("y2"), ind("z2")), ind("z1"))
        book = linear(empty, ind("y3"), ind("z3", "100"))
        self.assertEqual(of(book, "d_d", "i_e", x="25", y="10", z="0")["share"], pair("25"))
        self.assertEqual(of(book, "d_d", "i_e", "i_y1", x="25", y="10")["share"], pair("100"))
        self.assertEqual(of(book, "d_d", z="70")["unweighted"], {"max": "0", "score": pair("0")})

    def test_options(self):
        """Open, the rest is 40 or 70: what is shown spans both, and the sums are those of each."""
        def by(a, b):
            return {"by_option": {"a": a, "b": b}}
        book = linear(dimensions=[s.dimension("d", by("60", "40"), [ind("x1", by("20", "0")), ind("y1"), ind("z1")]),
                                  s.dimension("e", by("40", "60"), [ind("x2", by("40", "60"))])], weights_by="o")
        known = dict(x="50", y="50", z="50")
        found = of(book, "d_d", **known)
        self.assertEqual((found["score"], found["unweighted"]), (pair("20", "30"), {"max": "40", "score": pair("20")}))
        self.assertEqual(found["indicators"][0]["score"], pair("0", "10"))
        self.assertEqual(of(book, **known)["score"], pair("50"))
        self.assertEqual(of(book, "d_d", o="a", **known)["score"], pair("30"))

    def test_faults(self):
        for good in (linear(ind("x"), ind("y")), linear(ind("x", "100"), ind("y")), linear(ind("g", None, ind("x"), ind("y", "100")))):
            self.assertEqual(faults(good), [])
        quiet = linear(ind("x"), ind("y"))
        del quiet["dimensions"][0]["indicators"][1]["max_standing"]
        for bad in (linear(ind("x", "99")), linear(ind("x", "101"), ind("y")), linear(ind("g", None, ind("x", "99")), ind("y")), quiet,
                    linear(ind("x", "60"), ind("g", None, ind("y", "100")))):
            self.assertNotEqual(faults(bad), [])

    def test_materials(self):
        book = linear(ind("x", "100"), materials=[s.material("p"), s.material("q", "o is a"), s.material("r", "x > 50")])
        for known, ticks, states in (
                ({}, None, ("missing", "may_be_needed", "may_be_needed")),
                ({"o": "b"}, {"m_p": True, "m_q": True, "m_r": True}, ("ready", "not_needed", "ready")),
                ({"o": "a", "x": "60"}, {"m_p": False}, ("missing", "missing", "missing"))):
            found = assess_data(book, s.submission(book, materials=ticks, **known))
            self.assertEqual(tuple(m["state"] for m in found["materials"]), states)
            self.assertEqual(found["missing_materials"], [m["id"] for m in found["materials"] if m["state"] in ("missing", "may_be_needed")])


def written(entry, rng, part=None):
    """Weights for every rest of a dimension or an indicator; `part` are its points where they are none of its own.
    Gives how many indicators of the rests have a score of their own."""
    members = entry["indicators"]
    whole = part if part is not None else F(entry["weight"] if "weight" in entry else entry["max"])
    scale = F(1)
    if part is not None and "max" not in entry:  # parts of a hundred
        scale, whole = part / 100, F(100)
    elif part is not None and F(entry["max"]):
        scale, whole = part / F(entry["max"]), F(entry["max"])
    rest = whole - sum(F(m["max"]) for m in members if m.get("max") is not None)
    open_ = [m for m in members if m.get("max") is None]
    sharing = len(open_) > 1
    parts = dict(zip(map(id, open_), split(rng, rest, len(open_), F(1, 100)))) if rest > 0 else {}
    if sharing and rest > 0 and rng.random() < 0.4:
        first = rng.choice(open_)
        parts = {id(m): rest if m is first else F(0) for m in open_}
    rests, scored = (1, 0) if sharing else (0, 0)
    below = part is not None
    for m in members:
        points = (F(m["max"]) if m.get("max") is not None else parts.get(id(m), F(0))) * scale
        if m.get("indicators"):
            lone = not sharing and not below and m.get("max") is None
            if lone:
                m["max"] = decimal_text(points)
            free = below or (sharing and m.get("max") is None)
            k, n = written(m, rng, points if free else None)
            scored += k
            rests += 0 if free else n
        elif below or m.get("max") is None and sharing:
            scored += 1
        m["max"] = decimal_text(points)
    return scored, rests


class AnyWeights(unittest.TestCase):
    def test_widened_ranges_hold(self):
        """Whatever weights are written, the points of a dimension lie in its range, widened by k / 2 steps for its
        rests, each upwards to whole ones."""
        rng, books, tried = random.Random(5), {}, 0
        for line in generate(21, 900):
            data = json.loads(line)
            if "define" in data:
                book = data["rulebook"]
                plainly = not book.get("weights_by") and all(isinstance(d["weight"], str) for d in book["dimensions"])
                books[data["define"]] = book if plainly else None
                continue
            book = books[data["rulebook"]]
            if book is None:
                continue
            full = copy.deepcopy(book)
            bounds = [written(d, rng) for d in full["dimensions"]]
            if not any(rests for _, rests in bounds):
                continue
            self.assertEqual(faults(full), [], data["rulebook"])
            tried += 1
            step = F(1, 10 ** book["rounding"]["indicator"])
            for c, d in zip(*(assess_data(b, data["submission"])["categories"] for b in (book, full))):
                for wide, exact, (scored, rests) in zip(c["dimensions"], d["dimensions"], bounds):
                    room = step * (scored + rests) / 2
                    self.assertLessEqual(F(wide["score"]["low"]) - room, F(exact["score"]["low"]), (data["rulebook"], wide["id"]))
                    self.assertLessEqual(F(exact["score"]["high"]), F(wide["score"]["high"]) + room, (data["rulebook"], wide["id"]))
        self.assertGreater(tried, 100)

    def test_comparer_sees_them(self):
        book = linear(ind("x"), ind("y"), materials=[s.material("p")])
        report = assess_data(book, s.submission(book, x="1", y="2"))
        for change in (lambda r: r["categories"][0]["dimensions"][0]["unweighted"].update(max="99"),
                       lambda r: r["categories"][0]["dimensions"][0].pop("unweighted"),
                       lambda r: r["categories"][0]["dimensions"][0]["indicators"][0].update(share=pair("3")),
                       lambda r: r["categories"][0]["dimensions"][0]["indicators"][0].update(max="50"),
                       lambda r: r["materials"][0].update(state="ready"), lambda r: r.update(missing_materials=[])):
            wrong = copy.deepcopy(report)
            change(wrong)
            self.assertNotEqual(compare.compare_pair(wrong, report)[0], [])
        self.assertEqual(compare.compare_pair(copy.deepcopy(report), report)[0], [])


if __name__ == "__main__":
    unittest.main()
