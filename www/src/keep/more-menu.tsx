import { useRef } from 'preact/hooks';
import { usePage } from '../page/context';
import { Menu, MenuItem } from '../page/menu';
import { useKeep } from './context';

/** What is done now and then: merging files, keeping a draft on the device or forgetting it. */
export function MoreMenu() {
  const { t } = usePage();
  const { keeper, keeping, merge } = useKeep();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu name="more" label={t.keep.more}>
        <MenuItem name="merge" act={() => picker.current?.click()}>
          {t.keep.merge}
        </MenuItem>
        {keeper !== null &&
          keeping !== null &&
          keeping.way !== 'off' &&
          (keeping.consent || keeping.offers.length > 0 ? (
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
          ))}
      </Menu>
      <input
        ref={picker}
        class="hidden merge-picker"
        type="file"
        accept=".json,application/json"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          if (files.length > 0) merge(files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
