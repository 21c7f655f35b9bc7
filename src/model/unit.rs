//! Units: what a number counts, and the exact factors between units of the same kind.

use super::exact::Exact;
use crate::sorted::Map;
use crate::sorting::gathered;

/// Units every rulebook knows: symbol, base unit, power of ten.
///
/// Scales of Chinese statistics (万, 亿) beside those of their base units.
const KNOWN: &[(&str, &str, i32)] = &[
    ("%", "", -2),
    ("‰", "", -3),
    ("元", "元", 0),
    ("千元", "元", 3),
    ("万元", "元", 4),
    ("百万元", "元", 6),
    ("亿元", "元", 8),
    ("万亿元", "元", 12),
    ("人", "人", 0),
    ("百人", "人", 2),
    ("千人", "人", 3),
    ("万人", "人", 4),
    ("亿人", "人", 8),
    ("户", "户", 0),
    ("百户", "户", 2),
    ("万户", "户", 4),
    ("亿户", "户", 8),
    ("件", "件", 0),
    ("万件", "件", 4),
    ("亿件", "件", 8),
    ("个", "个", 0),
    ("万个", "个", 4),
    ("项", "项", 0),
    ("次", "次", 0),
    ("家", "家", 0),
    ("台", "台", 0),
    ("部", "部", 0),
    ("万部", "部", 4),
    ("村", "村", 0),
    ("条", "条", 0),
    ("kbps", "Mbps", -3),
    ("Mbps", "Mbps", 0),
    ("Gbps", "Mbps", 3),
    ("Tbps", "Mbps", 6),
    ("MB", "MB", 0),
    ("GB", "MB", 3),
    ("TB", "MB", 6),
    ("PB", "MB", 9),
    ("平方米", "平方米", 0),
    ("平方公里", "平方米", 6),
    ("公里", "公里", 0),
    ("天", "天", 0),
    ("小时", "小时", 0),
];

/// The kind of a unit: base units with their exponents; empty for a plain number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kind(Map<String, i32>);

impl Kind {
    /// A plain number.
    #[must_use]
    pub fn plain() -> Self {
        Self::default()
    }

    fn base(name: &str) -> Self {
        if name.is_empty() { Self::plain() } else { Self(gathered([(name.to_owned(), 1)])) }
    }

    /// Whether it is the kind of a plain number.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// The kind of a product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.combine(other, 1)
    }

    /// The kind of a quotient.
    #[must_use]
    pub fn per(&self, other: &Self) -> Self {
        self.combine(other, -1)
    }

    fn combine(&self, other: &Self, sign: i32) -> Self {
        let mut exponents = self.0.clone();
        for (base, exponent) in &other.0 {
            exponents.change(base.clone(), |sum| *sum = sum.saturating_add(exponent.saturating_mul(sign)));
        }
        exponents.retain(|_, exponent| *exponent != 0);
        Self(exponents)
    }
}

impl Kind {
    /// The kind as a fault tells it: what has no unit is a plain number.
    #[must_use]
    pub fn told(&self) -> String {
        if self.is_plain() { "plain number".to_owned() } else { self.to_string() }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = |positive: bool| {
            let parts = self.0.iter().filter(|(_, exponent)| (**exponent > 0) == positive);
            let parts = parts.map(|(base, exponent)| match exponent.unsigned_abs() {
                1 => base.clone(),
                power => format!("{base}^{power}"),
            });
            parts.collect::<Vec<_>>().join("·")
        };
        match (side(true), side(false)) {
            (above, below) if below.is_empty() => f.write_str(if above.is_empty() { "1" } else { &above }),
            (above, below) => write!(f, "{}/{below}", if above.is_empty() { "1" } else { &above }),
        }
    }
}

/// A unit: its kind, and how many base units one of it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it counts.
    pub kind: Kind,
    /// How many base units one of it is.
    pub factor: Exact,
}

impl Unit {
    /// The unit of a plain number.
    #[must_use]
    pub fn plain() -> Self {
        Self { kind: Kind::plain(), factor: Exact::from(1) }
    }
}

/// All units a rulebook can use.
#[derive(Debug, Clone)]
pub struct Units {
    simple: Map<String, Unit>,
}

impl Default for Units {
    fn default() -> Self {
        let simple = KNOWN.iter().map(|&(symbol, base, power)| {
            (symbol.to_owned(), Unit { kind: Kind::base(base), factor: Exact::power_of_ten(power) })
        });
        Self { simple: gathered(simple) }
    }
}

