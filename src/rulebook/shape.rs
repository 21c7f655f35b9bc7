//! From JSON to the document types, with every fault at its place.
//!
//! serde's derived readers do the reading, from a deserializer of our own (`reader`) whose error (`misfit`) tells faults
//! apart that serde's own error types keep as English sentences.

mod misfit;
mod reader;

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::language::nearest;
use crate::model::{Faults, Json, Place, Subject};
pub(super) use misfit::QUOTED_NUMBER;
use misfit::{Misfit, Wrong};
use reader::Reader;

/// The most faults of shape that are looked for in one part.
const MOST: usize = 20;

/// Reads a part of the document; every fault is reported at its place below `place`.
///
/// serde stops at the first fault: what is at fault is then left out and the rest read again, as far as it can be read
/// without it.
pub(super) fn read<T: DeserializeOwned>(json: &Json, place: &Place, faults: &mut Faults) -> Option<T> {
    match T::deserialize(Reader(json)) {
        Ok(value) => Some(value),
        Err(wrong) => {
            let again = |rest: &Json| T::deserialize(Reader(rest)).err();
            report(json, wrong, &again, place, faults);
            None
        }
    }
}

/// Reports the first fault, and what else is wrong `again` and again.
fn report(
    json: &Json,
    first: Wrong,
    again: &dyn Fn(&Json) -> Option<Wrong>,
    place: &Place,
    faults: &mut Faults,
) {
    let mut rest = Cow::Borrowed(json);
    let (mut left_out, mut meant): (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let mut next = Some(first);
    for _ in 0..MOST {
        let Some(wrong) = next.map(|wrong| *wrong.0) else { return };
        let mut path: Vec<_> = wrong.path.into_iter().rev().collect();
        let at = path.iter().fold(place.clone(), |at, key| at.at(key));
        let told = match &wrong.misfit {
            // It is missing because it was left out, or misspelt: that is told already.
            Misfit::MissingKey(key) => left_out.iter().chain(&meant).any(|out| ends(out, &path, key)),
            // What it consists of was left out.
            Misfit::UnknownVariant { .. } => left_out.iter().any(|out| within(out, &path)),
            Misfit::UnknownKey { key, known } => {
                if let Some(near) = nearest(key, known.iter().copied()) {
                    meant.push(path.iter().cloned().chain([near.to_owned()]).collect());
                }
                path.push(key.clone());
                false
            }
            _ => false,
        };
        if !told {
            faults.push(wrong.misfit.fault(&about(json, at)));
        }
        // What cannot be left out alone is left out with what is around it.
        while !without(rest.to_mut(), &path) {
            if path.pop().is_none() {
                return;
            }
        }
        left_out.push(path);
        next = again(&rest);
    }
}

/// Whether a path is that of `key` in the object at `object`.
fn ends(path: &[String], object: &[String], key: &str) -> bool {
    path.split_last().is_some_and(|(last, before)| last == key && before == object)
}

/// Whether a path is that of something directly in the object at `object`.
fn within(path: &[String], object: &[String]) -> bool {
    path.split_last().is_some_and(|(_, before)| before == object)
}

/// A place below a dimension, about the innermost indicator that it is in.
fn about(dimension: &Json, place: Place) -> Place {
    let mut parts = place.pointer.split('/').skip(3);
    let (mut inner, mut found) = (dimension, None);
    while let (Some("indicators"), Some(at)) = (parts.next(), parts.next()) {
        let Some(Json::List(items)) = inner.get("indicators") else { break };
        let Some(item) = at.parse::<usize>().ok().and_then(|at| items.get(at)) else { break };
        inner = item;
        if let Some(Json::Text(id)) = item.get("id") {
            found = Some(id);
        }
    }
    match found {
        Some(id) if place.subject == Subject::Dimension => place.about(Subject::Indicator, id),
        _ => place,
    }
}

/// Takes what stands at `path` out of the objects around it; nothing in a list, whose places would change.
fn without(json: &mut Json, path: &[String]) -> bool {
    let (Json::Object(entries), Some((key, below))) = (json, path.split_first()) else { return false };
    let Some(at) = entries.iter().position(|(known, _)| known == key) else { return false };
    match (below, entries.get_mut(at)) {
        ([], _) => {
            entries.remove(at);
            true
        }
        (below, Some((_, value))) => without(value, below),
        (_, None) => false,
    }
}
