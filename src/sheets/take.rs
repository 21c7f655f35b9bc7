//! From the document to the rows of its sheets.

use super::cells::written;
use super::layout::{Kind, Leaf, SHEETS, Shape, Use, leaves};
use super::table::{Row, Spot, Table};
use crate::model::{Json, Lang};
use crate::texts::sheets::SEE_WEIGHTS;

/// The first row of a sheet that is not heading.
pub(super) const FIRST_ROW: u32 = 2;

/// The column of the sheet of the document itself in which its values stand.
pub(super) const HEAD_VALUE: u32 = 2;

/// The sheets of a document, named and worded in `lang`.
pub(super) fn take(document: &Json, lang: Lang) -> Vec<Table> {
    let mut languages = vec!["zh".to_owned(), "en".to_owned()];
    languages.extend(items(document, "languages").iter().map(Json::to_string));
    let tables = SHEETS.iter().map(|sheet| Table {
        sheet,
        name: sheet.name.get(lang).to_owned(),
        leaves: leaves(sheet.columns, &languages),
        rows: Vec::new(),
    });
    let mut taker = Taker { document, lang, tables: tables.collect() };
    taker.rows(document);
    taker.tables
}

struct Taker<'a> {
    document: &'a Json,
    lang: Lang,
    tables: Vec<Table>,
}

impl Taker<'_> {
    fn rows(&mut self, document: &Json) {
        self.row(Shape::Head, document, &[]);
        for sheet in SHEETS {
            if let Shape::Items(list) = sheet.shape {
                for item in items(document, list) {
                    self.row(sheet.shape, item, &[]);
                }
            }
        }
        for figure in items(document, "figures") {
            let of = [("figure", text(figure, "id"))];
            let kind = figure.get("kind");
            let options = kind.and_then(|kind| kind.get("choice")).map(|choice| items(choice, "options"));
            let list = kind.and_then(|kind| kind.get("checklist")).map(|list| items(list, "items"));
            for option in options.or(list).unwrap_or_default() {
                self.row(Shape::Options, option, &of);
            }
        }
        for benchmark in items(document, "benchmarks") {
            for (year, value) in entries(benchmark.get("by_year")) {
                let of = [("benchmark", text(benchmark, "id")), ("year", Json::Text(year.clone()))];
                // A value with a standing of its own is an object; a bare one is as good as one without.
                let bare = Json::Object(vec![("value".to_owned(), value.clone())]);
                self.row(Shape::Years, if matches!(value, Json::Object(_)) { value } else { &bare }, &of);
            }
        }
        for (of, list) in [("category", "categories"), ("field", "fields")] {
            for owner in items(document, list) {
                let floors = if of == "field" { Some(owner) } else { owner.get("line") };
                for floor in floors.map(|line| items(line, "floors")).unwrap_or_default() {
                    let place = [("of", Json::Text(of.to_owned())), ("owner", text(owner, "id"))];
                    self.row(Shape::Floors, floor, &place);
                }
            }
        }
        for dimension in items(document, "dimensions") {
            self.weights("dimension", dimension, "weight");
            self.indicators(dimension, &text(dimension, "id"), &Json::Null);
        }
        for route in items(document, "routes") {
            for step in items(route, "steps") {
                self.row(Shape::Steps, step, &[("route", text(route, "id"))]);
            }
        }
    }

    fn indicators(&mut self, above: &Json, dimension: &Json, parent: &Json) {
        for indicator in items(above, "indicators") {
            let id = text(indicator, "id");
            let place = [("dimension_of", dimension.clone()), ("parent", parent.clone())];
            self.row(Shape::Indicators, indicator, &place);
            self.weights("indicator", indicator, "max");
            if let Some(score) = indicator.get("score") {
                self.score(&id, score, &[], &[]);
            }
            self.indicators(indicator, dimension, &id);
        }
    }

    /// A score function: a row for itself, one for each of its parts, then those of the functions in it.
    fn score(&mut self, indicator: &Json, score: &Json, path: &[usize], place: &[(&str, Json)]) {
        let Json::Object(single) = score else { return };
        let Some((function, body)) = single.first() else { return };
        let level = path.iter().map(usize::to_string).collect::<Vec<_>>().join(".");
        let at = |part: &str| {
            let level = if level.is_empty() { Json::Null } else { Json::Text(level.clone()) };
            vec![("indicator", indicator.clone()), ("path", level), ("part", Json::Text(part.to_owned()))]
        };
        let nothing = Json::Null;
        let own = if function == "by_field" { &nothing } else { body };
        let mut row = at(function);
        row.extend(place.iter().cloned());
        self.row(Shape::Scores, own, &row);
        for (list, part) in [("bands", "band"), ("points", "point")] {
            for item in items(own, list) {
                self.row(Shape::Scores, item, &at(part));
            }
        }
        for (option, score) in ordered(own.get("scores"), &self.options(own.get("of"))) {
            let mut row = at("option");
            row.push(("option", Json::Text(option.clone())));
            let item = Json::Object(vec![("score".to_owned(), score.clone())]);
            self.row(Shape::Scores, &item, &row);
        }
        let below = |number: usize| [path, &[number]].concat();
        match (function.as_str(), body) {
            ("best_of", Json::List(scores)) => {
                for (score, number) in scores.iter().zip(1..) {
                    self.score(indicator, score, &below(number), &[]);
                }
            }
            ("sum_of", Json::List(shares)) => {
                for (share, number) in shares.iter().zip(1..) {
                    let (percent, score) = (text(share, "percent"), share.get("score").unwrap_or(&nothing));
                    self.score(indicator, score, &below(number), &[("percent", percent)]);
                }
            }
            ("by_field", Json::Object(_)) => {
                let order = ids(items(self.document, "fields"));
                for ((field, score), number) in ordered(Some(body), &order).into_iter().zip(1..) {
                    self.score(indicator, score, &below(number), &[("field", Json::Text(field.clone()))]);
                }
            }
            _ => {}
        }
    }

    fn weights(&mut self, of: &str, item: &Json, key: &str) {
        let Some(weight @ Json::Object(_)) = item.get(key) else { return };
        if !is_regular(weight) {
            return;
        }
        let owner = [("of", Json::Text(of.to_owned())), ("owner", text(item, "id"))];
        let categories = ids(items(self.document, "categories"));
        let options = self.options(self.document.get("weights_by"));
        let mut row = |option: Option<&str>, category: Option<&str>, value: &Json| {
            let mut place = owner.to_vec();
            place.extend(option.map(|option| ("by_option", Json::Text(option.to_owned()))));
            place.extend(category.map(|category| ("category", Json::Text(category.to_owned()))));
            place.push(("value", value.clone()));
            self.row(Shape::Weights, &Json::Null, &place);
        };
        let Some(by_option) = weight.get("by_option") else {
            for (category, value) in ordered(Some(weight), &categories) {
                row(None, Some(category), value);
            }
            return;
        };
        for (option, weight) in ordered(Some(by_option), &options) {
            if !matches!(weight, Json::Object(_)) {
                row(Some(option), None, weight);
            }
            for (category, value) in ordered(Some(weight), &categories) {
                row(Some(option), Some(category), value);
            }
        }
    }

    /// The ids of the options or items of the figure that `id` names, in the order of the form.
    fn options(&self, id: Option<&Json>) -> Vec<String> {
        let figure = items(self.document, "figures").iter().find(|figure| figure.get("id") == id);
        let kind = figure.and_then(|figure| figure.get("kind"));
        let lists = [("choice", "options"), ("checklist", "items")];
        let found = lists.iter().find_map(|(kind_, list)| Some(items(kind?.get(kind_)?, list)));
        ids(found.unwrap_or_default())
    }

    /// Adds a row: the values of `item`, and what says where it belongs.
    fn row(&mut self, shape: Shape, item: &Json, place: &[(&str, Json)]) {
        let lang = self.lang;
        let Some(table) = self.tables.iter_mut().find(|table| table.sheet.shape == shape) else { return };
        let cell = |leaf: &Leaf| {
            let value = match place.iter().find(|(key, _)| *key == leaf.key) {
                Some((_, value)) => Some(value),
                None if leaf.use_ == Use::Key => below(item, &leaf.path),
                None => None,
            };
            match value {
                None | Some(Json::Null) => String::new(),
                Some(value) => cell(leaf.kind, value, lang),
            }
        };
        let cells: Vec<String> = table.leaves.iter().map(cell).collect();
        let number = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        let spots = (0..).take(cells.len()).map(|at: u32| match shape {
            Shape::Head => Spot { row: FIRST_ROW.saturating_add(at), col: HEAD_VALUE },
            _ => Spot { row: FIRST_ROW.saturating_add(number), col: at },
        });
        let spots = spots.collect();
        table.rows.push(Row { cells, spots });
    }
}

