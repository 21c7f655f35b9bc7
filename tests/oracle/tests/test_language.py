"""Every example of the page on the language."""
import re
import unittest

from oracle.conditions import INNER, OUTER, evaluate
from oracle.exact_ranges import both
from oracle.formulas import plain
from oracle.load_check import Clash, condition, kinds
from oracle.ranges import INF, NEG
from oracle.syntax import SyntaxFault, parse
from oracle.units import UnitError

from . import helpers

WORDS = {"true": True, "false": False, "undetermined": None}


def value_of(text, unit, units):
    """The value of a plain formula of numbers, such as `200 / 3 %`, or infinity."""
    if text.strip("-") == "∞":
        return NEG if text.startswith("-") else INF
    env = helpers.env_of("")
    return both(parse("%s %s" % (text, unit or ""), units), env)[OUTER][0]


class Language(unittest.TestCase):
    def test_examples(self):
        checked = 0
        for settings, text, result in helpers.examples():
            if re.fullmatch(r"[A-Z][A-Za-z]+", result):
                continue
            with self.subTest(settings=settings, text=text):
                env = helpers.env_of(settings)
                node = helpers.node_of(text, env)
                if result in WORDS:
                    for which in (OUTER, INNER):
                        self.assertIs(evaluate(node, env, which), WORDS[result])
                else:
                    self._range(node, env, result)
                checked += 1
        self.assertGreater(checked, 25)

    def test_examples_that_do_not_load(self):
        checked = 0
        for settings, text, result in helpers.examples():
            if not re.fullmatch(r"[A-Z][A-Za-z]+", result):
                continue
            with self.subTest(text=text):
                env = helpers.env_of(settings)
                if result == "MayBeUndefined":
                    divided = list(condition(helpers.node_of(text, env), env.book))
                    self.assertTrue(any(plain(node, helpers.env_of(""))[2] for node in divided))
                else:
                    with self.assertRaises((SyntaxFault, UnitError, Clash)):
                        node = helpers.node_of(text, env)
                        list(condition(node, env.book)) if is_condition(node) else kinds(node, env.book)
                checked += 1
        self.assertGreater(checked, 8)

    def _range(self, node, env, result):
        outer, inner = both(node, env)
        m = re.fullmatch(r"\[(.*), (.*)\](?: (.*))?", result)
        texts = [m.group(1), m.group(2)] if m else [result, result]
        ends = [value_of(t, m and m.group(3), env.book.units) for t in texts]
        self.assertEqual([outer[0], outer[1]], ends)
        self.assertTrue(outer[0] <= inner[0] <= inner[1] <= outer[1])
        if "- 150" not in node_text(node):
            self.assertEqual(outer, inner)


def is_condition(node):
    """Whether a node is written as a condition."""
    return node[0] in ("cmp", "is", "has", "not", "and", "or", "at_least", "const")


def node_text(node):
    """A mark of the one example whose range is wider than need be."""
    return "- 150" if node[0] == "*" and node[1][0] == "-" else ""


if __name__ == "__main__":
    unittest.main()
