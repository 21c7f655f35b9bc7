//! The words that stand in cells with one of a few values.

use super::Words;
use crate::texts::sheets::word;

pub(super) const BASIS: Words = &[
    ("official", word("官方文本", "official")),
    ("interpretation", word("解读", "interpretation")),
    ("reported", word("转述", "reported")),
    ("reference", word("参考假设", "reference assumption")),
];

pub(super) const ROUNDING: Words =
    &[("half_up", word("四舍五入", "half up")), ("half_even", word("四舍六入五成双", "half to even"))];

pub(super) const EFFECT: Words = &[("binding", word("硬性", "binding")), ("hint", word("提示", "hint"))];

pub(super) const DECISION: Words = &[("met", word("满足", "met")), ("not_met", word("不满足", "not met"))];

pub(super) const NATURE: Words =
    &[("quantitative", word("定量", "quantitative")), ("qualitative", word("定性", "qualitative"))];

pub(super) const FIELD_CHOICE: Words =
    &[("all", word("全部领域", "all fields")), ("choose", word("自选领域", "chosen fields"))];

pub(super) const FIGURE_KIND: Words = &[
    ("number", word("数值", "number")),
    ("choice", word("单选", "choice")),
    ("yes_no", word("是否", "yes or no")),
    ("checklist", word("清单", "checklist")),
];

pub(super) const FLOOR_OF: Words =
    &[("category", word("类别", "category")), ("field", word("领域", "field"))];

pub(super) const WEIGHT_OF: Words =
    &[("dimension", word("维度", "dimension")), ("indicator", word("指标", "indicator"))];

/// Score functions, and the parts of those that have a row for each.
pub(super) const SCORE_PART: Words = &[
    ("bands", word("分段计分", "bands")),
    ("band", word("└ 段", "└ band")),
    ("piecewise", word("折线计分", "piecewise")),
    ("point", word("└ 点", "└ point")),
    ("per_unit", word("按量计分", "per unit")),
    ("target", word("目标比例", "target")),
    ("growth", word("增速", "growth")),
    ("choice", word("单选计分", "choice")),
    ("checklist", word("清单计分", "checklist")),
    ("option", word("└ 选项", "└ option")),
    ("best_of", word("取最高", "best of")),
    ("sum_of", word("加权合计", "sum of")),
    ("by_field", word("分领域", "by field")),
];

/// The unit of a plain number, which has no symbol.
pub(in crate::sheets) const UNITS: Words = &[("", word("（无单位）", "(plain number)"))];

/// Yes and no.
pub(in crate::sheets) const FLAGS: Words = &[("true", word("是", "yes")), ("false", word("否", "no"))];
