/** Merging files, keeping a draft on the device or forgetting it, in the menu. */
import type { JSX } from 'preact';
import { usePage } from '../page/context';
import { JSON_FILES, useFilePicker } from '../page/file-picker';
import { MenuItem } from '../page/menu';
import { SHEET_FILES } from '../sheet/kinds';
import { useKeep } from './context';

/** The field for the files of colleagues, to be merged into what was entered. */
export function useMergePicker(): readonly [JSX.Element, () => void] {
  const { store } = usePage();
  return useFilePicker({
    name: 'merge',
    accept: `${JSON_FILES},${SHEET_FILES}`,
    multiple: true,
    take: (files) => {
      store.whenThere(() => {
        store.merge(files);
      }, 'merge');
    },
  });
}

/** Keeps a draft on the device, or forgets it there; nothing where the host allows none. */
export function DraftItem() {
  const { t } = usePage();
  const { keeper, keeping } = useKeep();
  if (keeper === null || keeping === null || keeping.way === 'off') return null;
  return keeping.consent || keeping.offers.length > 0 ? (
    <MenuItem
      name="draft-forget"
      act={() => {
        keeper.forget();
      }}
    >
      {t.keep.forget}
    </MenuItem>
  ) : (
    <MenuItem
      name="draft-keep"
      act={() => {
        keeper.agree();
      }}
    >
      {t.keep.keep}
    </MenuItem>
  );
}
