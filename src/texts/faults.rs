//! What each fault says and what helps, in Chinese and in English.

use crate::model::FaultCode;

/// Message and remedy in Chinese, message and remedy in English.
pub(super) const fn templates(code: FaultCode) -> [&'static str; 4] {
    match code {
        FaultCode::Unreadable => [
            "无法读取（{value}）",
            "请核对文件名与读取权限",
            "cannot be read ({value})",
            "check the file's name and whether you may read it",
        ],
        FaultCode::Unwritable => [
            "无法写入（{value}）",
            "请核对文件夹是否存在、是否有写入权限",
            "cannot be written ({value})",
            "check that the folder exists and that you may write there",
        ],
        FaultCode::NotTheSingleFile => [
            "不是单文件页面，找不到放入规则的位置",
            "请用 make build 生成 infocity-check.html，再用 --page 指定该文件",
            "this is not the single file: there is no place for a rulebook",
            "run make build and name the infocity-check.html it leaves with --page",
        ],
        FaultCode::TooLarge => [
            "文件有 {value} 字节，超过上限 {most} 字节",
            "请只保留所需内容后再读入",
            "the document has {value} bytes, more than {most}",
            "keep only what is needed and read it again",
        ],
        FaultCode::NotUtf8 => [
            "第 {at} 字节起不是 UTF-8 文本",
            "请将文件另存为 UTF-8 编码",
            "the text is not UTF-8 from byte {at} on",
            "save the file in the UTF-8 encoding",
        ],
        FaultCode::MalformedJson => [
            "第 {line} 行第 {column} 列不是有效的 JSON（{value}）",
            "请改正该处的括号、引号或逗号",
            "line {line}, column {column} is not valid JSON ({value})",
            "mend the bracket, quotation mark or comma there",
        ],
        FaultCode::TooDeep => {
            ["嵌套超过 {most} 层", "请减少嵌套层次", "nested deeper than {most} levels", "use fewer levels"]
        }
        FaultCode::DuplicateKey => [
            "键“{value}”出现两次",
            "请删去其中一个",
            "the key `{value}` stands twice",
            "remove one of the two",
        ],
        FaultCode::UnknownKey => [
            "没有名为“{value}”的键[，是否应为“{nearest}”]",
            "请删去该键，或改用以下之一：{known}",
            "there is no key `{value}` here[; did you mean `{nearest}`?]",
            "remove it, or use one of: {known}",
        ],
        FaultCode::UnknownValue => [
            "没有“{value}”这个值[，是否应为“{nearest}”]",
            "请改用以下之一：{known}",
            "`{value}` is not a value here[; did you mean `{nearest}`?]",
            "write one of: {known}",
        ],
        FaultCode::MissingKey => ["缺少键“{key}”", "请补上该键", "the key `{key}` is missing", "add it"],
        FaultCode::WrongType => [
            "此处是{found}，应为{expected}",
            "请改为{expected}",
            "this is a {found} where a {expected} belongs",
            "write a {expected}",
        ],
        FaultCode::InvalidValue => {
            ["“{value}”不是{expected}", "请改为{expected}", "`{value}` is not {expected}", "write {expected}"]
        }
        FaultCode::WrongFormat => [
            "format 为“{value}”，应为“{expected}”",
            "请确认文件类型，并将 format 写为“{expected}”",
            "the format is `{value}` where `{expected}` belongs",
            "check that this is the right file and write `{expected}`",
        ],
        FaultCode::TooLong => ["文字超过 {most} 字", "请缩短", "longer than {most} characters", "shorten it"],
        FaultCode::TooMany => [
            "共 {value} 项，超过上限 {most} 项",
            "请减少到 {most} 项以内",
            "there are {value}, more than {most}",
            "keep at most {most}",
        ],
        FaultCode::MalformedNumber => [
            "[“{text}”第 {column} 列：]“{value}”不是数",
            "请只用数字、至多一个小数点和负号，如 1244.77，不用分隔符或指数",
            "[`{text}`, column {column}: ]`{value}` is not a number",
            "write digits, at most one point and a minus sign, such as 1244.77, without separators or exponent",
        ],
        FaultCode::TooManyDigits => [
            "“{value}”的有效数字超过 28 位",
            "请按统计口径保留适当位数",
            "`{value}` has more than 28 digits",
            "write it with the digits that are published",
        ],
        FaultCode::InexactNumber => [
            "数 {value} 的位数过多，二进制数无法准确表示",
            "请写成字符串",
            "the number {value} has more digits than a binary number holds",
            "write it as a string",
        ],
        FaultCode::BadId => [
            "“{value}”不能作为标识",
            "请以小写字母开头，只用小写字母、数字和{joint}，不超过 64 个字符",
            "`{value}` cannot be an id",
            "start with a lower-case letter and use lower-case letters, digits and {joint}, at most 64 characters",
        ],
        FaultCode::DuplicateId => {
            ["标识“{value}”已经用过", "请换一个标识", "the id `{value}` is already used", "choose another"]
        }
        FaultCode::ReservedId => [
            "“{value}”是规则语言的保留词",
            "请换一个标识",
            "`{value}` is a word of the language of rules",
            "choose another id",
        ],
        FaultCode::BadVersion => [
            "“{value}”不是版本号",
            "请写成 1.0.0 的形式",
            "`{value}` is not a version",
            "write it in the form 1.0.0",
        ],
        FaultCode::BadDate => [
            "“{value}”不是日期",
            "请写成 2019-03-18 的形式",
            "`{value}` is not a date",
            "write it in the form 2019-03-18",
        ],
        FaultCode::ReversedDates => [
            "终止日期 {value} 早于起始日期 {from}",
            "请核对两个日期；尚未定终止日期的删去该键",
            "the last day {value} is before the first, {from}",
            "check both dates; leave the key out while no end is set",
        ],
        FaultCode::MissingText => {
            ["缺少{language}文字", "请补上文字", "the text in {language} is missing", "write it"]
        }
        FaultCode::UnknownSource => [
            "没有标识为“{value}”的来源[，是否应为“{nearest}”]",
            "请在 sources 中登记该文件，或改正标识",
            "there is no source `{value}`[; did you mean `{nearest}`?]",
            "declare the document in `sources`, or correct the id",
        ],
        FaultCode::MissingSource => [
            "依据性质为“{value}”，却没有来源",
            "请在 source 中写明所依据的文件",
            "the basis is `{value}` and no source is named",
            "name the document in `source`",
        ],
        FaultCode::MissingNote => [
            "依据性质为“{value}”，却没有说明",
            "请在 note 中说明理由",
            "the basis is `{value}` and there is no note",
            "say in `note` why the rule is as it is",
        ],
        FaultCode::UnknownUnit => [
            "[“{text}”第 {column} 列：]没有单位“{value}”[，是否应为“{nearest}”]",
            "请使用已有单位，或在 units 中定义",
            "[`{text}`, column {column}: ]there is no unit `{value}`[; did you mean `{nearest}`?]",
            "use a known unit, or define it in `units`",
        ],
        FaultCode::BadUnit => [
            "单位“{value}”无法定义",
            "请确认其未被占用、所用基准单位已有定义、换算系数大于 0",
            "the unit `{value}` cannot be defined",
            "check that its symbol is free, that the unit it is made of is known and that its factor is above 0",
        ],
        FaultCode::UnitClash => [
            "[“{text}”第 {column} 列：]单位不合：此处为 {value}，应为 {expected}",
            "请换算，或改用单位相同的数据",
            "[`{text}`, column {column}: ]the units do not fit: this is {value} where {expected} belongs",
            "convert it, or use a figure of the same kind of unit",
        ],
        FaultCode::BadDomain => [
            "取值范围的下限 {value} 高于上限 {most}",
            "请对调或改正",
            "the least value {value} is above the most {most}",
            "exchange or correct them",
        ],
        FaultCode::RoundsTwice => [
            "此处保留 {value} 位，少于下一级的 {least} 位，分数会被舍入两次",
            "请至少保留 {least} 位",
            "{value} places here, fewer than the {least} of the level below: points would be rounded twice",
            "keep at least {least}",
        ],
        FaultCode::TooManyPlaces => [
            "小数位数 {value} 超过 {most}",
            "请改为 0 至 {most}",
            "{value} decimal places, more than {most}",
            "use 0 to {most}",
        ],
        FaultCode::Syntax => [
            "“{text}”第 {column} 列：此处应为{expected}[，而不是“{value}”]",
            "请改正该处",
            "`{text}`, column {column}: {expected} belongs here[, not `{value}`]",
            "correct it there",
        ],
        FaultCode::UnknownName => [
            "“{text}”第 {column} 列：没有“{value}”[，是否应为“{nearest}”]",
            "请先定义该数据，或改正名称",
            "`{text}`, column {column}: there is no `{value}`[; did you mean `{nearest}`?]",
            "define it, or correct the name",
        ],
        FaultCode::WrongKind => [
            "“{text}”第 {column} 列：“{value}”是{found}，此处应为{expected}",
            "请改用{expected}",
            "`{text}`, column {column}: `{value}` is a {found} where a {expected} belongs",
            "use a {expected}",
        ],
        FaultCode::WrongArguments => [
            "“{text}”第 {column} 列：“{value}”的写法不对",
            "请写成 {usage}",
            "`{text}`, column {column}: `{value}` is not used like this",
            "write {usage}",
        ],
        FaultCode::UnknownOption => [
            "[“{text}”第 {column} 列：]没有选项“{value}”",
            "可用的有：{known}",
            "[`{text}`, column {column}: ]there is no option `{value}`",
            "use one of: {known}",
        ],
        FaultCode::MissingOption => [
            "[“{text}”第 {column} 列：]缺少选项“{value}”，或该选项出现两次",
            "请为每个选项各写一次",
            "[`{text}`, column {column}: ]the option `{value}` is missing or stands twice",
            "give every option once",
        ],
        FaultCode::Cycle => [
            "派生数据互相引用：{value}",
            "请去掉其中一处引用",
            "derived figures refer to one another: {value}",
            "remove one of the references",
        ],
        FaultCode::TooComplex => [
            "{value} 的计算过于复杂",
            "请拆分公式或减少引用层次",
            "{value} is too complex to compute",
            "split the formula, or refer to fewer others",
        ],
        FaultCode::MayBeUndefined => [
            "“{value}”的分母可能为 0，或基准值没有相应年份",
            "请写明 {key}，或限定分母的取值范围",
            "a denominator of `{value}` can be zero, or a benchmark have no year",
            "say what then holds in `{key}`, or bound the denominator's domain",
        ],
        FaultCode::NotConstant => [
            "“{value}”不是一个数",
            "请写一个数及其单位，如 70 %",
            "`{value}` is not a plain number",
            "write one number with its unit, such as 70 %",
        ],
        FaultCode::WeightSum => [
            "类别“{category}”[（选项“{option}”）]各维度权重之和为 {value}，应为 {expected}",
            "请调整权重",
            "the weights of the dimensions in category `{category}`[ (option `{option}`)] sum to {value}, not {expected}",
            "adjust the weights",
        ],
        FaultCode::MaxSum => [
            "类别“{category}”[（选项“{option}”）]各指标满分之和为 {value}，应为 {expected}",
            "请调整满分",
            "the points of the indicators in category `{category}`[ (option `{option}`)] sum to {value}, not {expected}",
            "adjust the points",
        ],
        FaultCode::UnknownCategory => [
            "没有类别“{value}”",
            "可用的有：{known}",
            "there is no category `{value}`",
            "use one of: {known}",
        ],
        FaultCode::MissingCategory => [
            "缺少类别“{value}”的值",
            "请为每个类别各写一个值",
            "no value for category `{value}`",
            "give one for every category",
        ],
        FaultCode::UnknownDimension => [
            "没有维度“{value}”",
            "可用的有：{known}",
            "there is no dimension `{value}`",
            "use one of: {known}",
        ],
        FaultCode::UnknownIndicator => {
            ["没有指标“{value}”", "请改正标识", "there is no indicator `{value}`", "correct the id"]
        }
        FaultCode::UnknownField => {
            ["没有领域“{value}”", "可用的有：{known}", "there is no field `{value}`", "use one of: {known}"]
        }
        FaultCode::MissingField => [
            "缺少领域“{value}”",
            "请为每个领域各写一项",
            "the field `{value}` is missing",
            "give one for every field",
        ],
        FaultCode::BadFloor => [
            "最低要求须且只须指明一个维度或一个指标，比例为 0 至 100",
            "请改正",
            "a floor names exactly one dimension or one indicator and a share of 0 to 100",
            "correct it",
        ],
        FaultCode::GroupAndScore => [
            "既有下级指标又有评分方法",
            "请保留其一",
            "there are indicators below it and a score function as well",
            "keep one of the two",
        ],
        FaultCode::NoScore => [
            "既无评分方法又无下级指标",
            "请补上其一",
            "there is neither a score function nor an indicator below it",
            "add one of the two",
        ],
        FaultCode::BadBand => [
            "分档的端点写法不对：{value}",
            "每端至多写一个（at_least 或 above，below 或 at_most）；仅首档无下端，仅末档无上端",
            "the ends of a band are not written right: {value}",
            "write at most one end a side (at_least or above, below or at_most); only the first band has no lower end and only the last no upper end",
        ],
        FaultCode::BandGap => [
            "本档与上一档之间有空隙或重叠：{value}",
            "请使相邻两档的端点相同，且恰有一档包含该点",
            "there is a gap or an overlap with the band before: {value}",
            "let neighbouring bands share their end, and exactly one of them contain it",
        ],
        FaultCode::PointOrder => [
            "折线的点未按数值由小到大排列，或少于两点：{value}",
            "请按数值由小到大至少写两点",
            "the points of the line do not rise in value, or are fewer than two: {value}",
            "write at least two, by rising value",
        ],
        FaultCode::NotMonotone => [
            "得分先升后降或先降后升：{value}",
            "请改正；确有此意的，写明 \"monotone\": false",
            "the scores rise and fall: {value}",
            "correct them, or say `\"monotone\": false` where that is meant",
        ],
        FaultCode::OffScale => [
            "得分 {value} 不在 0 至 {most} 之间",
            "请改正得分或 out_of",
            "the score {value} is not between 0 and {most}",
            "correct the score or `out_of`",
        ],
        FaultCode::ShareSum => [
            "各部分占比之和为 {value}，应为 100",
            "请调整占比",
            "the shares sum to {value}, not 100",
            "adjust them",
        ],
        FaultCode::NotPositive => {
            ["{value} 不大于 0", "请写大于 0 的数", "{value} is not above 0", "write a number above 0"]
        }
        FaultCode::NoRulebookNamed => [
            "文件夹中的规则为：[{known}]，而填报未写明依据哪一版",
            "请在填报的 rulebook 中写明 id 与 version，或用 --rulebook 指定一个规则文件",
            "the folder's rulebooks are: [{known}], and the submission does not say which one it was made for",
            "write id and version under the submission's rulebook, or name one file with --rulebook",
        ],
        FaultCode::NoSuchRulebook => [
            "没有填报所依据的“{value}”；文件夹中有：[{known}]",
            "请放入该版规则；如要按另一版计算，请用 --rulebook 指定那个文件",
            "the submission was made for `{value}`, which is not in the folder; it has: [{known}]",
            "add that version, or name another version's file with --rulebook to be assessed under it",
        ],
        FaultCode::SeveralRulebooks => [
            "“{value}”在文件夹中不止一份；文件夹中有：[{known}]",
            "请只保留一份，内容有改动的提高 version",
            "`{value}` is in the folder more than once; it has: [{known}]",
            "keep one of them, and raise the version of one whose rules changed",
        ],
        FaultCode::OtherRulebook => [
            "该填报对应的规则为“{value}”，当前规则为“{expected}”",
            "请打开对应的规则，或改用对应当前规则的填报",
            "the submission was made for the rulebook `{value}`, not for `{expected}`",
            "open that rulebook, or a submission made for this one",
        ],
        FaultCode::BadYear => [
            "年份“{value}”不在 1900 至 2999 之间",
            "请写四位年份，如 2021",
            "the year {value} is not between 1900 and 2999",
            "write a year of four digits, such as 2021",
        ],
        FaultCode::UnknownFigure => [
            "规则中没有填报数据“{value}”[，是否应为“{nearest}”]",
            "请删去，或改正标识",
            "the rulebook has no figure `{value}`[; did you mean `{nearest}`?]",
            "remove it, or correct the id",
        ],
        FaultCode::UnknownMaterial => [
            "规则中没有材料“{value}”",
            "请删去，或改正标识",
            "the rulebook has no material `{value}`",
            "remove it, or correct the id",
        ],
        FaultCode::UnknownRequirement => [
            "规则中没有申报条件“{value}”",
            "请写以下之一：{known}",
            "the rulebook has no requirement `{value}`",
            "write one of: {known}",
        ],
        FaultCode::UnitNotAllowed => [
            "不能以“{value}”为单位",
            "请换算为以下单位之一：{known}",
            "the unit `{value}` cannot be used for it",
            "convert it to one of: {known}",
        ],
        FaultCode::BelowLeast => [
            "{value} 低于下限 {least}",
            "请核对数值与单位后填写{label}[（单位：{unit}）]",
            "{value} is below {least}",
            "check number and unit; enter: {label}[, in {unit}]",
        ],
        FaultCode::AboveMost => [
            "{value} 高于上限 {most}",
            "请核对数值与单位后填写{label}[（单位：{unit}）]",
            "{value} is above {most}",
            "check number and unit; enter: {label}[, in {unit}]",
        ],
        FaultCode::NotAnOption => {
            ["“{value}”不是选项", "可选的有：{known}", "`{value}` is not an option", "choose one of: {known}"]
        }
        FaultCode::NotAnItem => [
            "“{value}”不在清单中",
            "可选的有：{known}",
            "`{value}` is not on the list",
            "choose from: {known}",
        ],
        FaultCode::DuplicateItem => {
            ["“{value}”出现两次", "请删去其中一个", "`{value}` stands twice", "remove one of the two"]
        }
        FaultCode::ReversedRange => [
            "估计值的下端 {value} 高于上端 {most}",
            "请对调或改正",
            "the lower end {value} of the estimate is above the upper end {most}",
            "exchange or correct them",
        ],
        FaultCode::NoLastYear => {
            ["该数据没有上年值", "请删去 last", "this figure has no value of last year", "remove `last`"]
        }
        FaultCode::ValueAndBetween => {
            ["同时写了 {value}", "请只保留其一", "{value} stand side by side", "keep one of them"]
        }
        FaultCode::NoPlace => [
            "填报中没有“{value}”这一处",
            "请写 city、year、category、fields、figures/标识或 materials/标识",
            "a submission has no place `{value}`",
            "write city, year, category, fields, figures/ID or materials/ID",
        ],
        FaultCode::YearNotEarlier => [
            "上年填报的年份 {value} 不早于本年填报的年份 {year}",
            "请核对两份填报的年份，--previous 后应为较早一年的填报",
            "last year's submission is of {value}, not earlier than {year}, the year of this one",
            "check the years of both; the earlier submission follows --previous",
        ],
        FaultCode::NothingToExplain => [
            "规则中没有“{value}”[，是否应为“{nearest}”]",
            "请写指标、维度、类别、领域、申报条件、派生数据、基准值或填报数据的标识，总分写 total",
            "the rulebook has no `{value}`[; did you mean `{nearest}`?]",
            "name an indicator, dimension, category, field, requirement, derived figure, benchmark or figure by its id; `total` for the total",
        ],
        FaultCode::AmbiguousId => [
            "“{value}”可指多项",
            "请写明是哪一项：{known}",
            "`{value}` names several things",
            "say which: {known}",
        ],
    }
}

