//! What the escapes of a JSON string stand for.
//!
//! serde_json reads them too, but whatever asks it for a string brings all that it says of other types into the module for
//! the page, binary numbers included.

const LONE: &str = "lone leading surrogate in hex escape";
const END: &str = "unexpected end of hex escape";

/// What is written between the quotes of a string, its escapes read.
///
/// # Errors
/// What is wrong with half a character, as serde_json says it; nothing of any other escape, which is told of the whole text.
pub(super) fn unescaped(written: &str) -> Result<String, String> {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        let (plain, escape) = rest.split_at_checked(at).unwrap_or_default();
        text.push_str(plain);
        let mut signs = escape.chars();
        signs.next();
        let sign = signs.next();
        rest = signs.as_str();
        text.push(match sign {
            Some(sign @ ('"' | '\\' | '/')) => sign,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => character(&mut rest).map_err(|why| {
                // Of what does not come, the place is that of what comes instead.
                let beyond = usize::from(why == END).saturating_add(1);
                let column = written.len().saturating_sub(rest.len()).saturating_add(beyond);
                format!("{why} at line 1 column {column}")
            })?,
            _ => return Err(String::new()),
        });
    }
    text.push_str(rest);
    Ok(text)
}

/// The character of a hexadecimal escape, or of two that belong together.
fn character(rest: &mut &str) -> Result<char, &'static str> {
    let first = unit(rest)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first.into()).ok_or(LONE);
    }
    for sign in ['\\', 'u'] {
        *rest = rest.strip_prefix(sign).ok_or(END)?;
    }
    char::decode_utf16([first, unit(rest)?]).next().and_then(Result::ok).ok_or(LONE)
}

/// The four digits of a hexadecimal escape.
fn unit(rest: &mut &str) -> Result<u16, &'static str> {
    let (digits, beyond) = rest.split_at_checked(4).ok_or("")?;
    *rest = beyond;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| hexadecimal).ok_or("")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PIECES: &[&str] = &[
        "a",
        "市",
        "\\n",
        "\\\"",
        "\\/",
        "\\\\",
        "\\u0041",
        "\\u5e02",
        "\\uD83D",
        "\\uDE00",
        "\\ud83d\\ude00",
        "\\b",
        "\\f",
        "\\r",
        "\\t",
        "u",
    ];

    proptest! {
        #[test]
        fn they_are_read_as_serde_json_reads_them(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..6)) {
            let written = pieces.concat();
            let theirs = serde_json::from_str::<String>(&format!("\"{written}\""));
            prop_assert_eq!(unescaped(&written), theirs.map_err(|error| error.to_string()));
        }
    }

    #[test]
    fn what_is_no_escape_is_none() {
        for written in ["\\x", "\\u12", "\\u+123", "\\u12市", "\\"] {
            assert!(unescaped(written).is_err(), "{written}");
        }
    }
}
