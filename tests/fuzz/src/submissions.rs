//! Submissions made from bytes: complete ones, and the same with less known.

use arbitrary::{Result, Unstructured};
use infocity_check::model::{
    Decimal, Entry, Figure, FigureKind, Given, LastYear, MAX_DIGITS, NumberKind, Submission,
};
use infocity_check::plan::Plan;

/// Bytes that look like chance, the same for the same seed.
pub fn chance(seed: u64, count: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let next = || {
        // Xorshift: short, and good enough to tell cities apart.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(count).collect()
}

/// A submission in which everything is known and within its domain.
pub fn complete(plan: &Plan, bytes: &mut Unstructured) -> Result<Submission> {
    let document = &plan.document;
    let mut submission = Submission {
        city: "示例市".to_owned(),
        year: Some(bytes.int_in_range(2015..=2030)?),
        ..Submission::default()
    };
    let chosen: u8 = bytes.arbitrary()?;
    let categories = document.categories.len();
    submission.category =
        document.categories.get(usize::from(chosen) % (categories + 1)).map(|category| category.id.clone());
    for field in &document.fields {
        if bytes.arbitrary()? {
            submission.fields.push(field.id.clone());
        }
    }
    for figure in &document.figures {
        submission.figures.insert(figure.id.clone(), known(figure, bytes)?);
    }
    Ok(submission)
}

fn known(figure: &Figure, bytes: &mut Unstructured) -> Result<Entry> {
    let given = match &figure.kind {
        FigureKind::Number(kind) => {
            let last = LastYear { given: Given::Text(number(kind, bytes)?.to_string()), unit: None };
            let given = Given::Text(number(kind, bytes)?.to_string());
            return Ok(Entry { given, last: Some(last), ..Entry::default() });
        }
        FigureKind::Choice(choice) => Given::Text(bytes.choose(&choice.options)?.id.clone()),
        FigureKind::YesNo => Given::Flag(bytes.arbitrary()?),
        FigureKind::Checklist(list) => {
            let mut ticked = Vec::new();
            for item in &list.items {
                if bytes.arbitrary()? {
                    ticked.push(item.id.clone());
                }
            }
            Given::Items(ticked)
        }
    };
    Ok(Entry { given, ..Entry::default() })
}

/// A number of the domain: often its ends, zero and round numbers, sometimes one with every digit.
fn number(kind: &NumberKind, bytes: &mut Unstructured) -> Result<Decimal> {
    let any = match bytes.int_in_range(0..=7)? {
        0 => Some(Decimal::ZERO),
        1 => kind.least,
        2 => kind.most,
        3 | 4 => Decimal::from_parts(i128::from(bytes.arbitrary::<i8>()?), 0),
        5 => Decimal::from_parts(i128::from(bytes.arbitrary::<u16>()?), kind.places),
        6 => Decimal::from_parts(i128::from(bytes.arbitrary::<i32>()?), kind.places),
        _ => {
            let most = 10_i128.pow(MAX_DIGITS as u32) - 1;
            Decimal::from_parts(bytes.int_in_range(-most..=most)?, bytes.int_in_range(0..=28)?)
        }
    };
    let any = any.unwrap_or(Decimal::ZERO);
    let any = kind.least.map_or(any, |least| any.max(least));
    Ok(kind.most.map_or(any, |most| any.min(most)))
}

/// The same submission with one thing less known, where the bytes find something to forget.
pub fn blur(plan: &Plan, submission: &mut Submission, bytes: &mut Unstructured) -> Result<()> {
    let document = &plan.document;
    let at = bytes.choose_index(document.figures.len() + 1)?;
    let Some(figure) = document.figures.get(at) else {
        submission.year = None;
        return Ok(());
    };
    let Some(entry) = submission.figures.get_mut(&figure.id) else { return Ok(()) };
    match (&figure.kind, bytes.int_in_range(0..=4)?) {
        (_, 0) => *entry = Entry::default(),
        (_, 1) => *entry = Entry { given: Given::NotCollected, ..Entry::default() },
        (FigureKind::Number(_), 2) => entry.last = None,
        (FigureKind::Number(kind), 3) => {
            if let Some(last) = &mut entry.last {
                last.given = wider(&last.given, number(kind, bytes)?);
            }
        }
        (FigureKind::Number(kind), _) => entry.given = wider(&entry.given, number(kind, bytes)?),
        _ => {}
    }
    Ok(())
}

/// What is known, made wide enough to hold another number as well.
fn wider(given: &Given, other: Decimal) -> Given {
    let read = |text: &String| text.parse::<Decimal>().expect("a decimal");
    let (low, high) = match given {
        Given::Text(text) => (Some(read(text)), Some(read(text))),
        Given::Between(low, high) => (low.as_ref().map(read), high.as_ref().map(read)),
        other => return other.clone(),
    };
    let low = low.map(|low| low.min(other).to_string());
    Given::Between(low, high.map(|high| high.max(other).to_string()))
}
