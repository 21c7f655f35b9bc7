//! A test of a rulebook: a submission, what must come of it, and why that matters.
//!
//! ```json
//! {
//!   "format": "infocity-test/1",
//!   "why": { "zh": "县级不在申报范围", "en": "A county may not apply" },
//!   "submission": "county.submission.json",
//!   "expected": {
//!     "categories": [{ "id": "comprehensive", "eligible": "not_eligible", "blocked_by": ["level"] }],
//!     "route": { "channel": null }
//!   }
//! }
//! ```
//!
//! `submission` is a file beside the test, or the submission itself. With `previous`, last year's submission in the same
//! forms, `expected` is a part of the comparison that `infocity assess --previous` prints as JSON, else of the assessment.
//! What `expected` does not name may be anything. In a list of objects with `id` those named are looked up by their ids;
//! every other list must be the same. Numbers are compared as decimals. In place of `expected`, `refused` lists the
//! faults of a submission that must not be taken, all of them: `[{ "code": "below_least", "place": "/figures/rate" }]`.

use std::path::Path;

use crate::cli::files::why_unreadable;
use crate::language::nearest;
use crate::model::{Fault, FaultCode, Faults, Json, MAX_BYTES, Place, Subject, Submission, Text};
use crate::submission;

/// The value of `format` in every test.
pub(super) const FORMAT: &str = "infocity-test/1";

const KEYS: &[&str] = &["format", "why", "submission", "previous", "expected", "refused"];

/// A submission, or what keeps it from being one.
pub(super) type Given = Result<Submission, Vec<Fault>>;

/// A test.
pub(super) struct Example {
    /// What it is for.
    pub(super) why: Text,
    /// This year's submission.
    pub(super) submission: Given,
    /// Last year's.
    pub(super) previous: Option<Given>,
    /// What must come of it.
    pub(super) wanted: Wanted,
}

/// What must come of a submission.
pub(super) enum Wanted {
    /// Parts of the assessment, or of the comparison.
    Parts(Json),
    /// Faults: code and place.
    Faults(Vec<(String, String)>),
}

/// Reads a test.
///
/// # Errors
/// What keeps it from being one, or a submission's file from being read.
pub(super) fn read(file: &Path, bytes: &[u8]) -> Result<Example, Vec<Fault>> {
    let json = Json::read(bytes).map_err(|fault| vec![*fault])?;
    let mut faults = Faults::default();
    let example = Reader { folder: file.parent(), faults: &mut faults }.example(&json);
    match example {
        Some(example) => faults.or(example),
        None => Err(faults.into_vec()),
    }
}

struct Reader<'a> {
    folder: Option<&'a Path>,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn example(&mut self, json: &Json) -> Option<Example> {
        let document = Place::document();
        let Json::Object(entries) = json else {
            return self.wrong_type(json, "object", &document);
        };
        let format = self.text(json, "format", &document)?;
        if format != FORMAT {
            self.faults.add(FaultCode::WrongFormat, &document, &format, &[("expected", FORMAT)]);
            return None;
        }
        for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())) {
            self.unknown_key(key, KEYS, &document);
        }
        let why = match json.get("why") {
            Some(why) => {
                let place = document.at("why");
                self.text(why, "zh", &place)?;
                self.text(why, "en", &place)?;
                Text::of_json(why)
            }
            None => self.missing("why", &document),
        };
        let submission = match json.get("submission") {
            Some(given) => self.given(given, &document.at("submission")),
            None => self.missing("submission", &document),
        };
        let previous = match json.get("previous") {
            Some(given) => Some(self.given(given, &document.at("previous"))?),
            None => None,
        };
        let wanted = match (json.get("expected"), json.get("refused")) {
            (Some(expected @ Json::Object(_)), None) => Some(Wanted::Parts(expected.clone())),
            (Some(expected), None) => self.wrong_type(expected, "object", &document.at("expected")),
            (None, Some(refused)) => self.refused(refused, &document.at("refused")),
            (None, None) => self.missing("expected", &document),
            (Some(_), Some(_)) => {
                let others: Vec<_> = KEYS.iter().copied().filter(|key| *key != "refused").collect();
                self.unknown_key("refused", &others, &document);
                None
            }
        };
        Some(Example { why: why?, submission: submission?, previous, wanted: wanted? })
    }

    /// A submission in the test, or in a file beside it.
    fn given(&mut self, given: &Json, place: &Place) -> Option<Given> {
        match given {
            Json::Text(file) => match self.beside(file) {
                Ok(bytes) => Some(submission::read(&bytes)),
                Err(error) => {
                    let place = place.about(Subject::Document, file);
                    let why = [("why", why_unreadable(&error))];
                    self.faults.add(FaultCode::Unreadable, &place, file, &why);
                    None
                }
            },
            Json::Object(_) => Some(submission::from_json(given)),
            other => self.wrong_type(other, "object", place),
        }
    }

    fn beside(&self, file: &str) -> std::io::Result<Vec<u8>> {
        use std::io::Read as _;
        let path = self.folder.map_or_else(|| Path::new(file).to_owned(), |folder| folder.join(file));
        let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn refused(&mut self, refused: &Json, place: &Place) -> Option<Wanted> {
        let Json::List(items) = refused else { return self.wrong_type(refused, "list", place) };
        let faults: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let at = place.at(index);
                Some((self.text(item, "code", &at)?, self.text(item, "place", &at)?))
            })
            .collect();
        Some(Wanted::Faults(faults.into_iter().collect::<Option<_>>()?))
    }

    fn text(&mut self, json: &Json, key: &str, place: &Place) -> Option<String> {
        match json.get(key) {
            Some(Json::Text(text)) => Some(text.clone()),
            Some(other) => self.wrong_type(other, "string", &place.at(key)),
            None => self.missing(key, place),
        }
    }

    fn unknown_key(&mut self, key: &str, known: &[&str], place: &Place) {
        let near = nearest(key, known.iter().copied()).unwrap_or("");
        let params = [("known", known.join(", ")), ("nearest", near.to_owned())];
        let params = params.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.faults.add(FaultCode::UnknownKey, &place.at(key), key, &params);
    }

    fn missing<T>(&mut self, key: &str, place: &Place) -> Option<T> {
        self.faults.add(FaultCode::MissingKey, place, "", &[("key", key)]);
        None
    }

    fn wrong_type<T>(&mut self, json: &Json, expected: &str, place: &Place) -> Option<T> {
        let params = [("found", json.type_name()), ("expected", expected)];
        self.faults.add(FaultCode::WrongType, place, json, &params);
        None
    }
}
