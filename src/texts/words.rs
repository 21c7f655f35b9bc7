//! Words of the vocabulary, in both languages.

use crate::model::{AtRisk, Basis, Direction, Eligible, Fit, Status, Subject, Threat};

/// A word in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Word {
    /// The word in `lang`.
    #[must_use]
    pub const fn get(self, lang: crate::model::Lang) -> &'static str {
        match lang {
            crate::model::Lang::Zh => self.zh,
            crate::model::Lang::En => self.en,
        }
    }

    /// The word as a text.
    #[must_use]
    pub fn text(self) -> crate::model::Text {
        crate::model::Text { zh: self.zh.to_owned(), en: self.en.to_owned() }
    }
}

pub(super) const fn word(zh: &'static str, en: &'static str) -> Word {
    Word { zh, en }
}

/// What a fault is about.
#[must_use]
pub const fn subject(subject: Subject) -> Word {
    match subject {
        Subject::Document => word("文件", "document"),
        Subject::Source => word("来源", "source"),
        Subject::Unit => word("单位", "unit"),
        Subject::Figure => word("填报数据", "figure"),
        Subject::Benchmark => word("基准值", "benchmark"),
        Subject::Derived => word("派生数据", "derived figure"),
        Subject::Requirement => word("申报条件", "requirement"),
        Subject::Field => word("领域", "field"),
        Subject::Category => word("类别", "category"),
        Subject::Dimension => word("维度", "dimension"),
        Subject::Indicator => word("指标", "indicator"),
        Subject::Material => word("材料", "material"),
        Subject::Route => word("申报渠道", "route"),
        Subject::Warning => word("提示", "warning"),
        Subject::Note => word("说明", "note"),
        Subject::Asked => word("要解释的对象", "what to explain"),
    }
}

/// The standing of a rule.
#[must_use]
pub const fn basis(basis: Basis) -> Word {
    match basis {
        Basis::Official => word("官方文本", "official"),
        Basis::Interpretation => word("解读", "interpretation"),
        Basis::Reported => word("转述", "reported"),
        Basis::Reference => word("参考假设", "reference assumption"),
    }
}

/// Whether a condition holds.
#[must_use]
pub const fn status(status: Status) -> Word {
    match status {
        Status::Met => word("满足", "met"),
        Status::NotMet => word("不满足", "not met"),
        Status::Undetermined => word("尚不能定", "undetermined"),
    }
}

/// Whether a city may apply.
#[must_use]
pub const fn eligible(eligible: Eligible) -> Word {
    match eligible {
        Eligible::Eligible => word("具备申报条件", "eligible"),
        Eligible::NotEligible => word("不具备申报条件", "not eligible"),
        Eligible::Undetermined => word("申报条件尚不能定", "eligibility undetermined"),
    }
}

/// Whether requirements are met and the line is reached.
#[must_use]
pub const fn fit(fit: Fit) -> Word {
    match fit {
        Fit::Fits => word("符合", "fits"),
        Fit::DoesNotFit => word("不符合", "does not fit"),
        Fit::Undetermined => word("尚不能定", "undetermined"),
    }
}

/// In which way points changed.
#[must_use]
pub const fn direction(direction: Direction) -> Word {
    match direction {
        Direction::Risen => word("↑ 上升", "↑ risen"),
        Direction::Fallen => word("↓ 下降", "↓ fallen"),
        Direction::Unchanged => word("= 不变", "= unchanged"),
        Direction::Open => word("? 未定", "? open"),
    }
}

/// Whether a title is at risk.
#[must_use]
pub const fn at_risk(at_risk: AtRisk) -> Word {
    match at_risk {
        AtRisk::Certain => word(
            "有风险：按本年数据，以下条件、参考线或底线必有一项达不到",
            "at risk: with this year's figures a requirement, the line or a floor certainly fails",
        ),
        AtRisk::Possible => word(
            "可能有风险：本年数据尚不能保证条件、参考线和底线全部达到",
            "possibly at risk: this year's figures do not yet make every requirement, the line and the floors certain",
        ),
        AtRisk::No => word(
            "暂无风险：条件、参考线和底线全部达到",
            "not at risk: every requirement, the line and the floors hold",
        ),
    }
}

/// In which way something that the rulebook asks for fails or may fail.
#[must_use]
pub const fn threat(threat: Threat) -> Word {
    match threat {
        Threat::Lost => word("✗ 上年达到，本年达不到", "✗ held last year, fails now"),
        Threat::NotMet => word("✗ 本年达不到", "✗ fails now"),
        Threat::NoLongerCertain => word("? 上年达到，本年尚不能定", "? held last year, no longer certain"),
        Threat::Open => word("? 尚不能定", "? not certain"),
    }
}

/// Values of placeholders that are words, not quotations.
const IN_CHINESE: &[(&str, &str)] = &[
    ("a number, a name or a sign", "数、名称或符号"),
    ("a number, a name or (", "数、名称或左括号"),
    ("a sign such as + or >=, or the end", "+ 或 >= 等符号，或结尾"),
    ("the name of an option", "选项名称"),
    ("the name of an item", "清单项名称"),
    ("(option, option, …)", "（选项, 选项, …）"),
    (")", "右括号"),
    ("number", "数"),
    ("number figure", "数值型填报数据"),
    ("condition", "条件"),
    ("choice", "单选数据"),
    ("checklist", "清单数据"),
    ("string", "字符串"),
    ("list", "列表"),
    ("object", "对象"),
    ("true/false", "true 或 false"),
    ("number with a unit", "带单位的数"),
    ("string or number", "字符串或数"),
    ("yes or no (true, false)", "是或否（true、false）"),
    ("a list of items", "清单项列表"),
    ("the id of an option", "选项标识"),
    ("a decimal number", "十进制数"),
    ("whole number", "整数"),
    ("Chinese", "中文"),
    ("English", "英文"),
    ("hyphens", "连字符"),
    ("underscores", "下划线"),
];

/// A placeholder's value in a Chinese text.
pub(super) fn in_chinese(value: &str) -> String {
    IN_CHINESE.iter().find(|(en, _)| *en == value).map_or(value, |(_, zh)| zh).to_owned()
}
