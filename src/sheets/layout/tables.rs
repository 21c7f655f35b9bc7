//! The table of sheets and columns.

use super::words::{
    BASIS, DECISION, EFFECT, FIELD_CHOICE, FIGURE_KIND, FLOOR_OF, NATURE, ROUNDING, SCORE_PART, UNITS,
    WEIGHT_OF,
};
use super::{Column, Kind, Shape, Sheet, Use};
use crate::texts::sheets::{Word, word};

/// A key of the document.
const fn key(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Column {
    Column { key, heading: word(zh, en), kind, use_: Use::Key }
}

/// What a row belongs to or is.
const fn place(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Column {
    Column { key, heading: word(zh, en), kind, use_: Use::Place }
}

const fn sheet(shape: Shape, columns: &'static [Column], name: Word, about: Word) -> Sheet {
    Sheet { name, about, shape, columns }
}

const fn id(zh: &'static str, en: &'static str) -> Column {
    key("id", Kind::Id, zh, en)
}

const LABEL: Column = key("label", Kind::Text, "名称", "Name");
const HELP: Column = key("help", Kind::Text, "说明", "Explanation");
const STANDING: Column = key("standing", Kind::Standing, "依据", "Standing");
const UNIT: Kind = Kind::OneOf(UNITS);
const CATEGORIES: Column =
    key("categories", Kind::List, "适用类别（留空＝全部，[]＝无）", "Categories (blank: all; []: none)");

/// The columns of a standing, below its key.
pub(super) const STANDING_COLUMNS: &[Column] = &[
    key("basis", Kind::OneOf(BASIS), "性质", "basis"),
    key("source", Kind::IdOf(Shape::Items("sources")), "来源", "source"),
    key("article", Kind::Words, "条款", "article"),
    key("quote", Kind::Words, "原文", "quote"),
    key("note", Kind::Text, "备注", "note"),
];

/// The sheets, in the order in which they are written.
pub(in crate::sheets) const SHEETS: &[Sheet] = &[
    sheet(
        Shape::Head,
        HEAD,
        word("规则集", "Rulebook"),
        word("整个规则集的信息，一行一项", "the rulebook as a whole, a row a thing"),
    ),
    sheet(
        Shape::Items("sources"),
        SOURCES,
        word("来源", "Sources"),
        word("规则引用的一份文件", "a document that rules cite"),
    ),
    sheet(
        Shape::Items("units"),
        UNIT_DEFINITIONS,
        word("单位", "Units"),
        word("规则集自己增加的一个单位", "a unit that the rulebook adds"),
    ),
    sheet(
        Shape::Items("figures"),
        FIGURES,
        word("填报数据", "Figures"),
        word("城市填报的一项数据", "one thing that a city enters"),
    ),
    sheet(
        Shape::Options,
        OPTIONS,
        word("选项", "Options"),
        word("单选数据的一个选项，或清单数据的一个清单项", "an option of a choice or an item of a checklist"),
    ),
    sheet(
        Shape::Items("benchmarks"),
        BENCHMARKS,
        word("基准值", "Benchmarks"),
        word("公式用来比较的一项公布数据", "a published value that formulas compare with"),
    ),
    sheet(
        Shape::Years,
        YEARS,
        word("基准值年份", "Benchmark years"),
        word("一项基准值在一年的数值", "the value of a benchmark in one year"),
    ),
    sheet(
        Shape::Items("derived"),
        DERIVED,
        word("派生数据", "Derived figures"),
        word("由其他数据算出的一项数据", "a figure computed from others"),
    ),
    sheet(
        Shape::Items("requirements"),
        REQUIREMENTS,
        word("申报条件", "Requirements"),
        word("一项申报条件", "an application condition"),
    ),
    sheet(
        Shape::Items("fields"),
        FIELDS,
        word("领域", "Fields"),
        word("一个可选的领域", "a field in which a city may specialise"),
    ),
    sheet(
        Shape::Items("categories"),
        CATEGORY_LIST,
        word("类别", "Categories"),
        word("一个申报类别及其总分线", "a kind of application, with its line"),
    ),
    sheet(
        Shape::Floors,
        FLOORS,
        word("底线", "Floors"),
        word("一个类别或领域的一条底线", "a floor of a category or a field"),
    ),
    sheet(
        Shape::Items("dimensions"),
        DIMENSIONS,
        word("维度", "Dimensions"),
        word("指标体系的第一层", "the first level of the indicator system"),
    ),
    sheet(
        Shape::Indicators,
        INDICATORS,
        word("指标", "Indicators"),
        word("一个指标（各级）", "an indicator of any level"),
    ),
    sheet(
        Shape::Scores,
        SCORES,
        word("评分", "Scores"),
        word(
            "一个计分函数，或其中的一段、一点、一个选项",
            "a score function, or one of its bands, points or options",
        ),
    ),
    sheet(
        Shape::Weights,
        WEIGHTS,
        word("权重", "Weights"),
        word(
            "随类别或选项而变的一个权重或满分",
            "a weight or most points that depends on category or option",
        ),
    ),
    sheet(
        Shape::Items("materials"),
        MATERIALS,
        word("材料", "Materials"),
        word("申报须提交的一份材料", "a document that an application must contain"),
    ),
    sheet(
        Shape::Items("routes"),
        ROUTES,
        word("渠道", "Routes"),
        word("一条申报渠道", "a way an application can take"),
    ),
    sheet(Shape::Steps, STEPS, word("步骤", "Steps"), word("一条渠道的一步", "a step of a route")),
    sheet(
        Shape::Items("warnings"),
        WARNINGS,
        word("提示", "Warnings"),
        word("一种可疑的填报", "what looks wrong in what a city enters"),
    ),
    sheet(
        Shape::Items("notes"),
        NOTES,
        word("说明", "Notes"),
        word("规则以外应当知道的一件事", "a thing to know beside the rules"),
    ),
];

/// The names of the sheet that says how the others are filled in; it is not read.
pub(in crate::sheets) const GUIDE: Word = word("填写说明", "Read me");

const HEAD: &[Column] = &[
    key("$schema", Kind::Words, "结构说明文件的地址", "Address of the schema"),
    key("format", Kind::Id, "格式（请勿改动）", "Format (do not change)"),
    key("id", Kind::Id, "标识（小写字母、数字、连字符）", "Id (lower-case letters, digits, hyphens)"),
    key(
        "version",
        Kind::Id,
        "版本（如 1.0.0，规则有改动时须改）",
        "Version (such as 1.0.0; changes with every rule)",
    ),
    key("title", Kind::Text, "标题", "Title"),
    key("summary", Kind::Text, "概述", "Summary"),
    key("languages", Kind::List, "中英文以外的语言", "Languages beyond Chinese and English"),
    key("checked_on", Kind::Words, "核对日期（如 2026-01-31）", "Checked on (such as 2026-01-31)"),
    key("valid.from", Kind::Words, "施行日期", "Holds from"),
    key("valid.to", Kind::Words, "失效日期", "Holds to"),
    key("valid.standing", Kind::Standing, "有效期的依据", "Standing of the dates"),
    key("last_round.year", Kind::Whole, "最近一轮的年份", "Year of the last known round"),
    key("last_round.standing", Kind::Standing, "最近一轮的依据", "Standing of the last round"),
    key("rounding.mode", Kind::OneOf(ROUNDING), "修约方式", "Rounding"),
    key("rounding.indicator", Kind::Whole, "指标得分的小数位数", "Decimal places of an indicator"),
    key("rounding.dimension", Kind::Whole, "维度得分的小数位数", "Decimal places of a dimension"),
    key("rounding.total", Kind::Whole, "总分的小数位数", "Decimal places of the total"),
    key("rounding.standing", Kind::Standing, "修约方式的依据", "Standing of the rounding"),
    key(
        "weights_by",
        Kind::IdOf(Shape::Items("figures")),
        "权重随哪项单选数据而定",
        "Choice that weights depend on",
    ),
];

const SOURCES: &[Column] = &[
    id("标识", "Id"),
    key("title", Kind::Text, "标题", "Title"),
    key("number", Kind::Words, "文号", "Number"),
    key("issuer", Kind::Text, "发布机关", "Issuer"),
    key("date", Kind::Words, "日期", "Date"),
    key("address", Kind::Words, "网址", "Address"),
    key("note", Kind::Text, "备注", "Note"),
];

const UNIT_DEFINITIONS: &[Column] = &[
    key("unit", Kind::Words, "单位", "Unit"),
    LABEL,
    key("factor", Kind::Decimal, "等于多少", "Is how many"),
    key("of", Kind::Words, "个（另一单位；基本单位写自己）", "Of which unit (a base unit: itself)"),
];

const FIGURES: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    key("kind", Kind::Tag(FIGURE_KIND), "类型", "Kind"),
    key("kind.number.unit", UNIT, "单位", "Unit"),
    key("kind.number.units", Kind::List, "可用的其他单位", "Other units allowed"),
    key("kind.number.least", Kind::Decimal, "最小值", "Least value"),
    key("kind.number.most", Kind::Decimal, "最大值", "Greatest value"),
    key("kind.number.places", Kind::Whole, "小数位数", "Decimal places"),
    key("help", Kind::Text, "口径与易错处", "Definition and traps"),
    key("find", Kind::Text, "从何处取得", "Where to find it"),
    key("holder", Kind::Text, "主管部门", "Who holds it"),
    key("dimension", Kind::IdOf(Shape::Items("dimensions")), "所属维度", "Dimension"),
    key("fixed", Kind::Flag, "既定事实（无法通过工作改变）", "Given fact (no effort changes it)"),
    STANDING,
];

const OPTIONS: &[Column] = &[
    place("figure", Kind::IdOf(Shape::Items("figures")), "所属填报数据", "Figure"),
    id("标识", "Id"),
    LABEL,
    key("help", Kind::Text, "何时适用", "When it applies"),
];

const BENCHMARKS: &[Column] = &[id("标识", "Id"), LABEL, key("unit", UNIT, "单位", "Unit"), STANDING];

const YEARS: &[Column] = &[
    place("benchmark", Kind::IdOf(Shape::Items("benchmarks")), "所属基准值", "Benchmark"),
    place("year", Kind::Id, "年份", "Year"),
    key("value", Kind::Decimal, "数值", "Value"),
    key(
        "standing",
        Kind::Standing,
        "该年依据（与基准值不同时填）",
        "Standing of this year (where it differs)",
    ),
];

const DERIVED: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    key("unit", UNIT, "单位", "Unit"),
    key("formula", Kind::Formula, "公式", "Formula"),
    key("when_undefined", Kind::Quantity, "无法计算时的值", "Value where it is not defined"),
    STANDING,
];

