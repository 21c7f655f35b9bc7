//! Words of explanations: of the language of rules, and of how values are known.

use super::words::{Word, word};
use crate::model::explanation::{ExplainedKind, InputState, YearTold};

/// What can be explained.
#[must_use]
pub const fn explained(kind: ExplainedKind) -> Word {
    match kind {
        ExplainedKind::Category => word("类别", "category"),
        ExplainedKind::Field => word("领域", "field"),
        ExplainedKind::Dimension => word("维度", "dimension"),
        ExplainedKind::Indicator => word("指标", "indicator"),
        ExplainedKind::Requirement => word("申报条件", "requirement"),
        ExplainedKind::Derived => word("派生数据", "derived figure"),
        ExplainedKind::Benchmark => word("基准值", "benchmark"),
        ExplainedKind::Figure => word("填报数据", "figure"),
    }
}

/// In which way a figure is known; nothing where it was simply entered.
#[must_use]
pub const fn input_state(state: InputState) -> Word {
    match state {
        InputState::Known => word("", ""),
        InputState::Estimate => word("估计", "estimate"),
        InputState::Unknown => word("未填", "not entered"),
        InputState::NotCollected => word("本市不统计", "not collected"),
    }
}

/// Which year's value of a benchmark is used; `{year}` is that year.
#[must_use]
pub const fn year_use(year_use: YearTold) -> Word {
    match year_use {
        YearTold::Own => word("{year} 年", "{year}"),
        YearTold::Earlier => word("本年没有，用 {year} 年", "none for this year; that of {year} is used"),
        YearTold::Missing => word("本年及更早均没有", "none for this year or earlier"),
        YearTold::AnyYear => word("未填年份，各年均可能", "no year is given; that of any year is possible"),
    }
}

/// The category that the submission names.
pub const CATEGORY_NAMED: Word = word("拟申报类别", "category applied for");
/// The fields that it names.
pub const FIELDS_NAMED: Word = word("拟申报领域", "fields applied for");
/// The year that it names.
pub const YEAR_NAMED: Word = word("数据年份", "year of the figures");
/// The sum of a rulebook without categories.
pub const OVERALL: Word = word("总分", "overall");
/// Yes.
pub const YES: Word = word("是", "yes");
/// No.
pub const NO: Word = word("否", "no");
/// Nothing is ticked.
pub const NOTHING_TICKED: Word = word("一项未选", "nothing ticked");
/// Everything that can be is ticked.
pub const ALL_TICKED: Word = word("全部选中", "everything ticked");
/// Of a figure: that of last year.
pub const LAST_YEAR: Word = word("上年", "last year");
/// A range's lower end.
pub const LEAST: Word = word("最小", "at its least");
/// A range's upper end.
pub const GREATEST: Word = word("最大", "at its greatest");
/// Ever lower, without a bound.
pub const NO_LEAST: Word = word("任意小", "however small");
/// Ever greater, without a bound.
pub const NO_GREATEST: Word = word("任意大", "however great");
/// No benchmark has a value so early.
pub const BEFORE_FIRST: Word = word("早于首个基准年份", "before the first benchmark");
/// Any number.
pub const ANY_NUMBER: Word = word("不限", "any number");

/// Words and signs of the language of rules, as a reader knows them.
const LANGUAGE: &[(&str, Word)] = &[
    ("*", word("×", "×")),
    ("/", word("÷", "÷")),
    (">=", word("≥", "≥")),
    ("<=", word("≤", "≤")),
    ("!=", word("≠", "≠")),
    ("and", word("且", "and")),
    ("or", word("或", "or")),
    ("not", word("并非", "not")),
    ("is", word("为", "is")),
    ("in", word("属于", "is one of")),
    ("has", word("含", "includes")),
    ("last", word("上年值", "last year's")),
    ("growth", word("增速", "growth of")),
    ("count", word("选中项数", "number ticked of")),
    ("min", word("取最小", "least of")),
    ("max", word("取最大", "greatest of")),
    ("choose", word("按所选取", "by choice of")),
    ("at_least", word("至少满足", "at least")),
    ("true", word("恒成立", "always")),
    ("false", word("恒不成立", "never")),
];

/// A word or sign of the language of rules, as a reader knows it.
#[must_use]
pub fn language_word(written: &str) -> Option<Word> {
    LANGUAGE.iter().find(|(known, _)| *known == written).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        let states = [InputState::Estimate, InputState::Unknown, InputState::NotCollected].map(input_state);
        let years = [YearTold::Own, YearTold::Earlier, YearTold::Missing, YearTold::AnyYear].map(year_use);
        let others = [
            CATEGORY_NAMED,
            FIELDS_NAMED,
            YEAR_NAMED,
            OVERALL,
            YES,
            NO,
            NOTHING_TICKED,
            ALL_TICKED,
            LAST_YEAR,
            LEAST,
            GREATEST,
            NO_LEAST,
            NO_GREATEST,
            BEFORE_FIRST,
            ANY_NUMBER,
        ];
        let kinds = ExplainedKind::ALL.map(explained);
        for word in states.iter().chain(&years).chain(&others).chain(&kinds) {
            super::super::tests::assert_pair(word.zh, word.en);
        }
    }
}
