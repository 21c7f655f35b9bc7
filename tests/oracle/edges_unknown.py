"""Edge pairs about what is unknown: infinite ends, zero denominators, benchmarks and years, repeated unknowns."""
from . import rulebook_parts as s


def zero_denominators():
    """Divisions by zero in derived figures, requirements and indicators."""
    for undefined, percent, word in (("0 %", "0", "met"), ("50 %", "100", "not_met"), ("-250 %", "37.5", "met")):
        book = s.rulebook(
            "zero-%s" % percent.replace(".", "-"),
            [s.number("x", least="-100", most="100"), s.number("y", least="-10", most="10"), s.number("z", least="0"),
             s.choice("method", "given", "computed")],
            s.even([("a", s.linear("ratio", "0", "1")), ("b", s.linear("x / z", "0", "10"), percent),
                    ("c", s.bands("x / y", "0", ("<", "0"), "40", ("<", "5"), "100"), percent),
                    ("d", s.target("x", "z"), percent), ("e", s.growth("z", "20 %"), percent),
                    ("f", {"best_of": [s.linear("x / z", "0", "10"), s.linear("x")]}, percent),
                    ("g", {"sum_of": [{"percent": "40", "score": s.linear("z / y", "0", "10")},
                                      {"percent": "60", "score": s.linear("x")}]}, percent),
                    ("h", s.linear("choose(method, given: x, computed: 100 / z)"), percent),
                    ("i", s.linear("max(x, 1 / z)"), percent), ("j", s.linear("ratio + x / y", "0", "4"), percent)]),
            places=3, derived=[s.derived("ratio", "", "x / y", undefined)],
            requirements=[s.requirement("r1", "x / z >= 1", when_undefined=word), s.requirement("r2", "ratio > 1"),
                          s.requirement("r3", "x / y = 2 or z > 3", when_undefined=word),
                          s.requirement("r4", "not x / z < 1", when_undefined=word),
                          s.requirement("r5", "at_least(2, x / z > 0, z / y > 0, ratio >= 0)", when_undefined=word)])
        values = [("5", "0", "0"), ("5", "2", "4"), ("0", "0", "1"), ("-5", "-5", "0"), ("4", "2", "0"), (None, "0", "2"),
                  ("5", None, "2"), ("5", "2", None), (None, None, None), ("5", "0", None)]
        subs = [s.submission(book, method=m, x=x, y=y, z=z) for x, y, z in values for m in ("given", None)]
        subs += [s.submission(book, x="8", y={"between": list(b)}, z={"between": list(c), "last": "0"}, method="computed")
                 for b, c in ((("-1", "1"), ("0", "1")), (("0", "2"), ("1", "2")), (("-2", "0"), ("0", "0")),
                              (("1", "2"), ("4", "5")))]
        yield book, subs


def infinite_ends():
    """Figures without a least or a most in every operation, in bands and under a line."""
    book = s.rulebook(
        "infinite", [s.number("x"), s.number("up", least="2"), s.number("down", most="-2"),
                     s.number("fin", least="-3", most="5")],
        s.even([("sum", s.linear("x + up", "-10", "10")), ("prod", s.linear("up * down", "-100", "0")),
                ("zero", s.linear("0 * x", "-1", "1")), ("quot", s.linear("fin / up", "-2", "3")),
                ("neg", s.linear("up / down", "-5", "0")), ("inv", s.linear("1 / up", "0", "1")),
                ("least", s.linear("min(x, up, 7)", "0", "10")), ("most", s.linear("max(down, fin)", "-5", "5")),
                ("bands", s.bands("up", "0", ("<", "2"), "50", ("<=", "1000000"), "100")),
                ("fall", s.piecewise("x", ("-5", "100"), ("5", "0"))), ("mid", s.linear("fin * up", "-5", "5"))]),
        places=4, categories=[s.category("c", "50", [s.floor("50", "only"), s.floor("20", indicator="inv")])],
        requirements=[s.requirement(r, c) for r, c in (
            ("a", "up >= 2"), ("b", "up > 2"), ("c", "down < 0"), ("d", "1 / up > 0"), ("e", "1 / up >= 0"),
            ("f", "up > down"), ("g", "x = up"), ("h", "up != down"), ("i", "up * down <= -4"), ("j", "0 * x = 0"),
            ("k", "max(x, up) >= 2"), ("l", "min(x, down) <= -2"), ("m", "x > x"), ("n", "up - fin < -3"))])
    yield book, [s.submission(book), s.submission(book, x="3"), s.submission(book, up="2"), s.submission(book, down="-2"),
                 s.submission(book, fin="0"), s.submission(book, x={"between": [None, "0"]}),
                 s.submission(book, x={"between": ["0", None]}, up={"between": ["4", None]}),
                 s.submission(book, up={"between": [None, "4"]}, down={"between": [None, "-3"]}),
                 s.submission(book, x="1", up="2", down="-4", fin="-3"), s.submission(book, up="1000000", fin="5")]


