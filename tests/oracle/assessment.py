"""The assessment: points, categories, fields, lines, requirements and the route, for one of the two results.

Points are kept as whole numbers of the last place that indicators are rounded to.
"""
from .conditions import OUTER, all_hold, any_holds, evaluate
from .ranges import ONE, decimal_text, round_units, units_text
from .score_functions import share
from .weights import HUNDRED

STATUS = {True: "met", False: "not_met", None: "undetermined"}
FIT = {True: "fits", False: "does_not_fit", None: "undetermined"}
ELIGIBLE = {True: "eligible", False: "not_eligible", None: "undetermined"}
ALL_FIELDS = None


class Points:
    """Points of an indicator, a dimension or a category: as shown, and under each option of the weights."""

    __slots__ = ("shown", "by_option", "outside")

    def __init__(self, shown, by_option, outside=None):
        self.shown, self.by_option, self.outside = shown, by_option, outside


class Assessor:
    """One submission, one result (outer or inner)."""

    def __init__(self, env, which=OUTER):
        self.env, self.book, self.which = env, env.book, which
        chosen = env.choices.get(self.book.weights_by) if self.book.weights_by else None
        self.options = (chosen,) if chosen is not None else self.book.options()
        self._shares, self._points, self._statuses = {}, {}, {}

    def status(self, requirement):
        """Whether a requirement is met."""
        if requirement.id not in self._statuses:
            self._statuses[requirement.id] = evaluate(requirement.condition, self.env, self.which,
                                                      requirement.when_undefined)
        return self._statuses[requirement.id]

    def share(self, indicator, fields):
        """The share of an indicator with a score function, before rounding."""
        if not indicator.by_field:
            fields = ALL_FIELDS
        key = (indicator.id, fields)
        if key not in self._shares:
            self._shares[key] = share(indicator.score, self.env, self.which, fields, indicator.when_undefined)
        return self._shares[key]

    # points

    def rounded(self, indicator, most, fields):
        """The points of an indicator with a score function, out of `most`."""
        key = (indicator.id, most, fields)
        if key not in self._points:
            low, high = self.share(indicator, fields)
            book = self.book
            first = round_units(low * most, book.places, book.mode)
            self._points[key] = (first, first if low == high else round_units(high * most, book.places, book.mode))
        return self._points[key]

    def shown(self, pair):
        """A pair of points as texts."""
        low = units_text(pair[0], self.book.places)
        return {"low": low, "high": low if pair[0] == pair[1] else units_text(pair[1], self.book.places)}

    def points(self, by_option):
        """Points under each option: what is shown spans them."""
        return Points(_span(by_option.values()), by_option)

    def together(self, parts):
        """The sums of points, taken for each option."""
        return self.points({o: _sum([p.by_option[o] for p in parts]) for o in self.options})

    def round(self, pair, most):
        """Both ends of a share times a number, rounded."""
        return tuple(round_units(end * most, self.book.places, self.book.mode) for end in pair)

    def members(self, holder, category, fields):
        """`(points, outside)` of what holds indicators: of those that have points, and of those that share the rest."""
        parts, shown, outside = [], [], {}
        for member in holder.members:
            if member.pointed:
                parts.append(self.indicator(member, category, fields))
                shown.append(parts[-1].outside)
            else:
                shown.append(self.without_points(member, category, fields))
        if holder.sharing:
            rest = self.points({o: self.round(self.of_sharing(holder, o, category, fields), holder.rest.of(category, o))
                                for o in self.options})
            parts.append(rest)
            outside["unweighted"] = {"max": holder.rest.greatest(category, self.options), "score": self.shown(rest.shown)}
        points = self.together(parts)
        return points, dict(outside, score=self.shown(points.shown), indicators=shown)

    def indicator(self, indicator, category, fields):
        """Points of an indicator or a group that has known ones."""
        outside = {"id": indicator.id, "max": indicator.max.greatest(category, self.options)}
        if indicator.members:
            points, more = self.members(indicator, category, fields)
            outside.update(more)
        else:
            points = self.points({o: self.rounded(indicator, indicator.max.of(category, o), fields)
                                  for o in self.options})
            outside["score"] = self.shown(points.shown)
        points.outside = outside
        return points

    def without_points(self, indicator, category, fields):
        """The outside form of an indicator without known points, or of one below such."""
        shares = [self.round(self.any_share(indicator, o, category, fields), 100) for o in self.options]
        outside = {"id": indicator.id, "max": None, "score": None, "share": self.shown(_span(shares))}
        if indicator.members:
            outside["indicators"] = [self.without_points(m, category, fields) for m in indicator.members]
        return outside

    def dimensions(self, category, fields):
        """Points of all dimensions, by id."""
        out = {}
        for dimension in self.book.dimensions:
            points, more = self.members(dimension, category, fields)
            points.outside = dict({"id": dimension.id, "weight": dimension.weight.greatest(category, self.options)}, **more)
            out[dimension.id] = points
        return out

    # shares

    def of_sharing(self, holder, option, category, fields):
        """The least and the greatest share of the indicators that share a rest: any of them may have all of it."""
        return _span([self.any_share(m, option, category, fields) for m in holder.sharing])

    def any_share(self, indicator, option, category, fields):
        """The share of any indicator: of a group, the shares of its parts times their `max` and of the rest, over its
        own, or over 100."""
        if not indicator.members:
            return self.share(indicator, fields)
        whole = HUNDRED if indicator.max is None else indicator.max.of(category, option)
        if whole == 0:
            return (ONE, ONE)
        parts = [(m.max.of(category, option), self.any_share(m, option, category, fields))
                 for m in indicator.members if m.max is not None]
        if indicator.sharing:
            parts.append((indicator.rest.of(category, option), self.of_sharing(indicator, option, category, fields)))
        return tuple(sum(most * part[end] for most, part in parts) / whole for end in (0, 1))

    # the line

    def floor(self, floor, option, category, fields, dimensions):
        """Whether one floor is reached under an option."""
        if floor.dimension is not None:
            weight = self.book.dimension(floor.dimension).weight.of(category, option)
            return reaches(dimensions[floor.dimension].by_option[option],
                           floor.least * weight * 10 ** self.book.places)
        indicator = self.book.indicators[floor.indicator]
        return reaches(self.any_share(indicator, option, category, fields), floor.least)

    def line(self, category, must_fit, fields, dimensions):
        """`(status, floors)` of a line, each three-valued over all options; each field that must fit adds floors:
        of an indicator only its own part counts, a dimension is the one that the category counts."""
        floors = [(f, fields) for f in category.floors]
        for field in self.book.fields:
            if field in must_fit:
                floors += [(f, frozenset((field,))) for f in self.book.field_floors[field]]
        per_option, per_floor = [], [[] for _ in floors]
        for option in self.options:
            total = _sum([d.by_option[option] for d in dimensions.values()])
            parts = [reaches(total, category.total * 10 ** self.book.places)]
            for found, (floor, counted) in zip(per_floor, floors):
                reached = self.floor(floor, option, category.id, counted, dimensions)
                found.append(reached)
                parts.append(reached)
            per_option.append(all_hold(parts))
        return _same(per_option), [_same(f) for f in per_floor]

    # categories

    def judged(self, category, must_fit, fields):
        """`(eligible, fit, outside)` of a category for the fields that must fit and those that count."""
        dimensions = self.dimensions(category.id, fields)
        reached, line = True, None
        if category.total is not None:
            reached, floors = self.line(category, must_fit, fields, dimensions)
            line = {"total": decimal_text(category.total), "status": STATUS[reached],
                    "floors": [{"status": STATUS[f]} for f in floors]}
        statuses = [(r, self.status(r)) for r in self.book.requirements
                    if r.binding and r.applies(category.id, must_fit)]
        total = self.together(list(dimensions.values())).shown
        outside = {"id": category.id, "eligible": None, "fit": None,
                   "score": self.shown(total) if dimensions else None, "line": line,
                   "blocked_by": [r.id for r, s in statuses if s is False],
                   "unknown": [r.id for r, s in statuses if s is None],
                   "dimensions": [d.outside for d in dimensions.values()]}
        eligible = all_hold(s for r, s in statuses if not r.reference)
        return eligible, all_hold([s for _, s in statuses] + [reached]), outside

    def alone(self, category, field):
        """A field scored alone in a category that chooses."""
        return self.judged(category, (field,), frozenset((field,)))

    def of_category(self, category):
        """A category as the submission chooses its fields."""
        if not category.chooses:
            return self.judged(category, (), ALL_FIELDS)
        named = self.env.fields
        if named:
            return self.judged(category, tuple(named), frozenset(named))
        outside = self.judged(category, (), frozenset(self.book.fields))[2]
        singles = [self.alone(category, f) for f in self.book.fields]
        return any_holds(s[0] for s in singles), any_holds(s[1] for s in singles), outside

    def route(self):
        """The first route that holds, unless an earlier one is undetermined."""
        for ident, when in self.book.routes:
            value = evaluate(when, self.env, self.which, False)
            if value is not False:
                return ident if value else None
        return None

    def materials(self):
        """Whether each material is ready, missing, perhaps needed or not needed; what a comparison without a value
        counts as the page does not say of materials, so it is false as in a route."""
        for ident, when in self.book.materials:
            needed = True if when is None else evaluate(when, self.env, self.which, False)
            if needed is False:
                yield ident, "not_needed"
            elif ident in self.env.ticked:
                yield ident, "ready"
            else:
                yield ident, "missing" if needed else "may_be_needed"

    def report(self):
        """Everything that is compared, without `inexact`."""
        materials = list(self.materials())
        first = next((c for c in self.book.categories if c.chooses), None)
        return {"categories": [_present(c.id, self.of_category(c)) for c in self.book.categories],
                "fields": [_present(f, self.alone(first, f)) for f in self.book.fields] if first else [],
                "requirements": [{"id": r.id, "status": STATUS[self.status(r)]} for r in self.book.requirements],
                "route": self.route(), "options_open": len(self.options) > 1,
                "materials": [{"id": m, "state": state} for m, state in materials],
                "missing_materials": [m for m, state in materials if state in ("missing", "may_be_needed")]}


def reaches(pair, least):
    """Whether a range reaches a number."""
    return True if pair[0] >= least else False if pair[1] < least else None


def _same(values):
    """The one value that all share, or unknown."""
    return values[0] if all(v is values[0] for v in values) else None


def _span(pairs):
    """The range that spans some."""
    pairs = list(pairs)
    return (min(p[0] for p in pairs), max(p[1] for p in pairs))


def _sum(pairs):
    return (sum([p[0] for p in pairs]), sum([p[1] for p in pairs]))


def _present(ident, judged):
    """A category or a field in its outside form."""
    eligible, fit, outside = judged
    return dict(outside, id=ident, eligible=ELIGIBLE[eligible], fit=FIT[fit])
