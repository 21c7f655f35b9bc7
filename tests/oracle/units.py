"""Units: every unit is an exact factor and a product of base kinds; quantities are read into base units."""
import re
from fractions import Fraction

_KINDS = {
    "元": {"元": 1, "千元": 10 ** 3, "万元": 10 ** 4, "百万元": 10 ** 6, "亿元": 10 ** 8, "万亿元": 10 ** 12},
    "人": {"人": 1, "百人": 100, "千人": 1000, "万人": 10 ** 4, "亿人": 10 ** 8},
    "户": {"户": 1, "百户": 100, "万户": 10 ** 4, "亿户": 10 ** 8},
    "件": {"件": 1, "万件": 10 ** 4, "亿件": 10 ** 8},
    "个": {"个": 1, "万个": 10 ** 4},
    "部": {"部": 1, "万部": 10 ** 4},
    "kbps": {"kbps": 1, "Mbps": 10 ** 3, "Gbps": 10 ** 6, "Tbps": 10 ** 9},
    "MB": {"MB": 1, "GB": 10 ** 3, "TB": 10 ** 6, "PB": 10 ** 9},
    "平方米": {"平方米": 1, "平方公里": 10 ** 6},
    "": {"": 1, "%": Fraction(1, 100), "‰": Fraction(1, 1000)},
}
for _single in ("项", "次", "家", "台", "村", "条", "公里", "天", "小时"):
    _KINDS[_single] = {_single: 1}

BUILT_IN = {name: (Fraction(factor), kind) for kind, names in _KINDS.items() for name, factor in names.items()}

_NUMBER = re.compile(r"^\s*(-?)\s*(\d+(?:\.\d+)?)\s*(.*?)\s*$", re.S)


class UnitError(Exception):
    """A unit that is not known."""


def kinds_of(pairs):
    """A canonical tuple of (kind, exponent), without the plain number and zero exponents."""
    total = {}
    for kind, exponent in pairs:
        if kind:
            total[kind] = total.get(kind, 0) + exponent
    return tuple(sorted((k, e) for k, e in total.items() if e))


class Units:
    """The units of one rulebook: the built-in ones and its own."""

    def __init__(self, own=()):
        self.table = dict(BUILT_IN)
        self._memo = {}
        for entry in own or ():
            base = entry["of"]
            factor = Fraction(str(entry["factor"]))
            if base in self.table and base != entry["unit"]:
                base_factor, kind = self.table[base]
                self.table[entry["unit"]] = (factor * base_factor, kind)
            else:
                self.table[entry["unit"]] = (factor, base)

    def unit(self, text):
        """`(factor, kinds)` of a unit, simple or compound."""
        found = self._memo.get(text)
        if found is None:
            found = self._memo[text] = self._compound(text)
        return found

    def _compound(self, text):
        factor, pairs, sign = Fraction(1), [], 1
        for part in text.split("/"):
            if part not in self.table:
                raise UnitError(part)
            f, kind = self.table[part]
            factor = factor * f if sign > 0 else factor / f
            pairs.append((kind, sign))
            sign = -1
        return factor, kinds_of(pairs)

    def quantity(self, text):
        """A written number with its unit, in base units: `(value, kinds)`."""
        match = _NUMBER.match(str(text))
        if not match:
            raise ValueError("not a quantity: %r" % (text,))
        factor, kinds = self.unit(match.group(3))
        value = Fraction(match.group(2)) * factor
        return (-value if match.group(1) else value), kinds