const REQUIREMENTS: &[Column] = &[
    id("标识", "Id"),
    key("label", Kind::Text, "条件", "Requirement"),
    key("effect", Kind::OneOf(EFFECT), "效力", "Effect"),
    CATEGORIES,
    key(
        "fields",
        Kind::List,
        "适用领域（留空＝不论领域，[]＝无）",
        "Fields (blank: whatever field; []: none)",
    ),
    key("condition", Kind::Formula, "判定式", "Condition"),
    key("when_undefined", Kind::OneOf(DECISION), "无法计算时视为", "Where it is not defined"),
    key("remedy", Kind::Text, "不满足时怎么办", "Remedy"),
    STANDING,
];

const FIELDS: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    HELP,
    STANDING,
    key("floors_standing", Kind::Standing, "底线的依据", "Standing of the floors"),
];

const CATEGORY_LIST: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    HELP,
    key("fields", Kind::OneOf(FIELD_CHOICE), "领域", "Fields"),
    STANDING,
    key("line.total", Kind::Decimal, "总分线", "Line: total"),
    key("line.standing", Kind::Standing, "总分线的依据", "Standing of the line"),
];

const FLOORS: &[Column] = &[
    place("of", Kind::OneOf(FLOOR_OF), "属于类别还是领域", "Of a category or a field"),
    place("owner", Kind::Id, "类别或领域的标识", "Id of the category or field"),
    key("dimension", Kind::IdOf(Shape::Items("dimensions")), "维度", "Dimension"),
    key("indicator", Kind::IdOf(Shape::Indicators), "指标", "Indicator"),
    key("least_percent", Kind::Decimal, "至少达到满分的百分比", "Least percent of the points"),
];

