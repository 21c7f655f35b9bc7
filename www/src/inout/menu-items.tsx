/** What can be handed out, in the menu. */
import { usePage } from '../page/context';
import { MenuItem } from '../page/menu';
import { saveCsv, saveTemplate } from './save';

export function InOutItems({ requests }: { requests: (() => void) | undefined }) {
  const page = usePage();
  const { t } = page;
  return (
    <>
      <MenuItem
        name="save-csv"
        act={() => {
          saveCsv(page);
        }}
      >
        {t.inout.saveCsv}
      </MenuItem>
      <MenuItem
        name="save-template"
        act={() => {
          saveTemplate(page);
        }}
      >
        {t.inout.saveTemplate}
      </MenuItem>
      {requests !== undefined && (
        <MenuItem name="requests" act={requests}>
          {t.inout.requests.open}
        </MenuItem>
      )}
    </>
  );
}
