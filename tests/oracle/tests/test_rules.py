"""Small rulebooks whose results were worked out by hand: score functions, fields, options, floors, unknown choices."""
import unittest

from oracle import rulebook_parts as s
from oracle.load_check import faults, submission_faults
from oracle.results import assess_data


class Rules(unittest.TestCase):
    def one(self, spec, undefined=None, **figures):
        book = s.rulebook("one", [s.number("x", least="0"), s.number("y", least="0"), s.choice("c", "a", "b")],
                          [s.dimension("d", "100", [s.indicator("i", "100", spec, undefined)])])
        score = assess_data(book, s.submission(book, **figures))["categories"][0]["score"]
        return score["low"], score["high"]

    def test_functions(self):
        self.assertEqual(self.one(s.bands("x", "0", ("<=", "5"), "60", ("<", "8"), "100"), x="5"), ("0", "0"))
        self.assertEqual(self.one(s.bands("x", "0", ("<", "5"), "60", ("<", "8"), "100"), x="8"), ("100", "100"))
        self.assertEqual(self.one(s.piecewise("x", ("3", "0"), ("6", "100")), x="4"), ("33.33", "33.33"))
        self.assertEqual(self.one(s.per_unit("x", "1", "2", "6"), x="2"), ("66.67", "66.67"))
        self.assertEqual(self.one(s.target("x", "8", **{"from": "4"}), x="5"), ("25", "25"))
        self.assertEqual(self.one(s.target("x", "y", most="80"), "7", x="5"), ("0", "80"))
        self.assertEqual(self.one(s.target("x", "y"), "7", x="5", y="0"), ("7", "7"))
        for x in ("5", "0", None):
            self.assertEqual(self.one(s.target("x", "8", most="0"), x=x), ("0", "0"))
            self.assertEqual(self.one(s.per_unit("x", "1", "0", "6"), x=x), ("0", "0"))
        self.assertEqual(self.one(s.growth("x", "20 %"), "0", x={"value": "11", "last": "10"}), ("50", "50"))
        self.assertEqual(self.one(s.choice_score("c", a="10", b="30")), ("10", "30"))

    def test_fields(self):
        grades = {"g": "70", "b": "100"}
        score = {"by_field": {"f": s.choice_score("u", **grades), "h": s.choice_score("v", **grades)}}
        book = s.rulebook("fields", [s.choice("u", "g", "b"), s.choice("v", "g", "b")],
                          [s.dimension("d", "100", [s.indicator("i", "100", score)])],
                          fields=[s.field("f", [s.floor("80", indicator="i")]), s.field("h")],
                          categories=[s.category("all", "85"), s.category("some", "85", chooses=True)])
        result = assess_data(book, s.submission(book, u="g", v="b"))
        self.assertEqual([c["score"]["low"] for c in result["categories"]], ["85", "100"])
        self.assertEqual([c["fit"] for c in result["categories"]], ["fits", "fits"])
        self.assertEqual([f["fit"] for f in result["fields"]], ["does_not_fit", "fits"])
        named = assess_data(book, s.submission(book, u="g", v="b", fields=["f", "h"]))
        self.assertEqual(named["categories"][1]["fit"], "does_not_fit")

    def test_options(self):
        book = s.rulebook("options", [s.choice("c", "a", "b"), s.number("x", least="0", most="100")],
                          [s.dimension("d", {"by_option": {"a": "40", "b": "60"}},
                                       [s.indicator("i", {"by_option": {"a": "40", "b": "60"}}, s.linear("x"))]),
                           s.dimension("e", {"by_option": {"a": "60", "b": "40"}},
                                       [s.indicator("j", {"by_option": {"a": "60", "b": "40"}}, s.linear("x"))])],
                          weights_by="c", categories=[s.category("k", "50")])
        result = assess_data(book, s.submission(book, x="50"))["categories"][0]
        self.assertEqual(result["score"], {"low": "50", "high": "50"})
        self.assertEqual(result["dimensions"][0]["score"], {"low": "20", "high": "30"})
        self.assertEqual((result["line"]["status"], result["dimensions"][0]["weight"]), ("met", "60"))


