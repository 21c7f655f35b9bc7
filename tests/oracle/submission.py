"""A submission, read against a rulebook: what is known and what range is left to the rest."""
from fractions import Fraction

from .rulebook import fraction

YEARS = (Fraction(1900), Fraction(2999))


class Env:
    """Known values and open ranges of one submission.

    `numbers` and `lasts` map ids to `(low, high)` in base units; `choices` maps ids to an option or `None`;
    `lists` maps ids to a set or `None`. With `sure_years` a benchmark has a value in every year (as when a rulebook
    is checked for zero denominators). `loose` is set once a formula has two different results.
    """

    def __init__(self, book, submission, sure_years=False):
        self.book = book
        self.sure_years = sure_years
        self.numbers, self.lasts, self.choices, self.lists = {}, {}, {}, {}
        self.options = {}
        year = submission.get("year")
        self.year = None if year is None else int(year)
        only = book.category_ids[0] if len(book.category_ids) == 1 else None
        self.category = submission.get("category") or only
        self.fields = list(submission.get("fields") or ())
        self.ticked = {m for m, ready in (submission.get("materials") or {}).items() if ready}
        entries = submission.get("figures") or {}
        for figure in book.figures.values():
            self._read(figure, entries.get(figure.id))
        self._always_there()
        self.memo = {}
        self.loose = False

    def _always_there(self):
        book = self.book
        if "year" not in book.figures:
            self.numbers["year"] = YEARS if self.year is None else (Fraction(self.year),) * 2
        if "category" not in book.figures:
            self.choices["category"] = self.category
            self.options["category"] = tuple(book.category_ids)
        if "fields" not in book.figures:
            self.lists["fields"] = set(self.fields) or None
            self.options["fields"] = tuple(book.fields)

    def _read(self, figure, entry):
        ident = figure.id
        if figure.kind == "number":
            self.numbers[ident] = self._number(figure, entry)
            last, unit = (entry.get("last"), entry.get("unit")) if isinstance(entry, dict) else (None, None)
            self.lasts[ident] = self._number(figure, last, unit)
            return
        value = entry.get("value") if isinstance(entry, dict) else entry
        self.options[ident] = figure.options
        if figure.kind == "checklist":
            self.lists[ident] = None if value is None else set(value)
        elif figure.kind == "yes_no":
            self.choices[ident] = None if value is None else ("yes" if value else "no")
        else:
            self.choices[ident] = value

    def _number(self, figure, entry, unit=None):
        """The range of a number; `unit` is the one of the object round a last year's value."""
        if isinstance(entry, dict) and entry.get("unit") is not None:
            unit = entry["unit"]
        factor = figure.factor if unit is None else self.book.units.unit(unit)[0]
        if isinstance(entry, dict):
            if entry.get("between") is not None:
                low, high = entry["between"]
                return (figure.low if low is None else fraction(low) * factor,
                        figure.high if high is None else fraction(high) * factor)
            entry = entry.get("value")
        if entry is None:
            return (figure.low, figure.high)
        value = fraction(entry) * factor
        return (value, value)

    def choosing(self, made):
        """The same submission with open choices made."""
        out = Env.__new__(Env)
        out.__dict__.update(self.__dict__, choices={**self.choices, **made}, memo={})
        return out

    def benchmark(self, ident, year):
        """The value in a year or of the latest earlier one, or `None`."""
        best = None
        for y in self.book.benchmarks[ident]:
            if y <= year and (best is None or y > best):
                best = y
        return None if best is None else self.book.benchmarks[ident][best]

    def count_range(self, ident):
        """The least and the greatest number of ticked items."""
        ticked = self.lists[ident]
        if ticked is not None:
            return (Fraction(len(ticked)),) * 2
        return (Fraction(0), Fraction(len(self.options[ident])))
