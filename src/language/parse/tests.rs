use super::*;

/// The tree with a pair of brackets around each part that has parts.
fn tree(node: &Node) -> String {
    let list = |items: &[(String, usize)]| {
        items.iter().map(|(name, column)| format!("{name}@{column}")).collect::<Vec<_>>().join("|")
    };
    match &node.part {
        Part::Number { digits, unit } if unit.is_empty() => digits.clone(),
        Part::Number { digits, unit } => format!("{digits} {unit}"),
        Part::Name(name) => name.clone(),
        Part::Negate(of) => format!("(-{})", tree(of)),
        Part::Not(of) => format!("(not {})", tree(of)),
        Part::Binary { sign, left, right } => {
            let sign = match sign {
                Sign::Add => "+",
                Sign::Subtract => "-",
                Sign::Multiply => "*",
                Sign::Divide => "/",
                Sign::And => "and",
                Sign::Or => "or",
                Sign::Compare(comparison) => comparison.text(),
            };
            format!("({} {sign} {})", tree(left), tree(right))
        }
        Part::Is { of, options } => format!("({} is {})", tree(of), list(options)),
        Part::Has { of, item } => format!("({} has {}@{})", tree(of), item.0, item.1),
        Part::Call { name, arguments } => {
            let arguments = arguments.iter().map(|(label, argument)| match label {
                Some(label) => format!("{label}: {}", tree(argument)),
                None => tree(argument),
            });
            format!("{name}[{}]", arguments.collect::<Vec<_>>().join(", "))
        }
    }
}

fn read(text: &str) -> String {
    parse(text).map_or_else(|unreadable| format!("{unreadable:?}"), |node| tree(&node))
}

#[test]
fn what_binds_closer_is_read_first() {
    for (text, expected) in [
        ("a + b * c", "(a + (b * c))"),
        ("a * b + c", "((a * b) + c)"),
        ("a - b - c", "((a - b) - c)"),
        ("a / b * c", "((a / b) * c)"),
        ("(a + b) * c", "((a + b) * c)"),
        ("-a * b", "((-a) * b)"),
        ("a - -b", "(a - (-b))"),
        ("a + b >= c - 2 元", "((a + b) >= (c - 2 元))"),
        ("a < b and c", "((a < b) and c)"),
        ("a or b and c", "(a or (b and c))"),
        ("a and b or c", "((a and b) or c)"),
        ("(a or b) and c", "((a or b) and c)"),
        ("not a and b", "((not a) and b)"),
        ("not not a", "(not (not a))"),
        ("not a is b", "(not (a is b@10))"),
        ("not a <= b", "(not (a <= b))"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn every_form_is_read() {
    for (text, expected) in [
        ("a is b", "(a is b@6)"),
        ("a in (b)", "(a is b@7)"),
        ("a in (b, c,d)", "(a is b@7|c@10|d@12)"),
        ("a has b and c", "((a has b@7) and c)"),
        ("a > 1", "(a > 1)"),
        ("a = 1", "(a = 1)"),
        ("a != 1", "(a != 1)"),
        ("max(a, b + 1, -c)", "max[a, (b + 1), (-c)]"),
        ("choose(m, x: a + b, y: c)", "choose[m, x: (a + b), y: c]"),
        ("at_least(2, a > b, not c)", "at_least[2, (a > b), (not c)]"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_part_stands_where_it_begins() {
    for (text, column) in
        [("  a + b", 3), (" (a) + b", 2), ("((a))", 1), (" not a", 2), (" -a", 2), (" f(a)", 2)]
    {
        let found = parse(text).map_or_else(|unreadable| unreadable.column, |node| node.column);
        assert_eq!(found, column, "{text}");
    }
    let Ok(Node { part: Part::Binary { right, .. }, .. }) = parse("a + (b)") else { panic!("a sum") };
    assert_eq!(right.column, 5);
}

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    let operand = "a number, a name or (";
    let end = "a sign such as + or >=, or the end";
    for (text, column, found, expected) in [
        ("", 1, "", operand),
        ("a +", 4, "", operand),
        ("a + * b", 5, "*", operand),
        ("a b", 3, "b", end),
        ("a < b < c", 7, "<", end),
        ("a)", 2, ")", end),
        ("(a", 3, "", ")"),
        ("(a b)", 4, "b", ")"),
        ("f(a b)", 5, "b", ")"),
        ("f(a, )", 6, ")", operand),
        ("f()", 3, ")", operand),
        ("f(a + b: c)", 8, ":", ")"),
        ("a is 5", 6, "5", "the name of an option"),
        ("a in b", 6, "b", "(option, option, …)"),
        ("a in (b c)", 9, "c", ")"),
        ("a in (b, 5)", 10, "5", "the name of an option"),
        ("a has (b)", 7, "(", "the name of an item"),
    ] {
        let expected = Unreadable { column, found: found.to_owned(), problem: Problem::Expected(expected) };
        assert_eq!(parse(text), Err(expected), "{text}");
    }
    let stray = Unreadable { column: 3, found: ";".to_owned(), problem: Problem::Stray };
    assert_eq!(parse("a ; b"), Err(stray));
}

/// As many levels as stated, and no more, whichever way they are made.
#[test]
fn nesting_is_bounded() {
    let ways: [fn(usize) -> String; 6] = [
        |levels| format!("{}a{}", "(".repeat(levels), ")".repeat(levels)),
        |levels| format!("{}a", "-".repeat(levels)),
        |levels| format!("{}a", "not ".repeat(levels)),
        |levels| format!("a{}", " + a".repeat(levels)),
        |levels| format!("a{}", " and a".repeat(levels)),
        |levels| format!("{}a{}", "f(".repeat(levels), ")".repeat(levels)),
    ];
    for way in ways {
        let (most, more) = (way(MAX_NESTING - 1), way(MAX_NESTING));
        assert!(parse(&most).is_ok(), "{most}");
        assert_eq!(parse(&more).map_err(|unreadable| unreadable.problem), Err(Problem::TooDeep), "{more}");
    }
    // What was closed does not count on.
    let beside = vec!["(((a)))"; 20].join(" + ");
    assert!(parse(&beside).is_ok());
}

#[test]
fn length_is_bounded_in_characters() {
    let names = |count: usize| "元".repeat(count);
    let problem = |text: &str| parse(text).map_err(|unreadable| unreadable.problem).err();
    assert_eq!(problem(&names(MAX_LENGTH)), Some(Problem::Stray));
    assert_eq!(problem(&names(MAX_LENGTH + 1)), Some(Problem::TooLong));
}
