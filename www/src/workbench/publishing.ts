import type { JSX } from 'preact';
import type { Rulebook } from '../boundary';
import { download } from '../element/download';
import { useFilePicker } from '../page/file-picker';
import { textOf } from '../session/files';
import { inLanguage } from '../texts';
import type { Desk } from './desk';
import { nameFor } from './name';
import { besideUs, publish, SINGLE_FILE } from './publish';

interface Publishing {
  /** To be drawn where it stays. */
  readonly picker: JSX.Element;
  /** Opens the dialog for the single file. */
  readonly pick: () => void;
  /** Makes the page, or asks for the single file. */
  readonly begin: () => void;
}

/** Offers a page of one file with the rulebook that was checked last; there is no way here while that has faults. */
export function usePublishing(desk: Desk): Publishing {
  const make = (text: string, single: string, from: string): void => {
    const { title } = JSON.parse(text) as Rulebook;
    const page = publish(single, text, inLanguage(title, 'zh'));
    if (page === null) {
      desk.notify({ kind: 'not_the_single_file', name: from });
      return;
    }
    const name = nameFor(text, '.html');
    download(`\ufeff${page}`, name, 'text/html');
    desk.notify({ kind: 'published', name });
  };
  const [picker, pick] = useFilePicker({
    name: 'single-file',
    accept: '.html,text/html',
    take: ([file]) => {
      if (file === undefined) return;
      const { text } = desk.state;
      void textOf(file).then((read) => {
        if (typeof read === 'string') make(text, read, file.name);
        else desk.notify(read);
      });
    },
  });
  const begin = (): void => {
    // What is typed while the file comes is of another page.
    const { text } = desk.state;
    void besideUs().then((single) => {
      if (single !== null) make(text, single, SINGLE_FILE);
      // Where it cannot be read, only the person can hand it over: a click of theirs opens the dialog.
      else desk.notify({ kind: 'wants_single_file' });
    });
  };
  return { picker, pick, begin };
}