def benchmarks():
    """Benchmarks with the year's own, an earlier, no value, and without a year."""
    book = s.rulebook(
        "years", [s.number("m", "亿元", "0", "1000"), s.number("n", "亿元", "0", "1000")],
        s.even([("a", s.linear("m / national", "0", "2")), ("b", s.linear("national", "0 亿元", "200 亿元"), "25"),
                ("c", s.target("m", "national")), ("d", s.target("m", "national"), "80"),
                ("e", s.linear("ratio", "0", "2")), ("f", s.linear("safe", "0", "2")),
                ("g", s.linear("year - 2000", "0", "50")), ("h", s.linear("m / national + n / other", "0", "4")),
                ("i", s.linear("national / other", "0", "3")),
                ("j", s.piecewise("m / national", ("0.5", "0"), ("1", "60"), ("2", "80")))]),
        places=3, benchmarks=[s.benchmark("national", "亿元", {"2019": "100", "2021": "120", "2024": "90"}),
                              s.benchmark("other", "亿元", {"2020": "50", "2022": "80"})],
        derived=[s.derived("ratio", "", "m / national"), s.derived("safe", "", "m / national", "75 %")],
        requirements=[s.requirement("r1", "m >= national"), s.requirement("r2", "m > national", when_undefined="met"),
                      s.requirement("r3", "ratio >= 1", when_undefined="not_met"), s.requirement("r4", "safe < 1"),
                      s.requirement("r5", "year >= 2021"), s.requirement("r6", "not m < national"),
                      s.requirement("r7", "m + n > national + other"), s.requirement("r8", "m > national or year > 2030"),
                      s.requirement("r9", "national >= national", when_undefined="not_met"),
                      s.requirement("r10", "year > 1899 and year < 3000")],
        routes=[s.route("one", "m > 2 * national"), s.route("two", "m > national"), s.route("three", "true")])
    subs = []
    for year in (2019, 2020, 2021, 2018, 2025, 2024, None):
        subs += [s.submission(book, year=year, m=m, n=n) for m, n in (("120", "60"), (None, "60"), ("500", None), ("10", "0"))]
    yield book, subs


