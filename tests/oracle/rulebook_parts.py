"""The plain JSON of rulebooks: what every part needs so that it loads, in as few words as possible.

Ids of indicators, dimensions, requirements and routes get a prefix, so that no id is used twice in a rulebook.
"""

REFERENCE = {"basis": "reference", "note": {"zh": "仅供测试", "en": "for tests only"}}
OFFICIAL = {"basis": "official", "source": "text", "article": "第一条", "quote": "凡具备条件的城市均可申报"}
SOURCE = {"id": "text", "title": {"zh": "某办法", "en": "A measure"}, "number": "某〔2019〕1号",
          "issuer": {"zh": "某部", "en": "A ministry"}, "date": "2019-03-18"}


def words(ident):
    """A text in both languages."""
    return {"zh": "词" + ident, "en": ident.replace("_", " ")}


def _named(ident, **more):
    out = {"id": ident, "label": words(ident)}
    out.update({k: v for k, v in more.items() if v is not None})
    out.setdefault("standing", REFERENCE)
    return out


def number(ident, unit="", least=None, most=None, places=12, units=None):
    """A number figure."""
    spec = {"unit": unit, "units": units, "least": least, "most": most, "places": places}
    return _named(ident, help=words(ident), kind={"number": {k: v for k, v in spec.items() if v is not None}})


def choice(ident, *options):
    """A choice."""
    return _named(ident, help=words(ident),
                  kind={"choice": {"options": [{"id": o, "label": words(o)} for o in options]}})


def yes_no(ident):
    """A yes/no figure."""
    return _named(ident, help=words(ident), kind="yes_no")


def checklist(ident, *items):
    """A checklist."""
    return _named(ident, help=words(ident),
                  kind={"checklist": {"items": [{"id": i, "label": words(i)} for i in items]}})


def benchmark(ident, unit, by_year):
    """A benchmark."""
    return _named(ident, unit=unit, by_year=by_year)


def derived(ident, unit, formula, when_undefined=None):
    """A derived figure."""
    return _named(ident, unit=unit, formula=formula, when_undefined=when_undefined)


def requirement(ident, condition, effect="binding", official=True, when_undefined=None, categories=None, fields=None):
    """A requirement."""
    return _named("q_" + ident, effect=effect, condition=condition, remedy=words("remedy"), when_undefined=when_undefined,
                  categories=categories, fields=fields, standing=OFFICIAL if official else REFERENCE)


def indicator(ident, most, score=None, when_undefined_percent=None, indicators=None):
    """An indicator or a group; `most` is `None` where nobody knows it."""
    return _named("i_" + ident, nature="quantitative", max=most, score=score, indicators=indicators,
                  when_undefined_percent=when_undefined_percent, max_standing=REFERENCE if most is None else None)


def dimension(ident, weight, indicators):
    """A dimension."""
    return _named("d_" + ident, weight=weight, indicators=indicators)


def field(ident, floors=None):
    """A field."""
    return _named(ident, floors=floors, standing=OFFICIAL)


def category(ident, total=None, floors=None, chooses=False):
    """A category."""
    line = None
    if total is not None:
        line = {"total": total, "standing": REFERENCE}
        if floors:
            line["floors"] = floors
    return _named(ident, fields="choose" if chooses else None, line=line, standing=OFFICIAL)


def material(ident, when=None, categories=None):
    """A material."""
    return _named("m_" + ident, help=words(ident), when=when, categories=categories)


def route(ident, when):
    """A route."""
    return _named("to_" + ident, when=when, steps=[_named("send")])


def floor(percent, dimension=None, indicator=None):
    """A floor."""
    out = {"dimension": "d_" + dimension} if dimension else {"indicator": "i_" + indicator}
    out["least_percent"] = percent
    return out


def rulebook(ident, figures, dimensions=None, mode="half_up", places=2, **parts):
    """A whole rulebook, whose own id has hyphens; `parts` are lists by their outside names, or `weights_by`."""
    ident = ident.replace("_", "-")
    out = {"format": "infocity-rulebook/1", "id": ident, "version": "1.0.0", "title": words(ident),
           "summary": words("summary"), "checked_on": "2026-11-24", "sources": [SOURCE],
           "rounding": {"mode": mode, "indicator": places, "dimension": places, "total": places,
                        "standing": REFERENCE},
           "figures": figures}
    out.update({k: v for k, v in parts.items() if v})
    out["dimensions"] = dimensions or []
    return out


def even(indicators):
    """One dimension of 100 points, shared by score functions `(ident, score)` or `(ident, score, undefined)` in
    equal whole points, the last with the rest."""
    each, out = 100 // len(indicators), []
    for i, entry in enumerate(indicators):
        most = each if i < len(indicators) - 1 else 100 - each * (len(indicators) - 1)
        out.append(indicator(entry[0], str(most), entry[1], entry[2] if len(entry) > 2 else None))
    return [dimension("only", "100", out)]


def submission(book, year=2021, fields=None, category=None, materials=None, **figures):
    """A submission for a rulebook."""
    out = {"format": "infocity-submission/1", "rulebook": {"id": book["id"], "version": book["version"]},
           "city": "示例市", "figures": figures}
    if year is not None:
        out["year"] = year
    if fields is not None:
        out["fields"] = fields
    if category is not None:
        out["category"] = category
    if materials is not None:
        out["materials"] = materials
    return out


# score functions

def bands(of, *steps, **more):
    """Bands: `steps` are alternately scores and ends; an end is `("<", text)` where it belongs to the band above,
    `("<=", text)` where it belongs to the band below."""
    out, start = [], None
    for i in range(0, len(steps), 2):
        band = {}
        if start:
            band["at_least" if start[0] == "<" else "above"] = start[1]
        if i + 1 < len(steps):
            start = steps[i + 1]
            band["below" if start[0] == "<" else "at_most"] = start[1]
        band["score"] = steps[i]
        out.append(band)
    return {"bands": dict({"of": of, "bands": out}, **more)}


def piecewise(of, *points, **more):
    """Points `(at, score)`."""
    return {"piecewise": dict({"of": of, "points": [{"at": a, "score": s} for a, s in points]}, **more)}


def per_unit(of, per, each, cap, **more):
    """So much for every unit."""
    return {"per_unit": dict({"of": of, "per": per, "each": each, "cap": cap}, **more)}


def target(of, goal, **more):
    """In proportion to a target."""
    return {"target": dict({"of": of, "target": goal}, **more)}


def growth(of, full_at, **more):
    """In proportion to growth."""
    return {"growth": dict({"of": of, "full_at": full_at}, **more)}


def choice_score(of, **scores):
    """By the chosen option."""
    return {"choice": {"of": of, "scores": scores}}


def checklist_score(of, scores, **more):
    """By the ticked items."""
    return {"checklist": dict({"of": of, "scores": scores}, **more)}


def linear(of, low="0", high="100"):
    """From nothing to everything between two ends."""
    return piecewise(of, (low, "0"), (high, "100"))
