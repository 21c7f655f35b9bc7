//! The bands of a score function: from the lowest to the highest, without gap or overlap.

use std::cmp::Ordering;

use super::scores::Builder;
use crate::model::{Band, Bands, Decimal, FaultCode, Kind, Place};
use crate::plan::{Cut, Scoring};

/// An end of a band: the cut, and how it is written.
type End<'a> = (Cut, &'a str);

impl Builder<'_> {
    pub(super) fn bands(&mut self, bands: &Bands, place: &Place) -> Option<Scoring> {
        let scale = self.scale(bands.out_of, Decimal::HUNDRED, place);
        let (of, kind) = self.of(&bands.of, place)?;
        let scale = scale?;
        let mut shares = Vec::new();
        let mut cuts: Vec<Cut> = Vec::new();
        let mut upper: Option<End<'_>> = None;
        let last = bands.bands.len().saturating_sub(1);
        let mut meet = true;
        for (index, band) in bands.bands.iter().enumerate() {
            let at = place.at("bands").at(index);
            shares.push(self.share(band.score, scale, &at.at("score"))?);
            let (lower, next) = self.band_ends(band, index == 0, index == last, &kind, &at)?;
            if let Some(((lower, begins), (before, ends))) = lower.zip(upper.take()) {
                let rises = cuts.last().is_none_or(|cut| cut.at < lower.at);
                if let Some(why) = apart(&before, &lower, rises) {
                    let params = [("before", ends), ("why", why)];
                    self.faults.add(FaultCode::BandGap, &at, begins, &params);
                    meet = false;
                }
                cuts.push(lower);
            }
            upper = next;
        }
        if shares.is_empty() {
            self.faults.add(FaultCode::EmptyList, &place.at("bands"), "", &[]);
            return None;
        }
        if !meet {
            return None;
        }
        if bands.monotone.unwrap_or(true) {
            self.monotone(&shares, bands.bands.iter().map(|band| band.score), &place.at("bands"));
        }
        Some(Scoring::Bands { of, cuts, shares })
    }

    fn band_text(&self, band: &Band) -> String {
        let ends = [
            ("at_least", &band.at_least),
            ("above", &band.above),
            ("below", &band.below),
            ("at_most", &band.at_most),
        ];
        let written = ends.iter().filter_map(|(name, end)| Some(format!("{name} {}", end.as_ref()?)));
        written.collect::<Vec<_>>().join(", ")
    }

    /// The cut below and the cut above a band; none at the outer ends.
    fn band_ends<'b>(
        &mut self,
        band: &'b Band,
        first: bool,
        last: bool,
        kind: &Kind,
        place: &Place,
    ) -> Option<(Option<End<'b>>, Option<End<'b>>)> {
        let lower = [(&band.at_least, true), (&band.above, false)];
        let upper = [(&band.below, true), (&band.at_most, false)];
        let mut side = |ends: [(&'b Option<String>, bool); 2], outer: bool| {
            let written: Vec<_> =
                ends.iter().filter_map(|(text, in_upper)| Some((text.as_ref()?, *in_upper))).collect();
            match written.as_slice() {
                [] if outer => Some(None),
                [(text, in_upper)] if !outer => {
                    let at = self.value(text, kind, place)?;
                    Some(Some((Cut { at, in_upper: *in_upper }, text.as_str())))
                }
                _ => {
                    let text = self.band_text(band);
                    self.faults.add(FaultCode::BadBand, place, text, &[]);
                    None
                }
            }
        };
        let lower = side(lower, first);
        let upper = side(upper, last);
        Some((lower?, upper?))
    }
}

/// Why the upper end of a band and the lower end of the next are not one cut that rises; nothing where they are.
fn apart(before: &Cut, lower: &Cut, rises: bool) -> Option<&'static str> {
    match (before.at.cmp(&lower.at), before.in_upper, lower.in_upper) {
        (Ordering::Less, ..) => Some("what lies between is in no band"),
        (Ordering::Greater, ..) => Some("the two overlap"),
        (Ordering::Equal, false, true) => Some("both contain that point"),
        (Ordering::Equal, true, false) => Some("neither contains that point"),
        (Ordering::Equal, ..) => (!rises).then_some("bands go from the lowest to the highest"),
    }
}
