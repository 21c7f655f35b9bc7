//! Words of rulebooks as workbooks: how to fill one in, and what can be wrong with one.

use std::collections::BTreeMap;

use super::fill;
use crate::model::{Lang, Text};
use crate::sheets::Code;

/// A word in both languages of workbooks.
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
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

pub(crate) const fn word(zh: &'static str, en: &'static str) -> Word {
    Word { zh, en }
}

/// A template with its placeholders replaced; `[…{name}…]` is left out where `name` is empty.
pub(crate) fn filled(template: &str, params: &BTreeMap<String, String>) -> String {
    fill::fill(template, &|name| params.get(name).cloned())
}

/// In the cell of a weight that is not one number.
pub const SEE_WEIGHTS: Word = word("见“权重”表", "see sheet Weights");

/// The headings of the sheet of the rulebook itself: what, key, value.
pub const HEAD: [Word; 3] = [word("项目", "Item"), word("键", "Key"), word("内容", "Value")];

/// The heading of the list of sheets.
pub const SHEET_LIST: Word = word("工作表：每行是什么", "Sheets: what a row is");

/// A sheet in that list.
pub const SHEET_ABOUT: Word = word("{name}：{about}", "{name}: {about}");

/// What a fault says of an empty cell that has to be filled in, and what helps.
pub const MISSING: Word = word("缺少“{name}”", "“{name}” is missing");
/// What helps there.
pub const FILL_IN: Word = word("请填写这一格", "fill in this cell");

/// A sheet, as a remedy names it.
pub const SHEET: Word = word("“{name}”表", "sheet “{name}”");
/// A column, likewise.
pub const COLUMN: Word = word("“{name}”", "column “{name}”");

/// How to fill in a workbook, a paragraph a line; `{title}` is the rulebook's.
pub const GUIDE: &[Word] = &[
    word("规则集“{title}”的工作簿", "The rulebook “{title}” as a workbook"),
    word(
        "每张工作表是一类规则，每行一条。第 1 行是标题，第 2 行（灰色小字）是程序识别各列的键：列的顺序可以变，键不要改。空行空列不影响读取。",
        "Each sheet is a kind of rule, each row one rule. Row 1 is headings; row 2 (small, grey) has the keys by which the program knows the columns: columns may change places, their keys must stay. Empty rows and columns do not matter.",
    ),
    word(
        "标识只用小写字母、数字和下划线，如 resident_population；公式、判定式和其他表用标识指称该条。一格中有多个标识时用顿号分开。",
        "An id has lower-case letters, digits and underscores, such as resident_population; formulas, conditions and other sheets name a rule by it. Several ids in one cell are separated by commas.",
    ),
    word(
        "空格子表示没有这一项。要写明“有但为空”时，列表写 []，文字写 \"\"。首尾有空格的文字用英文双引号括起来。",
        "An empty cell means that there is no such thing. Where something is there but empty, write [] for a list and \"\" for a text. A text with spaces at its ends stands in double quotation marks.",
    ),
    word(
        "所有格子都是文本格式，数字照写，如 0.30；数带单位时写在一起，如 30000 元、70 %。不要用公式、日期格式和百分比格式。有下拉列表的格子从列表中选。",
        "All cells are text; numbers stand as written, such as 0.30; a number with a unit stands with it: 30000 元, 70 %. Use no spreadsheet formulas, date or percentage formats. Where a cell has a list, choose from it.",
    ),
    word(
        "依据性质：官方文本（须填来源，最好附原文）、解读（须填来源）、转述（备注说明出处）、参考假设（备注说明为何如此）。没有依据的规则不要标为官方。",
        "Standing: official (name the source, best with the quote), interpretation (name the source), reported (the note says by whom), reference assumption (the note says why). Never mark as official what has no document behind it.",
    ),
    word(
        "“评分”表：一个函数占一行，其各段、各点、各选项在下面各占一行，“指标”与“层次”两列相同。函数套函数时，里层的层次写 1、2，再里层写 1.1、1.2。",
        "Sheet Scores: a function has a row, and each of its bands, points and options a row below it, with the same indicator and level. Functions within a function have the levels 1, 2, those within them 1.1, 1.2.",
    ),
    word(
        "自己的草稿可以放在名称以 # 开头的工作表里，程序不读。",
        "Drafts of your own may stand in sheets whose names begin with #; the program does not read them.",
    ),
    word(
        "填好后另存为 .xlsx，运行 infocity rulebook from-xlsx 文件.xlsx -o rulebook.json；有错时逐条列出工作表、单元格、问题和改法。",
        "When done, save as .xlsx and run infocity rulebook from-xlsx FILE.xlsx -o rulebook.json; every fault is listed with sheet, cell, what is wrong and what helps.",
    ),
];