def repeated():
    """Growth, shares and other formulas that use an unknown more than once."""
    book = s.rulebook(
        "repeated", [s.number("a", "万人", "0"), s.number("b", "万人", "1"), s.number("c", "万人", "1", "500"),
                     s.number("v", least="-10", most="10"), s.choice("method", "one", "two")],
        s.even([("share", s.linear("a / (a + b)", "0 %", "100 %")), ("other", s.linear("share_of_b", "0", "1")),
                ("same", s.linear("c - c", "-1 万人", "1 万人")), ("square", s.linear("v * v", "-100", "100")),
                ("cubic", s.linear("v * v * v + v", "-1010", "1010")), ("hump", s.linear("v * (10 - v)", "-200", "50")),
                ("growth", s.linear("growth(b) * 2 - growth(b)", "0 %", "20 %")),
                ("mean", s.linear("(b - c) / (b + c)", "-1", "1")), ("inner", s.linear("min(v, 3) + v", "-20", "13")),
                ("choice", s.linear("choose(method, one: a, two: b) / b", "0", "2")),
                ("twice", s.linear("choose(method, one: v, two: 1) - choose(method, one: v, two: 2)", "-12", "12")),
                ("three", s.linear("(b + c) / (a + b + c)", "0", "1")), ("unit", s.linear("c / c", "0", "2"))]),
        places=4, derived=[s.derived("share_of_b", "%", "b / (b + c)"), s.derived("double", "", "share_of_b * 2")],
        requirements=[s.requirement(r, c) for r, c in (
            ("r1", "a >= a"), ("r2", "a > a"), ("r3", "a + b >= a"), ("r4", "b / (a + b) <= 1"), ("r5", "double > share_of_b"),
            ("r6", "b = b"), ("r7", "b != b"), ("r8", "v * v >= 0"), ("r9", "2 * c > c"), ("r10", "a / b <= (a + c) / b"),
            ("r11", "max(v, 0) >= v"), ("r12", "a > c or not a > c"))])
    subs = [s.submission(book), s.submission(book, a="300"), s.submission(book, b="10"), s.submission(book, c="100"),
            s.submission(book, a={"between": ["100", "200"]}, b={"between": ["100", "300"]}),
            s.submission(book, v={"between": ["1", "4"]}, method="one"), s.submission(book, v={"between": ["-4", "-1"]}),
            s.submission(book, v={"between": ["-1", "4"]}, method="two", a="0"), s.submission(book, v="3", method="two"),
            s.submission(book, b={"value": "110", "last": "100"}),
            s.submission(book, b={"between": ["110", "120"], "last": "100"}),
            s.submission(book, b={"value": "110", "last": {"between": ["100", "105"]}}, c={"between": ["1", "2"]}),
            s.submission(book, c={"between": ["5", "5"]}, a={"between": ["0", "1"]}),
            s.submission(book, a="1", b={"value": "2", "last": "2"}, c="3", v="4", method="one")]
    yield book, subs


def conditions():
    """Every operator of conditions on knowns and unknowns."""
    book = s.rulebook(
        "conditions", [s.yes_no("p"), s.yes_no("q"), s.choice("level", "top", "middle", "low"),
                       s.checklist("acts", "a", "b", "c"), s.number("x", least="0", most="100")],
        s.even([("i", s.linear("x"))]),
        requirements=[s.requirement("r%d" % i, c) for i, c in enumerate((
            "p and q", "p or q", "not p", "not (p or q)", "p or not p", "p and not p or q", "not p and q", "at_least(1, p, q)",
            "at_least(2, p, q, x > 50)", "at_least(3, p, q, acts has a)", "level is top", "level in (top, low)",
            "level in (top, middle, low)", "not level is low", "acts has a", "acts has a and acts has b",
            "count(acts) >= 2", "count(acts) > 3", "count(acts) <= 3", "x >= 50", "x > 100", "x >= 0", "x <= 100", "x < 0",
            "x = 50", "x != 50", "true", "false or p", "not not p", "p and (q or x >= 50)", "count(acts) * x > 100",
            "(x + 10) * 2 >= 120 or (p)", "not x > 50 and not x < 50"))])
    subs = [s.submission(book, p=p, q=q, x=x, level=level, acts=acts)
            for p, q in ((True, True), (True, None), (None, False), (None, None), (False, False))
            for x, level, acts in (("50", "top", ["a"]), (None, None, None), ({"between": ["50", "60"]}, "low", ["a", "b"]))]
    yield book, subs + [s.submission(book, acts=[]),
                        s.submission(book, acts={"value": ["b", "c"]}, level={"value": "middle"}),
                        s.submission(book, x={"between": ["40", "50"]}, level=None, acts={"state": "not_collected"})]


def choices():
    """Formulas by the option of a choice, open and made, and estimates."""
    book = s.rulebook(
        "choices", [s.choice("method", "published", "computed"), s.number("g", "%", "-100", "1000"),
                    s.number("rev", "亿元", "1"), s.checklist("acts", "a", "b", "c"), s.number("k", "个", "0", "20")],
        s.even([("a", s.bands("rate", "0", ("<", "0 %"), "33.3", ("<=", "10 %"), "66.7", ("<", "20 %"), "100")),
                ("b", s.linear("rate", "0 %", "20 %")), ("c", s.linear("count(acts) * 10", "0", "40")),
                ("d", s.per_unit("k + count(acts) * 1 个", "1 个", "1", "10"))]),
        derived=[s.derived("rate", "%", "choose(method, published: g, computed: growth(rev))")],
        requirements=[s.requirement("r1", "rate >= 10 %"), s.requirement("r2", "method is published or rate > 0 %"),
                      s.requirement("r3", "choose(method, published: 1, computed: 2) >= 1")])
    subs = [s.submission(book, method=m, g=g, rev=rev, acts=a) for m in ("published", "computed", None)
            for g, rev, a in (("10", {"value": "110", "last": "100"}, ["a"]), (None, {"value": "120", "last": "100"}, None),
                              ("20", None, []),
                              ({"between": ["9", "10.1"]}, {"between": ["110", None], "last": "100"}, ["a", "b", "c"]),
                              ("-0.1", {"value": "120", "last": None}, None))]
    yield book, subs