const DIMENSIONS: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    HELP,
    key("weight", Kind::Weight, "权重（%）", "Weight (%)"),
    STANDING,
    key("weight_standing", Kind::Standing, "权重的依据", "Standing of the weight"),
];

const INDICATORS: &[Column] = &[
    id("标识", "Id"),
    place("dimension_of", Kind::IdOf(Shape::Items("dimensions")), "所属维度", "Dimension"),
    place("parent", Kind::IdOf(Shape::Indicators), "上级指标（第一级留空）", "Indicator above (blank: none)"),
    LABEL,
    HELP,
    key("nature", Kind::OneOf(NATURE), "性质", "Nature"),
    key("max", Kind::Weight, "满分（留空＝不详）", "Most points (blank: not known)"),
    key(
        "when_undefined_percent",
        Kind::Decimal,
        "无法计算时得分（满分的 %）",
        "Percent where it is not defined",
    ),
    STANDING,
    key("max_standing", Kind::Standing, "满分的依据", "Standing of the points"),
];

const SCORES: &[Column] = &[
    place("indicator", Kind::IdOf(Shape::Indicators), "指标", "Indicator"),
    place("path", Kind::Id, "层次（只有一个函数时留空）", "Level (blank for the outermost)"),
    place("part", Kind::OneOf(SCORE_PART), "函数，或函数的一行", "Function, or a row of it"),
    key("percent", Kind::Decimal, "占比（%，上层为加权合计时）", "Percent (in a sum)"),
    place("field", Kind::IdOf(Shape::Items("fields")), "领域（上层为分领域时）", "Field (below by field)"),
    key("of", Kind::Formula, "计分对象", "What is scored"),
    key("at_least", Kind::Quantity, "≥", "at least"),
    key("above", Kind::Quantity, ">", "above"),
    key("below", Kind::Quantity, "<", "below"),
    key("at_most", Kind::Quantity, "≤", "at most"),
    key("at", Kind::Quantity, "点的值", "At (a point)"),
    place("option", Kind::Id, "选项", "Option or item"),
    key("score", Kind::Decimal, "得分", "Score"),
    key("out_of", Kind::Decimal, "得分的满分值（留空＝100）", "Scores are out of (blank: 100)"),
    key("per", Kind::Quantity, "每", "For every"),
    key("each", Kind::Decimal, "得", "Score for each"),
    key("cap", Kind::Decimal, "最多得", "At most in all"),
    key("target", Kind::Formula, "目标", "Target"),
    key("from", Kind::Formula, "起点", "From"),
    key("most", Kind::Decimal, "达到目标得", "Score at the target"),
    key("full_at", Kind::Quantity, "得满分的增速", "Growth with full score"),
    key("monotone", Kind::Flag, "得分单调（有意升降时填“否”）", "Monotone (no: rises and falls)"),
];

