"""The parts one by one: numbers, units, syntax, ranges, repeated unknowns."""
import unittest
from fractions import Fraction as F

from oracle import ranges as R
from oracle.conditions import INNER, OUTER, compare, evaluate
from oracle.rational_functions import corner_limits, sign_on
from oracle.syntax import SyntaxFault, parse
from oracle.exact_ranges import both
from oracle.formulas import plain
from oracle.units import UnitError, Units

from . import helpers


class Numbers(unittest.TestCase):
    def test_text(self):
        for x, text in ((F(0), "0"), (F(-1, 4), "-0.25"), (F(1200), "1200"), (F(5, 2), "2.5"), (F(1, 10 ** 6), "0.000001")):
            self.assertEqual(R.decimal_text(x), text)
        self.assertRaises(ValueError, R.decimal_text, F(1, 3))

    def test_rounding(self):
        cases = (("2.345", 2, "2.35", "2.34"), ("2.355", 2, "2.36", "2.36"), ("-2.345", 2, "-2.35", "-2.34"),
                 ("0.5", 0, "1", "0"), ("1.5", 0, "2", "2"), ("2.3449999", 2, "2.34", "2.34"), ("-0.5", 0, "-1", "0"))
        for x, places, up, even in cases:
            self.assertEqual(R.decimal_text(R.round_places(F(x), places, "half_up")), up)
            self.assertEqual(R.decimal_text(R.round_places(F(x), places, "half_even")), even)

    def test_ranges(self):
        self.assertEqual(R.reciprocal((F(0), F(2), False)), (F(1, 2), R.INF, True))
        self.assertEqual(R.reciprocal((F(-2), F(0), False)), (R.NEG, F(-1, 2), True))
        self.assertEqual(R.reciprocal((F(-2), F(2), False)), (R.NEG, R.INF, True))
        self.assertEqual(R.reciprocal((F(2), R.INF, False)), (F(0), F(1, 2), False))
        self.assertEqual(R.reciprocal(R.point(F(0))), R.NOTHING)
        self.assertEqual(R.mul(R.point(F(0)), (R.NEG, R.INF, False)), (F(0), F(0), False))
        self.assertEqual(R.mul((F(-1), R.INF, False), (F(-2), F(3), False)), (R.NEG, R.INF, False))

    def test_units(self):
        units = Units([{"unit": "万吨", "of": "吨", "factor": "10000"}, {"unit": "吨", "of": "吨", "factor": "1"}])
        self.assertEqual(units.quantity("3 万元/万人"), (F(3), (("人", -1), ("元", 1))))
        self.assertEqual(units.quantity("-5 ‰")[0], F(-1, 200))
        self.assertEqual(units.quantity("2 亿元/万吨"), (F(20000), (("元", 1), ("吨", -1))))
        self.assertRaises(UnitError, units.quantity, "1 斤")
        self.assertRaises(UnitError, units.quantity, "1 元*人")

    def test_syntax(self):
        units = Units()
        self.assertEqual(parse("a + b * -c", units), ("+", ("name", "a"), ("*", ("name", "b"), ("neg", ("name", "c")))))
        self.assertEqual(parse("not a and b or c", units)[0], "or")
        self.assertEqual(parse("(a + b) * 2 >= 3", units)[0], "cmp")
        for sign, same in (("≥", ">="), ("≤", "<="), ("≠", "!=")):
            for left in ("3 人", "3", "a", "3 人/户 ", "a) * (b"):
                self.assertEqual(parse("(%s)%s2 人" % (left, sign), units), parse("(%s) %s 2 人" % (left, same), units))
                self.assertEqual(parse("%s%s2 人" % (left.split(")")[0], sign), units)[:2], ("cmp", same))
        for bad in ("a +", "a b", "1 元*人 > 0", "(a", "min(a", "a in b", "? a"):
            self.assertRaises(SyntaxFault, parse, bad, units)

    def test_comparisons(self):
        a, b = (F(1), F(2), False), (F(2), F(3), False)
        self.assertEqual([compare(op, a, b) for op in (">=", ">", "<=", "<", "=", "!=")],
                         [None, False, True, None, None, None])


