/** The city's own note on a figure: where it has it from. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Draft } from '../session/drafts';
import { usePage } from '../page/context';

interface NoteToggleProps {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** Opens the note; its words tell whether there is one. */
export function NoteToggle({ id, label, note, open, toggle }: NoteToggleProps) {
  const { t } = usePage();
  const noted = note.trim() !== '';
  return (
    <button
      type="button"
      class="help-toggle note-toggle"
      aria-expanded={open ? 'true' : 'false'}
      aria-controls={`e-${id}`}
      aria-label={noted ? t.reading.noteOf({ label }) : t.reading.addNoteOf({ label })}
      title={note}
      onClick={toggle}
    >
      {noted ? t.reading.note : t.reading.addNote}
    </button>
  );
}

interface NoteEntryProps {
  readonly id: string;
  readonly label: string;
  readonly draft: Draft;
  readonly change: (draft: Draft, composing?: boolean) => void;
}

/** The note, to write; it takes the focus when it is opened. */
export function NoteEntry({ id, label, draft, change }: NoteEntryProps) {
  const { t } = usePage();
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div class="note-line" id={`e-${id}`}>
      <label for={`n-${id}`}>
        {t.form.note}
        <span class="hidden"> {label}</span>
      </label>
      <input
        ref={box}
        id={`n-${id}`}
        class="note"
        type="text"
        autocomplete="off"
        placeholder={t.form.noteHelp}
        value={draft.note}
        onInput={(event) => {
          change({ ...draft, note: event.currentTarget.value }, (event as InputEvent).isComposing);
        }}
        onCompositionEnd={(event) => {
          change({ ...draft, note: event.currentTarget.value });
        }}
      />
    </div>
  );
}
