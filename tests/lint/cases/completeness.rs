//! Of what a reader would miss.

use infocity_check::model::FindingCode;
use serde_json::{Value, json};

use super::{Case, MINIMAL, text};
use crate::support::EVERY_RULE;

pub(crate) fn cases() -> Vec<Case> {
    const STANDING: &str = "/requirements/0/standing";
    let help = text("何时适用", "when it applies");
    let long = text("取自全国平均水平，见说明", "taken from the national average, see the notes");
    vec![
        Case {
            code: FindingCode::NoDomain,
            file: MINIMAL,
            odd: vec![("/figures/0/kind/number/most", Value::Null)],
            mended: vec![],
            place: "/figures/0/kind/number",
            zh: "填报数据 `rate`：没有完整的取值范围（least、most），未填时得分范围偏宽，明显填错也不会被指出",
            en: "figure `rate`: its domain has no least or no most, so ranges stay wide while it is unknown and gross slips pass",
        },
        Case {
            code: FindingCode::NoDescriptor,
            file: EVERY_RULE,
            odd: vec![("/figures/12/kind/choice/options/1/help", help.clone())],
            mended: vec![
                ("/figures/12/kind/choice/options/0/help", help.clone()),
                ("/figures/12/kind/choice/options/1/help", help.clone()),
                ("/figures/12/kind/choice/options/2/help", help),
            ],
            place: "/figures/12/kind/choice/options",
            zh: "填报数据 `life_grade`：分级打分，而选项 none, good 没有判定说明（help）",
            en: "figure `life_grade`: it is graded, and the options none, good do not say when they apply (help)",
        },
        Case {
            code: FindingCode::YearsMissing,
            file: EVERY_RULE,
            odd: vec![("/benchmarks/0/by_year/2025", json!("1"))],
            mended: vec![("/benchmarks/0/by_year/2020", json!("391981"))],
            place: "/benchmarks/0/by_year",
            zh: "基准值 `national_retail`：缺少 2020, 2022–2024 年的数值，这些年份将沿用更早的数值",
            en: "benchmark `national_retail`: the values of 2020, 2022–2024 are missing; those years take an earlier one",
        },
        Case {
            code: FindingCode::BenchmarkOld,
            file: EVERY_RULE,
            odd: vec![("/last_round/year", json!(2022))],
            mended: vec![],
            place: "/benchmarks/1/by_year",
            zh: "基准值 `national_population`：最新的数值为 2021 年，早于已知的最近一轮申报（2022 年）",
            en: "benchmark `national_population`: its newest value is of 2021, before the last known round (2022)",
        },
        Case {
            code: FindingCode::NotTranslated,
            file: MINIMAL,
            odd: vec![("/title/en", json!("最小规则"))],
            mended: vec![],
            place: "/title/en",
            zh: "文件：中文与英文相同：“最小规则”",
            en: "document: the Chinese and the English text are the same: `最小规则`",
        },
        Case {
            code: FindingCode::NotTranslated,
            file: MINIMAL,
            odd: vec![("/figures/0/help", text("what rate means", "what rate means"))],
            mended: vec![("/figures/0/help", text("GDP", "GDP"))],
            place: "/figures/0/help/zh",
            zh: "填报数据 `rate`：中文与英文相同：“what rate means”",
            en: "figure `rate`: the Chinese and the English text are the same: `what rate means`",
        },
        Case {
            code: FindingCode::ChineseInEnglish,
            file: MINIMAL,
            odd: vec![("/dimensions/0/indicators/0/label/en", json!("score of 普及率"))],
            mended: vec![("/dimensions/0/indicators/0/label/en", json!("score of “普及率” in 万户"))],
            place: "/dimensions/0/indicators/0/label/en",
            zh: "指标 `rate_score`：英文文本中有中文：“普及率”",
            en: "indicator `rate_score`: the English text contains Chinese: `普及率`",
        },
        Case {
            code: FindingCode::LacksLanguage,
            file: MINIMAL,
            odd: vec![
                ("/languages", json!(["bo", "zh-hant", "ug"])),
                ("/title", json!({"zh": "最小规则", "en": "Minimal", "zh-hant": "最小規則"})),
            ],
            mended: vec![
                ("/languages", json!(["bo"])),
                ("/title", json!({"zh": "最小规则", "en": "Minimal", "bo": "ཆུང་ཤོས།"})),
            ],
            place: "/title",
            zh: "文件：缺少已声明语言的文本（bo, ug），用这些语言的读者将看到中文",
            en: "document: the text is missing in declared languages (bo, ug), whose readers see the Chinese",
        },
        Case {
            code: FindingCode::NoQuote,
            file: EVERY_RULE,
            odd: vec![
                ("/requirements/0/standing/quote", Value::Null),
                ("/requirements/0/standing/article", Value::Null),
            ],
            mended: vec![],
            place: STANDING,
            zh: "申报条件 `level_right`：依据性质为 official，但没有引用原文（quote），也没有写明条款（article）",
            en: "requirement `level_right`: its basis is `official` and the document's words are not quoted (quote), nor is the article named (article)",
        },
        Case {
            code: FindingCode::NoArticle,
            file: EVERY_RULE,
            odd: vec![("/requirements/0/standing/article", Value::Null)],
            mended: vec![],
            place: STANDING,
            zh: "申报条件 `level_right`：依据性质为 official，但没有写明条款（article）",
            en: "requirement `level_right`: its basis is `official` and the article is not named (article)",
        },
        Case {
            code: FindingCode::NoSource,
            file: EVERY_RULE,
            odd: vec![(STANDING, json!({"basis": "reported", "note": long}))],
            mended: vec![(STANDING, json!({"basis": "reported", "source": "text", "note": long}))],
            place: STANDING,
            zh: "申报条件 `level_right`：依据性质为 reported，但没有写明来源（source）",
            en: "requirement `level_right`: its basis is `reported` and no source is named (source)",
        },
        Case {
            code: FindingCode::NoNote,
            file: EVERY_RULE,
            odd: vec![(STANDING, json!({"basis": "interpretation", "source": "text"}))],
            mended: vec![(STANDING, json!({"basis": "interpretation", "source": "text", "note": long}))],
            place: STANDING,
            zh: "申报条件 `level_right`：依据性质为 interpretation，但没有说明（note）",
            en: "requirement `level_right`: its basis is `interpretation` and there is no note (note)",
        },
        Case {
            code: FindingCode::ShortNote,
            file: MINIMAL,
            odd: vec![],
            mended: vec![("/figures/0/standing/note", long)],
            place: "/figures/0/standing/note",
            zh: "填报数据 `rate`：参考假设的说明过短：“仅供测试”",
            en: "figure `rate`: the note of a reference assumption is very short: `仅供测试`",
        },
    ]
}
