import { useState } from 'preact/hooks';
import { usePage } from '../page/context';

/** Puts a text on the clipboard, as browsers of 2018 and pages from a disk can; answers with whether that went. */
export function copied(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.setAttribute('readonly', '');
  box.setAttribute('aria-hidden', 'true');
  document.body.appendChild(box);
  box.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the newer way is refused to pages from a disk
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.body.removeChild(box);
  }
}

/** A button that copies a text, and says whether it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = usePage();
  const [said, setSaid] = useState('');
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="copy"
        onClick={(event) => {
          const button = event.currentTarget;
          setSaid(copied(text) ? t.keep.copied : t.keep.notCopied);
          button.focus();
        }}
      >
        {label}
      </button>
      <span class="keep-said" role="status">
        {said}
      </span>
    </>
  );
}