/// What a language is called.
#[must_use]
pub fn language_name(tag: &str) -> Text {
    let name = match tag {
        "zh" => word("中文", "Chinese"),
        "en" => word("英文", "English"),
        other => return Text::each(|_| other.to_owned()),
    };
    Text::each(|lang| name.get(lang).to_owned())
}

/// Message and remedy of a fault of a workbook.
pub(crate) fn fault(code: Code, value: &str, params: &[(&str, &str)]) -> (Text, Text) {
    let [message_zh, remedy_zh, message_en, remedy_en] = templates(code);
    let own = |lang: &str, other: &str| -> BTreeMap<String, String> {
        let kept = params.iter().filter(|(name, _)| !name.ends_with(other));
        let kept =
            kept.map(|(name, value)| (name.strip_suffix(lang).unwrap_or(name).to_owned(), short(value)));
        kept.chain([("value".to_owned(), short(value))]).collect()
    };
    let (zh, en) = (own(".zh", ".en"), own(".en", ".zh"));
    let said = |zh_text: &str, en_text: &str| {
        Text::each(|lang| match lang {
            Lang::Zh => filled(zh_text, &zh),
            Lang::En => filled(en_text, &en),
        })
    };
    (said(message_zh, message_en), said(remedy_zh, remedy_en))
}

