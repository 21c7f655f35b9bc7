//! A rulebook ready for use: names are indices, numbers exact and in base units.
//!
//! [`crate::rulebook::load`] is the only way to one, so a value of [`Plan`] is the proof that the rulebook holds together.

use std::sync::Arc;

use crate::language::{Condition, Formula};
use crate::model::{
    Basis, Decimal, Dimension, Effect, Exact, FieldChoice, Indicator, Lang, Rulebook, Text, Unit, Units,
};
use crate::texts;

/// A rulebook that holds together.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The document.
    pub document: Rulebook,
    /// SHA-256 of its canonical form.
    pub sha256: String,
    /// Its units.
    pub units: Units,
    /// The number figures' units and domains, by figure; `None` for other kinds.
    pub numbers: Vec<Option<NumberPlan>>,
    /// The benchmarks.
    pub benchmarks: Vec<BenchmarkPlan>,
    /// The derived figures.
    pub derived: Arc<[DerivedPlan]>,
    /// Their order of computation: each after those it refers to.
    pub order: Vec<usize>,
    /// The requirements.
    pub requirements: Vec<RequirementPlan>,
    /// The categories; one, `overall`, where the document has none.
    pub categories: Vec<CategoryPlan>,
    /// The floors of the fields.
    pub field_floors: Vec<Vec<FloorPlan>>,
    /// The choice whose options have weights of their own.
    pub weights_by: Option<usize>,
    /// The dimensions.
    pub dimensions: Vec<DimensionPlan>,
    /// When each material is needed; `None` for always.
    pub materials: Vec<Option<Condition>>,
    /// The routes' conditions.
    pub routes: Vec<Condition>,
    /// The warnings' conditions.
    pub warnings: Vec<Condition>,
}

/// A number figure.
#[derive(Debug, Clone)]
pub struct NumberPlan {
    /// The figure's own unit first, then the others it may be given in.
    pub units: Vec<(String, Unit)>,
    /// The least value, in base units.
    pub least: Option<Exact>,
    /// The greatest value, in base units.
    pub most: Option<Exact>,
}

/// A benchmark.
#[derive(Debug, Clone)]
pub struct BenchmarkPlan {
    /// Its values in base units, by rising year.
    pub by_year: Vec<(u32, Exact)>,
}

/// A derived figure.
#[derive(Debug, Clone)]
pub struct DerivedPlan {
    /// The formula.
    pub formula: Formula,
    /// Its value where the formula has none, in base units.
    pub when_undefined: Option<Exact>,
}

/// A requirement.
#[derive(Debug, Clone)]
pub struct RequirementPlan {
    /// The condition.
    pub condition: Condition,
    /// Whether it is met where a comparison has no value.
    pub when_undefined: Option<bool>,
    /// The categories it applies to.
    pub categories: Vec<usize>,
    /// The fields it applies to; `None` for all alike.
    pub fields: Option<Vec<usize>>,
}

/// A category.
#[derive(Debug, Clone)]
pub struct CategoryPlan {
    /// Its id.
    pub id: String,
    /// How it deals with fields.
    pub fields: FieldChoice,
    /// The floors of its line.
    pub floors: Vec<FloorPlan>,
}

/// A floor: a dimension or an indicator, and the least share of its points.
#[derive(Debug, Clone)]
pub struct FloorPlan {
    /// The dimension.
    pub dimension: Option<usize>,
    /// The indicator, by its place among all indicators.
    pub indicator: Option<usize>,
    /// The least share, of one.
    pub least: Exact,
    /// The same in percent, as written.
    pub least_percent: Decimal,
}

/// A weight or most points in every variant (by option of the choice that switches weights, else there is one) and
/// category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights(pub Vec<Vec<Decimal>>);

impl Weights {
    /// The value in a variant and category.
    #[must_use]
    pub fn of(&self, variant: usize, category: usize) -> Decimal {
        self.0.get(variant).and_then(|each| each.get(category)).copied().unwrap_or(Decimal::ZERO)
    }

    /// Whether the value depends on the variant.
    #[must_use]
    pub fn varies(&self) -> bool {
        self.0.iter().zip(self.0.iter().skip(1)).any(|(a, b)| a != b)
    }
}

/// A dimension.
#[derive(Debug, Clone)]
pub struct DimensionPlan {
    /// Its weight.
    pub weight: Weights,
    /// What its indicators without known points share in unknown proportions; only where there are several.
    pub rest: Option<Weights>,
    /// Its indicators.
    pub indicators: Vec<IndicatorPlan>,
}

/// An indicator.
#[derive(Debug, Clone)]
pub struct IndicatorPlan {
    /// Its place among all indicators, in the order of the document.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its most points; `None` where they are not known. Below an indicator of which they are not known these are parts
    /// of 100.
    pub max: Option<Weights>,
    /// What the indicators below it without known points share in unknown proportions; only where there are several.
    pub rest: Option<Weights>,
    /// How it is scored; `None` where it groups further indicators.
    pub scoring: Option<Scoring>,
    /// Its share where the formula has no value.
    pub when_undefined: Option<Exact>,
    /// Indicators one level below.
    pub indicators: Vec<IndicatorPlan>,
}

impl IndicatorPlan {
    /// What the points of the indicators below it sum to in a variant and category: its own, else 100.
    #[must_use]
    pub fn whole(&self, variant: usize, category: usize) -> Decimal {
        self.max.as_ref().map_or(Decimal::HUNDRED, |max| max.of(variant, category))
    }
}