impl Units {
    /// Adds a unit; `false`, and nothing is added, where the symbol is taken or `of` is unknown.
    pub fn add(&mut self, symbol: &str, of: &str, factor: &Exact) -> bool {
        if self.simple.contains_key(symbol) {
            return false;
        }
        let (kind, scale) = match self.simple.get(of) {
            _ if of == symbol => (Kind::base(symbol), Exact::from(1)),
            Some(unit) => (unit.kind.clone(), unit.factor.clone()),
            None => return false,
        };
        self.simple.insert(symbol.to_owned(), Unit { kind, factor: scale * factor.clone() });
        true
    }

    /// The unit a symbol stands for: empty for a plain number, simple (万元) or a quotient (元/人).
    #[must_use]
    pub fn get(&self, symbol: &str) -> Option<Unit> {
        if symbol.is_empty() {
            return Some(Unit::plain());
        }
        let mut parts = symbol.split('/');
        let first = self.simple.get(parts.next()?)?;
        parts.try_fold(first.clone(), |unit, part| {
            let divisor = self.simple.get(part)?;
            Some(Unit { kind: unit.kind.per(&divisor.kind), factor: unit.factor.over(&divisor.factor)? })
        })
    }

    /// Every symbol, in order.
    pub fn symbols(&self) -> impl Iterator<Item = &str> {
        self.simple.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(symbol: &str) -> String {
        Units::default().get(symbol).map_or_else(|| "none".to_owned(), |unit| unit.factor.to_string())
    }

    #[test]
    fn scales_convert_exactly() {
        for (symbol, expected) in [
            ("万元", "10000"),
            ("亿元", "100000000"),
            ("%", "0.01"),
            ("‰", "0.001"),
            ("kbps", "0.001"),
            ("", "1"),
            ("个/万人", "0.0001"),
            ("千元/百户", "10"),
        ] {
            assert_eq!(factor(symbol), expected, "{symbol}");
        }
        assert_eq!(factor("斤"), "none");
        assert_eq!(factor("元/"), "none");
    }

    #[test]
    fn kinds_follow_products_and_quotients() {
        let units = Units::default();
        let kind = |symbol| units.get(symbol).map(|unit| unit.kind).unwrap_or_default();
        assert_eq!(kind("亿元").per(&kind("万人")), kind("元/人"));
        assert!(kind("万元").per(&kind("亿元")).is_plain());
        assert!(!kind("元").is_plain() && !kind("元/人").is_plain());
        assert_eq!(kind("元/人").times(&kind("人")), kind("万元"));
        assert_eq!(kind("件/人").to_string(), "件/人");
    }

    #[test]
    fn a_kind_is_written_as_product_and_quotient_of_base_units() {
        let units = Units::default();
        let kind = |symbol| units.get(symbol).map(|unit| unit.kind).unwrap_or_default();
        let (yuan, person, parcel) = (kind("元"), kind("人"), kind("件"));
        for (found, expected) in [
            (Kind::plain(), "1"),
            (yuan.clone(), "元"),
            (yuan.times(&yuan), "元^2"),
            (yuan.times(&parcel), "件·元"),
            (Kind::plain().per(&person), "1/人"),
            (yuan.per(&person).per(&person), "元/人^2"),
            (yuan.per(&yuan), "1"),
        ] {
            assert_eq!(found.to_string(), expected);
        }
    }

    #[test]
    fn a_rulebook_adds_units() {
        let mut units = Units::default();
        assert!(units.add("吨标准煤", "吨标准煤", &Exact::from(1)));
        assert!(units.add("万吨标准煤", "吨标准煤", &Exact::from(10000)));
        assert!(!units.add("万元", "元", &Exact::from(1)), "known symbols stay as they are");
        assert_eq!(factor("万元"), "10000");
        assert!(!units.add("担", "斤", &Exact::from(100)), "what it is made of is not known");
        assert!(units.get("担").is_none());
        assert!(units.symbols().any(|symbol| symbol == "吨标准煤"));
        assert!(units.add("千万元", "万元", &Exact::from(1000)));
        assert_eq!(units.get("千万元").map(|unit| unit.factor.to_string()).as_deref(), Some("10000000"));
        assert_eq!(
            units.get("万吨标准煤/亿元").map(|unit| unit.factor.to_string()).as_deref(),
            Some("0.0001")
        );
    }
}
