//! Of what nothing uses or tells apart.

use infocity_check::model::FindingCode;
use serde_json::{Value, json};

use super::{Case, MINIMAL, OF, double, extra, field, national_rate, requirement_of_field, text};
use crate::support::EVERY_RULE;

pub(crate) fn cases() -> Vec<Case> {
    let warned = |when: &str| {
        let warning = json!({"id": "odd", "when": when, "text": text("请核对", "check it")});
        ("/warnings", json!([warning]))
    };
    let unit = json!({"unit": "桶", "of": "桶", "factor": "1", "label": text("桶", "barrels")});
    let source = json!({"id": "other", "title": text("另一办法", "another measure"), "issuer": text("某部", "a ministry")});
    vec![
        Case {
            code: FindingCode::UnusedFigure,
            file: MINIMAL,
            odd: vec![extra()],
            mended: vec![extra(), (OF, json!("rate - extra"))],
            place: "/figures/1",
            zh: "填报数据 `extra`：没有规则使用它，填了也不影响任何结果",
            en: "figure `extra`: no rule uses it, so entering it changes nothing",
        },
        Case {
            code: FindingCode::FigureOnlyWarned,
            file: MINIMAL,
            odd: vec![extra(), warned("growth(extra) > 50 %")],
            mended: vec![extra(), warned("extra > 50 %"), (OF, json!("min(rate, last(extra))"))],
            place: "/figures/1",
            zh: "填报数据 `extra`：只用于提示，不影响条件和得分",
            en: "figure `extra`: only warnings use it; it changes no requirement and no score",
        },
        Case {
            code: FindingCode::UnusedDerived,
            file: MINIMAL,
            odd: vec![double()],
            mended: vec![double(), warned("double > 150 %")],
            place: "/derived/0",
            zh: "派生数据 `double`：没有规则使用它",
            en: "derived figure `double`: no rule uses it",
        },
        Case {
            code: FindingCode::UnusedBenchmark,
            file: MINIMAL,
            odd: vec![national_rate()],
            mended: vec![national_rate(), (OF, json!("rate / national_rate"))],
            place: "/benchmarks/0",
            zh: "基准值 `national_rate`：没有规则与它比较",
            en: "benchmark `national_rate`: no rule compares with it",
        },
        Case {
            code: FindingCode::UnusedUnit,
            file: EVERY_RULE,
            odd: vec![("/units/-", unit.clone())],
            mended: vec![
                ("/units/-", unit),
                ("/figures/7/kind/number/unit", json!("桶")),
                ("/dimensions/1/indicators/0/indicators/0/score/per_unit/per", json!("1 桶")),
            ],
            place: "/units/2",
            zh: "单位 `桶`：没有数据或规则使用该单位",
            en: "unit `桶`: no figure and no rule uses the unit",
        },
        Case {
            code: FindingCode::UnusedSource,
            file: EVERY_RULE,
            odd: vec![("/sources/-", source.clone())],
            mended: vec![("/sources/-", source), ("/notes/0/standing/source", json!("other"))],
            place: "/sources/1",
            zh: "来源 `other`：没有规则引用该来源",
            en: "source `other`: no rule cites it",
        },
        Case {
            code: FindingCode::GradesAlike,
            file: EVERY_RULE,
            odd: vec![
                ("/dimensions/2/indicators/0/score/by_field/daily_life/choice/scores/basic", json!("0")),
                (
                    "/dimensions/1/indicators/4/indicators/0/score/by_field/daily_life/choice/scores/basic",
                    json!("0"),
                ),
            ],
            mended: vec![],
            place: "/figures/12/kind/choice/options",
            zh: "填报数据 `life_grade`：选项 none, basic 得分相同，没有规则加以区分",
            en: "figure `life_grade`: the options none, basic score alike and no rule tells them apart",
        },
        Case {
            code: FindingCode::OptionsAlike,
            file: EVERY_RULE,
            odd: vec![
                ("/routes/0/when", json!("level in (province, prefecture) and centre_built")),
                ("/routes/1/when", json!("level in (province, prefecture)")),
                ("/materials/2/when", Value::Null),
            ],
            mended: vec![],
            place: "/figures/0/kind/choice/options",
            zh: "填报数据 `level`：没有规则区分选项 province, prefecture",
            en: "figure `level`: no rule tells the options province, prefecture apart",
        },
        Case {
            code: FindingCode::ItemWithoutEffect,
            file: EVERY_RULE,
            odd: vec![
                ("/dimensions/1/indicators/1/score/checklist/scores/festival", json!("0")),
                ("/dimensions/1/indicators/1/score/checklist/scores/exhibition", json!("0")),
            ],
            mended: vec![
                ("/dimensions/1/indicators/1/score/checklist/scores/festival", json!("0")),
                ("/warnings/0/when", json!("count(activities) > 5")),
            ],
            place: "/figures/11/kind/checklist/items/2",
            zh: "填报数据 `activities`：清单项“festival”不计分，也没有规则问及",
            en: "figure `activities`: the item `festival` gives no score and no rule asks for it",
        },
        Case {
            code: FindingCode::FieldWithoutRule,
            file: MINIMAL,
            odd: vec![field()],
            mended: vec![field(), requirement_of_field()],
            place: "/fields/0",
            zh: "领域 `life`：没有条件、得分或底线与该领域有关，选与不选结果相同",
            en: "field `life`: no requirement, score or floor depends on it, so choosing it changes nothing",
        },
    ]
}