def open_choices():
    """A choice that is not made, asked for some, for all but one and for all of its options."""
    book = s.rulebook("open-choices", [s.choice("two", "a", "b"), s.choice("three", "a", "b", "c"), s.yes_no("p")],
                      s.even([("i", s.choice_score("two", a="10", b="30")), ("j", s.choice_score("p", yes="9", no="0"))]),
                      categories=[s.category("k"), s.category("l")],
                      requirements=[s.requirement("r%d" % i, c) for i, c in enumerate((
                          "two in (a, b)", "not two in (a, b)", "two is a or two is b", "three in (a, b, c)",
                          "not three in (a, b)", "at_least(2, three in (a, b, c), two in (b, a), p)",
                          "three in (a, b, c) or p", "category in (k, l)", "not category in (k, l)", "category is k"))],
                      routes=[s.route("one", "not two in (a, b)"), s.route("two", "three in (c, a, b)"),
                              s.route("three", "true")])
    yield book, [s.submission(book, two=two, three=three, p=p, category=c) for c in (None, "k") for two in (None, "b")
                 for three in (None, "c") for p in (None, True)]


def last_year():
    """Last year's value: bare in an object with a unit, with its own unit, estimated, and beyond nothing but the
    domain."""
    book = s.rulebook("last-year", [s.number("m", "亿元", "1", "1000", units=["万元", "元"]),
                                    s.number("n", "%", "0", "100")],
                      s.even([("growth", s.growth("m", "20 %")), ("last", s.linear("last(m)", "0 亿元", "1000 亿元")),
                              ("part", s.linear("last(n)", "0 %", "100 %")), ("rise", s.linear("n - last(n)", "-1", "1"))]),
                      requirements=[s.requirement("ten", "last(m) >= 100 亿元"), s.requirement("up", "growth(m) >= 10 %"),
                                    s.requirement("domain", "last(m) <= 1000 亿元 and last(n) >= 0 %")], places=4)
    objects = [{"value": "1100000", "unit": "万元", "last": "1000000"}, {"value": "110", "last": "100"},
               {"value": "1100000", "unit": "万元", "last": {"value": "100", "unit": "亿元"}},
               {"value": "110", "unit": "亿元", "last": {"value": "1000000", "unit": "万元"}},
               {"value": "110", "last": {"value": "10000000000", "unit": "元"}},
               {"value": "1100000", "unit": "万元", "last": 1000000},
               {"value": "1100000", "unit": "万元", "last": {"value": "1000000"}},
               {"value": "1100000", "unit": "万元", "last": {"between": ["990000", "1000000"]}},
               {"between": ["1090000", "1110000"], "unit": "万元", "last": "1000000"},
               {"between": ["1090000", None], "unit": "万元", "last": {"between": [None, "100"], "unit": "亿元"}},
               {"unit": "万元", "last": "1000000"}, {"last": "100"}, {"value": "110", "last": {"state": "not_collected"}},
               {"value": "110", "unit": "亿元", "last": None}, {"state": "not_collected", "last": "99.99"}]
    subs = [s.submission(book, m=m) for m in objects]
    yield book, subs + [s.submission(book, n={"value": "0.5", "unit": "%", "last": "0.4"}), s.submission(book, n="50")]


