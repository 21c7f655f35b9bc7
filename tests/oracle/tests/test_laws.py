"""Laws that must hold for any rulebook: ranges are sound, the inner result lies in the outer one, points add up."""
import io
import json
import random
import unittest
from unittest import mock

from oracle import compare, rulebook_parts as s
from oracle.__main__ import main
from oracle.assessment import Assessor
from oracle.rulebook import Book
from oracle.load_check import faults, submission_faults
from oracle.edges import everything, lines_of
from oracle.submission import Env
from oracle.generate import generate
from oracle.conditions import INNER, OUTER
from oracle.results import assess
from oracle.exact_ranges import BIG, is_inf

UNSURE = ("undetermined", None)
STATES = {("may_be_needed", "missing"), ("may_be_needed", "not_needed"), ("ready", "not_needed")}


def completed(env, rng):
    """The same submission with every unknown given some value of its range."""
    out = Env(env.book, {})
    out.__dict__.update(env.__dict__)
    out.memo, out.loose = {}, False

    def some(ends):
        low, high = ends
        if is_inf(low):
            low = min(high, 0) - BIG if not is_inf(high) else -BIG
        if is_inf(high):
            high = max(low, 0) + BIG
        return (low + (high - low) * rng.choice((0, 0, 1, 1, rng.randint(0, 20))) / 20
                if rng.random() < 0.6 else rng.choice((low, high)),) * 2

    keep = ("year",) if "year" not in env.book.figures else ()
    out.numbers = {k: v if k in keep else some(v) for k, v in env.numbers.items()}
    out.lasts = {k: some(v) for k, v in env.lasts.items()}
    out.choices = {k: v if v is not None or k == "category" else rng.choice(env.options[k])
                   for k, v in env.choices.items()}
    out.lists = {k: v if v is not None or k == "fields" else {o for o in env.options[k] if rng.random() < 0.5}
                 for k, v in env.lists.items()}
    if env.year is None:
        out.year = rng.choice((1900, 2016, 2018, 2019, 2020, 2021, 2022, 2024, 2999))
        out.numbers["year"] = (out.year, out.year)
    return out


class Laws(unittest.TestCase):
    def check(self, book, submission, rng, where):
        outer = assess(book, submission)
        self.assertEqual(list(compare.broken_sums(outer, outer["options_open"])), [], where)
        loose = compare.loose_places(outer)
        flat = compare.flat(outer)
        for place, (wide, narrow) in loose.items():
            if isinstance(wide, tuple):
                self.assertTrue(compare.between(narrow, wide, narrow), (where, place))
        for which in range(3):
            final = Assessor(completed(Env(book, submission), rng), OUTER).report()
            for place, value in compare.flat(final).items():
                expected = flat[place]
                if isinstance(value, tuple):
                    low, high = (compare.Fraction(x) for x in expected)
                    self.assertTrue(low <= compare.Fraction(value[0]) and compare.Fraction(value[1]) <= high,
                                    (where, place, value, expected))
                elif place.rsplit("/", 1)[-1] in ("status", "eligible", "fit", "route"):
                    if expected not in UNSURE:
                        self.assertEqual(value, expected, (where, place))
                elif place.endswith("/state") and value != expected:
                    self.assertIn((expected, value), STATES, (where, place))

    def run_lines(self, lines, seed):
        rng, books = random.Random(seed), {}
        for number, line in enumerate(lines):
            data = json.loads(line)
            if "define" in data:
                books[data["define"]] = Book(data["rulebook"])
            else:
                self.check(books[data["rulebook"]], data["submission"], rng, (number, data["rulebook"]))

    def test_random(self):
        self.run_lines(generate(7, 600), 7)

    def test_edges(self):
        self.run_lines(lines_of(everything()), 8)

    def test_rulebooks_load(self):
        for line in list(generate(11, 1200)) + list(lines_of(everything())):
            data = json.loads(line)
            if "define" in data:
                book = data["rulebook"]
                self.assertEqual(faults(book), [], data["define"])
            else:
                self.assertEqual(submission_faults(book, data["submission"]), [], data["rulebook"])

    def test_a_later_definition_replaces(self):
        lines = [json.dumps(line) for place in ("i", "j", None) for line in (
            {"define": "b", "rulebook": place and s.rulebook("b", [s.number("x")], s.even([(place, s.linear("x"))]))},
            {"rulebook": "b", "submission": {"figures": {"x": "1"}}})]
        out, wrong = io.StringIO(), io.StringIO()
        with mock.patch("sys.stdin", lines), mock.patch("sys.stdout", out), mock.patch("sys.stderr", wrong):
            main()
        found = [json.loads(line) for line in out.getvalue().splitlines()]
        self.assertEqual([r["categories"][0]["dimensions"][0]["indicators"][0]["id"] for r in found[:2]], ["i_i", "i_j"])
        self.assertIn("error", found[2])

    def test_deterministic(self):
        self.assertEqual(list(generate(3, 30)), list(generate(3, 30)))

    def test_enough_edges(self):
        self.assertGreaterEqual(sum(len(subs) for _, subs in everything()), 300)

    def test_comparer_sees_differences(self):
        book, subs = next(iter(everything()))
        report = assess(Book(book), subs[0])
        wrong = json.loads(json.dumps(report))
        self.assertEqual(compare.compare_pair(report, wrong)[0], [])
        wrong["requirements"][0]["status"] = "undetermined"
        wrong["categories"][0]["dimensions"][0]["indicators"][0]["score"]["high"] = "7.77"
        self.assertGreaterEqual(len(compare.compare_pair(wrong, report)[0]), 3)

    def test_inner_is_used(self):
        self.assertNotEqual(OUTER, INNER)


if __name__ == "__main__":
    unittest.main()
