"""Hand-made edge pairs as JSON lines: `python3 -m oracle.edges`.

This module holds those about numbers; `edges_rules` holds those about rules, `edges_lines` those about lines,
`edges_unknown` those about what is unknown, `edges_weights` those about weights that are not known.
"""
import json
import sys
from decimal import Decimal, getcontext

from . import rulebook_parts as s
from .edges_lines import LINES
from .edges_rules import RULES
from .edges_unknown import UNKNOWN
from .edges_weights import WEIGHTS
from .units import BUILT_IN

getcontext().prec = 60


def plainly(x):
    """A decimal as it is written, without an exponent."""
    return format(Decimal(x), "f")


def thresholds():
    """Values on a threshold and beside it, in the 28th digit and nearer, for every comparison and openness."""
    big, tiny = Decimal("1234567890123456.123456789012"), Decimal("0.000000000001")
    for name, edge in (("small", Decimal("30")), ("big", big), ("minus", -big), ("zero", Decimal(0))):
        text = plainly(edge)
        comparisons = [s.requirement("r%d" % i, "x %s %s" % (op, text))
                       for i, op in enumerate((">=", ">", "<=", "<", "=", "!="))]
        scores = [("up_below", s.bands("x", "0", ("<", text), "100")),
                  ("up_most", s.bands("x", "0", ("<=", text), "100")),
                  ("down_below", s.bands("x", "100", ("<", text), "0")),
                  ("down_most", s.bands("x", "100", ("<=", text), "0")),
                  ("narrow", s.bands("x", "0", ("<", text), "100", ("<=", plainly(edge + tiny)), "40", monotone=False)),
                  ("points", s.piecewise("x", (plainly(edge - tiny), "0"), (plainly(edge + tiny), "100")))]
        book = s.rulebook("edge-" + name, [s.number("x")], s.even(scores), requirements=comparisons)
        values = [edge, edge + tiny, edge - tiny, edge + 1, edge - 1, -edge, edge + 2 * tiny]
        subs = [s.submission(book, x=plainly(v)) for v in values]
        spans = [(edge, edge + tiny), (edge - tiny, edge), (edge - tiny, edge + tiny), (edge, edge)]
        subs += [s.submission(book, x={"between": [plainly(a), plainly(b)]}) for a, b in spans]
        subs += [s.submission(book, x={"between": [text, None]}), s.submission(book, x={"between": [None, text]}),
                 s.submission(book)]
        yield book, subs


def rounding():
    """Halves and their neighbours in every mode and at every number of places."""
    for mode in ("half_up", "half_even"):
        for places in range(7):
            unit = Decimal(1).scaleb(-places)
            book = s.rulebook("round-%s-%d" % (mode, places), [s.number("x", least="-100", most="100")],
                              s.even([("a", s.linear("x")), ("b", s.linear("-x")), ("c", s.linear("x + 50")),
                                      ("d", s.piecewise("x", ("-100", "0"), ("100", "100"))), ("e", s.linear("x"))]),
                              mode=mode, places=places)
            halves = [unit * k / 2 * scale for k in (1, 3, 5, 47, -1, -3) for scale in (5, 10)]
            values = [h for h in halves if abs(h) <= 99]
            values += [values[0] + Decimal("0.000000000001"), values[0] - Decimal("0.000000000001")]
            subs = [s.submission(book, x=plainly(v)) for v in values]
            subs.append(s.submission(book, x={"between": [plainly(values[1]), plainly(values[1] + unit)]}))
            yield book, subs
    for mode in ("half_up", "half_even"):
        book = s.rulebook("points-" + mode, [s.number("x", least="0", most="100")],
                          [s.dimension("only", "100", [s.indicator("a", "100", s.linear("x"))])], mode=mode)
        values = ["2.345", "2.355", "0.005", "0.015", "0.025", "99.995", "99.985", "2.3449999", "2.3450001", "0.0049",
                  "33.335"]
        subs = [s.submission(book, x=v) for v in values]
        subs += [s.submission(book, x={"between": ["2.345", "2.355"]}), s.submission(book, x=50),
                 s.submission(book, x={"value": "7"})]
        yield book, subs


