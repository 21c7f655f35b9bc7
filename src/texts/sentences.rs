//! What an assessment's sentences say.

use std::collections::BTreeMap;

use super::fill;
use crate::model::{Lang, Sentence, SentenceCode};

/// Chinese and English.
const fn templates(code: SentenceCode) -> [&'static str; 2] {
    match code {
        SentenceCode::NothingEntered => [
            "尚未填报数据，请先填写影响最大的几项",
            "nothing has been entered; start with the figures that decide most",
        ],
        SentenceCode::OnlyFit => [
            "{category}已符合全部条件并达到参考线",
            "{category} meets every requirement and reaches its line",
        ],
        SentenceCode::BestFit => [
            "多个类别均符合，{category}的得分高出参考线最多（至少高出 {margin} 分）",
            "several categories fit; {category} is furthest above its line, by at least {margin} points",
        ],
        SentenceCode::StillOpen => [
            "尚不能确定，{category}目前最有希望：得分在 {low} 至 {high} 之间[，参考线为 {line}]",
            "nothing is certain yet; {category} looks best so far, with {low} to {high} points[ against a line of {line}]",
        ],
        SentenceCode::NotEligible => {
            ["不具备申报条件，未满足：{requirements}", "not eligible; not met: {requirements}"]
        }
        SentenceCode::NoneFits => {
            ["各类别均不符合，未满足：{requirements}", "no category fits; not met: {requirements}"]
        }
        SentenceCode::FieldsFit => [
            "所选领域不符合，但按{category}选以下领域即符合：{fields}",
            "the chosen fields do not fit, but in {category} these would: {fields}",
        ],
        SentenceCode::BelowFloors => [
            "各类别均不符合；最接近的是{category}，总分可达参考线（最高 {high} 分），但单项底线达不到：{parts}",
            "no category fits; {category} comes nearest: its total can reach the line (at most {high} points), but not a floor: {parts}",
        ],
        SentenceCode::BelowLine => [
            "按目前数据，各类别得分均达不到参考线；最接近的是{category}，最高 {high} 分",
            "with these figures no category can reach its line; {category} comes nearest, with at most {high} points",
        ],
        SentenceCode::NothingToChoose => ["该指标体系不分类别", "this indicator system has no categories"],
        // The words are the rulebook's own: the label of the warning.
        SentenceCode::RulebookWarning => ["{warning}", "{warning}"],
        SentenceCode::BenchmarkOfEarlierYear => [
            "“{benchmark}”没有 {year} 年的数值，按 {used} 年计算",
            "“{benchmark}” has no value for {year}; that of {used} was used",
        ],
        SentenceCode::BenchmarkMissing => [
            "“{benchmark}”没有 {year} 年及更早的数值，相关指标按规则所定的例外处理",
            "“{benchmark}” has no value for {year} or earlier; the rulebook's exception applies",
        ],
        SentenceCode::YearMissing => [
            "尚未填写数据年份，各年份的基准值均视为可能，得分范围因此较宽",
            "no year is given, so the benchmarks of every year are possible and the ranges wider than need be",
        ],
        SentenceCode::OtherVersion => [
            "该填报依据规则 {made_for} 版编制，当前按 {version} 版计算",
            "the submission was made for version {made_for} of the rulebook; this is version {version}",
        ],
        SentenceCode::NotInForce => [
            "本版规则的施行期为 {from} 起[至 {to} 止]，与 {year} 年数据的申报时间不符，请核对应使用的版本",
            "this version of the rules holds from {from}[ to {to}], which does not suit figures of {year}; check which version applies",
        ],
        SentenceCode::FigureOfOtherYear => [
            "“{figure}”为 {year} 年数据，与填报年份不一致",
            "“{figure}” is of {year}, not of the submission's year",
        ],
        SentenceCode::OrderOfYearsUnknown => [
            "两份填报中有一份未填年份，无法核对先后，请补上",
            "one of the two submissions names no year, so their order cannot be checked; enter it",
        ],
        SentenceCode::YearsApart => [
            "{before} 年与 {year} 年相隔一年以上，变化不是一年之内的",
            "more than a year lies between {before} and {year}: the changes are not those of one year",
        ],
        SentenceCode::OtherCity => [
            "两份填报的城市名称不同（上年：{before}，本年：{city}），请核对",
            "the two submissions name different cities (last year: {before}, this year: {city}); check them",
        ],
        SentenceCode::PreviousOtherVersion => [
            "上年填报依据规则 {made_for} 版编制，现均按 {version} 版计算",
            "last year's submission was made for version {made_for} of the rulebook; both are assessed under {version}",
        ],
        SentenceCode::OtherCategory => [
            "两年所报类别不同（上年：{others}，本年：{category}）",
            "the two years name different categories (last year: {others}, this year: {category})",
        ],
        SentenceCode::OtherFields => [
            "两年所选领域不同（上年：{field}，本年：{fields}），按领域择优计分的类别不宜直接比较",
            "the two years choose different fields (last year: {field}, this year: {fields}): a category scored by the chosen fields compares unlike things",
        ],
        SentenceCode::OtherWeights => [
            "两年的“{figure}”不同，各项分值随之不同，得分变化不全是数据变化所致",
            "“{figure}” differs between the two years and switches the weights: not every change of points is one of figures",
        ],
    }
}

/// A sentence in words. `label` gives the name of what a parameter identifies, by the parameter's name and its value.
#[must_use]
pub fn sentence(sentence: &Sentence, lang: Lang, label: impl Fn(&str, &str) -> Option<String>) -> String {
    let [zh, en] = templates(sentence.code);
    let template = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let params: BTreeMap<String, String> = sentence
        .params
        .iter()
        .map(|(name, value)| {
            let joint = match lang {
                Lang::Zh => "、",
                Lang::En => ", ",
            };
            let parts = value.split(',').map(|part| label(name, part).unwrap_or_else(|| part.to_owned()));
            (name.clone(), parts.collect::<Vec<_>>().join(joint))
        })
        .collect();
    fill(template, &params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_speaks_both_languages_with_the_same_placeholders() {
        use SentenceCode::*;
        for code in [
            NothingEntered,
            OnlyFit,
            BestFit,
            StillOpen,
            NotEligible,
            NoneFits,
            FieldsFit,
            BelowFloors,
            BelowLine,
            NothingToChoose,
            BenchmarkOfEarlierYear,
            BenchmarkMissing,
            YearMissing,
            OtherVersion,
            FigureOfOtherYear,
            OrderOfYearsUnknown,
            YearsApart,
            OtherCity,
            PreviousOtherVersion,
            OtherCategory,
            OtherFields,
            OtherWeights,
        ] {
            let [zh, en] = templates(code);
            super::super::tests::assert_pair(zh, en);
        }
    }
}
