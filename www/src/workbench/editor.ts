/** The editor of the rulebook's text. What is typed stands here alone and is asked for when it is needed. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, ensureSyntaxTree, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { Texts } from '../texts';
import { highlighting, look } from './editor-look';
import { rangeOf, rangeOfFault, type Placeable, type Range } from './places';

/** How long the text may be read for its structure at once, in milliseconds. */
const PATIENCE = 2000;

/** A text came into the editor. */
export interface Typed {
  /** It is all that stands there now: it was pasted into nothing, or over everything. */
  readonly pastedWhole: boolean;
}

/** Something to mark in the text. */
export interface Mark {
  readonly range: Range;
  readonly severity: 'error' | 'warning';
  readonly words: string;
}

/** The words that the editor's parts say, as they ask for them. */
function phrases(t: Texts): Readonly<Record<string, string>> {
  const own = t.workbench.editor;
  return {
    Find: own.find,
    Replace: own.replaceWith,
    next: own.next,
    previous: own.previous,
    all: own.all,
    'match case': own.matchCase,
    'by word': own.byWord,
    regexp: own.regexp,
    replace: own.replace,
    'replace all': own.replaceAll,
    close: own.close,
    'current match': own.currentMatch,
    'on line': own.onLine,
    'replaced match on line $': own.replacedOnLine,
    'replaced $ matches': own.replacedMatches,
    'Go to line': own.goToLine,
    go: own.go,
    Diagnostics: own.diagnostics,
    'No diagnostics': own.noDiagnostics,
    'Control character': own.controlCharacter,
    'Selection deleted': own.selectionDeleted,
  };
}

export class Editor {
  private readonly view: EditorView;
  private readonly language = new Compartment();

  constructor(parent: HTMLElement, t: Texts, onTyped: (typed: Typed) => void) {
    const typed = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      const pasted = update.transactions.some((transaction) => transaction.isUserEvent('input.paste'));
      let whole = false;
      update.changes.iterChangedRanges((from, to) => {
        if (from === 0 && to === update.startState.doc.length) whole = true;
      });
      onTyped({ pastedWhole: pasted && whole });
    });
    this.view = new EditorView({
      parent,
      root: parent.getRootNode() as ShadowRoot,
      state: EditorState.create({
        doc: '',
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          indentUnit.of('  '),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          search({ top: true }),
          // Tab leaves the editor, as it leaves any other field.
          keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap]),
          json(),
          highlighting,
          look,
          EditorView.lineWrapping,
          this.language.of(this.inWords(t)),
          typed,
        ],
      }),
    });
  }

  private inWords(t: Texts) {
    const { label } = t.workbench.editor;
    return [EditorState.phrases.of(phrases(t)), EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' })];
  }

  say(t: Texts): void {
    this.view.dispatch({ effects: this.language.reconfigure(this.inWords(t)) });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  isEmpty(): boolean {
    return this.view.state.doc.length === 0;
  }

  /** Puts a text in place of all that stands there; it can be undone by itself. */
  replace(text: string): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      effects: EditorView.scrollIntoView(0),
      annotations: isolateHistory.of('full'),
    });
  }

  private structure() {
    const { state } = this.view;
    return ensureSyntaxTree(state, state.doc.length, PATIENCE);
  }

  /** Where a fault stands in the text. */
  rangeOf(fault: Placeable): Range {
    const tree = this.structure();
    return tree === null ? { from: 0, to: 0 } : rangeOfFault(tree, this.view.state.doc, fault);
  }

  /** Where a place stands in the text. */
  rangeOfPlace(pointer: string): Range {
    const tree = this.structure();
    return (tree === null ? null : rangeOf(tree, this.view.state.doc, pointer)?.range) ?? { from: 0, to: 0 };
  }

  /** The number of the line that a range begins on. */
  line({ from }: Range): number {
    return this.view.state.doc.lineAt(Math.min(from, this.view.state.doc.length)).number;
  }

  mark(marks: readonly Mark[]): void {
    const most = this.view.state.doc.length;
    const diagnostics = marks
      .map(({ range, severity, words }): Diagnostic => {
        const from = Math.min(range.from, most);
        return { from, to: Math.min(Math.max(range.to, from), most), severity, message: words };
      })
      .sort((a, b) => a.from - b.from);
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Goes to a place in the text. */
  show(range: Range): void {
    const most = this.view.state.doc.length;
    const [anchor, head] = [Math.min(range.from, most), Math.min(range.to, most)];
    this.view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.view.focus();
  }

  /** Its size may have changed while it was not shown. */
  measure(): void {
    this.view.requestMeasure();
  }

  destroy(): void {
    this.view.destroy();
  }
}