class Loading(unittest.TestCase):
    def test_faults_are_found(self):
        def book(score, most="100", floor=None, **more):
            return s.rulebook("loads", [s.number("x", "万元", least="0"), s.number("y", least="0")],
                              [s.dimension("d", "100", [s.indicator("i", most, score)])],
                              categories=[s.category("k", "50", floor and [floor])], **more)

        good = s.linear("x", "0 元", "5 万元")
        self.assertEqual(faults(book(good, floor=s.floor("50", indicator="i"))), [])
        self.assertEqual(faults(dict(book(good), id="edge-small")), [])
        self.assertNotEqual(faults(dict(book(good), id="edge_small")), [])
        self.assertNotEqual(faults(dict(book(good), routes=[dict(s.route("a", "true"), id="to-a")])), [])
        self.assertEqual(faults(book(good, requirements=[s.requirement("r", "x * x >= 300 亿元 * 1 亿元")])), [])
        self.assertNotEqual(faults(book(good, requirements=[s.requirement("r", "x * x >= 300 亿元*亿元")])), [])
        for bad in (book(s.linear("x")), book(s.linear("1 / y")), book(s.linear("z")), book(good, "90"),
                    book(good, floor=s.floor("50", indicator="j")), book(good, floor=s.floor("101", "d")),
                    book(s.linear("y" + " + y" * 70)), book(s.piecewise("y", ("1", "0"), ("2", "9"), ("3", "5"))),
                    book(good, requirements=[s.requirement("r", "x / y > 1 万元")]),
                    book({"bands": {"of": "y", "bands": [{"below": "1", "score": "0"}, {"above": "1", "score": "9"}]}})):
            self.assertNotEqual(faults(bad), [])


    def test_units_of_submissions(self):
        book = s.rulebook("units", [s.number("x", "万元", units=["元"]), s.number("p"), s.number("r", "%", units=[""])])
        for entry in ({"x": {"value": "1", "unit": "元", "last": {"value": "1", "unit": "万元"}}}, {"r": {"value": "1", "unit": ""}},
                      {"p": {"value": "1"}, "x": {"between": ["1", None]}}):
            self.assertEqual(submission_faults(book, s.submission(book, **entry)), [])
        for entry in ({"x": {"value": "1", "unit": ""}}, {"p": {"value": "1", "unit": ""}}, {"x": {"value": "1", "unit": "亿元"}},
                      {"x": {"value": "1", "last": {"value": "1", "unit": ""}}}):
            self.assertNotEqual(submission_faults(book, s.submission(book, **entry)), [])


class Floors(unittest.TestCase):
    def test_of_a_group(self):
        """3.33 of 10 points at a share of 1 and 6.67 at 0 are 33.3 %, though 3 of 10 points are shown."""
        leaves = [s.indicator("a", "3.33", s.linear("x")), s.indicator("b", "6.67", s.linear("y"))]
        book = s.rulebook("group", [s.number(i, least="0", most="100") for i in "xy"],
                          [s.dimension("d", "100", [s.indicator("g", "10", indicators=leaves),
                                                    s.indicator("r", "90", s.linear("y"))])], places=0,
                          categories=[s.category("k", "0", [s.floor("33.3", indicator="g"), s.floor("4", "d")])])
        for x, statuses in (("100", ["met", "not_met"]), ("99.9", ["not_met", "not_met"]), (None, ["undetermined", "not_met"])):
            line = assess_data(book, s.submission(book, x=x, y="0"))["categories"][0]["line"]
            self.assertEqual([f["status"] for f in line["floors"]], statuses)
            self.assertEqual(line["status"], "not_met")

    def test_of_a_group_that_counts_nothing(self):
        group = s.indicator("g", {"p": "0", "q": "50"}, indicators=[s.indicator("a", {"p": "0", "q": "50"}, s.linear("x"))])
        rest = s.indicator("r", {"p": "100", "q": "50"}, s.linear("x"))
        floors = [s.floor("100", indicator="g"), s.floor("100", indicator="a")]
        book = s.rulebook("nothing", [s.number("x", least="0", most="100")], [s.dimension("d", "100", [group, rest])],
                          categories=[s.category("p", "0", floors), s.category("q", "0", floors)])
        result = assess_data(book, s.submission(book, x="99"))["categories"]
        self.assertEqual([[f["status"] for f in c["line"]["floors"]] for c in result],
                         [["met", "not_met"], ["not_met", "not_met"]])

    def test_of_fields(self):
        """The dimension shows the best of both fields, for a floor of each too; one on an indicator looks at its own part."""
        book = s.rulebook("parts", [s.number(i, least="0", most="100") for i in "xy"],
                          [s.dimension("d", "100", [s.indicator("i", "100", {"by_field": {"f": s.linear("x"), "h": s.linear("y")}})])],
                          fields=[s.field("f", [s.floor("50", "d")]), s.field("h", [s.floor("50", "d"), s.floor("31", indicator="i")])],
                          categories=[s.category("k", "50", [s.floor("60", "d")], chooses=True)])
        both = assess_data(book, s.submission(book, fields=["h", "f"], x="70", y="30"))["categories"][0]
        self.assertEqual((both["score"]["low"], both["fit"]), ("70", "does_not_fit"))
        self.assertEqual([f["status"] for f in both["line"]["floors"]], ["met", "met", "met", "not_met"])
        alone = assess_data(book, s.submission(book, fields=["f"], x="49", y="90"))["categories"][0]
        self.assertEqual([f["status"] for f in alone["line"]["floors"]], ["not_met", "not_met"])
        none = assess_data(book, s.submission(book, x="70", y="30"))["categories"][0]
        self.assertEqual(([f["status"] for f in none["line"]["floors"]], none["fit"]), (["met"], "fits"))


