//! What is printed reads as what was written, and values stand where they are put in.

use super::*;

const TEXTS: &[&str] = &[
    "a + b * c",
    "(a + b) * c",
    "a - (b - c)",
    "a - b - c",
    "a / (b / c)",
    "a / b * c",
    "-(a + b)",
    "--a",
    "-a * b",
    "a * -b",
    "min(a, b + 1 元, 3.50 %) / 30000 元/人",
    "choose(m, x: a, y: b * last(c) + d * (100 % - e))",
    "growth(a) > 60 % or growth(a) < -30 %",
    "(a or b) and not c",
    "a or b and c",
    "a or (b or c)",
    "not (a and b)",
    "not not a",
    "not a is x",
    "level in (x, y, z) and list has item",
    "at_least(2, a, b or c, count(d) >= 1)",
    "true and a != b",
    "(a and b) or (c and d)",
];

/// A tree without its columns, which a text written differently does not keep.
fn bare(node: &Node) -> Node {
    let boxed = |node: &Node| Box::new(bare(node));
    let part = match &node.part {
        Part::Negate(of) => Part::Negate(boxed(of)),
        Part::Not(of) => Part::Not(boxed(of)),
        Part::Binary { sign, left, right } => {
            Part::Binary { sign: *sign, left: boxed(left), right: boxed(right) }
        }
        Part::Is { of, options } => Part::Is {
            of: boxed(of),
            options: options.iter().map(|(option, _)| (option.clone(), 0)).collect(),
        },
        Part::Has { of, item } => Part::Has { of: boxed(of), item: (item.0.clone(), 0) },
        Part::Call { name, arguments } => {
            let arguments = arguments.iter().map(|(label, node)| (label.clone(), bare(node)));
            Part::Call { name: name.clone(), arguments: arguments.collect() }
        }
        other => other.clone(),
    };
    Node { column: 0, part }
}

#[test]
fn what_is_printed_reads_as_the_same_tree() {
    for text in TEXTS {
        let written = Written::read(text).expect("a formula or condition");
        let printed = written.text();
        let again = Written::read(&printed).unwrap_or_else(|| panic!("{text} became {printed}"));
        assert_eq!(bare(&again.0), bare(&written.0), "{text} became {printed}");
    }
}

#[test]
fn brackets_stand_only_where_they_are_needed() {
    for text in ["a + b * c", "(a + b) * c", "a - (b - c)", "a or b and c", "not (a and b)"] {
        assert_eq!(Written::read(text).expect("a formula or condition").text(), text);
    }
    let text = Written::read("((a * b)) + (c)").expect("a formula").text();
    assert_eq!(text, "a * b + c");
}

struct Values;

impl Reading for Values {
    fn name(&self, name: &str) -> String {
        if name == "a" { "-5 元".to_owned() } else { format!("“{name}”") }
    }
    fn word(&self, word: &str) -> String {
        if word == "*" { "×".to_owned() } else { word.to_owned() }
    }
    fn last(&self, _figure: &str) -> Option<String> {
        Some("4 元".to_owned())
    }
    fn count(&self, _checklist: &str) -> Option<String> {
        Some("2".to_owned())
    }
    fn chosen(&self, choice: &str) -> Option<String> {
        (choice == "m").then(|| "y".to_owned())
    }
}

#[test]
fn values_are_put_in_with_brackets_where_they_are_needed() {
    for (text, expected) in [
        ("b * a", "“b” × (-5 元)"),
        ("a + b", "-5 元 + “b”"),
        ("b * growth(b)", "“b” × (“b” / 4 元 - 1)"),
        ("b * choose(m, x: b, y: b + c)", "“b” × (“b” + “c”)"),
        ("choose(n, x: b, y: c)", "choose(“n”, x: “b”, y: “c”)"),
        ("count(d) + last(b)", "2 + 4 元"),
    ] {
        assert_eq!(Written::read(text).expect("a formula").print(&Values), expected);
    }
}