/// Every code.
#[cfg(test)]
pub(super) const ALL: &[FaultCode] = &[
    FaultCode::Unreadable,
    FaultCode::Unwritable,
    FaultCode::NotTheSingleFile,
    FaultCode::TooLarge,
    FaultCode::NotUtf8,
    FaultCode::MalformedJson,
    FaultCode::TooDeep,
    FaultCode::DuplicateKey,
    FaultCode::UnknownKey,
    FaultCode::UnknownValue,
    FaultCode::MissingKey,
    FaultCode::WrongType,
    FaultCode::InvalidValue,
    FaultCode::WrongFormat,
    FaultCode::TooLong,
    FaultCode::TooMany,
    FaultCode::MalformedNumber,
    FaultCode::TooManyDigits,
    FaultCode::InexactNumber,
    FaultCode::BadId,
    FaultCode::DuplicateId,
    FaultCode::ReservedId,
    FaultCode::BadVersion,
    FaultCode::BadDate,
    FaultCode::ReversedDates,
    FaultCode::MissingText,
    FaultCode::UnknownSource,
    FaultCode::MissingSource,
    FaultCode::MissingNote,
    FaultCode::UnknownUnit,
    FaultCode::BadUnit,
    FaultCode::UnitClash,
    FaultCode::BadDomain,
    FaultCode::RoundsTwice,
    FaultCode::TooManyPlaces,
    FaultCode::Syntax,
    FaultCode::UnknownName,
    FaultCode::WrongKind,
    FaultCode::WrongArguments,
    FaultCode::UnknownOption,
    FaultCode::MissingOption,
    FaultCode::Cycle,
    FaultCode::TooComplex,
    FaultCode::MayBeUndefined,
    FaultCode::NotConstant,
    FaultCode::WeightSum,
    FaultCode::MaxSum,
    FaultCode::UnknownCategory,
    FaultCode::MissingCategory,
    FaultCode::UnknownDimension,
    FaultCode::UnknownIndicator,
    FaultCode::UnknownField,
    FaultCode::MissingField,
    FaultCode::BadFloor,
    FaultCode::GroupAndScore,
    FaultCode::NoScore,
    FaultCode::BadBand,
    FaultCode::BandGap,
    FaultCode::PointOrder,
    FaultCode::NotMonotone,
    FaultCode::OffScale,
    FaultCode::ShareSum,
    FaultCode::NotPositive,
    FaultCode::OtherRulebook,
    FaultCode::NoRulebookNamed,
    FaultCode::NoSuchRulebook,
    FaultCode::SeveralRulebooks,
    FaultCode::BadYear,
    FaultCode::UnknownFigure,
    FaultCode::UnknownMaterial,
    FaultCode::UnknownRequirement,
    FaultCode::UnitNotAllowed,
    FaultCode::BelowLeast,
    FaultCode::AboveMost,
    FaultCode::NotAnOption,
    FaultCode::NotAnItem,
    FaultCode::DuplicateItem,
    FaultCode::ReversedRange,
    FaultCode::NoLastYear,
    FaultCode::ValueAndBetween,
    FaultCode::NoPlace,
    FaultCode::YearNotEarlier,
    FaultCode::NothingToExplain,
    FaultCode::AmbiguousId,
];
