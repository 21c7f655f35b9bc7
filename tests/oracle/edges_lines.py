"""Edge pairs about lines: totals and floors of dimensions, indicators and groups, also of fields; weights by option."""
from . import rulebook_parts as s


def floors():
    """Lines and floors on the edge."""
    book = s.rulebook(
        "floors", [s.number("x", least="0", most="100"), s.number("y", least="0", most="100"), s.yes_no("ok")],
        [s.dimension("a", "60", [s.indicator("ia", "60", s.linear("x"))]),
         s.dimension("b", "40", [s.indicator("ib", "40", s.linear("y"))])],
        places=1, categories=[
            s.category("plain", "60"), s.category("floored", "50", [s.floor("40", "a"), s.floor("50", "b")]),
            s.category("shares", "1", [s.floor("33.33", indicator="ia"), s.floor("66.66", indicator="ib")]),
            s.category("none")],
        requirements=[s.requirement("must", "ok"), s.requirement("soft", "x >= 50", effect="hint"),
                      s.requirement("assumed", "y >= 20", official=False)])
    subs = [s.submission(book, x=x, y=y, ok=True) for x, y in (
        ("60", "60"), ("40", "50"), ("39.99", "50"), ("39.9", "50"), ("40", "49.9"), ("33.33", "66.66"), ("100", "0"),
        ("33.329999999999", "66.66"), ("33.33", "66.659999999999"), ("0", "100"), ("59.9", "60"), ("59.92", "60.1"),
        ("59.91", "60"))]
    subs += [s.submission(book, x="60", y="60"), s.submission(book, x="60", y="60", ok=False),
             s.submission(book, x="60", y="19.9", ok=True), s.submission(book, x="60", ok=True),
             s.submission(book, y="60", ok=True), s.submission(book),
             s.submission(book, x={"between": ["60", "70"]}, y={"between": ["60", "61"]}, ok=True),
             s.submission(book, x={"between": ["39", "40"]}, y={"between": ["49", "50"]}, ok=True)]
    yield book, subs


def group_floors():
    """Floors on groups, one and two levels up, whose shares are not rounded though their points are; floors of fields
    on groups, where only the part for the field counts, and on dimensions, where all that the category counts does."""
    by_field = {"by_field": {"f": s.linear("x"), "h": s.linear("y")}}
    leaves = [s.indicator("a", "3.33", s.linear("x")), s.indicator("b", "6.67", s.linear("y"))]
    inner = s.indicator("inner", "10", indicators=leaves)
    outer = s.indicator("outer", "40", indicators=[inner, s.indicator("c", "30", s.linear("(x + y) / 2"))])
    fields = s.indicator("fields", "60", indicators=[s.indicator("own", "20", by_field),
                                                     s.indicator("d", "40", s.linear("y"))])
    for places in (0, 2):
        book = s.rulebook(
            "group-floors-%d" % places, [s.number("x", least="0", most="100"), s.number("y", least="0", most="100")],
            [s.dimension("one", "40", [outer]), s.dimension("two", "60", [fields])], places=places,
            fields=[s.field("f", [s.floor("50", "two"), s.floor("33.3", indicator="fields")]),
                    s.field("h", [s.floor("50", indicator="own"), s.floor("60", indicator="outer"), s.floor("50", "one")])],
            categories=[s.category("whole", "1", [s.floor("33.3", indicator="inner"), s.floor("50", indicator="outer"),
                                                  s.floor("50", indicator="fields"), s.floor("50", "two")]),
                        s.category("part", "1", [s.floor("100", indicator="inner"), s.floor("0", indicator="outer")],
                                   chooses=True)])
        subs = [s.submission(book, fields=f, x=x, y=y) for f in (None, ["f"], ["h", "f"]) for x, y in (
            ("100", "0"), ("99.9", "0"), ("50", "50"), ("49.999999999999", "50"), ("0", "50"), ("0", "49.9"), ("100", "100"),
            (None, "50"), ("50", None), ({"between": ["33.3", "50"]}, {"between": ["33.3", "60"]}))]
        yield book, subs + [s.submission(book, fields=["h"])]


def zero_max():
    """Groups and indicators that count nothing in a category or under an option: a floor on such a group is reached,
    one on such an indicator looks at its share."""
    def by(first, second):
        return {"plain": first, "other": second}
    group = s.indicator("group", by("0", "40"), indicators=[s.indicator("a", by("0", "10"), s.linear("x")),
                                                            s.indicator("b", by("0", "30"), s.linear("y"))])
    mixed = s.indicator("mixed", by("100", "60"), indicators=[s.indicator("c", by("100", "0"), s.linear("x")),
                                                              s.indicator("d", by("0", "60"), s.linear("y"))])
    figures = [s.number("x", least="0", most="100"), s.number("y", least="0", most="100"), s.choice("o", "plain", "other")]
    asked = [s.floor("100", indicator="group"), s.floor("50", indicator="mixed"), s.floor("50", indicator="a"),
             s.floor("50", indicator="d")]
    books = [s.rulebook("zero-category", figures, [s.dimension("all", "100", [group, mixed])],
                        categories=[s.category(c, "1", asked) for c in ("plain", "other")]),
             s.rulebook("zero-option", figures, [s.dimension("all", "100", [_optional(group), _optional(mixed)])],
                        weights_by="o", categories=[s.category("any", "1", asked)])]
    for book in books:
        yield book, [s.submission(book, x=x, y=y, o=o) for o in ("plain", "other", None) for x, y in (
            ("50", "100"), ("100", "50"), ("100", "100"), ("49.9", "50"), ("50", "49.9"), (None, "100"), ("100", None),
            (None, None))]


def _optional(indicator):
    """An indicator whose points by category are points by option instead."""
    out = dict(indicator, max={"by_option": indicator["max"]})
    if "indicators" in out:
        out["indicators"] = [_optional(i) for i in out["indicators"]]
    return out


def by_option():
    """Weights by the option of a choice, made and open."""
    def by(a, b):
        return {"by_option": {"east": a, "west": b}}
    for mode in ("half_up", "half_even"):
        book = s.rulebook(
            "by-option-" + mode, [s.choice("region", "east", "west"), s.number("x", least="0", most="100"),
                                  s.number("y", least="0", most="100")],
            [s.dimension("a", by("40", {"p": "60", "q": "55"}),
                         [s.indicator("i", by("25", {"p": "30", "q": "20"}), s.linear("x")),
                          s.indicator("j", by("15", {"p": "30", "q": "35"}), s.linear("y"))]),
             s.dimension("b", by("60", {"p": "40", "q": "45"}),
                         [s.indicator("g", by("60", {"p": "40", "q": "45"}),
                                      indicators=[s.indicator("k", by("20", "20"), s.linear("x")),
                                                  s.indicator("l", by("40", {"p": "20", "q": "25"}), s.linear("y"))])])],
            weights_by="region", mode=mode, places=1,
            categories=[s.category("p", "60", [s.floor("60", "a")]), s.category("q", "50", [s.floor("50", "b")])],
            requirements=[s.requirement("any", "region in (east, west)"), s.requirement("one", "region is east")])
        subs = []
        for x, y in (("60", "60"), ("100", "0"), ("0", "100"), ("59.9", "61"), ("60", "59"), ("50.5", "49.5"),
                     ("77.7", "33.3")):
            subs += [s.submission(book, x=x, y=y), s.submission(book, region="east", x=x, y=y),
                     s.submission(book, region="west", x=x, y=y)]
        yield book, subs + [s.submission(book), s.submission(book, region="west"), s.submission(book, x="60")]


LINES = (floors, group_floors, zero_max, by_option)
