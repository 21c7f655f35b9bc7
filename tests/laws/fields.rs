//! What the choice of fields means: one field counts as it does alone, of several the best counts.

use infocity_check::model::{CategoryResult, Decimal, FieldChoice, Fit, Points};
use infocity_check::plan::Scoring;
use proptest::prelude::*;

use crate::cases::{assessment, case, law};
use crate::support::submissions::Submitter;
use crate::tight::score_in;

/// Whether a score asks for the field again.
fn by_field(scoring: &Scoring) -> bool {
    match scoring {
        Scoring::ByField(_) => true,
        Scoring::BestOf(parts) => parts.iter().any(by_field),
        Scoring::SumOf(parts) => parts.iter().any(|(_, part)| by_field(part)),
        _ => false,
    }
}

/// A category that chooses one field is the field scored alone; of several chosen fields, and of all while none is
/// chosen, the best counts in each indicator that has a score for each.
#[test]
fn of_the_chosen_fields_the_best_counts() {
    law("of_the_chosen_fields_the_best_counts", &case(4), |case| {
        let plan = case.plan();
        let Some(at) = plan.categories.iter().position(|category| category.fields == FieldChoice::Choose)
        else {
            return Ok(());
        };
        let submissions = Submitter::new(&plan).chain(&case.submission);
        let submission = &submissions[submissions.len() - 1];
        let assessed = assessment(&plan, submission);
        let category = &assessed.categories[at];
        let counts =
            |field: &&CategoryResult| submission.fields.is_empty() || submission.fields.contains(&field.id);
        let counted: Vec<_> = assessed.fields.iter().filter(counts).collect();
        if let ([field], false) = (counted.as_slice(), submission.fields.is_empty()) {
            let alone =
                CategoryResult { id: category.id.clone(), category: None, ..CategoryResult::clone(field) };
            prop_assert_eq!(category, &alone);
        }
        if submission.fields.is_empty() {
            let fits = |fit: Fit| counted.iter().filter(|field| field.fit == fit).count();
            prop_assert_eq!(
                category.fit == Fit::Fits,
                fits(Fit::Fits) > 0,
                "it fits if it fits in any field"
            );
            prop_assert_eq!(category.fit == Fit::DoesNotFit, fits(Fit::DoesNotFit) == counted.len());
        }
        for indicator in plan.indicators() {
            let together = score_in(category, &indicator.id).expect("it is there");
            let alone = counted.iter().filter_map(|field| score_in(field, &indicator.id));
            let best = alone.reduce(|a, b| Points { low: a.low.max(b.low), high: a.high.max(b.high) });
            let best = best.unwrap_or(Points { low: Decimal::ZERO, high: Decimal::ZERO });
            prop_assert!(together.low >= best.low && together.high >= best.high, "{}", indicator.id);
            if matches!(&indicator.scoring, Some(Scoring::ByField(parts)) if !parts.iter().any(by_field)) {
                prop_assert_eq!(together, best, "{}", &indicator.id);
            }
        }
        Ok(())
    });
}
