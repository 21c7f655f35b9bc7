"""A small rulebook to evaluate single formulas, and the example blocks of the page on the language."""
import pathlib
import re

from oracle.rulebook import Book
from oracle.submission import Env
from oracle.syntax import parse

REFERENCE = {"basis": "reference", "note": {"zh": "仅供测试", "en": "for tests only"}}


def number(ident, unit, least=None, most=None, units=()):
    """A number figure."""
    spec = {"unit": unit, "units": list(units), "places": 12}
    if least is not None:
        spec["least"] = least
    if most is not None:
        spec["most"] = most
    return {"id": ident, "kind": {"number": spec}}


def choice(ident, *options):
    """A choice."""
    return {"id": ident, "kind": {"choice": {"options": [{"id": o} for o in options]}}}


def checklist(ident, *items):
    """A checklist."""
    return {"id": ident, "kind": {"checklist": {"items": [{"id": i} for i in items]}}}


def example_book():
    """The figures that the examples of the page speak of."""
    return Book({
        "rounding": {"mode": "half_up", "indicator": 2},
        "figures": [number("sales", "亿元", "0"), number("population", "万人", "1", "4000"),
                    number("urban", "万人", "0"), number("rural", "万人", "0"), number("share", "%", "0", "100"),
                    choice("method", "published", "computed"), choice("level", "province", "city", "county"),
                    {"id": "centre", "kind": "yes_no"}, {"id": "plan", "kind": "yes_no"},
                    checklist("activities", "training", "exhibition", "festival")],
        "benchmarks": [{"id": "national_sales", "unit": "亿元", "by_year": {"2019": "100", "2021": "120"}}]})


def page():
    """The page on the language in both its languages, from the repository that this package is a part of."""
    root = pathlib.Path(__file__).resolve().parents[3]
    return "".join((root / "rulebooks" / name).read_text(encoding="utf-8") for name in ("LANGUAGE.md", "LANGUAGE.zh.md"))


def examples():
    """`(settings, text, result)` of every line of every example block."""
    for block in re.findall(r"```example\n(.*?)```", page(), re.S):
        for line in block.splitlines():
            if "→" not in line:
                continue
            left, result = (p.strip() for p in line.rsplit("→", 1))
            m = re.match(r"^((?:last )?\w+ (?:= |between )[^:(]*):\s+(.*)$", left)
            yield (m.group(1), m.group(2), result) if m else ("", left, result)


def submission(settings, book):
    """A submission from the settings of an example."""
    out = {"figures": {}}
    figures = out["figures"]
    for part in filter(None, (s.strip() for s in settings.split(","))):
        m = re.match(r"^(last )?(\w+) (=|between) (.*)$", part)
        last, name, how, value = m.groups()
        if name == "year":
            out["year"] = int(value)
            continue
        figure = book.figures[name]
        if figure.kind == "number":
            words = value.split()
            entry = {"value": words[0]} if how == "=" else {"between": words[:2]}
            entry["unit"] = words[-1]
            target = figures.setdefault(name, {})
            if last:
                target["last"] = entry
            else:
                target.update(entry)
        elif figure.kind == "checklist":
            figures[name] = value.split()
        elif figure.kind == "yes_no":
            figures[name] = value == "yes"
        else:
            figures[name] = value
    return out


def env_of(settings, book=None):
    """The environment of settings."""
    book = book or example_book()
    return Env(book, submission(settings, book))


def node_of(text, env):
    """A parsed text."""
    return parse(text, env.book.units)
