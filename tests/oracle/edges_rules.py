"""Edge pairs about rules: score functions, groups, categories, fields, routes; `edges_lines` holds those about lines."""
from . import rulebook_parts as s

GRADES = {"none": "0", "good": "70", "best": "100"}


def _grade(ident):
    return s.choice(ident, "none", "good", "best")


def score_functions():
    """Every score function at, between and beyond its marks."""
    book = s.rulebook(
        "functions", [s.number("x", least="-100", most="100"), s.number("money", "亿元", "1"), s.number("n", "个", "0"),
                      s.yes_no("built"), _grade("grade"), s.checklist("acts", "a", "b", "c")],
        s.even([("bands", s.bands("x", "0", ("<", "-10"), "20", ("<=", "10"), "50", ("<", "20"), "100")),
                ("scale", s.bands("x", "1", ("<", "0"), "3", ("<", "50"), "4", out_of="4")),
                ("hump", s.piecewise("x", ("-10", "0"), ("0", "100"), ("10", "30"), monotone=False)),
                ("units", s.per_unit("n", "1 个", "2", "6")), ("share", s.per_unit("n", "3 个", "0.5", "6", out_of="9")),
                ("goal", s.target("money", "money_goal")), ("from", s.target("x", "50", **{"from": "-50"})),
                ("part", s.target("money", "2 * money_goal", most="80")), ("nil", s.target("x", "50", most="0")),
                ("growth", s.growth("money", "20 %")),
                ("least", s.growth("money", "20 %", **{"from": "-5 %"})),
                ("rubric", s.choice_score("grade", **GRADES)), ("done", s.choice_score("built", yes="90", no="10")),
                ("list", s.checklist_score("acts", {"a": "20", "b": "30", "c": "60"})),
                ("capped", s.checklist_score("acts", {"a": "2", "b": "3", "c": "4"}, cap="6", out_of="8")),
                ("best", {"best_of": [s.linear("x"), s.choice_score("built", yes="50", no="0"),
                                      s.choice_score("grade", **GRADES)]}),
                ("sum", {"sum_of": [{"percent": "33.3", "score": s.linear("x")},
                                    {"percent": "66.7", "score": {"best_of": [s.per_unit("n", "1 个", "1", "3"),
                                                                              s.growth("money", "10 %")]}}]})]),
        places=3, derived=[s.derived("money_goal", "亿元", "120 亿元")])
    full = dict(money={"value": "90", "last": "80"}, n="2", built=True, grade="good", acts=["a", "c"])
    subs = [s.submission(book, x=x, **full) for x in ("-10", "-10.1", "10", "10.1", "20", "0", "50", "-50", "100", "5")]
    for key in full:
        subs.append(s.submission(book, x="3", **{k: v for k, v in full.items() if k != key}))
    subs += [s.submission(book, x="1", **dict(full, n=n)) for n in ("0", "3", "3.5", "54", "1000")]
    subs += [s.submission(book, x="1", **dict(full, acts=a)) for a in ([], ["b"], ["a", "b", "c"], None)]
    subs += [s.submission(book, x="1", **dict(full, money=m)) for m in
             ({"value": "96", "last": "80"}, {"value": "80", "last": "80"}, {"value": "76", "last": "80"}, "120", "240",
              {"between": ["100", "130"], "last": {"between": ["100", "110"]}}, {"value": "10000", "unit": "亿元"},
              {"value": "88", "last": {"value": "80", "unit": "亿元"}}, {"last": "80"})]
    subs += [s.submission(book, x={"between": [a, b]}) for a, b in (("-10", "10"), ("-11", "-10"), ("10", "20"), ("-1", "1"))]
    yield book, subs + [s.submission(book), s.submission(book, grade={"value": "best"}, built=False)]


