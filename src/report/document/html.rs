//! The document as one HTML file: no script, one style sheet within, nothing fetched.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};
use sha2::{Digest as _, Sha256};

use crate::model::Lang;

const STYLE: &str = include_str!("style.css");

/// The page of a document in Markdown.
pub(super) fn page(title: &str, lang: Lang, markdown: &str) -> String {
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut body = String::new();
    pulldown_cmark::html::push_html(&mut body, framed(parser));
    let lang = match lang {
        Lang::Zh => "zh-CN",
        lang => lang.tag(),
    };
    let mut escaped = String::new();
    pulldown_cmark::html::push_html(&mut escaped, std::iter::once(Event::Text(title.into())));
    let hash = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    let policy =
        format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{escaped}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// The most rows of a table that is kept on one page of paper.
const SHORT: usize = 14;

/// The events of the document, a table in a frame of its own that scrolls where it is too wide. Of HTML only the
/// anchors that the document sets pass: whatever else looks like it is written out as text.
fn framed<'e>(events: impl Iterator<Item = Event<'e>>) -> impl Iterator<Item = Event<'e>> {
    let mut framed = Vec::new();
    // Where the frame of the table that is open stands, its first column of numbers, and its rows so far.
    let mut open: Option<(usize, usize, usize)> = None;
    for event in events {
        match event {
            Event::Html(html) | Event::InlineHtml(html) if !is_anchor(&html) => {
                framed.push(Event::Text(html))
            }
            Event::Start(Tag::Table(columns)) => {
                // Alignment would be written as a style, which the policy refuses: the style sheet knows the columns.
                let is_number = |alignment: &Alignment| *alignment == Alignment::Right;
                let numbers = columns.iter().position(is_number).unwrap_or(columns.len());
                open = Some((framed.len(), numbers, 0));
                framed.push(Event::Html("".into()));
                framed.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
            }
            Event::End(TagEnd::Table) => {
                framed.push(Event::End(TagEnd::Table));
                framed.push(Event::Html("</div>\n".into()));
                if let Some((frame, numbers, rows)) = open.take()
                    && let Some(place) = framed.get_mut(frame)
                {
                    let short = if rows <= SHORT { " short" } else { "" };
                    *place = Event::Html(format!("<div class=\"table numbers-{numbers}{short}\">\n").into());
                }
            }
            event => {
                if matches!(event, Event::End(TagEnd::TableRow))
                    && let Some((.., rows)) = &mut open
                {
                    *rows = rows.saturating_add(1);
                }
                framed.push(event);
            }
        }
    }
    framed.into_iter()
}

fn is_anchor(html: &str) -> bool {
    let id = html.strip_prefix("<a id=\"").and_then(|rest| rest.strip_suffix("\">"));
    let plain = |id: &str| id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    html == "</a>" || id.is_some_and(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_frame_that_knows_its_columns_and_its_length() {
        let table = page("a", Lang::En, "| a | b |\n| --- | ---: |\n| c | 1 |\n");
        assert!(
            table.contains("<div class=\"table numbers-1 short\">\n<table>") && !table.contains(" style="),
            "{table}"
        );
        let long = page("a", Lang::En, &format!("| a |\n| --- |\n{}", "| c |\n".repeat(15)));
        assert!(long.contains("<div class=\"table numbers-1\">"), "{long}");
    }

    #[test]
    fn of_html_only_anchors_pass() {
        let page =
            page("a", Lang::En, "# <a id=\"x\"></a>b <script>alert(1)</script> <a id=\"y\" onclick=\"z\">\n");
        assert!(
            page.contains("<h1><a id=\"x\"></a>b &lt;script&gt;alert(1)&lt;/script&gt; &lt;a id="),
            "{page}"
        );
    }
}
