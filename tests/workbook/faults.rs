//! Every fault of a workbook: its code, its cell, its words in both languages.
//!
//! The words stand in `tests/data/workbook-faults.txt`; `UPDATE=1 cargo test --test workbook` writes them anew.

use std::fmt::Write as _;

use infocity_check::model::Lang;
use infocity_check::sheets::{Code, from_xlsx, to_xlsx};

use crate::book::{Book, Value, name};
use crate::support::golden::golden;
use crate::support::{EVERY_RULE, plan};

/// What is put wrong, and the first fault it gives: the code, nothing for one of the loader, and the cell.
type Edit = fn(&mut Book) -> (Option<Code>, String);

const SCORES: &str = "评分";

const EDITS: &[(&str, Edit)] = &[
    ("a formula", |book| {
        (Some(Code::Formula), book.set("维度", &[("id", "base")], "label.en", Value::Formula("=1+1")))
    }),
    ("a date", |book| (Some(Code::Date), book.set("规则集", &[("key", "checked_on")], "value", Value::Day))),
    ("a percentage", |book| {
        let cell =
            book.set(SCORES, &[("indicator", "mixed"), ("percent", "60")], "percent", Value::Percent(0.6));
        (Some(Code::Percent), cell)
    }),
    ("a sheet is gone", |book| {
        book.0.retain(|(name, _)| name != "底线");
        (Some(Code::NoSheet), String::new())
    }),
    ("a sheet has another name", |book| {
        book.0.iter_mut().find(|(name, _)| name == "步骤").expect("a sheet").0 = "步驟".to_owned();
        (Some(Code::OtherSheet), "步驟".to_owned())
    }),
    ("a sheet stands twice", |book| {
        let second = book.sheet("说明").clone();
        book.0.push(("Notes".to_owned(), second));
        (Some(Code::SheetTwice), "Notes".to_owned())
    }),
    ("the row of keys is gone", |book| {
        book.sheet("提示").retain(|(row, _), _| *row != 1);
        (Some(Code::NoKeys), "提示".to_owned())
    }),
    ("a key is misspelt", |book| {
        (Some(Code::UnknownColumn), book.put("维度", 1, "label.zh", Some("lable.zh".into())))
    }),
    ("a key of the rulebook is misspelt", |book| {
        (Some(Code::UnknownColumn), book.set("规则集", &[("key", "version")], "key", "verison"))
    }),
    ("a key stands twice", |book| {
        (Some(Code::ColumnTwice), book.put("申报条件", 1, "standing.quote", Some("standing.article".into())))
    }),
    ("a key of the rulebook stands twice", |book| {
        let row = book.add("规则集", &[("key", "version"), ("value", "2.0.0")]);
        (Some(Code::ColumnTwice), name("规则集", row, 1))
    }),
    ("the column that says where rows belong is gone", |book| {
        let column = book.column("选项", "figure");
        book.sheet("选项").retain(|(_, col), _| *col != column);
        (Some(Code::NoColumn), "选项".to_owned())
    }),
    ("a column without a key", |book| {
        book.sheet("来源").insert((3, 40), "remember this".into());
        (Some(Code::NoKey), name("来源", 3, 40))
    }),
    ("a value of the rulebook without a key", |book| {
        let row = book.add("规则集", &[("value", "1.0.0")]);
        (Some(Code::NoKey), name("规则集", row, 2))
    }),
    ("a year without a value", |book| {
        (Some(Code::Empty), book.clear("基准值年份", &[("benchmark", "national_retail")], "value"))
    }),
    ("an option without a figure", |book| {
        (Some(Code::Empty), book.clear("选项", &[("figure", "level")], "figure"))
    }),
    ("an option of an unknown figure", |book| {
        (Some(Code::NoSuch), book.set("选项", &[("figure", "level")], "figure", "levle"))
    }),
    ("an indicator of an unknown dimension", |book| {
        (Some(Code::NoSuch), book.set("指标", &[("id", "hump")], "dimension_of", "bse"))
    }),
    ("a score of an unknown indicator", |book| {
        (Some(Code::NoSuch), book.set(SCORES, &[("indicator", "hump")], "indicator", "humb"))
    }),
    ("an unknown word", |book| {
        (Some(Code::NotOneOf), book.set(SCORES, &[("indicator", "hump"), ("part", "└ 点")], "part", "点数"))
    }),
    ("a year stands twice", |book| {
        let row = book.row("基准值年份", &[("benchmark", "national_retail")]);
        let year = book.column("基准值年份", "year");
        let Value::Text(year) = book.sheet("基准值年份")[&(row, year)].clone() else { panic!("a text") };
        let row =
            book.add("基准值年份", &[("benchmark", "national_retail"), ("year", &year), ("value", "1")]);
        let column = book.column("基准值年份", "year");
        (Some(Code::Twice), name("基准值年份", row, column))
    }),
    ("a weight stands twice", |book| {
        let says = [("of", "维度"), ("owner", "demand"), ("category", "whole"), ("value", "1")];
        let row = book.add("权重", &says);
        (Some(Code::Twice), name("权重", row, 4))
    }),
    ("a weight is a number here and has rows there", |book| {
        book.set("维度", &[("id", "demand")], "weight", "40");
        let row = book.row("权重", &[("owner", "demand")]);
        (Some(Code::Twice), name("权重", row, 4))
    }),
    ("a score function stands twice", |book| {
        let row = book.add(SCORES, &[("indicator", "hump"), ("part", "增速"), ("of", "deductible")]);
        let column = book.column(SCORES, "part");
        (Some(Code::Twice), name(SCORES, row, column))
    }),
    ("an option's score stands twice", |book| {
        let says =
            [("indicator", "activities_score"), ("part", "└ 选项"), ("option", "training"), ("score", "1")];
        let row = book.add(SCORES, &says);
        let column = book.column(SCORES, "score");
        (Some(Code::Twice), name(SCORES, row, column))
    }),
    ("a yes/no figure with a unit", |book| {
        book.set("填报数据", &[("id", "centre_built")], "kind.number.unit", "个");
        let row = book.row("填报数据", &[("id", "centre_built")]);
        let column = book.column("填报数据", "kind");
        (Some(Code::NoNumber), name("填报数据", row, column))
    }),
    ("an option of a number", |book| {
        let says = [("figure", "population"), ("id", "many"), ("label.zh", "多"), ("label.en", "many")];
        let row = book.add("选项", &says);
        (Some(Code::NoOptions), name("选项", row, 0))
    }),
    ("a percent outside a sum", |book| {
        (
            Some(Code::NotHere),
            book.set(SCORES, &[("indicator", "hump"), ("part", "折线计分")], "percent", "50"),
        )
    }),
    ("a formula where several are summed", |book| {
        (Some(Code::NotHere), book.set(SCORES, &[("indicator", "mixed"), ("part", "加权合计")], "of", "rate"))
    }),
    ("indicators in a ring", |book| {
        book.clear("指标", &[("id", "group")], "dimension_of");
        (Some(Code::NoTop), book.set("指标", &[("id", "group")], "parent", "mixed"))
    }),
    ("another dimension than that of the indicator above", |book| {
        (Some(Code::OtherDimension), book.set("指标", &[("id", "mixed")], "dimension_of", "demand"))
    }),
    ("weights that are nowhere", |book| {
        let owner = book.column("权重", "owner");
        let rows: Vec<u32> = (2..book.free("权重")).collect();
        for row in rows {
            if book.sheet("权重").get(&(row, owner)) == Some(&"growth_score".into()) {
                book.sheet("权重").retain(|(at, _), _| *at != row);
            }
        }
        let row = book.row("指标", &[("id", "growth_score")]);
        let column = book.column("指标", "max");
        (Some(Code::NoWeights), name("指标", row, column))
    }),
    ("a level that is none", |book| {
        (Some(Code::BadLevel), book.set(SCORES, &[("indicator", "mixed"), ("path", "1")], "path", "1.a"))
    }),
    ("a level below nothing", |book| {
        let row =
            book.add(SCORES, &[("indicator", "hump"), ("path", "3.1"), ("part", "增速"), ("of", "rate")]);
        (Some(Code::NoOuter), name(SCORES, row, 1))
    }),
    ("a function in one that holds none", |book| {
        let row = book.add(SCORES, &[("indicator", "hump"), ("path", "1"), ("part", "增速"), ("of", "rate")]);
        (Some(Code::NotOuter), name(SCORES, row, 1))
    }),
    ("a point without a function", |book| {
        let row = book.add(SCORES, &[("indicator", "group"), ("part", "└ 点"), ("at", "1"), ("score", "1")]);
        (Some(Code::NoFunction), name(SCORES, row, 2))
    }),
    ("a band among points", |book| {
        (
            Some(Code::OtherFunction),
            book.set(SCORES, &[("indicator", "hump"), ("part", "└ 点")], "part", "└ 段"),
        )
    }),
    ("loader: a score that is no number", |book| {
        (None, book.set(SCORES, &[("indicator", "retail_score"), ("at", "1")], "score", "sixty"))
    }),
    ("loader: the score of an option that is no number", |book| {
        (None, book.set(SCORES, &[("indicator", "activities_score"), ("option", "festival")], "score", "x"))
    }),
    ("loader: a name is missing in English", |book| {
        (None, book.clear("填报数据", &[("id", "population")], "label.en"))
    }),
    ("loader: a name is missing", |book| {
        book.clear("填报数据", &[("id", "population")], "label.en");
        (None, book.clear("填报数据", &[("id", "population")], "label.zh"))
    }),
    ("loader: a condition that names nothing", |book| {
        let row = book.free("申报条件") - 1;
        (None, book.put("申报条件", row, "condition", Some("populaton > 1 万人".into())))
    }),
    ("loader: a standing of an unknown kind", |book| {
        (None, book.set("维度", &[("id", "base")], "standing.basis", "officially"))
    }),
    ("loader: an unknown source", |book| {
        (None, book.set("维度", &[("id", "base")], "standing.source", "nowhere"))
    }),
    ("loader: points that do not add up", |book| {
        book.set("指标", &[("id", "hump")], "max", "60");
        let row = book.row("维度", &[("id", "base")]);
        (None, name("维度", row, 0))
    }),
    ("loader: weights that do not add up", |book| {
        book.set("权重", &[("owner", "base"), ("category", "whole")], "value", "41");
        let column = book.column("维度", "weight");
        let (first, last) = (name("维度", 2, column), name("维度", book.free("维度") - 1, column));
        (None, format!("{first}:{}", last.trim_start_matches("维度!")))
    }),
    ("loader: a reason is missing", |book| {
        book.set("维度", &[("id", "base")], "standing.basis", "参考假设");
        book.clear("维度", &[("id", "base")], "standing.note.zh");
        book.clear("维度", &[("id", "base")], "standing.note.en");
        let row = book.row("维度", &[("id", "base")]);
        (None, name("维度", row, book.column("维度", "standing.basis")))
    }),
    ("loader: a unit that is not known", |book| {
        (None, book.set("填报数据", &[("id", "population")], "kind.number.unit", "张"))
    }),
    ("loader: a weight that is no number", |book| {
        (None, book.set("权重", &[("owner", "demand"), ("category", "whole")], "value", "4O"))
    }),
    ("loader: an option without a name", |book| {
        (None, book.clear("选项", &[("figure", "level")], "label.zh"))
    }),
    ("loader: the kind of a figure is unknown", |book| {
        (None, book.set("填报数据", &[("id", "centre_built")], "kind", "也许"))
    }),
    ("loader: no version", |book| (None, book.clear("规则集", &[("key", "version")], "value"))),
    ("loader: a floor of an unknown dimension", |book| {
        let row = book.row("底线", &[("of", "类别")]);
        (None, book.put("底线", row, "dimension", Some("bass".into())))
    }),
];