const WEIGHTS: &[Column] = &[
    place("of", Kind::OneOf(WEIGHT_OF), "属于维度还是指标", "Of a dimension or an indicator"),
    place("owner", Kind::Id, "维度或指标的标识", "Id of the dimension or indicator"),
    place("by_option", Kind::Id, "选项（不分选项时留空）", "Option (blank: any)"),
    place(
        "category",
        Kind::IdOf(Shape::Items("categories")),
        "类别（不分类别时留空）",
        "Category (blank: any)",
    ),
    place("value", Kind::Decimal, "权重或满分", "Weight or points"),
];

const MATERIALS: &[Column] = &[
    id("标识", "Id"),
    LABEL,
    key("help", Kind::Text, "形式与内容", "Form and contents"),
    CATEGORIES,
    key("when", Kind::Formula, "何时需要（留空＝总是）", "Needed when (blank: always)"),
    STANDING,
];

const ROUTES: &[Column] =
    &[id("标识", "Id"), LABEL, key("when", Kind::Formula, "何时适用", "When"), STANDING];

const STEPS: &[Column] = &[
    place("route", Kind::IdOf(Shape::Items("routes")), "所属渠道", "Route"),
    id("标识", "Id"),
    key("label", Kind::Text, "做什么", "What happens"),
    key("help", Kind::Text, "谁来做、注意什么", "Who does it, what to see to"),
    STANDING,
];

const WARNINGS: &[Column] = &[
    id("标识", "Id"),
    key("when", Kind::Formula, "何时提示", "When"),
    key("text", Kind::Text, "提示内容", "Text"),
];

const NOTES: &[Column] = &[
    id("标识", "Id"),
    key("label", Kind::Text, "标题", "Heading"),
    key("text", Kind::Text, "内容", "Text"),
    STANDING,
];
