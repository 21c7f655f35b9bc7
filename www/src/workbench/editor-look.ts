/** How the editor looks: the page's colours, and marks that a strict policy allows and forced colours leave visible. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: 'var(--infocity-accent)' },
    { tag: tags.string, color: 'var(--infocity-good)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--infocity-undecided)' },
    { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--infocity-ink-soft)' },
  ]),
);

export const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--infocity-ink)', backgroundColor: 'var(--infocity-surface)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--infocity-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'Consolas, Menlo, "Noto Sans Mono CJK SC", monospace', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--infocity-ink)', paddingBottom: '30vh' },
  '.cm-cursor': { borderLeftColor: 'var(--infocity-ink)' },
  '.cm-gutters': {
    color: 'var(--infocity-ink-soft)',
    backgroundColor: 'var(--infocity-sunken)',
    borderRight: '1px solid var(--infocity-rule)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--infocity-accent-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--infocity-open)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--infocity-undecided-soft)' },
  '.cm-panels': { color: 'var(--infocity-ink)', backgroundColor: 'var(--infocity-sunken)', borderColor: 'var(--infocity-rule)' },
  '.cm-textfield': { backgroundColor: 'var(--infocity-surface)', border: '1px solid var(--infocity-rule-strong)', fontSize: '0.875rem' },
  '.cm-button': {
    color: 'var(--infocity-ink)',
    backgroundColor: 'var(--infocity-surface)',
    backgroundImage: 'none',
    border: '1px solid var(--infocity-rule-strong)',
    fontSize: '0.875rem',
  },
  '.cm-tooltip': { color: 'var(--infocity-ink)', backgroundColor: 'var(--infocity-surface)', border: '1px solid var(--infocity-rule-strong)', maxWidth: '32rem' },
  '.cm-diagnostic': { fontFamily: 'inherit' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--infocity-bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--infocity-undecided)' },
  // Drawn by the text's own means: pictures in the style would need a policy that allows them.
  '.cm-lintRange-error, .cm-lintRange-warning': { backgroundImage: 'none', paddingBottom: '0', textDecoration: 'underline wavy var(--infocity-bad)' },
  '.cm-lintRange-warning': { textDecoration: 'underline dotted var(--infocity-undecided)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--infocity-bad-soft)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--infocity-bad)' },
  '.cm-gutter-lint': { width: '1.25em' },
  '.cm-lint-marker': { width: 'auto', height: 'auto', textAlign: 'center', fontWeight: '600' },
  '.cm-gutterElement .cm-lint-marker-error': { content: 'normal', color: 'var(--infocity-bad)' },
  '.cm-gutterElement .cm-lint-marker-warning': { content: 'normal', color: 'var(--infocity-undecided)' },
  '.cm-lint-marker-error:before': { content: '"✕"' },
  '.cm-lint-marker-warning:before': { content: '"!"' },
});