fn cell(kind: Kind, value: &Json, lang: Lang) -> String {
    match (kind, value) {
        (Kind::Tag(_), Json::Object(single)) => {
            let tag = single.first().map(|(tag, _)| Json::Text(tag.clone()));
            tag.map(|tag| written(kind, &tag, lang)).unwrap_or_default()
        }
        (Kind::Weight, Json::Object(_)) if is_regular(value) => SEE_WEIGHTS.get(lang).to_owned(),
        _ => written(kind, value, lang),
    }
}

/// Whether a weight that is an object has a row for each of its numbers: nothing in it is empty.
fn is_regular(weight: &Json) -> bool {
    let full = |object: &Json| match object {
        Json::Object(entries) => !entries.is_empty(),
        _ => true,
    };
    let options = weight.get("by_option");
    full(weight) && options.is_none_or(full) && entries(options).iter().all(|(_, weight)| full(weight))
}

fn below<'a>(item: &'a Json, path: &[String]) -> Option<&'a Json> {
    path.iter().try_fold(item, |value, key| value.get(key))
}

fn items<'a>(of: &'a Json, list: &str) -> &'a [Json] {
    match of.get(list) {
        Some(Json::List(items)) => items,
        _ => &[],
    }
}

fn entries(of: Option<&Json>) -> &[(String, Json)] {
    match of {
        Some(Json::Object(entries)) => entries,
        _ => &[],
    }
}

/// The entries of an object, those of `order` first, as a form has them.
fn ordered<'a>(of: Option<&'a Json>, order: &[String]) -> Vec<(&'a String, &'a Json)> {
    let mut entries: Vec<_> = entries(of).iter().map(|(key, value)| (key, value)).collect();
    entries.sort_by_key(|(key, _)| order.iter().position(|known| known == *key).unwrap_or(order.len()));
    entries
}

fn ids(items: &[Json]) -> Vec<String> {
    items.iter().filter_map(|item| item.get("id")).map(Json::to_string).collect()
}

fn text(of: &Json, key: &str) -> Json {
    of.get(key).cloned().unwrap_or(Json::Null)
}
