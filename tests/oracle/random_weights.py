"""Random points for the generator: shared out in every category and for every option, some of them left out."""
from fractions import Fraction

from .random_scores import split
from .ranges import decimal_text

HUNDRED = Fraction(100)
STEPS = (Fraction(1), Fraction(1, 2), Fraction(1, 100))


class Shares:
    """Shares out points that have a key for every category and option; in some rulebooks some are not known."""

    def __init__(self, rng, categories, options):
        self.rng, self.categories, self.options = rng, categories, options
        self.keys = [(c, o) for c in categories or [None] for o in options or [None]]
        self.left_out = rng.random() < 0.5

    def all_points(self):
        """A hundred points."""
        return {key: HUNDRED for key in self.keys}

    def parts(self, table, n, step=None, zeros=False):
        """`n` tables whose numbers sum to those of a table, key by key; with `zeros` a number may be zero."""
        rng = self.rng
        parts = {key: split(rng, total, n, step or rng.choice(STEPS)) for key, total in table.items()}
        if zeros and n > 1 and len(table) > 1 and all(table.values()) and rng.random() < 0.1:
            numbers = parts[rng.choice(list(table))]
            a, b = rng.sample(range(n), 2)
            numbers[a], numbers[b] = Fraction(0), numbers[a] + numbers[b]
        return [{key: parts[key][i] for key in table} for i in range(n)]

    def members(self, table, n):
        """`n` pairs `(table, written)` of what shares a table; the points of some may be left out, and where several
        are, the table of each is one of a hundred, in which those below have their parts."""
        rng = self.rng
        parts = self.parts(table, n, zeros=True)
        if not self.left_out or rng.random() < 0.4:
            return [(part, True) for part in parts]
        open_ = rng.sample(range(n), min(n, rng.choice((1, 2, 2, 3, n))))
        known = [i for i in range(n) if i not in open_]
        if known and rng.random() < 0.15:  # nothing is left, for some key or for all of them
            keys = [rng.choice(list(table))] if rng.random() < 0.6 else list(table)
            for key in keys:
                parts[known[0]][key] += sum(parts[i][key] for i in open_)
                for i in open_:
                    parts[i][key] = Fraction(0)
        several = len(open_) > 1
        return [(self.all_points() if several and i in open_ else part, i not in open_) for i, part in enumerate(parts)]

    def encode(self, table):
        """A table of numbers in its outside form."""
        text = {key: decimal_text(v) for key, v in table.items()}

        def by_category(option):
            if not self.categories:
                return text[(None, option)]
            return {c: text[(c, option)] for c in self.categories}

        if self.options:
            return {"by_option": {o: by_category(o) for o in self.options}}
        return by_category(None)