def groups():
    """Groups three levels deep, and points that are rounded before they are summed."""
    leaf = [s.indicator("l%d" % i, "3.33", s.linear("x")) for i in range(3)]
    level3 = s.indicator("third", "9.99", indicators=leaf)
    level2 = s.indicator("second", "30", indicators=[level3, s.indicator("m", "20.01", s.linear("y"))])
    level1 = s.indicator("first", "60", indicators=[level2, s.indicator("k", "30", s.linear("x + y", "0", "200"))])
    for mode in ("half_up", "half_even"):
        book = s.rulebook("groups-" + mode, [s.number("x", least="0", most="100"), s.number("y", least="0", most="100")],
                          [s.dimension("one", "60", [level1]),
                           s.dimension("two", "40", [s.indicator("z", "40", s.linear("y"))])], mode=mode, places=1)
        yield book, [s.submission(book, x="50", y="50"), s.submission(book, x="45.045", y="12.5"),
                     s.submission(book, x="1.5"),
                     s.submission(book, y={"between": ["0.125", "0.625"]}), s.submission(book)]


def categories():
    """Categories that choose fields with none, one and several chosen; by_field; requirements of fields."""
    by_field = {"by_field": {"life": s.choice_score("life_grade", **GRADES), "trade": s.choice_score("trade_grade", **GRADES),
                             "public": s.linear("x")}}
    mixed = {"sum_of": [{"percent": "50", "score": by_field}, {"percent": "50", "score": s.linear("x")}]}
    book = s.rulebook(
        "fields", [_grade("life_grade"), _grade("trade_grade"), s.number("x", least="0", most="100"), s.yes_no("plan")],
        [s.dimension("demo", {"whole": "50", "part": "70", "late": "60"},
                     [s.indicator("show", {"whole": "30", "part": "60", "late": "20"}, by_field),
                      s.indicator("mix", {"whole": "20", "part": "10", "late": "40"}, mixed)]),
         s.dimension("rest", {"whole": "50", "part": "30", "late": "40"},
                     [s.indicator("r", {"whole": "50", "part": "30", "late": "40"}, s.linear("x"))])],
        fields=[s.field("life", [s.floor("70", indicator="show")]), s.field("trade", [s.floor("71", indicator="mix")]),
                s.field("public")],
        categories=[s.category("whole", "50", [s.floor("40", indicator="show")]),
                    s.category("part", "55", [s.floor("30", "rest")], chooses=True),
                    s.category("late", "60", chooses=True)],
        requirements=[s.requirement("planned", "plan", categories=["part", "late"], fields=["trade"]),
                      s.requirement("real", "not life_grade is none", fields=["life"]),
                      s.requirement("assumed", "x >= 40", official=False, categories=["late"]),
                      s.requirement("for_all", "x >= 10"), s.requirement("one", "count(fields) >= 1"),
                      s.requirement("two", "count(fields) >= 2", categories=["late"]),
                      s.requirement("life", "fields has life or x > 45", effect="hint")],
        routes=[s.route("first", "category is whole"), s.route("second", "fields has life"), s.route("third", "true")])
    full = dict(life_grade="good", trade_grade="best", x="50", plan=True)
    subs = []
    for chosen in (None, [], ["life"], ["trade"], ["public"], ["life", "trade"], ["trade", "life"],
                   ["life", "trade", "public"]):
        subs.append(s.submission(book, fields=chosen, **full))
        subs.append(s.submission(book, fields=chosen))
        subs.append(s.submission(book, fields=chosen, x="40", life_grade="best", category="part"))
        subs.append(s.submission(book, fields=chosen, x="5", plan=False, life_grade="none", category="whole"))
        subs.append(s.submission(book, fields=chosen, x={"between": ["60", "80"]}, plan=False, trade_grade="none"))
    yield book, subs


