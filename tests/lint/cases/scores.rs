//! Of scores, points and lines.

use infocity_check::model::FindingCode;
use serde_json::json;

use super::{Case, HALF, MINIMAL, SCORE, bands, category, line};
use crate::support::EVERY_RULE;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case {
            code: FindingCode::BandNotReached,
            file: MINIMAL,
            odd: vec![bands("150 %")],
            mended: vec![bands("100 %")],
            place: "/dimensions/0/indicators/0/score/bands/bands/2",
            zh: "指标 `rate_score`：“rate”的取值范围为 0 … 100 %，落不到这一档（≥ 150 %）",
            en: "indicator `rate_score`: `rate` ranges over 0 … 100 % and never falls into this band (≥ 150 %)",
        },
        Case {
            code: FindingCode::PointWithoutEffect,
            file: MINIMAL,
            odd: vec![line(&[("50 %", "0"), ("150 %", "50"), ("200 %", "100")])],
            mended: vec![line(&[("50 %", "0"), ("99 %", "50"), ("200 %", "100")])],
            place: "/dimensions/0/indicators/0/score/piecewise/points/2",
            zh: "指标 `rate_score`：“rate”的取值范围为 0 … 100 %，到不了分点 200 % 所在的一段，该点不影响得分",
            en: "indicator `rate_score`: `rate` ranges over 0 … 100 % and never comes to the stretch of the point 200 %, which therefore changes no score",
        },
        Case {
            code: FindingCode::FullPointsNotReached,
            file: MINIMAL,
            odd: vec![line(&[("50 %", "0"), ("200 %", "100")])],
            mended: vec![line(&[("50 %", "0"), ("100 %", "100")])],
            place: SCORE,
            zh: "指标 `rate_score`：最多只能得到满分的 33.33 %",
            en: "indicator `rate_score`: at most 33.33 % of the points can be reached",
        },
        Case {
            code: FindingCode::FullPointsNotReached,
            file: EVERY_RULE,
            odd: vec![("/dimensions/2/indicators/0/score/by_field/industry/choice/scores/good", json!("90"))],
            mended: vec![],
            place: "/dimensions/2/indicators/0/score",
            zh: "指标 `demonstrations`：在领域“industry”中，最多只能得到满分的 90 %",
            en: "indicator `demonstrations`: in the field `industry`, at most 90 % of the points can be reached",
        },
        Case {
            code: FindingCode::AlwaysSamePoints,
            file: MINIMAL,
            // Percent and plain number confused.
            odd: vec![line(&[("50", "0"), ("100", "100")])],
            mended: vec![],
            place: SCORE,
            zh: "指标 `rate_score`：无论怎样填报，都得满分的 0 %",
            en: "indicator `rate_score`: whatever is submitted, it gives 0 % of its points",
        },
        Case {
            code: FindingCode::NoWeight,
            file: EVERY_RULE,
            odd: vec![
                ("/dimensions/0/indicators/0/max", json!({"whole": "40", "special": "30"})),
                ("/dimensions/0/indicators/1/max", json!("0")),
            ],
            mended: vec![
                ("/dimensions/0/indicators/0/max", json!({"whole": "40", "special": "29"})),
                ("/dimensions/0/indicators/1/max", json!({"whole": "0", "special": "1"})),
            ],
            place: "/dimensions/0/indicators/1/max",
            zh: "指标 `growth_score`：在任何类别中都没有分值",
            en: "indicator `growth_score`: it has no points in any category",
        },
        // Points that are not known are what the others leave.
        Case {
            code: FindingCode::NoWeight,
            file: EVERY_RULE,
            odd: vec![("/dimensions/1/indicators/2/max", json!("9"))],
            mended: vec![("/dimensions/1/indicators/2/max", json!("8.9"))],
            place: "/dimensions/1/indicators/3",
            zh: "指标 `upkeep`：在任何类别中都没有分值",
            en: "indicator `upkeep`: it has no points in any category",
        },
        Case {
            code: FindingCode::LineNotReached,
            file: MINIMAL,
            odd: vec![line(&HALF), category("80.01", "40")],
            mended: vec![line(&HALF), category("80", "40")],
            place: "/categories/0/line/total",
            zh: "类别 `whole`：合格线为 80.01 分，而最高只能得 80 分",
            en: "category `whole`: the line is 80.01 and at most 80 points can be reached",
        },
        Case {
            code: FindingCode::LineAlwaysReached,
            file: MINIMAL,
            odd: vec![line(&[("50 %", "20"), ("100 %", "100")]), category("20", "40")],
            mended: vec![line(&[("50 %", "20"), ("100 %", "100")]), category("20.01", "40")],
            place: "/categories/0/line/total",
            zh: "类别 `whole`：合格线为 20 分，而最低也得 20 分，总能达到",
            en: "category `whole`: the line is 20 and no submission gives less than 20 points, so it is always reached",
        },
        Case {
            code: FindingCode::FloorNotReached,
            file: MINIMAL,
            odd: vec![line(&HALF), category("60", "81")],
            mended: vec![line(&HALF), category("60", "80")],
            place: "/categories/0/line/floors/0",
            zh: "类别 `whole`：“only”的底线为 81 %，任何填报都达不到",
            en: "category `whole`: the floor of 81 % of `only` can never be reached",
        },
        Case {
            code: FindingCode::FloorAlwaysReached,
            file: EVERY_RULE,
            odd: vec![("/fields/1/floors/0/least_percent", json!("0"))],
            mended: vec![],
            place: "/fields/1/floors/0",
            zh: "领域 `industry`：“demonstrations”的底线为 0 %，任何填报都能达到",
            en: "field `industry`: the floor of 0 % of `demonstrations` is always reached",
        },
    ]
}