class Repeated(unittest.TestCase):
    def ranges(self, text, settings=""):
        env = helpers.env_of(settings)
        node = parse(text, env.book.units)
        return [v[:2] for v in both(node, env)]

    def test_share_is_exact(self):
        settings = "urban between 0 100 万人"
        self.assertEqual(self.ranges("population / (urban + population)", settings)[OUTER], (F(1, 101), F(1)))

    def test_undefined_corner_is_only_sandwiched(self):
        outer, inner = self.ranges("urban / (urban + rural)")
        self.assertEqual((outer, inner), ((F(0), R.INF), (F(0), F(1))))

    def test_square(self):
        outer, inner = self.ranges("(share - 0.5) * (share - 0.5)")
        self.assertEqual((outer, inner), ((F(-1, 4), F(1, 4)), (F(0), F(1, 4))))

    def test_monotone_square(self):
        self.assertEqual(self.ranges("share * share - share * 3"), [(F(-2), F(0))] * 2)

    def exact(self, text, settings, *ends):
        self.assertEqual(self.ranges(text, settings), [tuple(F(e) for e in ends)] * 2)

    def test_weighted_mean(self):
        mean = "sales * share + 2 * sales * (1 - share)"
        self.exact(mean, "sales between 1 3 元", 1, 6)
        self.exact("(%s) / 2 元" % mean, "sales between 1 3 元, share between 50 100 %", "1/2", "9/4")
        mean = "urban * share + rural * (1 - share)"
        self.exact(mean, "urban between 10 20 人, rural between 30 40 人", 10, 40)
        self.exact("(%s) / population" % mean, "urban between 1 2 万人, rural between 3 4 万人, population between 2 5 万人",
                   "1/5", 2)

    def test_weighted_mean_without_end(self):
        self.exact("urban * share + rural * (1 - share)", "rural between 30 40 人, urban between 20 40000 人", 20, 40000)
        book = helpers.Book({"rounding": {"mode": "half_up", "indicator": 2}, "figures": [
            helpers.number("a", "", "100"), helpers.number("b", "", "50", "400"), helpers.number("w", "", "0", "1"),
            helpers.number("v", "", "0")]})
        env = helpers.env_of("", book)
        for text, ends in (("a * w + b * (1 - w)", (F(50), R.INF)), ("b * (w - 1) - a * w", (R.NEG, F(-50)))):
            self.assertEqual([v[:2] for v in both(parse(text, book.units), env)], [ends] * 2)
        node = parse("(w - 0.5) / (v + 1) + v - v", book.units)
        self.assertEqual(both(node, env), (plain(node, env), (F(-1, 2), F(1, 2), False)))

    def test_second_degree_without_direction(self):
        outer, inner = self.ranges("urban * share * share + rural * (1 - share)", "urban = 10 人, rural = 10 人")
        self.assertEqual(outer, (F(0), F(20)))
        self.assertTrue(outer[0] < inner[0] <= inner[1] < outer[1])

    def test_repeated_choice(self):
        twice = "choose(method, published: %s, computed: %s) - choose(method, published: %s, computed: %s)"
        self.exact(twice % ("share", "1", "share", "2"), "", -1, 0)
        self.exact(twice % ("share", "3", "share * 2", "3 - share"), "", -1, 1)
        self.exact(twice % ("share * share", "0", "0", "share * share"), "", -1, 1)
        outer, inner = self.ranges(twice % ("share * share", "3", "share", "3"))
        self.assertEqual((outer, inner), ((F(-3), F(3)), (F(-1, 4), F(0))))

    def test_options_that_pull_in_opposite_directions(self):
        self.exact("choose(method, published: share, computed: 1 - share) * 2", "", 0, 2)
        self.exact("choose(method, published: share + share, computed: 3 - 2 * share) * 2", "", 0, 6)

    def test_option_without_value(self):
        env = helpers.env_of("urban = 0 人")
        for text, ends in (("choose(method, published: rural / urban, computed: share - share * 2)", (F(-1), F(0), True)),
                           ("choose(method, published: 1 / urban, computed: 5 / 1 人) * choose(method, published: 7, "
                            "computed: share)", (F(0), F(5), True)),
                           ("choose(method, published: 1 / urban, computed: 5 / 1 人) * choose(method, published: 7 人, "
                            "computed: 1 / urban)", R.NOTHING)):
            self.assertEqual(both(parse(text, env.book.units), env), (ends, ends))

    def test_limits(self):
        x, one = {(1,): F(1)}, {(0,): F(1)}
        self.assertEqual(corner_limits(x, {(1,): F(1), (0,): F(1)}, [(F(0), R.INF)]), {F(0), F(1)})
        self.assertEqual(corner_limits(one, x, [(F(0), R.INF)]), {R.INF, F(0)})
        self.assertEqual(corner_limits({(2,): F(1)}, one, [(R.NEG, F(1))]), {R.INF, F(1)})
        product, unit, free = {(1, 1): F(1)}, {(0, 0): F(1)}, (F(0), R.INF)
        self.assertEqual(corner_limits(product, unit, [free, (F(0), F(1))]), {R.INF, F(0)})
        self.assertEqual(corner_limits(product, unit, [free, (F(-1), F(1))]), {R.INF, R.NEG, F(0)})
        self.assertEqual(corner_limits({(1, 2): F(1), (1, 1): F(-1)}, unit, [free, (F(0), F(2))]), {R.INF, F(0)})
        self.assertIn(None, corner_limits({(1, 3): F(2), (1, 2): F(-3), (1, 1): F(1)}, unit, [free, (F(0), F(1))]))

    def test_signs(self):
        self.assertEqual(sign_on({(1, 0): F(1), (0, 1): F(1)}, [(F(0), R.INF), (F(1), F(2))]), 1)
        self.assertIsNone(sign_on({(1,): F(1), (0,): F(-1)}, [(F(0), F(2))]))
        self.assertEqual(sign_on({(1,): F(1), (0,): F(-1)}, [(R.NEG, F(1))]), -1)

    def test_difference(self):
        env = helpers.env_of("")
        for which in (OUTER, INNER):
            self.assertIs(evaluate(parse("urban + 1 人 > urban", env.book.units), env, which), True)


if __name__ == "__main__":
    unittest.main()