def names_kept():
    """Conditions and formulas by the names `category` and `fields`, which stay what the submission says also where a
    field is scored alone; a category without fields to choose has none that must fit."""
    part = {"by_field": {"life": s.linear("x"), "trade": s.linear("y"), "public": s.choice_score("g", **GRADES)}}
    book = s.rulebook(
        "names", [s.number("x", least="0", most="100"), s.number("y", least="0", most="100"), _grade("g")],
        s.even([("part", part), ("counted", s.linear("count(fields)", "0", "3")),
                ("named", s.linear("choose(category, whole: x, part: y)")),
                ("both", {"best_of": [part, s.linear("count(fields) * 20")]})]),
        fields=[s.field(f, [s.floor("50", indicator="part")]) for f in ("life", "trade", "public")],
        categories=[s.category("whole", "50", [s.floor("10", indicator="both")]), s.category("part", "50", chooses=True)],
        requirements=[s.requirement(r, c, fields=f, categories=k) for r, c, f, k in (
            ("has_life", "fields has life", ["life"], None), ("no_trade", "not fields has trade", ["life", "trade"], None),
            ("one", "count(fields) = 1", None, ["part"]), ("few", "count(fields) <= 2", ["trade", "public"], ["part"]),
            ("whole", "category is whole", None, ["whole"]), ("any", "category in (whole, part)", None, None),
            ("never", "false", ["public"], ["whole"]))])
    subs = [s.submission(book, category=c, fields=f, **figures)
            for c in (None, "whole", "part") for f in (None, [], ["life"], ["public", "trade"], ["life", "trade", "public"])
            for figures in ({"x": "60", "y": "40", "g": "best"}, {"y": {"between": ["40", "60"]}, "g": "none"})]
    yield book, subs


def routes():
    """Routes with earlier ones that hold, do not hold and are undetermined."""
    book = s.rulebook("routes", [s.choice("level", "top", "middle", "low"), s.number("x", least="0"),
                                 s.number("y", least="0"), s.yes_no("a")],
                      s.even([("i", s.linear("x"))]),
                      routes=[s.route("one", "level is top"), s.route("two", "level in (top, middle) and a"),
                              s.route("three", "x / y > 2"), s.route("four", "x > 10 or a"),
                              s.route("not", "not x / y > 5 and a"), s.route("five", "x >= 10")])
    subs = [s.submission(book, level=level, a=a, x=x, y=y) for level, a, x, y in (
        ("top", None, None, None), ("middle", True, "1", "1"), ("middle", None, "30", "1"), ("low", False, "30", "1"),
        ("low", False, "10", "0"), ("low", False, "5", "1"), ("low", False, None, "1"), ("low", False, "10", None),
        (None, True, "30", "1"), ("low", True, "2", "1"), ("middle", False, "3", "0"), ("low", None, "11", "10"))]
    yield book, subs


def only_category():
    """The name `category` where there is but one, named or not; the signs with one character, right after numbers,
    units and names; a field's floor on a dimension, which may be reached by the part for another field."""
    part = {"by_field": {"f": s.linear("x"), "h": s.linear("y")}}
    for ident in ("sole", "other"):
        book = s.rulebook(
            "only_" + ident, [s.number("x", least="0", most="100"), s.number("y", least="0", most="100"),
                              s.number("people", "万人", "0", "4000")],
            [s.dimension("d", "60", [s.indicator("i", "60", part)]),
             s.dimension("e", "40", [s.indicator("j", "40", s.linear("choose(category, %s: x)" % ident))])],
            fields=[s.field("f", [s.floor("60", "d"), s.floor("30", "e")]),
                    s.field("h", [s.floor("60", "d"), s.floor("50", indicator="i")])],
            categories=[s.category(ident, "40", [s.floor("20", "d")], chooses=True)],
            requirements=[s.requirement("r%d" % i, c) for i, c in enumerate((
                "category is " + ident, "not category is " + ident, "category in (%s) and fields has f" % ident,
                "3 万人≥people", "people≤3 万人", "people≠3 万人", "3≥x or 5≠ y", "20≤x", "x ≥y",
                "1 万人≥10000 人", "9999 人≥1 万人", "0.5≠50 %"))],
            routes=[s.route("mine", "category is " + ident), s.route("rest", "true")])
        yield book, [s.submission(book, fields=f, category=c, **known)
                     for c in (None, ident) for f in (None, ["f"], ["h"], ["h", "f"])
                     for known in ({"x": "70", "y": "30", "people": "3"}, {"x": "30", "y": "70", "people": "2.9999"},
                                   {"x": {"between": ["50", "70"]}, "y": "60"}, {"y": "5"})]


RULES = (score_functions, groups, categories, names_kept, only_category, routes)