/// A score function that gives a share of the points, 0 to 1.
#[derive(Debug, Clone)]
pub enum Scoring {
    /// A share for each band: the cuts between them, and one share more than cuts.
    Bands {
        /// What is looked up.
        of: Formula,
        /// The cuts, rising.
        cuts: Vec<Cut>,
        /// The shares, from the lowest band to the highest.
        shares: Vec<Exact>,
    },
    /// Straight lines between points of value and share, level outside.
    Line {
        /// What is scored.
        of: Formula,
        /// The points, rising in value.
        points: Vec<(Exact, Exact)>,
    },
    /// A share for each option of a choice, or for yes and no.
    Options {
        /// The figure.
        of: usize,
        /// The shares, in the order of the options.
        shares: Vec<Exact>,
    },
    /// A share for each ticked item, capped.
    Items {
        /// The figure.
        of: usize,
        /// The shares, in the order of the items.
        shares: Vec<Exact>,
        /// The most they give together.
        cap: Exact,
    },
    /// The best of several.
    BestOf(Vec<Scoring>),
    /// Parts with their shares of one.
    SumOf(Vec<(Exact, Scoring)>),
    /// One for each field.
    ByField(Vec<Scoring>),
}

/// A cut between two bands.
#[derive(Debug, Clone)]
pub struct Cut {
    /// Where it is.
    pub at: Exact,
    /// Whether the value itself belongs to the upper band.
    pub in_upper: bool,
}

impl Plan {
    /// Whether a city applies under it: there is a way to apply, a material for it, or a condition; else it only measures.
    #[must_use]
    pub fn asks_for_an_application(&self) -> bool {
        let document = &self.document;
        let binding = document.requirements.iter().any(|requirement| requirement.effect == Effect::Binding);
        binding || !document.routes.is_empty() || !document.materials.is_empty()
    }

    /// The index of a figure.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<usize> {
        self.document.figures.iter().position(|figure| figure.id == id)
    }

    /// The place among the inputs of `category`, the category the submission names.
    #[must_use]
    pub fn category_input(&self) -> usize {
        self.document.figures.len()
    }

    /// The place among the inputs of `fields`, the fields the submission names.
    #[must_use]
    pub fn fields_input(&self) -> usize {
        self.document.figures.len().saturating_add(1)
    }

    /// The place among the inputs of `year`, the year of the submission.
    #[must_use]
    pub fn year_input(&self) -> usize {
        self.document.figures.len().saturating_add(2)
    }

    /// All indicators, those that group others before them.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorPlan> {
        let mut found = Vec::new();
        let mut open: Vec<_> = self.dimensions.iter().rev().flat_map(|d| d.indicators.iter().rev()).collect();
        while let Some(indicator) = open.pop() {
            found.push(indicator);
            open.extend(indicator.indicators.iter().rev());
        }
        found.into_iter()
    }

    /// The label of what an id names; `kind` is `figure`, `requirement`, `category` … in the singular or plural.
    #[must_use]
    pub fn label(&self, kind: &str, id: &str, lang: Lang) -> Option<String> {
        fn find<T>(list: &[T], id: &str, of: fn(&T) -> (&str, &Text), lang: Lang) -> Option<String> {
            list.iter().map(of).find(|(found, _)| *found == id).map(|(_, label)| label.get(lang).to_owned())
        }
        let document = &self.document;
        match kind {
            "figure" | "figures" => find(&document.figures, id, |f| (&f.id, &f.label), lang),
            "benchmark" => find(&document.benchmarks, id, |b| (&b.id, &b.label), lang),
            "derived" => find(&document.derived, id, |d| (&d.id, &d.label), lang),
            "requirement" | "requirements" => find(&document.requirements, id, |r| (&r.id, &r.label), lang),
            "field" | "fields" => find(&document.fields, id, |f| (&f.id, &f.label), lang),
            "line_name" => {
                let category = document.categories.iter().find(|category| category.id == id)?;
                let basis = category.line.as_ref().map_or(Basis::Official, |line| line.standing.basis);
                Some(texts::line_name(basis).get(lang).to_owned())
            }
            "category" | "others" => find(&document.categories, id, |c| (&c.id, &c.label), lang),
            "dimension" => find(&document.dimensions, id, |d| (&d.id, &d.label), lang),
            "indicator" => indicators(&document.dimensions)
                .find(|indicator| indicator.id == id)
                .map(|indicator| indicator.label.get(lang).to_owned()),
            "parts" => self.label("dimension", id, lang).or_else(|| self.label("indicator", id, lang)),
            "material" => find(&document.materials, id, |m| (&m.id, &m.label), lang),
            "route" => find(&document.routes, id, |r| (&r.id, &r.label), lang),
            "warning" => find(&document.warnings, id, |w| (&w.id, &w.text), lang),
            _ => None,
        }
    }
}

/// All indicators of the document, those that group others before them.
fn indicators(dimensions: &[Dimension]) -> impl Iterator<Item = &Indicator> {
    let mut found = Vec::new();
    let mut open: Vec<_> =
        dimensions.iter().rev().flat_map(|dimension| dimension.indicators.iter().rev()).collect();
    while let Some(indicator) = open.pop() {
        found.push(indicator);
        open.extend(indicator.indicators.iter().rev());
    }
    found.into_iter()
}
