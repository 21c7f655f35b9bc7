"""Weights: points that are written, and what is left for the indicators whose points nobody could find."""
from fractions import Fraction

from .ranges import decimal_text

HUNDRED = Fraction(100)


def fraction(value):
    """An exact number from what JSON holds."""
    return value if isinstance(value, Fraction) else Fraction(str(value))


class Number:
    """A number in every category and under every option of the weights."""

    def __init__(self):
        self._memo = {}

    def of(self, category, option):
        """The number in a category, under an option."""
        key = (category, option)
        if key not in self._memo:
            self._memo[key] = self._number(category, option)
        return self._memo[key]

    def greatest(self, category, options):
        """The text of the greatest number of some options."""
        return decimal_text(max(self.of(category, o) for o in options))


class Amount(Number):
    """A written `max` or `weight`: one number, one for each category, or either for each option of a choice."""

    def __init__(self, entry):
        super().__init__()
        self.entry = entry

    def _number(self, category, option):
        entry = self.entry
        if isinstance(entry, dict) and "by_option" in entry:
            entry = entry["by_option"][option]
        return fraction(entry[category] if isinstance(entry, dict) else entry)


class Rest(Number):
    """What is left of a number when others are taken away."""

    def __init__(self, whole, taken):
        super().__init__()
        self.whole, self.taken = whole, taken

    def _number(self, category, option):
        return self.whole.of(category, option) - sum(t.of(category, option) for t in self.taken)


PARTS = Amount("100")


def settle(holder, whole, pointed=True):
    """Give the members of a dimension or an indicator what the page says of their points.

    `whole` is what they share. One member without `max` gets the rest as its `max`; several keep none, and `rest` of
    the holder is theirs together. `pointed` says whether points are points: below an indicator without known ones they
    are parts of 100.
    """
    open_ = [m for m in holder.members if m.max is None]
    rest = Rest(whole, [m.max for m in holder.members if m.max is not None])
    holder.rest, holder.sharing = (rest, open_) if len(open_) > 1 else (None, [])
    if len(open_) == 1:
        open_[0].max = rest
    for member in holder.members:
        member.pointed = pointed and member.max is not None
        if member.members:
            settle(member, PARTS if member.max is None else member.max, member.pointed)