/// Files that are no workbook, or too large a one, each with its fault.
fn files() -> Vec<(&'static str, Vec<u8>, Code)> {
    let book = Book::of(EVERY_RULE, Lang::Zh);
    let good = book.save();
    let mut long = book.clone();
    for row in 0..20_001 {
        long.sheet("说明").insert((row + 2, 0), "x".into());
    }
    vec![
        ("a file of an older kind", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1].to_vec(), Code::OldWorkbook),
        ("a text", b"id,label\nx,y\n".to_vec(), Code::NotWorkbook),
        ("nothing", Vec::new(), Code::NotWorkbook),
        ("an archive of something else", crate::hostile::archive(&[("a.txt", b"x")]), Code::NotWorkbook),
        (
            "an OpenDocument file",
            crate::hostile::archive(&[("mimetype", b"x"), ("content.xml", b"<x/>")]),
            Code::OpenDocument,
        ),
        ("a binary workbook", crate::hostile::archive(&[("xl/workbook.bin", b"x")]), Code::OpenDocument),
        ("half a file", good[..good.len() / 2].to_vec(), Code::Damaged),
        ("too many rows", long.save(), Code::TooManyRows),
        ("a bomb", crate::hostile::bomb(), Code::TooLarge),
    ]
}

#[test]
fn every_fault_is_told_by_sheet_and_cell_in_both_languages() {
    let mut told = String::new();
    let mut seen = Vec::new();
    let good = Book::of(EVERY_RULE, Lang::Zh);
    for (case, edit) in EDITS {
        let mut book = good.clone();
        let (code, cell) = edit(&mut book);
        let faults = from_xlsx(&book.save()).expect_err(case);
        let found = faults.iter().any(|fault| fault.code == code && fault.cell == cell);
        assert!(found, "{case}: {code:?} at {cell:?} is not among {faults:#?}");
        seen.extend(code);
        let _ = writeln!(told, "# {case}");
        for fault in &faults {
            let _ = writeln!(told, "{}\n{}", fault.line(Lang::Zh), fault.line(Lang::En));
        }
        told.push('\n');
    }
    let mut read = vec![("an error", crate::hostile::error_cell(), Code::ErrorValue)];
    read.extend(files());
    for (case, bytes, code) in read {
        let faults = from_xlsx(&bytes).expect_err(case);
        assert_eq!(faults[0].code, Some(code), "{case}: {faults:#?}");
        seen.push(code);
        let _ = writeln!(told, "# {case}\n{}\n{}\n", faults[0].line(Lang::Zh), faults[0].line(Lang::En));
    }
    let fault = not_in_sheets();
    seen.push(Code::NotInSheets);
    let _ = writeln!(
        told,
        "# a rulebook that has no place in sheets\n{}\n{}",
        fault.line(Lang::Zh),
        fault.line(Lang::En)
    );
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !seen.contains(code)).collect();
    assert!(missing.is_empty(), "no case gives {missing:?}");
    golden("tests/data/workbook-faults.txt", &told);
}