def no_value():
    """Comparisons without a value, above and below a `not`, in requirements and routes."""
    texts = ("x / z > 1", "not x / z > 1", "not (x / z > 1 or p)", "not (x / z > 1 and x / z < 5)", "not not x / z = 1",
             "x / z > 1 or not x / z > 1", "at_least(2, not x / z > 1, not x / z <= 1, p)", "x / z > 1 and not p",
             "not x > national", "x > national or p", "not x / national > 1")
    for word in ("met", "not_met"):
        book = s.rulebook("no-value-" + word, [s.number("x", least="0", most="100"), s.number("z", least="0"), s.yes_no("p")],
                          s.even([("i", s.linear("x"))]),
                          benchmarks=[s.benchmark("national", "", {"2020": "10", "2023": "20"})],
                          requirements=[s.requirement("r%d" % i, c, when_undefined=word) for i, c in enumerate(texts)],
                          routes=[s.route("w%d" % i, "(%s) and not p" % c) for i, c in enumerate(texts[:3] + texts[5:6])]
                          + [s.route("late", "not x > national"), s.route("rest", "not x / z > 3")])
        subs = [s.submission(book, year, x=x, z=z, p=p) for year in (2021, 2019, None) for p in (True, False, None)
                for x, z in (("10", "0"), ("0", "0"), ("10", "4"), ("10", None), ("15", {"between": ["0", "3"]}),
                             (None, "0"))]
        yield book, subs


def first_degree():
    """Weighted means and choices that are used more than once: corners of unknowns without one direction."""
    twice = "choose(m, one: %s, two: %s) - choose(m, one: %s, two: %s)"
    texts = ("a * w + b * (1 - w)", "(a * w + b * (1 - w)) / c", "(a * w + b * (1 - w)) / (a + c)",
             "choose(m, one: a * w + b * (1 - w), two: w)", "choose(m, one: a - 2 * w * a, two: w * b - w)",
             "(w * v + (1 - w) * (v - 1)) * c", "a * w * w + b * (1 - w)", "free * w + b * (1 - w)",
             "(a * w + b * (1 - w)) * (free - 10)", "v * w - v", "(v - 1) * (w - 1 / 2) + v * w", "(a - b * v) / (c + b)",
             twice % ("v", "1", "v", "2"), twice % ("w", "3", "w * 2", "3 - w"), twice % ("w * w", "0", "0", "w * w"),
             twice % ("v * w", "b", "a", "v"), twice % ("w * w", "3", "w", "3"), twice % ("1", "2", "min(v, 1)", "v"))
    unsafe = ("choose(m, one: a / z, two: w - w * 2)", "choose(m, one: 1 / z, two: 5) * choose(m, one: 7, two: w)",
              "choose(m, one: 1 / z, two: 2) - choose(m, one: 3, two: w / z)")
    book = s.rulebook(
        "first-degree", [s.number("a", least="100", most="200"), s.number("b", least="50", most="400"),
                         s.number("c", least="1", most="8"), s.number("w", least="0", most="1"),
                         s.number("v", least="-10", most="10"), s.number("free", least="100"), s.number("z", least="0"),
                         s.choice("m", "one", "two")],
        s.even([("i%d" % i, s.linear(text, "-500", "1000")) for i, text in enumerate(texts)]
               + [("u%d" % i, s.linear(text, "-10", "40"), "30") for i, text in enumerate(unsafe)]),
        places=4,
        requirements=[s.requirement("r%d" % i, c) for i, c in enumerate((
            "a * w + b * (1 - w) >= 50", "a * w + b * (1 - w) <= 400", "a * w + b * (1 - w) > 100", "a * w <= b - b * w",
            "choose(m, one: v, two: 1) <= choose(m, one: v, two: 2)", "free * w + b * (1 - w) >= 50", "a * w + 1 > w * b"))]
        + [s.requirement("n%d" % i, "%s >= 0" % text, when_undefined="not_met") for i, text in enumerate(unsafe)])
    knowns = ({}, {"m": "one"}, {"m": "two"}, {"w": "0.3"}, {"a": "150"}, {"b": {"between": ["100", "110"]}}, {"z": "0"},
              {"z": "0", "m": "one"}, {"z": "2"}, {"z": {"between": ["1", "2"]}, "w": {"between": ["0.2", "0.4"]}},
              {"free": {"between": ["100", "300"]}, "v": {"between": ["1", "3"]}}, {"v": {"between": ["0", "1"]}, "c": "2"},
              {"a": "150", "b": "150"}, {"a": "120", "b": "60", "c": "4", "w": "0.5", "v": "2", "free": "200", "z": "5"})
    yield book, [s.submission(book, **known) for known in knowns]


UNKNOWN = (zero_denominators, infinite_ends, benchmarks, repeated, first_degree, conditions, choices, open_choices,
           last_year, no_value)