class Names(unittest.TestCase):
    def statuses(self, book, **more):
        return [r["status"] for r in assess_data(book, s.submission(book, **more))["requirements"]]

    def test_stay_when_a_field_is_scored_alone(self):
        book = s.rulebook("stay", [s.number("x")], s.even([("i", s.linear("count(fields)", "0", "2"))]),
                          fields=[s.field("f"), s.field("h")], categories=[s.category("k", chooses=True)],
                          requirements=[s.requirement("r", "fields has f"), s.requirement("h", "false", fields=["h"])])
        named = assess_data(book, s.submission(book, fields=["f"]))["fields"]
        self.assertEqual([f["eligible"] for f in named], ["eligible", "not_eligible"])
        self.assertEqual([f["score"]["high"] for f in named], ["50", "50"])
        open_ = assess_data(book, s.submission(book, fields=[]))
        self.assertEqual([f["unknown"] for f in open_["fields"]], [["q_r"], ["q_r"]])
        self.assertEqual(open_["categories"][0]["eligible"], "undetermined")
        self.assertEqual(open_["fields"][0]["score"], {"low": "0", "high": "100"})

    def test_only_category(self):
        parts = {"requirements": [s.requirement("r", "category is k"), s.requirement("n", "not category is k")]}
        for more, named in (((), ["met", "not_met"]), (("l",), ["undetermined", "undetermined"])):
            book = s.rulebook("only", [s.number("x")], s.even([("i", s.linear("x"))]),
                              categories=[s.category(c) for c in ("k",) + more], **parts)
            self.assertEqual(self.statuses(book), named)
            self.assertEqual(self.statuses(book, category="k"), ["met", "not_met"])

    def test_benchmark_without_any_year(self):
        book = s.rulebook("never", [s.number("x")], s.even([("i", s.linear("x / b"), "40")]),
                          benchmarks=[s.benchmark("b", "", {})],
                          requirements=[s.requirement("r", "x > b", when_undefined="met"), s.requirement("u", "x > b")])
        for year in (2021, None):
            self.assertEqual(self.statuses(book, year=year, x="1"), ["met", "undetermined"])
            score = assess_data(book, s.submission(book, year=year, x="1"))["categories"][0]["score"]
            self.assertEqual(score, {"low": "40", "high": "40"})

    def test_choice_not_made(self):
        book = s.rulebook("open", [s.choice("c", "a", "b")], s.even([("i", s.choice_score("c", a="1", b="2"))]),
                          requirements=[s.requirement("r", "c in (a, b)"), s.requirement("n", "not c in (a, b)")])
        self.assertEqual(self.statuses(book), ["undetermined", "undetermined"])
        self.assertEqual(self.statuses(book, c="b"), ["met", "not_met"])

    def test_no_value(self):
        book = s.rulebook("lack", [s.number("x", least="0")], s.even([("i", s.linear("x"))]), requirements=[
            s.requirement("m", "1 / x > 2", when_undefined="met"), s.requirement("n", "not 1 / x > 2", when_undefined="met")],
                          routes=[s.route("one", "1 / x > 2"), s.route("two", "not 1 / x > 2")])
        self.assertEqual(self.statuses(book, x="0"), ["met", "not_met"])
        self.assertEqual(self.statuses(book), ["undetermined", "undetermined"])
        self.assertEqual(assess_data(book, s.submission(book, x="0"))["route"], "to_two")

    def test_last_year(self):
        book = s.rulebook("last", [s.number("m", "亿元", "0", units=["万元"])], s.even([("i", s.linear("last(m)", "0 亿元", "100 亿元"))]))
        for entry, points in (({"unit": "万元", "last": "500000"}, "50"), ({"last": "50"}, "50"),
                              ({"unit": "万元", "last": {"value": "50", "unit": "亿元"}}, "50"),
                              ({"value": "1", "unit": "亿元", "last": {"value": "1000", "unit": "万元"}}, "0.1")):
            result = assess_data(book, s.submission(book, m=entry))
            self.assertEqual(result["categories"][0]["score"], {"low": points, "high": points})


if __name__ == "__main__":
    unittest.main()
