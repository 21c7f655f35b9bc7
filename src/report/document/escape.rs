//! Text of a rulebook within Markdown: whatever it contains, it stays text.

/// Characters that can be markup anywhere in a line.
const MARKS: &[char] =
    &['\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '|', '~', '!', '$', '^', '{', '}'];

/// The text on one line, with every character escaped that Markdown could read as markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = one_line(text);
    for (at, c) in text.chars().enumerate() {
        // At the start of a line a sign can begin a list, a heading or a rule.
        if MARKS.contains(&c) || at == 0 && matches!(c, '-' | '+' | '=' | ':') {
            out.push('\\');
        }
        out.push(c);
    }
    numbered(out)
}

/// `1.` and `1)` at the start of a line would begin a list, if nothing or a blank follows.
fn numbered(text: String) -> String {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len().saturating_sub(rest.len());
    let after = rest.strip_prefix(['.', ')']);
    if digits > 0 && after.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
        let (number, rest) = text.split_at(digits);
        return format!("{number}\\{rest}");
    }
    text
}

/// Line ends and other control characters as blanks; characters that turn the direction of writing are left out.
fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let text: String =
        text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.trim().to_owned()
}

/// An id or formula as code.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    // A fence longer than any run of back quotes within; a vertical bar would end a cell of a table.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1));
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    if text.is_empty() {
        String::new()
    } else {
        format!("{fence}{blank}{}{blank}{fence}", text.replace('|', "\\|"))
    }
}

/// An address as a link, where it is a web address; else as text.
pub(super) fn link(address: &str) -> String {
    let web = address.starts_with("https://") || address.starts_with("http://");
    let plain =
        address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '|'));
    if web && plain { format!("<{address}>") } else { escaped(address) }
}

/// An id as the name of an anchor: letters, digits, hyphens and underscores.
pub(super) fn anchor(kind: &str, id: &str) -> String {
    let id: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("{kind}-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_markup_is_escaped() {
        assert_eq!(escaped("a *b* [c](d) <e> `f` | g"), "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\| g");
        assert_eq!(escaped("- a"), "\\- a");
        assert_eq!(escaped("12. a"), "12\\. a");
        assert_eq!(escaped("1.5 倍"), "1.5 倍");
        assert_eq!(escaped("a\n\n# b"), "a  \\# b");
        assert_eq!(escaped("a\u{202e}b"), "ab");
    }

    #[test]
    fn code_is_fenced_by_more_than_it_contains() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`a` or ``b``"), "``` `a` or ``b`` ```");
        assert_eq!(code("a | b"), "`a \\| b`");
        assert_eq!(code(""), "");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(link("https://example.cn/a?b=c"), "<https://example.cn/a?b=c>");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(link("https://a> <script>"), "https://a\\> \\<script\\>");
    }

    #[test]
    fn anchors_have_no_other_characters() {
        assert_eq!(anchor("figure", "a-b\"c"), "figure-a-b-c");
    }
}