def exact_arithmetic():
    """Numbers of 28 digits in products and quotients, and quotients that no decimal holds."""
    a, b = "1234567890123456.123456789012", "9876543210987654.987654321098"
    book = s.rulebook(
        "exact", [s.number("x", least="1"), s.number("y", least="1"), s.number("z", least="1")],
        s.even([("ratio", s.linear("x / y", "0", "1")), ("back", s.linear("x / y * y / x", "0", "2")),
                ("square", s.linear("x * x / (y * y)", "0", "1")), ("third", s.linear("x / 3 * 3 / x", "0", "2")),
                ("deep", s.linear("x * y * z / (x * y + z)", "0", "9876543210987654.987654321098"))]),
        requirements=[s.requirement("product", "x * y >= y * x"), s.requirement("more", "x * x > y * z"),
                      s.requirement("equal", "x / y = z / x"), s.requirement("third", "x / 3 * 3 = x"),
                      s.requirement("nearly", "x * z >= y * y"), s.requirement("sum", "1 / x + 1 / y > 1 / z")])
    subs = [s.submission(book, x=x, y=y, z=z)
            for x, y, z in ((a, b, "1"), (b, a, a), (a, a, a), ("3", "7", "1.285714285714"), ("6", "4", "9"),
                            ("1.000000000001", "1", "1.000000000002"), (b, b, "9999999999999999.999999999999"),
                            ("1", "9999999999999999.999999999999", "1"))]
    subs += [s.submission(book, x=a, y=b), s.submission(book, y=b), s.submission(book)]
    yield book, subs


def conversions():
    """Every built-in unit against every other one of its kind, and compound units."""
    kinds = {}
    for name, (factor, kind) in BUILT_IN.items():
        kinds.setdefault(kind, []).append((factor, name))
    for kind, names in sorted(kinds.items()):
        names = [n for _, n in sorted(names)]
        for number, own in enumerate(names):
            others = [n for n in names if n not in (own, "")]
            written = [n for n in names if n]
            requirements = [s.requirement("is%d" % i, "x >= 20 %s" % n) for i, n in enumerate(names) if n]
            top = "20 " + names[-1] if names[-1] else "20"
            book = s.rulebook("unit-%s%d" % ("plain" if not kind else "k%d" % (sorted(kinds).index(kind)), number),
                              [s.number("x", own, "0", "1000000000000000", units=others or None)],
                              s.even([("a", s.bands("x", "0", ("<", top), "100")), ("b", s.linear("x", "0 " + own, top))]),
                              requirements=requirements)
            subs = [s.submission(book, x={"value": "20", "unit": n}) for n in written]
            subs.append(s.submission(book, x="20"))
            subs.append(s.submission(book, x={"between": ["19.9", "20"], "unit": written[-1]}))
            yield book, subs
    book = s.rulebook(
        "unit-compound", [s.number("money", "亿元", "0", "100000"), s.number("people", "万人", "1", "4000"),
                          s.number("parcels", "亿件", "0", "1000"), s.number("energy", "万吨标准煤", "1", "10000"),
                          s.number("speed", "Mbps", "0", "10000"), s.number("area", "平方公里", "1", "100000")],
        s.even([("a", s.linear("per_head", "0 元/人", "30000 元/人")), ("b", s.linear("parcels / people", "0 件/人", "15 件/人")),
                ("c", s.linear("money / energy", "0 亿元/万吨标准煤", "1 亿元/万吨标准煤")),
                ("d", s.linear("people / area", "0 人/平方公里", "0.1 万人/平方公里")),
                ("e", s.linear("speed", "0 kbps", "1 Gbps"))]),
        derived=[s.derived("per_head", "万元/人", "money / people")],
        units=[{"unit": "吨标准煤", "of": "吨标准煤", "factor": "1", "label": s.words("t")},
               {"unit": "万吨标准煤", "of": "吨标准煤", "factor": "10000", "label": s.words("wt")}],
        requirements=[s.requirement("rich", "per_head >= 3 万元/人"), s.requirement("richer", "per_head > 30000 元/人"),
                      s.requirement("product", "money * people >= 300 亿元 * 1 万人"),
                      s.requirement("percent", "money / 1 亿元 >= 30000 %"),
                      s.requirement("mille", "money / 1 万元 > 3000000000 ‰")])
    yield book, [s.submission(book, money="300", people="100", parcels="0.15", energy="300", speed="500", area="1000"),
                 s.submission(book, money="300.01", people="100", parcels="0.1", energy="299", speed="1000", area="1"),
                 s.submission(book, money="299.99", people="100"), s.submission(book, people="100"),
                 s.submission(book, money={"between": ["250", "300"]}, people="100"), s.submission(book)]


NUMBERS = (thresholds, rounding, exact_arithmetic, conversions)


def lines_of(pairs):
    """JSON lines of `(rulebook, submissions)`: a definition, then its pairs."""
    for book, subs in pairs:
        yield json.dumps({"define": book["id"], "rulebook": book}, ensure_ascii=False)
        for sub in subs:
            yield json.dumps({"rulebook": book["id"], "submission": sub}, ensure_ascii=False)


def everything():
    """All edge pairs."""
    for make in NUMBERS + RULES + LINES + UNKNOWN + WEIGHTS:
        yield from make()


if __name__ == "__main__":
    for line in lines_of(everything()):
        sys.stdout.write(line + "\n")
