/** Code to paste, with a button that copies it. */
import { useRef, useState } from 'preact/hooks';
import { copied } from '../keep/copy';
import type { Texts } from '../texts';

/** Code of more characters than this holds data. */
const LONG = 5000;

interface PasteProps {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly code: string;
  readonly t: Texts;
}

export function Paste({ name, label, help, code, t }: PasteProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ readonly of: string; readonly text: string } | null>(null);
  const id = `em-${name}`;
  return (
    <div class="em-paste">
      <textarea
        ref={box}
        id={id}
        data-code={name}
        readOnly
        // To break the long line of a whole rulebook takes browsers seconds.
        wrap={code.length > LONG ? 'off' : 'soft'}
        rows={6}
        spellcheck={false}
        value={code}
        aria-label={label}
        aria-describedby={`${id}-help`}
      />
      <p class="em-help" id={`${id}-help`}>
        {help}
      </p>
      <button
        type="button"
        class="button button-main"
        data-action={`copy-${name}`}
        onClick={(event) => {
          const done = copied(code);
          setSaid({ of: code, text: done ? t.embed.copied : t.embed.notCopied });
          if (done) event.currentTarget.focus();
          else {
            box.current?.focus();
            box.current?.select();
          }
        }}
      >
        {t.embed.copy}
      </button>
      <span class="em-said" role="status">
        {said?.of === code ? said.text : ''}
      </span>
    </div>
  );
}
