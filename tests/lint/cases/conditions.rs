//! Of requirements, routes and warnings.

use infocity_check::model::FindingCode;
use serde_json::json;

use super::{CONDITION, Case};
use crate::support::EVERY_RULE;

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case {
            code: FindingCode::NeverFails,
            file: EVERY_RULE,
            odd: vec![(CONDITION, json!("retail_per_head >= 0 元/人"))],
            mended: vec![],
            place: CONDITION,
            zh: "申报条件 `rich`：条件“retail_per_head >= 0 元/人”在任何填报下都成立，永远不会不满足",
            en: "requirement `rich`: the condition `retail_per_head >= 0 元/人` holds for every submission, so it can never fail",
        },
        Case {
            code: FindingCode::NeverMet,
            file: EVERY_RULE,
            odd: vec![(CONDITION, json!("rate >= 201 %"))],
            mended: vec![(CONDITION, json!("rate >= 200 %"))],
            place: CONDITION,
            zh: "申报条件 `rich`：条件“rate >= 201 %”在任何填报下都不成立，没有谁能够满足",
            en: "requirement `rich`: the condition `rate >= 201 %` holds for no submission, so nobody can ever meet it",
        },
        Case {
            code: FindingCode::HintRepeatsRequirement,
            file: EVERY_RULE,
            odd: vec![(CONDITION, json!("centre_built  or  centre_planned"))],
            mended: vec![(CONDITION, json!("centre_built and centre_planned"))],
            place: CONDITION,
            zh: "申报条件 `rich`：条件“centre_built  or  centre_planned”与申报条件“centre”相同，一项为必备，一项仅为提示",
            en: "requirement `rich`: the condition `centre_built  or  centre_planned` is that of requirement `centre`: one of the two is binding, the other a hint",
        },
        Case {
            code: FindingCode::SameCondition,
            file: EVERY_RULE,
            odd: vec![("/requirements/5/condition", json!("retail_per_head >= 3 万元/人"))],
            mended: vec![("/requirements/5/condition", json!("retail_per_head >= 4 万元/人"))],
            place: "/requirements/5/condition",
            zh: "申报条件 `efficient`：条件“retail_per_head >= 3 万元/人”与“rich”的相同",
            en: "requirement `efficient`: the condition `retail_per_head >= 3 万元/人` is that of `rich` as well",
        },
        Case {
            code: FindingCode::OtherNumber,
            file: EVERY_RULE,
            odd: vec![("/requirements/4/label/zh", json!("人均零售额不少于2万元/人，占比70%"))],
            mended: vec![("/requirements/4/label/zh", json!("人均零售额不少于3 万元/人，占比70%"))],
            place: CONDITION,
            zh: "申报条件 `rich`：条件用的是 30000 元/人，名称或原文写的是 2 万元/人",
            en: "requirement `rich`: the condition has 30000 元/人, and the label or the quotation says 2 万元/人",
        },
        Case {
            code: FindingCode::RouteNeverHolds,
            file: EVERY_RULE,
            odd: vec![("/routes/0/when", json!("level is province and level is county"))],
            mended: vec![],
            place: "/routes/0/when",
            zh: "申报渠道 `direct`：条件“level is province and level is county”在任何填报下都不成立，该渠道不会被采用",
            en: "route `direct`: the condition `level is province and level is county` holds for no submission, so the route is never taken",
        },
        Case {
            code: FindingCode::RouteNeverTaken,
            file: EVERY_RULE,
            odd: vec![
                ("/routes/0/when", json!("level in (province, prefecture)")),
                ("/routes/1/when", json!("level is prefecture and centre_built")),
            ],
            mended: vec![("/routes/0/when", json!("level is province or not centre_built"))],
            place: "/routes/1/when",
            zh: "申报渠道 `through_province`：凡“level is prefecture and centre_built”成立时，排在前面的渠道（direct）都已成立，该渠道不会被采用",
            en: "route `through_province`: wherever `level is prefecture and centre_built` holds an earlier route holds as well (direct), so the route is never taken",
        },
        Case {
            code: FindingCode::NoRoute,
            file: EVERY_RULE,
            odd: vec![("/routes/1/when", json!("level is prefecture and centre_built"))],
            mended: vec![("/routes/1/when", json!("level is prefecture"))],
            place: "/routes",
            zh: "文件：有的填报可以申报而没有申报渠道：行政级别为选项2，中心已建为否",
            en: "document: there is no route for some who may apply: administrative level: prefecture, centre built: no",
        },
        Case {
            code: FindingCode::WarningNeverGiven,
            file: EVERY_RULE,
            odd: vec![("/warnings/0/when", json!("retail_per_head < 0 元/人"))],
            mended: vec![],
            place: "/warnings/0/when",
            zh: "提示 `slip`：条件“retail_per_head < 0 元/人”在任何填报下都不成立，该提示不会出现",
            en: "warning `slip`: the condition `retail_per_head < 0 元/人` holds for no submission, so the warning is never given",
        },
        Case {
            code: FindingCode::WarningAlwaysGiven,
            file: EVERY_RULE,
            odd: vec![("/warnings/0/when", json!("national_retail / 1 亿元 > 30000"))],
            mended: vec![("/warnings/0/when", json!("national_retail / 1 亿元 > 430000"))],
            place: "/warnings/0/when",
            zh: "提示 `slip`：条件“national_retail / 1 亿元 > 30000”在任何填报下都成立，该提示总会出现",
            en: "warning `slip`: the condition `national_retail / 1 亿元 > 30000` holds for every submission, so the warning is always given",
        },
        Case {
            code: FindingCode::MaterialNeverNeeded,
            file: EVERY_RULE,
            odd: vec![("/materials/2/when", json!("centres > 100 个"))],
            mended: vec![],
            place: "/materials/2/when",
            zh: "材料 `recommendation`：条件“centres > 100 个”在任何填报下都不成立，永远不需要该材料",
            en: "material `recommendation`: the condition `centres > 100 个` holds for no submission, so the material is never needed",
        },
        Case {
            code: FindingCode::MaterialAlwaysNeeded,
            file: EVERY_RULE,
            odd: vec![("/materials/2/when", json!("not level is province or level is province"))],
            mended: vec![],
            place: "/materials/2/when",
            zh: "材料 `recommendation`：条件“not level is province or level is province”在任何填报下都成立，总是需要该材料",
            en: "material `recommendation`: the condition `not level is province or level is province` holds for every submission, so the material is always needed",
        },
    ]
}
