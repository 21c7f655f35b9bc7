"""Edge pairs about indicators whose points are not known, alone and several, in groups, by category and by option; and
about materials."""
from . import rulebook_parts as s

X, Y, Z = (s.linear(name) for name in "xyz")


def _figures(*more):
    return [s.number(name, least="0", most="100") for name in "xyz"] + list(more)


def _subs(book, **more):
    values = (("50", "50", "50"), ("0", "100", "50"), ("33.335", "33.345", "33.325"), (None, "100", "0"), ("100", None, "100"),
              ({"between": ["20", "40"]}, "30", {"between": ["25", "35"]}), ("99.995", "0.005", "0.015"), (None, None, None))
    return [s.submission(book, x=x, y=y, z=z, **more) for x, y, z in values]


def alone():
    """One indicator without points has the rest as if it were written, in a dimension, in a group, as a group, and of
    nothing."""
    whole = s.indicator("whole", None, indicators=[s.indicator("a", None, X), s.indicator("b", "12.5", Y)])
    parts = s.indicator("parts", "40", indicators=[s.indicator("c", None, indicators=[s.indicator("d", "3", X),
                                                                                     s.indicator("e", None, Z)])])
    nothing = s.indicator("nothing", "7.5", indicators=[s.indicator("f", "7.5", Y), s.indicator("g", None, X)])
    for mode in ("half_up", "half_even"):
        book = s.rulebook("rest-" + mode, _figures(), [s.dimension("one", "60", [whole, nothing, s.indicator("h", "20", Z)]),
                                                       s.dimension("two", "40", [parts])], mode=mode, places=1)
        yield book, _subs(book)


def several():
    """Several share a rest, of something, of nothing, of everything; groups among them have parts of a hundred."""
    deep = s.indicator("deep", None, indicators=[s.indicator("a", None, X), s.indicator("b", None, Y), s.indicator("c", "40", Z)])
    one = s.indicator("one", None, indicators=[s.indicator("d", "30", X), s.indicator("e", None, Y)])
    full = s.indicator("full", None, indicators=[
        s.indicator("f", "100", Z), s.indicator("g", None, X),
        s.indicator("h", None, indicators=[s.indicator("i", "100", Y)])])
    nested = s.indicator("nested", "37.5", indicators=[
        s.indicator("j", None, X), s.indicator("k", None, Y),
        s.indicator("l", "12.34", indicators=[s.indicator("m", None, Z), s.indicator("n", None, Y)])])
    below = s.indicator("below", None, indicators=[
        s.indicator("o", "60", indicators=[s.indicator("p", None, X), s.indicator("q", None, Z), s.indicator("r", "20", Y)]),
        s.indicator("s", "40", indicators=[s.indicator("t", None, Y)])])
    zero = s.indicator("zero", "0.01", indicators=[s.indicator("u", None, X), s.indicator("v", "0.01", Z), s.indicator("w", None, Y)])
    floors = [s.floor("50", "first"), s.floor("50", indicator="deep"), s.floor("50", indicator="nested"),
              s.floor("33.3", indicator="o"), s.floor("50", indicator="full"), s.floor("50", indicator="zero")]
    for places in (0, 2):
        for mode in ("half_up", "half_even"):
            book = s.rulebook("share-%d-%s" % (places, mode), _figures(), [
                s.dimension("first", "62.49", [deep, one, full, s.indicator("y", "11.11", Y)]),
                s.dimension("second", "37.51", [nested, zero]), s.dimension("third", "0", [below, s.indicator("z", None, X)])],
                              mode=mode, places=places, categories=[s.category("k", "45", floors)])
            yield book, _subs(book)


def turned(option=False):
    """Points by category or by option, the rest of some being nothing; a group of parts of a hundred with its own."""
    def by(first, second):
        table = {"plain": first, "other": second}
        return {"by_option": table} if option else table
    group = s.indicator("group", None, indicators=[s.indicator("a", by("100", "20"), X), s.indicator("b", None, Y),
                                                   s.indicator("c", None, Z)])
    sole = s.indicator("sole", by("0", "40"), indicators=[s.indicator("d", None, X), s.indicator("e", by("0", "15.5"), Y)])
    pair = s.indicator("pair", by("30", "0"), indicators=[s.indicator("f", None, X), s.indicator("g", None, Z)])
    floors = [s.floor("50", indicator="group"), s.floor("60", indicator="sole"), s.floor("100", indicator="pair"),
              s.floor("40", "first"), s.floor("50", "second")]
    return [s.dimension("first", by("60", "45"), [group, s.indicator("h", None, Y), pair, s.indicator("i", by("30", "12.3"), Z)]),
            s.dimension("second", by("40", "55"), [sole, s.indicator("j", None, Z)])], floors


def by_key():
    """Rests by category, and by the option of a choice, made and open."""
    dimensions, floors = turned()
    book = s.rulebook("rest-category", _figures(), dimensions, places=1,
                      categories=[s.category(c, "50", floors) for c in ("plain", "other")])
    yield book, _subs(book)
    dimensions, floors = turned(option=True)
    book = s.rulebook("rest-option", _figures(s.choice("o", "plain", "other")), dimensions, weights_by="o", places=1,
                      categories=[s.category("any", "50", floors)])
    yield book, [sub for o in ("plain", "other", None) for sub in _subs(book, o=o)]


def by_fields():
    """Scores by field among those without points, for all fields, the chosen ones and each alone."""
    part = {"by_field": {"f": X, "h": Y}}
    group = s.indicator("group", None, indicators=[s.indicator("a", None, part), s.indicator("b", None, Z), s.indicator("c", "10", part)])
    book = s.rulebook(
        "rest-fields", _figures(), [s.dimension("only", "100", [group, s.indicator("d", None, part), s.indicator("e", "30", Z)])],
        fields=[s.field("f", [s.floor("50", indicator="group")]), s.field("h", [s.floor("60", indicator="d"), s.floor("50", "only")])],
        categories=[s.category("whole", "50", [s.floor("50", indicator="group")]), s.category("part", "50", chooses=True)])
    yield book, [sub for f in (None, ["f"], ["h"], ["f", "h"]) for sub in _subs(book, fields=f)]


def materials():
    """Materials always needed, and where a condition holds, does not hold or is not known; ticked, not, and unsaid."""
    book = s.rulebook("materials", [s.choice("level", "top", "low"), s.yes_no("a"), s.number("x", least="0")],
                      s.even([("i", s.linear("x"))]), categories=[s.category("k"), s.category("l")],
                      materials=[s.material("always"), s.material("low", "level is low"), s.material("not", "not a"),
                                 s.material("some", "a or x > 5", ["l"]), s.material("never", "false"), s.material("all", "true"),
                                 s.material("both", "level is low and x >= 5")])
    ids = ["m_" + m for m in ("always", "low", "not", "some", "never", "all", "both")]
    ticks = (None, {}, {m: True for m in ids}, {m: False for m in ids}, {m: i % 2 == 0 for i, m in enumerate(ids)})
    yield book, [s.submission(book, materials=t, **known) for t in ticks for known in (
        {}, {"level": "low", "a": True, "x": "5"}, {"level": "top", "a": False, "x": "0"}, {"x": "6"}, {"a": False},
        {"level": "low", "x": {"between": ["4", "6"]}})]


WEIGHTS = (alone, several, by_key, by_fields, materials)
