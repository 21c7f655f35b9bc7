//! Categories, their lines and the floors.

use crate::language::{among, nearest};
use crate::model::{
    Decimal, Exact, FaultCode, Faults, FieldChoice, Floor, Indicator, Place, Rulebook, Subject,
};
use crate::plan::{CategoryPlan, FloorPlan};

/// The id of the one category of a rulebook without categories.
const OVERALL: &str = "overall";

/// The categories, their floors still empty.
pub(super) fn categories(document: &Rulebook, faults: &mut Faults) -> Vec<CategoryPlan> {
    if document.categories.is_empty() {
        return vec![CategoryPlan { id: OVERALL.to_owned(), fields: FieldChoice::All, floors: Vec::new() }];
    }
    for (index, category) in document.categories.iter().enumerate() {
        if category.fields == FieldChoice::Choose && document.fields.is_empty() {
            let place = Place::item("categories", index, Subject::Category, &category.id).at("fields");
            faults.add(FaultCode::NoFields, &place, "choose", &[]);
        }
    }
    let plans = document.categories.iter();
    plans
        .map(|category| CategoryPlan { id: category.id.clone(), fields: category.fields, floors: Vec::new() })
        .collect()
}

/// The categories with their floors.
pub(super) fn floors(
    document: &Rulebook,
    categories: Vec<CategoryPlan>,
    faults: &mut Faults,
) -> Vec<CategoryPlan> {
    let with_floors = categories.into_iter().enumerate().map(|(index, plan)| {
        let line = document.categories.get(index).and_then(|category| category.line.as_ref());
        let place = Place::item("categories", index, Subject::Category, &plan.id).at("line");
        if let Some(total) = line.map(|line| line.total)
            && (total.is_negative() || total > Decimal::HUNDRED)
        {
            faults.add(FaultCode::OffScale, &place.at("total"), total, &[("most", "100")]);
        }
        let floors = line.map(|line| floor_plans(document, &line.floors, &place, faults)).unwrap_or_default();
        CategoryPlan { floors, ..plan }
    });
    with_floors.collect()
}

/// The floors of the fields.
pub(super) fn field_floors(document: &Rulebook, faults: &mut Faults) -> Vec<Vec<FloorPlan>> {
    let fields = document.fields.iter().enumerate();
    fields
        .map(|(index, field)| {
            let place = Place::item("fields", index, Subject::Field, &field.id);
            floor_plans(document, &field.floors, &place, faults)
        })
        .collect()
}

fn floor_plans(document: &Rulebook, floors: &[Floor], place: &Place, faults: &mut Faults) -> Vec<FloorPlan> {
    let mut plans = Vec::new();
    for (index, floor) in floors.iter().enumerate() {
        let at = place.at("floors").at(index);
        let in_range = !floor.least_percent.is_negative() && floor.least_percent <= Decimal::HUNDRED;
        if floor.dimension.is_some() == floor.indicator.is_some() || !in_range {
            faults.add(FaultCode::BadFloor, &at, floor.least_percent, &[]);
            continue;
        }
        let dimension = floor.dimension.as_ref().map(|id| {
            let found = document.dimensions.iter().position(|dimension| dimension.id == *id);
            if found.is_none() {
                let known = among(id, document.dimensions.iter().map(|dimension| dimension.id.as_str()));
                faults.add_with(FaultCode::UnknownDimension, &at.at("dimension"), id, &known);
            }
            found
        });
        let indicator = floor.indicator.as_ref().map(|id| {
            let found = indicator_ids(document).iter().position(|known| known == id);
            if found.is_none() {
                let near = nearest(id, indicator_ids(document).into_iter()).unwrap_or("");
                faults.add(FaultCode::UnknownIndicator, &at.at("indicator"), id, &[("nearest", near)]);
            }
            found
        });
        plans.push(FloorPlan {
            dimension: dimension.flatten(),
            indicator: indicator.flatten(),
            least: Exact::from(floor.least_percent).percent(),
            least_percent: floor.least_percent,
        });
    }
    plans
}

/// The ids of all indicators, those that group others before them.
fn indicator_ids(document: &Rulebook) -> Vec<&str> {
    fn add<'a>(indicators: &'a [Indicator], ids: &mut Vec<&'a str>) {
        for indicator in indicators {
            ids.push(&indicator.id);
            add(&indicator.indicators, ids);
        }
    }
    let mut ids = Vec::new();
    document.dimensions.iter().for_each(|dimension| add(&dimension.indicators, &mut ids));
    ids
}