/// Two figures of one id, which no rulebook has: their options could not be told apart.
fn not_in_sheets() -> Box<infocity_check::sheets::Fault> {
    let mut rulebook = plan(EVERY_RULE).document.clone();
    let level = rulebook.figures[0].clone();
    rulebook.figures.push(level);
    let fault = to_xlsx(&rulebook, Lang::Zh).expect_err("two figures of one id");
    assert_eq!(fault.code, Some(Code::NotInSheets));
    fault
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_sheets() {
    let mut book = Book::of(EVERY_RULE, Lang::Zh);
    let figure = book.set("填报数据", &[("id", "population")], "kind.number.places", "two");
    let option = book.set("选项", &[("figure", "level")], "figure", "levle");
    let date = book.set("来源", &[], "date", Value::Day);
    let score = book.set(SCORES, &[("indicator", "retail_score"), ("at", "1")], "score", "sixty");
    let cells: Vec<_> =
        from_xlsx(&book.save()).expect_err("faults").into_iter().map(|fault| fault.cell).collect();
    let at = |cell: &str| {
        cells.iter().position(|known| known == cell).unwrap_or_else(|| panic!("{cell}: {cells:?}"))
    };
    assert!(at(&date) < at(&figure) && at(&figure) < at(&option) && at(&option) < at(&score), "{cells:?}");
}

#[test]
fn sheets_have_english_names_in_an_english_workbook() {
    let mut book = Book::of(EVERY_RULE, Lang::En);
    let cell = book.set("Scores", &[("indicator", "retail_score"), ("at", "1")], "score", "sixty");
    let faults = from_xlsx(&book.save()).expect_err("a fault");
    assert!(
        cell.starts_with("Scores!") && faults[0].line(Lang::En).starts_with(&format!("{cell}: ")),
        "{faults:#?}"
    );
}
