import type { KeepNotice } from '../session/keep-notice';
import type { Notice, Part } from '../session/state';
import { usePage, type Page } from '../page/context';
import { partName } from '../page/shared';
import { whenText } from './when';

/** So many parts are named, the others counted. */
const MOST_NAMED = 3;

function named(page: Page, parts: readonly Part[]): string {
  const names = page.t.list(parts.slice(0, MOST_NAMED).map((part) => partName(page, part)));
  return parts.length > MOST_NAMED ? page.t.keep.andMore({ names, count: parts.length }) : names;
}

/** What was taken back, done again, kept or merged, in words. */
export function keepNoticeText(page: Page, notice: KeepNotice): string {
  const { keep } = page.t;
  switch (notice.kind) {
    case 'undone':
      return keep.undone({ what: named(page, notice.parts) });
    case 'redone':
      return keep.redone({ what: named(page, notice.parts) });
    case 'restored':
      return keep.restored;
    case 'resumed':
      return keep.resumed({ when: whenText(notice.at) });
    case 'merged':
      return keep.merged({ files: page.t.list(notice.from.map(({ name, count }) => keep.mergedFrom({ file: name, count }))) });
  }
}

const UNDOABLE: readonly Notice['kind'][] = ['cleared', 'opened', 'restored', 'merged'];

/** The way back from what a notice tells; none where it stays while more is entered, which would be taken back first. */
export function CanBeUndone({ notice }: { notice: Notice }) {
  const { store, t } = usePage();
  if (!UNDOABLE.includes(notice.kind) || (notice.kind === 'merged' && notice.sheets.length > 0)) return null;
  return (
    <button
      type="button"
      class="link notice-undo"
      data-action="undo-notice"
      onClick={() => {
        store.undo();
      }}
    >
      {t.keep.undo}
    </button>
  );
}
