//! Templates filled in.

use std::fmt::Display;

/// A template with its placeholders replaced by the values of these names.
pub(crate) fn filled(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let value =
        |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string());
    fill(template, &value)
}

/// A template with its placeholders replaced; `[…{name}…]` is left out where `name` has no value or an empty one.
pub(super) fn fill(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((optional, after)) = after.split_once(']') else { break };
        replace(&mut out, before, value);
        let length = out.len();
        if !replace(&mut out, optional, value) {
            out.truncate(length);
        }
        rest = after;
    }
    replace(&mut out, rest, value);
    out
}

/// Adds a template with its placeholders replaced; whether every one of them had something to put there.
fn replace(out: &mut String, template: &str, value: &dyn Fn(&str) -> Option<String>) -> bool {
    let mut all = true;
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        let value = value(name).unwrap_or_default();
        all &= !value.is_empty();
        out.push_str(&value);
        rest = after;
    }
    out.push_str(rest);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_replaced_and_empty_options_left_out() {
        let template = "{a} and {c}[; maybe {b}][; surely {a}][; {a} or {b}]";
        assert_eq!(filled(template, &[("a", &1), ("b", &"")]), "1 and ; surely 1");
        assert_eq!(filled(template, &[("a", &"{c}"), ("b", &2)]), "{c} and ; maybe 2; surely {c}; {c} or 2");
    }
}