/// At most 400 characters of what a message quotes, in one line.
fn short(text: &str) -> String {
    const MOST: usize = 400;
    let mut short: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// Message and remedy in Chinese, message and remedy in English.
const fn templates(code: Code) -> [&'static str; 4] {
    match code {
        Code::OldWorkbook => [
            "不是 .xlsx 文件，而是旧格式（.xls、.et）或加了密码的文件",
            "请在 Excel 或 WPS 中打开，去掉密码，另存为 .xlsx",
            "this is not an .xlsx file but one of an older kind (.xls, .et) or one with a password",
            "open it in Excel or WPS, remove the password, and save it as .xlsx",
        ],
        Code::OpenDocument => [
            "不是 .xlsx 文件，而是 {value}",
            "请打开后另存为 .xlsx（Excel 工作簿）",
            "this is not an .xlsx file but {value}",
            "open it and save it as .xlsx (Excel workbook)",
        ],
        Code::NotWorkbook => [
            "不是 .xlsx 文件（可能是 .csv 或其他文件）",
            "请用 infocity rulebook to-xlsx 得到工作簿，填好后另存为 .xlsx",
            "this is not an .xlsx file (it may be .csv or something else)",
            "get a workbook by infocity rulebook to-xlsx, fill it in, and save it as .xlsx",
        ],
        Code::Damaged => [
            "工作簿已损坏，无法读取（{value}）",
            "请在 Excel 或 WPS 中打开并另存为 .xlsx",
            "the workbook is damaged and cannot be read ({value})",
            "open it in Excel or WPS and save it as .xlsx",
        ],
        Code::TooLarge => [
            "工作簿太大（{value}），上限为 {most}",
            "请删去图片、附件和无关的工作表",
            "the workbook is too large ({value}); at most {most}",
            "remove pictures, attachments and sheets that do not belong here",
        ],
        Code::TooManyRows => [
            "有内容的行超过 {most} 行",
            "请删去无关的行",
            "more than {most} rows have contents",
            "remove the rows that do not belong here",
        ],
        Code::NotInSheets => [
            "“{value}”处的内容无法写入工作簿",
            "请改用 JSON 文件，或删去该处的内容",
            "what stands at `{value}` cannot be written into a workbook",
            "use the JSON file, or remove what stands there",
        ],
        Code::NoSheet => [
            "缺少工作表“{value}”",
            "请补上（没有内容时只需第 2 行的键），可从 infocity rulebook to-xlsx 的结果中复制",
            "the sheet `{value}` is missing",
            "put it back (with nothing but the keys in row 2 where there is nothing to say); copy it from what infocity rulebook to-xlsx writes",
        ],
        Code::OtherSheet => [
            "没有名为“{value}”的工作表[，是否应为“{nearest}”]",
            "请改正名称；草稿请将名称改为以 # 开头",
            "there is no sheet `{value}`[ (did you mean `{nearest}`?)]",
            "correct its name; for a draft, begin the name with #",
        ],
        Code::SheetTwice => [
            "与工作表“{other}”是同一类规则",
            "请合并为一张工作表",
            "it is the same kind of rule as the sheet `{other}`",
            "put both into one sheet",
        ],
        Code::NoKeys => [
            "找不到键所在的行（第 2 行，如 {known}）",
            "请从 infocity rulebook to-xlsx 的结果中复制前两行",
            "the row of keys (row 2, such as {known}) is not there",
            "copy the first two rows from what infocity rulebook to-xlsx writes",
        ],
        Code::UnknownColumn => [
            "没有名为“{value}”的键[，是否应为“{nearest}”]",
            "请改正该键，或删去该列（行）；可用的键：{known}",
            "there is no key `{value}`[ (did you mean `{nearest}`?)]",
            "correct it, or remove its column (row); the keys are: {known}",
        ],
        Code::ColumnTwice => [
            "键“{value}”在 {other} 已有",
            "请删去其中一列（行）",
            "the key `{value}` already stands in {other}",
            "remove one of the two columns (rows)",
        ],
        Code::NoColumn => [
            "缺少键为“{value}”的列",
            "请补上该列；没有它就不知道各行属于哪里",
            "the column with the key `{value}` is missing",
            "put it back: without it nobody knows where the rows belong",
        ],
        Code::NoKey => [
            "有内容“{value}”，但没有键",
            "请补上键，或清空该处",
            "there is `{value}` without a key",
            "write the key, or clear the contents",
        ],
        Code::Formula => [
            "是公式单元格",
            "请复制后“选择性粘贴—数值”，或将格子设为文本后直接填写",
            "the cell is a spreadsheet formula",
            "paste its value in its place, or format the cell as text and type the value",
        ],
        Code::ErrorValue => [
            "是错误值 {value}",
            "请将格子设为文本后重新填写",
            "the cell has the error {value}",
            "format the cell as text and type the value",
        ],
        Code::Date => [
            "是日期格式的单元格",
            "请将格子设为文本后重新填写，日期写作 2026-01-31",
            "the cell is a date",
            "format the cell as text and type it again; a date is written 2026-01-31",
        ],
        Code::Percent => [
            "是百分比格式的数（{value}）",
            "请将格子设为文本后重新填写：百分数列写 30，带单位的数写 30 %",
            "the cell is a number in percentage format ({value})",
            "format the cell as text and type it again: 30 in a column of percents, 30 % where a unit belongs",
        ],
        Code::Empty => ["没有填写", "请填写该格", "nothing stands here", "fill in the cell"],
        Code::NoSuch => [
            "没有标识为“{value}”的条目[，是否应为“{nearest}”]",
            "请改正标识，或先在相应的工作表中添加该条目",
            "there is nothing with the id `{value}`[ (did you mean `{nearest}`?)]",
            "correct the id, or add a row with it to the sheet it belongs to",
        ],
        Code::NotOneOf => [
            "“{value}”不在可选的词中",
            "请从下拉列表中选择：{known}",
            "`{value}` is not one of the words that can stand here",
            "choose from the list: {known}",
        ],
        Code::Twice => [
            "“{value}”与 {other} 重复或矛盾",
            "请只保留一处",
            "`{value}` repeats or contradicts {other}",
            "keep only one of the two",
        ],
        Code::NoNumber => [
            "类型为“{value}”，但本行填有数值型的单位、范围或小数位数",
            "请清空这些格子，或将类型改为“数值”",
            "the kind is `{value}`, yet the row has a unit, bounds or decimal places of a number",
            "clear these cells, or make the kind a number",
        ],
        Code::NoOptions => [
            "填报数据“{value}”不是单选或清单，没有选项",
            "请在“填报数据”表中将其类型改为单选或清单，或删去本行",
            "the figure `{value}` is neither a choice nor a checklist and has no options",
            "make it a choice or a checklist in the sheet of figures, or remove this row",
        ],
        Code::NotHere => [
            "“{value}”在本行没有意义",
            "请清空该格，或移到所属的行",
            "`{value}` means nothing in this row",
            "clear the cell, or move it to the row it belongs to",
        ],
        Code::NoTop => [
            "上级指标“{value}”的上级成环，或超过 {most} 级",
            "请改正上级指标，使第一级的上级留空",
            "the indicators above `{value}` form a ring or are more than {most} levels",
            "correct the indicator above; an indicator of the first level has none",
        ],
        Code::OtherDimension => [
            "所属维度“{value}”与上级指标所在的维度不同",
            "请改正维度，或留空",
            "the dimension `{value}` is not that of the indicator above",
            "correct the dimension, or leave it blank",
        ],
        Code::NoWeights => [
            "“权重”表中没有它的行",
            "请在“权重”表中添加，或在此填写一个数",
            "the sheet of weights has no row for it",
            "add rows there, or write one number here",
        ],
        Code::BadLevel => [
            "层次“{value}”写法不对",
            "最外层留空，里层写作 1、2，再里层写作 1.1、1.2",
            "the level `{value}` cannot be read",
            "leave it blank for the outermost function; those in it are 1, 2, and those in them 1.1, 1.2",
        ],
        Code::NoOuter => [
            "层次“{value}”的上一层没有函数",
            "请添加上一层的函数（取最高、加权合计或分领域），或改正层次",
            "there is no function one level above `{value}`",
            "add it (best of, sum of or by field), or correct the level",
        ],
        Code::NotOuter => [
            "层次“{value}”的上一层函数里不能再有函数",
            "请将上一层改为取最高、加权合计或分领域，或改正层次",
            "the function one level above `{value}` has no functions in it",
            "make it best of, sum of or by field, or correct the level",
        ],
        Code::NoFunction => [
            "“{value}”没有所属的函数",
            "请为该指标的这一层添加函数的一行，或改正指标与层次",
            "`{value}` belongs to no function",
            "add the row of the function of this indicator and level, or correct indicator and level",
        ],
        Code::OtherFunction => [
            "所属的函数没有“{value}”",
            "分段计分下为段，折线计分下为点，单选计分和清单计分下为选项",
            "the function it belongs to has no `{value}`",
            "below bands stand bands, below piecewise points, below choice and checklist options",
        ],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(template: &str) -> BTreeSet<&str> {
        template.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
    }

    #[test]
    fn every_fault_of_a_workbook_speaks_both_languages_with_the_same_placeholders() {
        let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        for code in Code::ALL {
            let [message_zh, remedy_zh, message_en, remedy_en] = templates(*code);
            for (zh, en) in [(message_zh, message_en), (remedy_zh, remedy_en)] {
                assert_eq!(names(zh), names(en), "{code:?}");
                assert!(is_chinese(zh) && !is_chinese(en), "{code:?}");
            }
        }
    }
}
